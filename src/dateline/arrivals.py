"""New files into the story: what is known already, what stands twice, what is no report.

A file is known by its location and its bytes, and is not read again, unless it is read in another way now. A file
whose bytes have changed is a new input; the reports that were read from it before stay until they are pruned, the
rejections go. The same report (the same id) in several places has its home in the smallest location, and each
other place is a rejection: whatever the order of the files and of the builds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from dateline import ids
from dateline.ids import content_id
from dateline.intake import InputFile, PassedOver, Scan, digest_of, read_file
from dateline.model import Arrival, Furniture, MetadataCandidate, Rejection, RejectionCode
from dateline.places import Known, Place, file_of, way_to
from dateline.progress import Meter, Step
from dateline.settings import Settings
from dateline.story import Store, Story
from dateline.story.decisions import DECISIONS

# The names in the ledger, with their units.
INTAKE = "intake"  # "<digest> <location>" of a file, with what its reader rejected; the id of a report
DUPLICATES = "duplicates"  # "<id>:<digest> <location>" of another place where a report stands
READING = "reading"  # the id of a report
FAILED = "failed"  # "<id> <location>" of a report that a stage failed on: it is rejected, but it keeps its home
STALE = "stale"  # "<digest> <location>" of an input that its file, changed since, no longer gives
BEFORE_LINKING = frozenset({INTAKE, DUPLICATES, READING, FAILED, STALE, DECISIONS})
VERSION = "1"  # of intake


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
        self._duplicates: dict[str, set[Place]] = defaultdict(set)
        for unit in store.ledger(DUPLICATES):
            report, place = _duplicate_of(unit)
            self._duplicates[report].add(place)
        self._version = f"{VERSION} {ids.digest(settings.field_names, settings.outlets)}"
        self._known = Known(self._inputs, self._homes, self._duplicates)
        self._stale: set[Place] = set(map(_stale_place, store.ledger(STALE)))
        self.changed: set[str] = set()  # files whose bytes were others in an earlier build
        self.forgotten = 0  # inputs, by pruning
        self.taken_in = 0
        self.passed_over: list[PassedOver] = []  # in the archives that were read

    @property
    def inputs(self) -> int:
        """How many inputs the story was ever given: location and bytes tell them apart."""
        return len(self._inputs)

    def take_in(self, files: Iterable[InputFile], meter: Meter, anew: Set[str] = frozenset()) -> None:
        """Read the files that the story does not know as they are, each as a whole or not at all.

        `anew`: locations of files that are read though they are known.
        """
        given = {f"{digest_of(file)} {file.location}": file for file in files}
        self._forget_failures({file.location for file in given.values()})
        earlier, read = self._units_by_file(), self._read_as_now()
        for unit, file in sorted(given.items(), key=lambda item: (item[1].location, item[0])):
            if unit not in read or file.location in anew:
                with self._store.atomic():
                    gone = [entry for entry in earlier[file.location] if entry[1] not in given]
                    self._drop(gone)
                    seen = self._take_in(file, unit)
                    if any(stage == INTAKE for stage, _ in gone):
                        self.changed.add(file.location)
                        self._mark_stale(file.location, seen, given)
                    elif (INTAKE, unit) in earlier[file.location]:
                        self._forget_rest(file.location, seen)
            meter.advance(file.location)

    def _read_as_now(self) -> set[str]:
        """Units of files that need not be read again: in the same way they would give the same."""
        missing = {
            file_of(rejection.location)
            for rejection in self._store.story.rejections()
            if rejection.code is RejectionCode.NEEDS_EXTRA  # it may be installed by now
        }
        return {
            unit
            for unit, entry in self._store.ledger(INTAKE).items()
            if entry.version == self._version
            and not unit.startswith(" ")  # no digest: it may be readable by now
            and unit.partition(" ")[2] not in missing
        }

    def _take_in(self, file: InputFile, unit: str) -> set[Place]:
        """Read a file; the places of all inputs in it."""
        digest = unit.partition(" ")[0]
        rejections: dict[str, Rejection] = {}
        seen: set[Place] = set()
        for item in self._items(file, digest):
            if isinstance(item, PassedOver):
                self.passed_over.append(item)
                continue
            given = item if isinstance(item, Rejection) else item.report
            place = (given.location, given.digest)
            self.taken_in += place not in self._inputs
            seen.add(place)
            self._replace_at(place, None if isinstance(item, Rejection) else item.report.id)
            self._inputs.add(place)
            if isinstance(item, Rejection):
                rejections[item.id] = item
            else:
                self._admit(item)
        self._store.replace(INTAKE, unit, rejections.values(), version=self._version, digest=digest)
        return seen

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
            if report.id not in self._failed:
                self._move(arrival)
            return
        elif way_to(home[0]) <= way_to(report.location):
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
            if _is_same(replace(old, report=known), arrival):
                if known == old.report:
                    return
            else:
                self._store.keep_stages(BEFORE_LINKING)  # links point to records that are about to go
                self._store.delete(READING, report.id)
        self._write(arrival)

    def _write(self, arrival: Arrival) -> None:
        records = (arrival.report, *arrival.furniture, *arrival.candidates)
        self._store.replace(INTAKE, arrival.report.id, records, version=VERSION, digest=arrival.report.digest)

    # --- what is no longer there

    def vanished(self, scan: Scan) -> set[str]:
        """Files that the story knows in the given folders, and that are not there any more."""
        here = {file.location for file in scan.inputs} | {passed.location for passed in scan.passed_over}
        known = {unit.partition(" ")[2] for unit in self._store.ledger(INTAKE)} - here
        return {location for location in known if location.startswith(tuple(f"{name}/" for name in scan.folders))}

    def stale(self) -> set[str]:
        """Files from which reports are kept that are no longer in them."""
        return {file_of(location) for location, _ in self._stale}

    def forget(self, vanished: set[str], files: Iterable[InputFile]) -> None:
        """Forget what only vanished files and the earlier bytes of changed files gave.

        A report that stands elsewhere too gets its home there, and is read there again if that file is given.
        """
        if again := self._prune(vanished):
            given = [file for file in files if file.location in again]
            self.take_in(given, Meter(Step.INTAKE, len(given), None), again)

    def _prune(self, vanished: set[str]) -> set[str]:
        """Forget; the files that are new homes of reports."""
        gone = {place for place in self._inputs if file_of(place[0]) in vanished} | self._stale
        units = [entry for file, entries in self._units_by_file().items() if file in vanished for entry in entries]
        if not gone and not units:
            return set()
        again: set[str] = set()
        with self._store.atomic():
            self._store.keep_stages(BEFORE_LINKING)  # links point to records that are about to go
            for place in sorted(gone):
                again |= self._forget_at(place, gone)
            self._drop(units)
            for unit in self._store.ledger(STALE):
                self._store.delete(STALE, unit)
            self._stale.clear()
        self.forgotten += len(gone & self._inputs)
        self._inputs -= gone
        self._known = Known(self._inputs, self._homes, self._duplicates)
        return again

    def _mark_stale(self, file: str, seen: set[Place], given: Iterable[str]) -> None:
        """Note which inputs a file gave with its earlier bytes and gives no more."""
        if sum(unit.partition(" ")[2] == file for unit in given) > 1:  # two folders of one name: both are there
            return
        for location, digest in self._known.places[file] - seen & self._inputs:
            self._stale.add((location, digest))
            self._store.replace(STALE, f"{digest} {location}", (), version=VERSION, digest=digest)

    def _replace_at(self, place: Place, report: str | None) -> None:
        """Forget another report that was read at this very place before: it is read in another way now."""
        if place in self._stale:
            self._stale.discard(place)
            self._store.delete(STALE, f"{place[1]} {place[0]}")
        if self._known.reports_at(place) - {report}:
            self._store.keep_stages(BEFORE_LINKING)
            self._forget_at(place, {place}, but=report)

    def _forget_rest(self, file: str, seen: set[Place]) -> None:
        """Forget inputs that a file with the same bytes gave before, and does not give as it is read now."""
        rest = self._known.places[file] - seen - self._stale
        if any(self._known.reports_at(place) for place in rest):
            self._store.keep_stages(BEFORE_LINKING)  # links point to records that are about to go
        for place in sorted(rest):
            self._forget_at(place, rest)
        self._inputs -= rest

    def _forget_at(self, place: Place, gone: set[Place], but: str | None = None) -> set[str]:
        """Forget that reports stand at a place; the files that are the new homes of those that stand elsewhere."""
        location, digest = place
        again = set()
        for report in sorted(self._known.reports_at(place) - {but}):
            if self._homes.get(report) != place:
                self._store.delete(DUPLICATES, f"{report}:{digest} {location}")
                self._duplicates[report].discard(place)
            elif others := self._duplicates[report] - gone:
                again.add(self._rehome(report, min(others, key=lambda other: way_to(other[0]))))
            elif report in self._failed:
                self._forget(FAILED, f"{report} {location}")
            else:
                self._store.delete(INTAKE, report)
                self._store.delete(READING, report)
                del self._homes[report]
        return again

    def _rehome(self, report: str, place: Place) -> str:
        """Give a report one of its other places for a home, as it is; the file of that place."""
        location, digest = place
        self._store.delete(DUPLICATES, f"{report}:{digest} {location}")
        self._duplicates[report].discard(place)
        if report in self._failed:
            self._fail_at(report, place)
        else:
            old = stored_arrival(self._store.story, report)
            self._write(replace(old, report=replace(old.report, location=location, digest=digest)))
        self._homes[report] = place
        self._reject(report, self._duplicates[report], location)
        return file_of(location)

    def _fail_at(self, report: str, place: Place) -> None:
        """Say of a report that a stage failed on that it stands at another place."""
        former, (location, digest) = f"{report} {self._homes[report][0]}", place
        entry = self._store.ledger(FAILED)[former]
        reason = next(
            (r.reason for r in self._store.story.rejections() if r.location == self._homes[report][0]),
            "a stage failed",
        )
        self._store.delete(FAILED, former)
        rejection = rejection_of(location, digest, RejectionCode.FAILED, reason)
        self._store.replace(FAILED, f"{report} {location}", [rejection], version=entry.version, digest=digest)

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


def _is_same(one: Arrival, other: Arrival) -> bool:
    """True if nothing of them differs but the order of their records, which a story does not keep."""
    return (
        one.report == other.report
        and set(one.furniture) == set(other.furniture)
        and set(one.candidates) == set(other.candidates)
    )


def stored_arrival(story: Story, report: str) -> Arrival:
    """A report as it came in."""
    return Arrival(
        report=story.report(report),
        furniture=tuple(story.in_report(Furniture, report)),
        candidates=tuple(story.in_report(MetadataCandidate, report)),
    )


def _stale_place(unit: str) -> Place:
    digest, _, location = unit.partition(" ")
    return location, digest


def _duplicate_of(unit: str) -> tuple[str, tuple[str, str]]:
    """The report, and the location and digest of its other place, that a unit of DUPLICATES is about."""
    head, _, location = unit.partition(" ")
    report, _, digest = head.partition(":")
    return report, (location, digest)
