"""What axe, the checker of accessibility, says of a page as it stands."""

from __future__ import annotations

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
OPTIONS = {"runOnly": {"type": "tag", "values": list(TAGS)}, "resultTypes": ["violations"]}


def violations(page: Page) -> list[str]:
    """A line for each rule that is broken, with the first places."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    # What was looked at and is right, which is much, stays in the browser.
    found = page.evaluate("options => axe.run(options).then(looked => looked.violations)", OPTIONS)
    return [f"{one['id']} ({one['impact']}): {_places(one['nodes'])}" for one in found]


def _places(nodes: list[dict]) -> str:
    return " | ".join(node["html"][:160] for node in nodes[:3])
