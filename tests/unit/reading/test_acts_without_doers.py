"""Acts that nobody does, or that a phrase tells: what breaks, what is paid, who begins work, what goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event, EventType
from dateline.reading.acts.lexicon import plover
from dateline.reading.language_model import shared_model
from dateline.stage import Context, Draft
from tests.unit.reading.test_event_recall import told_in, within

Read = Callable[..., Draft]


def lemmas(text: str, read: Read) -> set[str]:
    return {event.lemma for event in told_in(text, read).of(Event)}


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("A floor gave way at the Harbour Hotel in Arvik on Saturday.", "give way"),
        ("Part of the roof of the swimming hall caved in on Monday night.", "cave in"),
        ("Anna Holm has been missing since the walls of the arena went down on Monday.", "go down"),
        ("Part of the terrace gave way on Sunday under guests leaving the dance.", "give way"),
        ("Nordbank will close eleven branches in the north by September.", "close branch"),
        ("The dividend for last year, 2.50 crowns a share, will be paid on June 4.", "pay dividend"),
        ("A panel led by Anna Holm began its work on Monday.", "begin work"),
        ("Karl Berg issued a statement on Monday.", "issue statement"),
        ("Dancers resumed rehearsals on Monday after a five-day strike.", "resume"),
    ],
)
def test_an_act_of_few_words_is_read(text: str, lemma: str, read: Read) -> None:
    assert lemma in lemmas(text, read)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Holm gave way to Karl Berg on Monday.",
        "The wall broke her fall on Monday.",
        "The price of 2.50 crowns a share fell.",
        "On Monday it took the cyclists two hours to reach Arvik.",
        "The firm's troubles preceded the fire of May 6.",
        "Karl Berg buried his face in his hands on Monday.",
    ],
)
def test_what_does_not_break_or_crown_or_bury_is_no_such_act(text: str, read: Read) -> None:
    assert not lemmas(text, read) & {"give way", "break", "crown", "bury", "take", "precede"}


def test_who_resumes_work_after_a_strike_does_not_resume_the_strike(read: Read) -> None:
    assert "resume strike" not in lemmas("Dancers resumed rehearsals on Monday after a five-day strike.", read)


def test_what_is_done_at_once_is_done_on_the_day_of_what_was_told_before(read: Read) -> None:
    text = "Four people were killed when a footbridge gave way in Arvik on Saturday. The marshal fled at once."
    marshal = [e for e in told_in(text, read).of(Event) if e.lemma == "flee"]
    assert marshal
    assert all(within(event, "2030-05-11") for event in marshal)


def test_a_clause_that_a_phrase_opens_is_told_as_news(read: Read) -> None:
    text = "Mayor Karl Berg came out on Sunday. Through a loudspeaker he appealed for patience."
    appeal = [e for e in told_in(text, read).of(Event) if e.lemma.startswith("appeal")]
    assert appeal
    assert all(within(event, "2030-05-12") for event in appeal)


def test_what_somebody_was_told_on_a_day_is_an_act(read: Read) -> None:
    assert "tell" in lemmas("Arne Lund told Karl Berg in November that the bridge was unsafe.", read)
    assert "tell" not in lemmas("Arne Lund told a friend that the bridge was unsafe.", read)


def test_hearings_go_on_with_whom_they_hear_on_a_day_to_come(read: Read) -> None:
    draft = told_in("The committee's hearings continue on Monday with Anna Holm.", read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    hearing = next(event for event in draft.of(Event) if event.type is EventType.OTHER)
    assert within(hearing, "2030-05-20")
    assert [names[p.chain] for p in hearing.recipients] == ["Anna Holm"]


def test_a_structure_breaks_only_by_itself(context: Context) -> None:
    doc = shared_model(context)("A wave broke the wall, and the wall broke.")
    first, second = [token for token in doc if token.lemma_ == "break"]
    named = [act.needs if (act := plover().verb(verb)) is not None else None for verb in (first, second)]
    assert named == [None, "structure"]
