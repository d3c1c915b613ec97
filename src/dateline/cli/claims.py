"""The command `claims`: what can be checked, and how many give each value."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dateline.cli.common import Output, output_options, story_argument
from dateline.cli.layouts.claims import show_claims
from dateline.cli.tables import print_rows
from dateline.model import Aspect
from dateline.story import open_story, views
from dateline.story.views.ledger import Standing
from dateline.story.views.timeline import actor_called
from dateline.story.views.which_claims import Which


@click.command()
@story_argument
@click.option("--about", metavar="ACTOR", help="Only acts, words and offices of somebody: a name or an id.")
@click.option("--kind", type=click.Choice([aspect.value for aspect in Aspect]), help="Only values of one kind.")
@click.option("--agreed", is_flag=True, help="Only values that two or more independent origins give.")
@click.option("--disputed", is_flag=True, help="Only values that cannot all hold.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only of that day or later."
)
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only of that day or earlier."
)
@output_options
def claims(
    story: Path,
    about: str | None,
    kind: str | None,
    agreed: bool,
    disputed: bool,
    since: dt.datetime | None,
    until: dt.datetime | None,
    output: Output | None,
) -> None:
    """What can be checked, value by value: how many give each.

    Of acts: the day, place, numbers, who takes part, and whether it happened, was planned or denied. Of words: who
    said them, and what is spoken against. Of people, at the end: their offices. What most reports tell of comes
    first.

    A value is agreed if two or more independent origins give it. A coarser one ("in September") agrees with a
    finer one ("on 29 September"), and is counted for itself. An act is of the days that its time may be of, all
    else of the days of its reports.
    """
    if agreed and disputed:
        raise click.UsageError("--agreed and --disputed exclude each other")
    standing = Standing.AGREED if agreed else Standing.DISPUTED if disputed else None
    with open_story(story) as opened:
        which = Which(
            about=actor_called(opened, about).id if about else None,
            kind=kind,
            standing=standing,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
        rows = views.claims(opened, which)
    print_rows(rows, views.ClaimRow, output, lambda paper: show_claims(paper, rows))


COMMANDS = (claims,)
