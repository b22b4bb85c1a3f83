"""The API as a whole: what it says of itself, and its parts."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Router
from ninja.errors import AuthenticationError, ValidationError

from dashboard.api import bodies, decisions, figures, lines, matters, meetings, papers, people, scrutiny
from dashboard.api.door import Api, ProgramKey, Session, kept_to_themselves, not_found, not_signed_in, not_understood

ABOUT = (
    "What councils decided, planned and reported for their children, read from their own papers and confirmed by a "
    "person. Every line names its source: document, page and paragraph. Read-only. You are given what you may read on "
    "the pages; a key is given the open part alone. Terms are those of Popolo and Open Civic Data where they have one. "
    "Dates are as exact as the paper prints them: 2018-02-07, 2018-02 or 2018."
)

api = Api(
    title="Children's services register",
    version="1",
    description=ABOUT,
    docs_url=None,
    docs_decorator=login_not_required,
    urls_namespace="api",
    auth=[ProgramKey(), Session(csrf=False)],
)
api.add_decorator(kept_to_themselves, mode="view")
api.add_exception_handler(AuthenticationError, not_signed_in)
api.add_exception_handler(Http404, not_found)
api.add_exception_handler(ValidationError, not_understood)
for tag, part in {
    "Bodies": bodies, "People": people, "Meetings": meetings, "Decisions": decisions, "Other lines": lines,
    "Scrutiny": scrutiny, "Matters": matters, "Figures": figures, "Papers": papers,
}.items():  # fmt: skip
    api.add_router("", part.router, tags=[tag])

elsewhere = Router()
api.add_router("", elsewhere)


@elsewhere.get("/{path:rest}", include_in_schema=False)
def nothing(request: HttpRequest, rest: str) -> HttpResponse:
    """Any other address below this one."""
    raise Http404
