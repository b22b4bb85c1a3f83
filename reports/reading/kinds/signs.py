"""The signs of an officer's report and of minutes: what councils print above, in and around them.

Many weak signs make a kind and none is needed: one council heads its report "Report of", another "From" and "To".
A foreign sign weighs against a kind and never outweighs a paper that has all else.
"""

from __future__ import annotations

import re

from reports.reading.kinds.kind import Mark

BODY = r"(?:council|cabinet|executive|committee|commission|panel|board|forum|sub-?committee|group|governors?)"
OFFICER = (
    r"(?:director|head\s+of|officer|manager|chief|executive|member|leader|portfolio|solicitor|lead\b|commissioner)"
)
# A heading's number, whatever its form: "1.", "2.3", "(a)", "Section 4 -".
NUMBER = r"^\W*(?:(?:section\s+)?(?:\d+(?:\.\d+)*|[a-z])\b\W+)?"


def mark(pattern: str, weight: int, within: int | None = None, *, cased: bool = False) -> Mark:
    return Mark(re.compile(pattern, 0 if cased else re.IGNORECASE), weight, within)


# Papers about one decision or about decisions to come: they share a report's head and none of them is one.
OTHER_PAPERS = (
    r"^\W*(?:(?!.*\b(?:minutes|report)\b).{0,60}\W)?(?:record\s+of\s+(?:\w+\s+){0,3}?decisions?"
    r"|decisions?\s+(?:notice|record|recording|sheet|list|summary|statement)\b)"
    r"|^\W*(?:notice\s+of\s+(?:\w+\s+){0,3}decisions?|(?:\w+\s+){0,4}forward\s+plan\s*(?:$|of\b|for\b|\d|[-–]))"
    # "PROPOSED DECISION BY THE LEADER", "Cabinet Member Decision Form", "SINGLE MEMBER DECISION".
    r"|^\W*(?:(?:single|individual|cabinet|executive)\s+){1,2}member['’]?s?\s+(?:key\s+)?decision\b(?!\s+report)"
    r"|^\W*(?:(?!report\b)[\w'’]+\s+){0,4}decisions?\s+(?:(?:to\s+be\s+(?:taken|made)\s+)?by\s+(?:the|an?|individual"
    r"|cabinet|executive|officers?|members?|portfolio)\b|form\b|summary\b|statement\b)"
)
# An agenda lists the minutes of the last meeting with the pages on which they stand.
LISTED = r".{0,200}\b\d{1,3}\s*[-–]\s*\d{1,3}\W*$"
# "Forward Plan ref: 2022/074" is a row of a report's head; a heading "Forward Plan" is another paper's.
PLAN_ROW = r"(?:forward\s+plan|key\s+decision|KD|executive\s+decision)\s+(?:ref(?:erence)?|no\b|number|item|entry|date)"

OFFICER_REPORT_SIGNS = (
    mark(r"^\W*(?:title\s+of\s+(?:the\s+)?report|report\s+title|title|subject|report\s+on|re)\b\s*:?", 4, 25),
    mark(r"^\W*(?:(?:this\s+)?report\s+(?:by|of|from|author|to|sponsor)\b|(?:lead|contact|responsible|reporting"
         r"|accountable)\s+"
         r"(?:officer|director)|officer\s+contact|author|presented\s+by|prepared\s+by|director\s*:)", 4, 30),
    mark(rf"^\W*from\s*:|^\W*from\b.{{0,60}}\b{OFFICER}", 3, 25),
    mark(rf"^\W*(?:report\s+)?to\s*:|^\W*(?:report\s+)?(?:to"
         rf"|for)\s+(?:the\s+)?.{{0,60}}\b{BODY}\W*(?:\b\d.{{0,30}})?$", 3, 25),
    mark(rf"^\W*(?:meeting|committee|board|panel|cabinet|body|forum|decision[\s-]?(?:maker"
         rf"|making\s+body))(?:\s+name)?\s*:"
         rf"|^\W*name\s+of\s+{BODY}|^\W*meeting\s+.{{0,50}}\b{BODY}\W*$", 3, 25),
    mark(r"^\W*(?:meeting\s+date|(?:(?:committee|cabinet|board|panel)\s+)?date(?:\s+of\s+(?:the\s+)?"
         r"(?:meeting|cabinet|committee|board|panel|decision|report))?)\s*(?::|\b\W*(?:\w+day\W+)?\d|\W*$)", 2, 25),
    mark(r"^\W*(?:(?:security\s+|protective\s+|report\s+)?(?:classification|marking)\b|(?:exempt"
         r"|confidential)\b.{0,40}\??\W*"
         r"(?:yes|no|none)?\b|open\s+report|(?:report\s+)?status\s*:|public\s+(?:report|or\s+private)|part\s+(?:1|I"
         r"|A)\W*$)", 2, 25),
    mark(r"^\W*(?:wards?|(?:electoral\s+)?divisions?)(?:\W{0,3}s\W?)?\s*(?:affected|and\b|/|:|(?:all|none|n/a)\W*$"
         r"|.{0,30}:)"
         r"|^\W*key\s+decision\b", 2, 30),
    mark(rf"^\W*(?:relevant\s+)?{PLAN_ROW}|^\W*(?:(?:lead\s+|relevant\s+)?(?:cabinet|executive|portfolio"
         rf"|lead)\s+(?:member|holder|portfolio)"
         r"|portfolio)(?:\W{0,3}s\W?)?\s*(?::|\b.{3,60}$)", 2, 30),
    mark(r"^\W*(?:past|future|previous)\s+pathway|^\W*(?:previously|also)\s+considered\b|^\W*(?:outcome"
         r"|decision\s+(?:type|required)|type\s+of\s+"
         r"(?:decision|report)|report\s+type|agenda\s+item|item\s+no|appendices|enclosures|annex(?:es)?)\b", 2, 30),
    mark(r"^\W*(?:\d+(?:\.\d+)*\W+)?(?:(?:officer|key|summary\s+of|the)\s+){0,3}(?:recommend(?:ed\s+(?:decisions?"
         r"|actions?)|ations?)"
         r"(?:\s*\(s\))?|decisions?\s+(?:sought|required|requested)|actions?\s+(?:required|requested|sought))\W*(?:$"
         r"|:)", 5, 60),
    mark(r"^\W*(?:\d+(?:\.\d+)*\W+)?(?:that\b|(?:recommendations?\W+)?(?:it\s+is\s+(?:therefore\s+)?(?:recommended"
         r"|proposed)"
         r"|(?:the\s+)?[^.:]{3,60}\s(?:is|are)\s+(?:therefore\s+)?(?:asked|invited|recommended"
         r"|requested)\s+to)\b)", 2, 60),
    mark(NUMBER + r"(?:purpose|aims?|executive\s+summary|summary)(?:\s+of\s+(?:the\s+|this\s+)?report)?\s*(?:$|[:?]"
         r"|\W*$)"
         r"|\bthe\s+purpose\s+of\s+th(?:e|is)\s+report\b|^\W*(?:summary\W+)?this\s+report\b", 3, 45),
    mark(NUMBER + r"(?:alternatives?(?:\s+options)?(?:\s+considered)?|options?\s+(?:considered|appraisal)"
         r"|other\s+options)\b.{0,60}$", 2),
    mark(NUMBER + r"reasons?\s+for\s+(?:the\s+)?(?:recommendations?|decision)", 2),
    mark(NUMBER + r"(?:financial|legal|resource|equalit(?:y|ies)|equality,\s.{0,40}|risk|significant"
         r"|human\s+resources?|policy|climate|public\s+health"
         r"|procurement.{0,60}|corporate)\b.{0,40}(?:implications?|management|duty|considerations?|impact"
         r"|assessment)\W*$"
         r"|^\W*(?:\d+(?:\.\d+)*\W+)?(?:implications|equalities|finance|legal|risks?)\W*$", 3),
    mark(NUMBER + r"(?:(?:background|source|supporting)\s+(?:papers|documents|information)|key\s+(?:considerations"
         r"|issues)|main\s+issues|consultees"
         r"|consultation|community\s+impact|(?:report\s+)?contact\s+details|alignment\s+with\b.{0,60}|next\s+steps"
         r"|appendices)(?:\W*$|\s*:)", 2),
    mark(NUMBER + r"(?:background|introduction|context|proposals?|main\s+(?:report|body)|conclusions?)"
         r"(?:\s+and\s+(?:background|context|introduction))?\W*$", 2, 60),
    mark(r"^\W*(?:report\s+)?for\s+(?:decision|information|consideration|discussion|noting|approval|comment"
         r"|scrutiny)\W*$", 2, 20),
    mark(OTHER_PAPERS, -12, 12),
    # Whoever decides signs, once: above dots on a form, with the office behind.
    mark(r"^\W*(?:signed|signature)\b.{0,40}[._…]{8,}|^\W*signed\b.{0,80}\b(?:leader|mayor|(?:cabinet|executive)\s+member"
         r"|portfolio\s+holder)\b|^\W*date\b.{0,20}\b(?:after|on)\s+which\s+(?:the\s+|this\s+)?decision\b", -5),
    mark(r"\bto\s+be\s+taken\s+by\b|\bdecision\s+(?:already\s+)?taken\b|\bproposed\s+record\s+of\s+decision\b", -8, 25),
    mark(r"\bdecision\s+(?:no|number|ref(?:erence)?)\b", -2, 25),
    mark(r"^\W*(?:(?:draft\s+|unconfirmed\s+)?minutes(?:\s+of\b|\W*$)|members?\s+(?:present|in\s+attendance)"
         r"|present\s*:|apologies\b)", -8, 15),
    mark(r"\bminutes\b.{0,80}\b(?:confirmed|approved|agreed|signed)\s+as\b", -4),
    mark(r"^\W*executive\s+(?:portfolio|report|member['’]?s?\s+report)\b|\bsince\s+(?:the"
         r"|my)\s+last\s+(?:executive\s+)?report\b", -8, 12),
    mark(r"^\W*agenda\W*$", -6, 8),
)  # fmt: skip

PANEL_MINUTES_SIGNS = (
    mark(r"(?:^\W*(?:(?:draft|unconfirmed|public|printed|confirmed|final)\W+)?(?:minutes|notes)\b|\b(?:notes"
         r"|minutes)\s+of\s+(?:(?:the|a)\s+)?meeting\b"
         r"|^\W*at\s+(?:a|the)\s+(?:\w+\s+){0,2}meeting\s+of\b|\bmeeting\s+of\b.{0,80}\bheld\s+(?:at|in|on|via|by"
         r"|remotely)\b"
         r"|^.{0,60}\bat\s+a\s+meeting\s+of\b|\bminutes\W*$)(?!\s+of\s+the\s+last|.*\bto\s+be\s+(?:confirmed"
         rf"|held)|{LISTED})", 5, 12),
    mark(rf"^(?!{LISTED}).{{0,300}}?(?:\bminutes\s+of\s+(?:a|the)\s+.{{0,60}}\bmeeting\b"
         r"|\bminutes\s+of\s+(?:the\s+)?proceedings\b"
         rf"|\bmeeting\b.{{0,80}}\b(?:held|took\s+place)\b)", 3, 14),
    mark(r"^\W*(?:present|attendance|attendees|those\s+present|members?\s+(?:present|attending|in\s+attendance"
         r"|of\s+the\s+\w+)|(?:also\s+)?in\s+attendance"
         r"|(?:committee|board|panel|county)\s+(?:members|councillors)(?:\s+present)?"
         r"|(?:county\s+)?councillors?)\b.{0,40}(?::|$)", 4, 20),
    mark(r"^\W*(?:also\s+)?(?:in\s+attendance|present)\W*$|\bin\s+the\s+chair\b"
         r"|\((?:in\s+the\s+)?(?:vice[\s-])?chair(?:man|woman|person)?\)", 2, 25),
    mark(r"\bminutes\b.{0,120}\b(?:confirmed|approved|agreed|signed|accepted)\b.{0,60}\b(?:record|chair|accurate"
         r"|signed|correct)", 4),
    mark(r"\bRESOLVED\b|^\W*(?:(?:It\s+was\s+)?(?:Resolved|Agreed)|Conclusions?|Decision|AGREED)\b\W*(?:\b[Tt]hat\b|$)"
         r"|\b(?:[Pp]anel|[Cc]ommittee|[Cc]abinet|[Bb]oard|[Ff]orum)\s+(?:unanimously\s+)?(?:noted|agreed|resolved"
         r"|NOTED|AGREED|endorsed|welcomed)\b", 3, cased=True),
    mark(NUMBER + r"(?:minutes(?:\s+of\s+(?:the\s+)?(?:(?:last|previous)\s+)?meetings?)?|matters\s+arising"
         r"|any\s+other\s+business|urgent\s+(?:matters|business)"
         r"|AOB|date\s+of\s+(?:the\s+)?next\s+meeting)\b.{0,50}$|^\W*ACTIONS?\s*:", 3),
    mark(NUMBER + r"(?:declarations?|disclosures?)\s+of\s+(?:\w+\s+){0,3}interests?\b", 2),
    mark(r"\bapologies\s+(?:for\s+absence\s+)?(?:was|were|had\s+been)\b|^\W*(?:\d+\W+)?apologies\b", 2),
    mark(r"\bmembers\s+(?:noted|were\s+(?:informed|advised|told)|heard|asked|discussed|queried|commented|thanked)\b"
         r"|\bin\s+response\s+to\s+a\s+question\b"
         r"|\b(?:panel|committee|board|cabinet)\s+(?:considered|received|discussed)\s+(?:a|the)\s", 2),
    mark(r"\bmeeting\s+(?:commenced|started|opened|began|closed|ended|finished|concluded|rose|adjourned)\b"
         r"|\b(?:commenced|commencing|started|closed|ended|finished|concluded)\s+at\s+\d", 3),
    # Other papers quote minutes or look ahead to a meeting.
    mark(r"^\W*(?:recommendations?(?:\(s\))?|purpose\s+of\s+(?:the\s+)?report|report\s+(?:by|of))\b\W*(?:$|:)", -6, 25),
    mark(OTHER_PAPERS, -8, 12),
    # "Decisions taken at the meeting held on ..." heads the notice that goes out before the minutes.
    mark(r"^\W*(?:.{0,60}\W)?decisions\s+(?:taken|made)\s+at\b", -8, 6),
    mark(r"^\W*(?:decision\s+taken|decision\s+determined)\b|\bdecision\s+to\s+be\s+taken\b", -8, 25),
    mark(r"^\W*(?:public\s+)?a\s?g\s?e\s?n\s?d\s?a\W*$|^\W*agenda\s+(?:for|of)\b"
         r"|^\W*(?:\d+\W+)?to\s+(?:receive|consider|confirm|approve|note|agree)\b", -6, 20),
)  # fmt: skip
