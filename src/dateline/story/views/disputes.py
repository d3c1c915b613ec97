"""Values that cannot all hold: a row for each report on each side, with its words. No side is ever chosen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import batched

from dateline.model import Claim, Conflict, Support
from dateline.story import catalogue
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import claim_in_words, phrase
from dateline.story.lookup.read_ahead import AT_ONCE, read_ahead_of_conflicts
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.views.printed import printed
from dateline.story.wording import days_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow(Row):
    """One report's words on one side of a conflict; `id` is the conflict's."""

    kind: str
    about: str  # the id of the event, utterance or role in dispute
    about_words: str
    reason: str
    side: int  # from 1
    claim: str  # the side's id
    value: str  # the side in words
    report: str
    published: str | None  # EDTF
    outlet: str | None
    location: str
    cited: str  # outlet, date and file in words
    start: int
    words: str
    sentence: str  # that the words stand in
    origin: str
    grounding: str
    decided: tuple[str, ...]  # what persons ruled on that event, utterance or role, each with who and why


def conflicts(story: Story) -> list[ConflictRow]:
    """All conflicts by their earliest report, sides in their order, the reports of a side earliest first."""
    ids = list(dict.fromkeys(slip.id for slip in catalogue.conflicts(story)))
    directory = Directory.of(story)
    return [row for part in batched(ids, AT_ONCE) for row in conflict_rows(directory, part)]


def conflict_rows(directory: Directory, ids: Iterable[str]) -> Iterator[ConflictRow]:
    """Every side of these conflicts, in their order."""
    found = directory.story.many(Conflict, ids)
    read_ahead_of_conflicts(directory, found.values())
    for conflict in found.values():
        about = phrase(directory, conflict.about)
        for number, side in enumerate(conflict.sides, start=1):
            claim = directory.story.many(Claim, (side,))[side]
            for support in _in_order(directory, side):
                yield _row(directory, conflict, about, number, claim, support)


def _in_order(directory: Directory, claim: str) -> list[Support]:
    supports = directory.story.related(Support, "about", claim)
    return sorted(supports, key=lambda each: (directory.place(each.report, each.words.start), each.id))


def _row(
    directory: Directory, conflict: Conflict, about: str, number: int, claim: Claim, support: Support
) -> ConflictRow:
    return ConflictRow(
        id=conflict.id,
        kind=conflict.kind.value,
        about=conflict.about,
        about_words=about,
        reason=days_in_words(conflict.reason),
        side=number,
        claim=claim.id,
        value=claim_in_words(directory, claim),
        **printed(directory, support),
        decided=directory.decided.words(conflict.about),
    )
