"""Acts that people tell of themselves in quotation marks, and who has written what a statement says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]
Sides = Callable[[str, str], tuple[list[str], list[str]]]


@pytest.fixture
def sides(read: Read) -> Sides:
    def of(text: str, word: str) -> tuple[list[str], list[str]]:
        """Actors and recipients of the first act that a word tells."""
        draft = told_in(text, read)
        names = {chain.id: chain.name for chain in draft.of(Chain)}
        event = next(e for e in draft.of(Event) if e.words.text == word)
        return [names[p.chain] for p in event.actors], [names[p.chain] for p in event.recipients]

    return of


def test_what_i_did_was_done_by_the_speaker(sides: Sides) -> None:
    text = "“I told Mr Berg in November that the bridge was unsafe,” Anna Holm said."
    assert sides(text, "told") == (["Anna Holm"], ["Berg"])
    assert sides("“We warned the ministry in April,” said Anna Holm.", "warned") == (
        ["Anna Holm"],
        ["the ministry"],
    )


def test_what_was_done_to_me_was_done_to_the_speaker(sides: Sides) -> None:
    assert sides("“The army arrested me in April,” said Anna Holm.", "arrested")[1] == ["Anna Holm"]


def test_what_i_will_do_is_no_act(read: Read) -> None:
    assert not told_in("“I will warn the ministry,” said Anna Holm.", read).of(Event)


def test_whoever_speaks_in_a_statement_has_issued_it(sides: Sides) -> None:
    text = "In a statement issued at noon Karl Berg said that the harbour was closed."
    assert sides(text, "issued")[0] == ["Karl Berg"]


def test_who_did_it_may_stand_behind_its_goal(sides: Sides) -> None:
    assert sides("The boxes were taken to a depot by soldiers on Monday.", "taken")[0] == ["soldiers"]


def test_a_participle_between_commas_is_no_main_verb(sides: Sides) -> None:
    text = "Karl Berg, dismissed as police chief on Monday, left the country."
    assert sides(text, "dismissed") == ([], ["Karl Berg"])


def test_a_body_and_the_judge_it_is_under_both_take_part(sides: Sides) -> None:
    text = "The commission under the judge Anna Holm will begin its work on May 21 and report by the summer."
    assert sides(text, "begin")[0] == ["The commission", "Anna Holm"]


def test_a_blockade_is_done_by_those_whose_work_it_is(sides: Sides) -> None:
    assert sides("The blockade, which began on Monday, is the work of hauliers.", "blockade")[0] == ["hauliers"]
