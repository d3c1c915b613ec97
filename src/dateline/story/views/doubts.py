"""What a person may want to rule on: the joins that the program is least sure of, and speakers in dispute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Link, Utterance
from dateline.story import catalogue
from dateline.story.catalogue.doubts import SPEAKERS, DoubtSlip
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import phrase
from dateline.story.lookup.row import Row
from dateline.story.story import Story


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
    return doubt_rows(directory, catalogue.doubts(directory.story))


def doubt_rows(directory: Directory, slips: Sequence[DoubtSlip]) -> list[DoubtRow]:
    """These questions as rows, in their order."""
    story = directory.story
    links = story.many(Link, (slip.id for slip in slips if slip.kind != SPEAKERS))
    utterances = story.many(Utterance, (slip.id for slip in slips if slip.kind == SPEAKERS))
    directory.quotations.read(member for each in utterances.values() for member in each.members)
    return [
        _join(directory, slip, links[slip.id])
        if slip.id in links
        else _speaker(directory, slip, utterances[slip.id])
        for slip in slips
    ]


def joined_with(story: Story, row: DoubtRow) -> list[str]:
    """The ids of what else was joined into the target of a question, the surest first: of the member's kind."""
    rows = story.connection.execute(
        """SELECT m.id FROM link AS l JOIN identity AS m ON m.key = l.member
           WHERE l.target = (SELECT key FROM identity WHERE id = ?) AND m.id <> ?
             AND m.kind = (SELECT kind FROM identity WHERE id = ?) ORDER BY l.score DESC, m.id""",
        (row.target, row.member, row.member),
    )
    return [id_ for (id_,) in rows]


def _join(directory: Directory, slip: DoubtSlip, link: Link) -> DoubtRow:
    return DoubtRow(
        id=slip.id,
        kind=slip.kind,
        score=slip.score,
        members=slip.members,
        member=slip.member,
        member_words=phrase(directory, slip.member),
        target=slip.target,
        target_words=phrase(directory, slip.target),
        reasons=link.reasons,
        speakers=(),
        decided=slip.decided,
    )


def _speaker(directory: Directory, slip: DoubtSlip, utterance: Utterance) -> DoubtRow:
    printed = [directory.quotations[id_] for id_ in utterance.members]
    return DoubtRow(
        id=slip.id,
        kind=slip.kind,
        score=slip.score,
        members=slip.members,
        member=slip.member,
        member_words=utterance.text,
        target=slip.target,
        target_words=" or ".join(directory.actor(id_) or id_ for id_ in slip.speakers),
        reasons=tuple(dict.fromkeys(each.anomaly_reason for each in printed if each.anomaly_reason)),
        speakers=slip.speakers,
        decided=slip.decided,
    )
