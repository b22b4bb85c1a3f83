"""How long things take, as ratios in one run: `python -m tests.bench [FILE.pdf ...]`, the samples by default.

- Whole reading (lines, paragraphs, kind, facts, two readings compared) over bare pdfminer.six (`extract_pages`): below
  1 the whole is quicker than pdfminer's own layout.
- A document of 500 pages: its child's peak memory, and its time over that of one of 50 pages.
- Sixty documents read by one worker, over two.
- The register with ten lines and with very many (`--lines`): the queries of every page, file, feed and list for
  programs; the time of filters and searches over that of their bare SQL; seconds to propose one line's links.
- A table of official statistics with 50,000 rows, from its file to committed rows, over a bare COPY of the same rows.
- The overview of sixty measures with official figures, its queries, and its time over a page of the same HTML that is
  only served.

Printed are minimum, median and maximum over the rounds. `--only` leaves the others out.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from pdfminer.high_level import extract_pages

from reports.reading.read import read
from tests.bench import importing, overview
from tests.bench.length import LONG, SHORT, long_and_short, minutes
from tests.bench.register import measure
from tests.bench.workers import DOCUMENTS, ratios

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
PARTS = ("reading", "length", "workers", "register", "importing", "overview")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", choices=PARTS, nargs="+", default=PARTS)
    parser.add_argument("--lines", type=int, default=100_000)
    options = parser.parse_args()
    if "reading" in options.only:
        contents = [path.read_bytes() for path in options.files or sorted(SAMPLES.glob("*.pdf"))]
        rounds = [ratio(contents) for _ in range(options.rounds)]
        print(f"whole reading / bare pdfminer.six extract_pages of {len(contents)} files: {spread(rounds)}", flush=True)
    if "length" in options.only:
        print_length(options.rounds)
    if "workers" in options.only:
        print(f"one worker / two workers on {DOCUMENTS} documents: {spread(ratios(options.rounds))}", flush=True)
    if "register" in options.only:
        measure(options.lines, options.rounds)
    if "importing" in options.only:
        importing.measure(options.rounds)
    if "overview" in options.only:
        overview.measure(options.rounds)


def print_length(rounds: int) -> None:
    long, short = minutes(LONG), minutes(SHORT)
    megabytes, times = zip(*(long_and_short(long, short) for _ in range(rounds)), strict=True)
    print(f"child's peak memory over {LONG} pages, MB: {spread(megabytes)}")
    print(f"time of {LONG} pages / of {SHORT} pages: {spread(times)}", flush=True)


def ratio(contents: list[bytes]) -> float:
    return seconds(read, contents) / seconds(laid_out, contents)


def laid_out(content: bytes) -> None:
    for _page in extract_pages(io.BytesIO(content)):
        pass


def seconds(work: Callable[[bytes], object], contents: list[bytes]) -> float:
    began = time.perf_counter()
    for content in contents:
        work(content)
    return time.perf_counter() - began


def spread(values: Sequence[float]) -> str:
    return f"min {min(values):.2f}, median {statistics.median(values):.2f}, max {max(values):.2f}"


if __name__ == "__main__":
    main()
