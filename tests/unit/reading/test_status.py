from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Event, EventType, Status
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Read = Callable[..., Draft]


def statuses(draft: Draft, type_: EventType) -> list[Status]:
    return [e.status for e in draft.of(Event) if e.type is type_]


@pytest.mark.parametrize(
    ("text", "type_", "status"),
    [
        ("Karl Berg met Anna Holm.", EventType.CONSULT, Status.HAPPENED),
        ("Karl Berg will meet Anna Holm on Friday.", EventType.CONSULT, Status.PLANNED),
        ("Karl Berg is expected to meet Anna Holm on Friday.", EventType.CONSULT, Status.PLANNED),
        ("Karl Berg plans to visit Finland on Friday.", EventType.CONSULT, Status.PLANNED),
        ("Karl Berg promised to release the prisoners.", EventType.RETREAT, Status.PROMISED),
        ("Anna Holm demanded the release of the prisoners in Norway.", EventType.RETREAT, Status.DEMANDED),
        ("Anna Holm called for sanctions against Norway.", EventType.SANCTION, Status.DEMANDED),
        ("Police denied that they had beaten prisoners in Oslo.", EventType.ASSAULT, Status.DENIED),
        ("Norway did not release the prisoners on Monday.", EventType.RETREAT, Status.NEGATED),
        ("Karl Berg refused to meet Anna Holm.", EventType.CONSULT, Status.NEGATED),
        ("Norway could impose sanctions against Sweden.", EventType.SANCTION, Status.HYPOTHETICAL),
        ("Anna Holm will talk if Karl Berg releases prisoners.", EventType.RETREAT, Status.HYPOTHETICAL),
        ("Anna Holm said that she would visit Finland on Friday.", EventType.CONSULT, Status.PLANNED),
        ("Anna Holm condemned the arrest of protesters in Oslo.", EventType.COERCE, Status.HAPPENED),
        ("Protesters marched in Oslo to demand the resignation of Karl Berg.", EventType.REQUEST, Status.HAPPENED),
        ("Sweden hopes that the EU will impose sanctions on Norway.", EventType.SANCTION, Status.PLANNED),
    ],
)
def test_the_status_follows_from_the_words_around(read: Read, text: str, type_: EventType, status: Status) -> None:
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    assert statuses(draft, type_) == [status]


def test_who_does_not_recognise_rejects(read: Read) -> None:
    draft = read(
        "Sweden does not recognise Karl Berg.", TimexStage(), MentionStage(), QuotationStage(), EventStage()
    )
    assert statuses(draft, EventType.REJECT) == [Status.HAPPENED]
    assert statuses(draft, EventType.SUPPORT) == []


def test_a_conjunct_does_not_share_a_negation(read: Read) -> None:
    text = "Karl Berg did not resign on Monday and arrested Anna Holm."
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    assert statuses(draft, EventType.COERCE) == [Status.HAPPENED]


def test_what_lies_after_publication_is_planned(read: Read) -> None:
    text = "The summit of Nordic leaders takes place in Oslo on June 3."
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    assert [e.status for e in draft.of(Event)] == [Status.PLANNED]


def test_a_conjunct_with_a_tense_of_its_own_does_not_share_the_future(read: Read) -> None:
    text = "Norway will close its border on Friday and has accused Sweden of spying."
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    assert statuses(draft, EventType.COERCE) == [Status.PLANNED]
    assert statuses(draft, EventType.ACCUSE) == [Status.HAPPENED]
