"""What axe, the checker of accessibility, says of a page as it stands.

Most of its time goes into contrast, which depends on little: with which ink words are written on which ground. An ink
that axe found right is right wherever it is seen again, so axe is asked about contrast only where an ink is new.
"""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
LOOK = Path(__file__).with_name("axe_look.js").read_text()
# Inks that axe found right in this run of the tests.
_right: set[str] = set()


def violations(page: Page) -> list[str]:
    """A line for each rule that is broken, with the first places."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate(LOOK, {"tags": TAGS, "known": sorted(_right)})
    _right.update(found["right"])
    return [f"{one['id']} ({one['impact']}): {_places(one['nodes'])}" for one in found["violations"]]


def _places(nodes: list[dict]) -> str:
    return " | ".join(node["html"][:160] for node in nodes[:3])
