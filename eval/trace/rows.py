"""Which records of a story came of which sentence, in a few words each.

A row is checkable if it says something that a report could be wrong about: speech, an act, or what somebody who is
named is called (a protester who is called a protester is no news). Claims are made of these rows and count no
more; they are told where they are disputed. A time expression is counted apart, and so is a mention, which only
says that somebody was named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from dateline.model import (
    Conflict,
    Event,
    Furniture,
    Mention,
    MentionForm,
    Paragraph,
    ParagraphKind,
    Quotation,
    QuotedPhrase,
    Report,
    RoleMention,
    Sentence,
    Support,
    Timex,
)
from dateline.span import Span, Words
from dateline.story import Story
from dateline.story.lookup.directory import NOBODY, Directory

_WORDS_SHOWN = 6  # of a sentence: enough to find it, too few to stand for it


class Worth(IntEnum):
    """How much the rows of a sentence say; the more, the higher."""

    NOTHING = 0
    MENTION = 1
    TIME = 2
    CHECKABLE = 3  # speech, an act, a role


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that came of a sentence."""

    worth: Worth
    told: str


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, or one piece of furniture, with what came of it."""

    place: int  # where it starts in the report's text
    begins: str  # its first words, never the whole of it
    kind: str  # "body", "heading", "furniture"
    rows: tuple[Row, ...]
    reason: str  # why there are no rows; empty if there are some

    @property
    def worth(self) -> Worth:
        """What the best of its rows is worth."""
        return max((row.worth for row in self.rows), default=Worth.NOTHING)


@dataclass(frozen=True, slots=True)
class Trace:
    """All lines of one report, in text order."""

    report: Report
    lines: tuple[Line, ...]

    @property
    def body(self) -> tuple[Line, ...]:
        """Its sentences, without headings and furniture."""
        return tuple(line for line in self.lines if line.kind == "body")


def first_words(text: str) -> str:
    """The first words of a text: six, and at most half of them, so that no sentence stands there whole."""
    words = text.split()
    shown = words[: max(1, min(_WORDS_SHOWN, len(words) // 2))]
    return " ".join(shown) + (" …" if len(shown) < len(words) else "")


def traces(story: Story) -> list[Trace]:
    """The trace of every report, in the order of the files."""
    tracer = _Tracer(story)
    return [tracer.trace(report) for report in sorted(story.reports(), key=lambda report: report.location)]


class _Tracer:
    """Finds the rows of sentences in one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.directory = Directory(story)
        self.disputes = {side: conflict.kind.value for conflict in story.all(Conflict) for side in conflict.sides}
        self.supports: defaultdict[str, list[Support]] = defaultdict(list)
        for support in story.all(Support):
            if support.about in self.disputes:
                self.supports[support.report].append(support)

    def trace(self, report: Report) -> Trace:
        kinds = {paragraph.id: paragraph.kind for paragraph in self.story.in_report(Paragraph, report.id)}
        lines = [
            self.sentence(sentence, kinds[sentence.paragraph])
            for sentence in self.story.in_report(Sentence, report.id)
        ]
        lines += [_furniture(piece) for piece in self.story.in_report(Furniture, report.id)]
        return Trace(report, tuple(sorted(lines, key=lambda line: line.place)))

    def sentence(self, sentence: Sentence, kind: ParagraphKind) -> Line:
        rows = tuple(self.rows(sentence))
        heading = kind is not ParagraphKind.BODY
        reason = "" if rows else ("a heading" if heading else "nobody named, no day, no act or speech found")
        return Line(
            place=sentence.words.start,
            begins=first_words(sentence.words.text),
            kind="heading" if heading else "body",
            rows=rows,
            reason=reason,
        )

    def rows(self, sentence: Sentence) -> Iterator[Row]:
        span, report = sentence.words.span, sentence.report
        for told in (*self.speech(report, span), *self.acts(sentence), *self.roles(report, span)):
            yield Row(Worth.CHECKABLE, told)
        for told in self.disputed(report, span):
            yield Row(Worth.MENTION, told)
        for timex in self.story.in_report(Timex, report):
            if timex.sentence == sentence.id:
                yield Row(Worth.TIME, f"time {timex.time.edtf if timex.time else timex.value}")
        for phrase in self.story.in_report(QuotedPhrase, report):
            if phrase.sentence == sentence.id:
                yield Row(Worth.MENTION, f"words in marks that nobody says ({phrase.reason.value})")
        if named := self.named(sentence):
            yield Row(Worth.MENTION, f"mentions {', '.join(named)}")

    def speech(self, report: str, span: Span) -> Iterator[str]:
        for quotation in self.story.in_report(Quotation, report):
            if _touches(span, (*quotation.contents, quotation.source, quotation.cue)):
                doubt = f", {quotation.anomaly.value} in doubt" if quotation.anomaly else ""
                yield f"quotation by {self.speaker(quotation)} ({quotation.kind.value}{doubt})"

    def speaker(self, quotation: Quotation) -> str:
        """Who says it; both readings where the printed attribution is in doubt."""
        readings = (quotation.speaker, quotation.other_speaker)
        named = dict.fromkeys(name for chain in readings if (name := self.directory.somebody(chain)))
        return " or ".join(named) or (quotation.source.text if quotation.source else NOBODY)

    def acts(self, sentence: Sentence) -> Iterator[str]:
        for event in self.story.in_report(Event, sentence.report):
            if event.sentence == sentence.id:
                when = event.time.edtf if event.time else "no date"
                yield f"event {event.type.value} ({event.lemma}) {event.status.value} {when}"

    def roles(self, report: str, span: Span) -> Iterator[str]:
        for role in self.story.in_report(RoleMention, report):
            if span.covers(role.words.span) and self.directory.chains[role.chain].names:
                yield f"role {role.title} of {self.directory.somebody(role.chain)}"

    def disputed(self, report: str, span: Span) -> Iterator[str]:
        """In what other sentences of the story contradict this one."""
        sides = {s.about for s in self.supports[report] if span.touches(s.words.span)}
        yield from sorted({f"{self.disputes[side]} disputed" for side in sides})

    def named(self, sentence: Sentence) -> list[str]:
        found = [
            self.directory.somebody(mention.chain) or mention.words.text
            for mention in self.story.in_report(Mention, sentence.report)
            if mention.sentence == sentence.id and mention.form is not MentionForm.PRONOUN
        ]
        return list(dict.fromkeys(found))


def _touches(span: Span, words: Iterable[Words | None]) -> bool:
    return any(each is not None and span.touches(each.span) for each in words)


def _furniture(piece: Furniture) -> Line:
    return Line(
        place=piece.words.start,
        begins=first_words(piece.words.text),
        kind="furniture",
        rows=(),
        reason=f"furniture: {piece.kind.value} ({piece.rule})",
    )
