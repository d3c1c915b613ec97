"""Who said what: an utterance once, below it every report that prints it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.cli.layouts.sources import counts, not_there, quiet
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper, Part
from dateline.story.views import QuotationRow
from dateline.story.wording import count_of, speaking_in_words


def show_quotes(paper: Paper, rows: Sequence[QuotationRow]) -> None:
    """Each utterance with its speaker, its words, and who printed it."""
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row.utterance or row.id)]
    paper.heading("Quotations", f"{len(rows):,} in {count_of(len(groups), 'utterance')}")
    if not rows:
        paper.line(not_there("quotations"))
    for group in groups:
        paper.blank()
        show_utterance(paper, group)


def show_utterance(paper: Paper, group: Sequence[QuotationRow]) -> None:
    """One utterance: speaker, words, doubts, and the reports that print it."""
    fullest = max(group, key=lambda row: len(row.text))
    paper.line(*_speaker(group, fullest), (f"  {fullest.utterance or fullest.id}", QUIET))
    marks = ("", "") if fullest.kind == "indirect" else ("“", "”")
    paper.line(f"{marks[0]}{fullest.text}{marks[1]}", indent=2)
    for words in dict.fromkeys(doubts(group)):
        paper.line((f"disputed attribution: {words}", DOUBT), indent=2)
    for words in fullest.decided:
        paper.line(words, indent=2)
    if len(group) > 1:
        paper.line(*quiet(counts(fullest)), indent=2)
    for words in dict.fromkeys(_printed(row) for row in group):
        paper.line(*quiet(words), indent=2)


def doubts(group: Sequence[QuotationRow]) -> Iterator[str]:
    """What each report prints for a speaker that is in doubt, and why; none if the attribution is not disputed."""
    for row in group:
        if row.anomaly:
            printed = f"printed as said by “{row.speaker_printed}”; " if row.speaker_printed else ""
            yield f"{printed}{row.anomaly_reason or row.anomaly}"
    first = group[0]
    if first.conflict and not any(row.anomaly for row in group):
        yield f"{first.conflict_reason}  {first.conflict}"


def _speaker(group: Sequence[QuotationRow], first: QuotationRow) -> Iterator[Part]:
    ruled = [first.ruled_speaker] if first.ruled_speaker else []
    names = ruled or list(dict.fromkeys(name for row in group for name in _readings(row)))
    for number, name in enumerate(names):
        if number:
            yield " or "
        yield name, NAME
    if not names:
        yield first.speaker_printed or "Speaker unknown", NAME
    yield f" {speaking_in_words(first.stance, negated=first.negated)}"
    if first.kind == "indirect":
        yield ", in reported speech"
    if first.addressee:
        yield f" (to {first.addressee})"
    yield from (f", {lead} {words}" for lead, words in (("through", first.medium), ("at", first.venue)) if words)


def _readings(row: QuotationRow) -> Iterator[str]:
    for name in (row.speaker, row.other_speaker):
        if name:
            yield name


def _printed(row: QuotationRow) -> str:
    via = f", through {row.via}" if row.via else ""
    return f"reported by {row.cited}{via}"
