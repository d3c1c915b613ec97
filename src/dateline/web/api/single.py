"""What there is one of: the overview, one actor, one report, what stands behind one record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.errors import NotFoundError
from dateline.story.explain import Line, explain
from dateline.story.views import ActorRow, Overview, ReportRow
from dateline.web.asked import Asked
from dateline.web.desk import Desk


@dataclass(frozen=True, slots=True)
class Single:
    """One address with one answer."""

    path: str
    row: type
    show: Callable[[Desk, Asked], object]

    @property
    def words(self) -> str:
        """What it is, in the words of its class."""
        return (self.row.__doc__ or "").partition("\n")[0]


@dataclass(frozen=True, slots=True)
class Reason:
    """A statement with the id of what it is about, or a sentence with where it stands."""

    text: str
    id: str | None
    report: str | None
    start: int | None  # of the sentence, in characters of the report's clean text


@dataclass(frozen=True, slots=True)
class Reasons:
    """Reasons under a heading."""

    heading: str
    lines: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind one record, in plain words."""

    id: str
    kind: str
    says: str
    parts: tuple[Reasons, ...]


def _overview(desk: Desk, _: Asked) -> Overview:
    return desk.overview


def _actor(desk: Desk, asked: Asked) -> ActorRow:
    slip = desk.somebodies.get(desk.story.get(asked.id).id)
    if slip is None:
        raise NotFoundError(f"{asked.id} is no actor", "/api/v1/actors lists them")
    return desk.actor_rows([slip])[0]


def _report(desk: Desk, asked: Asked) -> ReportRow:
    row = desk.report_rows.get(desk.story.report(asked.id).id)
    if row is None:
        raise NotFoundError(f"{asked.id} is no report", "/api/v1/reports lists them")
    return row


def _behind(desk: Desk, asked: Asked) -> Behind:
    told = explain(desk.story, asked.id)
    parts = tuple(Reasons(part.heading, tuple(map(_reason, part.lines))) for part in told.parts)
    return Behind(told.id, told.kind, told.says, parts)


def _reason(line: Line) -> Reason:
    if line.passage:
        return Reason(line.passage.text, None, line.passage.report, line.passage.start)
    return Reason(line.text, line.id, None, None)


SINGLES = (
    Single("/overview", Overview, _overview),
    Single("/actors/{id}", ActorRow, _actor),
    Single("/reports/{id}", ReportRow, _report),
    Single("/records/{id}", Behind, _behind),
)
