"""Lays a story out before anybody asks, and again after each change: the first page need not wait for all of it.

One table after the other, each in a visit of its own: a request that comes meanwhile waits for one table at most,
and finds what there is already. What was read before the time of a visit ended is kept, so that a table of a very
long story is ready after several. The brief of a long story is chosen beside the requests, from the file as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

from dateline.errors import DatelineError
from dateline.story import open_story
from dateline.story.brief.shortlist import is_long
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import PAGES, overview
from dateline.web.parts import brief
from dateline.web.room import ReadingRoom

LOOK = 1.0  # seconds between two looks whether the story has changed: a person hardly notices a wait that long
TRIES = 5  # visits that one table may take

TABLES: tuple[Callable[[Desk], object], ...] = (
    lambda desk: overview.show(desk, Asked(overview.PAGE.path)),  # what a reader sees first
    lambda desk: desk.disputed,
    lambda desk: desk.directory.time_weights,
    lambda desk: desk.acts,
    lambda desk: desk.somebodies,
    lambda desk: desk.speech,
    lambda desk: desk.report_rows,
    lambda desk: desk.questions,
    *(lambda desk, page=page: page.show(desk, Asked(page.path)) for page in PAGES if page.key),
)


class Warming:
    """Keeps a room warm until it is closed."""

    def __init__(self, room: ReadingRoom) -> None:
        self._room = room
        self._closed = Event()
        self._thread = Thread(target=self._work, name="warming", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop after the table at hand."""
        self._closed.set()
        self._thread.join()

    def _work(self) -> None:
        warm = None
        while not self._closed.is_set():
            try:
                run = self._room.run
                if run != warm and lay_out(self._room, self._closed.is_set):
                    choose_brief(self._room, run)
                    warm = run
            except DatelineError:
                pass  # a file that is being replaced: the next look finds it as it is then
            self._closed.wait(LOOK)


def lay_out(room: ReadingRoom, closed: Callable[[], bool] = lambda: False) -> bool:
    """Read every table of the story as it is now; False if it was closed or changed before all were read."""
    run = room.run
    for table in TABLES:
        for _ in range(TRIES):
            if closed() or room.run != run:
                return False
            try:
                with room.desk() as desk:
                    table(desk)
                break
            except DatelineError:
                continue  # busy, or out of time: what was read so far is kept
    return True


def choose_brief(room: ReadingRoom, run: str) -> None:
    """The brief of a long story as it is in this run, with a connection of its own: no request waits for it."""
    with open_story(room.path) as story:
        if is_long(story):
            room.give(run, brief.NAME, brief.brief(Desk(story), brief.SENTENCES))
