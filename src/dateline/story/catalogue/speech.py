"""Quotations by utterance: who says them, by any reading, and in which reports and words."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import ConflictKind
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import PIECE_JOINT
from dateline.story.story import Story

_NOBODY: tuple[str | None, str | None] = (None, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationSlip:
    """One quotation; fields as `QuotationRow` has them."""

    id: str
    utterance: str | None
    report: str
    published: str | None
    outlet: str | None
    text: str
    kind: str
    stance: str
    negated: bool
    anomaly: str | None
    conflict: str | None
    speaker: str | None
    speaker_id: str | None
    speaker_printed: str | None
    other_speaker_id: str | None
    ruled_speaker_id: str | None
    reports: int


def speech(story: Story) -> list[Sequence[QuotationSlip]]:
    """The quotations of each utterance, the earliest utterance first; then those that are in none.

    Left out are quotations of reports that were replaced, and rejected ones that stand alone.
    """
    directory = Directory.of(story)
    utterances: defaultdict[str, list[tuple[int, tuple[int, int], QuotationSlip]]] = defaultdict(list)
    alone: list[tuple[tuple[int, int], QuotationSlip]] = []
    for slip, position, start in _slips(story.connection, directory):
        place = directory.place(slip.report, start)
        if slip.utterance is not None:
            utterances[slip.utterance].append((position, place, slip))
        elif slip.id not in directory.decided.rejected:
            alone.append((place, slip))
    for members in utterances.values():
        members.sort(key=lambda member: member[0])
    ordered = sorted(utterances, key=lambda id_: (utterances[id_][0][1], id_))
    together: list[Sequence[QuotationSlip]] = [tuple(slip for *_, slip in utterances[id_]) for id_ in ordered]
    return together + [(slip,) for _, slip in sorted(alone, key=lambda one: (one[0], one[1].id))]


def _slips(connection: sqlite3.Connection, directory: Directory) -> Iterator[tuple[QuotationSlip, int, int]]:
    """Each quotation with its place in its utterance, and where it begins in its report."""
    speakers, texts, behind = _speakers(connection), _texts(connection), _reports(connection)
    disputes = _disputes(connection)
    for row in connection.execute(
        """SELECT r.key, i.id, m.utterance, u.id, m.position, pi.id, p.published_edtf, p.outlet, r.kind, r.stance,
                  r.negated, r.anomaly, r.source_text, r.speaker, r.other_speaker
           FROM quotation AS r JOIN identity AS i ON i.key = r.key
           JOIN report AS p ON p.key = r.report JOIN identity AS pi ON pi.key = r.report
           LEFT JOIN utterance_members AS m ON m.value = r.key LEFT JOIN identity AS u ON u.key = m.utterance
           WHERE r.report NOT IN (SELECT report FROM earlier_version)"""
    ):
        key, id_, of, utterance, position, report, published, outlet, *rest = row
        kind, stance, negated, anomaly, printed, by, or_by = rest
        start, text = texts.get(key, (0, ""))
        speaker, other = speakers.get(by, _NOBODY), speakers.get(or_by, _NOBODY)
        ruled = directory.decided.speaker(utterance or id_)
        slip = QuotationSlip(
            id=id_,
            utterance=utterance,
            report=report,
            published=published,
            outlet=outlet,
            text=text,
            kind=kind,
            stance=stance,
            negated=bool(negated),
            anomaly=anomaly,
            conflict=disputes.get(of),
            speaker=speaker[1],
            speaker_id=speaker[0],
            speaker_printed=printed,
            other_speaker_id=other[0],
            ruled_speaker_id=ruled.id if ruled else None,
            reports=behind.get(of, 1),
        )
        yield slip, position or 0, start


def _speakers(connection: sqlite3.Connection) -> Mapping[int | None, tuple[str | None, str]]:
    """The actor's id and name, or the name in its report alone, of every somebody that is quoted."""
    return {
        chain: (actor, name)
        for chain, actor, name in connection.execute(
            """SELECT c.key, i.id, coalesce(a.name, c.name) FROM chain AS c
               LEFT JOIN link AS l ON l.member = c.key AND l.kind = 'actor'
               LEFT JOIN actor AS a ON a.key = l.target LEFT JOIN identity AS i ON i.key = a.key
               WHERE c.key IN (SELECT speaker FROM quotation UNION SELECT other_speaker FROM quotation)"""
        )
    }


def _texts(connection: sqlite3.Connection) -> Mapping[int, tuple[int, str]]:
    """Where each quotation begins, and its pieces, joined."""
    pieces: defaultdict[int, list[str]] = defaultdict(list)
    starts: dict[int, int] = {}
    for key, start, text in connection.execute(
        "SELECT quotation, start, text FROM quotation_contents ORDER BY quotation, position"
    ):
        starts.setdefault(key, start)
        pieces[key].append(text)
    return {key: (start, PIECE_JOINT.join(pieces[key])) for key, start in starts.items()}


def _reports(connection: sqlite3.Connection) -> Mapping[int | None, int]:
    """How many reports stand behind each utterance."""
    return dict(
        connection.execute(
            """SELECT s.about, count(DISTINCT s.report) FROM utterance AS u
               JOIN support AS s ON s.about = u.key GROUP BY s.about"""
        ).fetchall()
    )


def _disputes(connection: sqlite3.Connection) -> Mapping[int | None, str]:
    """The conflict about who made each utterance."""
    return dict(
        connection.execute(
            """SELECT c.about, i.id FROM conflict AS c JOIN identity AS i ON i.key = c.key
               WHERE c.kind = ? ORDER BY i.id""",
            (ConflictKind.ATTRIBUTION.value,),
        ).fetchall()
    )
