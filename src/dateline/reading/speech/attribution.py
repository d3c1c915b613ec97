"""One reading of who says what in a paragraph, before its speaker is resolved to a chain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.model import SpeechKind, Stance
from dateline.reading.speech.cues import Cue
from dateline.reading.speech.grammar import is_negated, noun_phrase, trimmed, verb_group

Range = tuple[int, int]  # token numbers [first, last + 1), or characters of the paragraph


@dataclass(slots=True)
class Attribution:
    """Source, cue and content. `contents` are characters of the paragraph, the rest token numbers."""

    kind: SpeechKind
    contents: list[Range]
    rule: str
    stance: Stance = Stance.STATES
    negated: bool = False
    head: Token | None = None  # of the source
    source: Range | None = None
    verb: Token | None = None  # the cue word itself
    cue: Range | None = None
    lemma: str | None = None
    addressee: Range | None = None
    relayed_by: Token | None = None
    pieces: list[int] = field(default_factory=list)  # numbers of the marked pieces in it

    def tokens(self) -> set[int]:
        """Numbers of the tokens that are source, cue or addressee, and so no content."""
        taken: set[int] = set()
        for part in (self.source, self.cue, self.addressee):
            if part:
                taken.update(range(*part))
        return taken


def from_verb(verb: Token, cue: Cue, head: Token | None, kind: SpeechKind, rule: str) -> Attribution:
    """An attribution with everything but its contents."""
    group = verb_group(verb)
    return Attribution(
        kind=kind,
        contents=[],
        rule=rule,
        stance=cue.stance,
        negated=is_negated(verb),
        head=head,
        source=noun_phrase(head, avoid=verb) if head is not None else None,
        verb=verb,
        cue=(group[0].i, group[-1].i + 1),
        lemma=cue.lemma,
    )


def runs(doc: Doc, tokens: Iterable[int], owner: Token) -> list[Range]:
    """Token numbers as character ranges of unbroken runs, each trimmed of outer punctuation."""
    found: list[Range] = []
    start = previous = -2
    for number in [*sorted(tokens), -1]:
        if number != previous + 1:
            if start >= 0:
                found.append((start, previous + 1))
            start = number
        previous = number
    return [chars for run in found if (chars := characters(doc, trimmed(owner, *run))) is not None]


def characters(doc: Doc, tokens: Range) -> Range | None:
    """A token range in characters; None if it has no letter or digit."""
    start, end = tokens
    span = doc[start:end]
    if not any(character.isalnum() for character in span.text):
        return None
    return span.start_char, span.end_char
