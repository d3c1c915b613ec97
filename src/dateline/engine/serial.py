"""Reads in this process, one report after another."""

from __future__ import annotations

from collections.abc import Generator, Iterable

from dateline.engine.outcome import Outcome, outcome_of
from dateline.model import Arrival
from dateline.stage import Context, ReportStage


def read(stages: tuple[ReportStage, ...], context: Context, arrivals: Iterable[Arrival]) -> Generator[Outcome]:
    """Outcomes in the order of the arrivals; the stages are opened before the first."""
    for stage in stages:
        stage.open(context)
    for arrival in arrivals:
        yield outcome_of(stages, arrival)
