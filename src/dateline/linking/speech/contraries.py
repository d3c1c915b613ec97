"""What the words of a clause say of the topics of vocabulary/contraries.toml, and whether they deny it.

A topic has lines of phrases that exclude each other: "gave himself up" and "was captured". What is denied
excludes what is said: "no bomb was used" and "was blown up". The groups of vocabulary/same_acts.toml are topics of
one line each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.acts.wording import group_of_root, group_of_whole, root
from dateline.linking.speech.polarity import ENDS_NOUN, no_denial, open_words
from dateline.linking.speech.spoken import stem, tokens
from dateline.linking.speech.word_forms import kin
from dateline.vocabulary import load

GAP = 5  # words that `*` stands for at most
REACH = {  # words from a negation to what it denies: a subject may stand between
    **dict.fromkeys(("not", "never", "hardly", "barely", "scarcely", "without", "nor"), 3),
    **dict.fromkeys(("lack", "lacks", "lacked", "lacking"), 3),  # "lacks an inspection certificate"
    **dict.fromkeys(("no", "nobody", "none", "nothing", "neither"), 8),
}
TWO_WORDS = frozenset(
    {("failed", "to"), ("far", "from"), ("anything", "but"), ("refused", "to"), ("yet", "to")}
) | {(word, "out") for word in ("rule", "rules", "ruled", "ruling")}
CLAUSES_KEPT = 50_000  # read for claims, and again for conflicts; copies of a report share them
HEAD_LETTERS = 7  # a word, and what is made of it, have so many in common
PARTICIPLE_LETTERS = 6  # "closed", "broken": not "red", "green"
OPENING_WORDS = 3  # before the participle of "in a letter sent by the mill"
MISSING_REACH = 2  # words from a noun to the verb that says that it is missing: "inspection papers were missing"
NOTHING_REACH = 2  # words from a verb to the "nothing" that it takes: "agreed to nothing"
_FORMS_OF_BE = frozenset(map(stem, ("is", "are", "was", "were", "be", "been", "being")))
_BESIDE = ENDS_NOUN - {"of", "from", "ever"}  # "no member of the house met them", "no letter ever reached us"
_NOBODY = (("no one", "nobody"), ("not one", "no"), ("not a single", "no"), ("not a", "no"))


@dataclass(frozen=True, slots=True)
class Topic:
    """Something that can be said of one thing in ways that exclude each other."""

    name: str
    matter: frozenset[str]  # heads of words, of which one of the two sentences has one; empty: any
    passing: bool
    loose: bool = False  # the clauses themselves need share no word: their sentences do
    strict: bool = False  # the clauses themselves name somebody in common: who told is not enough
    after: frozenset[str] = frozenset()  # stems of verbs; only what follows one of them counts


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A phrase of a clause: the line of a topic that it belongs to, and whether it is denied."""

    topic: str
    line: int
    denied: bool

    @property
    def turned(self) -> Said:
        """The same, denied if it was said, and said if it was denied."""
        return Said(self.topic, self.line, not self.denied)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that say it, and of whom alone it is denied: "no soldier was hurt"."""

    words: frozenset[str]  # heads of its first word and its last
    start: int  # number of words of the clause before it
    last: str  # its last word, in lower case
    whose: frozenset[str] = frozenset()  # heads; empty: of anybody


def head(word: str) -> str:
    """The beginning of a word: "demonstration" and "demonstrators" have one."""
    return stem(word)[:HEAD_LETTERS]


@cache
def sense(word: str) -> str:
    """What stands for a word where clauses are compared: its family, or its beginning."""
    return head(kin(word) or word)


@lru_cache(maxsize=CLAUSES_KEPT)
def says(clause: str) -> dict[Said, Phrase]:
    """What a clause says; nothing of a topic of which it says two things.

    A clause that leaves open whether something is so says nothing.
    """
    folded = no_plan().sub("not ", clause.casefold())
    for phrase, instead in _NOBODY:
        folded = re.sub(rf"\b{phrase}\b", instead, folded)
    said = tokens(folded)
    if not (open_words() - {"let"}).isdisjoint(said):
        return {}
    stems = [stem(word) for word in said]
    found: dict[Said, Phrase] = {}
    ended: dict[str, int] = {}  # what stands inside a longer phrase of its topic says nothing
    for start, end, topic, line in hits(said, stems):
        if end <= ended.get(topic, 0):
            continue
        ended[topic] = end
        if attributive(said, start, end) or to_come(said, start) or reduced(said, start):
            continue
        key = Said(topic, line, denied(said, start, end))
        whose = denied_of(said, start) if key.denied else frozenset()
        found.setdefault(
            key, Phrase(frozenset((sense(said[start]), sense(said[end - 1]))), start, said[end - 1], whose)
        )
    told: dict[str, set[Said]] = defaultdict(set)
    for key in found:
        told[key.topic].add(key)
    return {key: phrase for key, phrase in found.items() if len(told[key.topic]) == 1}


def attributive(said: Sequence[str], start: int, end: int) -> bool:
    """True for "the burned valley": what is called so in passing is not said to be so."""
    return (
        end == start + 1
        and start > 0
        and said[start - 1] in words("determiners")
        and said[start].endswith(("ed", "en"))
        and len(said[start]) >= PARTICIPLE_LETTERS
    )


def reduced(said: Sequence[str], start: int) -> bool:
    """True for "in a letter sent by the mill": what a clause only begins with is not what it says."""
    return start == OPENING_WORDS and said[0] in words("openings") and said[1] in words("articles")


def to_come(said: Sequence[str], start: int) -> bool:
    """True for "was to burn", "is due to meet": what was planned is not said to be so."""
    return start > 1 and said[start - 1] == "to" and said[start - 2] in words("to_be")


def denied_of(said: Sequence[str], start: int) -> frozenset[str]:
    """Stems of the noun of whom alone a phrase is denied: "no soldier was hurt"; none for "nobody was"."""
    before = [at for at in range(max(0, start - REACH["no"]), start) if said[at] == "no"]
    subject = said[before[-1] + 1 : start] if before else ()
    nouns = [word for word in subject if word not in words("auxiliaries")]
    simple = len(nouns) == len(subject) and said[start] not in words("auxiliaries")  # "no letter reached us"
    everybody = not nouns or simple or not words("anybody").isdisjoint(nouns)
    return frozenset() if everybody else frozenset(sense(word) for word in nouns if word not in STOP_WORDS)


def hits(said: Sequence[str], stems: Sequence[str]) -> Iterator[tuple[int, int, str, int]]:
    """Phrases of a clause, the longest at each place: first word, end, topic, line."""
    for at, word in enumerate(said):
        found: dict[str, tuple[int, int]] = {}  # of each topic the longest
        for phrase, topic, line in phrases().get("be" if stems[at] in _FORMS_OF_BE else stems[at], ()):
            if (end := ends(phrase, said, stems, at)) and follows(stems, at, topic):
                found[topic] = max(found.get(topic, (0, 0)), (end, line))
        for topic, (end, line) in sorted(found.items()):
            yield at, end, topic, line
        if act := act_topic(word):
            yield at, at + 1, act, 0


def follows(stems: Sequence[str], at: int, topic: str) -> bool:
    """True unless a topic speaks of what something is done to, and no such verb stands shortly before."""
    verbs = topics()[topic].after
    return not verbs or not verbs.isdisjoint(stems[max(0, at - REACH["no"]) : at])


def ends(phrase: Sequence[str], said: Sequence[str], stems: Sequence[str], at: int) -> int:
    """Where a phrase that begins at a word ends; 0 if it does not stand there."""
    place = at
    gap = 0
    if phrase[0] == "be":
        phrase, place = phrase[1:], at + 1
        while place < len(said) and (said[place] in words("adverbs") or said[place].endswith("ly")):
            place += 1
        if place == len(said) or said[place].endswith("ing") != phrase[0].endswith("ing"):
            return 0  # "was told" is not "was telling"
    for word in phrase:
        if word == "*":
            gap = GAP
            continue
        until = min(place + gap + 1, len(stems))
        place = next((here + 1 for here in range(place, until) if word in (stems[here], said[here])), 0)
        gap = 0
        if not place:
            return 0
    return place


def denied(said: Sequence[str], start: int, end: int) -> bool:
    """True if an odd number of negations reach a phrase."""
    count = sum(
        reaches(said, at, start) and not open_denial(said, at)
        for at in range(max(0, start - max(REACH.values())), start)
    )
    count += sum(said[at : at + 2] in TWO_WORDS for at in range(max(0, start - 2), start - 1))
    count += not {"nothing", "nobody", "none"}.isdisjoint(said[end : end + NOTHING_REACH])
    count += said[end : end + 1] == ("no",) and not open_denial(said, end)  # "received no letter"
    count += missing(said, end)
    return count % 2 == 1


def reaches(said: Sequence[str], at: int, start: int) -> bool:
    """True if a negation reaches a later word: over a subject ("no bomb was used"), or adverbs."""
    if REACH.get(said[at], 0) < start - at or said[at - 1 : at] in (("that",), ("who",), ("which",)):
        return False  # "questions that nobody answered" denies nothing of what is told of them
    between = said[at + 1 : start]
    if said[at] == "no" and words("auxiliaries").isdisjoint((*between, said[start])):
        whole = between[-1:] == ("ever",)  # "no letter from the mill ever reached us"
        return whole or _BESIDE.isdisjoint(between)  # "no word on the closed road" says nothing of the road
    return said[at] not in ("not", "never") or all(w in words("between") or w.endswith("ly") for w in between)


def missing(said: Sequence[str], end: int) -> bool:
    """True for "an inspection certificate was missing": it was not there."""
    for at in range(end, min(end + MISSING_REACH, len(said) - 1)):
        if stem(said[at]) in _FORMS_OF_BE:
            return said[at + 1] in words("missing")
    return False


def open_denial(said: Sequence[str], at: int) -> bool:
    """True for "not only", "not all": a negation that denies nothing of what follows."""
    following = said[at + 1] if at + 1 < len(said) else ""
    return following in no_denial() and said[at] != "nobody"


@cache
def no_plan() -> re.Pattern[str]:
    """How "no plan to", "no sign of", "never any intention of" stand: what follows them is denied."""
    nouns = "|".join(sorted(words("planned")))
    before = r"(?:(?:not|never|nor|without)(?: \w+)? any|no|(?:not|never|without) (?:an?|the least|the slightest))"
    return re.compile(rf"\b{before} (?:\w+ )?(?:{nouns}) (?:to|of|that|for) ")


@cache
def words(name: str) -> frozenset[str]:
    """One of the sets of small words of the vocabulary."""
    return frozenset(load("contraries")["words"][name])


@cache
def topics() -> dict[str, Topic]:
    """The topics of the vocabulary by name."""
    return {
        name: Topic(
            name=name,
            matter=frozenset(sense(word) for words in table.get("matter", ()) for word in tokens(words)),
            passing=table.get("passing", False),
            loose=table.get("loose", False),
            strict=table.get("strict", False),
            after=frozenset(map(stem, table.get("after", ()))),
        )
        for name, table in load("contraries").items()
        if "says" in table
    } | {name: Topic(name, frozenset(), passing) for name, passing, _ in antonyms()}


@cache
def antonyms() -> tuple[tuple[str, bool, tuple[tuple[str, ...], ...]], ...]:
    """The lines of vocabulary/antonyms.toml: name, whether it may change by the day, phrases of each side."""
    found = []
    for kind in ("done", "now"):
        for line in (line for held in load("antonyms")[kind].values() for line in held):
            sides = tuple(tuple(phrase.strip() for phrase in side.split(",")) for side in line.split("/"))
            found.append((" or ".join(side[0] for side in sides), kind == "now", sides))
    return tuple(found)


def topic(name: str) -> Topic:
    """The topic with a name; that of a group of acts has one line."""
    return topics().get(name) or Topic(name, frozenset(), passing=False)


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str, int]]]:
    """Phrases by the stem of their first word, each with its topic and line."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = defaultdict(list)
    topics_ = [(name, table.get("says", ())) for name, table in load("contraries").items()]
    for name, lines in sorted([*topics_, *((name, sides) for name, _, sides in antonyms())]):
        for line, held in enumerate(lines):
            for phrase in held:
                stems = tuple("*" if word == "*" else stem(tokens(word)[0]) for word in phrase.split())
                if stems[0] in _FORMS_OF_BE:
                    first = tokens(phrase)[1]
                    stems = ("be", first if first.endswith("ing") else stems[1], *stems[2:])
                found[stems[0]].append((stems, name, line))
    return dict(found)


@cache
def act_topic(word: str) -> str:
    """The group of acts that a word names; empty for a word of none, and for an act that is no news."""
    group = group_of_whole().get(word) or group_of_root().get(root(word), "")
    return f"act {group}" if group and group not in light_acts() else ""


@cache
def light_acts() -> frozenset[str]:
    """Groups of acts of which nobody says that they did not happen, or too many do."""
    return frozenset(load("contraries")["acts"]["light"])
