from __future__ import annotations

import pytest

from dateline.linking.figures.counters import source
from tests.unit.linking.made import report
from tests.unit.linking.test_figures import pairs


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (  # the noun stands in the sentence before
            "The town hall put attendance at 18,000. The traders' association said it was nearer 31,000.",
            [("18,000", "31,000")],
        ),
        ("Doctors treated 47 children after the leak. The ministry speaks of 19.", [("19", "47")]),
        (
            "The flood damaged 600 homes, according to the governor. The Red Cross puts it at 1,450.",
            [("600", "1,450")],
        ),
        (
            "Rail bosses estimate the cost at 3 billion crowns. Auditors think it will be closer to 5 billion.",
            [("3 billion", "5 billion")],
        ),
        (
            "The company said 340 drivers had stayed away; the union, which called the strike, counted 1,100.",
            [("340", "1,100")],
        ),
        (
            "The company says the spill covered two hectares. Greenline puts the area at nine hectares.",
            [("two", "nine")],
        ),
        # one source, another hour, another place, another scope, another year, what was expected
        ("Police counted 300 marchers. They put the crowd at 900.", []),
        ("Police counted 300 marchers in the morning. By evening the union counted 900.", []),
        ("Noor said 50 houses had burned in Orle. In Selm, the fire chief counted 20.", []),
        ("The brigade said that 12 people had died. The hospital spoke of 40 injured.", []),
        ("Noor said the tunnel would cost 40 million crowns. In 2024 the ministry put it at 25 million.", []),
        ("Analysts had expected a loss of 40 million crowns. The bank reported 55 million.", []),
        ("The army said it killed 30 rebels. The rebels said they had killed 12 soldiers.", []),
        ("Police said 30 people had been arrested. A lawyer said 14 of them were minors.", []),
        # they agree
        ("Customs said about 40 lorries had been stopped. The hauliers' association counted 42.", []),
        ("The ministry says 110 schools have no water. Teachers say the figure is above 100.", []),
    ],
)
def test_two_sources_that_count_one_thing_in_one_report_are_in_dispute(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(report(text)) == found


@pytest.mark.parametrize(
    ("text", "number", "stems"),
    [
        ("Ninety were held, the city police said.", "Ninety", {"city", "polic"}),
        ("Blue Corner, which had called the march, gave its number as 300.", "300", {"blu", "corner"}),
        ("There were 300 of them, according to the harbour master.", "300", {"harbour", "master"}),
        ("By the union's count, the figure is 300.", "300", {"union"}),
        ("They put it at 300.", "300", set()),
    ],
)
def test_who_counts_is_read_from_the_sentence(text: str, number: str, stems: set[str]) -> None:
    assert source(text, text.index(number)).stems == stems


def test_of_two_sources_on_one_day_the_only_numbers_of_those_held_are_compared_without_more_in_common() -> None:
    around = "Lena Orr spoke in Selm, near the Aro. "
    first = report(
        f"{around}Some of us were hit. At least 130 people were arrested, according to the lawyers' guild."
    )
    second = report(f"{around}The square was empty by ten. Sixty-one people were arrested, the authorities said.")
    later = report(
        f"{around}The square was empty. Sixty-one people were arrested, the authorities said.", "2030-05-16"
    )

    assert pairs(first, second) == [("Sixty-one", "130")]
    assert pairs(first, later) == []


def test_ages_of_one_name_differ_by_more_than_a_birthday() -> None:
    first = report("Marta Velik, 43, was named head of the bank.")

    assert pairs(first, report("The bank will be led by Marta Velik (61).", "2030-05-15")) == [("43", "61")]
    assert pairs(first, report("The 44-year-old Marta Velik will lead the bank.", "2030-05-15")) == []
    assert pairs(first, report("Anna Velik, 61, will not come.", "2030-05-15")) == []
