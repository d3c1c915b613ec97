"""Modes of acts of words: what is asked, refused or threatened (vocabulary/act_contents.toml).

PLOVER parts its REQUEST and REJECT by what they are about (help, talks, giving in, a change of policy) and its
THREATEN by what is to come (violence, arrest, the end of relations). That stands in the words that the trigger
governs, or in those of its own pattern: "cancelled the visit".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.acts.triggers import Trigger
from dateline.vocabulary import load

_CONTENT = frozenset({"dobj", "xcomp", "ccomp", "prep", "acl", "advcl", "nsubjpass", "oprd", "dative"})
_OWN = frozenset({"compound", "amod", "nmod"})  # a noun's content may stand before it: "a bomb threat"


@dataclass(frozen=True, slots=True)
class Contents:
    """Modes by the acts and by the words under an act of words."""

    acts: dict[str, str]
    words: dict[str, str]

    def of(self, token: Token, trigger: Trigger | None) -> str | None:
        """The mode that one word of the content gives; `trigger`: the act that it tells, if it tells one."""
        if trigger is not None and trigger.act.type is not None:
            type_ = trigger.act.type.value
            known = self.acts.get(f"{type_} {trigger.act.mode}") or self.acts.get(type_)
            if known is not None:
                return known
        return self.words.get(token.lemma_.lower())


@cache
def contents() -> dict[EventType, Contents]:
    """What parts each type of acts of words."""
    found: dict[EventType, Contents] = {}
    for name in ("asked", "threatened"):
        table = load("act_contents")[name]
        words = {word: mode for mode, listed in table["words"].items() for word in listed}
        found |= {EventType(type_): Contents(table["acts"], words) for type_ in table["types"]}
    return found


def mode_of(trigger: Trigger, type_: EventType, sentence: Iterable[Trigger]) -> str | None:
    """The mode of an act: that of its words, else of its content. `sentence`: all triggers of its sentence."""
    if type_ is not trigger.act.type:
        return None  # a denial that is an act of its own
    known = contents().get(type_)
    if trigger.act.mode is not None or known is None:
        return trigger.act.mode
    acts = {other.token.i: other for other in sentence if other is not trigger}
    for token in governed_by(trigger):
        mode = known.of(token, acts.get(token.i))
        if mode is not None:
            return mode
    return None


def governed_by(trigger: Trigger) -> Iterator[Token]:
    """The words that an act's own word governs, in text order; never those of its subject."""
    token = trigger.noun or trigger.token
    deps = _CONTENT if trigger.verbal and trigger.noun is None else _CONTENT | _OWN
    inside = (inner for child in token.children if child.dep_ in deps for inner in child.subtree)
    yield from sorted(inside, key=lambda inner: inner.i)
