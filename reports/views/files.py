"""The file as it was uploaded, and pictures of its pages."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from reports import pictures, sandbox
from reports.access import readable
from reports.views.documents import find, may_have_file

# Whatever a browser makes of the file, it is shut off from the site.
SHUT_OFF = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


@readable
@require_safe
def original(request: HttpRequest, pk) -> FileResponse:
    document = find(request, pk)
    if not may_have_file(document, request.user):
        raise Http404
    try:
        file = document.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    return FileResponse(
        file, as_attachment=True, filename=document.filename, content_type=document.media_type, headers=SHUT_OFF
    )


@readable
@require_safe
def picture(request: HttpRequest, pk, page: int) -> HttpResponse:
    document = find(request, pk)
    if not pictures.is_page(document, page) or not pictures.may_see(document, page, request.user):
        raise Http404
    try:
        png = pictures.picture(document, page)
    except (sandbox.Died, FileNotFoundError):
        raise Http404 from None
    return HttpResponse(png, content_type="image/png", headers=SHUT_OFF)
