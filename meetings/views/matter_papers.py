"""A matter to take away: its timeline and, in date order, the pages that its lines were read from."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from meetings.matter_pack import pack
from meetings.matter_story import Story
from meetings.models import Matter
from reports.access import readable


@readable
@require_safe
def matter_papers(request: HttpRequest, pk: UUID) -> HttpResponse:
    visible = Matter.objects.visible_to(request.user).select_related("council")
    matter = get_object_or_404(visible, pk=pk)
    content = pack(Story(matter, request.user))
    name = f"{slugify(matter.title)[:60] or 'matter'}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
