"""ANONYMOUS_READING opens what is published and open to people who have not signed in, and nothing else."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests import world

# The setting is read when the pages are loaded, so the pages are asked for in a program of their own.
ASK = """
import django
django.setup()
from django.conf import settings
from django.db import connection
from django.test import Client
settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = {name!r}
settings.ALLOWED_HOSTS.append("testserver")
for path in {paths!r}:
    answer = Client().get(path)
    print(answer.status_code, b"mombasa" in answer.content.lower())
"""


@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_anonymous_readers_see_open_pages_and_neither_exempt_ones_nor_the_desk():
    small = world.build()
    open_paper, closed = small.published.get_absolute_url(), small.part_two.get_absolute_url()
    paths = ["/", "/decisions/", open_paper, "/search/?q=zanzibar", closed, "/desk/", "/documents/upload/"]

    said = subprocess.run(
        [sys.executable, "-c", ASK.format(name=connection.settings_dict["NAME"], paths=paths)],
        env=os.environ | {"ANONYMOUS_READING": "1", "DJANGO_SETTINGS_MODULE": "tests.settings"},
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )

    assert said.returncode == 0, said.stderr
    assert said.stdout.splitlines() == ["200 False"] * 4 + ["404 False"] + ["302 False"] * 2
