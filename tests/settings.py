"""The tests run with the demonstration's settings: plain http on this machine, and no .env of the real thing."""

import os

from config.demo import ENVIRONMENT

os.environ.update(
    # But a build machine may bring a database of its own.
    ENVIRONMENT | {"DATABASE_URL": os.environ.get("DATABASE_URL", ""), "DJANGO_SETTINGS_MODULE": "tests.settings"}
)

from config.settings import *  # noqa: F403, TID251

# Safe hashing is slow on purpose.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Whitenoise asks for the folder, though the tests gather nothing into it.
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # noqa: F405
