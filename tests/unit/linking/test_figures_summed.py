"""Numbers told side by side are the parts of a whole."""

from __future__ import annotations

import pytest

from dateline.linking.chronology import Chronology
from dateline.linking.figures.disputed import disputed
from dateline.linking.figures.readings import stated_in
from tests.unit.linking.made import report, sentences_of

LIMIT = 200
WHOLE = "The coach left the road near Alvar with {} people on board, the Alvar road police said."


def totals(text: str) -> list[float]:
    return [figure.total for figure in stated_in(sentences_of(report(text, "2034-03-02")))]


def pairs(first: str, second: str) -> list[tuple[str, str]]:
    reports = report(first, "2034-03-02"), report(second, "2034-03-03")
    sentences = [sentence for one in reports for sentence in sentences_of(one)]
    return [(p.lower.words.text, p.higher.words.text) for p in disputed(sentences, Chronology(reports), LIMIT)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The plane carried 61 passengers and 4 crew.", [65, 65]),
        ("On the roof stood 12 men, 9 women and 3 children.", [24, 24, 24]),
        ("Police held 61 people and 17 were hurt.", [0, 0]),
        ("The plane carried 61 passengers.", [0]),
    ],
)
def test_numbers_of_two_sorts_of_people_that_are_joined_know_their_sum(text: str, expected: list[float]) -> None:
    assert totals(text) == expected


@pytest.mark.parametrize("parts", ["39 passengers and 2 drivers", "33 adults and 8 children"])
@pytest.mark.parametrize("whole", ["41", "44"])
def test_a_part_is_never_set_against_a_count_of_all(parts: str, whole: str) -> None:
    told = f"On board the coach that left the road near Alvar were {parts}, the Alvar road police said."

    assert pairs(WHOLE.format(whole), told) == []


def test_two_counts_of_all_still_dispute_each_other() -> None:
    assert pairs(WHOLE.format("41"), WHOLE.format("58")) == [("41", "58")]
