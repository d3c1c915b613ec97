"""The reading room: one story, laid out once for all requests and anew when a build has changed it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import BusyError
from dateline.ids import digest
from dateline.story import Story
from dateline.story.open_file import open_to_read
from dateline.web.desk import Desk
from dateline.web.linking import Linking
from dateline.web.run import run_of
from dateline.web.turns import Turns

_KEPT = 100_000  # records and lists of a story: some hundred megabytes, and all of a story of some hundred reports
_OPCODES = 20_000  # of SQLite's machine between two looks at the clock: a few milliseconds


class ReadingRoom:
    """Lends the desk to one request at a time; what was read for one is kept for the next.

    `patience` is what a request may wait, and then what its questions to the story file may take, in seconds.
    """

    def __init__(self, path: str | Path, patience: float = 20.0) -> None:
        self.path = Path(path)
        self.linking = Linking(self.path)
        self._patience = patience
        self._lock = Turns()
        self._desk = self._opened()
        self._seen = self._changes()
        self._run = run_of(self._desk.story.connection)

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """The story as it is now, until the block ends; BusyError if it cannot be had or read in time."""
        if not self._lock.acquire(timeout=self._patience):
            raise BusyError("other requests are still being read for", "wait a moment, then load the page again")
        try:
            self._renew()
            self._desk.story.trim(_KEPT)
            with self._snapshot(), self._deadline():
                yield self._desk
        finally:
            self._lock.release()

    @property
    def run(self) -> str:
        """What pages are made of, as a short digest: another after each build and each decision."""
        with self._lock:
            self._renew()
            return self._run

    @property
    def edition(self) -> str:
        """The same, and another once something is ready that takes long: what a page may look like by."""
        with self._lock:
            ready = sorted(self._desk.ready)
            return digest(self.run, *ready) if ready else self.run

    def give(self, run: str, name: str, value: object) -> None:
        """Something that took long and is ready now; dropped, if it was made of another state of the story."""
        with self._lock:
            if self.run == run:
                self._desk.ready[name] = value

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._desk.story.close()

    def _opened(self) -> Desk:
        # Requests are answered by several threads; the lock sees to it that they read one after the other.
        return Desk(Story(open_to_read(self.path, any_thread=True)))

    def _renew(self) -> None:
        if self._changes() != self._seen:
            self._desk.story.close()
            self._desk = self._opened()
            self._seen = self._changes()
            self._run = run_of(self._desk.story.connection)

    @contextmanager
    def _snapshot(self) -> Iterator[None]:
        """Whatever a build writes meanwhile, one request sees one state of the story."""
        connection = self._desk.story.connection
        connection.execute("BEGIN")
        try:
            connection.execute("SELECT 1 FROM ledger LIMIT 1")  # only a read takes the snapshot
            if self._changes() != self._seen:
                raise BusyError("the story is being written to", "load the page again")
            yield
        finally:
            connection.execute("COMMIT")

    def _changes(self) -> int:
        """A number that is another one once somebody else has written to the file."""
        (number,) = self._desk.story.connection.execute("PRAGMA data_version").fetchone()
        return int(number)

    @contextmanager
    def _deadline(self) -> Iterator[None]:
        connection = self._desk.story.connection
        until = time.monotonic() + self._patience
        connection.set_progress_handler(lambda: time.monotonic() > until, _OPCODES)
        try:
            yield
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            raise BusyError(
                "the question takes too long", "ask for less: a shorter time, one actor, rarer words"
            ) from error
        finally:
            connection.set_progress_handler(None, 0)
