"""The reports of the story, what each is counted as, and the inputs that are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Origin, Sentence
from dateline.story import views
from dateline.story.main_event import MainEvent
from dateline.story.views import RejectionRow, ReportRow
from dateline.story.views.between import copies_of
from dateline.story.wording import count_of, days_in_words
from dateline.web.asked import Asked
from dateline.web.desk import Citation, Desk
from dateline.web.listing import Sheet, sheet
from dateline.web.pages import forms
from dateline.web.pages.forms import Field
from dateline.web.pages.orders import Column, Order, Orders, alphabet
from dateline.web.pages.page import Page, Table
from dateline.web.parts.reports import Listed, listed

_ORIGINS = {
    "own": "a text of its own",
    "shared": "a text that others have too",
    "unknown": "cannot be told",
}
_READ: dict[str, Callable[[ReportRow], bool]] = {
    "read": lambda row: not (row.unread or row.stub),
    "unread": lambda row: row.unread is not None,
    "summary": lambda row: row.stub,
    "replaced": lambda row: row.latest is not None,
    "undated": lambda row: row.published is None and row.latest is None,
    "unlinked": lambda row: row.origin is None and row.latest is None,
}
_READ_WORDS = {
    "read": "read",
    "unread": "not read: another language",
    "summary": "not read: only a summary",
    "replaced": "replaced by a later version",
    "undated": "without a date",
    "unlinked": "not linked yet",
}


_ORDERS: Orders[ReportRow] = Orders(
    {
        "day": Order("by day of publication", lambda row: row.published or "~"),  # undated ones last
        "title": Order("by headline", lambda row: alphabet(row.title)),
        "outlet": Order("by outlet", lambda row: alphabet(row.outlet)),
        "quotations": Order("most quotations first", lambda row: row.quotations, falls=True),
        "acts": Order("most acts first", lambda row: row.events, falls=True),
    },
    first="the earliest first",
)


def _languages(desk: Desk) -> Mapping[str, str]:
    return {each: each for each in sorted({row.language for row in desk.report_rows.values() if row.language})}


FILTERS = (
    forms.text("q", "Words of the headline"),
    forms.outlet(),
    forms.actor(label="Naming"),
    forms.day("since", "Published from"),
    forms.day("until", "Published until"),
    forms.choice("origin", "Origin", _ORIGINS),
    forms.choice("read", "Read", _READ_WORDS),
    forms.Filter("language", "Language", forms.Kind.CHOICE, _languages),
    _ORDERS.filter,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One report with what it is counted as and how much of it stands elsewhere."""

    report: Listed
    cited: Citation
    begins: str | None  # its first sentence, if it has no headline
    origin_reason: str | None
    others: tuple[Citation, ...]  # that share a passage with it
    lag: str | None  # from the day of its main event to its own day


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """One sheet of reports, and the rejections."""

    fields: tuple[Field, ...]
    columns: dict[str, Column]
    sheet: Sheet[ReportRow]
    lines: tuple[Line, ...]
    inputs: int
    reports: int
    rejections: list[RejectionRow]  # the first of them
    rejections_in_all: int


def reports(desk: Desk, asked: Asked) -> list[ReportRow]:
    """The reports that the address asks for, the earliest first unless it asks for another order."""
    rows = list(desk.report_rows.values())
    if words := asked.text("q"):
        rows = [row for row in rows if words.casefold() in (row.title or "").casefold()]
    if outlet := asked.text("outlet"):
        rows = [row for row in rows if row.outlet == outlet]
    if actor := asked.text("actor"):
        naming = {mention.report for mention in desk.by_actor.mentions.get(actor, ())}
        rows = [row for row in rows if row.id in naming]
    if language := asked.text("language"):
        rows = [row for row in rows if row.language == language]
    if state := asked.choice("read", _READ_WORDS):
        rows = [row for row in rows if _READ[state](row)]
    if origin := asked.choice("origin", _ORIGINS):
        rows = [row for row in rows if _origin_of(desk, row) == origin]
    since, until = asked.day("since"), asked.day("until")
    if since:
        rows = [row for row in rows if (_day(desk, row) or dt.date.min) >= since]
    if until:
        rows = [row for row in rows if (_day(desk, row) or dt.date.max) <= until]
    return _ORDERS.of(rows, asked)


def _day(desk: Desk, row: ReportRow) -> dt.date | None:
    """The day of publication; its earliest, where that is not known to the day."""
    given = desk.days[row.id]
    return dt.date.fromisoformat(given) if given else None


def _origin_of(desk: Desk, row: ReportRow) -> str | None:
    return desk.origin_kinds.get(row.origin) if row.origin else None


def show(desk: Desk, asked: Asked) -> ReportsPage:
    """Lay out one sheet."""
    shown = sheet(reports(desk, asked), asked)
    given = desk.overview
    return ReportsPage(
        fields=forms.fields(desk, asked, FILTERS),
        columns=_ORDERS.columns(asked),
        sheet=shown,
        lines=_lines(desk, listed(desk, shown.rows)),
        inputs=given.inputs,
        reports=given.reports,
        rejections=views.rejections(desk.story, asked.rows),
        rejections_in_all=given.rejections,
    )


def _lines(desk: Desk, reports: Sequence[Listed]) -> tuple[Line, ...]:
    ids = [one.row.id for one in reports]
    desk.directory.reports.read(ids)
    desk.story.many(Origin, (one.row.origin for one in reports if one.row.origin))
    mains = desk.main_events(ids)
    return tuple(_line(desk, one, mains[one.row.id]) for one in reports)


def _line(desk: Desk, one: Listed, main: MainEvent) -> Line:
    origin = desk.story.get(one.row.origin) if one.row.origin else None
    members = [member.report for group in copies_of(desk.story, one.row.id) for member in group.members]
    desk.directory.reports.read(members)
    return Line(
        report=one,
        cited=desk.cite(one.row.id),
        begins=None if one.row.title else _first_sentence(desk, one.row.id),
        origin_reason=days_in_words(origin.reason) if isinstance(origin, Origin) else None,
        others=tuple(desk.cite(report) for report in dict.fromkeys(members) if report != one.row.id),
        lag=_lag(desk, main),
    )


def _first_sentence(desk: Desk, report: str) -> str | None:
    return next((each.words.text for each in desk.story.in_report(Sentence, report)), None)


def _lag(desk: Desk, main: MainEvent) -> str | None:
    """How long after its main event a report came out; None unless it tells both days."""
    published = desk.directory.reports[main.report].published
    if not (main.day and main.when and published and published.is_day and published.earliest):
        return None
    if main.when.found_in == "publication":
        return None
    days = (published.earliest - main.day).days
    if days < 0:
        return f"{count_of(-days, 'day')} before what it tells of"
    return f"{count_of(days, 'day')} after what it tells of" if days else "on the day of what it tells of"


PAGE = Page("reports", "/reports", "Reports", show, FILTERS, Table(ReportRow, reports), key="r")
