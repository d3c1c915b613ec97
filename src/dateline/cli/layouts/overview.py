"""The overview: what came in, what was read from it, what is in doubt."""

from __future__ import annotations

import datetime as dt

from dateline.cli.terminal import NAME, Paper, Part
from dateline.story.views import Overview
from dateline.story.wording import count_of, day_in_words, sources_in_words

_NUMBERS = 8  # columns for the numbers at the left


def show_overview(paper: Paper, given: Overview) -> None:
    """Counts, each on a line of its own; the three counts of sources first."""
    paper.heading(sources_of(given))
    paper.line(period(given))
    if given.reports_unlinked:
        waiting = count_of(given.reports_unlinked, "report")
        paper.line(f"The last build was interrupted: {waiting} not linked yet. Build again to complete the story.")
    paper.blank()
    _number(paper, given.actors, "actor", ": people, organisations, groups, countries, places")
    _number(paper, given.utterances, "utterance", f", printed as {count_of(given.quotations, 'quotation')}")
    _number(paper, given.events, "event")
    _number(paper, given.threads, "matter", " that the reports are about")
    _number(paper, given.copy_groups, "text or passage", " that reports share", plural="texts or passages")
    if given.earlier_versions:
        _number(paper, given.earlier_versions, "earlier version", " of these reports, kept and not counted")
    paper.blank()
    paper.heading("In doubt")
    _number(paper, given.conflicts, "conflict", ": values that cannot all hold")
    _number(paper, given.attributions_disputed, "utterance", " with a disputed attribution")
    _number(paper, given.dates_disputed, "event", " with a disputed date")
    _number(paper, given.reports_undated, "report", " without a date")
    for number, more in (
        (given.reports_misdated, " that state another day of publication elsewhere"),
        (given.reports_corrected, " that say they were corrected"),
        (given.reports_unread, " in a language that is not read"),
    ):
        if number:
            _number(paper, number, "report", more)
    _number(paper, given.rejections, "rejection", f", of {count_of(given.inputs, 'input')}")


def _number(paper: Paper, number: int, noun: str, more: str = "", *, plural: str = "") -> None:
    shown, _, word = count_of(number, noun, plural).partition(" ")
    part: Part = (shown.rjust(_NUMBERS - 2), NAME if number else "")
    paper.beside([part], [[word + more]], width=_NUMBERS)


def sources_of(given: Overview) -> str:
    """The three counts of the whole story."""
    counted = given.reports - given.earlier_versions
    return sources_in_words(counted, given.outlets, given.outlets_unknown, given.origins_low, given.origins_high)


def period(given: Overview) -> str:
    """From the first to the last day of publication."""
    if given.first_published is None or given.last_published is None:
        return "No report tells when it was published."
    first, last = (
        day_in_words(dt.date.fromisoformat(day)) for day in (given.first_published, given.last_published)
    )
    return f"published on {first}" if first == last else f"published between {first} and {last}"
