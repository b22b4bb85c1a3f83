"""The words by which clerks mark what was resolved, what goes with it, and what does not.

RESOLVED - that the report be noted.
The Panel agreed the work programme.
It was APPROVED that:
"""

from __future__ import annotations

import re

BODY = (
    r"(?:the\s+)?(?:[\w'’]++\s+){0,4}?(?:panel|committee|sub-?committee|cabinet"
    r"|board|council|commission|forum|executive|members|meeting|group)"
    # "The Committee for Schools and Skills".
    r"(?:\s+for\s+(?:[\w'’,]++\s+){0,5}?[\w'’]+(?=\s+(?:then\s+|also\s+|unanimously\s+)?(?:noted|agreed|approved|endorsed|resolved)\b))?"
)
# A line of its own after which the resolution stands.
BEGINS = re.compile(
    rf"^\W*(?:conclusions?|resolved|resolution|decisions?(?:\s+(?:taken|made))?|agreed|it\s+was\s+(?:agreed|resolved|approved|decided|noted|recommended)|recommend(?:ed|ations?\s+to\s+\w+)"
    rf"|(?:{BODY}\s+)?(?:unanimously\s+)?(?:resolved|agreed))(?:\s+(?:unanimously|by\s+(?:a\s+)?majority(?:\s+vote)?|that|to))*\W*$",
    re.IGNORECASE,
)
# "That the Committee:" above points that say what it did.
THAT_BODY = re.compile(
    r"^\W*that\s+[^:.]{0,80}?\b(?:panel|committee|cabinet|board|council|commission|forum|executive|members|group)\s*:\s*$",
    re.IGNORECASE,
)
DID = re.compile(
    r"^\W*(?:noted|agreed|approved|endorsed|supported|adopted|accepted|recommended|welcomed|authorised)\b",
    re.IGNORECASE,
)
# Heads of resolutions that already say the outcome; "RESOLVED" and "AGREED" leave it to what follows.
WEIGHTY = re.compile(r"\b(?:APPROVED|NOTED|DEFERRED|ENDORSED|RECOMMENDED)\b", re.IGNORECASE)
# A paragraph that is itself a resolution. The verb in capitals may stand anywhere, for then it is the clerk's mark.
RESOLVED = re.compile(
    r"^\W*(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|decision)(?:\s+unanimously)?\b\W*(?:that\b|to\b|[:\-–]|(?=[A-Z(]))"
    r"|^\W*(?:agreed|noted|decided)(?:\s+(?:unanimously))?\s*(?:[:\-–]|that\b|to\b)"
    r"|^\W*(?:it\s+was\s+)(?:then\s+|unanimously\s+)*(?:agreed|decided|resolved)\s+(?:unanimously\s+)?(?:that\s+the\s+(?:report|recommendation|minutes|item)|to\s+(?:approve|note|endorse|adopt|defer|refer|recommend))"
    rf"|^\W*{BODY}\s+(?:unanimously\s+)?resolved\b",
    re.IGNORECASE,
)
# The last sentence of a paragraph that leads to what was resolved: "... and two against. It was resolved to:"
LEADS = re.compile(
    r"\.\s+(?:and\s+)?it\s+was\s+(?:then\s+|\w+ly\s+)?(?:resolved|agreed)(?:\s+unanimously|\s+by\s+(?:a\s+)?majority)?(?:\s+(?:to|that))?\s*:\s*$",
    re.IGNORECASE,
)
SHOUTED = re.compile(r"\b(?:RESOLVED|AGREED|RECOMMENDED|NOTED|DECIDED|APPROVED|DEFERRED|ENDORSED)\b")
CONFIRMED = re.compile(
    r"\bminutes\b.{0,200}?\b(?:(?:were|was|be|is|are)\s+(?:\w+\s+){0,3}?(?:confirmed|approved|agreed|signed|accepted|adopted|taken|correct|accurate)"
    r"|(?:confirmed|approved|agreed|accepted)\s+as\s+(?:a|an)?\s*(?:correct|accurate|true))|^\W*(?:confirmed|approved|agreed)\b.{0,60}\bminutes\b",
    re.IGNORECASE | re.DOTALL,
)
# A report or plan of which it is said what was done with it, at the head of a paragraph.
WAS_AGREED = re.compile(
    r"^\W*(?:that\s+)?the\s+(?:\w+\s+){0,5}?(?:report|recommendations?|work\s+programme|work\s+plan|forward\s+plan|programme|plan|strategy|policy|proposals?|terms\s+of\s+reference"
    r"|update|appointments?|budget|amended\s+\w+)\s+(?:was|were)\s+(?:then\s+|duly\s+|unanimously\s+|formally\s+)*(?:agreed|approved|noted|endorsed|adopted|accepted)\b",
    re.IGNORECASE,
)
DEFERRED = re.compile(
    r"^\W*(?:consideration\s+of\s+)?(?:this|the|that)\s+(?:agenda\s+)?(?:item|report|matter|business|decision|petition)\b.{0,60}?\b(?:was|were|be|had\s+been)\s+"
    r"(?:\w+\s+)?(?:deferred|withdrawn|adjourned|carried\s+forward|postponed)\b|^.{3,60}\bwere\s+deferred\s+to\b",
    re.IGNORECASE,
)
# The body itself is the subject and does a deed: a decision where an item records no other.
BODY_DID = re.compile(
    rf"^\W*(?:that\s+)?{BODY}\s+(?:then\s+|also\s+|unanimously\s+|formally\s+)*(?:commented\s+(?:on|upon)\s+and\s+|considered\s+and\s+|received\s+and\s+"
    r"|(?:considered|received|heard|discussed|reviewed|debated|scrutinised)\s+[^.;]{3,150}?\s+and\s+(?:\w+ly\s+)?)?"
    r"(?:noted|agreed|approved|endorsed|supported|adopted|accepted|rejected|recommended|received\s+and\s+noted)\s+(?:and\s+\w+\s+)?"
    r"(?:(?:the|its|their|this)\s+(?:\w+\s+){0,3}?(?:report|update|recommendation|contents?|minutes|plan|strategy|presentation|proposals?|petition|position|paper|programme|budget"
    r"|information|performance|progress|outcomes?|findings|feedback|responses?|briefing|priorities|scope|work\s?plan|terms\s+of\s+reference"
    r"|(?-i:[A-Z])[\w'’-]+)|to\s+(?:note|approve|recommend|defer|adopt|endorse|refer)"
    r"|that\b[^.;]{5,200}?\bbe\s+(?:\w+ly\s+)?(?:\w+ed|made|given|sent|held|set|brought|taken|drawn|written|put)\b"
    # What the chair is to do in the body's name is its resolution; what officers are to send is an action.
    r"|that\s+(?:the\s+)?(?:vice[\s-])?chair(?:man|woman|person)?\s+(?:would|should)\s+(?:\w+ly\s+)?(?:write|refer|raise|ask|invite|seek|respond)\b)",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"\b(?:there\s+(?:was|were|is|are)\s+(?:no|none)|no\s+(?:decisions?|other|further|urgent|business|items?|petitions?|questions?)\b|none\b|not\s+required\b|it\s+was\s+not\b)",
    re.IGNORECASE,
)
# What follows a resolution and is none of it.
ENDS = re.compile(
    r"^\W*(?:reasons?\s+(?:for|of)|reasons?\W*$|alternatives?\s+(?:options?\s+)?(?:considered|rejected)|other\s+options|options\s+considered|\[?officer\s+contact|note\s*:|n\.?b\.?\b"
    r"|the\s+(?:meeting|\w+)\s+(?:closed|ended|finished|rose|adjourned|concluded)|call[\s-]in|chair(?:man|woman|person)?['’]?s?\W*(?:signature)?\W*[._…]*$|signed\b|action\s*:|implementation\b)",
    re.IGNORECASE,
)
# With these a sentence tells of the meeting again, and is no point of a resolution.
TOLD = re.compile(
    r"^\W*(?:(?:Members|Officers|Councillors?|Cllrs?|Mr|Mrs|Ms|Dr)\b|The\s+(?:Vice[\s-])?(?:Chair|Director|Head|Leader|Mayor|Officer|Executive\s+Member"
    r"|Cabinet\s+Member|Clerk)|In\s+(?:response|answer)\b|There\s+(?:was|were)\b|A\s+(?:Member|Councillor)\b)"
)
VOTED = re.compile(
    r"^\W*(?:following|after|on|upon|by|with)?\s*(?:(?:a|the|being|having\s+been)\s+)*(?:put\s+to\s+(?:the|a)\s+vote|(?:recorded\s+|formal\s+|unanimous\s+)?vot(?:e|es|ing)\b|show\s+of\s+hands)"
    r"|^\W*(?:members|councillors|the\s+\w+)\s+(?:then\s+)?voted\b|^\W*(?:for|in\s+favour|against|abst\w+|voting)\b\W*\d|^\W*the\s+(?:vote|result|voting)\b"
    r"|^\W*(?:this|it)\s+was\s+(?:carried|agreed)\s+(?:unanimously|by)\b|^\W*(?:carried|agreed)\s+unanimously\W*$",
    re.IGNORECASE,
)
# A vote told before what was resolved by it.
VOTE_BEFORE = re.compile(
    r"\bput\s+to\s+(?:the|a)\s+vote\b|\bvot(?:e|es|ed|ing)\b|\bshow\s+of\s+hands\b|\bunanimous", re.IGNORECASE
)
OF_AMENDMENT = re.compile(r"\bamend(?:ment|ed)\b|\b(?:LOST|FELL)\b|\b(?:was|were)\s+lost\b", re.IGNORECASE)
# With these words a vote is the motion's own, and no amendment's.
AS_AMENDED = re.compile(
    r",?\s*\bas\s+amended\b,?|\bamended\s+(?=(?:motion|recommendations?|proposals?|resolution)\b)", re.IGNORECASE
)
KEY = re.compile(r"(?<!not a )\bkey\s+decision\b(?!\s*[:?]?\s*(?:no\b|not\b))", re.IGNORECASE)
POINT = re.compile(r"\(?(?:[a-z]{1,2}|[ivx]{1,6})[).]?|\d{1,2}\.?\(?[a-z]\)?|\(\d{1,2}\)", re.IGNORECASE)
DOTTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
INNER_NUMBER = re.compile(r"^\(?\d{1,2}[.)]\s+(?=[A-Z])")
# Notes that put the outcome last, or alone: "Stock list - noted", "Agreed".
OUTCOME_BEHIND = re.compile(
    r"^\W*(?:agreed|noted|approved|endorsed)\W*$|^\W*(?:agreed|approved|confirmed|accepted)\s+as\s+(?:an?\s+)?(?:accurate|correct|true)\b.{0,60}$|^[^.]{10,200}\s[–-]\s(?:noted|agreed|approved|endorsed)\W*$"
    r"|^\W*recommendations?\b[^.]{5,200}\s(?:noted|agreed|approved)\W*$",
    re.IGNORECASE,
)
# A line with which no resolution ends: its points stand below.
OPEN_END = re.compile(
    r"[:;,–-]\W*$|\b(?:and|that|to|panel|committee|cabinet|board|council|commission)\s*$", re.IGNORECASE
)
