"""What the stand-in is told when it is started."""

import os
from dataclasses import dataclass

KINDS = ("cloud", "data-center")


@dataclass(frozen=True)
class Settings:
    """The site that is imitated. Tokens come from the environment, so that no list of processes shows them."""

    kind: str = "cloud"
    context_path: str = ""
    normalises: bool = False
    is_strict: bool = True
    limits_writes: bool = False
    page_limit: int = 100
    comment_limit: int = 5000
    text_limit: int = 32_767
    cloud_id: str = "11223344-a1b2-3b33-c444-def123456789"
    email: str = os.environ.get("STAND_IN_EMAIL", "ada@example.org")
    token: str = os.environ.get("STAND_IN_TOKEN", "stand-in-token")
    scoped_token: str = os.environ.get("STAND_IN_SCOPED_TOKEN", "stand-in-scoped-token")

    @property
    def is_cloud(self) -> bool:
        """Whether Jira Cloud is imitated, with v3 and documents."""
        return self.kind == "cloud"


"""Below this path are the stand-in's own: orders, comments, the log of requests. Faults do not touch it."""
PREFIX = "/__stand_in/"
