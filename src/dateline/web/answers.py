"""Pages that were written before: the same address of the same story is not written twice."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

MOST = 200  # pages: some 20 MB, if each were as heavy as a page may be


class Answers:
    """The pages asked for last, by the state of the story and their addresses; for all threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._pages: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, state: str, address: str) -> bytes | None:
        """The page, if it was written when the story was the same."""
        with self._lock:
            if (state, address) in self._pages:
                self._pages.move_to_end((state, address))
            return self._pages.get((state, address))

    def keep(self, state: str, address: str, page: bytes) -> None:
        """Keep a page, and let go of the one that was not asked for the longest."""
        with self._lock:
            self._pages[state, address] = page
            while len(self._pages) > self._most:
                self._pages.popitem(last=False)
