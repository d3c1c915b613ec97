from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import ClassVar

import pytest

from dateline.engine import engine_for
from dateline.engine.pool import AHEAD, DIED
from dateline.errors import PipelineError
from dateline.ids import content_id
from dateline.model import Arrival, Paragraph, ParagraphKind, Record, Report
from dateline.span import Words
from dateline.stage import Context, Draft
from dateline.testing import arrival


class WholeStage:
    """The whole text is one paragraph; some texts make it misbehave."""

    name: ClassVar[str] = "whole"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Report,)
    writes: ClassVar[tuple[type, ...]] = (Paragraph,)

    def open(self, context: Context) -> None:
        self.opened_in = os.getpid()

    def run(self, draft: Draft) -> Iterator[Record]:
        text = draft.report.text
        if "raise" in text:
            raise ValueError("as the text says")
        if "die" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "who" in text:
            raise ValueError(f"{self.opened_in}")
        words = Words.cut(text, 0, len(text))
        id_ = content_id("p", draft.report.id)
        yield Paragraph(id=id_, report=draft.report.id, number=0, words=words, kind=ParagraphKind.BODY)


def outcomes(workers: int, *texts: str) -> list[tuple[int, str | None]]:
    """Number of records and failure of each text."""
    arrivals = [arrival(text) for text in texts]
    found = list(engine_for(workers)((WholeStage(),), Context(), arrivals))
    assert [outcome.report for outcome in found] == [given.report.id for given in arrivals]
    return [(len(outcome.records), outcome.failure) for outcome in found]


@pytest.mark.parametrize("workers", [1, 2])
def test_outcomes_come_in_the_order_of_the_arrivals(workers: int) -> None:
    assert outcomes(workers, *(f"Report {n}" for n in range(12))) == [(1, None)] * 12


@pytest.mark.parametrize("workers", [1, 2])
def test_a_stage_that_raises_fails_on_that_report_alone(workers: int) -> None:
    assert outcomes(workers, "One", "raise", "Two") == [(1, None), (0, "ValueError: as the text says"), (1, None)]


def test_a_report_that_kills_its_process_fails_alone() -> None:
    assert outcomes(2, "One", "Two", "die", "Three", "Four") == [(1, None)] * 2 + [(0, DIED)] + [(1, None)] * 2


def test_each_worker_opens_its_stages_in_its_own_process() -> None:
    (_, (_, process)) = outcomes(2, "One", "who")
    assert process is not None
    assert process.removeprefix("ValueError: ") != str(os.getpid())


def test_arrivals_are_taken_only_as_the_workers_need_them() -> None:
    taken = 0

    def endless() -> Iterator[Arrival]:
        nonlocal taken
        while True:
            taken += 1
            yield arrival(f"Report {taken}")

    with closing(engine_for(2)((WholeStage(),), Context(), endless())) as found:
        next(found)
    assert taken == 2 * AHEAD


@pytest.mark.parametrize("workers", [0, -1])
def test_there_must_be_somebody_to_read(workers: int) -> None:
    with pytest.raises(PipelineError, match="cannot be read by"):
        engine_for(workers)


def test_records_that_arrived_with_the_report_do_not_come_back() -> None:
    given = arrival("One", title="A title")
    (outcome,) = engine_for(1)((WholeStage(),), Context(), [given])
    assert {type(record) for record in outcome.records} == {Paragraph}


def test_only_the_engine_knows_of_processes() -> None:
    import dateline

    package = Path(dateline.__file__).parent
    users = [
        path.relative_to(package).parts[0]
        for path in package.rglob("*.py")
        if "multiprocessing" in path.read_text() or "concurrent.futures" in path.read_text()
    ]
    assert set(users) == {"engine"}
