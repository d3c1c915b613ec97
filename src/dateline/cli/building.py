"""The commands that build: `build`, and `demo`, which builds and shows what came of it."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from shutil import which

import click

from dateline import sample
from dateline.cli.layouts.summary import show_summary
from dateline.cli.layouts.tour import Tour, show_tour
from dateline.cli.progress import reporting
from dateline.cli.terminal import Paper, console
from dateline.intake.publishers import read_outlets
from dateline.pipeline import BuildSummary, default_pipeline
from dateline.settings import DEFAULTS, Settings
from dateline.story import open_story, views

_DEMO = "story.db"
_workers = click.option(
    "--workers",
    default=1,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Processes that read reports.",
)


def run_build(reports: tuple[Path, ...], story: Path, workers: int, settings: Settings = DEFAULTS) -> BuildSummary:
    """Build with the usual stages; progress goes to standard error."""
    with reporting(console(stderr=True)) as listener:
        return default_pipeline(settings).run(reports, story, workers=workers, progress=listener)


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
@click.option(
    "--outlets",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="CSV",
    help="A table of outlets and agencies of yours, with the columns name, domain, kind (outlet or agency), "
    "owner, country. It goes before the table of the program.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=DEFAULTS.languages,
    show_default=True,
    metavar="CODE",
    help="A language to read (ISO 639-1); may be given again. Reports in others are kept, and not read.",
)
@_workers
def build(
    reports: tuple[Path, ...], story: Path, outlets: Path | None, languages: tuple[str, ...], workers: int
) -> None:
    """Read REPORTS, files and folders, into a story file.

    Again with more reports, only the new ones are read. Interrupted, the same command goes on from there.
    """
    settings = Settings(outlets=read_outlets(outlets) if outlets else (), languages=tuple(sorted(set(languages))))
    summary = run_build(reports, story, workers, settings)
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
@_workers
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
