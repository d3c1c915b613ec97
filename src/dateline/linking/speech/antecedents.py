"""Whether the words for a speaker tell who speaks: a name does, and a pronoun that can mean nobody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.speech.statements import PRONOUNS
from dateline.linking.who import Who
from dateline.model import ActorKind, Chain, Mention, MentionForm, Support

SHORTLY = 300  # characters before a pronoun: its sentence and the one or two before it
RELATIVES = frozenset({"who", "which", "that"})  # they stand beside whom they mean


class Antecedents:
    """Whom the printed words for a speaker name, or a pronoun among them plainly means."""

    def __init__(self, mentions: Iterable[Mention], chains: Iterable[Chain], who: Who) -> None:
        self._who = who
        self._chains = {chain.id: chain for chain in chains}
        self._no_speakers = {
            name.casefold()
            for chain in self._chains.values()
            if chain.kind in (ActorKind.PLACE, ActorKind.COUNTRY)
            for name in chain.names
        }
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: (m.report, m.words.start, m.words.end)):
            self._mentions[mention.report].append(mention)

    def told(self, support: Support) -> bool:
        """True for a name or a description; for a pronoun if the last person named whom it fits is the one."""
        printed = support.words.text.casefold()
        if printed not in PRONOUNS or printed in RELATIVES:
            return True
        spoken = [m for m in self._mentions[support.report] if m.words.span.touches(support.words.span)]
        if not spoken:
            return False
        meant = self._chains[spoken[0].chain]
        before = [
            self._chains[m.chain]
            for m in self._mentions[support.report]
            if m.form is MentionForm.NAME
            and 0 < spoken[0].words.start - m.words.end <= SHORTLY
            and self._may_speak(m.chain)
        ]
        fits = [c.id for c in before if c.gender in (None, meant.gender)]
        return bool(fits) and fits[-1] == meant.id

    def _may_speak(self, chain: str) -> bool:
        """True for a person, and for a name of which neither report nor story knows what it names.

        What another report knows as a place is none, whatever this report makes of it.
        """
        actor = self._who.actor(chain)
        kind = actor.kind if actor else self._chains[chain].kind
        if not self._no_speakers.isdisjoint(name.casefold() for name in self._chains[chain].names):
            return False
        return kind in (ActorKind.PERSON, ActorKind.UNKNOWN)
