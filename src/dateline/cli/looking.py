"""The commands that look closer, write elsewhere, or check: explain, export, verify."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.common import story_argument
from dateline.cli.layouts.explanation import show_explanation
from dateline.cli.layouts.verification import show_verification
from dateline.cli.terminal import Paper, console
from dateline.export import FORMATS, export_story
from dateline.export.jsonl import json_text
from dateline.story import open_story
from dateline.story import verify as verify_story
from dateline.story.explain import explain as explain_record
from dateline.story.wording import count_of

_WRONG = 1  # exit code: the story has something that is not as it should be


@click.command()
@click.argument("id", metavar="ID")
@story_argument
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def explain(id: str, story: Path, as_json: bool) -> None:  # noqa: A002 -- the name of the argument in --help
    """What stands behind one row: sentences, rules, links, sources.

    ID is the id of any record, or as much of its beginning as no other id shares.
    """
    with open_story(story) as opened:
        given = explain_record(opened, id)
    if as_json:
        click.echo(json_text(given, indent=2))
    else:
        show_explanation(Paper(console()), given)


@click.command()
@story_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(sorted(FORMATS)),
    default="jsonl",
    show_default=True,
    help="jsonl: every record, for programs; csv: the tables, for spreadsheets; timeml: times and events, XML.",
)
@click.option(
    "-o",
    "--output",
    "folder",
    type=click.Path(path_type=Path),
    required=True,
    metavar="DIR",
    help="The folder to write into; it is made if need be.",
)
def export(story: Path, format_: str, folder: Path) -> None:
    """Write a story as files of a folder.

    The same reports give the same bytes, whatever their order and wherever they are read.
    """
    with open_story(story) as opened:
        counts = export_story(opened, format_, folder)
    rows = sum(counts.values())
    Paper(console()).line(
        f"{folder}: {count_of(rows, 'row')} in {count_of(len(counts), 'file')}, and manifest.json"
    )


@click.command()
@story_argument
def verify(story: Path) -> int:
    """Slice every span again: 100 %, or a list and exit code 1."""
    with open_story(story) as opened:
        found = verify_story(opened)
    show_verification(Paper(console()), found)
    return 0 if found.ok else _WRONG


COMMANDS = (explain, export, verify)
