"""Which words of a clause tell which act: objects before prepositions, what is near before what is far."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event, Status
from dateline.reading.acts.lexicon import plover
from dateline.reading.acts.pair import Part, told_between
from dateline.reading.language_model import shared_model
from dateline.stage import Context, Draft
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]


def first(text: str, read: Read) -> Event:
    return told_in(text, read).of(Event)[0]


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("The Norland army fired two artillery shells at Arvik on Monday.", "ASSAULT", "heavy-weapons"),
        ("The Norland air force struck a depot near Arvik on Monday.", "ASSAULT", None),
        ("Norland suspended aid to Varia on Monday in protest at the arrests.", "SANCTION", "withdraw"),
        ("Karl Berg returned the stolen paintings to Anna Holm on Monday.", "RETREAT", "release"),
        ("President Anna Holm called Karl Berg on Monday to discuss the floods.", "CONSULT", "phone"),
        ("Norland and Varia have delayed their meeting until Monday.", "REJECT", "meet"),
        ("Norland vowed on Monday to wage war on Varia.", "THREATEN", "violence"),
        ("Norland received a loan from Varia on Monday.", "AID", None),
        ("Anna Holm and Karl Berg clashed over the budget on Monday.", "ACCUSE", "disapprove"),
        ("Soldiers from Norland cordoned off the port of Arvik on Monday.", "MOBILIZE", "police"),
        ("Norland abandoned diplomatic ties with Varia on Monday.", "SANCTION", "discontinue"),
        ("Anna Holm called for a boycott of Norland on Monday.", "REQUEST", None),
    ],
)
def test_the_nearest_words_decide(text: str, type_: str, mode: str | None, read: Read) -> None:
    event = first(text, read)
    assert (event.type.value, event.mode) == (type_, mode)


def test_going_back_somewhere_gives_nothing_back(read: Read) -> None:
    assert "RETREAT" not in {
        e.type.value for e in told_in("Karl Berg returned to Arvik on Monday.", read).of(Event)
    }


def test_who_receives_is_whom_it_is_done_to(read: Read) -> None:
    draft = told_in("Norland received a loan from Varia on Monday.", read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    event = draft.of(Event)[0]
    assert [names[p.chain] for p in event.actors] == ["Varia"]
    assert [names[p.chain] for p in event.recipients] == ["Norland"]


def test_a_refusal_to_give_in_is_kept_though_nothing_dates_it(read: Read) -> None:
    event = next(
        e for e in told_in("Karl Berg will not lift the curfew.", read).of(Event) if e.type.value == "CONCEDE"
    )
    assert event.status is Status.NEGATED


def test_a_blockade_that_would_harm_is_only_weighed(read: Read) -> None:
    draft = told_in("On Monday Karl Berg said that a blockade of Norland would harm Varia.", read)
    assert {e.status for e in draft.of(Event) if e.type.value == "COERCE"} <= {Status.HYPOTHETICAL}


def test_the_toll_of_a_dispute_tells_killings_and_that_of_a_flood_none(read: Read) -> None:
    told = told_in("Norland's death toll has risen in the dispute with Varia.", read).of(Event)
    assert [e.type.value for e in told] == ["ASSAULT"]
    flood = told_in("Norland's death toll has risen after the flood in Varia.", read).of(Event)
    assert "ASSAULT" not in {e.type.value for e in flood}


def test_who_departs_from_a_country_does_so_there(read: Read) -> None:
    draft = told_in("President Anna Holm departed from Norway after the vote.", read)
    places = {e.place_words.text for e in draft.of(Event) if e.type.value == "MOVE" and e.place_words}
    assert places == {"Norway"}


def test_who_calls_somebody_a_liar_does_not_telephone(read: Read) -> None:
    told = told_in("On Monday Anna Holm called Karl Berg a liar.", read).of(Event)
    assert [e.type.value for e in told] == ["ACCUSE"]


def test_a_noun_that_the_verbs_pattern_modifies_tells_no_second_act(read: Read) -> None:
    told = told_in("On Monday Anna Holm ended mediation efforts with the miners.", read).of(Event)
    assert [e.type.value for e in told] == ["SANCTION"]


def test_who_declares_that_it_will_not_is_who_refuses() -> None:
    text = "The committee declared that it will not end the strike."
    doc = shared_model(Context())(text)
    [told] = told_between(doc, doc.char_span(0, 13), None, plover())
    assert (told.type.value, told.status, told.part) == ("CONCEDE", Status.NEGATED, Part.SOURCE)
