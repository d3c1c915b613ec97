"""A lock whose holder does not get it again before those who wait for it."""

from __future__ import annotations

import time
from threading import Lock, get_ident


class Turns:
    """Whoever waits comes before the one that lets go; a thread that has the lock may take it once more.

    A lock of the standard library goes to whoever is quickest, which is a thread that lets go and asks again.
    """

    def __init__(self) -> None:
        self._next = Lock()  # had by the one that waits for the lock itself
        self._lock = Lock()
        self._holder: int | None = None
        self._taken = 0

    def acquire(self, timeout: float = -1) -> bool:
        """False if it cannot be had in so many seconds; -1 waits as long as it takes."""
        if self._holder != get_ident():
            until = time.monotonic() + timeout
            if not self._next.acquire(timeout=timeout):
                return False
            try:
                if not self._lock.acquire(timeout=max(0.0, until - time.monotonic()) if timeout >= 0 else -1):
                    return False
            finally:
                self._next.release()
            self._holder = get_ident()
        self._taken += 1
        return True

    def release(self) -> None:
        """Let go of it as often as it was taken."""
        self._taken -= 1
        if not self._taken:
            self._holder = None
            self._lock.release()

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        self.release()
