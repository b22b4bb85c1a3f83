"""Django's PostgreSQL backend for the project's own server, which the first connection starts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from config import postgres


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        # The job queue opens its own connections, but asks here how: so this is the one door that all go through.
        postgres.hold(Path(self.settings_dict["HOST"]).parent)
        params: dict[str, Any] = super().get_connection_params()
        return params
