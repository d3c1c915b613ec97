"""The main event of a report: who, what, when and where, in a line each.

A report's headline names its event and its lede tells it, so the answers are looked for there, in this order: the
headline, the sentence of the lede that shares most with it, the sentences after. Each answer is words of the
report, and each says where it was found. Where no day is told it is the day of publication, and is marked as that.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import ActorKind, Event, Mention, MentionForm, Sentence
from dateline.span import Words
from dateline.story.main_day import main_day, published_on
from dateline.story.report_reading import PLACES, STANDING, ReportReading
from dateline.story.wording import date_in_words

SHORTEST_CLAUSE = 3  # words: what stands before the comma or the dash alone tells an event

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_CLAUSE = re.compile(
    r"\s(?:as|after|amid|because|while|when|but|following|before|despite)\s|\s[-–—]+\s|[;:…]|\.\.\."
)
_LABEL = re.compile(r"^[^:“”‘\"]{2,60}:\s+")
_OTHERS = frozenset(
    (
        "in",
        "at",
        "near",
        "of",
        "from",
        "to",
        "for",
        "on",
        "with",
        "against",
        "over",
        "outside",
        "inside",
        "among",
        "as",
    )
)
_GOES_ON = re.compile(r" [A-Z][a-z]+")  # "Orle" of "in Orle Park" is not the whole name
_REGION = re.compile(
    r",\s(?:(?:near|north|south|east|west|central|northern|southern|eastern|western)\s)*(?P<name>(?-i:[A-Z])[\w’'-]+)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the four: what to print, and where it was found."""

    text: str
    found_in: str  # "headline", "lede", "report", "publication"


@dataclass(frozen=True, slots=True)
class MainEvent:
    """The answers for one report; None where the report tells nothing."""

    report: str
    who: Answer | None
    what: Answer | None
    when: Answer | None
    day: dt.date | None
    where: Answer | None
    event: str | None  # the report's own event that stands behind them


def main_event(reading: ReportReading) -> MainEvent:
    """Who, what, when, where of a report. Never raises; a report without text has no answers."""
    event = _event(reading)
    who = _who(reading, event)
    when, day = _when(reading, event)
    return MainEvent(
        report=reading.report.id,
        who=who,
        what=_what(reading, event, who),
        when=when,
        day=day,
        where=_where(reading, event),
        event=event.id if event else None,
    )


def _event(reading: ReportReading) -> Event | None:
    """The report's event nearest to its headline: told there, or of its words, early, with its people."""
    heads = {sentence.id for sentence in reading.headline}
    places = {sentence.id: place for place, sentence in enumerate(reading.lede, 1)} | dict.fromkeys(heads, 0)
    told = {mention.chain for mention in reading.mentions_in(reading.headline)}

    def rank(event: Event) -> tuple[int, int, int]:
        people = {one.chain for one in (*event.actors, *event.recipients)}
        near = (
            2 * (event.sentence in heads)
            + len(people & told)
            + 2 * (event.lemma.split()[0] in reading.title_words)
        )
        return -near, places[event.sentence], event.words.start

    candidates = [event for event in reading.events if event.sentence in places]
    return min(candidates, key=rank, default=None)


# --- who


def _who(reading: ReportReading, event: Event | None) -> Answer | None:
    """Who stands first in the headline and is no place; else who acts, or is acted on, in the lede."""
    heads = {sentence.id for sentence in reading.headline}
    if event and event.sentence in heads and event.actors:
        return Answer(_printed(reading, event.actors[0].chain, event.actors[0].words), "headline")
    told = [sentence for sentence in reading.headline if not sentence.words.text.rstrip().endswith(":")]
    found = _first_named(reading, told[0]) if told else None  # "Games 2030:" is a label
    if found:
        return Answer(found, "headline")
    if event and (people := [*event.actors, *event.recipients]):
        return Answer(_printed(reading, people[0].chain, people[0].words), "lede")
    for mention in reading.mentions_in(reading.lede):
        if mention.form is not MentionForm.PRONOUN and mention.kind not in PLACES:
            return Answer(_printed(reading, mention.chain, mention.words), "lede")
    return None


def _first_named(reading: ReportReading, line: Sentence) -> str | None:
    title = line.words
    told = [
        (mention.words.start, -len(mention.words.text), mention)
        for mention in reading.mentions_in([line])
        if mention.form is not MentionForm.PRONOUN and mention.chain not in reading.standing
    ]
    label = _LABEL.match(title.text)
    behind = [one for one in told if label and one[0] >= title.start + label.end()]
    told = behind or told
    told.sort(key=lambda one: one[:2])
    subjects = [one for one in told if reading.before(one[2].words) not in _OTHERS]
    subjects = subjects or [one for one in told if reading.before(one[2].words) == "as"]  # "joy as they win"
    known = [one for one in subjects if one[2].kind is not ActorKind.UNKNOWN]
    subjects = known or subjects  # a feast, a cup and a game have names, and do nothing
    unread = _unread_name(reading, line)
    if unread is not None and (not subjects or unread[0] < subjects[0][0]):
        return unread[1]
    if not subjects:
        return None
    first = subjects[0][2]
    return _printed(reading, first.chain, first.words, first.form)


def _unread_name(reading: ReportReading, line: Sentence) -> tuple[int, str] | None:
    """A name of the report that stands in its headline without having been read there as one."""
    title, covered = line.words, [mention.words for mention in reading.mentions_in([line])]
    words = {
        word.group(): title.start + word.start()
        for word in reversed(list(_WORD.finditer(title.text)))
        if word.group()[0].isupper()
    }
    found = []
    for chain in reading.chains:
        if chain.kind is not ActorKind.PERSON or not chain.names:
            continue
        start = words.get(chain.names[0].split()[-1])
        if start is not None and not any(one.start <= start < one.end for one in covered):
            found.append((start, reading.names[chain.id]))
    return min(found, default=None)


def _printed(reading: ReportReading, chain: str, words: Words, form: MentionForm | None = None) -> str:
    """The words themselves where they say more than a name does: a group, a description, a name in full."""
    if form in (MentionForm.ROLE, MentionForm.GROUP):
        return words.text
    name = reading.names.get(chain, words.text)
    return words.text if " " in words.text and form is MentionForm.NAME else name


# --- what


def _what(reading: ReportReading, event: Event | None, who: Answer | None) -> Answer | None:
    """The headline's first clause without who stands at its head; without a headline the sentence of the event."""
    if line := " ".join(reading.title.split()):
        label = _LABEL.match(line)
        told = line[label.end() :] if label and len(line) - label.end() > label.end() else line
        first = _CLAUSE.split(told, maxsplit=1)[0]
        told = first if len(first.split()) >= SHORTEST_CLAUSE else told
        for name in (who.text, who.text.split()[-1]) if who else ():
            told = told.removeprefix(f"{name} ")
        return Answer(told.strip(" ,.") or line, "headline")
    for sentence in reading.sentences:
        if event is None or sentence.id == event.sentence:
            return Answer(" ".join(sentence.words.text.split()), "lede")
    return None


# --- when


def _when(reading: ReportReading, event: Event | None) -> tuple[Answer | None, dt.date | None]:
    """The day told for the event; else that of publication, marked as that."""
    found = main_day(reading, event)
    if found is not None:
        return Answer(found[0], "lede"), found[1]
    published, today = reading.report.published, published_on(reading)
    return (Answer(date_in_words(published), "publication"), today) if today is not None else (None, None)


# --- where


def _where(reading: ReportReading, event: Event | None) -> Answer | None:
    """A place that something stands in, in the headline, then in the lede; a town goes before its country."""
    headline = _standing_in(reading, reading.headline)
    placed = headline or [m for m in _names(reading, reading.headline) if m.chain in reading.standing]
    if placed and placed[0].kind is not ActorKind.COUNTRY:
        return Answer(_with_its_region(reading, placed[0].words), "headline")
    lede = _standing_in(reading, reading.lede)
    towns = [m for m in lede if m.kind is ActorKind.PLACE] if placed else lede
    if towns:
        return Answer(_with_its_region(reading, towns[0].words), "lede")
    if placed:
        return Answer(placed[0].words.text, "headline")
    if event is not None and event.place_words is not None:
        return Answer(_with_its_region(reading, event.place_words), "lede")
    told = Counter(m.words.text for m in reading.mentions if m.kind in PLACES and m.form is MentionForm.NAME)
    return Answer(min(told, key=lambda name: (-told[name], name)), "report") if told else None


def _standing_in(reading: ReportReading, sentences: Iterable[Sentence]) -> list[Mention]:
    return [
        m
        for m in _names(reading, sentences)
        if reading.before(m.words) in STANDING and not _GOES_ON.match(reading.report.text, m.words.end)
    ]


def _with_its_region(reading: ReportReading, words: Words) -> str:
    """A place with the place behind its comma: "Karsund, northern Tavia"; not "from Karsund, Velk said"."""
    behind = _REGION.match(reading.report.text, words.end)
    if behind is None or behind.start("name") not in reading.place_starts:
        return " ".join(words.text.split())
    return " ".join((words.text + behind.group()).split())


def _names(reading: ReportReading, sentences: Iterable[Sentence]) -> list[Mention]:
    return [
        m for m in reading.mentions_in(sentences) if m.form is MentionForm.NAME and m.kind is not ActorKind.PERSON
    ]
