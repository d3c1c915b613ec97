"""The command group, and what becomes of errors: two lines and an exit code, no traceback unless asked for.

Exit codes: 0 done; 1 `verify` found something wrong; 2 the command or a file cannot be used; 70 a fault of
Dateline's own (EX_SOFTWARE of sysexits.h); 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.metadata import version

import click

from dateline.cli.arriving import COMMANDS as ARRIVING
from dateline.cli.briefing import COMMANDS as BRIEFING
from dateline.cli.building import COMMANDS as BUILDING
from dateline.cli.claims import COMMANDS as CLAIMING
from dateline.cli.common import debug_option
from dateline.cli.decisions import COMMANDS as DECIDING
from dateline.cli.dossier import COMMANDS as PAGES
from dateline.cli.looking import COMMANDS as LOOKING
from dateline.cli.sampling import COMMANDS as SAMPLING
from dateline.cli.searching import COMMANDS as SEARCHING
from dateline.cli.serve import COMMANDS as SERVING
from dateline.cli.tables import COMMANDS as TABLES
from dateline.cli.terminal import plain
from dateline.cli.when import COMMANDS as PASSAGES
from dateline.errors import DatelineError

_UNUSABLE = 2
_OUR_FAULT = 70
_INTERRUPTED = 130
_EPILOG = "Ids stand at the ends of rows; `dateline explain ID STORY` tells what is behind one."


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80}, epilog=_EPILOG)
@click.version_option(version("dateline"), message="dateline %(version)s")
def dateline() -> None:
    """Dated news reports in, one story file out: who did and said what, when, where, and according to whom.

    Dateline never says what is true. It says who reported it, how many independent origins that makes, and where
    they disagree.
    """


for _command in (
    *BUILDING,
    *ARRIVING,
    *TABLES,
    *CLAIMING,
    *BRIEFING,
    *LOOKING,
    *SEARCHING,
    *SAMPLING,
    *PASSAGES,
    *PAGES,
    *SERVING,
    *DECIDING,
):
    dateline.add_command(debug_option(_command))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and exit; the console script `dateline`."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command; its exit code."""
    state: dict[str, bool] = {}
    try:
        code = dateline.main(arguments, prog_name="dateline", obj=state, standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        return _end_of_pipe()
    except click.Abort:
        return _complain("stopped", "what was done is kept; the same command goes on from there", _INTERRUPTED)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        return error.exit_code
    except click.UsageError as error:
        asked = error.ctx.command_path if error.ctx else "dateline"
        return _complain(error.format_message(), f"how it is used: {asked} --help", error.exit_code)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DatelineError as error:
        if state.get("debug"):
            raise
        return _complain(str(error), error.hint, _UNUSABLE)
    except Exception as error:
        if state.get("debug"):
            raise
        message = f"a fault of Dateline's own: {type(error).__name__}: {error}"
        return _complain(message, "run it again with --debug and report what it prints", _OUR_FAULT)
    return code if isinstance(code, int) else 0


def _complain(message: str, hint: str, code: int) -> int:
    """Two lines on standard error: what happened, what to do."""
    click.echo(f"dateline: {plain(message)}", err=True)
    if hint:
        click.echo(plain(hint), err=True)
    return code


def _end_of_pipe() -> int:
    """The reader has gone (`dateline events x.db | head`): stop without a word, nothing left to flush."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
