"""The signs of a forward plan: what it is called, what the law makes it say, and the heads of its columns.

A plan of scrutiny's own work, and a report that quotes its reference in the plan, are none.
"""

from __future__ import annotations

import re

from reports.reading.kinds.signs import mark

MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
DECISIONS = (
    r"(?:(?:proposed|anticipated|intended|forthcoming|executive|cabinet|future|planned|upcoming|the|all"
    r"|other|key|non-?key|and)\s+){0,6}decisions?"
)
NAMES = (
    r"forward\s+plan(?!\s*(?:ref|no\b|number|item|entry|reference|:))"
    rf"|(?:(?:28|twenty[\s-]eight)[\s-]days?['’]?\s+)?(?:notices?|schedule|list|programme|register"
    rf"|index)\s+of\s+(?:intention\s+to\s+(?:take|make)\s+)?{DECISIONS}"
    rf"|(?:{DECISIONS}\s+)(?:notices?|list|schedule|forward\s+plan)\b|key\s+decisions?\s+(?:plan|notice|schedule"
    rf"|to\s+be\s+(?:taken|made))"
    r"|(?:cabinet|executive|council)\s+(?:forward\s+)?work\s+programme|(?:cabinet|executive"
    r"|decision)\s+forward\s+(?:work\s+)?(?:plan|programme)"
    r"|forward\s+work\s+(?:plan|programme)\s+(?:of|for)\s+(?:the\s+)?(?:cabinet|executive)"
)
PLAN = re.compile(rf"\b(?:{NAMES})", re.IGNORECASE)
HEADING = re.compile(rf"^\W*(?:\d{{1,2}}\s+)?{MONTH}\b.{{0,40}}$", re.IGNORECASE)
LABELS = (
    r"decision\s+(?:maker|taker)|decision\s+(?:due|expected)(?:\s+date)?|date\s+(?:decision\s+)?(?:due"
    r"|of\s+decision)|(?:proposed|expected)\s+date\s+of\s+decision"
)

FORWARD_PLAN_SIGNS = (
    mark(rf"^(?!.*\b(?:ref(?:erence)?|report|minutes|scrutiny)\b).{{0,80}}\b(?:{NAMES}).{{0,110}}$", 7, 8),
    mark(rf"\b(?:{NAMES})", 2, 14),
    mark(r"\b(?:this\s+(?:document|plan|notice)|the\s+(?:forward\s+)?plan"
         r"|it)\s+(?:also\s+)?(?:gives\s+(?:formal\s+)?notice|sets\s+out|contains|lists|details)\b.{0,80}"
         r"\b(?:key\s+)?decisions?\b", 3, 30),
    mark(r"\b(?:definition\s+of\s+(?:a\s+)?key\s+decision|key\s+decision\s+(?:is|means|as)\b"
         r"|what\s+is\s+a\s+key\s+decision)", 3, 60),
    mark(r"\b(?:anticipated|intended|forthcoming|proposed)\s+key\s+decisions?\b|\bkey\s+decisions?\s+(?:which|that"
         r"|to\s+be|likely)\b", 2, 40),
    mark(r"\b(?:28|twenty[\s-]eight)\s+(?:clear\s+|calendar\s+)?days\b"
         r"|\bAccess\s+to\s+Information\)?\s*\(England\)\s*Regulations\s+2012", 3, 60),
    mark(r"\bdecisions?\b.{0,100}\b(?:are|is|intends?|expects?|plans?|due|expected|likely)\s+to\s+(?:be\s+)?(?:take|make|taken"
         r"|made|consider|considered)\b", 2, 30),
    mark(r"\bdecisions\s+(?:(?:which|that)\s+are\s+)?to\s+be\s+(?:taken|made|considered)\b"
         r"|\b(?:forthcoming|upcoming|future|planned|intended|anticipated)\s+(?:\w+\s+){0,2}decisions\b", 4, 8),
    # The heads of a plan's columns say when, which those of decisions taken do not.
    mark(r"^(?=.{0,200}\b(?:due|expected|proposed\s+date|earliest|anticipated|not\s+before|meeting\s+date)\b)"
         r"(?=.{0,200}\b(?:decision|title|subject|issue|item|matter)\b)(?=.{0,200}\b(?:officer|contact|author|director)\b)"
         r"(?=.{0,200}\b(?:decision\s+(?:maker|taker)|to\s+be\s+taken\s+by|cabinet\s+member|portfolio)\b)"
         r".{30,200}$", 3),
    # A plan without columns has a heading a meeting: "Cabinet - 12 May 2026".
    mark(rf"^\W*(?:cabinet|executive|full\s+council|council|leader)\W+(?:meeting\W+)?(?:\w{{6,9}}day\W+)?\d{{1,2}}(?:st|nd"
         rf"|rd|th)?\s+{MONTH}\s+20\d\d\W*$", 3),
    mark(r"\b(?:forward\s+plan|programme|plan|list)\s+(?:shows|lists|sets\s+out|contains|details"
         r"|covers)\s+(?:all\s+)?the\s+(?:\w+\s+){0,2}(?:reports|items|matters|business|decisions)\b.{0,60}"
         r"\b(?:cabinet|executive|council)\b", 3, 30),
    mark(rf"\b(?:plan|programme|decisions?)\b.{{0,40}}\b{MONTH}\b(?:\s+20\d\d)?\s*(?:-|–|—|to)\s*"
         rf"(?:\d{{1,2}}\s+)?{MONTH}\b", 2, 10),
    mark(r"^\W*(?:exempt|private|confidential|key(?:\s+decision)?|open)\s*\??\s*:?\s*(?:yes|no)\W*$", 2),
    mark(r"\b(?:updated|published|reviewed|refreshed)\b.{0,60}\b(?:monthly|each\s+month|every\s+month)\b|\bcoming\s+months\b|\b(?:rolling|next"
         r"|following)\s+(?:\w+\s+)?(?:four|three|4|3|12|twelve|six)[\s-]months?\b"
         r"|\bfor\s+the\s+(?:\w+\s+)?period\b|\bcovering\s+the\s+period\b|^\W*(?:this\s+update\s+)?published\b", 2, 40),
    mark(rf"^(?=.*\b(?:{LABELS}|meeting\s+date|key\b|when\b|to\s+be\s+(?:taken|made)\s+by))(?=.*\b(?:title|subject|issue|item|matter"
         rf"|decision)\b)(?=.*\b(?:lead|officer|contact|who|decision[\s-]"
         r"(?:maker|taker|making)|body|author|open|exempt|private)\b).{20,330}$", 4),
    mark(rf"^\W*(?:{LABELS})\W", 3),
    mark(r"^\W*(?:reason\s+key|anticipated\s+restriction|notice\s+of\s+(?:proposed\s+)?decision\s+first\s+published"
         r"|originally\s+due|wards?\s+affected"
         r"|is\s+(?:it|this)\s+a?\s*key\s+decision|documents?\s+to\s+be\s+(?:submitted|considered)|consultees)\b", 2),
    mark(r"\bKD\d{3,5}\b.*\b(?:cabinet|executive|council)\b", 2),
    mark(r"^\W*(?:minutes\b|present\s*:|apologies\b|RESOLVED\b|agenda\W*$|recommendations?\W*$|report\s+(?:of|by"
         r"|to)\b)", -5, 30),
    mark(r"^\W*(?:(?:proposed\s+)?record\s+of\s+(?:\w+\s+){0,3}?decisions?|decision\s+(?:notice|record)\b"
         r"|date\s+decision\s+(?:taken|made)|decision\s+taken"
         r"|(?:decision|issue)\s+details)\b", -8, 14),
    mark(r"\b(?:overview|scrutiny|select\s+committee)\b.{0,60}\b(?:work|forward)\s+(?:programme|plan)\b|\b(?:work"
         r"|forward)\s+(?:programme|plan)\b.{0,60}\bscrutiny\b", -8, 10),
    mark(r"^\W*(?:classification|title\s+of\s+report|report\s+title|recommendation)s?\s*:", -5, 20),
)  # fmt: skip
