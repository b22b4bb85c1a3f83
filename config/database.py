"""Which database the site uses: the one that `DATABASE_URL` names, else PostgreSQL of the project's own.

The project's own server serves the demo, the tests and a developer's machine. It is started by the first connection
(see `config.embedded`), so a command that needs no database starts none.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

import dj_database_url
import environ

from config import postgres

ROOT = Path(__file__).resolve().parent.parent

# The path of a Unix socket has room for 107 characters; PostgreSQL's own part of it is /data/.s.PGSQL.5432
LONGEST_FOLDER = 85


def settings(env: environ.Env) -> dict[str, Any]:
    """Return Django's settings of the default database for this environment."""
    url = env.str("DATABASE_URL", default="")
    if url:
        return dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    return {
        "ENGINE": "config.embedded",
        "HOST": str(postgres.data_folder(folder())),
        "USER": postgres.USER,
        # The database that every new server has.
        "NAME": "postgres",
        # Two test runs at once do not disturb each other.
        "TEST": {"NAME": f"test_{os.getpid()}"},
    }


def folder(root: Path = ROOT) -> Path:
    """Return the folder of the project's own server: in the checkout, or where that will not do, in the user's data."""
    inside = root / "var" / "postgres"
    if len(str(inside)) <= LONGEST_FOLDER and postgres.may_reach(root):
        return inside
    checkout = hashlib.sha256(str(root).encode()).hexdigest()[:12]
    return user_data() / f"council-register-{checkout}"


def user_data() -> Path:
    """Return where this user's programs keep data; root's is not under /root, which is shut to PostgreSQL's account."""
    if os.geteuid() == 0:
        return Path("/var/lib")
    return Path.home() / ".local" / "share"
