"""Which words tell which act: the patterns of vocabulary/plover.toml, found by their head's lemma."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
from typing import Any

from spacy.tokens import Token

from dateline.model import EventType, Status
from dateline.reading.acts.clauses import is_counted
from dateline.reading.acts.needs import (
    by_force,
    by_phone,
    by_weapon,
    intransitive,
    of_a_structure,
    transitive,
    with_score,
)
from dateline.vocabulary import load

ARGUMENTS = frozenset(
    {"prt", "prep", "dobj", "advmod", "acomp", "oprd", "attr", "xcomp", "pobj", "agent", "nsubjpass"}
)
_PHRASE = frozenset({"pobj", "pcomp", "compound", "amod", "nmod", "conj", "acomp", "oprd"})  # a phrase's own words
_DEPTH = 3  # "sent a message of support": message, of, support
_ADVERB = frozenset({"in"})
# What goes before a namesake, where its need is met.
_SPECIAL = ("contest", "weapon", "force", "disaster", "intransitive", "transitive", "phone", "structure")
_RELATIVE = frozenset({"which", "that"})
_SAYING = frozenset({"say", "announce", "add", "call", "warn", "promise", "deny", "declare", "write"})
_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}  # of a regular verb, by its tag
_PREPOSITIONS = frozenset(
    {"at", "on", "to", "with", "for", "from", "into", "against", "in", "over", "about", "by"}
)
_BESIDE = frozenset({"following", "before", "during", "despite", "amid", "until", "since"})  # of another act
_BEFORE_JUDGES = frozenset({"appear", "come", "go", "stand", "speak", "bring", "haul", "be", "testify"})
MODIFIERS = frozenset({"amod", "compound", "nmod", "prep", "pobj", "poss"})


@dataclass(frozen=True, slots=True)
class Act:
    """A pattern's meaning. `frame` names the way its participants are found."""

    type: EventType | None  # None: the words only look like an act
    mode: str | None
    frame: str
    negated: EventType | None  # the type of the act when it is negated, if that is an act of its own
    needs: str | None  # what must be told for the words to be this act: "place", "recipient", "passive", "guest"
    lasting: bool  # a state that is held: "since 2027" tells when it began
    words: tuple[str, ...]  # lemmas, head included, in the order of the pattern
    others: frozenset[str]  # lemmas without the head
    stands: Status | None = None  # how the act stands where nothing else says it: a called election is planned

    @property
    def lemma(self) -> str:
        """The pattern as one writes it: "step down"."""
        return " ".join(self.words)


class Lexicon:
    """Patterns by the lemma of their head, those with most words first."""

    def __init__(self, tables: dict[str, Any], own: Iterable[dict[str, Any]] = ()) -> None:
        """`own`: the user's tables, which go before those of the program where two patterns are equally long."""
        verbs: dict[str, list[Act]] = defaultdict(list)
        special: dict[str, dict[str, list[Act]]] = {need: defaultdict(list) for need in _SPECIAL}
        nouns: dict[str, list[Act]] = defaultdict(list)
        for table in (*own, *tables["none"], *tables["act"]):
            for act in acts_of(table, "verbs"):
                special.get(act.needs or "", verbs)[act.words[0]].append(act)
            for act in acts_of(table, "nouns"):
                nouns[noun_head(act.words)].append(act)
        self._verbs = {head: tuple(sorted(acts, key=_most_words)) for head, acts in verbs.items()}
        self._special = {
            need: {head: tuple(sorted(acts, key=_most_words)) for head, acts in known.items()}
            for need, known in special.items()
        }
        self._met = {
            "disaster": self._by_disaster,
            "weapon": by_weapon,
            "contest": with_score,
            "intransitive": intransitive,
            "transitive": transitive,
            "force": by_force,
            "phone": by_phone,
            "structure": of_a_structure,
        }
        self._nouns = {head: tuple(sorted(acts, key=_most_words)) for head, acts in nouns.items()}

    def verb(self, token: Token) -> Act | None:
        """The act that a verb tells with what hangs on it; one without a type where it only looks like one."""
        lemma = self._known_lemma(token)
        for need in _SPECIAL:
            acts = self._special[need].get(lemma)
            found = first_match(acts, token, ARGUMENTS) if acts and self._met[need](token) else None
            if found is not None:
                return found
        acts = self._verbs.get(lemma)
        return first_match(acts, token, ARGUMENTS) if acts else None

    def _known_lemma(self, token: Token) -> str:
        """The lemma of a verb; where the model makes one that no list has, a stem of its form that one has.

        It takes "staged" for a form of "stag", and leaves "cordoned" as it is.
        """
        lemma, form = token.lemma_.lower(), token.lower_
        if lemma in self._verbs or token.tag_ not in _ENDINGS:
            return lemma
        stem = form.removesuffix(_ENDINGS[token.tag_])
        return next((each for each in (stem, f"{stem}e") if stem != form and each in self._verbs), lemma)

    def noun(self, token: Token) -> Act | None:
        """The act that a noun tells with its modifiers; one without a type where it only looks like one."""
        acts = self._nouns.get(token.lemma_.lower()) or self._nouns.get(token.lower_)
        return first_match(acts, token, MODIFIERS) if acts else None

    def _by_disaster(self, verb: Token) -> bool:
        """True if an earthquake, a crash or the like does what the verb says, or it is done by or in one."""
        for child in verb.children:
            inner: Token | None = child
            if child.dep_ in {"prep", "agent"}:
                inner = next((c for c in child.children if c.dep_ == "pobj"), None)
                if child.lower_ not in {"by", "in", "after", "from", "when"}:
                    continue
            elif child.dep_ != "nsubj":
                continue
            if inner is not None and self._disaster(inner):
                return True
        if verb.dep_ in {"advcl", "conj"} and verb.head.pos_ == "VERB":  # "the ferry sank, killing"
            above = self._verbs.get(verb.head.lemma_.lower())
            return above is not None and any(a.type is EventType.OTHER and not a.others for a in above)
        return verb.dep_ == "relcl" and self._disaster(verb.head)

    def _disaster(self, token: Token) -> bool:
        """True for a noun that tells a disaster."""
        act = self.noun(token) if token.pos_ in {"NOUN", "PROPN"} else None
        return act is not None and act.type is EventType.OTHER


def _most_words(act: Act) -> tuple[int, bool]:
    """Longer patterns first; of equal ones those with an object, which say more of the act than a preposition."""
    return -len(act.words), act.others <= _PREPOSITIONS


def acts_of(table: dict[str, Any], part: str) -> Iterator[Act]:
    """The patterns of one table, with every alternative written out."""
    for pattern in table.get(part, ()):
        for words in product(*(word.split("/") for word in pattern.split())):
            if len(set(words)) < len(words):  # "grant grant", of "send/grant loan/grant"
                continue
            head = words[0] if part == "verbs" else noun_head(words)
            yield Act(
                type=EventType(table["type"]) if "type" in table else None,
                mode=table.get("mode"),
                frame=table.get("frame", "act"),
                negated=EventType(table["negated"]) if "negated" in table else None,
                needs=table.get("needs"),
                lasting=table.get("lasting", False),
                words=words,
                others=frozenset(word for word in words if word != head),
                stands=Status(table["stands"]) if "stands" in table else None,
            )


def noun_head(words: tuple[str, ...]) -> str:
    """The word before a preposition, else the last: "state" of "state of emergency"."""
    for before, word in pairwise(words):
        if word in {"of", "for", "in", "into"}:
            return before
    return words[-1]


def first_match(acts: tuple[Act, ...], token: Token, relations: frozenset[str]) -> Act | None:
    """The act all of whose words hang on the token; it may be one of no type.

    Of equally long patterns that one is told whose words hang nearest: "suspended aid in protest" suspends aid.
    """
    hanging: dict[str, int] | None = None
    best: tuple[int, Act] | None = None
    for act in acts:
        if best is not None and len(act.words) < len(best[1].words):
            break
        if not act.others:
            return act if best is None else best[1]
        if hanging is None:
            hanging = words_on(token, relations)
        if not act.others <= hanging.keys() or (act.others == _ADVERB and not has_adverb(token)):
            continue
        distance = sum(hanging[word] for word in act.others)
        if best is None or distance < best[0]:
            best = distance, act
    return best[1] if best is not None else None


def has_adverb(verb: Token) -> bool:
    """True if "in" is the verb's own, and no preposition: "gave in", but not "gave birth in Arvik"."""
    return any(child.lower_ in _ADVERB and child.dep_ != "prep" for child in verb.children)


def words_on(token: Token, relations: frozenset[str]) -> dict[str, int]:
    """Lower-case lemmas and forms of what hangs on a word, with their distance; "that" for a clause it governs."""
    found = {"that": 1} if any(child.dep_ == "ccomp" for child in token.children) else {}
    if token.i + 1 < len(token.doc) and (bare := token.nbor()).head == token and bare.tag_ == "VB":
        found[bare.lemma_.lower()] = 1  # "was let go", "let slip"
    for word, distance in hanging_on(token, relations):
        for form in (word.lemma_.lower(), word.lower_):
            if form not in found or distance < found[form]:
                found[form] = distance
    for (
        child
    ) in token.children:  # "the dividend, 2.50 crowns a share, will be paid": the sum is parsed as its subject
        if child.dep_ == "nsubjpass" and is_counted(child):
            found.update((c.lemma_.lower(), 1) for c in child.children if c.dep_ == "nsubj")
    relative = token.dep_ == "relcl" and found.keys() & _RELATIVE  # "the agreement, which was signed"
    if relative or is_made_to_say(token):
        found.setdefault(token.head.lemma_.lower(), 1)
    return found


def is_made_to_say(participle: Token) -> bool:
    """True for "issued" of "in a statement issued at noon she said": the noun under it is its object."""
    noun = participle.head
    if participle.dep_ != "acl" or participle.tag_ != "VBN" or noun.dep_ != "pobj":
        return False
    return noun.head.lower_ == "in" and noun.head.head.lemma_ in _SAYING


def hanging_on(token: Token, relations: frozenset[str]) -> Iterator[tuple[Token, int]]:
    """What hangs on a word by one of the relations, and the phrases of that, each with its steps from the word.

    "Take to the streets" gives `to`, and `streets` through it; "go back to work" gives `back`, `to` and `work`.
    """
    for child in token.children:
        if child.dep_ in relations and not stands_apart(child):
            if child.lower_ == "after":  # "resumed work after the strike": another act stands under it
                yield child, 1
            else:
                yield from phrase(child, 1)


def phrase(token: Token, distance: int) -> Iterator[tuple[Token, int]]:
    """A word, what a preposition governs, a noun's modifiers, and what stands under "of", "in" and an adverb."""
    yield token, distance
    if distance <= _DEPTH:
        for child in token.children:
            inner = child.dep_ == "prep" and (child.lower_ in {"of", "in"} or token.dep_ == "advmod")
            if (child.dep_ in _PHRASE or inner) and not stands_apart(child):
                yield from phrase(child, distance + 1)


def stands_apart(token: Token) -> bool:
    """True for the "on" of "called her on Friday" and the "amid" of "quit amid the attack": no part of a verb."""
    if token.dep_ != "prep":
        return False
    if token.lower_ in _BESIDE:
        return not (token.lower_ == "before" and token.head.lemma_ in _BEFORE_JUDGES)
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in token.children)


@cache
def plover() -> Lexicon:
    """The lexicon of this process."""
    return Lexicon(load("plover"))
