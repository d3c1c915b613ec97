"""The dates of a report so far: what "two days later" or "the quarter" is reckoned from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.reading.timex.answers import Reference
from dateline.reading.timex.choices import Base
from dateline.reading.timex.meaning import AnyMeaning, FromAct, NthDay, Stepped, TimeOfDay, YearBefore
from dateline.reading.timex.narrated import is_beginning, same_act
from dateline.reading.timex.periods import Period, Unit, day, step

_NEARBY = 2  # paragraphs back to which a reference still reaches: further off, a report has moved on
_FINENESS = {unit: number for number, unit in enumerate(Unit)}


@dataclass(slots=True)
class Memory:
    """Dates in the order in which they were read, each with the number of its paragraph."""

    published: dt.date | None  # the last day on which the report may have appeared
    paragraph: int = 0  # where the reader is
    known: list[tuple[int, Reference]] = field(default_factory=list)
    acts: list[tuple[frozenset[str], Reference]] = field(default_factory=list)  # what happened on these dates

    def keep(self, reference: Reference, acts: frozenset[str]) -> None:
        """Remember a date of the present paragraph, and what the text says to have happened then."""
        self.known.append((self.paragraph, reference))
        if acts and _FINENESS[reference.period.unit] <= _FINENESS[Unit.YEAR]:
            self.acts.append((acts, reference))

    def date_act(self, meaning: FromAct, beside: str, period: Period) -> None:
        """Remember the day of an act that stands so far from a day: "on Sunday, a day after the coup"."""
        if meaning.length.amount is None or meaning.length.amount != int(meaning.length.amount):
            return
        there = step(period.first, meaning.length.unit, -meaning.sign * int(meaning.length.amount))
        if there is not None and period.unit is Unit.DAY:
            self.acts.append((meaning.acts, Reference(beside, day(there))))

    def told_act(self, acts: frozenset[str]) -> Reference | None:
        """The finest date that the report has given to an act so far, the latest of several."""
        dates = [reference for told, reference in self.acts if same_act(told, acts)]
        return min(reversed(dates), key=lambda reference: _FINENESS[reference.period.unit], default=None)

    def latest(self, unit: Unit, over: bool) -> Reference | None:
        """The latest date nearby that is at least as fine as a unit; `over`: none that was yet to come."""
        return self._latest(
            lambda there: (
                _FINENESS[there.unit] <= _FINENESS[unit]
                and not (over and self.published and there.first > self.published)
            )
        )

    def about(self, unit: Unit) -> Reference | None:
        """The latest date nearby of just that unit."""
        return self._latest(lambda there: there.unit is unit)

    def began(self) -> Reference | None:
        """The day on which, as the report said last, something began."""
        begun = (r for told, r in reversed(self.acts) if is_beginning(told) and r.period.unit is Unit.DAY)
        return next(begun, None)

    def _latest(self, fits: Callable[[Period], bool]) -> Reference | None:
        for paragraph, reference in reversed(self.known):
            if self.paragraph - paragraph > _NEARBY:
                return None
            if fits(reference.period):
                return reference
        return None


def waits(meaning: AnyMeaning) -> bool:
    """True for what is told by the other dates of its sentence, on either side: "at noon", "the 50th day"."""
    if isinstance(meaning, TimeOfDay):
        return meaning.day is None
    if isinstance(meaning, NthDay):
        return not meaning.acts
    return isinstance(meaning, Stepped) and meaning.base is Base.TOLD


def tells(meaning: AnyMeaning) -> bool:
    """True if later expressions may be reckoned from this one: not for what only compares ("a year earlier")."""
    return not isinstance(meaning, YearBefore) and not waits(meaning)
