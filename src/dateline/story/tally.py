"""How many stand behind something: reports, outlets and independent origins, three numbers and never one.

For something that is told, an origin is a source: an agency with all its texts and the words credited to it, an
outlet with all its own reports, a report of no known outlet. A copy is its original's. What may or may not be
independent makes a range: at the low end it adds nothing to what is counted, at the high end a source of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dateline.model import (
    Claim,
    Conflict,
    CopyGroup,
    Link,
    LinkKind,
    MergedEvent,
    Origin,
    Record,
    Report,
    Thread,
    TimelineEntry,
    Utterance,
)

if TYPE_CHECKING:
    from dateline.story.story import Story


class Printed(Protocol):
    """A report, or a row that tells of one."""

    @property
    def outlet(self) -> str | None:
        """Who printed it."""
        ...

    @property
    def owner(self) -> str | None:
        """Who owns the outlet."""
        ...


Source = frozenset[str]  # the agencies or the outlet behind a text; mostly one name


@dataclass(frozen=True, slots=True)
class Tally:
    """Three counts. What may or may not be independent makes a range; nothing is rounded up."""

    reports: int
    outlets: int  # distinct outlets that the reports name
    outlets_unknown: int  # reports that name none
    origins_low: int  # if all texts of unknown lineage came from a source that is counted already
    origins_high: int  # if each of them came from a source of its own
    owners: tuple[tuple[str, int], ...] = ()  # who owns two or more of the outlets, and how many


def of(story: Story, record: Record) -> Tally:
    """The counts behind one record."""
    if isinstance(record, TimelineEntry):
        return of(story, story.get(record.event))
    supports = [support for id_ in _weighed(record) for support in story.supports(id_)]
    if supports:
        told = {(support.report, support.origin) for support in supports}
    else:
        reports = set(_reports(story, record))
        story.read_related(Link, "member", reports)
        told = {(report, origin) for report in reports for origin in _origins(story, report)}
    return counted(story, sorted(told))


def _weighed(record: Record) -> Iterable[str]:
    """The ids whose supports stand behind a record."""
    if isinstance(record, Conflict):
        return record.sides
    return (record.id,) if isinstance(record, Claim | MergedEvent | Utterance) else ()


def _reports(story: Story, record: Record) -> Iterable[str]:
    """The reports behind a record that has no supports."""
    if isinstance(record, Report):
        return (record.id,)
    if isinstance(record, Origin | Thread):
        return record.reports
    if isinstance(record, CopyGroup):
        return (member.report for member in record.members)
    report = getattr(record, "report", None)
    members = story.members(record.id)
    if report is not None and not members:
        return (report,)
    return (id_ for member in members for id_ in _reports(story, member))


def _origins(story: Story, report: str) -> Iterator[str]:
    """The id of the origin of a whole report."""
    return (link.target for link in story.related(Link, "member", report) if link.kind is LinkKind.ORIGIN)


def counted(story: Story, told: Collection[tuple[str, str]]) -> Tally:
    """The counts of pairs of a report and the origin that its words count for."""
    reports = story.many(Report, (report for report, _ in told))
    origins = story.many(Origin, (origin for _, origin in told))
    known, doubtful = set[Source](), set[Source]()
    for report, id_ in told:
        origin = origins[id_]
        (known if origin.known else doubtful).update(_sources(story, origin, reports[report]))
    low, high = len(_separate(known)), len(_separate(known | doubtful))
    return Tally(
        reports=len(reports),
        outlets=len({report.outlet for report in reports.values() if report.outlet is not None}),
        outlets_unknown=sum(report.outlet is None for report in reports.values()),
        origins_low=max(low, min(1, high)),
        origins_high=high,
        owners=owners_of(reports.values()),
    )


def owners_of(reports: Iterable[Printed]) -> tuple[tuple[str, int], ...]:
    """Who owns two or more of the outlets of some reports, and how many, by name.

    They are shown beside the counts and change none: outlets of one owner may have newsrooms of their own.
    """
    outlets = {(report.owner, report.outlet) for report in reports if report.owner and report.outlet}
    counted = Counter(owner for owner, _ in outlets)
    return tuple((owner, number) for owner, number in sorted(counted.items()) if number > 1)


def _sources(story: Story, origin: Origin, report: Report) -> Iterator[Source]:
    """Who stands behind words of a report that count for an origin; if nobody can tell, it may be the report's."""
    if origin.agency is not None:
        yield frozenset({f"agency {origin.agency}"})
    elif origin.reports:
        given = story.many(Report, origin.reports)
        printed = [given[id_] for id_ in origin.reports]
        agencies = next((each.agencies for each in printed if each.agencies), ())
        outlet = printed[0].outlet
        alone = f"outlet {outlet}" if outlet else origin.id
        yield frozenset(f"agency {name}" for name in agencies) or frozenset({alone})
    elif origin.known:
        yield frozenset({origin.id})
    else:
        for own in story.many(Origin, _origins(story, report.id)).values():
            yield from _sources(story, own, report)


def _separate(sources: Set[Source]) -> set[Source]:
    """Sources without those that are put together of others: a text by two agencies is no third voice."""
    single = {name for source in sources if len(source) == 1 for name in source}
    return {source for source in sources if len(source) == 1 or not source & single}
