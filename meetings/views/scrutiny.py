"""Pages of the scrutiny of budget proposals."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.forms import QuestionFilter, SavingFilter
from meetings.lists import listed
from meetings.models import Question, Saving
from reports.access import readable


@readable
@require_safe
@vary_on_headers("HX-Request")
def questions(request: HttpRequest) -> HttpResponse:
    form = QuestionFilter(request.GET, rows=Question.objects.visible_to(request.user))
    return listed(request, "questions", form, form.narrowed().with_source().select_related("council").by_theme())


@readable
@require_safe
@vary_on_headers("HX-Request")
def savings(request: HttpRequest) -> HttpResponse:
    form = SavingFilter(request.GET, rows=Saving.objects.visible_to(request.user))
    return listed(request, "savings", form, form.narrowed().with_source().select_related("council").by_reference())
