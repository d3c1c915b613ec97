"""What happened, in a few sentences of the reports: each with its citation, names of ours told apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from dateline.span import Span
from dateline.story import views
from dateline.story.brief.shortlist import is_long
from dateline.story.views import BriefRow
from dateline.web.desk import Citation, Desk


class Part(NamedTuple):
    """A stretch of a sentence: the report's words, or a name that we put behind them."""

    text: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence."""

    when: str
    disputed_when: bool
    parts: tuple[Part, ...]
    cited: Citation
    disputed: tuple[tuple[str, str], ...]  # what reports dispute of it, in words, and the conflict's id
    sources: str | None  # the three counts, where more than one report tells it


SENTENCES = 8  # on the first page
NAME = "brief"  # of what is made ready


def ready_brief(desk: Desk) -> tuple[Told, ...] | None:
    """The brief of the first page; None while that of a long story is still being chosen."""
    if is_long(desk.story):
        return cast("tuple[Told, ...] | None", desk.ready.get(NAME))
    return desk.story.keep(NAME, lambda _: brief(desk, SENTENCES))


def brief(desk: Desk, sentences: int) -> tuple[Told, ...]:
    """At most so many sentences, in order of time."""
    return tuple(
        Told(
            when=row.time_words,
            disputed_when=any(words.startswith("date ") for words in row.disputed),
            parts=tuple(_parts(row)),
            cited=desk.cite_at(row.report, Span(row.start, row.end)),
            disputed=tuple(zip(row.disputed, row.conflicts, strict=True)),
            sources=desk.sources(row.events[0] if row.events else row.utterances[0]) if row.reports > 1 else None,
        )
        for row in views.brief(desk.story, sentences=sentences)
    )


def _parts(row: BriefRow) -> Iterator[Part]:
    """A report may have brackets of its own: only those that the row lists are ours."""
    rest = row.text
    for name in row.ours:
        words, bracket, rest = rest.partition(f" [{name}]")
        yield Part(words, ours=False)
        yield Part(bracket, ours=True)
    yield Part(rest, ours=False)
