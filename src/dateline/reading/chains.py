"""ChainIndex: who is meant by a stretch of a report. What later stages ask of the mentions stage's records."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from dateline.model import Chain, Mention, RoleMention
from dateline.span import Span, Words
from dateline.stage import Draft

_POSSESSIVE = ("'s", "’s", "'", "’")


class ChainIndex:
    """Chains, mentions and roles of one report, found by id or by place. Spans count in the report's text."""

    def __init__(self, draft: Draft) -> None:
        self._text = draft.report.text
        self._chains = {chain.id: chain for chain in draft.of(Chain)}
        self._mentions = sorted(draft.of(Mention), key=lambda m: (m.words.start, -m.words.end))
        self._starts = [m.words.start for m in self._mentions]
        self._longest = max((len(m.words.span) for m in self._mentions), default=0)
        self._roles: dict[str, list[RoleMention]] = defaultdict(list)
        for role in draft.of(RoleMention):
            self._roles[role.chain].append(role)
        self._role_words = sorted(draft.of(RoleMention), key=lambda r: r.words.start)
        self._role_starts = [role.words.start for role in self._role_words]
        self._longest_role = max((len(role.words.span) for role in self._role_words), default=0)
        self._of_chain: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._mentions:
            self._of_chain[mention.chain].append(mention)

    def chain(self, id_: str) -> Chain:
        """The chain with an id; KeyError if the report has none such."""
        return self._chains[id_]

    def chains(self) -> tuple[Chain, ...]:
        """All chains, in the order in which their first mentions stand."""
        return tuple(self._chains.values())

    def mentions_of(self, chain: str) -> list[Mention]:
        """The mentions of a chain, in text order."""
        return list(self._of_chain[chain])

    def roles_of(self, chain: str) -> list[RoleMention]:
        """What the report says somebody is, in text order."""
        return list(self._roles[chain])

    def mentions_in(self, span: Span) -> list[Mention]:
        """Mentions that lie wholly inside, in text order, the longer first where two begin together."""
        first = bisect_left(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        return [m for m in self._mentions[first:last] if m.words.end <= span.end]

    def mention_at(self, span: Span) -> Mention | None:
        """The mention that a noun phrase is headed by, or the shortest one that the span is a part of.

        "Ann Lee's lawyer, Tom Ray, who" gives Tom Ray: a name in the possessive is passed over where another
        mention follows it, and the words of a role count for the name that they belong to.
        """
        inside = self.mentions_in(span)
        if inside:
            return self._head(inside, span)
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_left(self._starts, span.end)
        around = [m for m in self._mentions[first:last] if m.words.span.touches(span)]
        covering = [m for m in around if m.words.span.covers(span)]
        return min(covering or around, key=lambda m: (len(m.words.span), m.words.start), default=None)

    def holder_of(self, span: Span) -> Mention | None:
        """Who is meant by words of a role that no mention covers: "director" of "the director of the port, N".

        The mention beside the role: the first of its chain behind it, else the last before it.
        """
        first = bisect_left(self._role_starts, span.end - self._longest_role)
        at = bisect_left(self._role_starts, span.end)
        role = next((r for r in reversed(self._role_words[first:at]) if r.words.span.covers(span)), None)
        if role is None:
            return None
        named = self._of_chain[role.chain]
        behind = next((m for m in named if m.words.start >= role.words.end), None)
        return behind or next((m for m in reversed(named) if m.words.end <= role.words.start), None)

    def chain_at(self, span: Span) -> Chain | None:
        """The chain of `mention_at`."""
        mention = self.mention_at(span)
        return self._chains[mention.chain] if mention else None

    def _head(self, inside: list[Mention], span: Span) -> Mention:
        """The first mention that is neither possessive nor part of a role that leads to another one."""
        first = inside[0]
        for role in self._role_words:
            leads = span.start <= role.words.start <= first.words.start and role.words.end <= span.end
            if leads and role.words.end >= first.words.start:
                named = [m for m in inside if m.chain == role.chain and m.words.start >= role.words.start]
                if named:
                    return named[0]
        free = [m for m in inside if not self._possessive(m.words, span) and not covered(m, inside)]
        return free[0] if free else first

    def _possessive(self, words: Words, span: Span) -> bool:
        """True if a possessive mark and a further word follow inside the span."""
        after = self._text[words.end : span.end]
        return any(after.startswith(mark) and after[len(mark) :].startswith(" ") for mark in _POSSESSIVE)


def covered(mention: Mention, others: Iterable[Mention]) -> bool:
    """True if another, longer mention holds this one."""
    return any(o.words.span != mention.words.span and o.words.span.covers(mention.words.span) for o in others)
