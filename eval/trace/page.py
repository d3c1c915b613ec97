"""The page of a trace: what it is, a summary, then a table for each report, in Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.story.lookup.directory import file_of
from dateline.story.wording import count_of, date_in_words
from eval.trace.rows import Line, Trace, Worth

_SHARES = (
    (Worth.CHECKABLE, "speech, an act, or what somebody named is called"),
    (Worth.TIME, "one of these or a time expression"),
    (Worth.MENTION, "one of these or at least a mention"),
)
_LITTLE = {Worth.TIME: "no act or speech: ", Worth.MENTION: "no act, speech or time: "}
_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\|*_`[]<>"})  # marks that Markdown would read


def page(title: str, opening: str, found: Sequence[Trace]) -> str:
    """The whole page."""
    lines = [f"# {title}", "", opening, "", *_summary(found)]
    for trace in found:
        lines += ["", *_report(trace)]
    return "\n".join(lines) + "\n"


def share(body: Sequence[Line], worth: Worth) -> float:
    """Percentage of sentences whose best row is worth at least so much; 0 of none."""
    return 100 * sum(line.worth >= worth for line in body) / len(body) if body else 0.0


def _summary(found: Sequence[Trace]) -> Iterator[str]:
    every = [line for trace in found for line in trace.body]
    kinds = Counter(line.kind for trace in found for line in trace.lines)
    yield (
        f"{count_of(len(found), 'report')}, {count_of(len(every), 'body sentence')}, "
        f"{count_of(kinds['heading'], 'heading')}, {count_of(kinds['furniture'], 'piece')} of furniture."
    )
    yield ""
    yield "| of the body sentences, these gave | sentences | share |"
    yield "|---|---|---|"
    for worth, words in _SHARES:
        number = sum(line.worth >= worth for line in every)
        yield f"| {words} | {number} of {len(every)} | {share(every, worth):.1f} % |"


def _report(trace: Trace) -> Iterator[str]:
    report, body = trace.report, trace.body
    yield f"## {_plain(file_of(report))}"
    yield ""
    yield (
        f"Published: {date_in_words(report.published)}. {count_of(len(body), 'body sentence')}; "
        f"speech, acts or roles from {share(body, Worth.CHECKABLE):.0f} %."
    )
    yield ""
    yield "| begins | what was read from it |"
    yield "|---|---|"
    for line in trace.lines:
        yield f"| {_plain(line.begins)} | {_told(line)} |"


def _told(line: Line) -> str:
    """The rows of a line, equal ones counted; or the reason why there are none."""
    if not line.rows:
        return _plain(line.reason)
    counted = Counter(row.told for row in line.rows)
    told = "; ".join(f"{words} (×{number})" if number > 1 else words for words, number in counted.items())
    return _plain(f"heading: {told}" if line.kind == "heading" else f"{_LITTLE.get(line.worth, '')}{told}")


def _plain(text: str) -> str:
    return " ".join(text.split()).translate(_SPECIAL)
