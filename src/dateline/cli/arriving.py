"""The commands for what arrives by itself: `watch` takes it from a folder, `fetch` brings it from the web."""

from __future__ import annotations

import time
from pathlib import Path

import click

from dateline.cli.building import run_build, workers_option
from dateline.cli.layouts.summary import show_summary
from dateline.cli.reading import reading_options
from dateline.cli.terminal import Paper, console
from dateline.errors import FetchError, InputError
from dateline.intake import InputFile, read_file
from dateline.model import Arrival
from dateline.settings import DEFAULTS, Settings
from dateline.story import open_story, views
from dateline.story.wording import count_of
from dateline.watching import batches

_PAUSE = 2.0  # seconds: a file that has not changed for so long is taken for whole


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option("-o", "--output", "story", required=True, type=click.Path(path_type=Path), metavar="STORY")
@click.option("--pause", default=_PAUSE, show_default=True, type=click.FloatRange(min=0.01), metavar="SECONDS",
              help="How long a file must not change before it is read.")  # fmt: skip
@click.option("--once", is_flag=True, help="Take what is there, and end.")
@reading_options
@workers_option
def watch(folder: Path, story: Path, pause: float, once: bool, settings: Settings, workers: int) -> None:
    """Take what arrives in FOLDER into a story.

    There is a build for each batch, until Ctrl-C. A file that still grows waits for the next batch. Files that
    change or vanish are told; what was read from them stays, until a build with --prune.
    """
    if not folder.is_dir():
        raise InputError(f"{folder} is no folder", "make it first, or give another")
    paper = Paper(console())
    try:
        for arriving in batches(folder, lambda: time.sleep(pause), once=once):
            summary = run_build((folder,), story, workers, settings, held_back=arriving)
            with open_story(story) as opened:
                given, rejected = views.overview(opened), views.rejections(opened)
            show_summary(paper, str(story), summary, given, rejected)
    except KeyboardInterrupt:  # the way to end it: what was built is whole
        paper.line("stopped; the story is complete as far as it was built")


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="URL...")
@click.option("-o", "--output", "folder", required=True, type=click.Path(path_type=Path, file_okay=False),
              metavar="FOLDER", help="Where it is saved; it is made if need be.")  # fmt: skip
@click.option("--pages", is_flag=True, help="Also the pages that the items of a feed link to.")
@click.option("--allow-private", is_flag=True, help="Also from addresses of this machine and its network.")
def fetch(addresses: tuple[str, ...], folder: Path, pages: bool, allow_private: bool) -> None:
    """Fetch feeds or pages from the web.

    They are saved into FOLDER, for a build to read. The only command, beside build --fetch, that opens a network
    connection: http and https, public addresses, what robots.txt allows, one request a second to a host.
    """
    failed = fetch_into(folder, addresses, pages=pages, allow_private=allow_private)
    if failed:
        raise failed[0]


def fetch_into(
    folder: Path, addresses: tuple[str, ...], *, pages: bool = False, allow_private: bool = False
) -> list[FetchError]:
    """Fetch each address; tell what was saved and what could not be. The errors."""
    from dateline.fetching import Client, save  # here: nothing else needs the network

    paper, client = Paper(console(stderr=True)), Client(allow_private=allow_private)
    failed: list[FetchError] = []
    todo, known = list(addresses), set(addresses)
    while todo:
        url = todo.pop(0)
        try:
            path = save(client.get(url), folder)
        except FetchError as error:
            failed.append(error)
            paper.line(f"not fetched: {error}")
            continue
        paper.line(f"{url} -> {path}")
        if pages and url in addresses:
            fresh = [link for link in _links(path) if link not in known][: DEFAULTS.max_fetched_pages]
            known.update(fresh)
            todo += fresh
    paper.line(f"{count_of(len(known) - len(failed), 'address', 'addresses')} fetched, {len(failed)} not")
    return failed


def _links(path: Path) -> list[str]:
    """The addresses that the items of a fetched feed state for themselves, in order."""
    found = [one.report.url for one in read_file(InputFile(path, path.name), DEFAULTS) if isinstance(one, Arrival)]
    return list(dict.fromkeys(url for url in found if url))


COMMANDS = (watch, fetch)
