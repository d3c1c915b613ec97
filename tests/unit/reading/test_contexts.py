"""PLOVER's contexts: which are told, and by which words."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import Event
from dateline.reading.acts.contexts import context_names
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import told_in

Read = Callable[..., Draft]

# Of the PLOVER manual (2024-02-04), in its order.
MANUAL = (
    "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy"
    " economic legal reparations human_rights rights_freedoms repression human_security gender lgbt"
    " religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters"
    " natural_resource environment technology terrorism cbrn cyber misinformation crime corruption"
    " illegal_drugs trafficking"
)


def contexts(text: str, read: Read) -> dict[str, str]:
    return {c.name: c.words.text for event in told_in(text, read).of(Event) for c in event.contexts}


def test_all_contexts_of_the_manual_are_there_in_its_order() -> None:
    assert context_names() == tuple(MANUAL.split())


def test_words_and_phrases_tell_a_context_and_are_kept(read: Read) -> None:
    told = contexts("Norland sent vaccines to Varia on Monday to end the human rights crisis.", read)
    assert told["health"] == "vaccines"
    assert told["human_rights"] == "human rights"


def test_a_sentence_about_none_of_them_has_no_context(read: Read) -> None:
    assert contexts("Karl Berg met Anna Holm on Monday.", read) == {}


def test_contexts_stand_in_the_manuals_order(read: Read) -> None:
    event = told_in("A court jailed the soldier Karl Berg on Monday for bribery.", read).of(Event)[0]
    names = [context.name for context in event.contexts]
    assert names == sorted(names, key=MANUAL.split().index)
    assert {"military", "legal", "corruption"} <= set(names)


def test_a_persons_name_tells_no_context(read: Read) -> None:
    assert "legislative" not in contexts("Bill Church met Anna Holm in Oslo on Monday.", read)
