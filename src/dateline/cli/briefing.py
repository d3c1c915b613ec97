"""The command `brief`: what happened, in a few sentences of the reports."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dateline.cli.common import Output, output_options, story_argument
from dateline.cli.layouts.brief import show_brief
from dateline.cli.tables import print_rows
from dateline.story import open_story, views
from dateline.story.views.brief import SENTENCES


@click.command()
@story_argument
@click.option("--about", metavar="ACTOR", help="Only what somebody said, did and underwent: a name or an id.")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Only what may be of that day or later.",
)
@click.option(
    "--sentences",
    default=SENTENCES,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="How many at most.",
)
@output_options
def brief(
    story: Path, about: str | None, since: dt.datetime | None, sentences: int, output: Output | None
) -> None:
    """What happened, in a few sentences of the reports.

    The sentences are the reports' own, never rewritten: those that tell most of what most origins report, without
    telling it twice, in the order of time. A name in [brackets] behind a pronoun is ours. What reports dispute is
    said to be disputed, with the values of all sides.
    """
    with open_story(story) as opened:
        rows = views.brief(opened, about, since.date() if since else None, sentences)
    print_rows(rows, views.BriefRow, output, lambda paper: show_brief(paper, rows))


COMMANDS = (brief,)
