"""Speech that came through somebody else: "the agency quoted Ann Lee" and "..., according to the agency"."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.chains import ChainIndex
from dateline.reading.speech.heard import Heard


def relay(heard: list[Heard], chains: ChainIndex) -> list[Heard]:
    """Fold "according to X" beside an attribution of the same sentence into its `via`."""
    kept: list[Heard] = []
    for one in heard:
        if one.found.relayed_by is not None:
            one.via = _named(one, chains)
        carried = _carried(one, heard) if one.found.rule == "according to" else []
        if not carried:
            kept.append(one)
        for other in carried:
            other.via = _name(one, chains)
    return kept


def _carried(one: Heard, heard: list[Heard]) -> list[Heard]:
    """Attributions in marks whose cue stands before "according to" in its sentence, or is what that hangs on."""
    verb = one.found.verb
    return [
        other
        for other in heard
        if other.parse is one.parse and other.in_marks and verb is not None and _before(other.found.verb, verb)
    ]


def _before(cue: Token | None, according: Token) -> bool:
    """True for "Ann Lee said “…”, according to AP" and "According to AP, Ann Lee said “…”"."""
    if cue is None or cue.sent.start != according.sent.start:
        return False
    return cue.i < according.i or according.head.i == cue.i


def _named(one: Heard, chains: ChainIndex) -> str | None:
    """The name of the outlet in "AP quoted Ann Lee"."""
    if one.found.relayed_by is None:
        return None
    words = one.parse.words(one.found.relayed_by)
    chain = chains.chain_at(words.span)
    return chain.name if chain is not None else words.text


def _name(one: Heard, chains: ChainIndex) -> str | None:
    """The relaying outlet's name, without "state news agency"."""
    if one.speaker is not None:
        return one.speaker.name
    return one.source.text if one.source is not None else None
