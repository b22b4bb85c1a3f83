import pytest

from reports.reading.names import Person, people, without_title


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Councillors A Brindle, T Rowsell and H Wyecroft", ["A Brindle", "T Rowsell", "H Wyecroft"]),
        ("Cllr Mary O'Neill MBE; Mr J St Clair-Ford", ["Mary O'Neill", "J St Clair-Ford"]),
        ("p Harkwell, T C Marchbank", ["p Harkwell", "T C Marchbank"]),
        ("None", []),
        ("There were no apologies", []),
    ],
)
def test_names_are_as_printed_without_titles(text, names):
    assert [person.name for person in people(text)] == names


def test_an_office_goes_with_the_name_before_it():
    found = people("Anjali Sarvan, Head of Early Help and Family Hubs; Jo Field (Clerk)")

    assert found == [Person("Anjali Sarvan", "Head of Early Help and Family Hubs"), Person("Jo Field", "Clerk")]


def test_a_name_broken_over_two_lines_is_one():
    assert people("K Imbrey, T Rowsell (substitute for G Tolland)")[1].note == "substitute for G Tolland"


def test_a_substitute_may_be_told_without_brackets():
    assert people("B Sandiforth for P J Harkwell") == [Person("B Sandiforth", "substitute for P J Harkwell")]


def test_a_title_alone_is_left_as_it_is():
    assert without_title("The Chairman") == "The Chairman"
