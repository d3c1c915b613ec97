"""What commands share: the story argument, the choice of machine output, and the switch for tracebacks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Any

import click

type Command = Callable[..., Any]


class Output(StrEnum):
    """Who reads what is printed."""

    TERMINAL = "terminal"
    JSON = "json"
    CSV = "csv"


def _remember_debug(context: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        context.find_root().obj["debug"] = True


debug_option = click.option(
    "--debug", is_flag=True, expose_value=False, callback=_remember_debug, help="Show the traceback of an error."
)
story_argument = click.argument("story", type=click.Path(path_type=Path), metavar="STORY")


def output_options(command: Command) -> Command:
    """Add --json and --csv to a command, which gets `output`."""
    for name, output, help_ in (
        ("--csv", Output.CSV, "Print CSV for spreadsheets."),
        ("--json", Output.JSON, "Print a JSON list of rows."),
    ):
        command = click.option(name, "output", flag_value=output, type=Output, help=help_)(command)
    return command
