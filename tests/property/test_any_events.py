from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Event, EventType
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft
from tests.effort import examples

WORDS = [
    *(
        "Norway",
        "Sweden",
        "police",
        "protesters",
        "he",
        "it",
        "who",
        ",",
        ".",
        "“",
        "”",
        "arrested",
        "met",
        "with",
    ),
    *(
        "in",
        "Oslo",
        "after",
        "since",
        "the",
        "vote",
        "election",
        "on",
        "Monday",
        "40",
        "thousands",
        "of",
        "people",
    ),
    *("was", "forced", "to", "flee", "and", "not", "will", "if", "sanctions", "against", "a", "talks", "between"),
    *("dozens", "26", "years", "rule", "released", "promised", "a day", "killing", "earthquake", "visit", "ends"),
]


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_run_of_words_gives_events_that_slice_and_differ(read: Callable[..., Draft], words: list[str]) -> None:
    draft = read(" ".join(words), TimexStage(), MentionStage(), QuotationStage(), EventStage())
    text, events = draft.report.text, draft.of(Event)
    assert len({e.id for e in events}) == len(events)
    for event in events:
        assert text[event.words.start : event.words.end] == event.words.text
        assert isinstance(event.type, EventType)
        assert 0 <= event.confidence <= 1
        assert (event.place is None) == (event.place_words is None)
        chains = [p.chain for p in (*event.actors, *event.recipients)]
        assert len(set(chains)) == len(chains)
        assert all(c.high is None or c.low <= c.high for c in event.counts)
