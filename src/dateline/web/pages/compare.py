"""Two or more reports side by side: shared passages, what each has alone, quotations, disputes, acts of both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dateline.errors import AskedError
from dateline.model import Report
from dateline.story.catalogue import ConflictSlip
from dateline.story.views.between import events_between, utterances_between
from dateline.web.asked import Asked
from dateline.web.desk import Citation, Desk
from dateline.web.links import SLOTS
from dateline.web.pages.page import Page
from dateline.web.parts import compared
from dateline.web.parts.compared import Alone, Passage
from dateline.web.parts.disputes import Dispute, by_record, written
from dateline.web.parts.reports import safe_link
from dateline.web.parts.speech import Said, said
from dateline.web.parts.timeline import Timeline, laid_out

_CHOICES = 100  # reports in each list to choose from; of a longer story the list of reports leads here


@dataclass(frozen=True, slots=True)
class Column:
    """One of the reports."""

    slot: str
    cited: Citation
    title: str | None
    origin: str | None
    link: str | None
    without: str  # the address of the others alone


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of the form that chooses reports."""

    name: str
    value: str
    needed: bool


@dataclass(frozen=True, slots=True)
class ComparePage:
    """The reports and what there is between them; with fewer than two, the form alone."""

    slots: tuple[Slot, ...]
    choices: tuple[Citation, ...]
    titles: dict[str, str]
    columns: tuple[Column, ...]
    passages: tuple[Passage, ...]
    alone: tuple[Alone, ...]
    said: tuple[Said, ...]
    disputes: list[Dispute]
    acts: Timeline | None
    disputed: Mapping[str, str]
    one_origin: bool  # all of them count as one source


def show(desk: Desk, asked: Asked) -> ComparePage:
    """Lay them out; NotFoundError for an id of no report, AskedError for the same report twice."""
    reports = _chosen(desk, asked)
    many = len(reports) > 1
    offered = desk.directory.reports.read(islice(desk.numbers, _CHOICES))
    ids = [report.id for report in reports]
    columns = tuple(_column(desk, asked, report) for report in reports)
    letters = [column.slot.upper() for column in columns]
    shared = compared.passages(desk, reports, letters) if many else ()
    return ComparePage(
        slots=tuple(Slot(name, asked.text(name) or "", name in SLOTS[:2]) for name in SLOTS),
        choices=tuple(desk.cite(report.id) for report in offered),
        titles={report.id: report.title or "without a headline" for report in offered},
        columns=columns,
        passages=shared,
        alone=compared.alone(desk, reports, shared) if many else (),
        said=_said(desk, ids) if many else (),
        disputes=written(desk, _disputes(desk, ids)) if many else [],
        acts=_acts(desk, ids) if many else None,
        disputed=by_record(desk),
        one_origin=many and len({column.origin for column in columns}) == 1 and columns[0].origin is not None,
    )


def _chosen(desk: Desk, asked: Asked) -> list[Report]:
    reports = [desk.story.report(id_) for id_ in (asked.text(name) for name in SLOTS) if id_]
    if len({report.id for report in reports}) < len(reports):
        raise AskedError("a report cannot be compared with itself", "choose two different ones")
    return reports


def _column(desk: Desk, asked: Asked, report: Report) -> Column:
    slot = next(name for name in SLOTS if asked.text(name) and desk.story.report(asked.values[name]) is report)
    return Column(
        slot=slot,
        cited=desk.cite(report.id),
        title=report.title,
        origin=desk.report_rows[report.id].origin,
        link=safe_link(report.url),
        without=asked.but(**{slot: None}),
    )


def _said(desk: Desk, reports: Sequence[str]) -> tuple[Said, ...]:
    """What at least two of them print."""
    wanted = utterances_between(desk.story, reports)
    return said(desk, [group for group in desk.speech if group[0].utterance in wanted])


def _acts(desk: Desk, reports: Sequence[str]) -> Timeline | None:
    """What at least two of them tell, in order of time."""
    wanted = events_between(desk.story, reports)
    rows = [slip for slip in desk.acts if slip.id in wanted]
    return laid_out(desk, rows, ()) if rows else None


def _disputes(desk: Desk, reports: Sequence[str]) -> list[str]:
    """The conflicts of which two of them give two sides."""
    return [rows[0].id for rows in desk.disputes_by_reports if _is_between(rows, reports)]


def _is_between(rows: Sequence[ConflictSlip], reports: Sequence[str]) -> bool:
    given = [(row.report, row.side) for row in rows if row.report in reports]
    return any(report != other and side != against for report, side in given for other, against in given)


PAGE = Page("compare", "/compare", "Compare", show, key="s")
