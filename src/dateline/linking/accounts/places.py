"""Where a clause puts its act, by name or as described; and which places exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from dateline.linking.accounts.acts import table
from dateline.linking.accounts.slots import Slot, capitalised
from dateline.linking.acts.same_act import venues
from dateline.linking.acts.same_place import compatible, named_within
from dateline.linking.speech.spoken import tokens
from dateline.linking.who import Who
from dateline.model import Actor, ActorKind, Mention, MentionForm
from dateline.span import Span, Words
from dateline.vocabulary import load

_AT = r"in front of|on the steps of|on board|in|at|near|off|outside|inside|behind|beside|beneath|under|aboard|on"
_PLACE = re.compile(
    rf"\b(?P<way>{_AT}|from|out of|to|into|towards?)\s+"
    r"(?P<what>(?:(?:the|a|an|his|her|its|their|our)\s+)?[^,.;:()“”\"]{2,60})",
    re.IGNORECASE,
)
_END = re.compile(
    r"\s(?:was|were|is|are|had|has|on|when|while|after|before|since|by|with|who|which|where|that|and|as|to|for|during|"
    r"last|this|because|late|early|but|from|against|until|he|she|they|it|shortly|around|about|some|if)\b|\s\d"
)
_BESIDE = re.compile(
    r",? (?:an?|the|in|near|outside|off|of|just|north|south|east|west|part|close|not far)\b[^,.;:]*", re.IGNORECASE
)
_APPOSED = re.compile(r",? (?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)")  # "in the capital, Varn"
_LIES_ON = re.compile(r"\son the [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")  # "his house on the Orle": part of the name
_ELSEWHERE = re.compile(  # what follows tells of another act
    r"\b(?:who|whom|whose|which|that|whether|how|why|what|if|because|although)\b"
    r"|\bwhen (?:he|she|they|it) (?:had|first)\b",
    re.IGNORECASE,
)
_LINKS = r"(?:(?:of|the|de|del|la|in|at|on|near|upon|sur|am|van|der|den|do|da)\s){0,2}"  # inside a name
_NAME = re.compile(r"(?:(?:the|a|an|his|her|its|their|our)\s)?[A-Z][\w'’.-]*" rf"(?:\s{_LINKS}[A-Z][\w'’.-]*)*")
_NEST = re.compile(
    r"\s(?:of|in|at|near|on|outside|inside|off|below|above|under|beneath|behind|beside|by|opposite|between|over"
    r"|next to|across from)\s",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|our)\s", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:kilometres|kilometers|km|miles|metres|hours|minutes)\b.*"
)  # "90 kilometres from the cape"
_TO = frozenset({"to", "into", "toward", "towards"})
_FROM = frozenset({"from", "out of"})
TOWNS = frozenset({"port", "fort", "mill", "well", "bank", "camp", "park", "bridge", "castle"})  # "Port Orle"
NEAR = frozenset({"near", "off", "outside", "beside", "behind"})


class Places:
    """Reads the places of clauses."""

    def __init__(self, who: Who) -> None:
        self._who = who

    def of(
        self,
        sentence: Words,
        clause: Words,
        mentions: Sequence[Mention],
        days: Iterable[Span],
        act: int,
        *,
        name: str,
    ) -> Slot | None:
        """The first place that a clause names after its act; before it if there is none.

        Of an act that moves somebody, where to; else where it was done.
        """
        spans = list(days)
        found = [
            slot
            for match in _matches(clause.text)
            if (slot := self._slot(sentence, clause, match, mentions, spans))
        ]
        moving = name in table("moving")
        here = (
            {"at"}
            | ({"from"} if name in table("taken") else set())
            | ({"to"} if name in table("falls") else set())
        )
        found = [replace(slot, way="at") if slot.way in here else slot for slot in found]
        wanted = [slot for slot in found if slot.way == ("to" if moving else "at")]
        if not wanted and not moving:
            wanted = [slot for slot in found if slot.way == "from"]
        told_of = _ELSEWHERE.search(clause.text, max(0, act - clause.start))
        end = clause.start + told_of.start() if told_of else clause.end
        after = [slot for slot in wanted if slot.words.start > act]
        near = [slot for slot in after if slot.words.start < end]
        return next(iter(near or ([] if after else wanted)), None)

    def _slot(
        self,
        sentence: Words,
        clause: Words,
        match: re.Match[str],
        mentions: Sequence[Mention],
        days: Sequence[Span],
    ) -> Slot | None:
        cut = _END.search(match["what"])
        text = (match["what"][: cut.start()] if cut else match["what"]).removesuffix(" in").removesuffix(" at")
        text = name_alone(text)
        start = clause.start + match.start("what")
        words = Words(start, start + len(text), text)
        kinds = kinds_of(text)
        rest = sentence.text[words.end - sentence.start :]
        more = (kinds and _LIES_ON.match(rest)) or (is_area(text) and _APPOSED.match(rest))
        if more:
            words = Words(start, words.end + len(more[0]), text + more[0])
        if is_area(text) and not more and not _NEST.search(text):
            return None  # "in the Lorvan capital" names no town
        inside = [
            actor for m in mentions if words.span.covers(m.words.span) and (actor := self._who.actor(m.chain))
        ]
        lands = [actor for actor in inside if actor.kind in (ActorKind.PLACE, ActorKind.COUNTRY)]
        names, lies = names_of(words.text), lies_in(words.text) if kinds else names_of(words.text)
        way = match["way"].casefold()
        known = kinds or (
            begins_with_name(text) and way != "on" and (lands or not self._somebody(words, mentions))
        )
        if not known or text.startswith("least ") or any(day.touches(words.span) for day in days):
            return None
        actor = lands[0] if lands and not kinds else None
        return Slot(
            actor.name if actor else words.text,
            words,
            actor=actor.id if actor else None,
            kinds=kinds,
            names=names,
            lies=lies,
            beside=capitalised(_AWAY.sub("", found[0])) if (found := _BESIDE.match(rest)) else frozenset(),
            way="to" if way in _TO else "from" if way in _FROM else "at",
        )

    def _somebody(self, words: Words, mentions: Sequence[Mention]) -> bool:
        """True if the words name a body that is called one, or a person with two names."""
        for mention in mentions:
            actor = self._who.actor(mention.chain)
            if actor and words.span.touches(mention.words.span) and mention.form is MentionForm.NAME:
                person = actor.kind is ActorKind.PERSON and " " in actor.name
                body = actor.kind is ActorKind.ORGANISATION and is_body(actor.name)
                if person or body:
                    return True
        return False


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Every preposition of a text with what follows it, also inside what follows another."""
    at = 0
    while match := _PLACE.search(text, at):
        yield match
        at = match.start("what")


def name_alone(text: str) -> str:
    """The name that a place begins with, without the verb behind it: "in Varn sentenced the trainer"."""
    named = _NAME.match(text)
    if named is None or not begins_with_name(text) or kinds_of(text):
        return text
    rest = text[named.end() :].split()
    return text if rest and not listed("areas").isdisjoint(rest) else named[0]


def kinds_of(text: str) -> frozenset[int]:
    """The kinds of a place by the noun of its phrase; "the steps of the cathedral" are at the cathedral."""
    for part in _NEST.split(text):
        said = tokens(part)
        if said and (said[-1] not in listed("parts") or "".join(said[-2:]) in kinds_of_place()):
            return next(filter(None, map(kinds_of_noun, without_names(part))), frozenset())
    return frozenset()


def without_names(text: str) -> Iterator[Sequence[str]]:
    """The words of a place, then without one after the other of the names at its end: "the Hotel Regent"."""
    words = text.split()
    yield tokens(text)
    while len(words) > 1 and words[-1][:1].isupper():
        words.pop()
        if words[-1].casefold() not in TOWNS:
            yield tokens(" ".join(words))


def kinds_of_noun(said: Sequence[str]) -> frozenset[int]:
    """The kinds of the last word, or of the last two as one: "car park"."""
    kinds = kinds_of_place()
    joined, last = "".join(said[-2:]), said[-1] if said else ""
    return frozenset(
        kinds[word] for word in (joined, last) if word in kinds and (word == joined or joined not in kinds)
    )


def names_of(text: str) -> frozenset[str]:
    """Stems of the names in the words of a place; "the Lorvan capital" has none."""
    return frozenset(name for part in _NEST.split(text) if not is_area(part) for name in capitalised(part))


def lies_in(text: str) -> frozenset[str]:
    """Of these the ones that tell where a described place is: "a hospital in Tamm", "his house on the Orle"."""
    return frozenset(name for part in _NEST.split(text)[1:] if not is_area(part) for name in capitalised(part))


def begins_with_name(text: str) -> bool:
    """True for "Lorvan" and "the town of Lorvan", not for "a congress in Lorvan"."""
    bare = _ARTICLE.sub("", text)
    return (bare[:1].isupper() and _NEST.split(bare)[0].rpartition(" ")[2][:1].isupper()) or is_area(text)


def is_body(name: str) -> bool:
    """True for "Lorvan Bank" and "LFA": what else stands after "in" may be a town, whatever it was taken for."""
    return name.isupper() or not listed("bodies").isdisjoint(tokens(name))


def is_area(text: str) -> bool:
    """True for "the capital", "the border town of Lorvan": the name says which."""
    return not listed("areas").isdisjoint(tokens(_NEST.split(text)[0])[-1:])


def other_places(one: Slot, other: Slot, who: Who) -> bool:
    """True for places of two kinds, or with two names of which neither is known to lie in the other.

    Where the words beside one name the other too, they tell where that lies.
    """
    if one.way != other.way:
        return False
    if one.kinds and other.kinds and one.kinds.isdisjoint(other.kinds):
        return (one.kinds | other.kinds).isdisjoint(open_kinds())
    if names_region(one.words.text) or names_region(other.words.text):
        return False
    by_name = (one.kinds and other.kinds) or (is_seamark(one.words.text) and is_seamark(other.words.text))
    ours, theirs = (one.names, other.names) if by_name else (one.lies, other.lies)
    if not ours or not theirs or one.names & (other.names | other.beside) or other.names & one.beside:
        return False
    first, second = (who.get(slot.actor) if slot.actor else None for slot in (one, other))
    return first is None or second is None or two_towns(first, second) or not compatible(first, second)


def two_towns(first: Actor, second: Actor) -> bool:
    """True for "Port Lorvan" and "Tamm": a port is a town by its name, where the word comes first."""
    towns = all(
        place.kind is ActorKind.PLACE and place.name.casefold().split()[-1] not in venues()
        for place in (first, second)
    )
    return towns and first.id != second.id and not named_within(first, second)


def names_region(text: str) -> bool:
    """True for "the district of Orle": a town may lie in it."""
    return not listed("regions").isdisjoint(tokens(text))


def is_seamark(text: str) -> bool:
    """True for "the Orle Passage" and "Tamm Reef": what lies in no town, and is told apart by its name."""
    said = _ARTICLE.sub("", text).split()
    capitals = len(said) > 1 and all(word[:1].isupper() for word in said)
    return capitals and said[-1].casefold() in listed("seamarks")


@cache
def listed(table: str) -> frozenset[str]:
    """Words of one of the lists of vocabulary/accounts.toml."""
    return frozenset(load("accounts")[table]["words"])


@cache
def kinds_of_place() -> dict[str, int]:
    """For each noun of a place the number of its line."""
    lines = [*load("accounts")["places"]["words"], *load("accounts")["open_places"]["words"]]
    return {word: line for line, held in enumerate(lines) for word in held}


@cache
def open_kinds() -> frozenset[int]:
    """The kinds of places in which others may lie."""
    first = len(load("accounts")["places"]["words"])
    return frozenset(range(first, first + len(load("accounts")["open_places"]["words"])))
