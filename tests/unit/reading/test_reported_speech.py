"""Speech without marks: what a cue verb reports, where the parse or the sentence leads astray."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Quotation, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

Reported = Callable[[str], list[tuple[str, str]]]


@pytest.fixture
def reported(read: Callable[..., Draft]) -> Reported:
    def sources_and_contents(text: str) -> list[tuple[str, str]]:
        draft = read(text, MentionStage(), QuotationStage())
        return [
            (q.source.text if q.source else "", " … ".join(w.text for w in q.contents))
            for q in draft.of(Quotation)
            if q.kind is SpeechKind.INDIRECT
        ]

    return sources_and_contents


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "A spokeswoman for the Harbour League, which counts Varda among its members, told Norpress in a "
            "statement that there was no unrest on the coast.",
            "A spokeswoman for the Harbour League, which counts Varda among its members",
            "that there was no unrest on the coast",
        ),
        (
            "The ministry notified parents in a letter on Friday that the school would close.",
            "The ministry",
            "that the school would close",
        ),
        (
            "The minister assured farmers at a meeting in Varda that they would be paid.",
            "The minister",
            "that they would be paid",
        ),
    ],
)
def test_a_statement_or_meeting_before_the_clause_does_not_take_it(
    reported: Reported, text: str, who: str, what: str
) -> None:
    assert reported(text) == [(who, what)]


def test_a_relative_clause_is_no_content(reported: Reported) -> None:
    assert reported("Mara Lindqvist told miners in a hall that stood empty.") == []


def test_of_two_clauses_around_a_cue_the_later_one_is_its_content(reported: Reported) -> None:
    found = reported("Tomas Brandt maintains that he was pushed out; the council insists that he left freely.")
    assert ("the council", "that he left freely") in found


@pytest.mark.parametrize(
    ("text", "who", "what"),
    [
        (
            "Transport Minister Mara Lindqvist urged the union to call off the strike, warning that it could "
            "cost the country 40 million a day.",
            "Transport Minister Mara Lindqvist",
            "that it could cost the country 40 million a day",
        ),
        (
            "It was Mara Lindqvist, the minister, who stopped the train, claiming that it was unsafe.",
            "Mara Lindqvist, the minister, who stopped the train",
            "that it was unsafe",
        ),
    ],
)
def test_a_participle_after_a_comma_goes_with_the_main_clause(
    reported: Reported, text: str, who: str, what: str
) -> None:
    assert reported(text)[-1] == (who, what)


def test_what_is_added_after_a_demand_is_no_part_of_it(reported: Reported) -> None:
    found = reported("Mara Lindqvist urged the union to end the strike, warning that it could cost millions.")
    assert found[0] == ("Mara Lindqvist", "the union to end the strike")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Mara Lindqvist called the talks “constructive.”", "the talks “constructive.”"),
        ("Mara Lindqvist said the bridge was “not safe”.", "the bridge was “not safe”"),
        ("Mara Lindqvist said “not one” bridge was safe.", "“not one” bridge was safe"),
    ],
)
def test_marks_in_a_content_stand_in_pairs(reported: Reported, text: str, what: str) -> None:
    assert [content for _, content in reported(text)] == [what]


def test_to_call_on_somebody_is_one_demand_with_what_they_should_do(reported: Reported) -> None:
    found = reported("Tomas Brandt called on both sides to show restraint.")
    assert found == [("Tomas Brandt", "both sides to show restraint")]


@pytest.mark.parametrize(
    "text",
    [
        "An official, who asked not to be named, left the room.",
        "Tomas Brandt defended himself.",
        "Tomas Brandt plans to travel to Varda on Friday.",
        "Tomas Brandt is expected to travel to Varda.",
        "President Tomas Brandt declared three days of mourning.",
        "The ministry confirmed the meeting.",
        "The council announced twenty million crowns for the north.",
        "The motion was rejected by 118 votes to 112.",
    ],
)
def test_acts_and_intentions_are_no_statements(reported: Reported, text: str) -> None:
    assert reported(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Tomas Brandt rejected the charge.", "the charge"),
        ("Tomas Brandt rejected that.", "that"),
        ("The ministry confirmed the report.", "the report"),
        ("Tomas Brandt denied any wrongdoing.", "any wrongdoing"),
    ],
)
def test_a_noun_that_stands_for_a_proposition_can_be_confirmed_or_rejected(
    reported: Reported, text: str, what: str
) -> None:
    assert [content for _, content in reported(text)] == [what]


def test_who_declines_to_say_something_has_not_said_it(reported: Reported) -> None:
    found = reported("Mara Lindqvist declined to say whether she would resign.")
    assert found == [("Mara Lindqvist", "to say whether she would resign")]


def test_a_subject_after_according_to_is_no_apposition(reported: Reported) -> None:
    found = reported(
        "According to Agence Norpress, Mara Lindqvist, who, like many others, believes that she won, said that "
        "the vote was rigged."
    )
    assert found[0][0] == "Agence Norpress"
    assert found[-1] == (
        "Mara Lindqvist, who, like many others, believes that she won",
        "that the vote was rigged",
    )


def test_a_content_ends_at_a_semicolon(reported: Reported) -> None:
    found = reported("The agency said 14 people had died; the government put the number at nine.")
    assert found == [("The agency", "14 people had died"), ("the government", "the number at nine")]


def test_a_cue_can_break_into_a_clause_after_its_subject(reported: Reported) -> None:
    found = reported("The bridge, an engineer at the site said on Monday, had been cracked for years.")
    assert found == [("an engineer at the site", "The bridge … had been cracked for years")]
