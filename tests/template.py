"""A database that has been migrated once, of which test databases are copies: to migrate takes longer than most tests.

It is kept in the project's own server until a migration, a model or the catalogue changes.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.core.management import call_command
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
APPS = ("reports", "meetings", "dashboard")
KEPT = "SELECT datname FROM pg_database WHERE datname LIKE 'migrated\\_%%'"
# Two runs at once make it once. Any number does, if nobody else locks it.
LOCK = 5_318_008


def database() -> str:
    """The name of the migrated database, which is made where there is none yet."""
    name = f"migrated_{_digest()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
        cursor.execute(KEPT)
        kept = {row[0] for row in cursor.fetchall()}
        if name not in kept:
            for old in kept:
                cursor.execute(f"DROP DATABASE IF EXISTS {old}")
            cursor.execute(f"CREATE DATABASE {name}_begun")
            _migrate(f"{name}_begun")
            cursor.execute(f"ALTER DATABASE {name}_begun RENAME TO {name}")
    return name


def _digest() -> str:
    """What the rows and tables of a migrated database depend on."""
    files = [ROOT / "uv.lock", ROOT / "config" / "settings.py"]
    files += [file for app in APPS for file in (ROOT / app).glob("*.csv")]
    files += [file for app in APPS for part in ("models", "migrations") for file in (ROOT / app / part).glob("*.py")]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def _migrate(name: str) -> None:
    usual = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        call_command("migrate", verbosity=0, run_syncdb=True)
    finally:
        connection.close()
        connection.settings_dict["NAME"] = usual
