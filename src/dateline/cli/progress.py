"""How far a build has come: one moving line on a terminal, plain lines now and then anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bars

from dateline.cli.terminal import Paper
from dateline.progress import Listener, Progress, Step
from dateline.story.wording import count_of

_SECONDS_BETWEEN_LINES = 10.0  # off a terminal: enough to see that it moves, few enough to read later
_MINUTE, _HOUR = 60, 3600
_ITEMS = {Step.INTAKE: "file", Step.READING: "report", Step.LINKING: "stage"}


@contextmanager
def reporting(out: Console) -> Iterator[Listener]:
    """A listener for a build that shows on `out` how far it has come."""
    if not out.is_terminal:
        yield _Lines(Paper(out))
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    with Bars(*columns, console=out, transient=True) as bars:
        yield _on_bars(bars)


def _on_bars(bars: Bars) -> Callable[[Progress], None]:
    task = bars.add_task("starting", total=None, pace="")

    def listen(now: Progress) -> None:
        bars.update(task, description=now.step.value, completed=now.done, total=now.total, pace=pace(now))

    return listen


class _Lines:
    """A line at the end of each step, and one every few seconds of a long one."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._last = 0.0  # seconds into the step

    def __call__(self, now: Progress) -> None:
        if now.done == 0:
            self._last = 0.0
        ended = now.done == now.total > 0
        if ended or now.seconds - self._last >= _SECONDS_BETWEEN_LINES:
            self._last = now.seconds
            words = (f"{now.step.value}: {now.done:,} of {count_of(now.total, _ITEMS[now.step])}", pace(now))
            self._paper.line(", ".join(word for word in words if word))


def pace(now: Progress) -> str:
    """`12.5 reports/s, 40 s left`; after the end, how long the step took."""
    if now.rate is None or now.remaining is None:
        return ""
    time = f"took {duration(now.seconds)}" if now.done == now.total else f"{duration(now.remaining)} left"
    if now.step is Step.LINKING:  # its few stages are not alike: a rate would say nothing
        return time
    return f"{now.rate:,.3g} {_ITEMS[now.step]}s/s, {time}"


def duration(seconds: float) -> str:
    """`0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`."""
    if seconds < _MINUTE:
        return f"{seconds:.2g} s"
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes} min {rest} s" if seconds < _HOUR else f"{minutes // 60} h {minutes % 60} min"
