"""docs/cli.md out of the commands' own --help; a test compares the two.

python -m dateline.cli.reference > docs/cli.md
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from dateline.cli.app import dateline

_WIDTH = 80
_OPENING = """# The command line

Made from `--help` by `python -m dateline.cli.reference`; a test keeps the two equal.

What is printed for people fits the terminal (80 columns where it has no width), is wrapped and never cut, and
has no colour off a terminal or under `NO_COLOR`. `--json` and `--csv` print rows for programs on standard
output, always in the same order, with ids; progress and errors go to standard error.

Text from reports is text. A control character (an escape sequence in a headline) is printed as a picture of
itself (`␛`) or as `�`; in JSON it is escaped; in CSV it becomes `�`. A CSV cell that begins with `=`, `+`,
`-`, `@`, a tab or a line break, which spreadsheets would run as a formula, has an apostrophe put in front;
the JSON Lines export has the letters as they stand.

| exit code | |
|---|---|
| 0 | done |
| 1 | `verify` found something that is not as it should be |
| 2 | the command or a file cannot be used; two lines say what happened and what to do |
| 70 | a fault of Dateline's own; `--debug` shows where |
| 130 | interrupted; what was done is kept |
"""


def reference() -> str:
    """The whole page."""
    return "\n".join((_OPENING, *_pages()))


def _pages() -> Iterator[str]:
    group = click.Context(dateline, info_name="dateline", terminal_width=_WIDTH, **dateline.context_settings)
    yield _page("dateline", dateline.get_help(group))
    yield from _commands(dateline, group)


def _commands(of: click.Group, above: click.Context) -> Iterator[str]:
    """A page for each command of a group, and for each command of a group inside it."""
    for name, command in sorted(of.commands.items()):
        context = click.Context(command, info_name=name, parent=above, terminal_width=_WIDTH)
        yield _page(context.command_path, command.get_help(context))
        if isinstance(command, click.Group):
            yield from _commands(command, context)


def _page(name: str, help_: str) -> str:
    return f"## {name}\n\n```\n{help_}\n```\n"


if __name__ == "__main__":
    click.echo(reference(), nl=False)
