"""What the API gives and how it is asked, for people who write programs: made from its own description."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from dashboard.api import api as register
from reports.access import readable


@readable
@require_safe
def api(request: HttpRequest) -> HttpResponse:
    described = register.get_openapi_schema()
    context = {
        "about": described["info"]["description"],
        "described_at": request.build_absolute_uri(reverse("api:openapi-json")),
        "parts": _parts(described["paths"]),
        "example": request.build_absolute_uri(reverse("api:decisions", query={"outcome": "approved", "limit": 10})),
    }
    return render(request, "dashboard/api.html", context)


def _parts(paths: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """The operations of each part, each with its address, what it gives, and what it can be asked."""
    parts: dict[str, list[dict[str, Any]]] = {}
    for path, operations in paths.items():
        told = operations["get"]
        asked = [_filter(one) for one in told["parameters"] if one["in"] == "query"]
        parts.setdefault(told["tags"][0], []).append({"path": path, "summary": told["summary"], "asked": asked})
    return parts


def _filter(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    told = ", ".join(map(str, schema["enum"])) if "enum" in schema else schema.get("format", schema.get("type", "text"))
    return {
        "name": parameter["name"],
        "takes": {"string": "text", "integer": "a number", "boolean": "true, false", "uuid": "an id",
                  "date": "a date such as 2018-02-07"}.get(told, told),
        "about": parameter.get("description", ""),
        "required": parameter["required"],
    }  # fmt: skip
