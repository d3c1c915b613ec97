"""The story at a glance: the three counts, what is disputed, what happened, and what is missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.story import views
from dateline.story.views import Overview
from dateline.story.views.gaps import Gap
from dateline.story.wording import day_in_words
from dateline.web.asked import Asked, address
from dateline.web.desk import Citation, Desk
from dateline.web.pages.page import Page
from dateline.web.parts.brief import Told, ready_brief
from dateline.web.parts.disputes import Dispute, written
from dateline.web.parts.masthead import Masthead, masthead
from dateline.web.parts.matters import Matter, matters

# What stands on the first page; all of it is a link away.
_DISPUTES = 4
_GAPS = 3
_MATTERS = 6
_NEW = 5


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that the story cannot tell, and where the rows are."""

    count: int
    words: str  # behind the number
    address: str


@dataclass(frozen=True, slots=True)
class Silence:
    """A gap of the timeline, and the address of the acts that may lie in it."""

    gap: Gap
    address: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What the last build or decision brought."""

    is_first: bool  # the story was not there before: all of it is new
    day: str
    reports: tuple[Citation, ...]
    reports_in_all: int
    conflicts: tuple[str, ...]  # ids
    conflicts_in_all: int


@dataclass(frozen=True, slots=True)
class OverviewPage:
    """What the first page tells."""

    masthead: Masthead
    disputes: list[Dispute]
    disputes_in_all: int
    brief: tuple[Told, ...] | None  # None while it is being chosen
    silences: list[Silence]
    silences_in_all: int
    matters: tuple[Matter, ...]
    matters_in_all: int
    missing: list[Missing]
    change: Changed | None


def show(desk: Desk, asked: Asked) -> OverviewPage:
    """Lay out the first page."""
    silences, threads = _silences(desk), desk.overview.threads
    return OverviewPage(
        masthead=masthead(desk, None),
        disputes=written(desk, desk.most_told(_DISPUTES)),
        disputes_in_all=desk.overview.conflicts,
        brief=ready_brief(desk),
        silences=[
            Silence(gap, address("/timeline", {"since": gap.first.isoformat(), "until": gap.last.isoformat()}))
            for gap in silences[:_GAPS]
        ],
        silences_in_all=len(silences),
        matters=matters(desk, _MATTERS) if threads > 1 else (),
        matters_in_all=threads,
        missing=[each for each in _missing(desk.overview) if each.count],
        change=_change(desk),
    )


def _change(desk: Desk) -> Changed | None:
    """None for a story that was never linked."""
    last = views.last_change(desk.story)
    if last is None:
        return None
    return Changed(
        is_first=last.is_first,
        day=day_in_words(dt.date.fromisoformat(last.run.made[:10])),
        reports=tuple(desk.cite(report) for report in last.reports[:_NEW]),
        reports_in_all=last.run.reports_added,
        conflicts=last.conflicts[:_NEW],
        conflicts_in_all=last.conflicts_added,
    )


def _silences(desk: Desk) -> list[Gap]:
    """The gaps of the timeline, the longest first."""
    return sorted(desk.gaps, key=lambda gap: (gap.first - gap.last, gap.first))


def _missing(given: Overview) -> Iterator[Missing]:
    def noun(count: int) -> str:
        return "report" if count == 1 else "reports"

    undated, unread, unlinked = given.reports_undated, given.reports_unread, given.reports_unlinked
    yield Missing(undated, f"{noun(undated)} without a date", "/reports?read=undated")
    yield Missing(unread, f"{noun(unread)} in a language that is not read", "/reports?read=unread")
    yield Missing(unlinked, f"{noun(unlinked)} not linked yet: build again", "/reports?read=unlinked")
    replaced, rejected = given.earlier_versions, given.rejections
    yield Missing(replaced, f"{noun(replaced)} replaced by a later version", "/reports?read=replaced")
    no_report = "input that is no report" if rejected == 1 else "inputs that are no reports"
    yield Missing(rejected, no_report, "/reports#rejections")


PAGE = Page("overview", "/", "Overview", show, key="o")
