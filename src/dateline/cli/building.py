"""The commands that build: `build`, and `demo`, which builds and shows what came of it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from shutil import which

import click

from dateline import sample
from dateline.cli.layouts.summary import show_summary
from dateline.cli.layouts.tour import Tour, show_tour
from dateline.cli.progress import reporting
from dateline.cli.reading import reading_options
from dateline.cli.terminal import Paper, console
from dateline.pipeline import BuildSummary, default_pipeline
from dateline.settings import DEFAULTS, Settings
from dateline.story import open_story, views

_DEMO = "story.db"
workers_option = click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read reports.",
)


def run_build(
    reports: tuple[Path, ...],
    story: Path,
    workers: int,
    settings: Settings = DEFAULTS,
    *,
    prune: bool = False,
    held_back: Collection[Path] = (),
) -> BuildSummary:
    """Build with the usual stages; progress goes to standard error."""
    with reporting(console(stderr=True)) as listener:
        return default_pipeline(settings).run(
            reports, story, workers=workers, prune=prune, held_back=held_back, progress=listener
        )


@click.command()
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="REPORTS...")
@click.option(
    "-o",
    "--output",
    "story",
    required=True,
    type=click.Path(path_type=Path),
    metavar="STORY",
    help="The story file; it is made if need be.",
)
@reading_options
@click.option(
    "--prune",
    is_flag=True,
    help="Forget what was read from files that have vanished from the folders, or changed.",
)
@click.option(
    "--fetch",
    "addresses",
    multiple=True,
    metavar="URL",
    help="Fetch a feed first, into the first folder of REPORTS; may be given again.",
)
@workers_option
def build(
    reports: tuple[Path, ...],
    story: Path,
    settings: Settings,
    prune: bool,
    addresses: tuple[str, ...],
    workers: int,
) -> None:
    """Read REPORTS, files and folders, into a story file.

    Pages, texts, feeds, web archives, tables, records, mails and archives of these are told by what they hold.
    Again with more reports, only the new ones are read. Interrupted, the same command goes on from there.
    """
    if addresses:
        from dateline.cli.arriving import fetch_into  # here: that module builds with this one

        folder = next((path for path in reports if path.is_dir()), None)
        if folder is None:
            raise click.UsageError("--fetch saves into a folder: give one among REPORTS")
        fetch_into(folder, addresses)
    summary = run_build(reports, story, workers, settings, prune=prune)
    with open_story(story) as opened:
        given, rejected = views.overview(opened), views.rejections(opened)
    show_summary(Paper(console()), str(story), summary, given, rejected)


@click.command()
@click.argument("reports", nargs=-1, type=click.Path(path_type=Path), metavar="[REPORTS...]")
@click.option(
    "-o",
    "--output",
    "story",
    type=click.Path(path_type=Path),
    metavar="STORY",
    help=f"The story file; by default {_DEMO} in a new temporary folder.",
)
@workers_option
def demo(reports: tuple[Path, ...], story: Path | None, workers: int) -> None:
    """Build a story and take a short tour of it.

    The story is of REPORTS, files and folders, or else of sixteen bundled reports on a fictional affair.
    """
    story = story or Path(tempfile.mkdtemp(prefix="dateline-")) / _DEMO
    summary = run_build(reports or (sample.FOLDER,), story, workers)
    with open_story(story) as opened:
        tour = Tour.of(opened)
    show_tour(Paper(console()), _program(), str(story), summary, tour)


def _program() -> str:
    """What to type for this program: its name where the shell finds it, else the path it was called by."""
    return "dateline" if which("dateline") else sys.argv[0]


COMMANDS = (build, demo)
