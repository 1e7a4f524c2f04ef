"""Measures converters from Markdown to ADF with a scorer that is not part of this project.

    measure.py TOOL SCORER RESULTS PEERS [NAME ...]

TOOL is the built postmortem, SCORER the directory of evaluate.py and its corpus, RESULTS where its figures are kept,
PEERS a directory with a folder of packages for each converter that is installed. What it prints are shares of documents
in percent, and CPU time as a ratio to that of TOOL, all from one run. It ends with 1 where TOOL does not keep all.
"""

import os
import shlex
import sys

# How Python is told to convert a text with a package, by the name that it has at PyPI.
CONVERTERS = {
    "adf-bridge": "from adf_bridge import markdown_to_adf as g\nf = lambda text: g(text).value",
    "adflux": "from adflux import convert as g\nf = lambda text: g(text, src='md', dst='adf')",
    "jira-as": "from as_engine.converters.adf import markdown_to_adf as f",
    "marklas": "from marklas import to_adf as f",
    "marklassian": "from marklassian import markdown_to_adf as f",
    "mcp-atlassian": "from mcp_atlassian.models.jira.adf import markdown_to_adf as f",
    "md-adf": "from md_adf import markdown_to_adf as f",
    "md-to-adf": "from md_to_adf import convert as f",
    "md2adf": "from md2adf import convert as f",
    "pyadf": "from pyadf import markdown_to_adf as f",
}
# Exceptions by which a converter refuses a text that it could not render as it should.
REFUSALS = {"adf-bridge": "AdfConversionError", "pyadf": "MarkdownParseError"}
# What is counted within documents: the name of the scorer's count, and of what it is held against.
PARTS = ["links", "imgs", "code", "tasks", "heads", "ol"]


def converters(tool, peers, names):
    yield {"name": "postmortem", "mode": "nul", "cmd": shlex.quote(tool) + " render --to adf --null"}
    for name in names:
        yield {
            "name": name,
            "mode": "py",
            "python": sys.executable,
            "code": CONVERTERS[name],
            "env": {"PYTHONPATH": os.path.join(peers, name)},
            "refusal": REFUSALS.get(name, r"(?i)refus|unsupported"),
        }


def share(count, whole):
    return "-" if not whole else f"{100 * count / whole:.1f}"


def count(rows, holds):
    return sum(1 for row in rows if holds(row))


def documents(rows):
    """The shares of one set, and how many of it failed."""
    whole = len(rows)
    return [
        share(count(rows, lambda row: row.get("valid")), whole),
        share(count(rows, lambda row: row.get("strict")), whole),
        share(count(rows, lambda row: row.get("ok")), whole),
        share(count(rows, is_kept), whole),
        str(count(rows, lambda row: row["status"] != "ok")),
    ]


def is_kept(row):
    return bool(row.get("strict") and row.get("ok"))


def parts(rows):
    done = [row for row in rows if row["status"] == "ok"]
    total = lambda name: sum(row.get(name) or 0 for row in done)
    return [share(total(part + "_hit"), total(part)) for part in PARTS]


def cpu(sets):
    """Seconds of CPU time for the real documents, without starting up."""
    real = sets.get("real")
    return max(1e-4, real["cpu_best"] - real["startup_cpu"]) if real else None


def line(cells):
    print("  " + cells[0].ljust(16) + "".join(str(cell).rjust(13) for cell in cells[1:]), flush=True)


def report(records, sets):
    for name in sets:
        print(f"\n{name}: % of {len(records[0]['sets'][name]['rows'])} documents")
        # A scorer does not compare the text of what is only to put a converter under stress.
        line(["", "valid", "strict", "all text", "both", "failed"])
        for record in records:
            cells = documents(record["sets"][name]["rows"])
            line([record["name"]] + (cells if name != "patho" else cells[:2] + ["-", "-"] + cells[4:]))
    kept = [name for name in sets if name != "patho"]
    print("\nparts that are kept, % of all in " + ", ".join(kept))
    line(["", "links", "images", "code", "tasks", "headings", "list starts"])
    for record in records:
        line([record["name"]] + parts([row for name in kept for row in record["sets"][name]["rows"]]))
    ours = cpu(records[0]["sets"])
    if ours is None:
        return
    print("\nCPU time of the real documents, without starting up; the same bytes when run again")
    line(["", "ratio", "MB/s", "same bytes"])
    for record in records:
        real = record["sets"]["real"]
        seconds = cpu(record["sets"])
        same = f"{real['deterministic']}/{real['n']}"
        line([record["name"], f"{seconds / ours:.1f} x", f"{real['bytes'] / seconds / 1e6:.2f}", same])


def main(tool, scorer, results, peers, *names):
    sys.path.insert(0, scorer)
    import evaluate

    evaluate.RES = results
    sets = [name for name in evaluate.SETS if os.path.isdir(os.path.join(scorer, "corpus", name))]
    records = []
    for converter in converters(tool, peers, names):
        record = evaluate.score(dict(converter, doc_limit=10), sets, 3)
        records.append(dict(record, sets={name: record["sets"][name] for name in sets}))
    report(records, sets)
    left = [name for name in evaluate.SETS if name not in sets]
    if left:
        print("\nnot measured, for the corpus lacks them: " + ", ".join(left))
    ours = records[0]["sets"]
    lost = [name for name in sets if name != "patho" and not all(map(is_kept, ours[name]["rows"]))]
    failed = [name for name in sets if not all(row["status"] == "ok" for row in ours[name]["rows"])]
    if lost or failed:
        print("\nOVER postmortem does not keep all of: " + ", ".join(sorted(set(lost + failed))))
        sys.exit(1)
    print("\nok   postmortem keeps every document of these sets, strictly valid and with all its text")


if __name__ == "__main__":
    main(*sys.argv[1:])
