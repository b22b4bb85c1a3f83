#!/usr/bin/env python
"""Django's command line. Where the project's packages are in .venv only, it goes on with the Python that has them."""

import importlib.util
import os
import sys
from pathlib import Path

if __name__ == "__main__":
    python = Path(__file__).resolve().parent / ".venv" / "bin" / "python"
    if importlib.util.find_spec("django") is None and python.exists():
        os.execv(python, [str(python), *sys.argv])

    from django.core.management import execute_from_command_line

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    execute_from_command_line(sys.argv)
