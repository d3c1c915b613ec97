"""Printed names that clash with what the same report says of them.

Either a full name stands twice in one sentence as two people ("envoy Ann Lee urged Marshal Ann Lee"), or the role
that it is printed with is somebody else's by the report, which gives the name another. What words say of a name is
read from the noun phrase that it stands in, so that any noun will do: a regulator, a winner, a reservist.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, Mention, MentionForm
from dateline.reading.chains import ChainIndex
from dateline.reading.names.lexicon import lexicon
from dateline.reading.parsed import Parse

LABEL_ALONE = 0.5  # the score of a kind that nothing but the model's label speaks for
_NOUNS = frozenset({"NOUN", "PROPN", "ADJ"})
_MODIFIES = frozenset({"compound", "amod", "nmod", "poss"})
_SUBJECT = frozenset({"nsubj", "nsubjpass"})
PASSED = frozenset({"former", "ex", "then", "late", "outgoing", "ousted", "deposed", "new", "incoming", "acting"})
_ONE_OF = frozenset({"a", "an", "another", "one", "some"})
_TURNS = frozenset(
    {"until", "become", "succeed", "replace", "appoint", "resign", "name", "elect", "formerly", "now"}
)
_HONORIFICS = frozenset(
    {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "miss", "prof", "prof.", "lady"}
)
# What the holder of an office does.
_DOES = {
    "leader": "lead", "head": "head", "chair": "chair", "chairman": "chair", "chairwoman": "chair",
    "spokesman": "speak", "spokeswoman": "speak", "spokesperson": "speak", "director": "direct",
    "commander": "command", "captain": "captain", "editor": "edit", "manager": "manage", "boss": "run",
    "representative": "represent", "president": "preside", "coach": "coach", "chief": "head",
}  # fmt: skip
_HOLDS = frozenset(_DOES.values()) | {"run", "govern"}


@dataclass(frozen=True, slots=True)
class Said:
    """What the words around a name say that somebody is, in text order."""

    tokens: tuple[Token, ...]

    @property
    def lemmas(self) -> frozenset[str]:
        """The words in their dictionary form, in lower case."""
        return frozenset(token.lemma_.lower() for token in self.tokens)

    @property
    def words(self) -> str:
        """The words as printed."""
        return " ".join(token.text for token in self.tokens)

    @property
    def indefinite(self) -> bool:
        """True for "another lawyer": one of several."""
        return any(child.lower_ in _ONE_OF for token in self.tokens for child in token.children)

    def clashes(self, other: Said) -> bool:
        """True if both say something, and nothing in common."""
        return bool(self.lemmas and other.lemmas) and not self.lemmas & other.lemmas


def told_at(parse: Parse, mention: Mention) -> Said:
    """What the noun phrase says that a name stands in: "the nurses' leader, Ann Lee" is {nurse, leader}."""
    name = tokens_of(parse, mention)
    if not name:
        return Said(())
    inside = {token.i for token in name}
    head = next((token for token in name if token.head.i not in inside), name[-1])
    nouns = [head, *([head.head] if head.dep_ == "appos" else [])]
    nouns += [child for child in head.children if child.dep_ == "appos" and child.pos_ == "NOUN"]
    title = name[0].nbor(-1) if name[0].i else None
    if title is not None and title.lower_ in lexicon().heads:
        nouns.append(title)  # "urged Marshal Ann Lee", which the parse cuts in two
    told = [token for noun in nouns for token in _described(noun) if token.i not in inside]
    return _said(token for token in told if token.lower_ not in _HONORIFICS)


def _said(tokens: Iterable[Token]) -> Said:
    kept = {token.i: token for token in tokens}
    return Said(tuple(kept[number] for number in sorted(kept)))


def _described(noun: Token) -> Iterator[Token]:
    """A noun with what modifies it, also further down ("the tenants' committee's chair")."""
    if noun.pos_ in _NOUNS and not noun.is_space:
        yield noun
    for child in noun.children:
        if child.dep_ in _MODIFIES and child.i < noun.i:
            yield from _described(child)


def speaking_for(verb: Token | None) -> Said:
    """Whom the speaker speaks for: "Speaking for the tenants, Ann Lee said"."""
    for child in verb.children if verb is not None else ():
        if child.dep_ != "advcl" or child.lemma_.lower() not in ("speak", "act", "write"):
            continue
        for preposition in child.children:
            nouns = [c for c in preposition.children if c.dep_ == "pobj"] if preposition.lower_ == "for" else []
            if nouns:
                return _said(_described(nouns[0]))
    return Said(())


def speaking_as(verb: Token | None) -> Said:
    """What the speaker is when it is said: "Ann Lee said in her last hour as minister"."""
    if verb is None:
        return Said(())
    for child in verb.subtree:
        if child.lower_ == "as" and child.dep_ == "prep" and any(above.i == verb.i for above in _above(child)):
            nouns = [c for c in child.children if c.dep_ == "pobj" and c.pos_ == "NOUN"]
            if nouns:
                return _said(_described(nouns[0]))
    return Said(())


def _above(token: Token) -> Iterator[Token]:
    """What a token hangs on through prepositions and nouns, up to the first verb."""
    for above in token.ancestors:
        yield above
        if above.pos_ in ("VERB", "AUX"):
            return


def tokens_of(parse: Parse, mention: Mention) -> list[Token]:
    """The tokens of a mention; none if it stands in another paragraph."""
    start = mention.words.start - parse.offset
    span = (
        parse.doc.char_span(start, start + len(mention.words.text), alignment_mode="expand")
        if start >= 0
        else None
    )
    return list(span) if span is not None else []


class Cast:
    """The named people of a report, and what it says of them."""

    def __init__(self, parses: Sequence[Parse], chains: ChainIndex) -> None:
        self.chains = chains
        self._parses = parses
        self._starts = [parse.offset for parse in parses]
        self._named: dict[str, list[tuple[Mention, Parse, Said]]] = {}

    def named(self, chain: Chain) -> list[tuple[Mention, Parse, Said]]:
        """The mentions of somebody by name, with their paragraph and what is said there."""
        if chain.id not in self._named:
            places = [
                (mention, parse, told_at(parse, mention))
                for mention in self.chains.mentions_of(chain.id)
                if mention.form is MentionForm.NAME and (parse := self.parse_of(mention)) is not None
            ]
            self._named[chain.id] = places
        return self._named[chain.id]

    def told_of(self, chain: Chain, apart_from: Mention) -> Iterator[tuple[Said, Mention]]:
        """What is said of a name at its other mentions by name."""
        for mention, _, said in self.named(chain):
            if mention.words != apart_from.words:
                yield said, mention

    def holder(self, role: Said, printed: Chain, *, alone: bool) -> Chain | None:
        """The one other named person of whom the report says what the printed words say, if there is one.

        `alone`: nothing else speaks for it, so that the very same words are wanted, or what its holder does.
        """
        held = [chain for chain in self.others(printed) if self._has(chain, role, alone=alone)]
        return held[0] if len(held) == 1 else None

    def others(self, printed: Chain | None) -> list[Chain]:
        """The named people but one, or all of them."""
        return [
            chain
            for chain in self.chains.chains()
            if (printed is None or chain.id != printed.id)
            and not chain.plural
            and any(" " in name for name in chain.names)
            and (chain.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) or self._is_somebody(chain))
        ]

    def changed_hands(self, chain: Chain) -> bool:
        """True if a sentence on somebody tells of a change of office."""
        for mention in self.chains.mentions_of(chain.id):
            parse = self.parse_of(mention)
            tokens = tokens_of(parse, mention) if parse is not None else []
            if tokens and any(token.lemma_.lower() in _TURNS | PASSED for token in tokens[0].sent):
                return True
        return False

    def _is_somebody(self, chain: Chain) -> bool:
        """True for a name that the model alone takes for a body, or that holds a role all the same."""
        body = chain.kind is ActorKind.ORGANISATION
        return body and (chain.kind_score <= LABEL_ALONE or bool(self.chains.roles_of(chain.id)))

    def _has(self, chain: Chain, role: Said, *, alone: bool) -> bool:
        """True if what is said at a mention is the role, or shares a noun with it, or somebody does its work."""
        for mention, parse, said in self.named(chain):
            told = said.lemmas
            same = told == role.lemmas and not said.indefinite if alone else bool(told & role.lemmas)
            if same and not told & PASSED:
                return True
            if any(_holds(verb, role) for verb in _verbs(tokens_of(parse, mention))):
                return True
        return False

    def paragraphs_up_to(self, parse: Parse, number: int) -> list[Parse]:
        """A paragraph and those before it, `number` in all, the last first."""
        at = bisect_right(self._starts, parse.offset) - 1
        return list(reversed(self._parses[max(0, at - number + 1) : at + 1]))

    def parse_of(self, mention: Mention) -> Parse | None:
        """The paragraph that a mention stands in."""
        at = bisect_right(self._starts, mention.words.start) - 1
        return self._parses[at] if at >= 0 else None


def _verbs(name: Sequence[Token]) -> Iterator[Token]:
    """The verbs whose subject a name is, also in a relative clause after it."""
    for token in name:
        if token.dep_ in _SUBJECT:
            yield token.head
        yield from (child for child in token.children if child.dep_ == "relcl")


def _holds(verb: Token, role: Said) -> bool:
    """True for "leads the nurses" of a nurses' leader, "has headed the regulator's office" of the regulator."""
    lemma = verb.lemma_.lower()
    done = {_DOES[noun] for noun in role.lemmas if noun in _DOES}
    if lemma not in _HOLDS and lemma not in done:
        return False
    below = {t.lemma_.lower() for t in verb.subtree if t.i > verb.i and t.pos_ in _NOUNS}
    rest = role.lemmas - set(_DOES)
    return bool(below & rest) or (not rest and lemma in done)
