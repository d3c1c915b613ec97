"""The commands that print one table of a story: for people, as JSON, or as CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from dateline.cli.common import Output, output_options, story_argument
from dateline.cli.layouts.actors import show_actors, show_who
from dateline.cli.layouts.conflicts import show_conflicts
from dateline.cli.layouts.copies import show_copies
from dateline.cli.layouts.events import show_events, show_timeline
from dateline.cli.layouts.gists import show_gists
from dateline.cli.layouts.overview import show_overview
from dateline.cli.layouts.quotes import show_quotes
from dateline.cli.layouts.reports import show_reports
from dateline.cli.layouts.threads import show_threads
from dateline.cli.layouts.versions import show_versions
from dateline.cli.terminal import Paper, console
from dateline.errors import NotFoundError
from dateline.export.csv import csv_text
from dateline.export.jsonl import json_text
from dateline.story import open_story, views
from dateline.story.views.in_dispute import in_dispute


def print_rows(rows: Sequence[Any], row_type: type, output: Output | None, show: Callable[[Paper], None]) -> None:
    """Rows as the reader wants them; `show` puts them on paper."""
    if output is Output.JSON:
        click.echo(json_text(list(rows), indent=2))
    elif output is Output.CSV:
        click.echo(csv_text(row_type, rows).encode(), nl=False)  # bytes: line ends stay as they are
    else:
        show(Paper(console()))


@click.command()
@story_argument
@output_options
def overview(story: Path, output: Output | None) -> None:
    """How much came in, what was read from it, and what is in doubt."""
    with open_story(story) as opened:
        given = views.overview(opened)
    print_rows([given], views.Overview, output, lambda paper: show_overview(paper, given))


@click.command()
@story_argument
@click.option(
    "--versions", is_flag=True, help="Only reports that were replaced, and what the next version changed."
)
@output_options
def reports(story: Path, versions: bool, output: Output | None) -> None:
    """Every report with its outlet and origin, and what was rejected."""
    if versions:
        with open_story(story) as opened:
            earlier = views.versions(opened)
        print_rows(earlier, views.VersionRow, output, lambda paper: show_versions(paper, earlier))
        return
    with open_story(story) as opened:
        rows, rejected = views.reports(opened), views.rejections(opened)
    print_rows(rows, views.ReportRow, output, lambda paper: show_reports(paper, rows, rejected))


@click.command()
@story_argument
@output_options
def gists(story: Path, output: Output | None) -> None:
    """Who, what, when and where: each report in four lines."""
    with open_story(story) as opened:
        rows = views.gists(opened)
    print_rows(rows, views.GistRow, output, lambda paper: show_gists(paper, rows))


@click.command()
@story_argument
@click.option(
    "--all", "everyone", is_flag=True, help="Also those that one report describes and none names: “a man”."
)
@output_options
def actors(story: Path, everyone: bool, output: Output | None) -> None:
    """Everybody: people, organisations, groups, countries and places.

    Those of most reports come first, each with its spellings, roles and counts. JSON and CSV have all of them.
    """
    with open_story(story) as opened:
        rows = views.actors(opened)
    print_rows(rows, views.ActorRow, output, lambda paper: show_actors(paper, rows, everyone))


@click.command()
@click.argument("name")
@story_argument
@output_options
def who(name: str, story: Path, output: Output | None) -> None:
    """All that is told of one actor.

    Its names and roles, what it said, did and underwent, and who spoke of it, each line with report and date.

    NAME is any spelling of the name, or the actor's id.
    """
    with open_story(story) as opened:
        found = views.find_actors(opened, name)
        if not found:
            raise NotFoundError(f"no actor is called “{name}”", f"all names: dateline actors {story}")
        rows = views.who(opened, found[0])
    print_rows(rows, views.WhoRow, output, lambda paper: show_who(paper, rows, found[1:]))


@click.command()
@story_argument
@output_options
def quotes(story: Path, output: Output | None) -> None:
    """Who said what, each utterance with every report that prints it."""
    with open_story(story) as opened:
        rows = views.quotes(opened)
    print_rows(rows, views.QuotationRow, output, lambda paper: show_quotes(paper, rows))


@click.command()
@story_argument
@output_options
def events(story: Path, output: Output | None) -> None:
    """Who did what to whom, where and when, in full."""
    with open_story(story) as opened:
        rows = views.events(opened)
        disputes = in_dispute(views.Directory.of(opened))
    print_rows(rows, views.EventRow, output, lambda paper: show_events(paper, rows, disputes))


@click.command()
@story_argument
@click.option(
    "--top",
    type=click.IntRange(min=1),
    metavar="N",
    help="Only the N times of which the reports make most, each with its weightiest events.",
)
@click.option("--actor", metavar="NAME", help="Only events in which somebody takes part: a name or an id.")
@click.option("--place", metavar="NAME", help="Only events at a place or inside a country: a name or an id.")
@output_options
def timeline(story: Path, top: int | None, actor: str | None, place: str | None, output: Output | None) -> None:
    """The events in the order of their time.

    Those of one time stand by the origins and people behind them. A time weighs by how many reports name it, and
    how long after.
    """
    with open_story(story) as opened:
        told = views.timeline(opened, actor=actor, place=place)
        disputes = in_dispute(views.Directory.of(opened))
    rows = views.weightiest(told, top)
    gaps = views.gaps_of(told) if len(rows) == len(told) else []  # between chosen times other events lie
    left_out = len(told) - len(rows)
    print_rows(rows, views.EventRow, output, lambda paper: show_timeline(paper, rows, gaps, left_out, disputes))


@click.command()
@story_argument
@output_options
def conflicts(story: Path, output: Output | None) -> None:
    """Values that cannot all hold, every side with its words."""
    with open_story(story) as opened:
        rows = views.conflicts(opened)
    print_rows(rows, views.ConflictRow, output, lambda paper: show_conflicts(paper, rows))


@click.command()
@story_argument
@output_options
def threads(story: Path, output: Output | None) -> None:
    """The matters that the reports are about, each with its reports.

    Reports are of one matter as far as they share telling words and name the same people.
    """
    with open_story(story) as opened:
        rows = views.threads(opened)
    print_rows(rows, views.ThreadRow, output, lambda paper: show_threads(paper, rows))


@click.command()
@story_argument
@output_options
def copies(story: Path, output: Output | None) -> None:
    """Passages that reports share, and the origins that follow."""
    with open_story(story) as opened:
        rows, origins = views.copies(opened), views.origins(opened)
    print_rows(rows, views.CopyRow, output, lambda paper: show_copies(paper, rows, origins))


COMMANDS = (overview, reports, gists, actors, who, quotes, events, timeline, conflicts, threads, copies)
