"""The sources of the golden papers of officers' reports in the manners of three more councils, all of them made up.

`python -m tests.reports.reading.golden_reports` writes them anew.
"""

from __future__ import annotations

from tests.reports.reading.golden_papers import GOLDEN
from tests.reports.reading.typeset import as_pdf, as_word

# A London borough: a ruled table at the head, recommendations by the number, an exempt appendix.
MARL = """
# Agenda Item 8
| Meeting Name: | Cabinet |
| Date: | 14 November 2023 |
| Report title: | Short Breaks for Disabled Children: Award of Contract |
| Ward(s) or groups affected: | All wards |
| Cabinet Member: | Councillor Hetty Dunmore, Cabinet Member for Children and Schools |
| Classification: | Open, with an exempt appendix |
| Key decision: | Yes |
| From: | Director of Children's Services |
# RECOMMENDATIONS
That Cabinet:
1. Approves the award of the short breaks contract for four years from 1 April 2024.
2. Notes that the contract is worth £1.2 million a year.
3. Delegates authority to the Director of Children's Services to agree the final terms.
# BACKGROUND INFORMATION
4. The present contract ends on 31 March 2024. In September 2023 there were 214 children looked after.
5. Ofsted inspected children's services in May 2022 and judged them to be good.
# KEY ISSUES FOR CONSIDERATION
6. Parents were consulted in June 2023.
# FINANCIAL IMPLICATIONS
7. The cost is met from the budget.
# LEGAL IMPLICATIONS
8. The council must provide short breaks.
"""

# A city: fields as lines of text, the officer's name behind the title, roman points under a sentence that asks.
NESS = """
# NESS CITY COUNCIL
Report to: Children and Young People Policy Committee
Date of meeting: 2 March 2023
Report of: Sheila Quill, Director of Children's Services
Subject: Nursery places: progress of the expansion programme
Wards affected: All
Report for: Decision
# 1. Purpose of the report
1.1 This report tells the Committee how the expansion programme stands and asks for money for its second year.
# 2. Recommendations
2.1 It is recommended that the Committee:
(i) notes the progress of the programme;
(ii) agrees to spend £350,000 in 2023/24; and
(iii) asks for a further report in September 2023.
# 3. Background
3.1 The Committee approved the programme on 6 October 2022. Councillor Orr chairs the Ness Early Years Partnership.
# 4. Alternative options
4.1 To end the programme. This is not recommended.
# 5. Equality implications
5.1 None.
"""

# A borough in Word: fields in a table without colons, one recommendation in a sentence.
HARNFORD = """
# Harnford Borough Council
# Young People's Scrutiny Panel
| Date of Meeting | 6 September 2022 |
| Title of Report | Attendance at school: autumn update |
| Lead Officer | Ann Birchall, Director of Education |
| Portfolio Holder | Councillor Z Axford, Cabinet Member for Education and Skills |
| Exempt Information | No |
# Summary
This report gives the figures for attendance in the last school year.
# Recommendation
The Panel is asked to comment on the figures and to endorse the plan at Appendix A.
# Main Report
Officers were asked for this report on 7 June 2022. Persistent absence was 21.4% in 2021/22.
# Financial Implications
There are none.
# Background Papers
None.
"""


def write() -> None:
    for name, content in (
        ("ruled-head.pdf", as_pdf(MARL)),
        ("fields-as-lines.pdf", as_pdf(NESS)),
        ("scrutiny-update.docx", as_word(HARNFORD)),
    ):
        (GOLDEN / "officer_report" / name).write_bytes(content)


if __name__ == "__main__":
    write()
