"""Reads in worker processes. Each loads the models once; only arrivals go in and only records come back."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import wait

from dateline.engine.outcome import Outcome, outcome_of
from dateline.model import Arrival
from dateline.settings import Settings
from dateline.stage import Context, ReportStage

# Arrivals handed out for each worker and not yet collected: enough that none waits for the parent's writing,
# few enough that memory does not grow with the story.
AHEAD = 4
DIED = "the process that read it died; it may need more memory than there is"

_opened: tuple[ReportStage, ...] = ()  # this worker's stages


@dataclass(frozen=True, slots=True)
class Pool:
    """An engine of a fixed number of processes."""

    workers: int

    def read(
        self, stages: tuple[ReportStage, ...], context: Context, arrivals: Iterable[Arrival]
    ) -> Generator[Outcome]:
        """Outcomes in the order of the arrivals, whichever is done first."""
        waiting = iter(arrivals)
        while True:
            pending: deque[tuple[Arrival, Future[Outcome]]] = deque()
            try:
                yield from self._read(stages, context.settings, waiting, pending)
            except BrokenProcessPool:
                # One of the pending reports has killed its worker, and the others with it: each alone tells which.
                for arrival, _ in pending:
                    yield _read_alone(stages, context.settings, arrival)
            else:
                return

    def _read(
        self,
        stages: tuple[ReportStage, ...],
        settings: Settings,
        waiting: Iterator[Arrival],
        pending: deque[tuple[Arrival, Future[Outcome]]],
    ) -> Iterator[Outcome]:
        """Keep the workers busy; `pending` holds what was handed out and not yet collected."""
        executor = _executor(self.workers, stages, settings)
        try:
            for arrival in waiting:
                pending.append((arrival, _dispatch(executor, arrival)))
                if len(pending) >= AHEAD * self.workers:
                    yield _collect(pending)
            while pending:
                yield _collect(pending)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)


def _collect(pending: deque[tuple[Arrival, Future[Outcome]]]) -> Outcome:
    """The outcome of the report that was handed out first; it stays pending if its worker died."""
    outcome = pending[0][1].result()
    pending.popleft()
    return outcome


def _dispatch(executor: ProcessPoolExecutor, arrival: Arrival) -> Future[Outcome]:
    """Hand out one report; a pool that has just broken says so when the report is collected."""
    try:
        return executor.submit(_read_here, arrival)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _read_alone(stages: tuple[ReportStage, ...], settings: Settings, arrival: Arrival) -> Outcome:
    with _executor(1, stages, settings) as executor:
        try:
            return executor.submit(_read_here, arrival).result()
        except BrokenProcessPool:
            return Outcome(arrival.report.id, (), DIED)


def _executor(workers: int, stages: tuple[ReportStage, ...], settings: Settings) -> ProcessPoolExecutor:
    # "spawn": a forked copy of a process that has opened SQLite or started threads is not safe to use.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_open, initargs=(stages, settings))


def _open(stages: tuple[ReportStage, ...], settings: Settings) -> None:
    """Prepare this worker: Ctrl-C is the parent's business, and no worker outlives it."""
    global _opened  # what an initializer leaves for the calls that follow
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    context = Context(settings)
    for stage in stages:
        stage.open(context)
    _opened = stages


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _read_here(arrival: Arrival) -> Outcome:
    return outcome_of(_opened, arrival)
