"""How far a build has come: events for whoever shows them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Step(StrEnum):
    """The three parts of a build, in their order."""

    INTAKE = "intake"  # counted in files
    READING = "reading"  # counted in reports
    LINKING = "linking"  # counted in stages


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` items of a step, `seconds` after it began."""

    step: Step
    done: int
    total: int
    seconds: float
    item: str  # what was done last: a location, the name of a stage; empty at the beginning

    @property
    def rate(self) -> float | None:
        """Items a second; None before the first is done."""
        return self.done / self.seconds if self.done and self.seconds > 0 else None

    @property
    def remaining(self) -> float | None:
        """Seconds still to go at this rate; None while there is no rate."""
        return (self.total - self.done) / self.rate if self.rate else None


type Listener = Callable[[Progress], None]


class Meter:
    """Counts the items of one step and tells the listener after each."""

    def __init__(self, step: Step, total: int, listener: Listener | None) -> None:
        self._step = step
        self._total = total
        self._listener = listener
        self._done = 0
        self._began = time.monotonic()
        self._tell("")

    def advance(self, item: str) -> None:
        """One more is done."""
        self._done += 1
        self._tell(item)

    def _tell(self, item: str) -> None:
        if self._listener is not None:
            self._listener(Progress(self._step, self._done, self._total, time.monotonic() - self._began, item))
