"""A paragraph as alternating marked pieces and the words around them, in tokens."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.reading.speech.grammar import FINITE
from dateline.reading.speech.marks import Piece, pieces

ENDS = frozenset({".", "!", "?"})
REACH = 200  # tokens of the longest sentence that is searched; longer ones are lists or broken text
CLAUSE_WORDS = 4  # a quoted clause has at least so many words; below it "is unfair" is a fragment


@dataclass(frozen=True, slots=True)
class Layout:
    """The Doc of a paragraph, its pieces, and for each token the number of the piece it stands in, or -1."""

    doc: Doc
    text: str  # the Doc's, which puts it together anew at each call
    pieces: list[Piece]
    inside: list[int]
    spans: list[tuple[int, int]]  # for each piece its first token and the one after its last, marks included
    formed: bool = (
        False  # the pieces stand in no marks: a dash, a name and a colon, or the page's form sets them off
    )

    def tokens_of(self, number: int) -> list[Token]:
        """Tokens between a piece's marks."""
        piece = self.pieces[number]
        first, stop = self.spans[number]
        return [t for t in self.doc[first:stop] if piece.start <= t.idx < piece.end]

    def text_of(self, number: int) -> str:
        """The words between a piece's marks."""
        piece = self.pieces[number]
        return self.text[piece.start : piece.end]

    def before(self, number: int) -> list[Token]:
        """Tokens outside marks before a piece, back to where its sentence begins."""
        first = self._first(number)
        found: list[Token] = []
        for place in range(first - 1, max(first - 1 - REACH, -1), -1):
            token, piece = self.doc[place], self.inside[place]
            if piece < 0:
                if token.text in ENDS or (token.is_space and "\n" in token.text):
                    break
                found.append(token)
            elif self._ends_sentence(piece) and not self._goes_on(place + 1):
                break
        return found[::-1]

    def after(self, number: int) -> list[Token]:
        """Tokens outside marks after a piece, up to the end of its sentence or the next piece."""
        found: list[Token] = []
        if self._is_glued(number):
            return found
        first = self._last(number) + 1
        for place in range(first, min(first + REACH, len(self.doc))):
            token = self.doc[place]
            if self.inside[place] >= 0 or token.text in ENDS:
                break
            found.append(token)
        return found

    def _is_glued(self, number: int) -> bool:
        """True if a new sentence is glued to the closing mark ("go.”Lee said"), and its first word with it."""
        last = self._last(number)
        rest = self.doc[last].text[self.pieces[number].outer_end - self.doc[last].idx :] if last >= 0 else ""
        return any(character.isalpha() for character in rest)

    def between(self, left: int, right: int) -> list[Token]:
        """Tokens outside marks between two pieces, without white space."""
        return [self.doc[i] for i in range(self._last(left) + 1, self._first(right)) if not self.doc[i].is_space]

    def is_clause(self, number: int) -> bool:
        """True for words that could stand alone: a finite verb with company, or a whole sentence."""
        text, tokens = self.text_of(number), self.tokens_of(number)
        words = [t for t in tokens if not t.is_punct and not t.is_space]
        if text[0].isupper() and text[-1] in ".!?,…—–-" and len(text) > 1:
            return True
        finite = any(t.tag_ in FINITE for t in tokens)
        return finite and (len(words) >= CLAUSE_WORDS or text[0].isupper())

    def stands_alone(self, number: int) -> bool:
        """True for words that somebody must have said even where no cue tells who: a sentence, a full clause."""
        if not self.is_clause(number):
            return False
        subjects = [t for t in self.tokens_of(number) if t.dep_ in ("nsubj", "nsubjpass")]
        return bool(subjects) or self.starts_sentence(number)

    def starts_sentence(self, number: int) -> bool:
        """True if nothing but punctuation stands before the piece in its sentence."""
        return not any(not t.is_punct and not t.is_space for t in self.before(number))

    def _ends_sentence(self, number: int) -> bool:
        return self.text_of(number)[-1] in ".!?…"

    def _goes_on(self, place: int) -> bool:
        """True if the words after a closing mark carry the sentence on ("... go?” she asked")."""
        while place < len(self.doc) and self.doc[place].is_space:
            place += 1
        if place < len(self.doc) and self.inside[place] >= 0:
            return False  # another piece follows at once
        return place < len(self.doc) and (self.doc[place].text[0].islower() or self.doc[place].text == ",")

    def _first(self, number: int) -> int:
        return self.spans[number][0]

    def _last(self, number: int) -> int:
        return self.spans[number][1] - 1


def layout(doc: Doc, formed: list[Piece] | None = None) -> Layout:
    """Lay a paragraph out; `formed` are its pieces where they stand in no marks."""
    text = doc.text
    found = formed or pieces(text)
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    spans = [(bisect_right(ends, p.outer_start), bisect_left(starts, p.outer_end)) for p in found]
    inside = [-1] * len(doc)
    for number, (first, stop) in enumerate(spans):
        inside[first:stop] = [number] * (stop - first)
    return Layout(doc, text, found, inside, spans, bool(formed))
