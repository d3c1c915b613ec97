"""Values that cannot all hold: a row for each report on each side, with its words. No side is ever chosen."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from dateline.model import Claim, Conflict, Support
from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.passage import surroundings
from dateline.story.views.phrases import claim_in_words, phrase
from dateline.story.views.row import Row
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
    """All conflicts, sides in their order, the reports of a side earliest first."""
    directory = Directory.of(story)
    claims = {claim.id: claim for claim in story.all(Claim)}
    supports: defaultdict[str, list[Support]] = defaultdict(list)
    for support in story.all(Support):
        supports[support.about].append(support)
    for found in supports.values():
        found.sort(key=lambda support: (directory.place(support.report, support.words.start), support.id))

    def place(conflict: Conflict) -> tuple[tuple[int, int], str]:
        first = min(
            directory.place(each.report, each.words.start) for side in conflict.sides for each in supports[side]
        )
        return first, conflict.id

    return [
        _row(directory, conflict, number, claims[side], support)
        for conflict in sorted(story.all(Conflict), key=place)
        for number, side in enumerate(conflict.sides, start=1)
        for support in supports[side]
    ]


def _row(directory: Directory, conflict: Conflict, number: int, claim: Claim, support: Support) -> ConflictRow:
    report = directory.reports[support.report]
    return ConflictRow(
        id=conflict.id,
        kind=conflict.kind.value,
        about=conflict.about,
        about_words=phrase(directory, conflict.about),
        reason=days_in_words(conflict.reason),
        side=number,
        claim=claim.id,
        value=claim_in_words(directory, claim),
        report=report.id,
        published=report.published.edtf if report.published else None,
        outlet=report.outlet,
        location=report.location,
        cited=directory.cite(report.id),
        start=support.words.start,
        words=support.words.text,
        sentence=surroundings(directory.story, report, support.words.span).of(report.text),
        origin=support.origin,
        grounding=support.grounding.value,
        decided=directory.decided.words(conflict.about),
    )
