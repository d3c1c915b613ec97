"""When words were said, as far as their report tells: on a day that it names, some time before, or as news.

Alike words are one utterance if they were said on one occasion. A paper that prints them again months later says
so: "had told the Post in April", "always maintained". Where it does not, they were said again.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.linking.chronology import Chronology
from dateline.model import Quotation, Report, Timex
from dateline.vocabulary import load

NEWS_DAYS = 7  # before its report: a weekly prints what was said in its week
SAME_DAYS = 1  # between two named days: what was said late on Monday is Tuesday's news
BEFORE = 30  # characters in which an auxiliary stands before its verb: "had always told"
AFTER = 90  # characters after a cue in which "at the time" belongs to it
_BREAK = re.compile('[\\n“"]')
_HAD = re.compile(r"\b(?:had|has always|have always|always|once)(?: \w+){0,2} $")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days on which words can have been said."""

    earliest: dt.date | None  # None: any day before the latest
    latest: dt.date | None  # None: unknown
    named: bool  # the report names the days
    recalled: bool  # it says that this was some time ago

    def meets(self, other: Occasion) -> bool:
        """True if two printings can be of one occasion."""
        slack = dt.timedelta(days=SAME_DAYS if self.named and other.named else 0)
        return _reaches(self, other, slack) and _reaches(other, self, slack)

    def other_day(self, other: Occasion) -> bool:
        """True if two reports name days for their words that are not the same."""
        none = dt.timedelta()
        return self.named and other.named and not (_reaches(self, other, none) and _reaches(other, self, none))


class Occasions:
    """When each quotation was said."""

    def __init__(self, reports: Iterable[Report], timexes: Iterable[Timex] = ()) -> None:
        """`timexes`: those that quotations refer to, or more."""
        reports = list(reports)
        self._order = Chronology(reports)
        self._texts = {report.id: report.text for report in reports}
        self._timexes = {timex.id: timex for timex in timexes}

    def of(self, quotation: Quotation) -> Occasion:
        """The named days, any day before, or the week up to the report."""
        printed = self._order.day(quotation.report)
        said_at = self._timexes.get(quotation.said_at or "")
        recalled = self._recalled(quotation)
        if said_at is not None and said_at.time is not None and (said_at.time.earliest or said_at.time.latest):
            first, last = said_at.time.earliest, said_at.time.latest
            last = min(last or printed or dt.date.max, printed or dt.date.max)
            past = printed is not None and is_past(first, last, printed)
            return Occasion(first, last, named=True, recalled=recalled or past)
        if printed is None or recalled:
            return Occasion(None, printed, named=False, recalled=recalled)
        return Occasion(printed - dt.timedelta(days=NEWS_DAYS), printed, named=False, recalled=False)

    def _recalled(self, quotation: Quotation) -> bool:
        """True if the verb or the words about it say that somebody said it some time ago."""
        cue = quotation.cue
        if cue is None:
            return False
        text = self._texts[quotation.report]
        before, after = text[max(0, cue.start - BEFORE) : cue.start], text[cue.end : cue.end + AFTER]
        had = cue.text.casefold().startswith("had ") or _HAD.search(before.casefold())
        if had or quotation.cue_lemma in _words("verbs"):
            return True
        sentence = _BREAK.split(after)[0].casefold()  # quoted words tell nothing of when they were said
        again = before.split("\n")[-1].casefold()
        return any(phrase in sentence for phrase in _words("phrases")) or any(w in again for w in _words("again"))


def is_past(first: dt.date | None, last: dt.date, printed: dt.date) -> bool:
    """True for days that are no news any more: more than a week ago, or some day of a longer time now over."""
    long = first is not None and (last - first).days > NEWS_DAYS
    return (printed - last).days > NEWS_DAYS or (long and last < printed)


def _words(kind: str) -> frozenset[str]:
    """Words of vocabulary/recalling.toml."""
    return frozenset(load("recalling")[kind]["words"])


def _reaches(one: Occasion, other: Occasion, slack: dt.timedelta) -> bool:
    """True if one does not begin after the other has ended."""
    return one.earliest is None or other.latest is None or one.earliest - slack <= other.latest
