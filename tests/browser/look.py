"""A look at pages, wide and narrow: what axe says of them, their headings and titles, and whether they fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlencode

from playwright.sync_api import Page, ViewportSize

from tests.browser.axe import violations

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
# The width at which WCAG 2.2 asks that nothing need scrolling sideways.
TELEPHONE: ViewportSize = {"width": 320, "height": 800}
# What makes a page's form wrong: something typed into the address, or a form sent without an answer.
SENT_EMPTY = "sent empty"
Wrong = dict[str, str] | str | None
# Takes every answer out of the page's own form and sends it, as a browser without scripts would.
EMPTY_AND_SEND = """form => {
  for (const field of form.elements) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else if (field.type !== "hidden" && field.type !== "submit" && field.type !== "file") field.value = "";
  }
  form.submit();
}"""


@dataclass
class Look:
    """What was seen on the pages so far: what is wrong, and whose each title is."""

    page: Page
    wrong: list[str] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)
    sizes: tuple[ViewportSize, ...] = (DESKTOP, TELEPHONE)

    def at(self, name: str, address: str) -> None:
        answer = self.page.goto(address)
        if answer is None or not answer.ok:
            self.wrong.append(f"{name}: {address} answers {answer and answer.status}")
        elif (other := self.titles.setdefault(self.page.title(), name)) != name:
            self.wrong.append(f"{name}: has the title of {other}, {self.page.title()}")
        self.at_this(name)

    def at_this(self, name: str) -> None:
        """Look at the page that is open, in each size; the narrowest is the last."""
        if (headings := self.page.locator("h1").count()) != 1:
            self.wrong.append(f"{name}: has {headings} headings of the first level")
        for size in self.sizes:
            self.page.set_viewport_size(size)
            drawn(self.page)
            self.wrong += [f"{name}, {size['width']} wide: {said}" for said in violations(self.page)]
        if (width := self.page.evaluate("document.scrollingElement.scrollWidth")) > TELEPHONE["width"]:
            self.wrong.append(f"{name}: scrolls sideways, {width} wide")

    def at_wrong_form(self, name: str, address: str, how: Wrong) -> None:
        self.page.goto(f"{address}?{urlencode(how)}" if isinstance(how, dict) else address)
        if how == SENT_EMPTY:
            with self.page.expect_navigation():
                self.page.locator("main form").last.evaluate(EMPTY_AND_SEND)
        self.at_error(name)

    def at_error(self, name: str) -> None:
        if not self.page.locator(".govuk-error-summary, .govuk-error-message").count():
            self.wrong.append(f"{name}: its wrong form says nothing")
        if not self.page.title().startswith("Error: "):
            self.wrong.append(f"{name}: its title does not say that there is an error")
        self.at_this(f"{name} with a wrong form")


def drawn(page: Page) -> None:
    """Wait until the page has been laid out and drawn anew, and what follows a change of its size is done."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
