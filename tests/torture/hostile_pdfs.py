"""Hostile PDF files by name, each a few lines of how it is built to harm its reader."""

from __future__ import annotations

from tests.torture.hostile_pages import PAGES
from tests.torture.hostile_structure import STRUCTURE

HOSTILE_PDFS = PAGES | STRUCTURE
