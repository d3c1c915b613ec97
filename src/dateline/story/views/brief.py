"""What happened in a few sentences of the reports, in order of time, each with its outlet and its disputes."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.model import (
    Aspect,
    Claim,
    Conflict,
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
from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.phrases import claim_in_words
from dateline.story.views.row import Row
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
    disputes = _disputes(directory)
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
    body = {each.id for each in story.all(Paragraph) if each.kind is ParagraphKind.BODY}
    mentions, events = _by_sentence(story, Mention), _by_sentence(story, Event)
    names = {id_: directory.somebody(id_) or "" for id_, chain in directory.chains.items() if chain.names}
    datelines = {
        each.report: each.words.end
        for each in story.all(MetadataCandidate)
        if each.field is Field.PUBLISHED and each.found_in == "dateline" and each.words
    }
    numbers: defaultdict[str, int] = defaultdict(int)
    for sentence in story.all(Sentence):
        if sentence.paragraph not in body:
            continue
        number = numbers[sentence.report]
        numbers[sentence.report] += 1
        if sentence.id not in told:
            continue
        start = _behind(sentence, datelines.get(sentence.report))
        standing = stand(
            sentence,
            mentions[sentence.id],
            story.in_report(Quotation, sentence.report),
            events[sentence.id],
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
                named=frozenset(names[each.chain] for each in mentions[sentence.id] if _in_full(each, names)),
                news=tuple(told[sentence.id]),
            )


def _in_full(mention: Mention, names: Mapping[str, str]) -> bool:
    return mention.chain in names and mention.form is MentionForm.NAME and " " in mention.words.text


def _by_sentence[R: (Mention, Event)](story: Story, kind: type[R]) -> defaultdict[str, list[R]]:
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in story.all(kind):
        found[record.sentence].append(record)
    return found


def _behind(sentence: Sentence, dateline: int | None) -> int:
    """Where a sentence begins without the dateline it opens with, and the dash behind that."""
    words = sentence.words
    if dateline is None or not words.start <= dateline < words.end:
        return words.start
    rest = words.text[dateline - words.start :]
    return dateline + len(rest) - len(rest.lstrip(" \t—–-:)"))


def _disputes(directory: Directory) -> Mapping[str, list[tuple[str, str]]]:
    """For each record in dispute what is disputed of it, in words, and the conflict's id."""
    claims = {claim.id: claim for claim in directory.story.all(Claim)}
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for conflict in sorted(directory.story.all(Conflict), key=lambda conflict: conflict.id):
        values = " / ".join(_side(directory, claims[side]) for side in conflict.sides)
        found[conflict.about].append((f"{conflict.kind.value} disputed: {values}", conflict.id))
    return found


def _side(directory: Directory, claim: Claim) -> str:
    """A side of a dispute: a number or a statement in the first report's own words, a date or a name in ours."""
    if claim.aspect in (Aspect.NUMBER, Aspect.STATEMENT):
        supports = sorted(
            directory.story.supports(claim.id), key=lambda one: directory.place(one.report, one.words.start)
        )
        words = " ".join(supports[0].words.text.split()) if supports else claim.value
        return f"“{words}”" if claim.aspect is Aspect.STATEMENT else f"{words} {claim.unit or ''}".rstrip()
    return claim_in_words(directory, claim)


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
    directory: Directory, one: Chosen, brackets: Sequence[Bracket], disputes: Mapping[str, list[tuple[str, str]]]
) -> BriefRow:
    span = one.candidate.standing.span
    report, dated = directory.reports[one.candidate.report], _dated(directory, one)
    found = dict.fromkeys(dispute for piece in one.candidate.news for dispute in disputes.get(piece.id, ()))
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
