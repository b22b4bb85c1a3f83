"""Who may come in, and what is answered to those who may not or who ask wrongly (RFC 9457, problem details)."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.security import APIKeyCookie, HttpBearer

from dashboard.models import Key

PROBLEM = "application/problem+json"
TITLES = {401: "Not signed in", 404: "Not found", 422: "Not understood"}
PROBLEM_SCHEMA = {
    "type": "object",
    "required": ["title", "status", "detail"],
    "properties": {
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["in", "name", "detail"],
                "properties": {name: {"type": "string"} for name in ("in", "name", "detail")},
            },
        },
    },
}


class ProgramKey(HttpBearer):
    """A key that a person made for a program. It opens the open part only, whatever its maker may read."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        return Key.objects.reader(token, Key.What.API)


class Session(APIKeyCookie):
    """The person who is signed in in the browser; anybody, where anybody may read."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Any:
        # A key that is no good must not fall back to what everybody may read.
        if "Authorization" in request.headers:
            return None
        return request.user if request.user.is_authenticated or settings.ANONYMOUS_READING else None


class Api(NinjaAPI):
    """An API whose errors are problem details, and whose description says so."""

    def get_openapi_schema(self, **said: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**said)
        schema["components"].setdefault("schemas", {})["Problem"] = PROBLEM_SCHEMA
        content = {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        for path, operations in schema["paths"].items():
            for operation in operations.values():
                for status in (401, 404, 422) if "{" in path else (401, 422):
                    operation["responses"][status] = {"description": TITLES[status], "content": content}
                # By the web server, before the request is read.
                operation["responses"][414] = {"description": "Address too long"}
                for parameter in operation["parameters"]:
                    _leave_out_null(parameter["schema"])
        return schema

    @property
    def urls(self) -> tuple[list[Any], str, str]:
        """The addresses. Those who are not signed in are told so by a problem, not sent on to a page."""
        patterns, *names = super().urls
        for pattern in patterns:
            pattern.callback.login_required = False
        return patterns, *names


def _leave_out_null(schema: dict[str, Any]) -> None:
    """A filter that is not set is left out of an address, which has no null."""
    some = [one for one in schema.pop("anyOf", []) if one != {"type": "null"}]
    if len(some) == 1:
        schema.update(some[0])
    elif some:
        schema["anyOf"] = some


def problem(status: int, detail: str, **more: Any) -> HttpResponse:
    said = {"title": TITLES[status], "status": status, "detail": detail, **more}
    answer = HttpResponse(json.dumps(said), status=status, content_type=PROBLEM)
    if status == 401:
        answer.headers["WWW-Authenticate"] = "Bearer"
    return answer


def not_signed_in(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    return problem(401, "Sign in, or send a key of yours as “Authorization: Bearer …”.")


def not_found(request: HttpRequest, error: Http404) -> HttpResponse:
    return problem(404, "There is nothing here that you may read.")


def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    errors = [
        {"in": str(one["loc"][0]), "name": str(one["loc"][-1]), "detail": str(one["msg"])} for one in error.errors
    ]
    return problem(422, "; ".join(f"{one['name']}: {one['detail']}" for one in errors), errors=errors)


def kept_to_themselves(answer: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What somebody was let in for is not kept by caches, nor given to others."""

    @wraps(answer)
    def private(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = answer(request, *args, **kwargs)
        patch_vary_headers(response, ["Authorization", "Cookie"])
        if "Authorization" in request.headers or request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store, private"
        return response

    return private
