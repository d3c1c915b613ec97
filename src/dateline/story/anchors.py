"""Anchors: from a record to the words that name it for good, and from the words back to what is read there now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.errors import NotFoundError
from dateline.model import (
    Actor,
    Anchor,
    AnchorKind,
    Chain,
    EarlierVersion,
    Event,
    Link,
    LinkKind,
    Mention,
    MentionForm,
    MergedEvent,
    Origin,
    Quotation,
    Record,
    Report,
    Utterance,
)

if TYPE_CHECKING:
    from dateline.story.story import Story

SIDE_LIMIT = 20  # anchors of one side: an actor of a thousand reports is known by its first twenty

KINDS: dict[type[Record], AnchorKind] = {
    Chain: AnchorKind.CHAIN,
    Quotation: AnchorKind.QUOTATION,
    Event: AnchorKind.EVENT,
    Report: AnchorKind.REPORT,
}
MERGED: dict[AnchorKind, tuple[type[Record], LinkKind]] = {
    AnchorKind.CHAIN: (Actor, LinkKind.ACTOR),
    AnchorKind.QUOTATION: (Utterance, LinkKind.UTTERANCE),
    AnchorKind.EVENT: (MergedEvent, LinkKind.EVENT),
    AnchorKind.REPORT: (Origin, LinkKind.ORIGIN),
}


def anchor(story: Story, record: Record, side: int) -> Anchor:
    """The anchor of a chain, quotation, event or report; NotFoundError for any other record."""
    kind = KINDS.get(type(record))
    if kind is None:
        raise NotFoundError(f"{record.id} is a {type(record).__name__}: decisions are about other records")
    report = record if isinstance(record, Report) else story.report(_report_of(record))
    start, text = _words(story, record)
    return Anchor(side, kind, record.id, report.id, report.digest, start, text)


def members(story: Story, record: Record) -> list[Record]:
    """What a record is anchored by, in the story's order: the members of a merged one, itself if it has none.

    A mention stands for its chain, a link for its member.
    """
    if isinstance(record, Mention):
        return [story.get(record.chain)]
    if isinstance(record, Link):
        return members(story, story.get(record.member))
    if isinstance(record, Actor | Utterance | MergedEvent | Origin):
        return story.members(record.id)
    return [record]


def side(story: Story, records: Iterable[Record], number: int) -> tuple[Anchor, ...]:
    """The anchors of one side: its first members, those with a name before those without."""
    held = list(records)
    named = [record for record in held if not isinstance(record, Chain) or record.names]
    chosen = (named or held)[:SIDE_LIMIT]
    return tuple(anchor(story, record, number) for record in chosen)


class Living:
    """What the words of anchors are read as now. A report that was replaced by its outlet is read no more."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._replaced = {version.report for version in story.all(EarlierVersion)}
        self._reports = {report.id for report in story.all(Report)}
        self._read: dict[tuple[AnchorKind, str], dict[tuple[int | None, str], list[str]]] = {}

    def of(self, given: Anchor) -> str | None:
        """The id of the record that has the anchor's words now; None if there is none, or more than one."""
        if self.why_lost(given):
            return None
        return self._now(given)

    def why_lost(self, given: Anchor) -> str | None:
        """Why an anchor holds on to nothing; None if it holds."""
        if given.report not in self._reports:
            return f"the report with “{given.text}” is no longer in the story"
        if given.report in self._replaced:
            return f"the report with “{given.text}” was replaced by a later version"
        if self._now(given) is None:
            return f"“{given.text}” is no longer read as a {given.kind.value} there"
        return None

    def _now(self, given: Anchor) -> str | None:
        if given.kind is AnchorKind.REPORT:
            return given.report
        there = self._places(given.kind, given.report).get((given.start, given.text), [])
        if given.member in there:
            return given.member
        return there[0] if len(there) == 1 else None

    def _places(self, kind: AnchorKind, report: str) -> dict[tuple[int | None, str], list[str]]:
        """The records of a kind in a report, by the place and the words that they are anchored by."""
        if (kind, report) not in self._read:
            found: dict[tuple[int | None, str], list[str]] = {}
            for place, id_ in self._anchored(kind, report):
                held = found.setdefault(place, [])
                if id_ not in held:
                    held.append(id_)
            self._read[kind, report] = found
        return self._read[kind, report]

    def _anchored(self, kind: AnchorKind, report: str) -> Iterable[tuple[tuple[int | None, str], str]]:
        if kind is AnchorKind.CHAIN:
            for mention in self._story.in_report(Mention, report):
                yield (mention.words.start, mention.words.text), mention.chain
            for chain in self._story.in_report(Chain, report):
                yield (None, chain.name), chain.id
        elif kind is AnchorKind.EVENT:
            for event in self._story.in_report(Event, report):
                yield (event.words.start, event.words.text), event.id
        else:
            for quotation in self._story.in_report(Quotation, report):
                yield _quoted(quotation), quotation.id


def _report_of(record: Record) -> str:
    assert isinstance(record, Chain | Quotation | Event)  # noqa: S101 -- callers have looked it up in KINDS
    return record.report


def _words(story: Story, record: Record) -> tuple[int | None, str]:
    if isinstance(record, Event):
        return record.words.start, record.words.text
    if isinstance(record, Quotation):
        return _quoted(record)
    if isinstance(record, Report):
        return None, record.title or record.location
    assert isinstance(record, Chain)  # noqa: S101 -- callers have looked it up in KINDS
    mentions = [m for m in story.in_report(Mention, record.report) if m.chain == record.id]
    first = min(mentions, key=lambda m: (m.form is not MentionForm.NAME, m.words), default=None)
    return (first.words.start, first.words.text) if first else (None, record.name)


def _quoted(quotation: Quotation) -> tuple[int | None, str]:
    """Where a quotation begins, and its first piece."""
    return (quotation.contents[0].start, quotation.contents[0].text) if quotation.contents else (None, "")
