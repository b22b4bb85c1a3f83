"""The examples in the docstrings of what reads files."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from dashboard.importing import area_names, breakdowns, cells, data_sets, gazetteer, notes, periods


@pytest.mark.parametrize("module", [area_names, breakdowns, cells, data_sets, gazetteer, notes, periods])
def test_examples_are_true(module: ModuleType):
    result = doctest.testmod(module)

    assert (result.failed, result.attempted > 0) == (0, True)
