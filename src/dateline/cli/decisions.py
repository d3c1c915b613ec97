"""What a person rules: `decide`; `decisions`, which lists, moves and undoes; `audit`, the whole trail."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from dateline.cli.common import Output, debug_option, output_options, story_argument
from dateline.cli.layouts.decisions import show_audit, show_decisions, show_kept
from dateline.cli.tables import print_rows
from dateline.cli.terminal import Paper, console
from dateline.errors import DecisionError
from dateline.export.decisions import decision_lines, read_decisions
from dateline.model import DecisionKind
from dateline.pipeline import default_pipeline
from dateline.story import Store, open_story, views
from dateline.story.deciding import Kept, Ruled, decide, keep, undo

_AT_LEAST_TWO = 2
_WAYS = (
    click.option("--why", "reason", required=True, metavar="REASON", help="Why; it is shown wherever it counts."),
    click.option(
        "--by",
        "author",
        envvar="DATELINE_BY",
        metavar="NAME",
        help="Who decides; by default DATELINE_BY, or the name you are logged in by.",
    ),
    click.option(
        "--later", is_flag=True, help="Leave linking to the next build or decision: for many decisions in a row."
    ),
)


def ways(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every decision has: --why, --by and --later."""
    for option in reversed(_WAYS):
        command = option(command)
    return debug_option(command)


@click.group("decide")
def decide_group() -> None:
    """Rule on what was read or joined.

    A decision outranks the program and is replayed at each build. Every decision is kept with its author and
    reason, and can be undone. Nothing is ever merged through one that says that two are different. IDs stand at
    the ends of rows; as many letters as no other id shares are enough.
    """


def _of_two(name: str, kind: DecisionKind, what: str, help_: str) -> click.Command:
    """A decision about two or more records."""

    @click.command(name, help=help_)
    @click.argument("ids", nargs=-1, required=True, metavar=f"{what} {what}...")
    @story_argument
    @ways
    def command(ids: tuple[str, ...], story: Path, reason: str, author: str | None, later: bool) -> None:
        if len(ids) < _AT_LEAST_TWO:
            raise click.UsageError(f"{name} needs two ids or more, then the story file")
        _rule(story, kind, ids, reason, author, later)

    return command


def _of_one(name: str, kind: DecisionKind, help_: str) -> click.Command:
    """A decision about one record."""

    @click.command(name, help=help_)
    @click.argument("id", metavar="ID")
    @story_argument
    @ways
    def command(id: str, story: Path, reason: str, author: str | None, later: bool) -> None:  # noqa: A002 -- the name of the argument in --help
        _rule(story, kind, (id,), reason, author, later)

    return command


for _command in (
    _of_two("merge", DecisionKind.MERGE, "ID", "Two or more actors, or utterances, are one."),
    _of_two("not-same", DecisionKind.NOT_SAME, "ID", "Two or more actors, or utterances, are never one."),
    _of_two(
        "split",
        DecisionKind.SPLIT,
        "ID",
        "Some members do not belong to the first ID. They are named by the others: ids of mentions, chains, "
        "quotations, tellings or reports.",
    ),
    _of_two("same-event", DecisionKind.SAME_EVENT, "EVENT", "Two or more events are one act."),
    _of_two("not-same-event", DecisionKind.NOT_SAME_EVENT, "EVENT", "Two or more events are never one act."),
    _of_two("same-origin", DecisionKind.SAME_ORIGIN, "REPORT", "Two or more reports come from one text."),
    _of_two(
        "not-same-origin", DecisionKind.NOT_SAME_ORIGIN, "REPORT", "Two or more reports do not come from one text."
    ),
    _of_one(
        "reject",
        DecisionKind.REJECT,
        "An event, a quotation or a link is wrong. The event or quotation is neither shown nor counted; the "
        "member of the link goes its own way.",
    ),
    _of_one(
        "accept",
        DecisionKind.ACCEPT,
        "An event, a quotation, a link or an actor is right. The link, or all that the actor was joined from, "
        "stays joined.",
    ),
):
    decide_group.add_command(_command)


@decide_group.command()
@click.argument("actor", metavar="ACTOR")
@click.argument("name", metavar="NAME")
@story_argument
@ways
def rename(actor: str, name: str, story: Path, reason: str, author: str | None, later: bool) -> None:
    """An actor is called NAME.

    It is shown by that name everywhere; the printed names stay.
    """
    _rule(story, DecisionKind.RENAME, (actor,), reason, author, later, name)


@decide_group.command()
@click.argument("event", metavar="EVENT")
@click.argument("date", metavar="DATE")
@story_argument
@ways
def redate(event: str, date: str, story: Path, reason: str, author: str | None, later: bool) -> None:
    """An event was on DATE.

    DATE is a day, month, year or interval: 2031-05-06, 2031-05, 2031, 2031-05-06/2031-05-09. The days that reports
    give stay beside it, and so does what they dispute.
    """
    _rule(story, DecisionKind.REDATE, (event,), reason, author, later, date)


@decide_group.command()
@click.argument("quotation", metavar="QUOTATION")
@click.argument("actor", metavar="ACTOR")
@story_argument
@ways
def reattribute(quotation: str, actor: str, story: Path, reason: str, author: str | None, later: bool) -> None:
    """A quotation was said by ACTOR.

    So were all its printings; what reports say of its speaker stays beside it.
    """
    _rule(story, DecisionKind.REATTRIBUTE, (quotation, actor), reason, author, later)


class _ListedByDefault(click.Group):
    """`decisions STORY` is `decisions list STORY`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the name of the default command before what is no command and no option."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group("decisions", cls=_ListedByDefault)
def decisions_group() -> None:
    """All decisions and how they stand; export, import, undo.

    `dateline decisions STORY` lists them.
    """


@decisions_group.command("list")
@story_argument
@output_options
@debug_option
def list_(story: Path, output: Output | None) -> None:
    """Every decision, earliest first, and whether it holds."""
    with open_story(story) as opened:
        rows = views.decisions(opened)
    print_rows(rows, views.DecisionRow, output, lambda paper: show_decisions(paper, rows))


@decisions_group.command()
@story_argument
@output_options
@debug_option
def orphans(story: Path, output: Output | None) -> None:
    """Decisions whose words are no longer there, and why."""
    with open_story(story) as opened:
        rows = [row for row in views.decisions(opened) if row.state == "orphan"]
    print_rows(rows, views.DecisionRow, output, lambda paper: show_decisions(paper, rows, orphans=True))


@decisions_group.command("export")
@story_argument
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write; by default standard output.",
)
@debug_option
def export_(story: Path, file: Path | None) -> None:
    """Every decision as a line of JSON.

    Earliest first: for a repository, or for another story of the same reports.
    """
    with open_story(story) as opened:
        text = "".join(f"{line}\n" for line in decision_lines(opened))
    if file is None:
        click.echo(text, nl=False)
    else:
        file.write_text(text, encoding="utf-8")


@decisions_group.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE")
@story_argument
@click.option("--later", is_flag=True, help="Leave linking to the next build or decision.")
@debug_option
def import_(file: Path, story: Path, later: bool) -> None:
    """Take in the decisions of FILE.

    Those that STORY has already are passed over. Of two that cannot both hold the later one does.
    """
    try:
        given = read_decisions(file.read_text(encoding="utf-8").split("\n"))
    except UnicodeDecodeError as error:
        hint = "give what `dateline decisions export` wrote"
        raise DecisionError(f"{file} is no text in UTF-8", hint) from error
    with _opened(story) as store:
        kept = keep(store, given)
    _finish(story, kept, later, known=len(given) - len(kept))


@decisions_group.command("undo")
@click.argument("id", metavar="ID")
@story_argument
@ways
def undo_(id: str, story: Path, reason: str, author: str | None, later: bool) -> None:  # noqa: A002 -- the name of the argument in --help
    """An earlier decision no longer holds. It stays in the list; undo the undoing to have it back."""
    with _opened(story) as store:
        kept = undo(store, id, _author(author), reason, dt.datetime.now(dt.UTC))
    _finish(story, [kept], later)


@click.command()
@story_argument
@output_options
def audit(story: Path, output: Output | None) -> None:
    """What a story was made of and by.

    Its inputs with the digests of their bytes, the versions and settings of its stages, its decisions.
    """
    with open_story(story) as opened:
        rows = views.audit(opened)
    print_rows(rows, views.AuditRow, output, lambda paper: show_audit(paper, rows))


def _rule(
    story: Path,
    kind: DecisionKind,
    ids: tuple[str, ...],
    reason: str,
    author: str | None,
    later: bool,
    value: str | None = None,
) -> None:
    ruled = Ruled(kind=kind, ids=ids, author=_author(author), reason=reason, value=value)
    with _opened(story) as store:
        kept = decide(store, ruled, dt.datetime.now(dt.UTC))
    _finish(story, [kept], later)


def _opened(story: Path) -> Store:
    """A story file that is there already, open for writing."""
    open_story(story).close()
    return Store.open(story)


def _author(given: str | None) -> str:
    try:
        return given or getpass.getuser()
    except (KeyError, OSError) as error:
        raise DecisionError("nobody is named as the author", "give one with --by NAME") from error


def _finish(story: Path, kept: Sequence[Kept], later: bool, known: int = 0) -> None:
    """Link by the decisions as they are now, and say what became of them."""
    linked = not later and bool(kept) and default_pipeline().link(story)
    show_kept(Paper(console()), kept, linked=linked, known=known)


COMMANDS = (decide_group, decisions_group, audit)
