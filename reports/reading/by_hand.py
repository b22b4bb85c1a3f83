"""Why a person must check the text of a file, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

# Two programs that read the same page seldom differ by more; a page with hardly any print says nothing.
DIFFERENCE = 0.2
FEW_LETTERS = 100
MENDED = "This file is damaged and had to be mended to be read: text may be missing. Check it by hand."
# Fewer letters that stand sideways are a chart's label or a stamp; more are text that is missed.
SIDEWAYS = 60
# A scanned page may carry the stamp of the pack that it went into: "Agenda Item 5", "Page 11".
STAMP = 40


def difference(seen: Sequence[int], read: Sequence[int]) -> str | None:
    """A sentence where the two readings of a file differ too much; None where they agree."""
    if len(seen) != len(read):
        return (
            f"Two ways of reading this file disagree: one finds {len(seen)} "
            f"pages, the other {len(read)}. Check its text by hand."
        )
    apart = [
        number
        for number, (one, other) in enumerate(zip(seen, read, strict=True), start=1)
        if max(one, other) >= FEW_LETTERS and abs(one - other) > DIFFERENCE * max(one, other)
    ]
    if not apart:
        return None
    return f"Two ways of reading this file disagree about page {named(apart)}: text may be missing. Check it by hand."


def simply_read(pages: Sequence[int], of: int) -> str | None:
    if not pages:
        return None
    if len(pages) == of:
        return "This file is damaged or unusual, and could only be read in a simpler way. Check its text by hand."
    return (
        f"Page {named(pages)} of this file is damaged or unusual, and could only be read in a simpler way. Check its "
        f"text by hand."
    )


def sideways(pages: Sequence[int]) -> str | None:
    if not pages:
        return None
    return f"Print on page {named(pages)} stands sideways or upside down and is left out. Check that page by hand."


def recognised(pages: Sequence[int]) -> str | None:
    if not pages:
        return None
    return f"Page {named(pages)} is a scan whose words a program has recognised; some may be wrong. Check it by hand."


def pictures(pages: Sequence[int]) -> str | None:
    if not pages:
        return None
    return f"Page {named(pages)} is a picture: words in it are not read. Look at it, and add by hand what it says."


def named(pages: Sequence[int]) -> str:
    """
    >>> named([3]), named(range(2, 14))
    ('3', '2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and more')
    """
    return ", ".join(str(number) for number in pages[:10]) + (" and more" if len(pages) > 10 else "")
