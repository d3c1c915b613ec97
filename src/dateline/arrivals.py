"""New files into the story: what is known already, what stands twice, what is no report.

A file is known by its location and its bytes, and is not read again. A file whose bytes have changed is a new
input; the reports that were read from it before stay, the rejections go. The same report (the same id) in several
places has its home in the smallest location, and each other place is a rejection: whatever the order of the
files and of the builds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.ids import content_id
from dateline.intake import InputFile, PassedOver, digest_of, read_file
from dateline.model import Arrival, Furniture, MetadataCandidate, Rejection, RejectionCode
from dateline.progress import Meter
from dateline.settings import Settings
from dateline.story import Store, Story

# The names in the ledger, with their units.
INTAKE = "intake"  # "<digest> <location>" of a file, with what its reader rejected; the id of a report
DUPLICATES = "duplicates"  # "<id>:<digest> <location>" of another place where a report stands
READING = "reading"  # the id of a report
FAILED = "failed"  # "<id> <location>" of a report that a stage failed on: it is rejected, but it keeps its home
BEFORE_LINKING = frozenset({INTAKE, DUPLICATES, READING, FAILED})
VERSION = "1"  # of intake

_RECORDS = re.compile(r"(?:#\d+)+\Z")
_STEP = re.compile(r"(![^!#]*|#(?!\d))|#(\d+)")  # a member's name, or a part of it; a record's number


class Intake:
    """The first step of a build. It counts inputs as they come, not as they are stored."""

    def __init__(self, store: Store, settings: Settings, reading_version: str) -> None:
        self._store = store
        self._settings = settings
        self._reading_version = reading_version
        self._homes = {id_: (location, digest) for id_, location, digest in store.places()}
        self._inputs = set(self._homes.values()) | self._rejected()
        self._failed: set[str] = set()
        for unit, entry in store.ledger(FAILED).items():
            if entry.version == reading_version:
                report, _, location = unit.partition(" ")
                self._failed.add(report)
                self._homes[report] = (location, entry.digest)
        self._duplicates: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for unit in store.ledger(DUPLICATES):
            report, place = _duplicate_of(unit)
            self._duplicates[report].add(place)
        self.taken_in = 0
        self.passed_over: list[PassedOver] = []  # in the archives that were read

    @property
    def inputs(self) -> int:
        """How many inputs the story was ever given: location and bytes tell them apart."""
        return len(self._inputs)

    def take_in(self, files: Iterable[InputFile], meter: Meter) -> None:
        """Read the files that the story does not know by their location, each as a whole or not at all."""
        given = {f"{digest_of(file)} {file.location}": file for file in files}
        self._forget_failures({file.location for file in given.values()})
        earlier = self._units_by_file()
        for unit, file in sorted(given.items(), key=lambda item: (item[1].location, item[0])):
            unreadable = unit.startswith(" ")  # no digest: it may be readable by now
            if unreadable or (INTAKE, unit) not in earlier[file.location]:
                with self._store.atomic():
                    self._drop([entry for entry in earlier[file.location] if entry[1] not in given])
                    self._take_in(file, unit)
            meter.advance(file.location)

    def _take_in(self, file: InputFile, unit: str) -> None:
        digest = unit.partition(" ")[0]
        rejections: dict[str, Rejection] = {}
        for item in self._items(file, digest):
            if isinstance(item, PassedOver):
                self.passed_over.append(item)
                continue
            given = item if isinstance(item, Rejection) else item.report
            self.taken_in += (given.location, given.digest) not in self._inputs
            self._inputs.add((given.location, given.digest))
            if isinstance(item, Rejection):
                rejections[item.id] = item
            else:
                self._admit(item)
        self._store.replace(INTAKE, unit, rejections.values(), version=VERSION, digest=digest)

    def _items(self, file: InputFile, digest: str) -> Iterator[Arrival | Rejection | PassedOver]:
        """What a reader makes of a file; if it raises, the rest of the file is rejected."""
        try:
            yield from read_file(file, self._settings)
        except Exception as error:  # whatever a library does with a file, the run goes on
            reason = f"the reader failed: {type(error).__name__}: {error}"
            yield rejection_of(file.location, digest, RejectionCode.FAILED, reason)

    def _admit(self, arrival: Arrival) -> None:
        """Keep a report, or reject it: it stands elsewhere already."""
        report = arrival.report
        here = (report.location, report.digest)
        home = self._homes.get(report.id)
        if home is None:
            self._write(arrival)
        elif home == here:
            return
        elif _place(home[0]) <= _place(report.location):
            self._reject(report.id, [here], home[0])
            return
        else:
            self._move(arrival)
            self._reject(report.id, [home, *self._duplicates[report.id]], report.location)
        self._homes[report.id] = here

    def _reject(self, report: str, places: Iterable[tuple[str, str]], home: str) -> None:
        """Say of each place (location, digest) where the home of the report that stands there is."""
        for location, digest in sorted(places):
            reason = f"the same report stands at {home}"
            rejection = rejection_of(location, digest, RejectionCode.DUPLICATE, reason)
            unit = f"{report}:{digest} {location}"
            self._store.replace(DUPLICATES, unit, [rejection], version=VERSION, digest=digest)
            self._duplicates[report].add((location, digest))

    def _move(self, arrival: Arrival) -> None:
        """Give a known report a new home; it is read anew only if it looks different there, or failed before."""
        report = arrival.report
        if report.id in self._failed:
            self._forget(FAILED, f"{report.id} {self._homes[report.id][0]}")
        else:
            old = stored_arrival(self._store.story, report.id)
            known = replace(old.report, location=report.location, digest=report.digest)
            if replace(old, report=known) != arrival:
                self._store.keep_stages(BEFORE_LINKING)  # links point to records that are about to go
                self._store.delete(READING, report.id)
        self._write(arrival)

    def _write(self, arrival: Arrival) -> None:
        records = (arrival.report, *arrival.furniture, *arrival.candidates)
        self._store.replace(INTAKE, arrival.report.id, records, version=VERSION, digest=arrival.report.digest)

    def _drop(self, units: Iterable[tuple[str, str]]) -> None:
        """Delete rejections of a file whose bytes have changed."""
        before = self._rejected()
        for stage, unit in units:
            self._forget(stage, unit)
        self._store.story.forget([Rejection])
        self._inputs -= before - self._rejected()

    def _forget_failures(self, locations: set[str]) -> None:
        """Let files be read again in which other versions of the stages failed on a report."""
        failures = self._store.ledger(FAILED)
        outdated = {unit for unit, entry in failures.items() if entry.version != self._reading_version}
        with self._store.atomic():
            for location, units in self._units_by_file().items():
                if location in locations and any(unit in outdated for _, unit in units):
                    self._drop(units)

    def _units_by_file(self) -> dict[str, list[tuple[str, str]]]:
        """Ledger units (stage, unit) of files and rejections, by the location of the file."""
        units = defaultdict(list)
        for stage in (INTAKE, DUPLICATES, FAILED):
            for unit in self._store.ledger(stage):
                location = unit.partition(" ")[2]  # empty for the unit of a report
                units[file_of(location)].append((stage, unit))
        return units

    def _forget(self, stage: str, unit: str) -> None:
        """Delete a unit; a report that failed no longer has its home there, nor a copy its duplicate."""
        self._store.delete(stage, unit)
        if stage == DUPLICATES:
            copied, place = _duplicate_of(unit)
            self._duplicates[copied].discard(place)
        report = unit.partition(" ")[0]
        if stage == FAILED and report in self._failed:
            self._failed.remove(report)
            del self._homes[report]

    def _rejected(self) -> set[tuple[str, str]]:
        return {(rejection.location, rejection.digest) for rejection in self._store.story.rejections()}


def rejection_of(location: str, digest: str, code: RejectionCode, reason: str) -> Rejection:
    """A rejection of an input; one for each input and code."""
    return Rejection(
        id=content_id("x", location, digest, code), location=location, digest=digest, code=code, reason=reason
    )


def stored_arrival(story: Story, report: str) -> Arrival:
    """A report as it came in."""
    return Arrival(
        report=story.report(report),
        furniture=tuple(story.in_report(Furniture, report)),
        candidates=tuple(story.in_report(MetadataCandidate, report)),
    )


def _duplicate_of(unit: str) -> tuple[str, tuple[str, str]]:
    """The report, and the location and digest of its other place, that a unit of DUPLICATES is about."""
    head, _, location = unit.partition(" ")
    report, _, digest = head.partition(":")
    return report, (location, digest)


def file_of(location: str) -> str:
    """The user's file in which an input lies: its location without a member of an archive or a record's number."""
    return _RECORDS.sub("", location.partition("!")[0])


def _place(location: str) -> tuple[str, tuple[tuple[str, int], ...], str]:
    """A location as its file and the way to it inside, so that record 10 comes after record 9."""
    file = file_of(location)
    steps = _STEP.findall(location[len(file) :])
    return file, tuple((name, int(number or 0)) for name, number in steps), location
