from time import process_time

import pytest

from reports.reading.kinds import KINDS
from tests.reports.reading.words import paper

RUNS = {
    "dates": " ".join(f"on {n % 28 + 1} March 20{n % 30 + 10}" for n in range(1500)),
    "numbers": " ".join(str(n + 100) for n in range(2000)),
    "shares": " ".join(f"{n % 90 + 1}% of children in care" for n in range(1000)),
    "sums": " ".join(f"a saving of £{n + 1}k" for n in range(1500)),
    "one number": "1" * 30_000,
    "one word": "W" * 30_000,
}
# Seconds of processor time; a reader that goes over such a text again for each of its words takes minutes.
ENOUGH = 8


@pytest.mark.parametrize("run", RUNS)
def test_thirty_kilobytes_in_one_paragraph_are_read_in_seconds(run):
    written = paper(f"# 1. Cabinet decisions since the last report\n{RUNS[run]}")

    start = process_time()
    for kind in KINDS:
        kind.read(written)

    assert process_time() - start < ENOUGH
