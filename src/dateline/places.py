"""Where inputs stand: the location and the digest of each, the file that it lies in, and what was read there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

type Place = tuple[str, str]  # location and digest of an input

_RECORDS = re.compile(r"(?:#\d+)+\Z")
_STEP = re.compile(r"(![^!#]*|#(?!\d))|#(\d+)")  # a member's name, or a part of it; a record's number


class Known:
    """What a story knows of its inputs: by the file that they lie in, and by the reports that stand there."""

    def __init__(
        self, inputs: Iterable[Place], homes: Mapping[str, Place], duplicates: Mapping[str, Iterable[Place]]
    ) -> None:
        self.places: dict[str, set[Place]] = defaultdict(set)  # by file
        for place in inputs:
            self.places[file_of(place[0])].add(place)
        self._reports: dict[Place, set[str]] = defaultdict(set)
        for report, home in homes.items():
            for place in (home, *duplicates.get(report, ())):
                self._reports[place].add(report)

    def reports_at(self, place: Place) -> set[str]:
        """The reports that have their home at a place, or stand there a second time."""
        return self._reports.get(place, set())


def file_of(location: str) -> str:
    """The user's file in which an input lies: its location without a member of an archive or a record's number."""
    return _RECORDS.sub("", location.partition("!")[0])


def way_to(location: str) -> tuple[str, tuple[tuple[str, int], ...], str]:
    """A location as its file and the way to it inside: a key by which record 10 comes after record 9."""
    file = file_of(location)
    steps = _STEP.findall(location[len(file) :])
    return file, tuple((name, int(number or 0)) for name, number in steps), location
