"""Events, and the timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dateline.cli.layouts.sources import counts, not_there, quiet
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper, Paragraph, Part, Quoted
from dateline.story.views import EventRow, Gap
from dateline.story.views.in_dispute import InDispute
from dateline.story.wording import count_of, list_in_words

type Disputes = Mapping[str, Sequence[InDispute]]  # by the id of an act

_TIMES = 18  # columns for the date at the left


def show_events(paper: Paper, rows: Sequence[EventRow], disputes: Disputes) -> None:
    """Each event in full: who, what, whom, where, when, its sentence, and the counts behind it."""
    paper.heading("Events", f"{len(rows):,}")
    if not rows:
        paper.line(not_there("events"))
    for row in rows:
        paper.blank()
        paper.beside([_time(row)], _full(row, disputes), width=_TIMES)


def show_timeline(
    paper: Paper, rows: Sequence[EventRow], gaps: Sequence[Gap], left_out: int, disputes: Disputes
) -> None:
    """Each time once, the acts of that time below it, and each sentence once; gaps between them in words."""
    paper.heading("Timeline", count_of(len(rows), "event"))
    if not rows:
        paper.line(not_there("dated events"))
    behind = list(gaps)
    for _, of_time in groupby(rows, key=lambda row: (row.earliest or row.latest, row.time, row.time_disputed)):
        same_time = list(of_time)
        start = same_time[0].earliest or same_time[0].latest or ""
        while behind and behind[0].last.isoformat() < start:
            paper.blank()
            gap = behind.pop(0)
            paper.beside([(gap.length, QUIET)], [quiet(gap.words)], width=_TIMES)
        paper.blank()
        paper.beside([_time(same_time[0])], _by_sentence(same_time, disputes), width=_TIMES)
    if left_out:
        paper.blank()
        paper.line((f"{count_of(left_out, 'event')} of less weight not shown", QUIET))


def _by_sentence(rows: Sequence[EventRow], disputes: Disputes) -> Iterator[Paragraph]:
    """The acts of one time: those of one sentence together, and the sentence once."""
    told: dict[tuple[str, str], list[EventRow]] = {}
    for row in rows:
        told.setdefault((row.report, row.sentence), []).append(row)
    for number, ((_, sentence), acts) in enumerate(told.items()):
        if number:
            yield [""]
        for row in acts:
            yield [*act_in_words(row), (f"  {row.id}", QUIET)]
            if row.reports > 1:
                yield quiet(counts(row))
            yield from ([words] for words in row.decided)
            yield from _disputed(row, disputes)
        yield Quoted.of(sentence)
        yield quiet(f"reported by {acts[0].told_by[0]}")


def act_in_words(row: EventRow) -> list[Part]:
    """`Ada Holm · meet · Bo Lind · Lathia City (planned)`."""
    parts: list[Part] = []
    for words, style in (
        (list_in_words(list(dict.fromkeys(row.actors))), NAME),
        (row.act, ""),
        (list_in_words(list(dict.fromkeys(row.recipients))), NAME),
        (row.place or "", ""),
    ):
        if words:
            parts += [" · ", (words, style)] if parts else [(words, style)]
    if row.status != "happened":
        parts.append((f" ({row.status})", DOUBT))
    return parts


def _time(row: EventRow) -> Part:
    return row.time_words, DOUBT if row.time_disputed else ""


def _disputed(row: EventRow, disputes: Disputes) -> Iterator[Paragraph]:
    """What reports dispute of an act, with the values of all sides."""
    for dispute in disputes.get(row.id, ()):
        yield [(dispute.words, DOUBT), (f"  see {dispute.conflict}", QUIET)]


def _full(row: EventRow, disputes: Disputes) -> Iterator[Paragraph]:
    yield act_in_words(row)
    kind = row.type.lower() + (f" ({row.mode.lower()})" if row.mode else "")
    yield [f"kind of act: {kind}"]
    yield from ([words] for words in row.decided)
    yield from _disputed(row, disputes)
    if row.counts:
        yield [f"numbers: {list_in_words(row.counts)}"]
    yield Quoted.of(row.sentence)
    for cited in row.told_by:
        yield quiet(f"reported by {cited}")
    yield quiet(f"{counts(row)}  {row.id}")
