"""Actors, and all that is told of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dateline.cli.layouts.sources import not_there
from dateline.cli.terminal import DOUBT, NAME, QUIET, Paper, Paragraph, Part
from dateline.model import Actor
from dateline.story.coding import UNKNOWN
from dateline.story.views import ActorRow, WhoRow
from dateline.story.views.who import REPORTED_SPEECH
from dateline.story.wording import count_of, list_in_words

_HEADINGS = {
    "name": "Names",
    "role": "Roles, as reported",
    "said": "Said, according to the reports",
    "did": "Did",
    "underwent": "Was done to",
    "where": "Happened there",
    "spoken of": "Spoken of by",
}
_TIMES = 18  # columns for the date at the left
_OTHERS = 5  # actors named that a name may mean besides


def show_actors(paper: Paper, rows: Sequence[ActorRow], everyone: bool) -> None:
    """Each actor with its spellings, roles and counts; those that one report describes only for `everyone`."""
    paper.heading("Actors", f"{len(rows):,}")
    if not rows:
        paper.line(not_there("actors"))
    shown = [row for row in rows if everyone or row.mentions or row.reports > 1 or row.decided]
    for row in shown:
        paper.blank()
        paper.line((row.name, NAME), f"  {row.kind}", (f"  {row.id}", QUIET))
        others = [name for name in row.names if name != row.name]
        if others:
            paper.line(f"also {', '.join(others)}", indent=2)
        if row.roles and row.kind != "group":  # a group's roles are its names over again
            paper.line("; ".join(row.roles), indent=2)
        if coded := _coded(row):
            paper.line(*coded, indent=2)
        for words in row.decided:
            paper.line(words, indent=2)
        paper.line(_counts(row), indent=2)
    if left := len(rows) - len(shown):
        paper.blank()
        paper.line((f"{left:,} more that one report describes and none names: dateline actors --all", QUIET))


def _coded(row: ActorRow) -> list[Part]:
    """`KEN, GOV  read from Kenyan, minister`; where a place lies; nothing for what is coded unknown."""
    if row.location:
        return [row.location]
    known = [code for code in (row.country, *row.sectors) if code and code != UNKNOWN]
    if not known:
        return []
    words = f"  read from {list_in_words([f'“{words}”' for words in row.codes_from])}" if row.codes_from else ""
    return [list_in_words(known), (words, QUIET)]


def _counts(row: ActorRow) -> str:
    counts = [f"in {count_of(row.reports, 'report')}"]
    if row.said:
        counts.append(f"said {count_of(row.said, 'utterance')}")
    if row.did:
        counts.append(f"did {count_of(row.did, 'act')}")
    if row.undergone:
        counts.append(f"underwent {row.undergone:,}")
    return ", ".join(counts)


def show_who(paper: Paper, rows: Sequence[WhoRow], others: Sequence[Actor]) -> None:
    """All that is told of one actor, each line with report and date; then whom else the name may mean."""
    paper.heading(rows[0].name, rows[0].actor)
    for section, of_section in groupby(rows, key=lambda row: row.section):
        paper.blank()
        paper.line((_HEADINGS[section], NAME))
        for row in of_section:
            _show_line(paper, row)
    if others:
        paper.blank()
        paper.line("The name may also mean ", *_alternatives(others))


def _alternatives(others: Sequence[Actor]) -> Iterator[Part]:
    for number, other in enumerate(others[:_OTHERS]):
        yield f"{', ' if number else ''}{other.name} "
        yield other.id, QUIET
    if len(others) > _OTHERS:
        yield f" and {len(others) - _OTHERS:,} more"


def _show_line(paper: Paper, row: WhoRow) -> None:
    note = row.note or ""
    if row.section == "name":
        paper.line(f"{row.text}  ", (note, QUIET), indent=2)
        return
    spoken = row.section == "said" and not note.startswith(REPORTED_SPEECH)
    told: Paragraph = [f"“{row.text}”" if spoken else row.text, (f" ({note})" if note else "", DOUBT)]
    source: Paragraph = [(f"reported by {row.cited}  {row.id}", QUIET)]
    if row.time_words:
        paper.beside([row.time_words], [told, source], width=_TIMES, indent=2)
    else:
        paper.paragraph(told, indent=2)
        paper.paragraph(source, indent=4)
