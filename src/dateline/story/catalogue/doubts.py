"""What there is to rule on: joins by how sure they are, and utterances of more than one reading."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import DecisionKind, LinkKind
from dateline.story.lookup.decided import Decided
from dateline.story.lookup.directory import Directory
from dateline.story.story import Story

SPEAKERS = "speaker"  # the kind of a question that is of no join
_OF_MEMBER = frozenset({DecisionKind.ACCEPT, DecisionKind.REJECT, DecisionKind.SPLIT})
_PAIR = 2
_SURE = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtSlip:
    """One question; fields as `DoubtRow` has them."""

    id: str
    kind: str
    score: float
    members: int
    member: str
    target: str
    speakers: tuple[str, ...]
    decided: bool


def doubts(story: Story) -> list[DoubtSlip]:
    """All questions, in the order of `views.doubts`."""
    directory = Directory.of(story)
    slips = [*_joins(directory), *_speakers(directory)]
    return sorted(slips, key=lambda slip: (slip.kind != SPEAKERS, slip.score, -slip.members, slip.id))


_JOINS = f"""
    SELECT i.id, l.kind, l.score, m.id, t.id
    FROM link AS l JOIN identity AS i ON i.key = l.key
    JOIN identity AS m ON m.key = l.member JOIN identity AS t ON t.key = l.target
    WHERE l.kind IN ('{LinkKind.ACTOR}', '{LinkKind.EVENT}', '{LinkKind.UTTERANCE}')
       OR (l.kind = '{LinkKind.ORIGIN}' AND m.kind = 'report')
    ORDER BY l.score, i.id
"""


def _joins(directory: Directory) -> Iterator[DoubtSlip]:
    rows = directory.story.connection.execute(_JOINS).fetchall()
    sizes = Counter(target for *_, target in rows)
    asked: set[str] = set()  # pairs: their two joins are one question
    for id_, kind, score, member, target in rows:
        size = sizes[target]
        if size < _PAIR or target in asked:
            continue
        if size == _PAIR:
            asked.add(target)
        decided = _is_decided(directory.decided, member, size)
        if score < _SURE or decided:
            yield DoubtSlip(
                id=id_,
                kind=kind,
                score=score,
                members=size,
                member=member,
                target=target,
                speakers=(),
                decided=decided,
            )


def _speakers(directory: Directory) -> Iterator[DoubtSlip]:
    """Utterances that more than one actor may have made."""
    rows = directory.story.connection.execute(
        """SELECT i.id, (SELECT min(q.confidence) FROM utterance_members AS m
                         JOIN quotation AS q ON q.key = m.value WHERE m.utterance = u.key),
                  (SELECT count(*) FROM utterance_members AS m WHERE m.utterance = u.key),
                  (SELECT json_group_array(id) FROM (
                     SELECT a.id FROM utterance_speakers AS s JOIN identity AS a ON a.key = s.value
                     WHERE s.utterance = u.key ORDER BY s.position))
           FROM utterance AS u JOIN identity AS i ON i.key = u.key
           WHERE (SELECT count(*) FROM utterance_speakers AS s WHERE s.utterance = u.key) >= ?""",
        (_PAIR,),
    )
    for id_, score, members, speakers in rows.fetchall():
        yield DoubtSlip(
            id=id_,
            kind=SPEAKERS,
            score=score,
            members=members,
            member=id_,
            target=id_,
            speakers=tuple(json.loads(speakers)),
            decided=directory.decided.speaker(id_) is not None,
        )


def _is_decided(decided: Decided, member: str, size: int) -> bool:
    """True if a decision in force is about this very join."""
    for ruling in decided.on(member):
        member_only = ruling.decision.kind in _OF_MEMBER and size > _PAIR
        sides = ruling.sides[:1] if member_only else ruling.sides
        if len(ruling.sides) > 1 and any(member in side for side in sides):
            return True
    return False
