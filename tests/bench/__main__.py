"""How long reading takes, as a ratio in one run: `python -m tests.bench [FILE.pdf ...]`, the samples by default.

For each round every file is read whole (lines, paragraphs, kind, facts, two readings compared), and laid out by bare
pdfminer.six (`extract_pages`). Printed are the ratio's minimum, median and maximum over the rounds; below 1 means that
whole reading is quicker than pdfminer's own layout.
"""

from __future__ import annotations

import argparse
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from pdfminer.high_level import extract_pages

from reports.reading.read import read

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    contents = [path.read_bytes() for path in options.files or sorted(SAMPLES.glob("*.pdf"))]
    rounds = [ratio(contents) for _ in range(options.rounds)]
    print(f"{len(contents)} files, {options.rounds} rounds")
    print("whole reading / bare pdfminer.six extract_pages:", spread(rounds))


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


def spread(values: list[float]) -> str:
    return f"min {min(values):.2f}, median {statistics.median(values):.2f}, max {max(values):.2f}"


if __name__ == "__main__":
    main()
