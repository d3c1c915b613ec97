"""The command that looks for words in all reports: search."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from dateline.cli.common import Output, output_options, story_argument
from dateline.cli.layouts.search import show_hits
from dateline.cli.tables import print_rows
from dateline.errors import NotFoundError
from dateline.story import Story, open_story, views
from dateline.story.search import HitKind, Within

_SHOWN = 20  # hits unless more are asked for
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command()
@click.argument("words")
@story_argument
@click.option("--actor", metavar="NAME", help="Only sentences that name somebody: a name or an id.")
@click.option("--outlet", metavar="NAME", help="Only reports of this outlet.")
@click.option("--since", type=_DAY, metavar="YYYY-MM-DD", help="Only reports published on this day or later.")
@click.option("--until", type=_DAY, metavar="YYYY-MM-DD", help="Only reports published on this day or earlier.")
@click.option(
    "--kind",
    type=click.Choice([kind.value for kind in HitKind]),
    metavar="KIND",
    help="report: headlines; quotation, event: sentences in which somebody is quoted (with --actor: that one), or "
    "that tell an act (with --actor: of that one); unread, furniture: what is kept and not read.",
)
@click.option(
    "--by-meaning",
    is_flag=True,
    help="Sentences that mean much the same as the words, the likest first; needs the extra `semantic`.",
)
@click.option(
    "--limit", default=_SHOWN, show_default=True, type=click.IntRange(min=1), metavar="N", help="Hits shown."
)
@output_options
def search(
    words: str,
    story: Path,
    actor: str | None,
    outlet: str | None,
    since: dt.datetime | None,
    until: dt.datetime | None,
    kind: str | None,
    by_meaning: bool,
    limit: int,
    output: Output | None,
) -> None:
    """Sentences and headlines that have all the WORDS, best first.

    Words inside "quotation marks" are looked for as a phrase.
    """
    with open_story(story) as opened:
        within = Within(
            kind=HitKind(kind) if kind else None,
            actor=_actor(opened, actor) if actor else None,
            outlet=outlet,
            since=since.date() if since else None,
            until=until.date() if until else None,
        )
        if by_meaning:
            from dateline.story.meaning import Meanings  # brings numpy, which no other search pays for

            meanings = Meanings(opened.connection)
            hits, total = meanings.find(words, limit, within=within), meanings.count(words, within)
        else:
            hits, total = opened.search(words, limit, within=within), opened.count_hits(words, within)
        rows = views.hit_rows(opened, hits)
    print_rows(rows, views.HitRow, output, lambda paper: show_hits(paper, rows, total, words))


def _actor(story: Story, name: str) -> str:
    found = views.find_actors(story, name)
    if not found:
        raise NotFoundError(f"no actor is called “{name}”", "all names: dateline actors, with the story's file")
    return found[0].id


COMMANDS = (search,)
