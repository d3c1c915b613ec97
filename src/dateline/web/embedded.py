"""The rows of a dossier inside it, as data: what a program reads back from a document that people read."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup

from dateline.errors import InputError
from dateline.web.desk import Desk

ID = "dateline-story"  # of the element
FORMAT = 1  # raised when what it holds changes


def rows_of(desk: Desk, events: Iterable[str], utterances: Iterable[str]) -> dict[str, Any]:
    """These acts and utterances, the desk's disputes and actors, and the reports by which they are cited.

    Words stand as `[number of the report, start, end]`: characters of its clean text.
    """
    acts, said = frozenset(events), frozenset(utterances)
    return {
        "reports": [_report(desk, id_) for id_ in desk.numbers],
        "actors": [{"id": row.id, "name": row.name, "kind": row.kind} for row in desk.actors],
        "events": [_event(desk, row) for row in desk.events if row.id in acts],
        "utterances": [
            _utterance(desk, group) for group in desk.utterances if (group[0].utterance or group[0].id) in said
        ],
        "conflicts": [
            _conflict(desk, list(group)) for _, group in groupby(desk.conflicts, key=lambda row: row.id)
        ],
    }


def _report(desk: Desk, id_: str) -> dict[str, Any]:
    report, row = desk.directory.reports[id_], desk.report_rows[id_]
    return {
        "number": desk.numbers[id_],
        "id": id_,
        "digest": report.digest,
        "outlet": row.outlet,
        "published": row.published,
        "title": row.title,
    }


def _event(desk: Desk, row: Any) -> dict[str, Any]:
    told = (
        [desk.numbers[each.report], passage.start, passage.start + len(passage.text)]
        for each in desk.tellings(row.id)
        for passage in each.passages
    )
    return {
        "id": row.id,
        "act": row.act,
        "status": row.status,
        "time": row.time,
        "time_disputed": row.time_disputed,
        "actors": list(row.actor_ids),
        "recipients": list(row.recipient_ids),
        "place": row.place_id,
        "told": list(told),
    }


def _utterance(desk: Desk, group: Any) -> dict[str, Any]:
    printed = (
        [desk.numbers[row.report], piece.start, piece.end]
        for row in group
        for piece in desk.directory.quotations[row.id].contents
    )
    speakers = (
        id_ for row in group for id_ in (row.ruled_speaker_id, row.speaker_id, row.other_speaker_id) if id_
    )
    return {
        "id": group[0].utterance or group[0].id,
        "speakers": list(dict.fromkeys(speakers)),
        "text": max((row.text for row in group), key=len),
        "printed": list(printed),
    }


def _conflict(desk: Desk, rows: list[Any]) -> dict[str, Any]:
    sides = [
        {
            "value": side[0].value,
            "told": [[desk.numbers[row.report], row.start, row.start + len(row.words)] for row in side],
        }
        for side in (list(group) for _, group in groupby(rows, key=lambda row: row.side))
    ]
    return {"id": rows[0].id, "kind": rows[0].kind, "about": rows[0].about, "sides": sides}


def as_data(given: dict[str, Any]) -> Markup:
    """JSON that can stand inside a script element: no `<` in it can end the element or begin another."""
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    escaped = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(escaped)  # noqa: S704 -- nothing in it is markup any more


def read_back(file: Path) -> dict[str, Any]:
    """What a dossier holds as data; InputError for a file that is none."""
    try:
        finder = _Finder()
        finder.feed(file.read_text(encoding="utf-8"))
        finder.close()
        given = json.loads("".join(finder.found))
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}", "name a dossier") from error
    except ValueError as error:  # of the encoding too
        raise InputError(
            f"{file} has no rows of a dossier in it", "name a file that dateline dossier wrote"
        ) from error
    if not isinstance(given, dict) or given.get("format") != FORMAT:
        raise InputError(f"{file} is a dossier of another format", "write it anew with this version of Dateline")
    return given


class _Finder(HTMLParser):
    """The text of the one element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "script" and ("id", ID) in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found.append(data)
