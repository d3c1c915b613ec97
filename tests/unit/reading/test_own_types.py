"""Types of events that a user adds by words and by examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import SettingsError
from dateline.model import Event, EventType
from dateline.reading.acts.own_types import own_types, read_ontology
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.settings import Settings
from dateline.stage import Context
from dateline.testing import arrival
from dateline.testing import read as read_arrival

STRANDING = """
[[type]]
name = "stranding"
under = "OTHER"
frame = "solo"
verbs = ["strand", "beach", "wash ashore"]
nouns = ["mass stranding"]
"""
KNIGHTED = """
[[type]]
name = "honour"
under = "SUPPORT"
examples = [
  "The queen knighted the explorer Karl Berg.",
  "The king ennobled two poets in Bergen.",
  "The emperor knighted a retired admiral.",
  "The queen beknighted the singer at the palace.",
  "The duke ennobled his doctor last year.",
]
"""


@pytest.fixture
def told(context: Context) -> Callable[[str, str], tuple[Event, ...]]:
    """Events of a text under an ontology."""

    def tell(text: str, ontology: str) -> tuple[Event, ...]:
        stages = (ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage())
        own = Context(settings=Settings(ontology=ontology), shared=context.shared)
        return read_arrival(arrival(text), *stages, context=own).of(Event)

    return tell


def test_words_of_the_users_give_events_of_the_users_type(told: Callable[..., tuple[Event, ...]]) -> None:
    event = next(
        e for e in told("The tanker Orla beached near Arvik on Monday.", STRANDING) if e.mode == "stranding"
    )
    assert event.type is EventType.OTHER
    assert event.time is not None
    assert event.time.edtf == "2030-05-13"


def test_without_the_ontology_there_is_no_such_event(told: Callable[..., tuple[Event, ...]]) -> None:
    assert not [e for e in told("The tanker Orla beached near Arvik on Monday.", "") if e.mode == "stranding"]


def test_five_examples_find_a_verb_that_nobody_listed(told: Callable[..., tuple[Event, ...]]) -> None:
    found = [e for e in told("The queen knighted Anna Holm in Oslo on Monday.", KNIGHTED) if e.mode == "honour"]
    assert [e.type for e in found] == [EventType.SUPPORT]
    assert "examples of 'honour'" in found[0].rule


def test_examples_do_not_draw_in_another_matter(told: Callable[..., tuple[Event, ...]]) -> None:
    text = "The lake froze near Arvik on Monday. Anna Holm painted the fence. Karl Berg sneezed."
    assert not [e for e in told(text, KNIGHTED) if e.mode == "honour"]


def test_the_programs_own_types_are_read_as_before(told: Callable[..., tuple[Event, ...]]) -> None:
    text = "Anna Holm met Karl Berg in Oslo on Monday. Police arrested three men in Arvik."
    assert told(text, STRANDING + KNIGHTED) == told(text, "")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[type", "no TOML"),
        ("[[typ]]\nname = 'a'", "no [[type]]"),
        ("[[type]]\nname = 'Big One'\nverbs = ['x']", "`name`"),
        ("[[type]]\nname = 'one'\nunder = 'ELSE'\nverbs = ['x']", "`under`"),
        ("[[type]]\nname = 'one'\nframe = 'odd'\nverbs = ['x']", "`frame`"),
        ("[[type]]\nname = 'one'\nverbs = 'x'", "`verbs` must be a list"),
        ("[[type]]\nname = 'one'\nverb = ['x']", "unknown field 'verb'"),
        ("[[type]]\nname = 'one'\nexamples = ['One.', 'Two.']", "at least 3"),
        ("[[type]]\nname = 'one'\nverbs = ['x']\n[[type]]\nname = 'one'\nverbs = ['y']", "one name"),
    ],
)
def test_a_faulty_ontology_is_told_with_its_fault(text: str, says: str) -> None:
    with pytest.raises(SettingsError) as told:
        own_types(text)
    assert says in str(told.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read"):
        read_ontology(tmp_path / "none.toml")
    (tmp_path / "types.toml").write_text(STRANDING, encoding="utf-8")
    assert read_ontology(tmp_path / "types.toml") == STRANDING
