"""The command `serve`: a story as pages in a browser."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from dateline.cli.common import story_argument
from dateline.cli.terminal import Paper, console
from dateline.web.serving import LOOPBACK, PORT, is_loopback
from dateline.web.serving import serve as serve_story


@click.command()
@story_argument
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--host",
    default=LOOPBACK,
    show_default=True,
    metavar="ADDRESS",
    help="Another address lets other machines read the story; --everybody must stand beside it.",
)
@click.option("--everybody", is_flag=True, help="Yes, whoever reaches the address may read the story.")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def serve(story: Path, port: int, host: str, everybody: bool, show: bool) -> None:
    """Show a story in the browser, until interrupted with Ctrl-C.

    Only this machine can reach it. The address that is printed has a key in it: whoever opens that one may record
    decisions. Pages change as soon as a build has changed the story.
    """
    if not is_loopback(host) and not everybody:
        raise click.UsageError(f"at {host} others can read the story: add --everybody if they may")
    paper = Paper(console())

    def ready(address: str) -> None:
        paper.line(f"Reading {story} at")
        paper.line(f"  {address}")
        paper.line("Stop with Ctrl-C.")
        if show:
            webbrowser.open(address)

    serve_story(story, host, port, ready)


COMMANDS = (serve,)
