"""Documents and what was read in them."""

from reports.models.council import Acronym, Council
from reports.models.document import MOVES, NEXT_STEP, Document, Refusal, State
from reports.models.enclosure import Enclosure
from reports.models.finding import Deed, Finding, Problem, Verdict
from reports.models.flag import Flag
from reports.models.passage import Passage
from reports.models.synonyms import Synonyms
from reports.models.words import PAPERS, WORD, apart, stems_of, words_in

__all__ = [
    "MOVES", "NEXT_STEP", "PAPERS", "WORD", "Acronym", "Council", "Deed", "Document", "Enclosure", "Finding", "Flag",
    "Passage", "Problem", "Refusal", "State", "Synonyms", "Verdict", "apart", "stems_of", "words_in",
]  # fmt: skip
