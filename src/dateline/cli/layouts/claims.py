"""Claims: each act, utterance and actor with its values, how many give each, and the sentences once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from dateline.cli.layouts.sources import counts, not_there, quiet
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper, Paragraph, Part, Quoted
from dateline.model import Aspect
from dateline.story.views import ClaimRow
from dateline.story.views.ledger import Standing
from dateline.story.wording import count_of, list_in_words

_KINDS = 14  # columns for what kind of value it is
_NUMBERS = 6  # columns for the number of a sentence
_SPOKEN = (Aspect.STATEMENT, Aspect.WORDING)  # values in the words of a report
_INFERRED = "stated by none: it follows from the course of the telling"


def show_claims(paper: Paper, rows: Sequence[ClaimRow]) -> None:
    """Everything that has a value, those that most reports give first."""
    standing = {row.id: row.standing for row in rows}
    told = (
        f"{number:,} {how.value}"
        for how in (Standing.AGREED, Standing.DISPUTED)
        if (number := sum(one == how for one in standing.values()))
    )
    paper.heading("Claims", ", ".join((count_of(len(standing), "value"), *told)))
    if not rows:
        paper.line(not_there("claims of this kind"))
    for _, of_subject in groupby(rows, key=lambda row: row.about):
        paper.blank()
        _show_subject(paper, list(of_subject))


def _show_subject(paper: Paper, rows: Sequence[ClaimRow]) -> None:
    """What it is, its values by kind, and the sentences they are read from, by number."""
    printed: dict[str, dict[str, None]] = {}  # by sentence the reports that have it, as they are cited
    for row in rows:
        printed.setdefault(row.sentence, {})[row.cited] = None
    numbers = {sentence: number for number, sentence in enumerate(printed, start=1)}
    paper.line((rows[0].about_words, NAME), (f"  {rows[0].about}", QUIET))
    for kind, of_kind in groupby(rows, key=lambda row: row.kind):
        values = [list(of_value) for _, of_value in groupby(of_kind, key=lambda row: row.id)]
        paper.beside([kind], [line for value in values for line in _value(value, numbers)], width=_KINDS, indent=2)
    for sentence, cited in printed.items():
        lines: list[Paragraph] = [Quoted.of(sentence), *(quiet(f"reported by {each}") for each in cited)]
        paper.beside([(f"[{numbers[sentence]}]", QUIET)], lines, width=_NUMBERS, indent=2)


def _value(rows: Sequence[ClaimRow], numbers: Mapping[str, int]) -> Iterator[Paragraph]:
    """A value, how it stands, who gives it, and what agrees or disagrees with it."""
    row = rows[0]
    shown = dict.fromkeys(numbers[each.sentence] for each in rows)
    yield [*_stands(row), (f"  [{', '.join(map(str, shown))}]  {row.id}", QUIET)]
    yield quiet(counts(row))
    if row.inferred:
        yield quiet(_INFERRED)
    if row.agrees:
        yield quiet(f"agrees with {'; '.join(row.agrees)}")


def _stands(row: ClaimRow) -> Iterator[Part]:
    yield _marked(row, row.value), NAME
    if row.against:
        yield f" – disputed with {list_in_words([_marked(row, value) for value in row.against])}", DOUBT
    elif row.standing == Standing.AGREED:
        yield " – agreed"


def _marked(row: ClaimRow, value: str) -> str:
    return f"“{value}”" if row.kind in _SPOKEN else value
