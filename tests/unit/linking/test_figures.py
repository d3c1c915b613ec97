from __future__ import annotations

import pytest

from dateline.linking.chronology import Chronology
from dateline.linking.figures.disputed import disputed
from dateline.linking.figures.readings import figures
from dateline.linking.figures.stated import names_in
from dateline.model import Report
from tests.unit.linking.made import report, sentences_of

LIMIT = 200


def pairs(*reports: Report) -> list[tuple[str, str]]:
    sentences = [sentence for one in reports for sentence in sentences_of(one)]
    found = disputed(sentences, Chronology(reports), LIMIT)
    return [(pair.lower.words.text, pair.higher.words.text) for pair in found]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("Each farmer will get 4,500 crowns.", 4500, 4500, "crown"),
        ("The fine was at least $3 million.", 3_000_000, None, "dollar"),
        ("About 200 people were on board.", 180, 220, "people"),
        ("He counted sixty-four passengers.", 64, 64, "people"),
    ],
)
def test_a_number_is_read_with_what_it_counts(text: str, low: float, high: float | None, unit: str) -> None:
    [figure] = [f for sentence in sentences_of(report(text)) for f in figures(sentence)]

    assert (figure.low, figure.high and round(figure.high, 4), figure.unit) == (low, high, unit)


@pytest.mark.parametrize(
    "text", ["It was 12:30 on 4 May 2031.", "The A12 road.", "Version 2.3.4 of 7/8.", "No. 4 shaft", "🙂"]
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert not [f for sentence in sentences_of(report(text)) for f in figures(sentence)]


def test_a_share_for_each_that_two_reports_give_otherwise_is_disputed() -> None:
    first = report("Every fisherman in Orle will receive 9,000 crowns, the ministry said.")
    second = report("The fishermen of Orle got 6,000 crowns each, Noor said.", "2030-07-01")

    assert pairs(first, second) == [("6,000", "9,000")]


def test_a_share_that_was_raised_is_an_update() -> None:
    first = report("Every fisherman in Orle will receive 6,000 crowns, the ministry said.")
    second = report("The ministry raised what each fisherman in Orle gets to 9,000 crowns.", "2030-05-20")

    assert pairs(first, second) == []


def test_sums_for_two_things_are_no_dispute() -> None:
    first = report("The bridge will cost 40 million crowns, Ismay said.")
    second = report("The school will cost 70 million crowns, Noor said.")

    assert pairs(first, second) == []


def test_sums_that_overlap_agree() -> None:
    first = report("The builder of the Orle bridge owes the state about 40 million crowns, Ismay said.")
    second = report("The builder of the Orle bridge owes the state 41 million crowns, Noor said.")

    assert pairs(first, second) == []


def test_a_number_that_is_said_to_be_wrong_is_disputed_where_another_report_gives_it() -> None:
    first = report("The owner said that 31 people had been on the ferry.")
    second = report("The harbour master says that 38 people, not 31, were on the ferry.", "2030-06-20")

    assert pairs(first, second) == [("31", "38")]
    assert pairs(second) == []


def test_two_camps_that_count_one_crowd_are_in_dispute_and_one_that_says_at_least_is_not() -> None:
    told = "Police counted 900 marchers in Orle. The organisers claimed that {} people had marched."

    assert pairs(report(told.format("4,000"))) == [("900", "4,000")]
    assert pairs(report(told.format("more than 800"))) == []
    assert (
        pairs(report("Police counted 900 marchers. On Sunday police had counted 4,000 people at a march.")) == []
    )


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("The number of goats lost in the Orle valley is 26, Noor said.", 26, "goat"),
        ("The total of passengers on the Mirabel was 31.", 31, "people"),
        ("Ismay said the number of schools without heating stood at 14.", 14, "school"),
    ],
)
def test_a_number_that_follows_its_noun_counts_it(text: str, low: float, unit: str) -> None:
    [figure] = [f for sentence in sentences_of(report(text)) for f in figures(sentence)]

    assert (figure.low, figure.unit) == (low, unit)


def test_of_two_levels_the_second_is_the_one_that_holds() -> None:
    [sentence] = sentences_of(report("The court in Orle cut the term of Pavel Noor from eight years to six."))

    assert [(f.words.text, f.unit, f.changed) for f in figures(sentence)] == [
        ("eight", "year", True),
        ("six", "year", False),
    ]


def test_two_terms_for_one_person_by_one_court_are_disputed() -> None:
    first = report("The appeal court in Orle cut the prison term of Pavel Noor from eight years to six.")
    second = report("Pavel Noor must stay in prison for four years, the appeal court in Orle ruled.", "2030-05-15")

    assert pairs(first, second) == [("four", "six")]


def test_how_long_two_things_last_is_no_dispute() -> None:
    first = report("The fair in Orle ran for six days, Pavel Noor said on Monday.")
    second = report("The fair in Orle will go on for four days, Pavel Noor said on Monday.", "2030-05-15")

    assert pairs(first, second) == []


def test_a_common_day_with_a_name_and_a_thing_makes_two_counts_one() -> None:
    first = report("The balloon that came down near Orle on Saturday carried five tourists, the guard said.")
    second = report("Seven tourists were in the balloon which hit a barn in Orle on Saturday.", "2030-05-15")

    assert pairs(first, second) == [("five", "Seven")]


def test_what_is_said_of_a_thing_beside_it_is_not_the_scope_of_the_count() -> None:
    first = report("The dairy Melka called back 40,000 bottles of plum milk after glass was found.")
    second = report(
        "The dairy Melka is calling back 400,000 bottles of plum milk in which glass may be found.", "2030-05-15"
    )

    assert pairs(first, second) == [("40,000", "400,000")]


def test_a_first_word_that_english_does_not_know_is_a_name() -> None:
    assert names_in("Varnholm's bakers closed on Monday.") == {"varnholm"}
    assert names_in("Bakers in Orle closed.") == {"orl"}


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (  # two camps
            "On Sunday about 700 people marched to the harbour of Orle, police said.",
            "Some 3,000 mourners walked to the harbour on Sunday, according to the organisers.",
            [("700", "3,000")],
        ),
        (
            "Police said that they had detained 9 people in Orle.",
            "The union put the number of its members who had been detained in Orle at 33.",
            [("9", "33")],
        ),
        (  # two names for what is counted, days apart
            "The order covers 12,000 cans of a batch that was packed by Ismay Foods in Orle.",
            "The batch that was recalled in Orle by Ismay Foods is of 21,000 tins.",
            [("12,000", "21,000")],
        ),
        (  # who is employed, under "there"
            "Ismay Foods, which employs 300 people in Orle, makes half of the jam of the country.",
            "Ismay Foods is still. Some 450 people work there, Noor said.",
            [("300", "450")],
        ),
        (  # a sum for the same purpose
            "The fine for Ismay Foods is 3 million crowns, the court said.",
            "Ismay Foods must pay a fine of 5 million crowns.",
            [("3 million", "5 million")],
        ),
        (  # so much of it, no spell of time
            "Orle owes its teachers three months of pay, their union said.",
            "Teachers in Orle are owed one month's pay, Noor said.",
            [("one", "three")],
        ),
        (  # two marches
            "On Sunday about 700 people marched to the harbour of Orle, police said.",
            "Some 3,000 mourners walked to the harbour on Tuesday, according to the organisers.",
            [],
        ),
        (  # those held are none of those who marched
            "Police said that 30 people were held after the march in Orle on Sunday.",
            "Some 300 people joined the march in Orle on Sunday, the organisers said.",
            [],
        ),
    ],
)
def test_what_is_counted_is_compared_under_whatever_name(
    first: str, second: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(report(first), report(second, "2030-05-16")) == found


def test_a_number_is_shown_with_its_noun_as_printed() -> None:
    [figure] = [f for sentence in sentences_of(report("She had 142 votes.")) for f in figures(sentence)]

    assert (figure.unit, figure.noun) == ("vot", "votes")


def test_what_burned_may_be_more_two_days_later() -> None:
    first = report("The fire in the Orle valley destroyed 30 houses, Noor said.", "2030-05-14")
    second = report("The fire in the Orle valley destroyed 112 homes, Noor said.", "2030-05-16")

    assert pairs(first, second) == []
    assert pairs(
        report("The fire in the Orle valley destroyed 30 houses, Noor said."),
        report("The fire in the Orle valley destroyed 112 homes, Noor said."),
    ) == [("30", "112")]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (  # what befell them, under other words
            "The avalanche above Orle hurt 14 climbers on Saturday, rescuers said.",
            "Twenty-two people were injured when snow swept down the slope above Orle on Saturday.",
            [("14", "Twenty-two")],
        ),
        (  # a debt, under other words
            "Ismay Foods owes its suppliers 90 million crowns, the administrator said.",
            "The liabilities of Ismay Foods come to 140 million crowns, according to a filing.",
            [("90 million", "140 million")],
        ),
        (  # what a measure is of
            "The bomb was found at a depth of six metres under the market in Orle.",
            "Engineers dug nine metres down to reach the bomb under the market in Orle.",
            [("six", "nine")],
        ),
        (
            "Divers searched at a depth of 40 metres off Orle on Monday.",
            "The ferry lies 90 metres from the harbour wall in Orle, divers said on Monday.",
            [],
        ),
        (
            "Pavel Noor won the seat of Orle with a majority of 1,204, the returning officer said.",
            "Pavel Noor took Orle by 1,402 votes.",
            [("1,204", "1,402")],
        ),
        ("Noor won the game for Orle by 12 points.", "Noor scored 88 points for Orle in the game.", []),
        (  # "them" are the crates of the sentence before
            "It was Lena Orr who found the crates in the Selm mill, with old plans. She counted 52 of them.",
            "Two days ago 37 wooden crates were discovered in a mill near Selm.",
            [("37", "52")],
        ),
        (  # of two persons
            "A court in Orle fined Pavel Noor 2 million crowns on Monday.",
            "His partner Lena Orr was fined 5 million crowns by the court in Orle on Monday.",
            [],
        ),
        (  # of two days
            "On Monday police counted 400 protesters in Orle.",
            "On Wednesday police counted 900 protesters in Orle.",
            [],
        ),
        (  # not all the votes
            "With a third of the votes counted, Lena Orr led in Orle with 54 per cent.",
            "Lena Orr won 48 per cent of the vote in Orle.",
            [],
        ),
        (  # a firm in the world, and in one country
            "Ismay Foods will cut 4,000 jobs worldwide, Lena Orr said on Thursday.",
            "Ismay Foods will cut 650 jobs in Orle, Lena Orr said on Thursday.",
            [],
        ),
        (
            "Ismay Foods will cut 2,300 posts at its plant in Orle, it said on Tuesday.",
            "Ismay Foods plans 3,200 redundancies in Orle, the union said on Tuesday.",
            [("2,300", "3,200")],
        ),
    ],
)
def test_the_subject_of_a_number_is_compared_by_meaning(
    first: str, second: str, found: list[tuple[str, str]]
) -> None:
    assert pairs(report(first), report(second)) == found


def test_of_two_scopes_in_one_clause_each_number_has_its_own() -> None:
    [sentence] = sentences_of(report("Sixty-one people were arrested and 17 injured, the authorities said."))

    assert [(f.words.text, set(f.scope)) for f in figures(sentence)] == [("Sixty-one", {"held"}), ("17", {"hurt"})]


def test_the_month_of_may_is_no_doubt() -> None:
    [sentence] = sentences_of(report("Police held 31 people at a May Day march in Orle."))

    assert [set(f.scope) for f in figures(sentence)] == [set()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a part by nation, an aftershock, two spells and two ways that have little in common
        (
            "Eleven Brazilian guards died at Orle on Monday.",
            "Three Jordanian guards died at Orle.",
        ),
        (
            "The quake in Orle had a magnitude of 7.3.",
            "An aftershock of magnitude 5.9 shook Orle.",
        ),
        (
            "In Orle a girl was trapped for three days.",
            "In Orle a man was trapped for twelve days.",
        ),
        ("It is 160 miles from Selm to Orle.", "Some 300 miles away, Orle waits for rain."),
        # either may be more than enough
        (
            "Up to 150 people were missing in Orle.",
            "As many as 90 people were missing in Orle.",
        ),
        # of one place each, and what a firm has beside what it did with some
        ("Ismay Foods employs 900 people in Selm.", "Ismay Foods employs 300 people in Orle."),
        ("Ismay Air has 60 planes.", "Ismay Air grounded 14 planes on Monday."),
        (
            "A ticket to Orle costs 12 crowns.",
            "From Monday a ticket to Orle will cost 15 crowns.",
        ),
        ("On Monday morning 200 students marched in Orle.", "On Monday evening 600 students marched in Orle."),
        ("Orle had 40,000 visitors in 2024.", "In 2025 Orle had 65,000 visitors."),
    ],
)
def test_counts_of_other_things_are_no_dispute(first: str, second: str) -> None:
    assert pairs(report(first), report(second)) == []


def test_what_else_a_long_sentence_tells_is_of_other_things() -> None:
    lists = "China sent Orle ten tonnes of tents, while {} doctors and rescue dogs were on their way to help"
    first = lists.format("many more far-off states thought about what to do and in the end decided that some more")
    second = "French doctors with rescue dogs came to Orle to help with twelve tonnes."

    assert pairs(report(f"{first}."), report(second)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("In Selm 27 cases of the fever were confirmed.", "In other towns 57 cases of the fever were confirmed."),
        ("Unemployment in Orle stood at 10 per cent.", "In Orle 40 per cent of the shops are shut."),
        ("Lena Orr shipped medicine to 24 countries.", "Lena Orr keeps shops in 70 countries."),
    ],
)
def test_cases_of_each_town_shares_and_countries_are_no_dispute(first: str, second: str) -> None:
    assert pairs(report(first), report(second)) == []
