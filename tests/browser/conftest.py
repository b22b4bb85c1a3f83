"""A real Chromium for the tests in this folder: from CHROMIUM, the path, or installed; where none can be had they skip.

On a build machine (CI is set) its absence is a failure.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect, sync_playwright

from tests import factories
from tests.browser.look import DESKTOP, Look
from tests.browser.sheet import furnish, shown_on

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)
# For a machine that does much else at the same time; a page that is right takes none of it.
SECONDS_OF_PATIENCE = 20
# What Chromium calls an error and is none: a file or a form that is refused, a finding that somebody else decided.
ANSWERED = re.compile(r"the server responded with a status of (400|409|422)")


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
    path = named or found() or one_installs()
    if path:
        return path
    said = "No Chromium: set CHROMIUM to the path of one. The tests in a browser were NOT run."
    if os.environ.get("CI"):
        pytest.fail(said, pytrace=False)
    pytest.skip(said)


# For the tests of this folder alone: Playwright keeps an event loop in this thread, which others are not to find there.
@pytest.fixture(scope="package")
def browser(chromium: str) -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Django would not touch the database beside such a loop.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        started = playwright.chromium.launch(executable_path=chromium, args=list(ARGUMENTS))
        expect.set_options(timeout=SECONDS_OF_PATIENCE * 1000)
        yield started
        started.close()


@pytest.fixture
def open_context(browser: Browser, migrated, live_server) -> Iterator[Callable[..., BrowserContext]]:
    """Opens a person's own cookies and pages; fails where a page broke its own security policy or threw an error."""
    complaints: list[str] = []
    opened: list[BrowserContext] = []

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error" and not ANSWERED.search(said.text):
            complaints.append(f"{said.text} ({said.location['url']})")

    def open_one(**options) -> BrowserContext:
        context = browser.new_context(base_url=live_server.url, viewport=DESKTOP, locale="en-GB", **options)
        context.on("console", heard)
        context.on("weberror", lambda thrown: complaints.append(str(thrown.error)))
        context.set_default_timeout(SECONDS_OF_PATIENCE * 1000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()
    assert complaints == []


@pytest.fixture
def context(open_context) -> BrowserContext:
    return open_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def plain_page(open_context) -> Page:
    """A page of a browser that runs no scripts."""
    return open_context(java_script_enabled=False).new_page()


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """A page for all charts of a module's tests."""
    context = browser.new_context(base_url="http://charts.example", viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    furnish(page)
    yield page
    context.close()


@pytest.fixture
def drawn(sheet: Page) -> Iterator[Callable[..., Page]]:
    """Opens a page of the given content with its charts."""
    with shown_on(sheet) as show:
        yield show


@pytest.fixture
def look(page) -> Iterator[Look]:
    looked = Look(page)
    yield looked
    if looked.wrong:
        pytest.fail("\n".join(["These pages are wrong:", *looked.wrong]), pytrace=False)


@pytest.fixture
def sign_in(client, live_server) -> Callable[..., User]:
    """Signs somebody with these roles in to the page's browser, without the form."""

    def enter(page: Page, *roles: str) -> User:
        somebody = factories.user(*roles)
        client.force_login(somebody)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        return somebody

    return enter


def tab_to(page: Page, target: Locator, most: int = 80) -> None:
    """Press the tabulator until the focus is there."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"The tabulator does not reach {target}")


def found() -> str | None:
    return next((path for path in map(shutil.which, NAMES) if path), None)


def one_installs() -> str | None:
    """Of the processes that share the tests one installs a Chromium, and the others find it."""
    with (Path(tempfile.gettempdir()) / f"council-register-chromium-{os.getuid()}").open("a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return found() or installed()


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
