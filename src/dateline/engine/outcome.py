"""What comes of one report: records, or the reason why there are none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Arrival, Record
from dateline.stage import ReportStage, run_stages


@dataclass(frozen=True, slots=True)
class Outcome:
    """The records that the stages made of a report (without those it arrived with), or why they failed."""

    report: str
    records: tuple[Record, ...]
    failure: str | None


def outcome_of(stages: Iterable[ReportStage], arrival: Arrival) -> Outcome:
    """Take one report through opened stages; whatever a stage raises becomes the failure."""
    arrived = {arrival.report.id, *(piece.id for piece in (*arrival.furniture, *arrival.candidates))}
    try:
        records = run_stages(stages, arrival)
    except Exception as error:  # a third party's stage may raise anything, and the run goes on
        return Outcome(arrival.report.id, (), f"{type(error).__name__}: {error}")
    return Outcome(arrival.report.id, tuple(record for record in records if record.id not in arrived), None)
