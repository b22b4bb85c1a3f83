"""Taking files in: a form for many, and the address that the page's script sends them to one by one."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_http_methods, require_POST

from reports import actions
from reports.access import may_review, only
from reports.forms import UploadForm
from reports.models import Document


@dataclass(frozen=True)
class Outcome:
    """What became of one file: a document, or why it was refused, with the same file as it is here already."""

    name: str
    document: Document | None = None
    why: str = ""
    twin: Document | None = None


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return render(request, "reports/upload.html", {"form": UploadForm()})
    form = UploadForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "reports/upload.html", {"form": form}, status=422)
    outcomes = [take(file, request.user) for file in form.cleaned_data["documents"]]
    return render(
        request, "reports/uploaded.html", {"outcomes": outcomes, "taken": sum(bool(o.document) for o in outcomes)}
    )


@only(may_review)
@require_POST
def upload_file(request: HttpRequest) -> JsonResponse:
    """Answer with the JSON that the multi-file upload of MOJ Frontend expects."""
    file = request.FILES.get("documents")
    if file is None:
        return JsonResponse({"error": {"message": "Choose a PDF or Word file."}}, status=400)
    outcome = take(file, request.user)
    if outcome.document:
        return JsonResponse(_taken(outcome))
    return JsonResponse(_refused(outcome), status=400)


def take(file: UploadedFile, by) -> Outcome:
    try:
        return Outcome(file.name, document=actions.upload(file=file, by=by))
    except actions.Refused as refused:
        return Outcome(file.name, why=str(refused), twin=refused.twin)


def _taken(outcome: Outcome) -> dict:
    return {
        "success": {
            "messageText": f"{outcome.name} was uploaded and will be read.",
            "messageHtml": render_to_string("reports/_taken.html", {"outcome": outcome}),
        },
        "file": _file(outcome.name, outcome.document),
    }


def _refused(outcome: Outcome) -> dict:
    twin = f" It is here as “{outcome.twin}”." if outcome.twin else ""
    answer = {"error": {"message": f"{outcome.name}: {outcome.why}{twin}"}}
    return answer | ({"file": _file(outcome.name, outcome.twin)} if outcome.twin else {})


def _file(name: str, document: Document) -> dict[str, str]:
    return {"filename": str(document.pk), "originalname": name, "url": document.get_absolute_url()}
