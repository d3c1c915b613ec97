"""What a sentence tells of an act that happens once: which act, on what day, where, and who did it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.acts.same_day import narrow
from dateline.linking.figures.stated import DAY_STEMS
from dateline.linking.speech.clauses import clauses
from dateline.linking.speech.contraries import ends
from dateline.linking.speech.polarity import open_words
from dateline.linking.speech.propositions import telling, with_those_before
from dateline.linking.speech.spoken import NEGATIONS, stem, tokens
from dateline.linking.who import Who
from dateline.model import ActorKind, Mention, MentionForm, Sentence, Timex, TimexType
from dateline.span import Words
from dateline.vocabulary import load

BY_WORDS = 6  # from "by" to a name: "by the minister of health, Ann Lee"
LONGEST = 400  # characters of a sentence
_IT_WAS = re.compile(r"\bit was (?:the |a |an )?(?P<who>[^.;]{3,80}?),? who\b", re.IGNORECASE)
_BE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_PLACE = re.compile(
    r"\b(?:in|at|near|off|outside|from)\s+(?P<what>(?:(?:the|a|an|his|her|its|their)\s+)?[^,.;:()]{2,60})",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|at|near|off|outside|from)\b", re.IGNORECASE)
_AWAY = re.compile(
    r"\b(?:kilometres|kilometers|km|miles|metres|hours|minutes)\b[^,.]*"
)  # "90 kilometres from the cape"
DAYS = (TimexType.DATE, TimexType.TIME)
_FORMS = frozenset({"s", "es", "ed", "d", "ing"})
_GOES_ON = re.compile(r"(?:on|in|at|near|off|outside) ", re.IGNORECASE)
_SAID = frozenset({"said", "says", "told", "announced", "confirmed", "reported", "wrote", "added", "stated"})
SAID_WORDS = 3  # between "said" and the day on which it was
_INTO = re.compile(
    r"\b(?:into|over|after|of|about|for|since|before|following|to|against|with)\s(?:(?:the|his|her|its|their|a|an)\s)?$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?P<verb>[a-z]+(?:ed|ing|es|s))\s(?:the|his|her|its|their|a|an)\s(?:\w+\s)?$", re.IGNORECASE
)
_LIES_ON = re.compile(
    r"\son the [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*"
)  # "his house on the Orle": it is part of the name
_PLACE_END = re.compile(
    r"\s(?:was|were|is|are|had|has|on|when|while|after|before|since|by|with|who|which|that|and|as|to|for|during|last|this|because|late|early|but)\b|\s\d"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One thing that an account gives, and its words."""

    value: str  # a day as EDTF, or an actor's name, or the words of a place
    words: Words
    timex: Timex | None = None
    actor: str | None = None
    kinds: frozenset[int] = frozenset()  # of a place: numbers of lines of vocabulary/accounts.toml
    names: frozenset[str] = frozenset()  # of a place: stems of its capitalised words


@dataclass(frozen=True, slots=True)
class Account:
    """One act in one clause of one report."""

    id: str
    report: str
    sentence: str
    act: str
    words: frozenset[str]  # heads of what tells what its sentence, and the one before, are about
    own: frozenset[str]  # of its sentence alone
    named: frozenset[str]  # stems of the capitalised words of its sentence
    actors: frozenset[str]
    persons: frozenset[str]  # of its sentence
    day: Slot | None
    place: Slot | None
    doer: Slot | None
    insisted: bool  # "it was she who did"


class Accounts:
    """Reads the accounts of sentences."""

    def __init__(self, mentions: Iterable[Mention], timexes: Iterable[Timex], who: Who) -> None:
        self._who = who
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._timexes: dict[str, list[Timex]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: (m.words.start, m.words.end)):
            self._mentions[mention.sentence].append(mention)
        for timex in timexes:
            self._timexes[timex.sentence].append(timex)

    def of(self, sentences: Iterable[Sentence]) -> Iterator[Account]:
        """The accounts of all sentences."""
        for sentence, before in with_those_before(sentences):
            if len(sentence.words.text) <= LONGEST and sentence.words.text.rstrip("\"”’')").endswith((".", "!")):
                yield from self._of_sentence(sentence, before)

    def _of_sentence(self, sentence: Sentence, before: Sentence | None) -> Iterator[Account]:
        told = [
            (clause, following, acts)
            for clause, following in pairwise([*clauses(sentence.words), None])
            if clause and (acts := plain_acts(clause.text))
        ]
        if not told:
            return
        text = sentence.words.text
        own = telling(text)
        words = own | telling(before.words.text) if before else own
        here = frozenset(self._actors(sentence))
        actors = here.union(self._actors(before)) if before else here
        persons = frozenset(filter(self._who.is_person, here))
        named = capitalised(_AWAY.sub("", text))
        insisted = _IT_WAS.search(text) is not None
        for clause, following, acts in told:
            for act, at in sorted(acts.items()):
                place = clause.start + at
                yield Account(
                    id=f"{sentence.id} {place:09d} {act}",
                    report=sentence.report,
                    sentence=sentence.id,
                    act=act,
                    words=words,
                    own=own,
                    actors=actors,
                    named=named,
                    persons=persons,
                    day=None if act != "resign" and looks_back(clause.text[:at]) else self._day(sentence, clause),
                    place=self._place(sentence, with_place(sentence, clause, following), place),
                    doer=self._doer(sentence, clause, place),
                    insisted=insisted,
                )

    def _actors(self, sentence: Sentence) -> Iterator[str]:
        for mention in self._mentions[sentence.id]:
            if actor := self._who.id(mention.chain):
                yield actor

    def _day(self, sentence: Sentence, clause: Words) -> Slot | None:
        """The one day of a clause, or of a sentence that names no other."""
        days = [t for t in self._timexes[sentence.id] if t.type in DAYS and t.time and narrow(t.time)]
        near = [t for t in days if clause.span.covers(t.words.span)]
        text, start = sentence.words.text, sentence.words.start
        found = near or [t for t in days if len(days) == 1]
        found = [t for t in found if not says(text[: t.words.start - start])]
        if len({t.value[:10] for t in found}) != 1 or found[0].time is None:
            return None
        return Slot(found[0].time.edtf, found[0].words, timex=found[0])

    def _place(self, sentence: Sentence, clause: Words, act: int) -> Slot | None:
        """The first place that a clause names, after the act if there is one."""
        starts = [match.start() for match in _PREPOSITION.finditer(clause.text)]
        matches = [match for at in starts if (match := _PLACE.match(clause.text, at))]
        found = [place for match in matches if (place := self._slot(sentence, clause, match))]
        after = [place for place in found if place.words.start > act]
        return next(iter(after or found), None)

    def _slot(self, sentence: Sentence, clause: Words, match: re.Match[str]) -> Slot | None:
        cut = _PLACE_END.search(match["what"])
        text = (match["what"][: cut.start()] if cut else match["what"]).removesuffix(" in").removesuffix(" at")
        words = Words(clause.start + match.start("what"), clause.start + match.start("what") + len(text), text)
        if any(t.words.span.touches(words.span) for t in self._timexes[sentence.id]):
            return None
        inside = [
            actor
            for m in self._mentions[sentence.id]
            if words.span.covers(m.words.span)
            and (actor := self._who.actor(m.chain))
            and actor.kind is not ActorKind.PERSON
        ]
        names = capitalised(text)
        kinds = frozenset(kinds_of_place()[word] for word in tokens(text) if word in kinds_of_place())
        if (not kinds and not names) or text.startswith("least "):
            return None
        actor = inside[0] if inside else None
        if kinds and cut and (more := _LIES_ON.match(match["what"], len(text))):
            whole = Words(words.start, words.end + len(more[0]), text + more[0])
            dated = any(t.words.span.touches(whole.span) for t in self._timexes[sentence.id])
            words = words if dated else whole
        value = actor.name if actor and not kinds else words.text
        return Slot(value, words, actor=actor.id if actor else None, kinds=kinds, names=names)

    def _doer(self, sentence: Sentence, clause: Words, act: int) -> Slot | None:
        """The person who does it: named after "by", or last before an act that is no passive."""
        persons = [
            (mention, actor)
            for mention in self._mentions[sentence.id]
            if mention.form is MentionForm.NAME
            and (actor := self._who.id(mention.chain))
            and self._who.get(actor).kind in (ActorKind.PERSON, ActorKind.ORGANISATION)
        ]
        text, start = sentence.words.text, sentence.words.start
        if told := _IT_WAS.search(text):
            persons = [p for p in persons if told.start("who") <= p[0].words.start - start < told.end("who")]
            return self._by(persons[:1])
        by = [
            p for p in persons if act < p[0].words.start and by_whom(text[act - start : p[0].words.start - start])
        ]
        passive = not _BE.isdisjoint(tokens(text[max(0, act - start - 12) : act - start]))
        if by or passive:
            return self._by(by[:1])
        ahead = [
            p
            for p in persons
            if p[0].words.start < act and not text[p[0].words.end - start :].startswith(("'s", "’s"))
        ]
        own = [p for p in ahead if p[0].words.start >= clause.start]
        headless = [p for p in ahead if clause.start - p[0].words.end <= len(", ")]  # "Ann Lee, had opened it"
        return self._by((own or headless)[-1:])

    def _by(self, found: Sequence[tuple[Mention, str]]) -> Slot | None:
        return Slot(self._who.get(found[0][1]).name, found[0][0].words, actor=found[0][1]) if found else None


def with_place(sentence: Sentence, clause: Words, following: Words | None) -> Words:
    """A clause, with the next one where that goes on: "arrested Ann Lee, on Sunday in the harbour"."""
    if following is None or not _GOES_ON.match(following.text):
        return clause
    start = sentence.words.start
    return Words(clause.start, following.end, sentence.words.text[clause.start - start : following.end - start])


def capitalised(text: str) -> frozenset[str]:
    """Stems of the capitalised words of a text."""
    return frozenset(
        stem(word.removesuffix("'s"))
        for part in text.split()
        if part[:1].isupper()
        for word in tokens(part)
        if word not in STOP_WORDS and stem(word) not in DAY_STEMS
    )


def by_whom(between: str) -> bool:
    """True if the words between an act and a name say that the named one did it: "bought by the actress"."""
    said = tokens(between)
    return "by" in said[-BY_WORDS:] or said[-BY_WORDS:][:2] == ("lives", "to") or "lives to" in " ".join(said)


def looks_back(before: str) -> bool:
    """True if what stands before the noun of an act is another act, with a day of its own: "mourned the dead"."""
    if _INTO.search(before):
        return True
    found = _OBJECT.search(before)
    return found is not None and found["verb"].casefold() not in load("accounts")["carried_out"]["verbs"]


def says(before: str) -> bool:
    """True if what is dated is that something was said."""
    return not _SAID.isdisjoint(tokens(before)[-SAID_WORDS:])


@cache
def phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases of acts by the stem of their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for act, held in load("accounts")["once"].items():
        for phrase in held:
            words = tuple("*" if word == "*" else tokens(word)[0] for word in phrase.split())
            found[stem(words[0])].append((words, act))
    return dict(found)


@cache
def act_words(act: str) -> frozenset[str]:
    """Heads of the words that tell an act: they say nothing of what it is about."""
    return frozenset(head for phrase in load("accounts")["once"][act] for head in telling(phrase))


def formed(word: str, said: str) -> bool:
    """True for two forms of one word, but not of a verb's past and a noun: "fired" and "the fire"."""
    base = stem(word)
    return said == word or (said.removeprefix(base) in _FORMS and (said.endswith("ed") or not word.endswith("ed")))


def plain_acts(clause: str) -> dict[str, int]:
    """The acts of a clause; none of one that is open or denies something."""
    said = tokens(clause)
    return acts_of(clause) if open_words().isdisjoint(said) and NEGATIONS.isdisjoint(said) else {}


def acts_of(clause: str) -> dict[str, int]:
    """The acts that a clause tells, each with the place of its first word in it."""
    said = tokens(clause)
    stems = [stem(word) for word in said]
    found: dict[str, int] = {}
    for at, word in enumerate(stems):
        for phrase, act in phrases().get(word, ()):
            if (
                formed(phrase[0], said[at])
                and ends(tuple(map(stem, phrase)), said, stems, at)
                and said[at - 1 : at] != ("to",)
            ):
                found.setdefault(act, max(0, clause.casefold().find(said[at])))
    return found


@cache
def kinds_of_place() -> dict[str, int]:
    """For each noun of a place the number of its line."""
    return {word: line for line, held in enumerate(load("accounts")["places"]["words"]) for word in held}
