"""The page on which officers draft an executive member's report to Council, and its Word file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from dashboard.executive_docx import as_docx
from dashboard.executive_report import Report, drafted
from dashboard.forms import ReportForm
from reports.access import may_review, only

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@only(may_review)
@require_safe
def executive_report(request: HttpRequest) -> HttpResponse:
    form = ReportForm(request.GET)
    report = drafted(*form.asked) if form.asked else None
    if report and request.GET.get("format") == "docx":
        return _file(request, report)
    return render(request, "dashboard/executive_report.html", {"form": form, "report": report})


def _file(request: HttpRequest, report: Report) -> HttpResponse:
    today = timezone.localdate()
    content = as_docx(
        report,
        made_on=today,
        address=lambda finding: request.build_absolute_uri(finding.passage.get_absolute_url()),
    )
    answer = HttpResponse(content, content_type=DOCX)
    name = f"executive-report-draft-{today.isoformat()}.docx"
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer
