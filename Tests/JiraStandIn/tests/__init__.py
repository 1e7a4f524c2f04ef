"""The stand-in's own tests: `python3 -m unittest discover -t Tests/JiraStandIn -s Tests/JiraStandIn/tests`."""
