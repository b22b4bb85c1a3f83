"""When two printed names mean one thing: plain functions on text."""

import re

TITLES = re.compile(
    r"\b(cllr|councillor|mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady|rev|revd|obe|mbe|cbe)\b\.?", re.I
)


def _plain(name: str) -> str:
    name = name.replace("’", "'").replace("‘", "'").replace("&", " and ").casefold()
    return re.sub(r"[^a-z0-9]+", " ", name.replace("'", "")).strip()


def committee_key(name: str) -> str:
    """What two printings of a body's name share.

    >>> committee_key("The Children’s Services Cabinet Panel") == committee_key("Childrens Services  cabinet panel")
    True
    """
    return re.sub(r"^the ", "", _plain(name))[:200]


def full_name(printed: str, meanings: dict[str, str]) -> str:
    """A body's name with its short form written out, as one council means it; unknown ones stay.

    >>> full_name("WSCB", {"WSCB": "Wexcombe Safeguarding Children Board"})
    'Wexcombe Safeguarding Children Board'
    """
    name = " ".join(printed.split())
    return meanings.get(name, name)[:200]


def name_key(name: str) -> str:
    """What two printings of one person's name share, titles left out.

    >>> name_key("Cllr R. J. Amberly") == name_key("R J AMBERLY")
    True
    """
    return _plain(TITLES.sub(" ", name))[:200]


def may_be_one(a: str, b: str) -> bool:
    """Whether two people's names are alike enough to ask: one surname, and first names that do not differ.

    >>> may_be_one("R J Amberly", "Rosalind Amberly"), may_be_one("R Amberly", "Thomas Amberly")
    (True, False)
    """
    one, other = name_key(a).split(), name_key(b).split()
    if len(one) < 2 or len(other) < 2 or one == other or one[-1] != other[-1]:
        return False
    first, second = sorted((one[0], other[0]), key=len)
    return second.startswith(first)
