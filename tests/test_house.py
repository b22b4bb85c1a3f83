"""How the house is built: floors that nothing climbs, and rooms that stay small."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent
APPS = ("reports", "meetings", "dashboard")  # from the ground up
MODULES = sorted(
    path.relative_to(ROOT)
    for folder in ("config", "tests", *APPS)
    for path in (ROOT / folder).rglob("*.py")
    if "migrations" not in path.parts
)
KINDS = ROOT / "reports" / "reading" / "kinds"
LICENCES = {"MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Apache-2.0", "Unlicense", "CC0-1.0"}
LONGEST_MODULE = 300
LONGEST_FUNCTION = 40


def test_foreign_keys_point_down():
    climbing = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_models()
        if model._meta.app_label in APPS
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if floor(field.related_model) > floor(model)
    ]

    assert climbing == []


def floor(model) -> int:
    label = model._meta.app_label
    return APPS.index(label) if label in APPS else -1


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_is_long(module):
    lines = len((ROOT / module).read_text().splitlines())

    assert lines <= LONGEST_MODULE


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_function_is_long(module):
    functions = [node for node in tree(ROOT / module) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    assert [node.name for node in functions if length(node) > LONGEST_FUNCTION] == []


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_kind_imports_another():
    strangers = [
        f"{path.name} imports {imported}"
        for path in KINDS.rglob("*.py")
        for imported in imported_kinds(path)
        if path.name != "__init__.py" and not related(path.stem, imported)
    ]

    assert strangers == []


def imported_kinds(path: Path) -> Iterator[str]:
    """The modules of the kinds' own folder that a module there imports."""
    for node in tree(path):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("reports.reading.kinds"):
            rest = node.module.removeprefix("reports.reading.kinds").strip(".")
            yield from [rest.split(".")[0]] if rest else [alias.name for alias in node.names]


def related(module: str, imported: str) -> bool:
    """Whether the two are parts of one kind: `panel_minutes_items` and `panel_minutes_votes`, of `panel_minutes`.

    What a kind is, and the signs that kinds are known by, belong to all of them.
    """
    return imported in ("kind", "signs") or kind_of(module) == kind_of(imported)


def kind_of(module: str) -> str:
    return min((path.stem for path in KINDS.rglob("*.py") if module.startswith(path.stem)), key=len, default=module)


def test_the_browser_packages_have_licences_that_let_us_use_them():
    packages = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    refused = {name: lock.get("license") for name, lock in packages.items() if lock.get("license") not in LICENCES}

    assert refused == {}


def tree(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text()))
