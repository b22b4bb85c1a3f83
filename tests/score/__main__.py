"""How well the reader reads labelled papers: `python -m tests.score [NAME ...]`, the sample papers by default.

Reads each labelled paper (labels: a folder of JSON files that name their paper; documents: the folder of these papers)
and prints, by kind of document and sort of fact, how many labelled facts were found, how many facts that were read are
labelled, and how many labelled fields are right; then how often the reader was right for each way in which it knew.
What it prints it also writes for the scorecard page.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from reports.reading.facts import BASES, SURE, VERSION
from reports.reading.message import as_json
from reports.reading.read import read
from reports.reading.reading import Unreadable
from reports.sorts import KINDS, SORTS
from reports.sureness import SURENESS
from tests.score.tally import Tally, tally

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


def main() -> None:
    options = _options()
    labels = [path for path in sorted(options.labels.glob("*.json")) if _is_asked(path, options.only)]
    if not labels:
        sys.exit(f"There are no labels in {options.labels}.")
    total = Tally()
    for path in labels:
        one = of(json.loads(path.read_text(encoding="utf-8")), options.docs)
        total.add(one)
        if options.verbose:
            print(f"--- {path.stem}", *one.amiss, sep="\n    ", flush=True)
    print("\n".join(table(total)))
    if not options.only:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(json.dumps(card(total, date.today()), indent=1), encoding="utf-8")
    sure = total.sure()
    sys.exit(options.sure is not None and 100 * sure["right"] < options.sure * sure["said"])


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("only", nargs="*", help="parts of the labels' names")
    parser.add_argument("--labels", type=Path, default=SAMPLES / "expected")
    parser.add_argument("--docs", type=Path, default=SAMPLES)
    parser.add_argument("--write", type=Path, default=Path("var/scorecard.json"))
    parser.add_argument("--sure", type=float, help="fail if less than so many per cent of what is sure is right")
    parser.add_argument("-v", "--verbose", action="store_true", help="say what was missed, added or read otherwise")
    return parser.parse_args()


def _is_asked(path: Path, only: list[str]) -> bool:
    return not only or any(part in path.name for part in only)


def of(label: dict[str, Any], docs: Path) -> Tally:
    """The tally of one labelled paper; one that cannot be read has no facts."""
    try:
        reading = as_json(read((docs / label["file"]).read_bytes()))
    except (OSError, Unreadable) as why:
        found = tally(label, {"facts": []})
        found.amiss.insert(0, f"not read: {why}")
        return found
    return tally(label, reading)


def table(total: Tally) -> Iterator[str]:
    """What is printed, line by line."""
    yield f"{'':50}{'found':>16}{'right':>16}{'F1':>7}{'fields':>16}"
    for (kind, sort), count in in_order(total):
        yield _line(f"{kind} {sort}", count)
    for sort in (*SORTS, "Document"):
        if any((count := _sum(total, sort)).values()):
            yield _line(sort, count)
    yield _line(f"All of {total.documents} papers", total.total())
    yield ""
    yield f"{'':50}{'right':>16}{'in all fields':>16}"
    for basis in BASES:
        if count := total.bases.get(basis):
            yield _way(str(SURENESS[basis]), count)
    yield _way("All that is sure", total.sure())


def in_order(total: Tally) -> list[tuple[tuple[str, str], Counter[str]]]:
    kinds, sorts = list(KINDS), list(SORTS)
    place = {name: place for place, name in enumerate([*kinds, *sorts])}
    counted = [one for one in total.facts.items() if any(one[1].values())]
    return sorted(counted, key=lambda one: [place.get(name, 99) for name in one[0]])


def _sum(total: Tally, sort: str) -> Counter[str]:
    return sum((count for (_, fact), count in total.facts.items() if fact == sort), Counter())


def _line(name: str, count: Counter[str]) -> str:
    shares = [_share(count[part], count[whole]) for part, whole in (("found", "required"), ("right", "said"))]
    return f"{name:50}{shares[0]}{shares[1]}{f1(count):>7}{_share(count['equal'], count['fields'])}"


def _way(name: str, count: Counter[str]) -> str:
    return f"{name:50}{_share(count['right'], count['said'])}{_share(count['whole'], count['said'])}"


def _share(part: int, whole: int) -> str:
    return f"{part:>5}/{whole:<4} {100 * part / whole:5.1f}" if whole else f"{'-':>16}"


def f1(count: Counter[str]) -> str:
    """The harmonic mean of found and right; empty where one of them is not known."""
    if not count["required"] or not count["said"]:
        return ""
    found, right = count["found"] / count["required"], count["right"] / count["said"]
    return f"{200 * found * right / (found + right):.1f}" if found and right else "0.0"


def card(total: Tally, day: date) -> dict[str, Any]:
    """What the scorecard page shows."""
    rows = [
        {
            "kind": KINDS.get(kind, "Not known"),
            "fact": SORTS[sort].many if sort in SORTS else "The paper itself",
            **count,
        }
        for (kind, sort), count in in_order(total)
    ]
    bases = [{"name": str(SURENESS[basis]), **_counted(total.bases[basis])} for basis in BASES if basis in total.bases]
    return {
        "version": VERSION,
        "date": day.isoformat(),
        "documents": total.documents,
        "facts": total.total()["required"],
        "sure": _counted(total.sure()) | {"of": [str(SURENESS[basis]) for basis in SURE]},
        "bases": bases,
        "rows": rows,
    }


def _counted(count: Counter[str]) -> dict[str, Any]:
    said, right = count["said"], count["right"]
    share = f"{1000 * right // said / 10:g}%" if said else ""
    return {"said": said, "right": right, "whole": count["whole"], "share": share}


if __name__ == "__main__":
    main()
