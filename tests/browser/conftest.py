"""A real Chromium for the tests in this folder: from CHROMIUM, the path, or installed; where none can be had they skip.

On a build machine (CI is set) its absence is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
DESKTOP = {"width": 1280, "height": 900}
# The width at which WCAG 2.2 asks that nothing need scrolling sideways.
TELEPHONE = {"width": 320, "height": 800}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium."""
    named = os.environ.get("CHROMIUM")
    if named and not shutil.which(named):
        pytest.fail(f"CHROMIUM is {named}, which is not a program.", pytrace=False)
    path = named or found() or installed()
    if path:
        return path
    said = "No Chromium: set CHROMIUM to the path of one. The tests in a browser were NOT run."
    if os.environ.get("CI"):
        pytest.fail(said, pytrace=False)
    pytest.skip(said)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright keeps an event loop in this thread, and Django would not touch the database beside one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        yield started
        started.close()


@pytest.fixture
def context(browser: Browser, live_server) -> Iterator[BrowserContext]:
    """A person's own cookies and pages; fails where a page broke its own security policy or threw an error."""
    with browser.new_context(base_url=live_server.url, viewport=DESKTOP, locale="en-GB") as opened:
        complaints: list[str] = []
        opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        opened.on("weberror", lambda thrown: complaints.append(str(thrown.error)))
        opened.set_default_timeout(10_000)
        yield opened
    assert complaints == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def found() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


def installed() -> str | None:
    """Install a Chromium, from Debian where that may be done, else Playwright's own; None where neither can be had."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        run("apt-get", "update", "--quiet")
        run("apt-get", "install", "--yes", "--quiet", "chromium")
        if found():
            return found()
    run(sys.executable, "-m", "playwright", "install", "chromium")
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def run(*command: str) -> None:
    subprocess.run(command, capture_output=True, check=False, timeout=600)
