"""Who takes reports through the report stages: this process, or several. Only this package knows of processes.

Every engine gives the same outcomes, in the order of the arrivals.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable

from dateline.engine import pool, serial
from dateline.engine.outcome import Outcome
from dateline.errors import PipelineError
from dateline.model import Arrival
from dateline.stage import Context, ReportStage

type Engine = Callable[[tuple[ReportStage, ...], Context, Iterable[Arrival]], Generator[Outcome]]


def engine_for(workers: int) -> Engine:
    """One worker is this process itself; more are processes of their own."""
    if workers < 1:
        raise PipelineError(f"reports cannot be read by {workers} workers", "give 1 or more")
    return serial.read if workers == 1 else pool.Pool(workers).read


__all__ = ["Engine", "Outcome", "engine_for"]
