"""The commands `dossier`, a story as one HTML file, and `unpack`, its rows read back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dateline.cli.common import story_argument
from dateline.cli.terminal import Paper, console
from dateline.export.jsonl import json_text
from dateline.story import open_story
from dateline.web.dossier import ROWS, dossier_html
from dateline.web.embedded import read_back
from dateline.web.narrowed import Part
from dateline.web.writing import write_page

_STDOUT = Path("-")


@click.command()
@story_argument
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, allow_dash=True),
    required=True,
    metavar="FILE",
    help="The HTML file; - for standard output. An earlier dossier is replaced, no other file is.",
)
@click.option("--title", metavar="TEXT", help="Its title; by default the best-attested people.")
@click.option(
    "--rows",
    default=ROWS,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Lines of a section, weightiest first; the others are counted.",
)
@click.option(
    "--about", multiple=True, metavar="ACTOR", help="Only what concerns somebody: a name or an id. Repeatable."
)
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only of that day or later."
)
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD", help="Only of that day or earlier."
)
@click.option("--disputes", is_flag=True, help="Only what is disputed.")
@click.option(
    "--full-text", is_flag=True, help="With the texts of the reports at the end, not their sentences alone."
)
def dossier(
    story: Path,
    file: Path,
    title: str | None,
    rows: int,
    about: tuple[str, ...],
    since: dt.datetime | None,
    until: dt.datetime | None,
    disputes: bool,
    full_text: bool,
) -> None:
    """Write a story as one HTML file for reading and printing.

    Disputes first, then timeline, utterances, actors and reports, each line with the sentences it was read from.
    The file needs no network and no script.
    """
    part = Part(about, since.date() if since else None, until.date() if until else None, disputes)
    with open_story(story) as opened:
        html = dossier_html(opened, title, rows, part, full_text=full_text)
    if file == _STDOUT:
        click.echo(html.encode(), nl=False)
        return
    write_page(file, html)
    Paper(console()).line(f"{file}: {len(html.encode()) / 1000:,.0f} kB")


@click.command("unpack")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def unpack(file: Path) -> None:
    """Print the rows that a dossier holds, as JSON.

    Words stand as [number of the report, first character, character behind the last] of its clean text.
    """
    click.echo(json_text(read_back(file), indent=2))


COMMANDS = (dossier, unpack)
