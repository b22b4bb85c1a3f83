"""Golden pairs: a paper and what the reader says of it, `case.pdf|docx` beside `case.json`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reports.reading.message import as_json
from reports.reading.read import read

GOLDEN = Path(__file__).parents[2] / "golden"


@pytest.fixture
def golden(request):
    """Compares a paper with what was approved; with --golden-rewrite approves what is read now."""

    def compare(paper: Path) -> None:
        said = as_json(read(paper.read_bytes()))
        approved = paper.with_suffix(".json")
        if request.config.getoption("--golden-rewrite", default=False):
            approved.write_text(json.dumps(said, ensure_ascii=False, indent=1) + "\n")
        assert said == json.loads(approved.read_text())

    return compare


def pytest_addoption(parser):
    parser.addoption(
        "--golden-rewrite", action="store_true", help="approve what the reader says of the golden papers now"
    )
