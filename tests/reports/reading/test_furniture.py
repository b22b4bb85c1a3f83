from reports.reading.furniture import running_heads, without_furniture
from reports.reading.read import text_of
from tests.reports.reading.papers import Print, column, pdf


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in text_of(content).paragraphs]


def furnished(*feet: str, head: str = "Wexcombe County Council") -> bytes:
    return pdf(
        *(
            [Print(head, 72, 40), *column([f"Paragraph {word} ends here."], y=200), Print(foot, 280, 810)]
            for foot, word in zip(feet, ("one", "two", "three"), strict=False)
        )
    )


def test_running_heads_and_page_numbers_go():
    content = furnished("Page 1 of 3", "Page 2 of 3", "Page 3 of 3")

    assert texts(content) == ["Paragraph one ends here.", "Paragraph two ends here.", "Paragraph three ends here."]


def test_an_initials_line_goes_wherever_it_stands():
    content = pdf([*column(["The panel met.", "CHAIRMAN'S INITIALS ......... 3"], y=300)])

    assert texts(content) == ["The panel met."]


def test_the_only_pages_number_goes():
    content = pdf([*column(["The panel met in Harnford."], y=300), Print("1", 295, 810)])

    assert texts(content) == ["The panel met in Harnford."]


def test_a_paragraphs_number_at_the_head_of_two_pages_stays():
    content = pdf(
        [Print("1.1", 72, 60), Print("The first.", 108, 60), *column(["End."], y=400)],
        [Print("1.2", 72, 60), Print("The second.", 108, 60), *column(["End of all."], y=400)],
    )

    assert texts(content)[0::2] == ["The first.", "The second."]


def test_a_head_that_closes_its_page_is_heard_before_it_goes():
    content = furnished("1", "2", head="NOT FOR PUBLICATION")

    found = text_of(content).paragraphs

    assert {paragraph.part for paragraph in found} == {"exempt"}
    assert "NOT FOR PUBLICATION" not in [paragraph.text for paragraph in found]


def test_a_paper_without_furniture_is_left_alone():
    assert without_furniture([]) == ()
    assert running_heads([]) == []


def test_a_head_on_one_page_only_goes():
    content = pdf(
        [*column(["CHILDREN'S PANEL", "5 MAY 2024", "The Panel", "RESOLVED"], y=80)],
        [Print("CHILDREN'S PANEL 5 MAY 2024", 72, 44), *column(["(1) that the report be noted."], y=80)],
    )

    assert "CHILDREN'S PANEL 5 MAY 2024" not in texts(content)


def test_the_text_of_a_full_page_is_no_head():
    content = pdf(
        [*column(["CHILDREN'S PANEL", "The Panel met in Harnford."], y=80)],
        [*column(["The Panel met again.", "It noted the report."], y=80)],
    )

    assert "The Panel met again." in " ".join(texts(content))


def test_a_foot_that_names_the_paper_and_its_page_goes():
    content = pdf([*column(["The panel met."], y=300), Print("Children's Panel minutes Page 1 of 2", 72, 810)])

    assert texts(content) == ["The panel met."]
