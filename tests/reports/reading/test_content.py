"""The operators of a page's content: what pdfminer's own parser makes of it, and what it chokes on."""

import pytest
from pdfminer.psparser import LIT

from reports.reading.content import DEEPEST, TooMuch, operators


@pytest.mark.parametrize(
    ("content", "values"),
    [
        (b"1 -2.5 .5 +3 Td", [1, -2.5, 0.5, 3]),
        (b"(One) Tj", [b"One"]),
        (rb"(a\(b\)c\\ \101\n) Tj", [b"a(b)c\\ A\n"]),
        (b"(a (nested (text)) b) Tj", [b"a (nested (text)) b"]),
        (b"(over\\\nlines\r\nof) Tj", [b"overlines\nof"]),
        (b"<4F6e65> Tj", [b"One"]),
        (b"<4F 6E 6> Tj", [b"On\x60"]),
        (b"[(A)-20(B) 3]TJ", [[b"A", -20, b"B", 3]]),
        (b"/F1 12 Tf", [LIT("F1"), 12]),
        (b"/A#20B gs", [LIT("A B")]),
        (b"/P <</MCID 3/L[1 2]>> BDC", [LIT("P"), {"MCID": 3, "L": [1, 2]}]),
        (b"% a remark (\n1 w", [1]),
        (b"true false null x", [True, False, None]),
        (b"--5 w", [-5.0]),
    ],
)
def test_values_are_read_as_they_are_meant(content, values):
    ((_, found),) = operators(content)

    assert found == values


def test_each_operator_has_its_own_values():
    assert list(operators(b"q 1 0 0 1 0 0 cm BT(A)'ET Q")) == [
        (b"q", []), (b"cm", [1, 0, 0, 1, 0, 0]), (b"BT", []), (b"'", [b"A"]), (b"ET", []), (b"Q", []),
    ]  # fmt: skip


def test_a_picture_within_the_text_is_stepped_over():
    content = b"BI /W 2 /H 2 ID \x00(\xff EInot \nEI Q"

    assert [operator for operator, _ in operators(content)] == [b"BI", b"EI", b"Q"]


@pytest.mark.parametrize("content", [b"(never closed", b"[1 2 Tj", b"<< /A", b"BI ID", b"\\\x00)>]", b"<zz"])
def test_broken_content_ends(content):
    assert len(list(operators(content))) <= 2


@pytest.mark.parametrize("content", [b"[" * (DEEPEST + 1), b"<<" * 100_000, b"1 " * 100_000])
def test_content_that_is_built_to_take_for_ever_is_broken_off(content):
    with pytest.raises(TooMuch):
        list(operators(content))
