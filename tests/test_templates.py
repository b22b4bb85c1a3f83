"""What no template may hold, so that the pages' security policy never has to give way."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.world import urls

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
NAMED_URL = re.compile(r"{%\s*(?:url|nav_item \"[^\"]+\")\s+['\"]([\w:]+)['\"]")
EXTENDS = re.compile(r"{%\s*extends\s+['\"]([^'\"]+)")

FORBIDDEN = {
    "an inline style": r"\sstyle\s*=",
    "a style element": r"<style\b",
    "an inline script": r"<script(?![^>]*\ssrc=)",
    "an htmx handler": r"\shx-on",
    "an event handler": r"\son[a-z]+\s*=\s*[\"']",
    "text that is not escaped": r"\|\s*safe(?:seq)?\b|{%\s*autoescape\s+off",
    "a script in an address": r"javascript:",
    "something of another host": r"<(?:script|link|img|iframe)\b[^>]*(?:src|href)=[\"']?(?:https?:)?//",
}


@pytest.mark.parametrize("forbidden", FORBIDDEN)
def test_no_template_holds(forbidden):
    found = [
        f"{template.relative_to(ROOT)}: {match[0]}"
        for template in TEMPLATES
        for match in re.finditer(FORBIDDEN[forbidden], template.read_text(encoding="utf-8"), re.IGNORECASE)
    ]

    assert not found


@pytest.mark.parametrize(
    ("forbidden", "example"),
    [
        ("an inline style", '<p style="color: red">'),
        ("a style element", "<style>"),
        ("an inline script", "<script>alert(1)</script>"),
        ("an htmx handler", '<p hx-on:click="x()">'),
        ("an event handler", '<p onclick="x()">'),
        ("text that is not escaped", "{{ text|safe }}"),
        ("a script in an address", '<a href="javascript:x()">'),
        ("something of another host", '<script src="https://cdn.example/x.js">'),
    ],
)
def test_the_rules_catch_what_they_name(forbidden, example):
    assert re.search(FORBIDDEN[forbidden], example, re.IGNORECASE)


def test_every_address_that_a_template_names_exists():
    known = urls().keys()
    named = {name for template in TEMPLATES for name in NAMED_URL.findall(template.read_text(encoding="utf-8"))}

    assert named
    assert {name for name in named if not name.startswith("admin:")} <= known


def test_every_page_has_a_title_of_its_own():
    extended = {name for page in TEMPLATES for name in EXTENDS.findall(page.read_text(encoding="utf-8"))}
    pages = [page for page in TEMPLATES if EXTENDS.search(page.read_text(encoding="utf-8"))]
    pages = [page for page in pages if page.relative_to(ROOT / "templates").as_posix() not in extended]
    titles = {
        page: re.search(r"{% block title %}(.*?){% endblock", page.read_text("utf-8"), re.DOTALL) for page in pages
    }

    assert pages
    assert [page.name for page, title in titles.items() if not title or not title[1].strip()] == []


def test_every_table_has_a_caption_and_scopes():
    for template in TEMPLATES:
        text = template.read_text(encoding="utf-8")
        assert text.count("<table") == text.count("<caption"), template
        assert not re.search(r"<th\b(?![^>]*\sscope=)", text), template
