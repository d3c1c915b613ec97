"""A whole story in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dateline.model import FurnitureKind, ParagraphKind
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much came in, what was read from it, and what is in doubt."""

    inputs: int  # reports + rejections, always
    reports: int
    rejections: int
    earlier_versions: int  # reports that their outlets have replaced: read, neither linked nor counted
    outlets: int  # known by name
    outlets_unknown: int  # reports that do not tell theirs
    origins_low: int
    origins_high: int
    first_published: str | None  # ISO 8601, the earliest day a report may be of
    last_published: str | None
    reports_undated: int
    reports_misdated: int  # that state another day of publication elsewhere
    reports_corrected: int  # that say so themselves
    reports_unread: int  # in languages that are not read
    reports_unlinked: int  # an interrupted build leaves these; the next one links them
    furniture: int  # pieces of page text set apart
    sentences: int
    actors: int
    quotations: int
    utterances: int
    attributions_disputed: int  # utterances with more than one reading of the speaker
    events: int  # merged
    dates_disputed: int  # events whose reports name days that cannot all hold
    conflicts: int
    copy_groups: int
    threads: int  # matters that the reports are about


def overview(story: Story) -> Overview:
    """Count, in the file: nothing is read of what is counted."""
    low, high = _independent(story)
    counted: dict[str, Any] = {}
    for sql in (_REPORTS, *_OTHERS):
        cursor = story.connection.execute(sql)
        counted |= zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True)
    return Overview(
        inputs=counted["reports"] + counted["rejections"], origins_low=low, origins_high=high, **counted
    )


_REPORTS = """
    SELECT count(DISTINCT nullif(r.outlet, '')) AS outlets, count(*) - count(r.outlet) AS outlets_unknown,
           min(r.published_earliest) AS first_published, max(r.published_latest) AS last_published,
           count(*) - count(r.published_precision) AS reports_undated,
           count(CASE WHEN EXISTS (SELECT 1 FROM report_other_dates AS d WHERE d.report = r.key) THEN 1 END)
             AS reports_misdated,
           count(CASE WHEN NOT EXISTS (SELECT 1 FROM link AS l WHERE l.member = r.key AND l.kind = 'origin')
                 THEN 1 END) AS reports_unlinked
    FROM report AS r WHERE r.key NOT IN (SELECT report FROM earlier_version)
"""
_OTHERS = (
    "SELECT count(*) AS reports FROM report",
    "SELECT count(*) AS rejections FROM rejection",
    "SELECT count(DISTINCT report) AS earlier_versions FROM earlier_version",
    f"SELECT count(DISTINCT report) AS reports_corrected FROM furniture WHERE kind = '{FurnitureKind.CORRECTION}'",
    f"SELECT count(DISTINCT report) AS reports_unread FROM paragraph WHERE kind = '{ParagraphKind.UNREAD}'",
    "SELECT count(*) AS furniture FROM furniture",
    "SELECT count(*) AS sentences FROM sentence",
    "SELECT count(*) AS actors FROM actor",
    "SELECT count(*) AS quotations FROM quotation",
    "SELECT count(*) AS utterances FROM utterance",
    """SELECT count(*) AS attributions_disputed FROM utterance AS u
       WHERE (SELECT count(*) FROM utterance_speakers AS s WHERE s.utterance = u.key) > 1
          OR u.key IN (SELECT m.utterance FROM quotation AS q JOIN utterance_members AS m ON m.value = q.key
                       WHERE q.anomaly IS NOT NULL)""",
    "SELECT count(*) AS events, coalesce(sum(time_disputed), 0) AS dates_disputed FROM merged_event",
    "SELECT count(*) AS conflicts FROM conflict",
    "SELECT count(*) AS copy_groups FROM copy_group",
    "SELECT count(*) AS threads FROM thread",
)


def _independent(story: Story) -> tuple[int, int]:
    """Fewest and most origins of the reports' texts: one of unknown lineage may come from any other."""
    known, texts = story.connection.execute(
        """SELECT coalesce(sum(o.known), 0), count(*) FROM origin AS o WHERE o.key IN (
             SELECT l.target FROM link AS l JOIN report AS p ON p.key = l.member WHERE l.kind = 'origin')"""
    ).fetchone()
    return max(known, min(1, texts)), texts
