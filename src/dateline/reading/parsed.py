"""The parse of one paragraph, handed from the parse stage to the others; never stored."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import Paragraph, Sentence
from dateline.span import Words
from dateline.stage import Artefact


@dataclass(frozen=True, slots=True)
class Parse(Artefact):
    """A paragraph, its spaCy Doc, and its sentences (records and Doc sentences run in parallel)."""

    paragraph: Paragraph
    doc: Doc
    sentences: tuple[Sentence, ...]

    @property
    def offset(self) -> int:
        """Characters of the clean text before the paragraph: `token.idx + offset` counts in the report."""
        return self.paragraph.words.start

    def words(self, piece: Token | DocSpan) -> Words:
        """A token or a run of tokens, as words of the report."""
        start = piece.idx if isinstance(piece, Token) else piece.start_char
        return self.slice(start, start + len(piece.text))

    def slice(self, start: int, end: int) -> Words:
        """Characters [start, end) of the Doc, as words of the report."""
        return Words(self.offset + start, self.offset + end, self.paragraph.words.text[start:end])

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds a character of the report (the nearest before it, if none does)."""
        best = self.sentences[0]
        for sentence in self.sentences:
            if sentence.words.start <= offset:
                best = sentence
        return best
