"""The reports of a story, and the inputs that are none."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dateline.model import (
    Event,
    Furniture,
    FurnitureKind,
    ParagraphKind,
    Quotation,
    Rejection,
    Sentence,
)
from dateline.model.report import STUB_RULE
from dateline.story import query
from dateline.story.lookup.row import Row
from dateline.story.mapping import as_date
from dateline.story.story import Story
from dateline.story.wording import date_in_words, days_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow(Row):
    """One report: who published it, what it is counted as, and how much was read from it."""

    published: str | None  # EDTF
    published_words: str
    other_dates: tuple[str, ...]  # EDTF: days that it states elsewhere for its publication
    outlet: str | None
    owner: str | None  # of the outlet, where the table of outlets tells
    byline: str | None
    agencies: tuple[str, ...]
    title: str | None
    location: str
    language: str | None
    unread: str | None  # "unread: language ka": kept and searchable, but nothing is read from it
    url: str | None
    origin: str | None  # its text's independent origin
    origin_label: str | None
    origin_known: bool
    sentences: int
    quotations: int
    events: int
    furniture: int  # pieces set apart as page furniture
    stub: bool  # its source gave only a summary of it: kept as furniture, not read
    latest: str | None  # the report that replaced it; None: it is the latest version itself
    corrections: tuple[str, ...]  # what the report says of changes to itself


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectionRow(Row):
    """One input that did not become a report, and why."""

    location: str
    code: str
    reason: str


def reports(story: Story) -> list[ReportRow]:
    """All reports, earliest first; their texts are not read."""
    connection = story.connection
    sentences, quotations, events, furniture = (
        query.counted_by_report(connection, kind) for kind in (Sentence, Quotation, Event, Furniture)
    )
    unread = _ids(connection, "SELECT report FROM paragraph WHERE kind = ?", ParagraphKind.UNREAD)
    stubs = _ids(connection, "SELECT report FROM furniture WHERE rule = ?", STUB_RULE)
    corrections = _lists(
        connection,
        "SELECT i.id, r.text FROM furniture AS r JOIN identity AS i ON i.key = r.report WHERE r.kind = ? "
        "ORDER BY r.report, r.start",
        FurnitureKind.CORRECTION,
    )
    other_dates, agencies = (
        _lists(
            connection,
            f"SELECT i.id, r.value FROM {table} AS r JOIN identity AS i ON i.key = r.report "
            "ORDER BY r.report, r.position",
        )
        for table in ("report_other_dates", "report_agencies")
    )
    rows = []
    for id_, first, last, precision, edtf, *rest in connection.execute(_REPORTS):
        outlet, owner, byline, title, location, language, url, origin, label, known, latest = rest
        rows.append(
            ReportRow(
                id=id_,
                published=edtf,
                published_words=date_in_words(as_date(first, last, precision, edtf)),
                other_dates=tuple(other_dates.get(id_, ())),
                outlet=outlet,
                owner=owner,
                byline=byline,
                agencies=tuple(agencies.get(id_, ())),
                title=title,
                location=location,
                language=language,
                unread=f"unread: language {language}" if id_ in unread else None,
                url=url,
                origin=origin,
                origin_label=days_in_words(label) if label else None,
                origin_known=bool(known),
                sentences=sentences.get(id_, 0),
                quotations=quotations.get(id_, 0),
                events=events.get(id_, 0),
                furniture=furniture.get(id_, 0),
                stub=id_ in stubs,
                latest=latest,
                corrections=tuple(corrections.get(id_, ())),
            )
        )
    return rows


_REPORTS = """
    SELECT i.id, r.published_earliest, r.published_latest, r.published_precision, r.published_edtf,
           r.outlet, r.owner, r.byline, r.title, r.location, r.language, r.url, oi.id, o.label, o.known, li.id
    FROM report AS r JOIN identity AS i ON i.key = r.key
    LEFT JOIN (SELECT value, max(origin) AS origin FROM origin_reports GROUP BY value) AS m ON m.value = r.key
    LEFT JOIN origin AS o ON o.key = m.origin LEFT JOIN identity AS oi ON oi.key = o.key
    LEFT JOIN earlier_version AS v ON v.report = r.key LEFT JOIN identity AS li ON li.key = v.latest
    ORDER BY coalesce(r.published_earliest, r.published_latest, '~'), i.id
"""


def _ids(connection: sqlite3.Connection, keys: str, *values: str) -> frozenset[str]:
    """The ids of the reports whose keys a question gives."""
    rows = connection.execute(f"SELECT id FROM identity WHERE key IN ({keys})", values)
    return frozenset(id_ for (id_,) in rows)


def _lists(connection: sqlite3.Connection, sql: str, *values: str) -> dict[str, list[str]]:
    """Texts by the report that they are of."""
    found: dict[str, list[str]] = {}
    for report, text in connection.execute(sql, values):
        found.setdefault(report, []).append(text)
    return found


def _rejected(story: Story) -> list[str]:
    rows = story.connection.execute(
        "SELECT i.id FROM rejection AS r JOIN identity AS i ON i.key = r.key ORDER BY r.location, i.id"
    )
    return [id_ for (id_,) in rows]


def days_of_publication(story: Story) -> dict[str, str | None]:
    """The earliest day that each report may be of, ISO 8601, by its id."""
    rows = story.connection.execute(
        "SELECT i.id, r.published_earliest FROM report AS r JOIN identity AS i ON i.key = r.key"
    )
    return dict(rows.fetchall())


def origin_kinds(story: Story) -> dict[str, str]:
    """For each origin, by its id: "own", a text of one report; "shared" by several, or an agency's; "unknown"."""
    rows = story.connection.execute(
        """SELECT i.id, CASE WHEN NOT o.known THEN 'unknown'
                  WHEN o.agency IS NOT NULL AND o.agency <> ''
                    OR (SELECT count(*) FROM origin_reports AS m WHERE m.origin = o.key) > 1 THEN 'shared'
                  ELSE 'own' END
           FROM origin AS o JOIN identity AS i ON i.key = o.key"""
    )
    return dict(rows.fetchall())


def outlets(story: Story) -> tuple[str, ...]:
    """The outlets known by name, in the order of the alphabet."""
    rows = story.connection.execute("SELECT DISTINCT outlet FROM report WHERE outlet IS NOT NULL")
    return tuple(sorted(outlet for (outlet,) in rows if outlet))


def rejections(story: Story, most: int | None = None) -> list[RejectionRow]:
    """The inputs that are no reports, by location; all, or the first of them."""
    given = story.many(Rejection, story.keep("rejections", _rejected)[:most]).values()
    return [
        RejectionRow(id=each.id, location=each.location, code=each.code.value, reason=each.reason)
        for each in given
    ]
