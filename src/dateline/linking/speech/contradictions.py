"""Pairs of clauses of two reports, said or told, that cannot both be right.

Two clauses say contrary things of a topic, and are about the same: the same people or names and words. What may
have changed between two reports is an update; what is said of some holds beside what is said of others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.linking.acts.same_day import narrow
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.figures.stated import WEEKDAY_STEMS
from dateline.linking.matters.rarity import weight
from dateline.linking.speech.contraries import Phrase, Said, Topic, sense, topic
from dateline.linking.speech.denials import ACT, THING, generic, is_past, without_names
from dateline.linking.speech.propositions import Proposition
from dateline.linking.speech.scope import other_scope
from dateline.linking.speech.spoken import stem, tokens
from dateline.linking.speech.surroundings import told_in
from dateline.span import Words

NEAR_DAYS = 7  # while it is news, two reports that say contrary things mean the same
LATER_DAYS = 400  # what was denied while it was news, an inquiry or a court finds within a year or so
PASSING_DAYS = 1  # what was open yesterday may be shut today
COMMON = 3  # words that tell what both are about; fewer with somebody in common
WITH_ACTOR = 1
OWN_COMMON = 2  # of the two clauses themselves
WEEK = 6  # days between two reports: further apart, two Fridays may be meant
OPPONENTS = 2  # of one clause
ANSWERED = 700  # characters between what is said and a sentence that says that it is disputed
SAME_MATTER = 3  # and so many, that one word in common tells that two clauses are about the same
CLOSER = (("of",), ("for",), ("because",), ("from",), ("with",), ("about",), ("to",))  # after what is denied
CLOSELY = 5  # words behind these that tell of what it is denied
WIDELY = 3  # words that the surroundings of two clauses share, besides somebody whom both reports name
MET = 2  # named in both clauses: what the one did to the other
MATTER = 2  # persons and bodies that two reports of one matter both name
RARE = 3.0  # the weight of a word that is one in 30,000: two reports of one matter do not speak of two of it


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two clauses that cannot both be right, the earlier in the story's order first."""

    first: Proposition
    second: Proposition
    said: Said  # by the first
    other: Said
    common: int

    @property
    def values(self) -> tuple[Words, Words]:
        """The words of both that cannot both be right."""
        return self.first.shown(self.said), self.second.shown(self.other)

    @property
    def texts(self) -> tuple[str, str]:
        """What a reader is shown of both: as much as its source said in one sentence."""
        return self.first.text, self.second.text

    @property
    def reason(self) -> str:
        """Why the two cannot both be right."""
        denied = (
            "one denies what the other says" if self.said.line == self.other.line else "the two say the opposite"
        )
        about = self.said.topic.removeprefix("act ").replace("_", " ")
        return denied if generic(self.said.topic) else f"{denied}: {about}"

    @property
    def own(self) -> int:
        """How many words and persons the two clauses themselves share."""
        return len(self.first.own & self.second.own) + len(self.first.actors & self.second.actors)


def contradictions(told: Iterable[Proposition], order: Chronology, limit: int) -> list[Contradiction]:
    """Such pairs, each clause with its plainest opponents, in the order of their ids."""
    found = []
    for block in blocks(told, keys, limit):
        for a, b in block.pairs():
            apart = a.report != b.report or a.voice != b.voice
            if apart and (one := contradiction(*in_order(a, b, order), order)):
                found.append(one)
    met: Counter[str] = Counter()
    kept = []
    seen: set[tuple[str, ...]] = set()
    for one in sorted(
        found, key=lambda c: (not answering(c.first, c.second), -c.own, -c.common, c.first.id, c.second.id)
    ):
        sides = one.first.id, one.second.id
        voices = tuple(sorted((one.first.voice or one.first.report, one.second.voice or one.second.report)))
        if max(met[side] for side in sides) < OPPONENTS and (one.said.topic, *voices) not in seen:
            seen.add((one.said.topic, *voices))
            met.update(sides)
            kept.append(one)
    return sorted(kept, key=lambda c: (c.first.id, c.second.id))


def in_order(a: Proposition, b: Proposition, order: Chronology) -> tuple[Proposition, Proposition]:
    """The two in the order of the story."""
    first, second = sorted((a, b), key=lambda p: order.at(p.report, p.words.start))
    return first, second


def keys(item: Proposition) -> Iterator[str]:
    """A topic with each word or person that the clause or its surroundings share with others."""
    for said in item.says:
        for word in (*item.around, *item.near):
            yield f"{said.topic} {word}"


def contradiction(first: Proposition, second: Proposition, order: Chronology) -> Contradiction | None:
    """Why two clauses of two reports cannot both be right; None if they can."""
    apart = order.days_apart(first.report, second.report)
    if (
        apart is None
        or apart > LATER_DAYS
        or (first.voice and first.voice == second.voice and apart > PASSING_DAYS)
    ):
        return None
    for said, phrase in sorted(first.says.items(), key=by_said):
        for other, theirs in sorted(second.says.items(), key=by_said):
            if (
                contrary(said, other)
                and (said.denied != other.denied or set_apart(first, second))
                and (apart <= NEAR_DAYS or still_denied(said, first, other, second))
                and not (
                    said.denied != other.denied
                    and of_another(said.topic, first, phrase, second, theirs, said.denied)
                )
                and on_matter(said.topic, first, second)
                and one_time(said, first, other, second, apart)
                and phrase.whose <= second.around | second.kinds
                and theirs.whose <= first.around | first.kinds
            ):
                common = in_common(first, second, phrase.words | theirs.words, topic(said.topic))
                if said.denied != other.denied and answering(first, second):
                    common = max(common, 1)
                if generic(said.topic):
                    rare = is_rare_thing(phrase.last) and is_rare_thing(theirs.last)
                    common = of_one_matter(first, second, said.topic, common, said.denied, rare)
                if common:
                    return Contradiction(first, second, said, other, common)
    return None


def of_another(
    topic_: str, first: Proposition, phrase: Phrase, second: Proposition, theirs: Phrase, of_first: bool
) -> bool:
    """True if what one clause denies of one thing, the other says of another."""
    if topic_.startswith(THING):
        return False
    acts = (phrase.last, theirs.last) if topic_.startswith((ACT, "act ")) else ("", "")
    denial, denied, assertion = (first, acts[0], second) if of_first else (second, acts[1], first)
    if restricted(denial, denied, assertion):
        return True
    to_whom = topic_ in ("contact", "told")
    return other_scope(first.words.text, acts[0], second.words.text, acts[1], to_whom)


def set_apart(first: Proposition, second: Proposition) -> bool:
    """True unless both stand in one report that does not say that one answers the other, and one is its own."""
    return first.report != second.report or bool(first.voice and second.voice) or second.disputes


def still_denied(one: Said, first: Proposition, other: Said, second: Proposition) -> bool:
    """True if somebody denied that a thing was ever done: no later day makes that right or wrong.

    Both reports name the same persons or bodies, so that it is still the same matter.
    """
    denial = first if one.denied else second
    past = (
        one.denied != other.denied and not topic(one.topic).passing and not denial.lasting and not denial.present
    )
    return past and bool(denial.voice) and len(first.reported & second.reported) >= MATTER


def by_said(item: tuple[Said, Phrase]) -> Said:
    """Sort key."""
    return item[0]


def contrary(one: Said, other: Said) -> bool:
    """True if two things said of a topic exclude each other."""
    if one.topic != other.topic:
        return False
    return one.denied != other.denied if one.line == other.line else not one.denied and not other.denied


def on_matter(name: str, first: Proposition, second: Proposition) -> bool:
    """True if one of two sentences names what a topic is about."""
    matter = topic(name).matter
    return not matter or not matter.isdisjoint(first.around | second.around)


def one_time(one: Said, first: Proposition, other: Said, second: Proposition, apart: int) -> bool:
    """True if two clauses speak of one time: what may have changed since the first is no contradiction."""
    if apart > PASSING_DAYS and topic(one.topic).passing:
        return False
    if apart and ((one.denied and first.present) or (other.denied and second.present)):
        return False
    if apart and first.lasting and (one.denied or topic(one.topic).passing):
        return False
    some = (first.partial and not second.universal) or (second.partial and not first.universal)
    if (one.denied or other.denied) and some:
        return False
    if apart < WEEK and weekdays(first) & weekdays(second):
        return True  # "was to burn on Friday", "burned on Friday"
    ours, theirs = ([t for t in p.times if narrow(t)] for p in (first, second))
    return not ours or not theirs or any(a.overlaps(b) for a in ours for b in theirs)


def weekdays(item: Proposition) -> frozenset[str]:
    """Stems of the days of the week in a clause."""
    return WEEKDAY_STEMS.intersection(map(stem, tokens(item.words.text)))


def of_one_matter(
    first: Proposition, second: Proposition, denied: str, common: int, of_first: bool, rare: bool
) -> int:
    """How much tells that what one clause denies is what the other says was done; 0 if it is too little.

    Two reports of one matter name one person or body at least; two clauses of one act do not name others, or
    have other doers. Who names the whole of what is denied to have been, or a `rare` thing, needs to share no
    other word.
    """
    named = len(first.reported & second.reported)
    others = first.names and second.names and first.names.isdisjoint(second.around | second.names)
    others = others and second.names.isdisjoint(first.around)
    two_doers = first.doers and second.doers and first.doers.isdisjoint(second.doers)
    denial, other = (first, second) if of_first else (second, first)
    if answering(first, second):
        return common
    unnamed = denial.doers and denial.doers.isdisjoint(other.actors | other.near)  # who did it, it does not tell
    if not named or others or two_doers or unnamed:
        return 0
    wide = len((first.wide & second.wide) - {sense_of(denied)})
    voices = bool(first.voice and second.voice and first.near & second.near)
    whole = denied.startswith(THING) and named >= MATTER
    return common or (named if whole or rare or voices or wide >= WIDELY else 0)


def is_rare_thing(word: str) -> bool:
    """True for a rare word that is no verb of the past: many are arrested, one lifeboat is missing."""
    return weight(word) >= RARE and not is_past(word)


def restricted(denial: Proposition, denied: str, other: Proposition) -> bool:
    """True if a denial says of what, or to whom, and nothing around the other clause is of it.

    `denied`: the word that is denied. Who "did not die of thirst" may have died.
    """
    said = without_names(denial.words.text)
    at = said.index(denied) if denied in said else len(said)
    if said[at + 1 : at + 2] not in CLOSER:
        return False
    more = told_in(" ".join(said[at + 2 : at + 2 + CLOSELY]))
    return bool(more) and more.isdisjoint(other.around)


def sense_of(topic_: str) -> str:
    """The word that a topic of denials is of, as clauses have it."""
    return sense(topic_.split(" ")[-1])


def answering(first: Proposition, second: Proposition) -> bool:
    """True if one voice speaks shortly after another in one report."""
    near = first.report == second.report and 0 <= second.words.start - first.words.end <= ANSWERED
    return near and (second.disputes or bool(first.voice and second.voice and first.voice != second.voice))


def in_common(first: Proposition, second: Proposition, said: frozenset[str], about: Topic) -> int:
    """How much tells that two clauses are about the same; 0 if it is too little.

    `said`: stems of the words that are contrary, or the same and denied: they tell nothing of what it is about.
    """
    if first.report == second.report and second.disputes and second.words.start - first.words.end <= ANSWERED:
        return 1
    words = (first.around & second.around) - said
    actors = first.near & second.near
    named = frozenset(first.names & second.names) | (first.names & second.around) | (second.names & first.around)
    plain = words - named
    met = first.actors & second.actors
    parties = first.parties & second.parties
    if len(parties) >= MET:
        return len(parties) + len(words)
    both = (first.own & second.own) - said
    named_by_both = len(first.reported & second.reported)
    same_matter = named_by_both >= SAME_MATTER
    if (
        about.loose
        and named_by_both >= MATTER
        and not (about.matter.isdisjoint(first.around) or about.matter.isdisjoint(second.around))
    ):
        return len(words) + 1
    if not met and (
        (about.strict and len(both - first.names - second.names) < OWN_COMMON) or (first.points and second.points)
    ):
        return 0
    if not about.loose and not both and not met:
        return 0
    strength = len(actors) + len(words)
    if same_matter and (both - first.names - second.names):
        return strength
    if (actors or named) and len(plain) >= WITH_ACTOR:
        return strength
    return strength if len(words) >= COMMON or len(both) >= OWN_COMMON else 0
