"""Pages of the scrutiny of budget proposals."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.lists import listed
from reports.access import readable


@readable
@require_safe
@vary_on_headers("HX-Request")
def questions(request: HttpRequest) -> HttpResponse:
    return listed(request, "questions")


@readable
@require_safe
@vary_on_headers("HX-Request")
def savings(request: HttpRequest) -> HttpResponse:
    return listed(request, "savings")
