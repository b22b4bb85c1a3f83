"""The page on which an officer says whether two printed names are one person's."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import people as names
from meetings.lists import A_PAGE
from meetings.models import SamePerson
from reports.access import may_review, only


@require_safe
@vary_on_headers("HX-Request")
@only(may_review)
def people(request: HttpRequest) -> HttpResponse:
    offers = SamePerson.objects.visible_to(request.user).unanswered_first()
    shown = offers.select_related("one__council", "other", "answered_by")
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    return render(request, f"meetings/{'_' if request.htmx else ''}people.html", {"page_obj": page})


@require_POST
@only(may_review)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    offer = get_object_or_404(SamePerson.objects.visible_to(request.user), pk=pk)
    yes = {"yes": True, "no": False}.get(request.POST.get("answer", ""))
    if yes is None:
        messages.error(request, "Say whether the two names are one person's.")
        return redirect("meetings:people")
    names.answer(offer=offer, yes=yes, by=request.user)
    word = "one person" if yes else "two people"
    messages.success(request, f"{offer.one} and {offer.other} are now {word}. You can undo this.")
    return redirect("meetings:people")


@require_POST
@only(may_review)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    offer = get_object_or_404(SamePerson.objects.visible_to(request.user), pk=pk)
    names.undo(offer=offer, by=request.user)
    messages.success(request, f"The answer about {offer.one} and {offer.other} was taken back.")
    return redirect("meetings:people")
