"""How a build says how far it has come."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from dateline.cli.progress import duration, pace, reporting
from dateline.progress import Progress, Step


def lines_of(*given: Progress) -> list[str]:
    out = StringIO()
    with reporting(Console(file=out, width=80)) as listener:
        for each in given:
            listener(each)
    return out.getvalue().splitlines()


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.42, "0.42 s"), (12.3, "12 s"), (200, "3 min 20 s"), (7500, "2 h 5 min")]
)
def test_a_duration_is_as_fine_as_one_wants_to_know(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_a_running_step_tells_its_rate_and_the_time_that_is_left() -> None:
    assert pace(Progress(Step.READING, 20, 100, 10.0, "a")) == "2 reports/s, 40 s left"


def test_a_step_that_has_ended_tells_how_long_it_took() -> None:
    assert pace(Progress(Step.INTAKE, 20, 20, 10.0, "a")) == "2 files/s, took 10 s"


def test_linking_has_no_rate_for_its_stages_are_not_alike() -> None:
    assert pace(Progress(Step.LINKING, 7, 7, 0.5, "timeline")) == "took 0.5 s"


def test_one_file_is_singular() -> None:
    assert lines_of(Progress(Step.INTAKE, 1, 1, 0.5, "a"))[0].startswith("intake: 1 of 1 file, ")


def test_off_a_terminal_the_end_of_a_step_is_one_plain_line() -> None:
    given = [Progress(Step.READING, done, 3, done / 2, "a") for done in range(4)]
    assert lines_of(*given) == ["reading: 3 of 3 reports, 2 reports/s, took 1.5 s"]


def test_off_a_terminal_a_long_step_tells_every_ten_seconds() -> None:
    given = [Progress(Step.READING, done, 1000, done, "a") for done in range(35)]
    assert [line.split(" of ")[0] for line in lines_of(*given)] == ["reading: 10", "reading: 20", "reading: 30"]


def test_a_step_with_nothing_to_do_is_not_mentioned() -> None:
    assert lines_of(Progress(Step.READING, 0, 0, 0.0, "")) == []


def test_on_a_terminal_it_is_one_line_that_goes_away() -> None:
    out = StringIO()
    with reporting(Console(file=out, width=80, force_terminal=True)) as listener:
        listener(Progress(Step.READING, 1, 2, 1.0, "a"))
    assert "1/2" in out.getvalue()
    assert out.getvalue().endswith("\x1b[2K")
