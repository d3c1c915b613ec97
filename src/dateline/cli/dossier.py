"""The command `dossier`: a story as one HTML file."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.common import story_argument
from dateline.cli.terminal import Paper, console
from dateline.story import open_story
from dateline.web.dossier import ROWS, dossier_html
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
def dossier(story: Path, file: Path, title: str | None, rows: int) -> None:
    """Write a story as one HTML file for reading and printing.

    Disputes first, then timeline, utterances, actors and reports, each line with the sentences it was read from.
    The file needs no network and no script.
    """
    with open_story(story) as opened:
        html = dossier_html(opened, title, rows)
    if file == _STDOUT:
        click.echo(html.encode(), nl=False)
        return
    write_page(file, html)
    Paper(console()).line(f"{file}: {len(html.encode()) / 1000:,.0f} kB")


COMMANDS = (dossier,)
