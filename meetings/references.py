"""The references by which councils number what they decide, in the ways that they print them: plain functions on text.

What looks alike and is none is left out: years (2016/17), dates, money, savings' numbers, telephone numbers, acts.
"""

from __future__ import annotations

import re

# "Forward Plan ref: A039/17", "Decision No. 24/00096", "Key decision reference KD5832", "(ref I034567)".
WHOSE = (
    r"(?:forward\s+plan|(?:key|executive|cabinet|delegated|officer|member)\s+decisions?|decision\s+(?:record|notice)|"
    r"decision|notice|issue|report)\s+"
)
LABEL = (
    rf"(?P<whose>(?:{WHOSE})*)(?P<word>ref(?:erence)?|no|number|id)\b\.?\s*(?:no|number|code|id)?\b\.?\s*[:=–-]?\s*"
    r"|\b(?P<plan>forward\s+plan|key\s+decision)\s*[:(–-]\s*"
)
SEPARATOR = r"(?:\s?[/–—‑-]\s?|\.)"
# What follows a label may be any short code with a digit in it.
CODE = rf"[A-Z]{{0,6}}{SEPARATOR}?\s?\d{{1,7}}(?:{SEPARATOR}[A-Z]{{0,5}}\d{{1,6}}){{0,3}}"
LABELLED = re.compile(rf"\b(?:{LABEL})(?P<code>{CODE})(?![\w/]|[.,-]\d)", re.IGNORECASE)
# Without a label only what can hardly be anything else.
PLAIN = re.compile(
    r"(?<![\w/.£#-])(?:"
    r"[A-Z]{1,3}\d{2,5}/\d{2}"  # A039/17
    r"|\d{2}/\d{5}"  # 24/00096
    r"|[A-Z]{2,5}[/–-]\d{2,4}[/–-]\d{1,4}"  # CAB-2023-17, FP/23/045
    r"|[A-Z]{2,5}/\d{2,5}/\d{2,4}"
    r"|KD[ /–-]?\d{3,5}"
    r"|[A-Z]\d{6}"  # I034567
    r")(?![\w/]|[.–-]\d)"
)
# A saving's or an application's number is labelled so; a clock, a road, an act or a telephone is no reference.
NOT_OF_A_DECISION = re.compile(
    r"\b(saving|savings|budget|planning|application|invoice|contract|tel|telephone|phone|fax|ext|extension|charity|"
    r"company|case|complaint|petition|minute|agenda|item)s?\W*(?:item\W*)?(?:\w*\W*)?$",
    re.IGNORECASE,
)
LETTERS_ONLY_OF_TIME = re.compile(
    r"^(?:Q|P|Y|YR|FY|KS|S|T|H|V|M|B|WEEK|PART|ITEM|PAGE|PARA|SECTION)/?\d{1,2}(?:/\d{2})?$"
)


def normalised(printed: str) -> str:
    """A printed reference as all its printings are one; empty for what is none.

    >>> normalised("a039 / 17"), normalised("CAB–2023–17"), normalised("KD 1234"), normalised("KD/1234")
    ('A039/17', 'CAB/2023/17', 'KD1234', 'KD1234')
    >>> normalised("2016/17"), normalised("12"), normalised("12/03/24")
    ('', '', '')
    """
    code = re.sub(r"\s+", "", printed.upper())
    code = re.sub(r"[–—‑.-]", "/", code).strip("/")
    # Between the letters and the first number a mark is left out or not, as the typist likes; a year keeps it.
    code = re.sub(r"^([A-Z]+)/(\d+)$", r"\1\2", code)
    return "" if _is_none(code) else code[:60]


def _is_none(code: str) -> bool:
    digits = re.sub(r"\D", "", code)
    if len(digits) < 3 or len(code) > 24:
        return True
    if re.fullmatch(r"(?:19|20)\d\d(?:/(?:19|20)?\d\d)?", code) or LETTERS_ONLY_OF_TIME.match(code):
        return True
    if re.fullmatch(r"\d{1,2}/\d{1,2}(?:/\d{2,4})?", code):
        return True
    # A number alone is an item's or a page's.
    return code.isdigit() and len(code) < 4


def field_reference(printed: str) -> list[str]:
    """What a paper's own field for references says: one reference, or several."""
    parts = re.split(r"[,;&\n]|\band\b", printed or "")
    if len(parts) == 1:
        # A field is a reference by its place: only a year or a bare item number is none.
        return [code] if (code := normalised(printed or "")) else []
    return [code for part in parts for code in references_in(part, labelled=True)]


def references_in(text: str, labelled: bool = False) -> list[str]:
    """The references that a text prints, normalised, in order, each once.

    With `labelled` a text that is a reference's field: its code needs no label.

    >>> references_in("Forward Plan ref: A039/17. Cabinet will be invited to decide on 12/03/18 for 2018/19.")
    ['A039/17']
    >>> references_in("Decision 24/00096 was called in (see also CAB-2023-17 and I034567).")
    ['24/00096', 'CAB/2023/17', 'I034567']
    >>> references_in("Saving ref: CS/2017/12; tel. 01992 555555; the Education Act 1996; item 7; £24,000/50")
    []
    """
    found = [normalised(text)] if labelled else []
    found += _behind_labels(text)
    found += [normalised(m[0]) for m in PLAIN.finditer(text) if _is_decisions(text, m.start())]
    return [code for code in dict.fromkeys(found) if code]


def labelled_in(text: str) -> list[str]:
    """Only the references that stand behind a word that says so: a reference field in running text.

    >>> labelled_in("Decision number: KD5832"), labelled_in("A039/17 was noted.")
    (['KD5832'], [])
    """
    return [code for code in dict.fromkeys(_behind_labels(text)) if code]


def _behind_labels(text: str) -> list[str]:
    return [normalised(m["code"]) for m in LABELLED.finditer(text) if _is_decisions(text, m.start()) and _is_sure(m)]


def _is_sure(match: re.Match[str]) -> bool:
    """A bare "ref" or "no" may lead anything: then the code itself must look like a decision's."""
    code = match["code"]
    if match["whose"] or match["plan"]:
        return bool(re.search(r"[A-Za-z/–-]|\d{4}", code))
    of_a_year = re.search(r"\d[/–-]\d|[A-Za-z][/–-]\d", code)
    is_long = re.match(r"[A-Za-z]\w*\d{5}|KD", code, re.IGNORECASE)
    return bool(of_a_year or is_long) and match["word"].casefold().startswith("ref")


def _is_decisions(text: str, start: int) -> bool:
    return not NOT_OF_A_DECISION.search(text[max(0, start - 24) : start])
