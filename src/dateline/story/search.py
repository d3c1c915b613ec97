"""Full-text search over sentences, titles and what is not read. What is typed is data: no sign is an operator."""

from __future__ import annotations

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from dateline.span import Span

# Around the words found, as SQLite marks them: two characters that no text of a report is likely to have.
_OPEN, _CLOSE = "\x02", "\x03"
_PHRASE_OR_WORD = re.compile(r'"([^"]+)"|(\S+)')


class HitKind(StrEnum):
    """What the words are looked for in; without a kind: in headlines, all sentences and what is not read."""

    REPORT = "report"  # headlines
    QUOTATION = "quotation"  # sentences in which somebody is quoted
    EVENT = "event"  # sentences that tell an act
    UNREAD = "unread"  # paragraphs in a language that is not read
    FURNITURE = "furniture"  # what was set apart as page text that is not the report


@dataclass(frozen=True, slots=True)
class Within:
    """What is searched: None stands for all."""

    kind: HitKind | None = None
    actor: str | None = None  # id: named in the sentence; who is quoted in it; who takes part in its act
    outlet: str | None = None  # by its name, whatever the case of its letters
    since: dt.date | None = None  # published on that day or later; reports without a date are left out
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A headline, a sentence, or text that is not read, that has the words looked for."""

    report: str
    sentence: str | None  # None: the report's title, an unread paragraph, furniture
    text: str
    found_in: str  # "headline", "sentence", "unread", "furniture"
    start: int | None = None  # in the clean text; None: a title that does not stand in it
    marks: tuple[Span, ...] = ()  # of the words found, in `text`
    likeness: float | None = None  # to what was looked for, 0 to 1; None: it has the words


@dataclass(frozen=True, slots=True)
class _Place:
    """A table that is searched: which rows of it, and what of a row is shown. `p` is always the report."""

    name: str
    index: str  # the FTS5 table; its only column is what is searched
    row: str  # the table behind it
    joins: str
    sentence: str  # the key of the sentence
    text: str
    start: str
    where: str
    actor: str  # which rows an actor has


_CHAINS = (
    "(SELECT l.member FROM link AS l WHERE l.kind = 'actor' "
    "AND l.target = (SELECT key FROM identity WHERE id = :actor))"
)
_OF_QUOTATION = 'q.report = r.report AND c.start < r."end" AND c."end" > r.start'
_QUOTED = (
    "EXISTS (SELECT 1 FROM quotation AS q JOIN quotation_contents AS c ON c.quotation = q.key "
    f"WHERE {_OF_QUOTATION})"
)
_QUOTED_BY = (
    "EXISTS (SELECT 1 FROM quotation AS q JOIN quotation_contents AS c ON c.quotation = q.key "
    f"WHERE {_OF_QUOTATION} AND (q.speaker IN {_CHAINS} OR q.other_speaker IN {_CHAINS}))"
)
_TOLD_BY = (
    "r.key IN (SELECT e.sentence FROM event_actors AS a JOIN event AS e ON e.key = a.event "
    f"WHERE a.chain IN {_CHAINS}"
    " UNION SELECT e.sentence FROM event_recipients AS a JOIN event AS e ON e.key = a.event "
    f"WHERE a.chain IN {_CHAINS})"
)
_NOT_HEADLINE = "(SELECT g.kind FROM paragraph AS g WHERE g.key = r.paragraph) <> 'headline'"  # it has the title

_TITLES = _Place(
    name="headline",
    index="report_search",
    row="report",
    joins="JOIN report AS p ON p.key = r.key",
    sentence="NULL",
    text="r.title",
    start="(SELECT min(g.start) FROM paragraph AS g "
    "WHERE g.report = r.key AND g.kind = 'headline' AND g.text = r.title)",
    where="TRUE",
    actor="r.key IN (SELECT h.report FROM mention AS m JOIN sentence AS h ON h.key = m.sentence "
    f"JOIN paragraph AS g ON g.key = h.paragraph WHERE g.kind = 'headline' AND m.chain IN {_CHAINS})",
)


def _sentences(where: str, actor: str) -> _Place:
    return _Place(
        name="sentence",
        index="sentence_search",
        row="sentence",
        joins="JOIN report AS p ON p.key = r.report",
        sentence="r.key",
        text="r.text",
        start="r.start",
        where=where,
        actor=actor,
    )


def _unread(name: str, index: str, row: str) -> _Place:
    """Nothing was read from it, so that no actor is known to stand in it."""
    return _Place(
        name, index, row, "JOIN report AS p ON p.key = r.report", "NULL", "r.text", "r.start", "TRUE", "FALSE"
    )


_PARAGRAPHS = _unread("unread", "unread_search", "paragraph")
_SEARCHED: dict[HitKind | None, tuple[_Place, ...]] = {
    None: (
        _TITLES,
        _sentences(_NOT_HEADLINE, f"r.key IN (SELECT m.sentence FROM mention AS m WHERE m.chain IN {_CHAINS})"),
        _PARAGRAPHS,
    ),
    HitKind.REPORT: (_TITLES,),
    HitKind.QUOTATION: (_sentences(_QUOTED, _QUOTED_BY),),
    HitKind.EVENT: (_sentences("EXISTS (SELECT 1 FROM event AS e WHERE e.sentence = r.key)", _TOLD_BY),),
    HitKind.UNREAD: (_PARAGRAPHS,),
    HitKind.FURNITURE: (_unread("furniture", "furniture_search", "furniture"),),
}
ANYWHERE = Within()


def find(
    connection: sqlite3.Connection, words: str, limit: int, offset: int = 0, within: Within = ANYWHERE
) -> list[Hit]:
    """At most `limit` hits from the `offset`th on: titles, then sentences, each by rank (BM25), then by report."""
    match = as_match(words)
    if not match:
        return []
    places = _SEARCHED[within.kind]
    values = _values(within) | {"match": match, "limit": limit, "offset": offset}
    ranked = " UNION ALL ".join(
        f"SELECT {number} AS place, s.rank AS rank, p.key AS report, {place.start} AS start, r.key AS row "
        f"{_from(place, within)}"
        for number, place in enumerate(places)
    )
    rows = connection.execute(
        f"SELECT f.place, f.row FROM ({ranked}) AS f JOIN identity AS i ON i.key = f.report "
        "ORDER BY f.place, f.rank, i.id, f.start LIMIT :limit OFFSET :offset",
        values,
    ).fetchall()
    return [_hit(connection, places[number], match, key) for number, key in rows]


def count(connection: sqlite3.Connection, words: str, within: Within = ANYWHERE) -> int:
    """How many hits there are in all."""
    match = as_match(words)
    if not match:
        return 0
    values = _values(within) | {"match": match}
    return sum(
        connection.execute(f"SELECT count(*) {_from(place, within)}", values).fetchone()[0]
        for place in _SEARCHED[within.kind]
    )


def sentences_within(connection: sqlite3.Connection, within: Within) -> Iterator[tuple[str, str, int, str]]:
    """Id, report, start and text of all sentences that may be hits, by report and start, whatever their words."""
    places = [place for place in _SEARCHED[within.kind] if place.row == "sentence"]
    for place in places:
        conditions = " AND ".join(_conditions(place, within))
        yield from connection.execute(
            f"SELECT own.id, i.id, r.start, r.text FROM sentence AS r {place.joins} "
            "JOIN identity AS own ON own.key = r.key JOIN identity AS i ON i.key = p.key "
            f"WHERE {conditions} ORDER BY i.id, r.start",
            _values(within),
        )


def _from(place: _Place, within: Within) -> str:
    conditions = " AND ".join((f"{place.index} MATCH :match", *_conditions(place, within)))
    return f"FROM {place.index} AS s JOIN {place.row} AS r ON r.key = s.rowid {place.joins} WHERE {conditions}"


def _conditions(place: _Place, within: Within) -> Iterator[str]:
    """Conditions written here, and by nobody who searches: all that is asked for comes in as a value."""
    yield place.where
    if within.actor:
        yield place.actor
    if within.outlet:
        yield "p.outlet = :outlet COLLATE NOCASE"
    if within.since:
        yield "coalesce(p.published_latest, p.published_earliest) >= :since"
    if within.until:
        yield "coalesce(p.published_earliest, p.published_latest) <= :until"


def _values(within: Within) -> dict[str, Any]:
    return {
        "outlet": within.outlet and _storable(within.outlet),
        "since": within.since and within.since.isoformat(),
        "until": within.until and within.until.isoformat(),
        "actor": within.actor and _storable(within.actor),
    }


def _hit(connection: sqlite3.Connection, place: _Place, match: str, key: int) -> Hit:
    """One row that was found; its words are marked only here, as that takes longer than finding it."""
    report, sentence, text, start = connection.execute(
        "SELECT (SELECT id FROM identity WHERE key = p.key), "
        f"(SELECT id FROM identity WHERE key = {place.sentence}), {place.text}, {place.start} "
        f"FROM {place.row} AS r {place.joins} WHERE r.key = ?",
        (key,),
    ).fetchone()
    (marked,) = connection.execute(
        f"SELECT highlight({place.index}, 0, ?, ?) FROM {place.index} WHERE {place.index} MATCH ? AND rowid = ?",
        (_OPEN, _CLOSE, match, key),
    ).fetchone()
    return Hit(report, sentence, text, place.name, start, tuple(_marks(text, marked)))


def _marks(text: str, marked: str) -> Iterator[Span]:
    """Where the marks stand, counted in the text without them; none if the text has such characters of its own."""
    if _OPEN in text or _CLOSE in text:
        return
    at = 0
    for piece in marked.split(_OPEN):
        inside, closed, after = piece.partition(_CLOSE)
        if closed:
            yield Span(at, at + len(inside))
        at += len(inside) + len(after)


def as_match(words: str) -> str:
    """The FTS5 expression for all of the words and phrases, each in quotation marks of its own."""
    parts = [phrase or word for phrase, word in _PHRASE_OR_WORD.findall(_storable(words))]
    quoted = [part.replace('"', '""') for part in parts if any(sign.isalnum() for sign in part)]
    return " ".join(f'"{part}"' for part in quoted)


def _storable(text: str) -> str:
    """A text without what SQLite takes none with: NUL, and halves of surrogate pairs."""
    return text.replace("\0", " ").encode(errors="replace").decode()
