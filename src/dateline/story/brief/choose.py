"""Which sentences to print: greedy cover of what there is to tell (Nemhauser, Wolsey and Fisher, 1978).

Each step takes the sentence that tells most of what is not yet told. One that leans on a bracket, is long, or of
an origin that has spoken counts for less; one that repeats words that stand already is left out.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.story.brief.standing import Standing
from dateline.story.brief.told import News
from dateline.story.report_reading import content_words

_LEANING = 0.7  # of a sentence that begins with a pronoun, though we can say whom it means
_BRACKETED = 0.9  # for each bracket in it
_BEST = 1.2  # of the sentence that tells its event best
_LEDE = 1.15  # of the first sentences of a report: what comes later is detail
_LEDE_SENTENCES = 3
_RECALLED = dt.timedelta(days=31)  # further back a time is mostly told beside the news, not as the news
_HEARD_BEFORE = 0.8  # of an origin, for each of its sentences that is chosen already
_EASY = 35  # words: what a longer sentence tells beyond them counts for less
_SAME = 0.5  # share of the shorter sentence's words that stand in one already chosen: it says it twice
_WIDE = 32  # days: a longer or open time ("since 2026") says nothing of when the sentence was news
_RECENT = dt.timedelta(days=7)  # "earlier this week" tells no more of it than the day of the report does


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence that can stand alone, and what it tells."""

    sentence: str
    report: str
    standing: Standing
    text: str
    place: tuple[int, int]  # in the story
    number: int  # among the sentences of its report's body, from 0
    origin: str
    named: frozenset[str]  # the names of all whom it names by more than a surname, however spelt
    news: tuple[News, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """A sentence of a brief and what it was chosen for, the weightiest first."""

    candidate: Candidate
    news: tuple[News, ...]

    def time(self, published: dt.date | None) -> News | None:
        """The piece of news whose stated time is the sentence's; None if it is only news of its day.

        Reports may dispute the time of what it is chosen for; else it is the latest that had come when it was
        printed: "Velk, who took office in 2024, resigned on Monday" is of that Monday. What follows from the
        telling alone is not stated, and tells no more than the day of the report; a time long past is mostly
        recalled beside the news, unless the sentence is chosen for it.
        """
        if self.news[0].disputed:
            return self.news[0]
        day = published or dt.date.max
        past = [one for one in self.candidate.news if one.time and _tells(one.time, day)]
        latest = max(past, key=lambda one: (_end(one), one.stated, one.weight, one.id), default=None)
        if latest is None or not latest.stated:
            return None
        return latest if latest is self.news[0] or day - _end(latest) <= _RECALLED else None


def choose(candidates: Iterable[Candidate], sentences: int) -> list[Chosen]:
    """At most `sentences` of them, in the order in which they were chosen: the one that tells most first."""
    left = sorted(candidates, key=lambda candidate: candidate.place)
    words = {candidate.sentence: frozenset(content_words(candidate.text)) for candidate in left}
    told: set[str] = set()
    heard: Counter[str] = Counter()
    chosen: list[Chosen] = []
    while left and len(chosen) < sentences:
        gains = {candidate.sentence: _gain(candidate, told, heard) for candidate in left}
        best = max(left, key=_by_gain(gains))
        if not gains[best.sentence]:  # all is told
            break
        new = [piece for piece in best.news if piece.id not in told]
        chosen.append(Chosen(best, tuple(sorted(new, key=lambda piece: (-piece.weight, piece.id)))))
        told |= {piece.id for piece in new}
        heard[best.origin] += 1
        left = [one for one in left if one is not best and not _repeats(words[one.sentence], words[best.sentence])]
    return chosen


def _tells(time: FuzzyDate, day: dt.date) -> bool:
    """True if a time had come on that day, and tells more of a sentence than that it was printed then."""
    if time.latest is None or time.latest > day:
        return False
    return time.is_day or ((time.days or _WIDE) < _WIDE and day - time.latest > _RECENT)


def _end(piece: News) -> dt.date:
    assert piece.time  # noqa: S101 -- only asked of news with a time
    return piece.time.latest or dt.date.max


def _by_gain(gains: Mapping[str, float]) -> Callable[[Candidate], tuple[float, tuple[int, int]]]:
    """Most gain first; of equal gains the earlier place."""
    return lambda candidate: (gains[candidate.sentence], (-candidate.place[0], -candidate.place[1]))


def _gain(candidate: Candidate, told: set[str], heard: Mapping[str, int]) -> float:
    new = [piece for piece in candidate.news if piece.id not in told]
    gain = sum(piece.weight * (_BEST if piece.best == candidate.sentence else 1.0) for piece in new)
    gain *= (_LEANING if candidate.standing.leans else 1.0) * _BRACKETED ** len(candidate.standing.brackets)
    gain *= _LEDE if candidate.number < _LEDE_SENTENCES else 1.0
    gain *= _HEARD_BEFORE ** heard[candidate.origin]
    return round(gain * min(1.0, _EASY / max(1, len(candidate.text.split()))), 4)


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    shorter = min(len(one), len(other))
    return bool(shorter) and len(one & other) >= _SAME * shorter
