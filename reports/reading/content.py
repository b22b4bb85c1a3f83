"""What a page's content says, operator by operator.

pdfminer.six takes its tokens out of a buffer letter by letter, which is most of the time that it needs; here one
pattern takes them out of the whole page. What the operators mean is still pdfminer's to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1, stream_value
from pdfminer.psparser import LIT

TOKEN = re.compile(
    rb"""
    (?P<number>[-+]?[0-9]++(?:\.[0-9]*+)?+|[-+]?\.[0-9]++)
    |\((?P<text>[^()\\]*+)\)
    |(?P<operator>[A-Za-z][^\s\x00()<>\[\]{}/%'"]*+|['"])
    |/(?P<name>[^\s\x00()<>\[\]{}/%]*+)
    |(?P<open>\[)
    |(?P<close>\])
    |(?P<begin><<)
    |(?P<end>>>)
    |<(?P<hex>[^<>]*+)>
    |(?P<long>\()
    |%[^\r\n]*+
    |(?P<odd>[-+.]++[0-9]++(?:\.[0-9]*+)?+)
    """,
    re.VERBOSE,
)
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])|\r\n?")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
BRACKET = re.compile(rb"\\[\s\S]|[()]")
PICTURE_END = re.compile(rb"[\s\x00]EI(?=[\s\x00]|\Z)")
NOT_HEX = re.compile(rb"[^0-9A-Fa-f]")
FIRST_NUMBER = re.compile(rb"[-+]?[0-9]*\.?[0-9]+")

# Arrays and dictionaries within one another deeper than this were not written by a word processor.
DEEPEST = 30
# Drawings placed on one page, within one another or not. More than this is a trap.
MOST_DRAWINGS = 5000
# Arguments of one operator.
MOST_ARGUMENTS = 10_000


class TooMuch(Exception):
    """A page that would take for ever: it is built to, or damaged."""


class Interpreter(PDFPageInterpreter):
    """Tells a device what a page paints."""

    # The device sees the whole page and counts its drawings: each drawing within another has an interpreter of its own.
    device: Any

    def do_Do(self, xobjid_arg: Any) -> None:
        self.device.drawings += 1
        if self.device.drawings > MOST_DRAWINGS:
            raise TooMuch
        super().do_Do(xobjid_arg)

    def execute(self, streams: Sequence[object]) -> None:
        """Does what the streams say; one that is already being done, in a drawing that holds itself, is left out."""
        self.stream_ids.clear()
        content = []
        for stream in streams:
            value = whole(stream)
            if value is None or value.objid is None or value.objid in self.parent_stream_ids:
                continue
            self.stream_ids.add(value.objid)
            content.append(value.get_data())
        for operator, arguments in operators(b"\n".join(content)):
            known = OPERATORS.get(operator)
            if known is None:
                if operator == b"EI":
                    self.device.render_image("", None)
                continue
            function, wanted = known
            self.argstack = arguments
            if wanted is None:
                function(self)
            elif len(arguments) >= wanted:
                function(self, *arguments[len(arguments) - wanted :])


def whole(stream: object) -> PDFStream | None:
    """A stream that may be named by its number; None where there is none."""
    found = resolve1(stream)
    return stream_value(found) if isinstance(found, PDFStream) else None


def operators(content: bytes) -> Iterator[tuple[bytes, list[Any]]]:
    """Each operator of a page's content with the values before it. A picture in the text is `EI`, without values."""
    values: list[Any] = []
    outer: list[list[Any]] = []
    place = 0
    while place < len(content):
        for token in TOKEN.finditer(content, place):
            sort = token.lastgroup
            if sort == "number":
                digits = token[0]
                values.append(float(digits) if b"." in digits else int(digits[:20]))
            elif sort == "text":
                values.append(token["text"] if b"\r" not in token["text"] else unescaped(token["text"]))
            elif sort == "operator":
                if token[0] in WORDS:
                    values.append(WORDS[token[0]])
                    continue
                if token[0] == b"ID":
                    found = PICTURE_END.search(content, token.end())
                    place = found.end() if found else len(content)
                    yield b"EI", []
                    values, outer = [], []
                    break
                # An array that was never closed ends here.
                yield token[0], outer[0] if outer else values
                values, outer = [], []
            elif sort == "long":
                text, place = long_text(content, token.end())
                values.append(text)
                break
            elif sort is not None:
                values = taken_in(sort, token[0], values, outer)
            if len(values) > MOST_ARGUMENTS:
                raise TooMuch
        else:
            return


def taken_in(sort: str, token: bytes, values: list[Any], outer: list[list[Any]]) -> list[Any]:
    """The list that values go into after a token that is neither number, text nor operator."""
    if sort == "name":
        values.append(LIT(named(token[1:])))
    elif sort == "hex":
        values.append(from_hex(token[1:-1]))
    elif sort == "odd":
        values.append(number(token))
    elif sort in ("open", "begin"):
        if len(outer) >= DEEPEST:
            raise TooMuch
        outer.append(values)
        return []
    elif outer:
        inner, values = values, outer.pop()
        values.append(inner if sort == "close" else pairs(inner))
    return values


def named(name: bytes) -> str | bytes:
    """A name as pdfminer knows it; `#20` in it is a letter's number."""
    if b"#" in name:
        name = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), name)
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name


def pairs(values: list[Any]) -> dict[Any, Any]:
    return {getattr(key, "name", None): value for key, value in zip(values[::2], values[1::2], strict=False)}


def from_hex(digits: bytes) -> bytes:
    digits = NOT_HEX.sub(b"", digits)
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode())


def number(token: bytes) -> float:
    """The number that a token begins with, whatever else stands in it: `--5`, `1.2.3`."""
    found = FIRST_NUMBER.search(token[:40])
    return float(found[0]) if found else 0.0


def long_text(content: bytes, start: int) -> tuple[bytes, int]:
    """A text that holds brackets or escapes, from behind its opening bracket, and the place behind its closing one."""
    depth = 1
    for found in BRACKET.finditer(content, start):
        if found[0] == b"(":
            depth += 1
        elif found[0] == b")":
            depth -= 1
            if not depth:
                return unescaped(content[start : found.start()]), found.end()
    return unescaped(content[start:]), len(content)


def unescaped(text: bytes) -> bytes:
    return ESCAPE.sub(meant, text)


def meant(escape: re.Match[bytes]) -> bytes:
    sign = escape[1]
    if sign is None:
        return b"\n"
    if sign.isdigit() and sign < b"8":
        return bytes([int(sign, 8) & 255])
    return ESCAPES.get(sign, sign)


def operator_table() -> dict[bytes, tuple[Callable[..., None], int | None]]:
    """Each operator's method and how many values it takes; None where it takes what it needs by itself."""
    spelled = {"_a": "*", "_q": "'", "_w": '"'}
    table: dict[bytes, tuple[Callable[..., None], int | None]] = {}
    for name in dir(Interpreter):
        if name.startswith("do_"):
            method = getattr(Interpreter, name)
            operator = name[3:]
            for ending, sign in spelled.items():
                operator = operator.removesuffix(ending) + sign if operator.endswith(ending) else operator
            table[operator.encode()] = method, method.__code__.co_argcount - 1 or None
    del table[b"EI"]
    return table


WORDS = {b"true": True, b"false": False, b"null": None}
OPERATORS = operator_table()
