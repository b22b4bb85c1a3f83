"""Atom feeds: of each list of the register as filtered, and of what a person follows. They hold the open part only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed

from dashboard.news import address, identity, sentence, source, told_at

MOST = 50


def feed(request: HttpRequest, *, title: str, about: str, lines: Iterable[Any]) -> HttpResponse:
    """The lines as an Atom feed; `about` is the address of the page that shows them."""
    made = Atom1Feed(
        title=title,
        link=request.build_absolute_uri(about),
        feed_url=request.build_absolute_uri(),
        description="Read from council papers and checked by a person; the paper itself is the record.",
        language="en-GB",
    )
    for line in lines:
        made.add_item(
            title=sentence(line),
            link=request.build_absolute_uri(address(line)),
            description=f"Source: {source(line)}.",
            unique_id=identity(line),
            pubdate=told_at(line),
            updateddate=told_at(line),
        )
    answer = HttpResponse(made.writeString("utf-8"), content_type=made.content_type)
    # A feed's address is a key: it must not go on to others.
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
