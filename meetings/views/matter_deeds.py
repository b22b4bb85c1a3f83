"""What reviewers do with one matter, and the page on which they do it."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from meetings import matter_history, matters, proposed, undoing
from meetings.forms import ByWords, NameForm
from meetings.models import Entry, Matter, MatterDeed, Mention
from reports.access import may_read_exempt, may_review, only

LINES_A_PAGE = 100
MOST_FOUND = 25


@require_safe
@only(may_review)
def matter_change(request: HttpRequest, pk: UUID) -> HttpResponse:
    return change_page(request, one_matter(request, pk))


@require_POST
@only(may_review)
def matter_rename(request: HttpRequest, pk: UUID) -> HttpResponse:
    matter = one_matter(request, pk)
    form = NameForm(request.POST, cleared=may_read_exempt(request.user))
    if not form.is_valid():
        return change_page(request, matter, form=form, status=422)
    said = form.cleaned_data
    told = {"title": said["title"], "exempt": said.get("exempt")}
    return done(
        request, matter, lambda: matters.rename(matter=matter, by=request.user, **told), "The name was changed."
    )


@require_POST
@only(may_review)
def matter_lines(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take the ticked lines out of the matter, or make them a matter of their own."""
    matter, lines = one_matter(request, pk), ticked(request)
    if request.POST.get("do") == "split":
        title = request.POST.get("title", "")
        return done(
            request, matter, lambda: matters.split(matter=matter, entries=lines, title=title, by=request.user),
            "The ticked lines are a matter of their own now.", title=title, ticked={str(line.pk) for line in lines},
        )  # fmt: skip
    said = "The ticked lines were taken out."
    return done(request, matter, lambda: matters.remove(matter=matter, entries=lines, by=request.user), said)


@require_POST
@only(may_review)
def matter_join(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Answer what is proposed for a matter: the ticked lines join it, or do not belong to it."""
    matter = one_matter(request, pk)
    told = {"matter": matter, "entries": ticked(request), "by": request.user}
    if request.POST.get("do") == "refuse":
        said = "The ticked lines will not be proposed for this matter again."
        return done(request, matter, lambda: matters.refuse(**told), said)
    return done(request, matter, lambda: matters.join(**told), "The ticked lines joined.")


@require_http_methods(["GET", "HEAD", "POST"])
@only(may_review)
def matter_add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find a line among those of no matter, and add it."""
    matter, form = one_matter(request, pk), ByWords(request.GET)
    if request.method == "POST":
        line = one_line(request, request.POST.get("line", ""))
        return done(
            request, matter, lambda: matters.add(matter=matter, entry=line, by=request.user), "The line was added."
        )
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = lines_saying(words, matter, request.user) if words else []
    return render(request, "meetings/matter_add.html", {"matter": matter, "form": form, "words": words, "found": found})


@require_http_methods(["GET", "HEAD", "POST"])
@only(may_review)
def matter_merge(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Find another matter, and merge this one into it."""
    matter, form = one_matter(request, pk), ByWords(request.GET)
    if request.method == "POST":
        into = one_matter(request, request.POST.get("into", ""))
        said = f"“{matter}” was merged into this matter."
        return done(request, matter, lambda: matters.merge(one=matter, into=into, by=request.user), said)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    others = matters_named(words, request.user).filter(council=matter.council).exclude(pk=matter.pk)[:MOST_FOUND]
    shown = {"matter": matter, "form": form, "words": words, "found": others}
    return render(request, "meetings/matter_merge.html", shown)


@require_POST
@only(may_review)
def mention_answer(request: HttpRequest, pk: int) -> HttpResponse:
    mention = get_object_or_404(Mention.objects.visible_to(request.user).select_related("matter"), pk=pk)
    yes = {"yes": True, "no": False}.get(request.POST.get("answer", ""))
    if yes is None:
        return change_page(request, mention.matter, wrong="Say whether the paragraph speaks of the matter.", status=422)
    said = "The mention is on the timeline." if yes else "It will not be proposed again."
    told = {"mention": mention, "yes": yes, "by": request.user}
    return done(request, mention.matter, lambda: matters.answer_mention(**told), said)


@require_POST
@only(may_review)
def matter_undo(request: HttpRequest, pk: int) -> HttpResponse:
    deed: MatterDeed | None = matter_history.find(pk, request.user)
    if deed is None:
        raise Http404
    try:
        undoing.undo(deed=deed, by=request.user)
    except matters.NotDone as why:
        messages.error(request, str(why))
    else:
        messages.success(request, "That was undone.")
    return redirect(next_page(request, deed.matter))


@require_http_methods(["GET", "HEAD", "POST"])
@only(may_review)
def line_matter(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Start a matter from one line of the register, or find the matter to which it is added."""
    line, form = one_line(request, pk), ByWords(request.GET)
    if known := proposed.known_matter(line, request.user):
        return redirect("meetings:matter_change", known.pk)
    name = NameForm(request.POST or None, cleared=False, initial={"title": proposed.name_for(line)})
    if request.method == "POST" and name.is_valid():
        try:
            made = matters.make(title=name.cleaned_data["title"], entries=[line], by=request.user)
        except matters.NotDone as why:
            name.add_error(None, str(why))
        else:
            messages.success(request, "The matter was made. You can undo this.")
            return redirect(made)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = matters_named(words, request.user).filter(council=line.council)[:MOST_FOUND]
    shown = {"line": line, "form": name if name.is_bound else None, "name": name, "by_words": form, "found": found}
    return render(request, "meetings/line_matter.html", shown, status=422 if name.is_bound else 200)


# What the deeds share.


def one_matter(request: HttpRequest, pk: UUID | str) -> Matter:
    return get_object_or_404(Matter.objects.visible_to(request.user).select_related("council"), pk=as_id(pk))


def one_line(request: HttpRequest, pk: UUID | str) -> Entry:
    return get_object_or_404(proposed.shown_lines(request.user), pk=as_id(pk))


def as_id(typed: UUID | str) -> UUID:
    try:
        return typed if isinstance(typed, UUID) else UUID(typed)
    except ValueError:
        raise Http404 from None


def ticked(request: HttpRequest, name: str = "line") -> list[Entry]:
    """The lines that were ticked, or named otherwise. The deed says so where one is not in the register any more."""
    return [Entry(pk=as_id(pk)) for pk in dict.fromkeys(request.POST.getlist(name))]


def matters_named(words: str, user):
    visible = Matter.objects.visible_to(user).select_related("council").with_span()
    return visible.saying(words).order_by("title") if words else visible.order_by("-made_at")


def lines_saying(words: str, matter: Matter, user) -> list[Entry]:
    """Lines of the matter's council that say the words and are in no matter, the latest first."""
    free = proposed.shown_lines(user).filter(council=matter.council).saying_in_title(words)
    return [line for line in free.latest_first()[: MOST_FOUND * 4] if not proposed.known_matter(line, user)][
        :MOST_FOUND
    ]


def done(
    request: HttpRequest, matter: Matter, deed: Callable[[], object], said: str, **typed: object
) -> HttpResponse:  # fmt: skip
    """Do a deed and go on to the matter; where it cannot be done, say why beside what was typed."""
    try:
        outcome = deed()
    except matters.NotDone as why:
        return change_page(request, matter, wrong=str(why), status=409, **typed)
    messages.success(request, f"{said} You can undo this.")
    return redirect(next_page(request, outcome if isinstance(outcome, Matter) else matter))


def next_page(request: HttpRequest, matter: Matter | None) -> str:
    """The matter's page for reviewers; the desk where the reviewer cannot see the matter any more, or came from it."""
    seen = matter and Matter.objects.visible_to(request.user).filter(pk=matter.pk).exists()
    if not seen or request.POST.get("back") == "desk":
        return reverse("meetings:matter_proposals")
    return reverse("meetings:matter_change", args=[matter.pk])


def change_page(request: HttpRequest, matter: Matter, *, status: int = 200, **more) -> HttpResponse:
    cleared = may_read_exempt(request.user)
    lines = proposed.shown_lines(request.user).filter(matter=matter).latest_first()
    shown = {
        "matter": matter,
        "page_obj": Paginator(lines, LINES_A_PAGE).get_page(request.GET.get("page")),
        "name": NameForm(cleared=cleared, initial={"title": matter.title, "exempt": matter.exempt}),
        "joining": proposed.joining(matter, request.user),
        "mentions": proposed.mentions(matter, request.user),
        "history": matter_history.of(matter, request.user),
    }
    if form := more.get("form"):
        shown["name"] = form
    return render(request, "meetings/matter_change.html", shown | more, status=status)
