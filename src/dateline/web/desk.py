"""What every part of a page is written with: citations, sentences in pieces, and names that lead to an actor."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from dateline.model import EarlierVersion
from dateline.story import Story
from dateline.story.views import Directory
from dateline.story.views.directory import UNKNOWN_OUTLET, Sources
from dateline.story.views.passage import Passage
from dateline.story.wording import date_in_words, sources_in_words


class Piece(NamedTuple):
    """A stretch of text, marked or not."""

    text: str
    marked: bool


class Name(NamedTuple):
    """An actor's name and id."""

    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence stands: outlet, date, and the number of the report on the page."""

    number: int  # from 1, in the order of publication
    outlet: str
    date: str
    report: str  # id
    start: int | None = None  # of the sentence in the report's clean text; None: the report as a whole is cited
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the words marked that something was read from, and every report that has it so."""

    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]
    note: str | None = None  # what the sentence itself does not show, such as where its day comes from


@dataclass(frozen=True, eq=False)
class Desk:
    """One story, laid out for a page."""

    story: Story

    @cached_property
    def directory(self) -> Directory:
        """Names for ids."""
        return Directory(self.story)

    @cached_property
    def numbers(self) -> dict[str, int]:
        """The number of each report on the page, from 1, by its id."""
        return {report.id: number for number, report in enumerate(self.story.reports(), start=1)}

    @cached_property
    def replaced(self) -> frozenset[str]:
        """The reports that a later version has replaced: they are listed, and count for nothing."""
        return frozenset(version.report for version in self.story.all(EarlierVersion))

    def cite(self, report: str) -> Citation:
        """Outlet, date and number of a report."""
        given = self.directory.reports[report]
        outlet = given.outlet or UNKNOWN_OUTLET
        return Citation(self.numbers[report], outlet, date_in_words(given.published), report)

    def cite_passage(self, passage: Passage) -> Citation:
        """The same with the characters of the passage."""
        end = passage.start + len(passage.text)
        return replace(self.cite(passage.report), start=passage.start, end=end)

    def evidence(self, passages: Iterable[Passage], note: str | None = None) -> tuple[Evidence, ...]:
        """Passages as a page shows them; the note stands by the first."""
        shown: list[Evidence] = []
        for passage in passages:
            pieces = tuple(Piece(text, marked) for text, marked in passage.pieces() if text)
            shown.append(Evidence(pieces, (self.cite_passage(passage),), None if shown else note))
        return tuple(shown)

    def sources(self, id_: str) -> str:
        """`3 reports / 2 outlets (1 unknown) / 2 independent origins` behind a merged record or a claim."""
        return sources_in_words(*self.directory.sources(id_))


def gathered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each sentence once, with the citations of all reports that print it to the letter."""
    by_words: dict[tuple[tuple[Piece, ...], str | None], dict[Citation, None]] = {}
    for each in evidence:
        by_words.setdefault((each.pieces, each.note), {}).update(dict.fromkeys(each.citations))
    return tuple(Evidence(pieces, tuple(citations), note) for (pieces, note), citations in by_words.items())


def cited(evidence: Iterable[Evidence]) -> tuple[Citation, ...]:
    """Every report that has any of the sentences, by its number."""
    whole = {replace(citation, start=None, end=None) for each in evidence for citation in each.citations}
    return tuple(sorted(whole, key=lambda citation: citation.number))


def sources_of(row: object) -> str:
    """The same of a row that has the three counts in it."""
    return sources_in_words(*(getattr(row, field) for field in Sources._fields))
