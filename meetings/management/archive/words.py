"""The words of the made-up council. Earlier words of a list are drawn oftener than later ones, as in real print."""

from __future__ import annotations

from itertools import accumulate
from random import Random


class Drawn:
    """Words with bars between them, of which the nth is drawn 1/n as often as the first."""

    def __init__(self, words: str, steepness: float = 1.0) -> None:
        self.words = [word.strip() for word in words.split("|")]
        self._weights = list(accumulate(1 / (place + 1) ** steepness for place in range(len(self.words))))

    def one(self, chance: Random) -> str:
        return chance.choices(self.words, cum_weights=self._weights)[0]

    def some(self, chance: Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self._weights, k=count)


def _joined(starts: str, ends: str) -> list[str]:
    """Every start with every end, so that neighbours in the list have different starts."""
    return [start + end for end in ends.split() for start in starts.split()]


PLACES = _joined(
    "Larch Elm Holly Fern Marl Wick Stone Ash Brock Crow Hazel Otter Swan Kings Abbots Chalk Mill Priors Sand Thorn "
    "Under West Wood Long Hart Quarn Rush Sedge Tarn Vale",
    "ford hill bourne field ley combe stead wick den worth mere bridge gate hurst low ridge burn croft marsh cote",
)
FIRST_NAMES = Drawn(
    "Rosalind|Thomas|Imran|Grace|Edwin|Priya|Helen|Desmond|Agnes|Tobias|Noor|Frances|Gareth|Ines|Leonard|"
    "Mabel|Omar|Phyllis|Quentin|Ruth|Stefan|Una|Victor|Winifred|Yusuf|Zoe|Bernard|Clara|Dilip|Esther"
)
SURNAMES = _joined(
    "Am Bel Cor Dun Ever Fal Gar Had Ing Jes Kel Lam Mar Nor Os Pem Quin Ros Sel Tre", "berly ton well by den ster wood"
)
# What the council's business is about, and what is done with it.
THINGS = Drawn(
    """family hub|short breaks service|children's home|special school|family centre service|school transport|nursery
    |youth service|fostering service|respite centre|play service|contact centre|supported lodgings scheme
    |early help team|children's centre|residential school|speech therapy service|school crossing patrol|music service
    |care leavers' accommodation|adoption agency|parenting programme|mentoring scheme|educational psychology service
    |outdoor centre|portage service|virtual school|autism base|sensory support service|advocacy contract
    |missing children team|domestic abuse refuge|secure bed contract|health visiting contract|young carers' project
    |holiday activity fund|emotional wellbeing service|language unit|bursary fund|library for schools""",
    0.7,
)
DEEDS = Drawn(
    "future of|review of|recommissioning of|expansion of|consultation on|funding of|proposed closure of|opening of|"
    "relocation of|contract for|staffing of|refurbishment of|transfer of|merger of|pilot of|inspection of|lease of|"
    "fees of|opening hours of|appeal against the closure of",
    0.7,
)
OUTCOMES = Drawn("approved|noted|agreed|endorsed|recommended|deferred|supported|referred|delegated|rejected")
VERBS = {
    "approved": "approved", "noted": "noted", "agreed": "agreed", "endorsed": "endorsed", "supported": "supported",
    "recommended": "recommended to Cabinet", "deferred": "deferred to the next meeting", "rejected": "not approved",
    "referred": "referred back to officers", "delegated": "delegated to the Director of Children's Services",
}  # fmt: skip
OWNERS = Drawn(
    """Director of Children's Services|Head of Early Help|Head of Commissioning|Head of Family Safeguarding
    |Assistant Director, Education|Democratic Services Officer|Head of Looked After Children
    |Head of Special Educational Needs|Head of Property|Finance Manager|Virtual School Headteacher
    |Head of Performance|Head of Adoption|Head of Fostering|Data Protection Officer"""
)
TASKS = Drawn(
    "Circulate a note on|Bring back a report on|Provide figures for|Arrange a visit to|Write to the families of|"
    "Publish the timetable for|Seek legal advice on|Meet the staff of|Check the costs of|Share the evaluation of|"
    "Invite young people to speak about|Set out the risks of|Confirm the dates of|Map the users of",
    0.8,
)
HAPPENED = Drawn(
    "The consultation on {} closed|Staff were told of {}|A tender for {} was published|Parents met officers about {}|"
    "Work began on {}|The contract for {} was signed|Young people spoke to members about {}|A petition on {} was "
    "handed in|The evaluation of {} was finished|Funding for {} was confirmed|The first families used {}",
    0.8,
)
GRADES = Drawn("Good|Requires improvement|Outstanding|Inadequate")
JUDGED = Drawn(
    "Overall effectiveness|Leadership and management|The quality of education|How well children are helped and "
    "protected|Behaviour and attitudes|Personal development|The experiences of children in care"
)
# What reports go on to say. Loose parts of sentences, put together at random: the mass of ordinary words.
PARTS = Drawn(
    """as set out in the report|for the next financial year|subject to consultation|within the approved budget
    |with effect from September|and that members receive an update|in line with the corporate plan
    |after hearing from young people|so that children are safe at home|given the rise in demand
    |to meet the needs of families|with the agreement of partners|including health and the police
    |because too many children wait|while numbers in care have grown|which saved a modest sum
    |where schools had asked for help|despite pressure on placements|and the equality impact assessment was considered
    |following the inspection last spring|with two posts held vacant|for children with complex needs
    |from the dedicated schools grant|pending advice from the monitoring officer|over a term of three years
    |at no cost to parents|and an option to extend for two years|with a break clause after one year
    |through a framework agreement|for families in temporary housing|in the north of the county
    |in the most rural wards|with translation where it is needed|by the end of the summer term
    |for unaccompanied young people|as the lease expires in March|under the new safeguarding arrangements
    |using a strengths based approach|with thanks to foster carers|and referral times have fallen
    |to reduce the use of agency staff|where waiting lists exceed eighteen weeks|with independent advocacy throughout
    |having regard to the sufficiency duty|until capital receipts are realised|alongside kinship carers
    |through restorative conversations|for apprentices leaving care|with trauma informed training
    |where exclusions had doubled|after the boiler failed twice|with planning permission outstanding
    |following asbestos surveys|by transferring the freehold|via a charitable trust|with minibus leases renewed
    |despite an ecological survey|pursuant to a deed of variation|notwithstanding objections from hauliers""",
    0.9,
)
COMMITTEES = [
    "Cabinet", "Children's Services Cabinet Panel", "County Council", "Overview and Scrutiny Committee",
    "Corporate Parenting Board", "Education and Libraries Cabinet Panel", "Resources Cabinet Panel",
    "Schools Forum", "Health Scrutiny Committee", "Fostering Panel Sub-Committee", "Audit Committee",
    "Standing Advisory Council on Religious Education",
]  # fmt: skip
PORTFOLIOS = [
    "Children, Young People and Families", "Education, Libraries and Lifelong Learning", "Resources and Performance",
    "Public Health and Prevention", "Community Safety", "Leader of the Council",
]  # fmt: skip
METHODS = ("show of hands", "recorded vote", "electronic vote")
EXEMPT = "Paragraph 3 of Part 1 of Schedule 12A"
