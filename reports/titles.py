"""Titles as papers print them, made readable."""

import re

SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}
# Short forms that could be read as words. Those without a vowel (DSG, EHCP) need no list.
SHORT_FORMS = {
    "A&E", "ADHD", "AGM", "ASD", "CAMHS", "CEO", "CIPFA", "CQC", "DCS", "DOLS", "EHC", "EHCP", "EOTAS", "EU", "GCSE",
    "HR", "ICB", "ICPC", "ICS", "ICT", "II", "III", "IRO", "IV", "LADO", "LAC", "MASH", "MTFP", "NEET", "NHS", "OBA",
    "PEP", "PFI", "PRU", "RAG", "ROSH", "SEMH", "SEN", "SENCO", "SEND", "SENDIASS", "UASC", "UK", "VCSE", "VI", "YOT",
}  # fmt: skip
VOWELS = set("AEIOUY")


def in_title_case(title: str) -> str:
    """A title that is printed in capitals, in title case; any other as it is.

    >>> in_title_case("SCRUTINY OF THE BUDGET: CHILDREN'S SERVICES AND SEND")
    "Scrutiny of the Budget: Children's Services and SEND"
    >>> in_title_case("DELIVERY AND RISK"), in_title_case("HSCPB UPDATE"), in_title_case("SEND")
    ('Delivery and Risk', 'HSCPB Update', 'SEND')
    >>> in_title_case("Family hubs")
    'Family hubs'
    """
    if not title.isupper():
        return title
    words = re.sub(r"[A-Z][A-Z'’&]*", lambda word: _cased(word[0]), title)
    return words[:1].upper() + words[1:]


def _cased(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    letters = re.sub(r"['’]S$", "", word)
    is_short_form = letters in SHORT_FORMS or (len(letters) > 1 and not VOWELS & set(letters))
    return letters + word[len(letters) :].lower() if is_short_form else word.capitalize()
