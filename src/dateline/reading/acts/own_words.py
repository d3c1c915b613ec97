"""Acts told in somebody's own words: who "I" and "we" are, and which of such acts are kept.

Of what is told in quotation marks only past acts of somebody with a name are kept; the rest is wish and threat.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import Participant
from dateline.reading.acts.tense import finite_tense
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.span import Span

_FIRST_PERSON = frozenset({"i", "we", "me", "us"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A piece of direct speech with the chain of its speaker; None for one who is not known."""

    span: Span
    speaker: str | None


def piece_around(trigger: Trigger, parse: Parse, spoken: list[Spoken]) -> Spoken | None:
    """The piece of direct speech that a trigger stands in."""
    start = parse.offset + trigger.token.idx
    here = Span(start, start + len(trigger.token))
    return next((piece for piece in spoken if piece.span.covers(here)), None)


def speaker_among(tokens: Iterable[Token], piece: Spoken | None, parse: Parse) -> tuple[Participant, ...]:
    """The speaker where "I" or "we" takes part: "I warned the mayor", said Ann Lee."""
    if piece is None or piece.speaker is None:
        return ()
    own = next((token for token in tokens if token.lower_ in _FIRST_PERSON), None)
    return (Participant(piece.speaker, parse.words(own)),) if own is not None else ()


def told_only_there(actors: tuple[Participant, ...], piece: Spoken | None) -> bool:
    """True if an act stands in direct speech, with no actor outside it."""
    return piece is not None and all(piece.span.covers(actor.words.span) for actor in actors)


def worth_quoting(trigger: Trigger, actors: tuple[Participant, ...], index: ChainIndex) -> bool:
    """True for a past act of somebody with a name."""
    named = any(index.chain(p.chain).names for p in actors)
    return named and finite_tense(trigger.token) in {"past", "perfect", "pluperfect"}
