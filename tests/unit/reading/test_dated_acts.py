"""What somebody did on a stated day is an act, whatever its word; and the days that clauses lend each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event, Status
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Read = Callable[..., Draft]
Told = Callable[..., list[Event]]


@pytest.fixture
def draft_of(read: Read) -> Callable[[str], Draft]:
    """The records of a text of Tuesday, 14 May 2030."""
    return lambda text: read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())


@pytest.fixture
def told(draft_of: Callable[[str], Draft]) -> Told:
    """told(text, word): the events that a word tells."""

    def events(text: str, word: str) -> list[Event]:
        return [e for e in draft_of(text).of(Event) if e.words.text == word]

    return events


@pytest.fixture
def day_of(told: Told) -> Callable[[str, str], str | None]:
    """day_of(text, word): the EDTF time of the only event that a word tells."""

    def time(text: str, word: str) -> str | None:
        (event,) = told(text, word)
        return event.time.edtf if event.time else None

    return time


def test_a_verb_that_the_lexicon_does_not_know_tells_an_act_on_its_day(day_of: Callable[..., str | None]) -> None:
    assert day_of("Anna Holm repainted the lighthouse on Monday.", "repainted") == "2030-05-13"


def test_without_a_day_such_a_verb_tells_what_people_did_or_what_was_done_to_them(told: Told) -> None:
    assert told("Anna Holm repainted the lighthouse.", "repainted")
    assert told("Some boys repainted the lighthouse.", "repainted")
    assert told("Two guards were treated for burns.", "treated")
    assert not told("The storm repainted the lighthouse.", "repainted")
    assert not told("Anna Holm has often repainted the lighthouse.", "repainted")


def test_a_day_makes_no_act_of_a_state(told: Told) -> None:
    assert not told("Anna Holm knew of the plan on Monday.", "knew")


def test_a_particle_makes_an_act_of_a_verb_of_states(day_of: Callable[..., str | None]) -> None:
    assert day_of("The union's panel, set up on Friday, asked Karl Berg for the files.", "set") == "2030-05-10"


def test_nobody_and_nowhere_is_no_act(told: Told) -> None:
    assert not told("The old paint peeled on Monday.", "peeled")


def test_a_thing_stands_for_whose_it_is(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of("Anna Holm's shares slipped on Monday.")
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    (event,) = draft.of(Event)
    assert [names[p.chain] for p in event.actors] == ["Anna Holm"]


def test_the_dead_died_on_the_day_of_what_killed_them(day_of: Callable[..., str | None]) -> None:
    text = "At least nine sailors were killed and four were hurt after a fire swept through a ferry on Saturday."
    assert day_of(text, "killed") == "2030-05-11"


def test_what_follows_a_meeting_is_not_told_of_its_day(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg resigned after he met Anna Holm on Saturday.", "resigned") == "2030-05-11/2030-05-14"


def test_talks_that_are_to_begin_are_planned_for_that_day(told: Told) -> None:
    (talks,) = told("Talks between Norway and Sweden are to begin on 3 June.", "Talks")
    assert (talks.status, talks.time.edtf if talks.time else None) == (Status.PLANNED, "2030-06-03")


def test_what_is_promised_by_a_day_is_due_on_it(told: Told) -> None:
    (sent,) = told("Norway and Sweden have agreed to swap maps by 3 June.", "swap")
    assert (sent.status, sent.time.edtf if sent.time else None) == (Status.PROMISED, "2030-06-03")


def test_what_was_done_by_a_day_is_not_dated_on_it(told: Told) -> None:
    assert [e.time.edtf for e in told("Norway had swapped the maps by Monday.", "swapped") if e.time] != [
        "2030-05-13"
    ]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Karl Berg declared a holiday from Friday.", "declared"),
        ("Karl Berg was summoned for Friday.", "summoned"),
    ],
)
def test_a_day_that_something_is_set_for_lies_ahead(
    day_of: Callable[..., str | None], text: str, word: str
) -> None:
    assert day_of(text, word) == "2030-05-17"


def test_a_day_that_something_had_been_set_for_lies_behind(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg had been summoned for Friday.", "summoned") == "2030-05-10"


def test_a_clause_that_tells_no_act_still_moves_the_story_on(day_of: Callable[..., str | None]) -> None:
    text = "Miners struck on Friday. On Saturday it rained. About 300 people marched to the quay."
    assert day_of(text, "marched") == "2030-05-11"


def test_a_weekday_before_a_name_at_the_head_of_a_sentence_is_a_day(day_of: Callable[..., str | None]) -> None:
    assert day_of("On Friday Berg arrested Anna Holm.", "arrested") == "2030-05-10"


@pytest.fixture
def place_of(draft_of: Callable[[str], Draft]) -> Callable[[str, str], str | None]:
    """place_of(text, word): the name of the place of the only event that a word tells."""

    def name(text: str, word: str) -> str | None:
        draft = draft_of(text)
        (event,) = [e for e in draft.of(Event) if e.words.text == word]
        return event.place_words.text if event.place_words else None

    return name


def test_there_is_where_the_sentence_before_was(place_of: Callable[..., str | None]) -> None:
    text = "Karl Berg was born in Bergen. Two workers died there in 2009."
    assert place_of(text, "died") == "Bergen"


def test_the_square_is_that_of_the_town_of_the_dateline(place_of: Callable[..., str | None]) -> None:
    text = "OSLO, May 14 - It rained. Some 300 people marched to the square on Monday."
    assert place_of(text, "marched") == "OSLO"


def test_the_valley_is_no_part_of_the_town_of_the_dateline(place_of: Callable[..., str | None]) -> None:
    text = "OSLO, May 14 - It rained. Karl Berg flew to the valley on Monday."
    assert place_of(text, "flew") is None


def test_a_move_on_a_stated_day_needs_no_place(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg flew to the valley on Monday.", "flew") == "2030-05-13"


def test_to_speak_before_reporters_on_a_day_is_an_act(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg told reporters on Monday that it was over.", "told") == "2030-05-13"


def test_to_tell_a_friend_is_no_act(told: Told) -> None:
    assert not told("Karl Berg told a friend on Monday that it was over.", "told")


def test_a_panel_is_to_report_on_a_day(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg and his panel are to report on 3 June.", "report") == "2030-06-03"


def test_the_dead_died_where_what_killed_them_struck(place_of: Callable[..., str | None]) -> None:
    text = "Nine sailors were killed after a fire swept through a ferry in Bergen on Saturday."
    assert place_of(text, "killed") == "Bergen"


def test_a_blast_that_a_clause_dates_has_left_its_dead_on_that_day(day_of: Callable[..., str | None]) -> None:
    assert (
        day_of("A blast that ripped through a mill in Bergen on Saturday has left two men dead.", "left")
        == "2030-05-11"
    )


def test_whose_goes_back_over_one_of_several(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of("They prayed for Anna Holm, one of the divers, whose body was found on Friday.")
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    (found,) = [e for e in draft.of(Event) if e.words.text == "found"]
    assert [names[p.chain] for p in found.recipients] == ["Anna Holm"]


def test_words_between_commas_are_no_second_subject(draft_of: Callable[[str], Draft]) -> None:
    draft = draft_of("The commission's report, all 90 pages of it, was published on Friday.")
    (event,) = [e for e in draft.of(Event) if e.words.text == "published"]
    assert [p.words.text for p in event.recipients] == ["The commission"]


def test_an_act_whose_words_need_more_is_still_told_on_its_day(day_of: Callable[..., str | None]) -> None:
    assert day_of("Karl Berg removed the sign on Monday.", "removed") == "2030-05-13"


def test_what_years_have_gone_since_was_not_yesterday(day_of: Callable[..., str | None]) -> None:
    span = "2020-01-16/2020-09-14"  # a third of a year either way: writers round
    assert day_of("Ten years have gone by since the ferry sank off Norway.", "sank") == span
    assert day_of("Ten weeks have passed since Ida Lund was dismissed.", "dismissed") == "2030-03-03/2030-03-07"


def test_what_was_done_to_a_thing_on_a_day_is_an_act_without_a_doer(told: Told) -> None:
    assert told("Six bodies were brought up on Thursday night from the east gallery.", "brought")
    assert told("The last of the three was found in December.", "found")


def test_a_particle_belongs_to_the_act(told: Told) -> None:
    assert told("Orlo Minerals called off the reopening on 3 May.", "called")[0].lemma == "call off"


def test_a_march_some_days_before_another_act_has_its_day(day_of: Callable[..., str | None]) -> None:
    text = "The minister resigned on Monday, two days after a march in Norway that drew 6,000 people."
    assert day_of(text, "march") == "2030-05-11"


def test_a_clause_on_the_goal_may_say_when_a_visit_was_to_be(day_of: Callable[..., str | None]) -> None:
    text = "The king has cancelled his visit to Norway, which is planned for Friday, his office said on Monday."
    assert day_of(text, "visit") == "2030-05-17"


def test_what_is_set_for_a_day_is_planned_for_it(told: Told) -> None:
    (march,) = told("The march had been called for May 21 but was put off by four days.", "march")
    assert (march.status, march.time and march.time.edtf) == (Status.PLANNED, "2030-05-21")
    (session,) = told("A joint session has been fixed for 6 June in Norway.", "session")
    assert session.status is Status.PLANNED
    assert not told("Police were called for help.", "called")
