"""What a story has to tell: merged events and utterances, each with a weight and the sentences that tell it."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.model import Conflict, EventType, LinkKind, MergedEvent, Quotation, SpeechKind, Status
from dateline.story.brief import shortlist
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.gists import gists_of
from dateline.story.lookup.read_ahead import (
    read_ahead_of_events,
    read_ahead_of_supports,
    read_ahead_of_utterances,
)
from dateline.story.query import GIVEN, given

# Beside an act that happened: what is still to come is news too, what did not happen less, what might not at all.
_BY_STATUS: Mapping[Status, float] = {
    Status.HAPPENED: 1.0,
    Status.PLANNED: 0.7,
    Status.PROMISED: 0.7,
    Status.DEMANDED: 0.6,
    Status.DENIED: 0.6,
    Status.NEGATED: 0.5,
    Status.HYPOTHETICAL: 0.2,
}
_UNTYPED = 0.5  # beside an act of a known kind one that no type describes: mostly a motion of the telling
_NOBODY = 0.6  # beside an act of somebody one of whom nothing names who did it, or to whom
_UNSHARED = 0.4  # beside an act of people of the story one of people of one report: mostly of another matter
_WORDS = 0.4  # beside an act a statement: a brief tells what happened before what was said of it
_OVERHEARD = 0.25  # a statement told without marks
_DISPUTED = 1.25  # what reports dispute should be told as disputed
_HEADLINE = 1.0  # for each doubling of the reports whose main event it is


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """A merged event or an utterance."""

    id: str
    weight: float
    time: FuzzyDate | None
    stated: bool  # words of a report give the time; else it follows from the telling
    disputed: bool  # the time
    speech: bool
    sentences: tuple[str, ...]  # the ids of those that tell it
    reports: tuple[str, ...]
    best: str | None  # the sentence that tells an event best


def news_of(directory: Directory, about: str | None = None, since: dt.date | None = None) -> list[News]:
    """All that is to be told, by id; `about`: only of that actor; `since`: only of that day or later."""
    found = [*_events(directory, about, since), *_utterances(directory, about, since)]
    told = (piece for piece in found if since is None or _reaches(directory, piece, since))
    return sorted(told, key=lambda piece: piece.id)


def _events(directory: Directory, about: str | None, since: dt.date | None) -> Iterator[News]:
    told = shortlist.events(directory.story, about, since)
    supports = read_ahead_of_supports(directory, [event.id for event in told])
    for _ in read_ahead_of_events(directory, told):
        pass  # the records are kept
    leads = Counter(row.event for row in gists_of(directory, {each.report for each in supports}) if row.event)
    shared = _shared(directory, told)
    for event in told:
        members = [directory.events[member] for member in event.members]
        best = next(
            (
                one.sentence
                for one in members
                if one.report == event.report and event.words.span.covers(one.words.span)
            ),
            None,
        )
        yield News(
            id=event.id,
            weight=_weight(directory, event, leads[event.id], shared)
            * (_DISPUTED if directory.story.related(Conflict, "about", event.id) else 1.0),
            time=event.time,
            stated=any(one.timex for one in members),
            disputed=event.time_disputed,
            speech=False,
            sentences=tuple(dict.fromkeys(one.sentence for one in members)),
            reports=tuple(dict.fromkeys(one.report for one in members)),
            best=best,
        )


def _shared(directory: Directory, events: Iterable[MergedEvent]) -> frozenset[str]:
    """Those who take part of whom more than one report tells; all of them in a story of one report."""
    ids = {id_ for event in events for id_ in (*event.actors, *event.recipients)}
    if len(directory.places) == 1:
        return frozenset(ids)
    rows = directory.story.connection.execute(
        f"""SELECT a.id FROM link AS l JOIN chain AS c ON c.key = l.member JOIN identity AS a ON a.key = l.target
            WHERE l.kind = ? AND l.target IN {GIVEN} GROUP BY l.target HAVING count(DISTINCT c.report) > 1""",
        (LinkKind.ACTOR.value, given(ids)),
    )
    return frozenset(id_ for (id_,) in rows)


def _weight(directory: Directory, event: MergedEvent, leads: int, shared: frozenset[str]) -> float:
    """Independent origins count, and headlines: what reports are about is what happened."""
    kind = _UNTYPED if event.type is EventType.OTHER else 1.0
    taking_part = {*event.actors, *event.recipients}
    people = _NOBODY if not taking_part else 1.0 if taking_part & shared else _UNSHARED
    heard = math.log2(1 + max(1, directory.sources(event.id).origins_low))
    return _BY_STATUS[event.status] * kind * people * (heard + _HEADLINE * math.log2(1 + leads))


def _utterances(directory: Directory, about: str | None, since: dt.date | None) -> Iterator[News]:
    told = shortlist.utterances(directory.story, about, since)
    read_ahead_of_utterances(directory, told)
    for utterance in told:
        contested = directory.story.related(Conflict, "about", utterance.id)
        members = [directory.quotations[member] for member in utterance.members]
        marked = any(one.kind is not SpeechKind.INDIRECT for one in members)
        heard = math.log2(1 + max(1, directory.sources(utterance.id).origins_low))
        yield News(
            id=utterance.id,
            weight=(_WORDS if marked else _OVERHEARD) * heard * (_DISPUTED if contested else 1.0),
            time=_said(directory, members),
            stated=True,
            disputed=False,
            speech=True,
            sentences=tuple(dict.fromkeys(one.sentence for one in members)),
            reports=tuple(dict.fromkeys(one.report for one in members)),
            best=None,
        )


def _said(directory: Directory, members: list[Quotation]) -> FuzzyDate | None:
    """The time of speaking that a report tells, if one does."""
    said = (directory.timexes[one.said_at].time for one in members if one.said_at)
    return next((time for time in said if time), None)


def _reaches(directory: Directory, piece: News, since: dt.date) -> bool:
    """True if it may be of that day or later: by its own time, or else by its first report's day."""
    times = [piece.time] if piece.time else [directory.reports[id_].published for id_ in piece.reports]
    return any(time is None or time.latest is None or time.latest >= since for time in times)


def by_sentence(given: list[News]) -> Mapping[str, list[News]]:
    """What each sentence tells."""
    found: defaultdict[str, list[News]] = defaultdict(list)
    for piece in given:
        for sentence in piece.sentences:
            found[sentence].append(piece)
    return found
