"""What a person may want to rule on: the joins that the program is least sure of, and speakers in dispute."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Actor, Chain, DecisionKind, Event, Link, LinkKind, Quotation, Report, Utterance
from dateline.story.views.decided import Decided
from dateline.story.views.directory import Directory
from dateline.story.views.phrases import phrase
from dateline.story.views.row import Row

SPEAKERS = "speaker"
_MEMBERS = {
    LinkKind.ACTOR: Chain,
    LinkKind.EVENT: Event,
    LinkKind.UTTERANCE: Quotation,
    LinkKind.ORIGIN: Report,  # passages and words have origins too, on which nobody rules
}
_OF_MEMBER = frozenset({DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.SPLIT})
_PAIR = 2
_SURE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtRow(Row):
    """One question; `id` is that of the link, or of the utterance whose speaker is in dispute."""

    kind: str  # actor, event, utterance, origin, as links have it; or speaker
    score: float  # 0 to 1, of the join or the reading
    members: int  # of what was joined: how much hangs on it
    member: str
    member_words: str
    target: str
    target_words: str
    reasons: tuple[str, ...]
    speakers: tuple[str, ...]  # the actors that may have said it; for a speaker in dispute only
    decided: bool


def doubts(directory: Directory) -> list[DoubtRow]:
    """All questions: speakers in dispute, then the least certain joins first, then those on which most hangs."""
    rows = [*_joins(directory), *_speakers(directory)]
    return sorted(rows, key=lambda row: (row.kind != SPEAKERS, row.score, -row.members, row.id))


def _joins(directory: Directory) -> Iterator[DoubtRow]:
    asked: set[str] = set()  # pairs: their two joins are one question
    links = [link for link in directory.story.all(Link) if link.kind in _MEMBERS]
    for link in sorted(links, key=lambda link: (link.score, link.id)):
        size = sum(_can_be_ruled(directory, other) for other in directory.joined_into(link.target))
        if size < _PAIR or link.target in asked or not _can_be_ruled(directory, link):
            continue
        if size == _PAIR:
            asked.add(link.target)
        decided = _is_decided(directory.decided, link, size)
        if link.score < _SURE or decided:
            yield DoubtRow(
                id=link.id,
                kind=link.kind.value,
                score=link.score,
                members=size,
                member=link.member,
                member_words=phrase(directory, link.member),
                target=link.target,
                target_words=phrase(directory, link.target),
                reasons=link.reasons,
                speakers=(),
                decided=decided,
            )


def _can_be_ruled(directory: Directory, link: Link) -> bool:
    return link.kind is not LinkKind.ORIGIN or link.member in directory.reports


def _is_decided(decided: Decided, link: Link, size: int) -> bool:
    """True if a decision in force is about this very join."""
    for ruling in decided.on(link.member):
        member_only = ruling.decision.kind in _OF_MEMBER and size > _PAIR
        sides = ruling.sides[:1] if member_only else ruling.sides
        if len(ruling.sides) > 1 and any(link.member in side for side in sides):
            return True
    return False


def _speakers(directory: Directory) -> Iterator[DoubtRow]:
    for utterance in directory.story.all(Utterance):
        readings = [id_ for id_ in utterance.speakers if isinstance(directory.story.get(id_), Actor)]
        if len(readings) < _PAIR:
            continue
        printed = [directory.quotations[id_] for id_ in utterance.members]
        yield DoubtRow(
            id=utterance.id,
            kind=SPEAKERS,
            score=min(quotation.confidence for quotation in printed),
            members=len(printed),
            member=utterance.id,
            member_words=utterance.text,
            target=utterance.id,
            target_words=" or ".join(directory.actor(id_) or id_ for id_ in readings),
            reasons=tuple(dict.fromkeys(q.anomaly_reason for q in printed if q.anomaly_reason)),
            speakers=tuple(readings),
            decided=directory.decided.speaker(utterance.id) is not None,
        )
