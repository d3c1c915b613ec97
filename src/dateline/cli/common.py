"""What commands share: the story argument, the choice of machine output, and the switch for tracebacks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
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
    """Add --json and --csv to a command, which gets `output`; UsageError for both at once."""

    @wraps(command)
    def choose(*arguments: Any, as_json: bool, as_csv: bool, **others: Any) -> Any:
        if as_json and as_csv:
            raise click.UsageError("--json and --csv exclude each other")
        output = Output.JSON if as_json else Output.CSV if as_csv else None
        return command(*arguments, output=output, **others)

    choose = click.option("--csv", "as_csv", is_flag=True, help="Print CSV for spreadsheets.")(choose)
    return click.option("--json", "as_json", is_flag=True, help="Print a JSON list of rows.")(choose)
