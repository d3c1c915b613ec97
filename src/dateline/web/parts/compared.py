"""Reports side by side: the passages that they share, word by word, and what each has alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import CopyGroup, CopyMember, Report, Sentence
from dateline.span import Span
from dateline.story.changes import Change
from dateline.story.views.between import copies_between
from dateline.story.wording import days_in_words
from dateline.web.desk import Citation, Desk, Piece
from dateline.web.parts import aligned
from dateline.web.parts.aligned import Row
from dateline.web.parts.copies import HEADINGS
from dateline.web.parts.differences import differences, replaced

type Side = tuple[Citation, tuple[Piece, ...]]

_MOSTLY = 0.5  # of a sentence's characters: one that shares fewer is told by its report alone
LONGEST = 20_000  # characters of a passage that are compared word by word: two longer ones take seconds
_NUMBER = re.compile(
    r"\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|"
    r"thousands?|millions?|billions?|half|twice|double)\b",
    re.I,
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|den(?:y|ies|ied)|cannot)\b|n[’']t\b", re.I
)


@dataclass(frozen=True, slots=True)
class Differing:
    """Words that two printings have in the place of each other."""

    words: str  # as a sentence
    weighs: str | None  # "a number", "a negation": what turns a report into another one


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as each report has it; a report that lacks it has no side."""

    id: str
    heading: str
    reason: str
    sides: tuple[Side | None, ...]  # in the order of the reports
    differing: tuple[Differing, ...]  # numbers and negations first
    rows: tuple[Row, ...]  # the sides paragraph by paragraph, those in the place of each other in one row

    @property
    def same_words(self) -> bool:
        """True if all have it to the letter, but for marks and capitals."""
        return not any(piece.marked for side in self.sides if side for piece in side[1])


@dataclass(frozen=True, slots=True)
class Alone:
    """The sentences of one report that stand in none of the others' shared passages."""

    cited: Citation
    sentences: tuple[tuple[str, Citation], ...]
    of: int  # sentences that the report has


def passages(desk: Desk, reports: Sequence[Report], letters: Sequence[str]) -> tuple[Passage, ...]:
    """What they share, in the order of the first report's text; in lists of differences they have letters."""
    groups = copies_between(desk.story, [report.id for report in reports])
    order = {report.id: number for number, report in enumerate(reports)}

    def place(group: CopyGroup) -> tuple[int, int, str]:
        first = min(_members(group, order), key=lambda member: order[member.report])
        return order[first.report], first.words.start, group.id

    return tuple(_passage(desk, group, order, letters) for group in sorted(groups, key=place))


def _members(group: CopyGroup, order: dict[str, int]) -> list[CopyMember]:
    """Those of the chosen reports, each once, in their order."""
    chosen = {member.report: member for member in reversed(group.members) if member.report in order}
    return sorted(chosen.values(), key=lambda member: order[member.report])


def _passage(desk: Desk, group: CopyGroup, order: dict[str, int], letters: Sequence[str]) -> Passage:
    members = _members(group, order)
    texts = [member.words.text[:LONGEST] for member in members]
    told = differences(texts)
    sides: list[Side | None] = [None] * len(order)
    for member, pieces in zip(members, told, strict=True):
        sides[order[member.report]] = desk.cite_at(member.report, member.words.span), pieces
    of = [letters[order[member.report]] for member in members]
    found = [
        (of[0], other, change)
        for other, text in zip(of[1:], texts[1:], strict=True)
        for change in replaced(texts[0], text)
    ]
    return Passage(
        id=group.id,
        heading=HEADINGS[group.kind],
        reason=days_in_words(group.reason),
        sides=tuple(sides),
        differing=weighed(found),
        rows=_rows(sides),
    )


def _rows(sides: Sequence[Side | None]) -> tuple[Row, ...]:
    """The rows of those that have it; a side that lacks it has nothing in any of them."""
    having = [number for number, side in enumerate(sides) if side]
    found = aligned.rows([side[1] for side in sides if side])
    return tuple(
        tuple(row[having.index(number)] if number in having else None for number in range(len(sides)))
        for row in found
    )


def weighed(found: Sequence[tuple[str, str, Change]]) -> tuple[Differing, ...]:
    """What two reports have in the place of each other: first what differs in a number or a negation."""
    told = {_in_words(*each): _weighs(each[2]) for each in found}
    rank = {"a number": 0, "a negation": 1, None: 2}
    return tuple(
        Differing(words, weighs) for words, weighs in sorted(told.items(), key=lambda pair: rank[pair[1]])
    )


def _in_words(one: str, other: str, change: Change) -> str:
    """`A “11 people”, B “14 people”`; `only B “not”`."""
    if not change.before:
        return f"only {other} “{change.after}”"
    return (
        f"{one} “{change.before}”, {other} “{change.after}”" if change.after else f"only {one} “{change.before}”"
    )


def _weighs(change: Change) -> str | None:
    for words, pattern in (("a number", _NUMBER), ("a negation", _NEGATION)):
        if _found(pattern, change.before) != _found(pattern, change.after):
            return words
    return None


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    """What a pattern finds, with the whole word it stands in."""
    return [word.casefold() for word in text.split() if pattern.search(word)]


def alone(desk: Desk, reports: Sequence[Report], shared: Sequence[Passage]) -> tuple[Alone, ...]:
    """What each report has alone, as far as the shared passages tell."""
    sides = [[side for passage in shared if (side := passage.sides[number])] for number in range(len(reports))]
    return tuple(_alone(desk, report, of_report) for report, of_report in zip(reports, sides, strict=True))


def _alone(desk: Desk, report: Report, shared: Sequence[Side]) -> Alone:
    sentences = desk.story.in_report(Sentence, report.id)
    same = [span for side in shared for span in _same(side)]
    own = [each for each in sentences if _common(each.words.span, same) < _MOSTLY * len(each.words.text)]
    return Alone(
        cited=desk.cite(report.id),
        sentences=tuple((each.words.text, desk.cite_at(report.id, each.words.span)) for each in own),
        of=len(sentences),
    )


def _same(side: Side) -> Iterator[Span]:
    """The characters of a passage that are not marked as another's words."""
    cited, pieces = side
    at = cited.start or 0
    for piece in pieces:
        if not piece.marked:
            yield Span(at, at + len(piece.text))
        at += len(piece.text)


def _common(span: Span, others: Sequence[Span]) -> int:
    """How many characters of a span the others cover, those of a passage within a passage twice."""
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in others)
