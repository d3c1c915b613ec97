"""The overview: what came in, what was read from it, what is in doubt."""

from __future__ import annotations

import datetime as dt

from dateline.cli.terminal import NAME, Paper, Part
from dateline.story.views import Overview
from dateline.story.wording import count_of, day_in_words, sources_in_words

_NUMBERS = 8  # columns for the numbers at the left


def show_overview(paper: Paper, given: Overview) -> None:
    """Counts, each on a line of its own; the three counts of sources first."""
    paper.heading(
        sources_in_words(
            given.reports, given.outlets, given.outlets_unknown, given.origins_low, given.origins_high
        )
    )
    paper.line(_period(given))
    paper.blank()
    _number(paper, given.actors, "actors: people, organisations, groups, countries, places")
    _number(paper, given.utterances, f"utterances, printed as {count_of(given.quotations, 'quotation')}")
    _number(paper, given.events, "events")
    _number(paper, given.copy_groups, "texts or passages shared between reports")
    paper.blank()
    paper.heading("In doubt")
    _number(paper, given.conflicts, "conflicts: values that cannot all hold")
    _number(paper, given.attributions_disputed, "utterances with a disputed attribution")
    _number(paper, given.dates_disputed, "events with a disputed date")
    _number(paper, given.reports_undated, "reports without a date")
    _number(paper, given.rejections, f"rejected, of {count_of(given.inputs, 'input')}")


def _number(paper: Paper, number: int, words: str) -> None:
    style: Part = (f"{number:,}".rjust(_NUMBERS - 2), NAME if number else "")
    paper.beside([style], [[words]], width=_NUMBERS)


def _period(given: Overview) -> str:
    if given.first_published is None or given.last_published is None:
        return "No report tells when it was published."
    first, last = (
        day_in_words(dt.date.fromisoformat(day)) for day in (given.first_published, given.last_published)
    )
    return f"published on {first}" if first == last else f"published between {first} and {last}"
