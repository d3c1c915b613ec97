"""Noun phrases around a noun for a person, a group or a body: "the country's longtime leader", "riot police".

A phrase is read from its head noun outwards over neighbouring words, not from the parse tree: before a name the
model hangs the words of an office on the name as often as on the noun.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.names.counted import AGE, count_of, is_age, is_group, is_number, stands_for_its_age
from dateline.reading.names.found import RolePhrase
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.tokens import Tokens

_INNER = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "X"))
_OBJECT = _INNER | {"DET"}
_PARTICIPLES = frozenset(("VBN", "VBG", "VBD"))
_POSSESSIVES = ("'s", "’s", "'", "’")
_HYPHENS = ("-", "–", "‑")
_OF = frozenset(("of", "for", "to", "at"))
_ARTICLES = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "another", "some", "one", "many", "several", "few"))
_NOBODY = frozenset(("no", "any", "every", "each", "either", "neither", "which", "what", "whatever"))
_OTHERS = frozenset(("other", "another", "more", "fellow", "new"))  # not those spoken of so far
_POSSESSIVE_PRONOUNS = frozenset(("his", "her", "their", "its", "my", "our", "your"))
MAX_LEFT = 9  # tokens; a longer row of modifiers is two phrases
MAX_RIGHT = 8  # tokens of "of the ..." after the noun


class Phrases:
    """The role, group and body phrases of one paragraph, in text order of their nouns."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, named: list[bool]) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._named = named  # for each token whether it is part of a name

    def find(self) -> Iterator[RolePhrase]:
        """Every phrase; one noun belongs to one phrase."""
        lexicon, tokens = self._lexicon, self._tokens
        nouns = lexicon.heads | lexicon.plurals | lexicon.bodies | lexicon.countries.peoples
        done = -1
        for at in range(len(tokens)):
            if at <= done or self._named[at]:
                continue
            if stands_for_its_age(tokens, at):
                yield self._aged(at)
                continue
            noun = tokens.lower[at]
            counts = noun in lexicon.measures and tokens.lower[at + 1 : at + 2] == ["of"]
            if not counts and (noun in nouns or singular(noun) in lexicon.heads or is_group(tokens, lexicon, at)):
                head = self._head_from(at)
                if head is not None:
                    phrase = self._phrase(head)
                    done = head
                    if tokens.lower[max(phrase.first - 1, 0)] not in _NOBODY:
                        yield phrase

    def _head_from(self, at: int) -> int | None:
        """The last noun of a row that begins with a role noun ("police officer"); None if it is no noun."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens.pos[at] not in ("NOUN", "PROPN") and not (
            tokens.text[at][0].isupper() and tokens.pos[at] == "ADJ"
        ):
            return None
        head = at
        while head + 1 < len(tokens) and not self._named[head + 1]:
            if (
                tokens.text[head + 1] in _HYPHENS
                and head + 2 < len(tokens)
                and tokens.lower[head + 2] in ("general", "elect", "in")
            ):
                head += 2
            elif tokens.pos[head + 1] in ("NOUN", "PROPN") and tokens.sentence[head + 1] == tokens.sentence[at]:
                head += 1
            else:
                break
        word = tokens.lower[head]
        if word in ("general", "elect"):
            return head
        known = word in lexicon.heads or word in lexicon.plurals or word in lexicon.bodies
        known = known or word in lexicon.countries.peoples or is_group(tokens, lexicon, head)
        return head if known or singular(word) in lexicon.heads else None

    def _phrase(self, head: int) -> RolePhrase:
        """The phrase around a noun."""
        tokens, lexicon = self._tokens, self._lexicon
        first, owners, definite = self._left(head)
        first = self._measured(first)
        compound = self._compound(head)
        last, after = self._right(head + (2 if compound else 0))
        word = tokens.lower[head]
        plural = (
            tokens.tag[head] in ("NNS", "NNPS")
            or word in ("police", "people")
            or (word in lexicon.plurals and word not in lexicon.heads and word not in lexicon.bodies)
        )
        noun = singular(word) if plural else word
        if noun == "premier":
            noun, compound = "minister", "prime minister"
        former = any(tokens.lower[i] in lexicon.former for i in range(first, head))
        country = self._country(first, head)
        return RolePhrase(
            tokens=tokens,
            first=first,
            last=last,
            head=head,
            noun=noun,
            title=self._title(first, head, compound or noun),
            owners=(*owners, *after),
            definite=bool(owners) if definite is None else definite,
            former=former,
            plural=plural,
            country=country,
            count=count_of(tokens, lexicon, first, head),
            aged=any(is_age(tokens, at) for at in range(first, head)),
        )

    def _aged(self, head: int) -> RolePhrase:
        """The phrase that ends with an age: "the 54-year-old"."""
        first, _, definite = self._left(head)
        return RolePhrase(
            tokens=self._tokens,
            first=first,
            last=head + 1,
            head=head,
            noun=AGE,
            title=AGE,
            owners=(),
            definite=bool(definite),
            former=False,
            plural=False,
            aged=True,
        )

    def _compound(self, head: int) -> str | None:
        """An office of three words that begins with the noun: "secretary of state"."""
        three = " ".join(self._tokens.lower[head : head + 3])
        return three if three in self._lexicon.compounds else None

    def _left(self, head: int) -> tuple[int, tuple[int, ...], bool | None]:
        """First token, owners (a possessive, a body or country before the noun), and whether it is definite.

        None where no article or possessive tells.
        """
        tokens = self._tokens
        first, owners, floor = head, [], max(0, head - MAX_LEFT)
        while first > floor and tokens.sentence[first - 1] == tokens.sentence[head]:
            at = first - 1
            word = tokens.lower[at]
            if word in _POSSESSIVES and at > floor and (tokens.tag[at] == "POS" or self._named[at - 1]):
                owner = at - 1
                owners.append(owner)
                return self._owner_start(owner, floor), tuple(owners), True
            if word in _POSSESSIVE_PRONOUNS:
                return at, (at, *owners), True
            if word in _ARTICLES and tokens.dep[at] != "mark":
                return at, tuple(owners), True
            if word in _INDEFINITE:
                return at, tuple(owners), False
            if not self._modifies(at, first):
                break
            if self._named[at] and not (first < head and self._named[first]):
                owners.append(at)
            first = at
        return first, tuple(owners), None

    def _measured(self, first: int) -> int:
        """The first token with the words that count: "tens of thousands of protesters"."""
        tokens, measures = self._tokens, self._lexicon.measures
        while first > 1 and tokens.lower[first - 1] == "of" and tokens.lower[first - 2] in measures:
            first -= 2
            while first > 0 and (tokens.pos[first - 1] in ("NUM", "ADJ") or tokens.lower[first - 1] == "a"):
                first -= 1
        at_least = first > 0 and tokens.lower[first] in ("least", "most") and tokens.lower[first - 1] == "at"
        return first - 1 if at_least else first

    def _modifies(self, at: int, nxt: int) -> bool:
        """True if a token may stand among the modifiers of the noun after it."""
        tokens = self._tokens
        if tokens.text[at] in _HYPHENS:
            return tokens.joined(at)
        if not tokens.text[at][0].isalnum() or self._is_time(at):
            return False
        if tokens.lower[at].endswith("ed") and (tokens.pos[nxt] in ("NUM", "DET") or is_age(tokens, at - 1)):
            return False  # "detained 14 people": a verb, whatever the model calls it
        if tokens.pos[nxt] == "NUM" and (self._named[at] or tokens.tag[at] in ("NN", "NNS")):
            return False  # "in Orle 34 miners", "in whose stadium nine people died"
        if tokens.pos[at] == "ADP":
            return False  # "gave way under supporters"
        if tokens.pos[at] in _INNER or tokens.lower[at] in self._lexicon.qualifiers | self._lexicon.passing:
            return True
        if tokens.tag[at] in _PARTICIPLES:
            return tokens.dep[at] in ("amod", "compound", "nmod")
        return tokens.pos[at] == "ADV" and tokens.dep[at] == "advmod" and tokens.head[at] == nxt

    def _owner_start(self, owner: int, floor: int) -> int:
        """The first token of the noun phrase that ends with `owner`."""
        tokens = self._tokens
        first = owner
        while first > floor and (
            (self._named[first - 1] and self._named[owner]) or tokens.pos[first - 1] in ("ADJ", "NOUN", "PROPN")
        ):
            if tokens.sentence[first - 1] != tokens.sentence[owner]:
                break
            first -= 1
        return first - 1 if first > 0 and tokens.lower[first - 1] in _ARTICLES else first

    def _right(self, head: int) -> tuple[int, tuple[int, ...]]:
        """The token after the phrase, and the head words of "of ..." after the noun."""
        tokens = self._tokens
        last, owners = head + 1, []
        while (
            last + 1 < len(tokens) and tokens.lower[last] in _OF and tokens.sentence[last] == tokens.sentence[head]
        ):
            end = self._object_end(last + 1)
            loose = tokens.lower[last] in ("to", "at") or (
                tokens.lower[last] == "for" and tokens.tag[head] == "NNS"
            )
            if end is None or (loose and not any(self._named[last + 1 : end])) or self._is_time(end - 1):
                break
            named = [at for at in range(last + 1, end) if self._named[at]]
            owners.append(named[-1] if named else end - 1)
            last = end
            if named and self._named[end - 1]:
                last += self._bracketed(last)
                break
        return last, tuple(owners)

    def _is_time(self, at: int) -> bool:
        """True for a word of a time beside a noun phrase: "a judge for three hours", "Monday police"."""
        tokens = self._tokens
        noun = tokens.pos[at] == "PROPN" or tokens.tag[at] == "NNS"
        return noun and tokens.entity[at] in ("DATE", "TIME")

    def _bracketed(self, at: int) -> int:
        """Tokens of an acronym in brackets: "the National Front (NF)"."""
        tokens = self._tokens
        short = at + 2 < len(tokens) and tokens.text[at] == "(" and tokens.text[at + 2] == ")"
        return 3 if short and self._named[at + 1] else 0

    def _object_end(self, first: int) -> int | None:
        """The end of the noun phrase that begins here; None if none does."""
        at, limit = first, min(len(self._tokens), first + MAX_RIGHT)
        while at < limit and self._goes_on(at, first):
            at += 1
        if at == first:
            return None
        return at if self._named[at - 1] or self._tokens.pos[at - 1] not in ("DET", "PRON", "ADJ") else None

    def _goes_on(self, at: int, first: int) -> bool:
        """True if a token belongs to the noun phrase [first, at) after "of"."""
        tokens, charges = self._tokens, self._lexicon.portfolios
        if at > first and tokens.lower[at - 1] in charges:
            if self._named[at]:
                return False  # "Minister of Health Ann Lee"
            if tokens.lower[at] == "and":
                return tokens.lower[at + 1 : at + 2] != [] and tokens.lower[at + 1] in charges
        if at > first and self._named[at - 1] and not self._named[at]:
            return tokens.pos[at] == "NOUN"
        return self._named[at] or tokens.pos[at] in _OBJECT or tokens.lower[at] in _POSSESSIVE_PRONOUNS

    def _title(self, first: int, head: int, noun: str) -> str:
        """The noun with those words before it that belong to the office, folded."""
        tokens, lexicon = self._tokens, self._lexicon
        kept: list[str] = []
        for at in range(first, head):
            word = tokens.lower[at]
            if is_number(tokens, lexicon, at):
                continue
            if self._named[at] or word in lexicon.passing or self._in_adjective(at):
                kept = [] if self._named[at] else kept
                continue
            if word in _POSSESSIVES:
                kept = []
            elif (
                word in lexicon.qualifiers
                or word in _OTHERS
                or (word.isalpha() and (tokens.pos[at] in ("NOUN", "PROPN") or tokens.dep[at] == "compound"))
            ):
                kept.append(word)
        charge = self._portfolio(head) if noun in lexicon.ministers else []
        if charge:
            return " ".join([*kept, *charge, noun])
        if noun in ("general", "elect") and kept and kept[-1] in lexicon.office:  # "secretary-general"
            return " ".join([*kept[:-1], f"{kept[-1]}-{noun}"])
        return " ".join([*kept, noun])

    def _in_adjective(self, at: int) -> bool:
        """True for a word of "French", "Sri Lankan", "European"."""
        lower, qualifying = self._tokens.lower, self._lexicon.countries.qualifying
        pairs = (" ".join(lower[max(first, 0) : first + 2]) for first in (at - 1, at))
        return lower[at] in qualifying or any(pair in qualifying for pair in pairs)

    def _portfolio(self, head: int) -> list[str]:
        """The words after "of": a minister of health is a health minister."""
        tokens, at = self._tokens, head + 2
        if tokens.lower[head + 1 : head + 2] not in (["of"], ["for"]):
            return []
        while at < len(tokens) and (tokens.lower[at] in self._lexicon.portfolios or tokens.lower[at] == "and"):
            at += 1
        return tokens.lower[head + 2 : at - (tokens.lower[at - 1] == "and")]

    def _country(self, first: int, head: int) -> str | None:
        """The country of an adjective before the noun."""
        tokens, adjectives = self._tokens, self._lexicon.countries.adjectives
        for at in range(first, head):
            pair = " ".join(tokens.lower[at : at + 2])
            if at + 1 < head and pair in adjectives:
                return adjectives[pair]
            if tokens.lower[at] in adjectives and tokens.text[at][0].isupper():
                return adjectives[tokens.lower[at]]
        return None


_IRREGULAR = {"people": "people", "police": "police", "forces": "forces", "children": "child", "wives": "wife"}


def singular(noun: str) -> str:
    """The singular of a lower-case noun for people."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return f"{noun[:-3]}man"
    if noun.endswith("ies") and len(noun) > 4:  # "ties", "dies" are no plurals of "ty"
        return f"{noun[:-3]}y"
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
