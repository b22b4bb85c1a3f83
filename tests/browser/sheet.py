"""A page of charts without a site behind it: what the site would send for it is at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from playwright.sync_api import ConsoleMessage, Page

from tests.browser.look import DESKTOP, drawn

BUILT = settings.STATICFILES_DIRS[0]
PAGE = """<!doctype html><html lang="en"><head><title>Charts</title>
<link rel="stylesheet" href="/static/dashboard.css">
<script src="/static/js-enabled.js"></script><script src="/static/main.js" defer></script>
<script src="/static/charts.js" defer></script></head>
<body class="govuk-template__body"><main>{}</main></body></html>"""


def furnish(page: Page) -> None:
    """Give the page the site's style sheet and scripts as they are built."""
    page.route("**/static/**", lambda route: route.fulfill(path=BUILT / route.request.url.rpartition("/static/")[2]))


@contextmanager
def shown_on(page: Page) -> Iterator[Callable[..., Page]]:
    """Opens a page of the given content as the site would send it, and waits until its first picture is drawn.

    Fails where the page broke its security policy or threw an error.
    """
    complaints: list[str] = []

    def heard(said: ConsoleMessage) -> None:
        if said.type == "error":
            complaints.append(said.text)

    def threw(error: Exception) -> None:
        complaints.append(str(error))

    def show(content: str, size: dict[str, int] = DESKTOP) -> Page:
        page.set_viewport_size(size)
        page.route("**/charts", lambda route: route.fulfill(body=PAGE.format(content), headers=_headers()))
        page.goto("/charts")
        page.locator("svg.app-plot").first.wait_for()
        # A picture is drawn once more where a scroll bar made its room smaller.
        drawn(page)
        return page

    page.on("console", heard)
    page.on("pageerror", threw)
    yield show
    page.remove_listener("console", heard)
    page.remove_listener("pageerror", threw)
    page.emulate_media(media="screen")
    page.unroute("**/charts")
    assert complaints == []


def _headers() -> dict[str, str]:
    directives = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    policy = "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())
    return {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy}
