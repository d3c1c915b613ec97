"""The two kinds of stage and what they are given. There is no third kind.

A *report stage* is pure: one report in, records out, in any process and any order. A *corpus stage* reads the
story and rewrites the blocks that changed, and no others. `pipeline.py` puts stages in order and checks that
what each reads is written before it; `dateline.testing.check_stage` is the contract test of a stage.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, ClassVar, Protocol

from dateline.model import Arrival, Furniture, MetadataCandidate, Record, Report
from dateline.settings import DEFAULTS, Settings
from dateline.story import Story, Writer


class Artefact:
    """Something a stage hands to later stages of the same report that is never stored: a parse, for one."""

    __slots__ = ()


@dataclass(frozen=True)
class Context:
    """What a worker gives its stages once, before the first report."""

    settings: Settings = DEFAULTS
    shared: dict[str, Any] = field(default_factory=dict)  # loaded models, by name, for all stages of this worker


class Draft:
    """One report on its way through the report stages: what has been read of it so far, by type."""

    def __init__(self, arrival: Arrival) -> None:
        self.report: Report = arrival.report
        self._items: dict[type, list[Any]] = defaultdict(list)
        self._by_id: dict[str, Record] = {}
        for record in (arrival.report, *arrival.furniture, *arrival.candidates):
            self.add(record)

    def add(self, item: Record | Artefact) -> None:
        """Keep what a stage yielded."""
        self._items[type(item)].append(item)
        if isinstance(item, Record):
            self._by_id[item.id] = item

    def of[T: Record | Artefact](self, kind: type[T]) -> tuple[T, ...]:
        """All items of a kind, in the order in which they were yielded."""
        return tuple(self._items.get(kind, ()))

    def get[R: Record](self, kind: type[R], id_: str) -> R:
        """The record with an id, which must be of that kind."""
        record = self._by_id[id_]
        assert isinstance(record, kind), f"{id_} is a {type(record).__name__}, not a {kind.__name__}"  # noqa: S101 -- a stage's slip, not input
        return record

    def records(self) -> list[Record]:
        """Every record, report first, grouped by kind in the order in which the kinds appeared."""
        return [item for items in self._items.values() for item in items if isinstance(item, Record)]


class Stage(Protocol):
    """What both kinds declare. `version` changes whenever the stage would write other records."""

    name: ClassVar[str]
    version: ClassVar[str]
    reads: ClassVar[tuple[type, ...]]
    writes: ClassVar[tuple[type, ...]]


class ReportStage(Stage, Protocol):
    """One report in, records out."""

    def open(self, context: Context) -> None:
        """Load what is needed; called once in each worker."""

    def run(self, draft: Draft) -> Iterator[Record | Artefact]:
        """Same draft, same records, same order. Must not change the draft."""


class CorpusStage(Stage, Protocol):
    """The story in, changed blocks out."""

    def run(self, story: Story, out: Writer) -> None:
        """One transaction; the result depends neither on the order of the reports nor on what came first."""


INTAKE: tuple[type[Record], ...] = (Report, Furniture, MetadataCandidate)  # what every draft begins with


def run_stages(stages: Iterable[ReportStage], arrival: Arrival) -> list[Record]:
    """Take one report through opened report stages and return all its records."""
    draft = Draft(arrival)
    for stage in stages:
        for item in list(stage.run(draft)):  # complete before adding: a stage never sees its own output
            draft.add(item)
    return draft.records()
