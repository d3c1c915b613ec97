"""Paragraphs, sentences, and the parse that later stages share.

The unit of parsing is the paragraph: a run of clean text between line breaks, without the furniture in it.
All paragraphs of a report go through the model as one batch, so that a report's parse never depends on its
neighbours in the corpus (the last bit of a matrix product may depend on the shape of the batch).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from spacy.language import Language
from spacy.tokens import Doc

from dateline.ids import content_id
from dateline.model import Field, Furniture, MetadataCandidate, Paragraph, ParagraphKind, Report, Sentence
from dateline.reading.language_model import shared_model
from dateline.reading.parsed import Parse
from dateline.span import Span, Words
from dateline.stage import Context, Draft

_LINE = re.compile(r"[^\n]+")
_HARD_BREAK = re.compile(r"\s+")
SUBHEADING_WORDS = 12  # a line of at most so many words without a full stop is a heading inside the text


class ParseStage:
    """Report and furniture in; paragraphs, sentences and parses out."""

    name: ClassVar[str] = "parse"
    version: ClassVar[str] = "2"
    reads: ClassVar[tuple[type, ...]] = (Report, Furniture, MetadataCandidate)
    writes: ClassVar[tuple[type, ...]] = (Paragraph, Sentence, Parse)

    def open(self, context: Context) -> None:
        """Load the model."""
        self._nlp: Language = shared_model(context)
        self._languages = context.settings.languages
        self._longest = context.settings.max_paragraph_chars

    def run(self, draft: Draft) -> Iterator[Paragraph | Sentence | Parse]:
        """Cut, parse, and number the sentences through the report."""
        report = draft.report
        titles = [
            c.words.span for c in draft.of(MetadataCandidate) if c.field is Field.TITLE and c.chosen and c.words
        ]
        if report.language is not None and report.language not in self._languages:
            yield from unread(report, [f.words.span for f in draft.of(Furniture)], self._longest)
            return
        pieces = body_pieces(report.text, [f.words.span for f in draft.of(Furniture)], self._longest)
        paragraphs = [
            Paragraph(
                id=content_id("p", report.id, piece.start),
                report=report.id,
                number=number,
                words=Words.cut(report.text, piece.start, piece.end),
                kind=kind_of(piece, report.text, titles, number, len(pieces)),
            )
            for number, piece in enumerate(pieces)
        ]
        counter = 0
        docs = self._nlp.pipe([p.words.text for p in paragraphs], batch_size=8)
        for paragraph, doc in zip(paragraphs, docs, strict=True):
            sentences = tuple(sentences_of(paragraph, doc, counter))
            counter += len(sentences)
            yield paragraph
            yield from sentences
            yield Parse(paragraph, doc, sentences)


def unread(report: Report, furniture: list[Span], longest: int) -> Iterator[Paragraph]:
    """The paragraphs of a report in a language that is not read: what can be searched, and nothing more."""
    for number, piece in enumerate(body_pieces(report.text, furniture, longest)):
        yield Paragraph(
            id=content_id("p", report.id, piece.start),
            report=report.id,
            number=number,
            words=Words.cut(report.text, piece.start, piece.end),
            kind=ParagraphKind.UNREAD,
        )


def body_pieces(text: str, furniture: list[Span], longest: int) -> list[Span]:
    """Spans of the paragraphs: lines of the text without their furniture, trimmed, never empty."""
    pieces: list[Span] = []
    for line in _LINE.finditer(text):
        start = line.start()
        for cut in sorted(f for f in furniture if f.touches(Span(line.start(), line.end()))):
            pieces += trimmed(text, start, max(start, cut.start), longest)
            start = max(start, cut.end)
        pieces += trimmed(text, start, max(start, line.end()), longest)
    return pieces


def trimmed(text: str, start: int, end: int, longest: int) -> Iterator[Span]:
    """[start, end) without outer white space, in pieces of at most `longest` characters."""
    while start < end:
        while start < end and text[start].isspace():
            start += 1
        cut = end
        if end - start > longest:
            blanks = [m.start() for m in _HARD_BREAK.finditer(text, start + longest // 2, start + longest)]
            cut = blanks[-1] if blanks else start + longest
        stop = cut
        while stop > start and text[stop - 1].isspace():
            stop -= 1
        if stop > start:
            yield Span(start, stop)
        start = cut


def kind_of(piece: Span, text: str, titles: list[Span], number: int, pieces: int) -> ParagraphKind:
    """Headline where intake found the title; subheading for a short line without an end mark inside the text."""
    if any(title.touches(piece) for title in titles):
        return ParagraphKind.HEADLINE
    words = piece.of(text)
    short = len(words.split()) <= SUBHEADING_WORDS and words[-1].isalnum() and words[0].isupper()
    return ParagraphKind.SUBHEADING if short and 0 < number < pieces - 1 else ParagraphKind.BODY


def sentences_of(paragraph: Paragraph, doc: Doc, first: int) -> Iterator[Sentence]:
    """Sentence records in parallel to `doc.sents`."""
    for number, sent in enumerate(doc.sents, first):
        start = paragraph.words.start + sent.start_char
        yield Sentence(
            id=content_id("s", paragraph.report, start),
            report=paragraph.report,
            paragraph=paragraph.id,
            number=number,
            words=Words(start, start + len(sent.text), sent.text),
        )
