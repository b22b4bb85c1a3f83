"""The overview of figures, over a page of the same HTML that is stored and only served."""

from __future__ import annotations

import statistics
import time

from tests.torture.ground import ground

# Bars: the whole answer over a static page of the same size, and queries.
MOST_TIMES, MOST_QUERIES = 3.0, 15
MEASURES, YEARS = 60, range(2014, 2026)


def measure(rounds: int) -> None:
    """Print the queries of the overview and how long it takes, warm and cold, over the static page."""
    with ground():
        from tests.bench.overview_pages import pages

        times = pages(MEASURES, YEARS, rounds)
        static = statistics.median(times.static)
        print(
            f"overview of {MEASURES} measures x {times.areas} areas x {len(YEARS)} years, {times.size / 1000:.0f} kB: "
            f"{times.queries} queries warm, {times.queries_cold} cold, at most {MOST_QUERIES}"
        )
        for name, taken in (
            (f"at most {MOST_TIMES:.0f}", times.warm),
            ("the first time after a figure changed, in each process", times.cold),
        ):
            median = statistics.median(taken)
            print(
                f"overview / static page of the same HTML, {name}: {median / static:.2f} "
                f"({1000 * median:.1f} ms / {1000 * static:.1f} ms)",
                flush=True,
            )


def seconds(work) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
