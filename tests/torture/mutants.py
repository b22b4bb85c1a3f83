"""The samples, damaged: mutant number 17 is the same file in every run."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
KEYWORDS = re.compile(
    rb"endobj|endstream|stream|xref|trailer|startxref|/Type|/Page|/Kids|/Length|/Font|/Contents|\bTj\b|\bTm\b|\bBT\b|\bET\b"
    rb"|<w:\w+|</w:\w+>|PK\x01\x02|PK\x03\x04"
)
REFERENCE = re.compile(rb"\b\d{1,5} 0 R\b|w:(?:val|id)=\"[^\"]{1,20}\"")
NUMBER = re.compile(rb"\d+")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A damaged copy of a sample; `name` says which sample, and what was done to it."""

    name: str
    sample: str
    content: bytes


def turn_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 10, 100))):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(1, len(content)) :]


def delete(content: bytearray, chance: random.Random) -> None:
    first, last = piece(content, chance)
    del content[first:last]


def repeat(content: bytearray, chance: random.Random) -> None:
    first, last = piece(content, chance)
    content[last:last] = content[first:last] * chance.choice((1, 3, 200))


def zeros(content: bytearray, chance: random.Random) -> None:
    first, last = piece(content, chance)
    content[first:last] = bytes(last - first)


def digits(content: bytearray, chance: random.Random) -> None:
    """Other digits in the place of some."""
    for found in some(NUMBER, content, chance):
        content[found.start() : found.end()] = b"%0*d" % (
            found.end() - found.start(),
            chance.randrange(10 ** min(18, found.end() - found.start())),
        )


def big_numbers(content: bytearray, chance: random.Random) -> None:
    for found in sorted(some(NUMBER, content, chance), key=re.Match.start, reverse=True):
        content[found.start() : found.end()] = chance.choice(
            (b"4294967296", b"-2147483649", b"9" * 60, b"1e308", b"-0")
        )


def swap_references(content: bytearray, chance: random.Random) -> None:
    found = list(REFERENCE.finditer(bytes(content)))
    if len(found) > 1:
        one, other = sorted(chance.sample(found, 2), key=re.Match.start)
        content[other.start() : other.end()] = one[0]
        content[one.start() : one.end()] = other[0]


def break_keywords(content: bytearray, chance: random.Random) -> None:
    for found in some(KEYWORDS, content, chance):
        content[found.start() + chance.randrange(len(found[0]))] = chance.randrange(256)


def splice(content: bytearray, chance: random.Random) -> None:
    """A piece of another sample in the place of one of its own."""
    other = samples()[chance.choice(sorted(samples()))]
    (first, last), (begin, end) = piece(content, chance), piece(bytearray(other), chance)
    content[first:last] = other[begin:end]


OPERATORS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    turn_bits, cut, delete, repeat, zeros, digits, big_numbers, swap_references, break_keywords, splice,
)  # fmt: skip


def piece(content: bytearray, chance: random.Random) -> tuple[int, int]:
    first = chance.randrange(len(content))
    return first, min(len(content), first + chance.choice((1, 20, 400, 8000)))


def some(pattern: re.Pattern[bytes], content: bytearray, chance: random.Random) -> list[re.Match[bytes]]:
    found = list(pattern.finditer(bytes(content)))
    return chance.sample(found, min(len(found), chance.choice((1, 5, 40))))


def mutant(number: int) -> Mutant:
    chance = random.Random(number)
    name = chance.choice(sorted(samples()))
    operator = OPERATORS[number % len(OPERATORS)]
    content = samples()[name]
    # A Word file that is damaged from outside no longer opens; what is in it can be damaged too.
    if name.endswith(".docx") and chance.random() < 0.7:
        return Mutant(f"{number} {operator.__name__} in {name}", name, damaged_within(content, operator, chance))
    spoiled = bytearray(content)
    operator(spoiled, chance)
    return Mutant(f"{number} {operator.__name__} {name}", name, bytes(spoiled))


def damaged_within(
    content: bytes, operator: Callable[[bytearray, random.Random], None], chance: random.Random
) -> bytes:
    """The Word file with one of its members damaged before it was packed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as sample, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as made:
        chosen = chance.choice(["word/document.xml", "word/document.xml", *sorted(sample.namelist())])
        for entry in sample.infolist():
            inner = bytearray(sample.read(entry))
            if entry.filename == chosen and inner:
                operator(inner, chance)
            made.writestr(entry.filename, bytes(inner))
    return written.getvalue()


@cache
def samples() -> dict[str, bytes]:
    """The samples by name."""
    return {path.name: path.read_bytes() for path in sorted(SAMPLES.glob("*.*")) if path.suffix in (".pdf", ".docx")}
