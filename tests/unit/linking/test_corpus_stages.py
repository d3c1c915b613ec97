"""All corpus stages on one small story, read by the real report stages and kept in a real story file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.linking.actor_codes import ActorCodeStage
from dateline.linking.actors import ActorStage
from dateline.linking.claims import ClaimStage
from dateline.linking.conflicts import ConflictStage
from dateline.linking.copies import CopyStage
from dateline.linking.event_match import EventMatchStage
from dateline.linking.places import PlaceStage
from dateline.linking.quote_match import QuoteMatchStage
from dateline.linking.timeline import TimelineStage
from dateline.model import (
    ActorCode,
    Claim,
    Conflict,
    ConflictKind,
    CopyGroup,
    Link,
    LinkKind,
    Location,
    MergedEvent,
    Origin,
    Record,
    Support,
    TimelineEntry,
    Utterance,
)
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft
from dateline.story import Store, Writer

Read = Callable[..., Draft]

TEXTS = (
    (
        "2030-05-14",
        "President Ada Noor met Prime Minister Ben Ismay in Varn on Monday. Noor said: “We had a long talk. "
        "Now the fishermen of both coasts can go back to sea.” Police detained 40 protesters in Varn on Monday. "
        "Some 900 nets had been cut since March, harbour master Lena Quill said. Herring has become dear.",
    ),
    (
        "2030-05-15",
        "Ships lay idle and schools stayed shut. In Varn, the head of a neighbouring government was a guest: "
        "Prime Minister Ben Ismay met Ada Noor there on Tuesday, May 14. Noor said: “We had a long talk. "
        "Now the fishermen of both coasts can go back to sea.” "
        "Ismay, who flew home at once, said there was no secret deal. His party votes on a budget next week. "
        "In Selby the baker Rosa Field counted 300 loaves that nobody had bought, and closed her shop at noon.",
    ),
    ("2030-05-16", "Prime Minister Ben Ismay resigned on Thursday. A rival said there was a secret deal."),
)
WRITTEN = (
    Origin,
    CopyGroup,
    Link,
    ActorCode,
    Location,
    Utterance,
    MergedEvent,
    TimelineEntry,
    Claim,
    Support,
    Conflict,
)
STAGES = (
    CopyStage,
    ActorStage,
    ActorCodeStage,
    PlaceStage,
    QuoteMatchStage,
    EventMatchStage,
    ClaimStage,
    ConflictStage,
    TimelineStage,
)


@pytest.fixture(scope="module")
def drafts(read_once: Read) -> list[list[Record]]:
    reading = (TimexStage(), MentionStage(), QuotationStage(), EventStage())
    return [read_once(text, *reading, published=day).records() for day, text in TEXTS]


@pytest.fixture(scope="module")
def read_once() -> Read:
    from dateline.reading.parse import ParseStage
    from dateline.stage import Context
    from dateline.testing import arrival, read

    context = Context()

    def read_text(text: str, *stages: object, published: str) -> Draft:
        return read(arrival(text, published=published), ParseStage(), *stages, context=context)  # type: ignore[arg-type]

    return read_text


def fill(store: Store, drafts: Sequence[Sequence[Record]]) -> None:
    with store.atomic():
        for records in drafts:
            store.replace("reading", records[0].id, records, version="1", digest="")


def link(store: Store) -> None:
    with store.atomic():
        for stage in STAGES:
            store.run_corpus_stage(stage.name, stage.version, stage.writes, stage().run)


def found(store: Store) -> list[Record]:
    return [record for kind in WRITTEN for record in store.story.all(kind)]


def test_a_meeting_told_twice_is_one_event_whose_day_is_in_dispute(drafts: list[list[Record]]) -> None:
    with Store.in_memory() as store:
        fill(store, drafts)
        link(store)
        story = store.story

        (meeting,) = [e for e in story.events() if len(e.members) > 1 and e.type.value == "CONSULT"]
        (dispute,) = [c for c in story.conflicts() if c.kind is ConflictKind.DATE]
        assert meeting.time_disputed
        assert dispute.about == meeting.id
        assert [story.get(side).value for side in dispute.sides] == ["2030-05-13", "2030-05-14"]  # type: ignore[attr-defined]
        assert {e.event for e in story.all(TimelineEntry)} == {e.id for e in story.events() if e.time}


def test_one_quotation_in_two_reports_is_one_utterance_of_unknown_origin(drafts: list[list[Record]]) -> None:
    with Store.in_memory() as store:
        fill(store, drafts)
        link(store)
        story = store.story

        (shared,) = [u for u in story.utterances() if len(u.members) > 1]
        origins = {support.origin for support in story.supports(shared.id)}
        assert len(origins) == 1
        assert not story.get(origins.pop()).known  # type: ignore[attr-defined]
        assert not story.copies()
        whole = [
            link for link in story.all(Link) if link.kind is LinkKind.ORIGIN and story.get(link.target).reports
        ]  # type: ignore[attr-defined]
        assert len({link.target for link in whole}) == 3


def test_the_order_in_which_reports_come_in_changes_nothing(drafts: list[list[Record]]) -> None:
    with Store.in_memory() as once, Store.in_memory() as again:
        fill(once, drafts)
        link(once)
        for records in drafts[::-1]:  # one at a time, linked after each
            fill(again, [records])
            link(again)

        assert sorted(map(repr, found(once))) == sorted(map(repr, found(again)))


def test_a_second_run_writes_nothing(drafts: list[list[Record]], monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.in_memory() as store:
        fill(store, drafts)
        link(store)
        before = found(store)
        written: list[str] = []
        monkeypatch.setattr(Writer, "replace", lambda self, unit, records: written.append(unit))
        with store.atomic():
            for stage in STAGES:
                if stage is not ActorStage:
                    store.run_corpus_stage(stage.name, stage.version, stage.writes, stage().run)

        assert written == []
        assert found(store) == before
