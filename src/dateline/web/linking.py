"""Linking by decisions while pages are read: one thread at most, however many decisions come."""

from __future__ import annotations

from pathlib import Path
from threading import Condition, Thread

from dateline.errors import DatelineError
from dateline.pipeline import default_pipeline

UNDER_WAY = (
    "The story is being linked by the last decisions; load the page again in a moment to see what they changed."
)
LEFT = "Reports wait to be read, or the story was made by other settings: the next build links by the decisions."


class Linking:
    """Links a story anew when it is told that there are decisions."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed = Condition()
        self._asked = False
        self._running = False
        self._said = ""

    @property
    def state(self) -> str:
        """What is to be said about it on a page; nothing where all is linked."""
        with self._changed:
            return UNDER_WAY if self._running else self._said

    def ask(self) -> None:
        """There is something to link by; returns at once."""
        with self._changed:
            self._asked = True
            if not self._running:
                self._running = True
                Thread(target=self._work, name="linking", daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Until nothing is under way; False if it still is after that time."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._running, seconds)

    def _work(self) -> None:
        while self._next():
            said = self._link()
            with self._changed:
                self._said = said

    def _next(self) -> bool:
        """True if there is something to do; several decisions are linked by at once."""
        with self._changed:
            self._running, self._asked = self._asked, False
            if not self._running:
                self._changed.notify_all()
            return self._running

    def _link(self) -> str:
        try:
            return "" if default_pipeline().link(self._path) else LEFT
        except DatelineError as error:
            return f"Linking by the decisions failed: {error}. {error.hint or ''}".strip()
        except Exception as error:  # whatever it is, the page must say so
            return f"Linking by the decisions failed: {type(error).__name__}: {error}. The decisions are kept."
