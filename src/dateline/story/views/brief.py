"""What happened in a few sentences of the reports, in order of time, each with its outlet and its disputes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.model import (
    Event,
    Field,
    LinkKind,
    Mention,
    MentionForm,
    MetadataCandidate,
    Paragraph,
    ParagraphKind,
    Quotation,
    Sentence,
)
from dateline.span import Span
from dateline.story.brief.choose import Candidate, Chosen, choose
from dateline.story.brief.standing import POSSESSIVE, Bracket, stand
from dateline.story.brief.told import News, by_sentence, news_of
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.read_ahead import read_ahead_of_passages, read_ahead_of_somebodies
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.views.in_dispute import InDispute, in_dispute, of_records
from dateline.story.views.timeline import actor_called
from dateline.story.wording import date_in_words

SENTENCES = 10  # of a brief that names no number: what fits on one page with its sources


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefRow(Row):
    """One sentence of a brief; `id` is the sentence's."""

    time: str | None  # EDTF, of what it is printed for; None: no report tells it
    time_words: str
    text: str  # the report's words on one line; the names in [brackets] that `ours` lists are ours
    ours: tuple[str, ...]
    words: str  # the report's words alone: report.text[start:end]
    start: int
    end: int
    report: str
    published: str | None  # EDTF
    outlet: str | None
    cited: str  # outlet, date and file in words
    disputed: tuple[str, ...]  # what reports dispute of it, with the values of all sides
    conflicts: tuple[str, ...]  # the ids of these disputes, in the same order
    events: tuple[str, ...]  # the merged events it is printed for, the weightiest first
    utterances: tuple[str, ...]
    reports: int  # behind the weightiest of them
    outlets: int
    outlets_unknown: int
    origins_low: int
    origins_high: int


def brief(
    story: Story, about: str | None = None, since: dt.date | None = None, sentences: int = SENTENCES
) -> list[BriefRow]:
    """At most `sentences` sentences that tell most, in order of time.

    `about`: only of somebody, by name or id (NotFoundError if nobody is called that); `since`: only of what may be
    of that day or later.
    """
    directory = Directory.of(story)
    actor = None if about is None else actor_called(story, about).id
    given = news_of(directory, actor, since)
    chosen = choose(_candidates(directory, by_sentence(given)), sentences)
    disputes = in_dispute(directory)
    placed = sorted(chosen, key=lambda one: (_day(directory, one), one.candidate.place))
    introduced: set[str] = set()
    rows = []
    for one in placed:
        brackets = _needed(one.candidate, introduced)
        rows.append(_row(directory, one, brackets, disputes))
    return rows


def _needed(candidate: Candidate, introduced: set[str]) -> list[Bracket]:
    """The names to be put into a sentence; a surname needs one only if no sentence before gave it in full."""
    standing = candidate.standing
    shown = {bracket.name.removesuffix(POSSESSIVE) for bracket in standing.brackets}
    surnames = [one for one in standing.surnames if one.name not in introduced | shown]
    introduced |= shown | {one.name for one in standing.surnames}
    introduced |= candidate.named
    return sorted([*standing.brackets, *surnames])


def _candidates(directory: Directory, told: Mapping[str, Sequence[News]]) -> Iterator[Candidate]:
    """The sentences that tell something and can stand alone."""
    story = directory.story
    reports = {report for given in told.values() for piece in given for report in piece.reports}
    _read_ahead(directory, reports, told)
    names = _names(directory, told)
    datelines = {
        each.report: each.words.end
        for report in reports
        for each in story.in_report(MetadataCandidate, report)
        if each.field is Field.PUBLISHED and each.found_in == "dateline" and each.words
    }
    for sentence, number in _body(directory, reports):
        if sentence.id not in told:
            continue
        mentions = story.related(Mention, "sentence", sentence.id)
        start = _behind(sentence, datelines.get(sentence.report))
        standing = stand(
            sentence,
            mentions,
            story.in_report(Quotation, sentence.report),
            story.related(Event, "sentence", sentence.id),
            names,
            start,
        )
        if standing is not None:
            yield Candidate(
                sentence=sentence.id,
                report=sentence.report,
                standing=standing,
                text=standing.span.of(directory.reports[sentence.report].text),
                place=directory.place(sentence.report, sentence.words.start),
                number=number,
                origin=directory.target(sentence.report, LinkKind.ORIGIN) or sentence.report,
                named=frozenset(names[each.chain] for each in mentions if _in_full(each, names)),
                news=tuple(told[sentence.id]),
            )


def _in_full(mention: Mention, names: Mapping[str, str]) -> bool:
    return mention.chain in names and mention.form is MentionForm.NAME and " " in mention.words.text


def _read_ahead(directory: Directory, reports: Collection[str], sentences: Collection[str]) -> None:
    """Read what of these reports and sentences is asked for one by one."""
    read_ahead_of_passages(directory, reports)
    story = directory.story
    story.read_related(Quotation, "report", reports)
    story.read_related(MetadataCandidate, "report", reports)
    story.read_related(Mention, "sentence", sentences)
    story.read_related(Event, "sentence", sentences)
    directory.joins.read(reports)


def _body(directory: Directory, reports: Iterable[str]) -> Iterator[tuple[Sentence, int]]:
    """The sentences of the bodies of some reports, each with its number in its report, from 0."""
    for report in sorted(reports, key=directory.places.__getitem__):
        paragraphs = directory.story.in_report(Paragraph, report)
        body = {each.id for each in paragraphs if each.kind is ParagraphKind.BODY}
        given = (each for each in directory.story.in_report(Sentence, report) if each.paragraph in body)
        yield from ((sentence, number) for number, sentence in enumerate(given))


def _names(directory: Directory, sentences: Iterable[str]) -> dict[str, str]:
    """The names of all whom these sentences mention, where they have any, by their chains."""
    mentions = (each for id_ in sentences for each in directory.story.related(Mention, "sentence", id_))
    chains = directory.chains.read(mention.chain for mention in mentions)
    read_ahead_of_somebodies(directory, [chain.id for chain in chains])
    return {chain.id: directory.somebody(chain.id) or "" for chain in chains if chain.names}


def _behind(sentence: Sentence, dateline: int | None) -> int:
    """Where a sentence begins without the dateline it opens with, and the dash behind that."""
    words = sentence.words
    if dateline is None or not words.start <= dateline < words.end:
        return words.start
    rest = words.text[dateline - words.start :]
    return dateline + len(rest) - len(rest.lstrip(" \t—–-:)"))


def _published(directory: Directory, one: Chosen) -> FuzzyDate | None:
    return directory.reports[one.candidate.report].published


def _dated(directory: Directory, one: Chosen) -> News | None:
    published = _published(directory, one)
    return one.time(published.latest if published else None)


def _day(directory: Directory, one: Chosen) -> dt.date:
    """By what a sentence stands in the order of time: its stated time, or else its report's day."""
    dated = _dated(directory, one)
    time = dated.time if dated else _published(directory, one)
    return (time.earliest or time.latest or dt.date.max) if time else dt.date.max


def _row(
    directory: Directory, one: Chosen, brackets: Sequence[Bracket], disputes: Mapping[str, Sequence[InDispute]]
) -> BriefRow:
    span = one.candidate.standing.span
    report, dated = directory.reports[one.candidate.report], _dated(directory, one)
    found = of_records(disputes, (piece.id for piece in one.candidate.news))
    told = f"reported {date_in_words(report.published)}" if report.published else date_in_words(None)
    return BriefRow(
        id=one.candidate.sentence,
        time=dated.time.edtf if dated and dated.time else None,
        time_words=date_in_words(dated.time, disputed=dated.disputed) if dated else told,
        text=bracketed(report.text, span, brackets),
        ours=tuple(bracket.name for bracket in brackets),
        words=one.candidate.text,
        start=span.start,
        end=span.end,
        report=report.id,
        published=report.published.edtf if report.published else None,
        outlet=report.outlet,
        cited=directory.cite(report.id),
        disputed=tuple(words for words, _ in found),
        conflicts=tuple(id_ for _, id_ in found),
        events=tuple(piece.id for piece in one.news if not piece.speech),
        utterances=tuple(piece.id for piece in one.news if piece.speech),
        **directory.sources(one.news[0].id)._asdict(),
    )


def bracketed(text: str, span: Span, brackets: Sequence[Bracket]) -> str:
    """The words of a report with names of ours in brackets, on one line."""
    pieces, at = [], span.start
    for bracket in brackets:
        pieces += [text[at : bracket.at], f" [{bracket.name}]"]
        at = bracket.at
    pieces.append(text[at : span.end])
    return " ".join("".join(pieces).split())
