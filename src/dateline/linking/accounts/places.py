"""Where a clause puts its act, by name or as described; and which places exclude each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

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
_NEST = re.compile(r"\s(?:of|in|at|near|on|outside|inside|off)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|his|her|its|their|our)\s", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:kilometres|kilometers|km|miles|metres|hours|minutes)\b.*"
)  # "90 kilometres from the cape"
_TO = frozenset({"to", "into", "toward", "towards"})
_FROM = frozenset({"from", "out of"})
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
        moving: bool,
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
        wanted = [slot for slot in found if slot.way == ("to" if moving else "at")]
        if not wanted and not moving:
            wanted = [slot for slot in found if slot.way == "from"]
        after = [slot for slot in wanted if slot.words.start > act]
        return next(iter(after or wanted), None)

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


def kinds_of(text: str) -> frozenset[int]:
    """The kinds of a place by the noun of its phrase; "the steps of the cathedral" are at the cathedral."""
    parts = [tokens(part) for part in _NEST.split(text)]
    kinds = kinds_of_place()
    for part in parts:
        joined, last = "".join(part[-2:]), part[-1] if part else ""
        if last not in parts_of_places():
            return frozenset(
                kinds[word] for word in (joined, last) if word in kinds and (word == joined or joined not in kinds)
            )
    return frozenset()


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
    return name.isupper() or not frozenset(load("accounts")["bodies"]["words"]).isdisjoint(tokens(name))


def is_area(text: str) -> bool:
    """True for "the capital", "the border town of Lorvan": the name says which."""
    return not areas().isdisjoint(tokens(_NEST.split(text)[0])[-1:])


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
    ours, theirs = (one.names, other.names) if one.kinds and other.kinds else (one.lies, other.lies)
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
    return not frozenset(load("accounts")["regions"]["words"]).isdisjoint(tokens(text))


@cache
def areas() -> frozenset[str]:
    """Nouns that a name follows which says which of them it is."""
    return frozenset(load("accounts")["areas"]["words"])


@cache
def parts_of_places() -> frozenset[str]:
    """Nouns for a part of a place, of which the next noun says what place."""
    return frozenset(load("accounts")["parts"]["words"])


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
