"""A quotation on its way to a record: what a paragraph says, and who it is resolved to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Anomaly, Chain, MarkReason, SpeechKind, Timex
from dateline.reading.parsed import Parse
from dateline.reading.speech import according, clauses, direct
from dateline.reading.speech.attribution import Attribution, Range
from dateline.reading.speech.cues import is_thought
from dateline.reading.speech.layout import Layout, layout
from dateline.reading.speech.marks import Piece
from dateline.reading.speech.phrases import is_led, name_of_a_thing, set_apart
from dateline.span import Words

SHARE_IN_MARKS = 0.8  # of a clause's letters; above it the marked words say all that the clause says


@dataclass(slots=True)
class Heard:
    """An attribution in its paragraph, and who it is resolved to."""

    parse: Parse
    found: Attribution
    section: int
    source: Words | None = None
    speaker: Chain | None = None
    other: Chain | None = None
    via: str | None = None
    medium: Range | None = None  # token numbers
    venue: Range | None = None
    said_at: Timex | None = None
    within: Heard | None = None  # whose words it is told in
    rule: str = ""
    anomaly: Anomaly | None = None
    reason: str | None = None

    @property
    def contents(self) -> list[Words]:
        """The pieces of what is said, in text order."""
        return [self.parse.slice(start, end) for start, end in sorted(set(self.found.contents))]

    @property
    def in_marks(self) -> bool:
        """True for direct and mixed speech."""
        return self.found.kind is not SpeechKind.INDIRECT

    def words(self, tokens: Range | None) -> Words | None:
        """A token range as words of the report."""
        return None if tokens is None else self.parse.words(self.parse.doc[tokens[0] : tokens[1]])


@dataclass(frozen=True, slots=True)
class SetApart:
    """A marked piece that is nobody's speech."""

    parse: Parse
    piece: Range
    reason: MarkReason
    rule: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """All speech of one paragraph, in text order, and its marks that are no speech."""

    parse: Parse
    layout: Layout
    found: list[Attribution]
    apart: list[SetApart]
    leads: Attribution | None  # "He said:" at its end, for the paragraph after it

    @property
    def left_open(self) -> bool:
        """True if its last mark never closes."""
        return bool(self.layout.pieces) and not self.layout.pieces[-1].closed and not self.layout.formed


def listen(parse: Parse, formed: list[Piece] | None = None) -> Paragraph:
    """Everything that is said in a paragraph, with sources as printed; `formed` are pieces without marks."""
    laid = layout(parse.doc, formed)
    reported = [
        *clauses.reported(laid.doc, laid.inside),
        *according.according(laid.doc, laid.inside),
        *according.nominal(laid.doc, laid.inside),
        *according.named(laid.doc, laid.inside),
    ]
    numbers = () if laid.formed else range(len(laid.pieces))
    things = {number: reason for number in numbers if (reason := name_of_a_thing(laid, number))}
    spoken: list[Attribution] = []
    apart: list[SetApart] = []
    for number, one in enumerate(direct.attach(laid, reported, set(things))):
        piece = laid.pieces[number]
        if one is not None:
            if number == one.pieces[0]:  # the other pieces of an utterance share its attribution
                spoken.append(one)
        elif laid.formed or (number not in things and (laid.stands_alone(number) or is_led(laid, number))):
            spoken.append(Attribution(SpeechKind.DIRECT, [(piece.start, piece.end)], "no cue", pieces=[number]))
        else:
            why = things.get(number) or set_apart(laid, number)
            apart.append(SetApart(parse, (piece.start, piece.end), *why))
    outer = [one for one in reported if one.rule.startswith("clause")]
    unmarked = (
        _beside_marks(laid, one, spoken)
        for one in reported
        if not _own_thought(one, outer) and not _names(laid, one, set(things))
    )
    found = spoken + [_balanced(laid, one) for one in unmarked if one is not None]
    found.sort(key=lambda one: (min(one.contents), one.kind, one.cue or (0, 0)))
    return Paragraph(parse, laid, found, apart, direct.lead(laid))


def _balanced(laid: Layout, one: Attribution) -> Attribution:
    """A reporting clause with both marks of the pieces at its edges: "the talks “constructive.”"."""
    return replace(one, contents=[_with_marks(laid, *content) for content in one.contents])


def _with_marks(laid: Layout, start: int, end: int) -> Range:
    """A content whose first or last words stand in marks, grown to take in the marks."""
    for piece in laid.pieces:
        if piece.outer_start < start <= piece.start and not _has_words(laid.text[piece.outer_start : start]):
            start = piece.outer_start
        if start <= piece.outer_start < end < piece.outer_end and not _has_words(laid.text[end : piece.outer_end]):
            end = piece.outer_end
    return start, end


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _before_marks(laid: Layout, one: Attribution) -> Attribution | None:
    """The part of a reporting clause that stands between its cue and the marks, if there is one."""
    if one.verb is None:
        return None
    after = [c for c in one.verb.children if c.dep_ == "ccomp" and c.i > one.verb.i and laid.inside[c.i] < 0]
    if not after:
        return None
    start = laid.doc[after[0].left_edge.i].idx
    stop = min([p.outer_start for p in laid.pieces if p.outer_start > start], default=len(laid.text))
    text = laid.text[start:stop].rstrip(" :,;—–-")
    return replace(one, contents=[(start, start + len(text))]) if text else None


def _names(laid: Layout, one: Attribution, things: set[int]) -> bool:
    """True if all that a clause holds is the name of a thing."""
    return bool(things) and all(
        laid.inside[token.i] in things or not token.is_alpha or token.pos_ in ("DET", "ADP", "PRON")
        for token in laid.doc
        if any(start <= token.idx < end for start, end in one.contents)
    )


def _own_thought(one: Attribution, outer: list[Attribution]) -> bool:
    """True for a thought inside a reporting clause ("she said she hoped ..."): what is said is the thought."""
    if one.verb is None or not is_thought(one.verb):
        return False
    place = one.verb.idx
    return any(start <= place < end for other in outer if other is not one for start, end in other.contents)


def _beside_marks(laid: Layout, one: Attribution, spoken: list[Attribution]) -> Attribution | None:
    """A reporting clause beside marked speech of the same cue: None if the marked words say all of it.

    Before whole sentences it is cut ("he said he was busy: “…”" reports that he was busy).
    """
    same_cue = [s for s in spoken if s.verb is not None and one.verb is not None and s.verb.i == one.verb.i]
    if any(s.kind is SpeechKind.DIRECT for s in same_cue):
        return _before_marks(laid, one)
    letters = marked = 0
    for start, end in one.contents:
        for token in laid.doc:
            if start <= token.idx < end and token.is_alpha:
                letters += len(token)
                marked += len(token) if laid.inside[token.i] >= 0 else 0
    return None if same_cue and marked > SHARE_IN_MARKS * letters else one
