"""The dates of a report so far: what "two days later" or "the quarter" is reckoned from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field

from dateline.reading.timex.answers import Reference
from dateline.reading.timex.choices import Base
from dateline.reading.timex.meaning import AnyMeaning, Stepped, TimeOfDay, YearBefore
from dateline.reading.timex.periods import Period, Unit

_NEARBY = 2  # paragraphs back to which a reference still reaches: further off, a report has moved on
_FINENESS = {unit: number for number, unit in enumerate(Unit)}


@dataclass(slots=True)
class Memory:
    """Dates in the order in which they were read, each with the number of its paragraph."""

    published: dt.date | None  # the last day on which the report may have appeared
    paragraph: int = 0  # where the reader is
    known: list[tuple[int, Reference]] = field(default_factory=list)

    def keep(self, reference: Reference) -> None:
        """Remember a date of the present paragraph."""
        self.known.append((self.paragraph, reference))

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
    return isinstance(meaning, Stepped) and meaning.base is Base.TOLD


def tells(meaning: AnyMeaning) -> bool:
    """True if later expressions may be reckoned from this one: not for what only compares ("a year earlier")."""
    return not isinstance(meaning, YearBefore) and not waits(meaning)
