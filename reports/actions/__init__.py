"""What people and the reader do to documents: each deed one function, in one transaction, told who does it."""

from reports.actions.proposing import propose_again
from reports.actions.publishing import NotYet, Place, preview, publish, withdraw
from reports.actions.reading import fail, keep, refuse, release, retry
from reports.actions.review import (
    Accepted,
    NotNow,
    Stale,
    accept,
    accept_all,
    add,
    correct,
    describe,
    mark,
    reject,
    undo,
)
from reports.actions.uploading import Refused, upload

__all__ = [
    "Accepted", "NotNow", "NotYet", "Place", "Refused", "Stale", "accept", "accept_all", "add", "correct", "describe",
    "fail", "keep", "mark", "preview", "propose_again", "publish", "refuse", "reject", "release", "retry", "undo",
    "upload", "withdraw",
]  # fmt: skip
