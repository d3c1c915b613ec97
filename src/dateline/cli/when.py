"""The command that reads the time expressions of one passage: `when`."""

from __future__ import annotations

import datetime as dt
import sys

import click

from dateline.cli.common import Output, output_options
from dateline.cli.layouts.times import show_times
from dateline.cli.tables import print_rows
from dateline.story import Story, views


@click.command()
@click.argument("text")
@click.option(
    "--date",
    "published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="The day on which the text was published; without one, what depends on it stays open.",
)
@click.option("--vague", is_flag=True, help="Also what carries no date: now, recently, the future.")
@output_options
def when(text: str, published: dt.datetime | None, vague: bool, output: Output | None) -> None:
    """What days the time expressions of TEXT stand for.

    TEXT is a sentence or a passage; - reads it from standard input. Nothing is taken for today: a date that is
    not given is not known.
    """
    passage = sys.stdin.read() if text == "-" else text
    rows = views.times(_story_of(passage, published.date() if published else None, vague))
    print_rows(rows, views.TimeRow, output, lambda paper: show_times(paper, rows))


def _story_of(passage: str, published: dt.date | None, vague: bool) -> Story:
    """A story in memory of this passage alone. Imports its stages itself: no other command pays for them."""
    from dateline.reading.parse import ParseStage
    from dateline.reading.timexes import TimexStage
    from dateline.testing import arrival, read, story_of

    day = published.isoformat() if published else None
    return story_of([read(arrival(passage, published=day), ParseStage(), TimexStage(vague=vague))])


COMMANDS = (when,)
