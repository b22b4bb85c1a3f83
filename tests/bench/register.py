"""The register with ten lines and with a hundred thousand: what each page asks, how soon it answers, and proposals."""

from __future__ import annotations

from tests.torture.ground import ground

# Bars: the whole answer over its bare SQL, and seconds for one line's proposals.
MOST_TIMES, MOST_SECONDS = 3.0, 1.0
LINES_PROPOSED_FOR = 25


def measure(lines: int, rounds: int) -> None:
    """Print the queries of every address, the ratios of answers, and the seconds of proposals."""
    with ground():
        from tests.bench import answers, archive

        archive.grow(archive.FEW, seed=1)
        browser = archive.reader("councillor")
        archive.query_counts(browser)
        few = archive.query_counts(browser)
        print(
            f"an archive of {lines:,} lines: {answers.seconds(lambda: archive.grow(lines, seed=2)):.0f} s", flush=True
        )
        print_queries(few, archive.query_counts(browser, archive.ALL[:-1]))
        print_answers(answers.timed(browser, rounds))
        print_proposals(answers.proposals(LINES_PROPOSED_FOR))


def print_queries(few: dict[str, int], many: dict[str, int]) -> None:
    from tests.bench.archive import FEW, MOST_QUERIES, differing

    wrong = differing(few, many)
    print(f"queries with {FEW} lines and with many, at most {MOST_QUERIES}:")
    for name, count in many.items():
        print(f"  {few.get(name, '-'):>3} {count:>3}  {name}{'  TOO MANY' if name in wrong else ''}")
    print(f"{len(many)} addresses, {len(wrong)} with too many", flush=True)


def print_answers(found: dict) -> None:
    from tests.bench.answers import p95

    print(f"whole answer / bare SQL, 95th percentiles, at most {MOST_TIMES}:")
    for name, one in found.items():
        times = f"{1000 * p95(one.whole):5.0f} ms / {1000 * p95(one.bare):5.0f} ms"
        print(f"  {one.ratio:5.2f}  {times}  {name}")
    whole = p95([time for one in found.values() for time in one.whole])
    bare = p95([time for one in found.values() for time in one.bare])
    print(f"of all questions together: {whole / bare:.2f}", flush=True)


def print_proposals(times: list[float]) -> None:
    from tests.bench.answers import p95

    mean = sum(times) / len(times)
    print(
        f"links proposed for a line: mean {mean:.2f} s, 95th percentile {p95(times):.2f} s, at most {MOST_SECONDS:.0f}"
    )
