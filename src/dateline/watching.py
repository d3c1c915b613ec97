"""Watching a folder: what has arrived whole is taken into the story, a build for each batch.

A file is whole when its size and its time of change are the same at two looks, one pause apart: nothing tells from
outside when a download or a copy has ended. Looking costs a listing of the folder, and needs no library.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

type Look = dict[Path, tuple[int, int]]  # size in bytes and time of change in ns of each file


def look_at(folder: Path) -> Look:
    """All files below a folder that are not hidden; one that vanishes meanwhile is left out."""
    seen: Look = {}
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(here, name)
            if not name.startswith("."):
                try:
                    told = path.stat()
                except OSError:
                    continue
                seen[path] = (told.st_size, told.st_mtime_ns)
    return seen


def batches(folder: Path, pause: Callable[[], None], *, once: bool = False) -> Iterator[frozenset[Path]]:
    """At each batch the files that are still arriving, to be held back; the first one as soon as it is known.

    `pause` waits between two looks. With `once` there is one batch, of what is whole after one pause.
    """
    built: Look | None = None
    before = look_at(folder)
    while True:
        pause()
        now = look_at(folder)
        arriving = frozenset(path for path, told in now.items() if before.get(path) != told)
        whole = {path: told for path, told in now.items() if path not in arriving}
        if built is None or whole != {path: told for path, told in built.items() if path not in arriving}:
            yield arriving
            built = whole
        if once:
            return
        before = now
