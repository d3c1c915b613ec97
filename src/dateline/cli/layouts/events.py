"""Events, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.cli.layouts.sources import counts, not_there, quiet
from dateline.cli.terminal import DOUBT, NAME, Paper, Part
from dateline.story.views import EventRow
from dateline.story.wording import count_of, list_in_words

_TIMES = 18  # columns for the date at the left
_SENTENCE_ON_TIMELINE = 150  # characters: about three lines; the whole sentence stands in `events` and `explain`


def show_events(paper: Paper, rows: Sequence[EventRow]) -> None:
    """Each event in full: who, what, whom, where, when, its sentence, and the counts behind it."""
    paper.heading("Events", f"{len(rows):,}")
    if not rows:
        paper.line(not_there("events"))
    for row in rows:
        paper.blank()
        paper.beside([_time(row)], list(_full(row)), width=_TIMES)


def show_timeline(paper: Paper, rows: Sequence[EventRow]) -> None:
    """Each event in order of time, in few lines."""
    paper.heading("Timeline", count_of(len(rows), "event"))
    if not rows:
        paper.line(not_there("dated events"))
    for row in rows:
        paper.blank()
        paper.beside([_time(row)], list(_short(row)), width=_TIMES)


def act_in_words(row: EventRow) -> list[Part]:
    """`Ada Holm · meet · Bo Lind · Lathia City (planned)`."""
    parts: list[Part] = []
    for words, style in (
        (list_in_words(row.actors), NAME),
        (row.act, ""),
        (list_in_words(row.recipients), NAME),
        (row.place or "", ""),
    ):
        if words:
            parts += [" · ", (words, style)] if parts else [(words, style)]
    if row.status != "happened":
        parts.append((f" ({row.status})", DOUBT))
    return parts


def _time(row: EventRow) -> Part:
    return row.time_words, DOUBT if row.time_disputed else ""


def _full(row: EventRow) -> Iterator[Sequence[Part]]:
    yield act_in_words(row)
    kind = row.type.lower() + (f" ({row.mode.lower()})" if row.mode else "")
    yield [f"{kind}; numbers given: {'; '.join(row.counts)}" if row.counts else kind]
    yield [f"“{row.sentence}”"]
    for cited in row.told_by:
        yield quiet(f"reported by {cited}")
    yield quiet(f"{counts(row)}  {row.id}")


def _short(row: EventRow) -> Iterator[Sequence[Part]]:
    yield act_in_words(row)
    sentence = row.sentence
    if len(sentence) > _SENTENCE_ON_TIMELINE:
        sentence = sentence[:_SENTENCE_ON_TIMELINE].rsplit(" ", 1)[0] + " …"
    yield [f"“{sentence}”"]
    yield quiet(f"{counts(row)}  {row.id}")
