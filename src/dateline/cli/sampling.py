"""The command `sample`: a sheet of findings to judge by hand, and what the judgements say of the story."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

import click

from dateline.cli.common import Output, output_options, story_argument
from dateline.cli.layouts.precision import show_precision
from dateline.cli.tables import print_rows
from dateline.cli.terminal import Paper, console
from dateline.errors import InputError
from dateline.export.judging import Sheet, read_sheet, sheet_bytes
from dateline.story import Story, open_story
from dateline.story.validation import FINDINGS, Finding, ValidationRow, draw, findings, validation
from dateline.story.wording import count_of

_JUDGES = 2  # whose agreement Cohen's kappa tells


@click.command()
@story_argument
@click.option("--of", type=click.Choice(list(FINDINGS)), help="What to judge. same-...: what was joined to one.")
@click.option(
    "--n",
    "size",
    default=100,
    show_default=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="Rows of the sheet.",
)
@click.option("--seed", default="", metavar="TEXT", help="Another text draws another sheet.")
@click.option(
    "-o",
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="SHEET",
    help="The CSV file to write; one that is there already is not replaced.",
)
@click.option(
    "--read",
    "sheets",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    metavar="SHEET",
    help="A sheet that was judged; give two for the agreement of their judges.",
)
@output_options
def sample(
    story: Path,
    of: str | None,
    size: int,
    seed: str,
    file: Path | None,
    sheets: tuple[Path, ...],
    output: Output | None,
) -> None:
    """How often a story is right, by a sample that is judged by hand.

    With --of and -o: a CSV file of findings, each with its sentence and its reading, as many from each band of
    scores (of conflicts: from each kind). The same story and seed give the same sheet. Write right, wrong or
    unsure into the column judgement, and your name into the column judge.

    With --read: precision with its 95 % interval (Wilson), over all findings of the story and by band, and of two
    sheets the agreement of their judges (percent, Cohen's kappa).
    """
    if bool(sheets) == bool(file) or bool(file) != bool(of):
        raise click.UsageError("give --of and -o to draw a sheet, or --read to read one")
    if len(sheets) > _JUDGES:
        raise click.UsageError("agreement is of two judges: give --read twice at most")
    with open_story(story) as opened:
        if file and of:
            _write(story, of, draw(findings(opened, of), size, seed), file)
            return
        rows = _figures(opened, [read_sheet(sheet.read_bytes(), str(sheet)) for sheet in sheets], sheets)
    print_rows(rows, ValidationRow, output, lambda paper: show_precision(paper, rows))


def _write(story: Path, of: str, drawn: Sequence[Finding], file: Path) -> None:
    if not drawn:
        raise InputError(f"the story has no {of} to judge", "see what it has: dateline overview STORY")
    try:
        with file.open("xb") as sheet:
            sheet.write(sheet_bytes(of, drawn))
    except FileExistsError as error:
        raise InputError(f"{file} is there already, perhaps with judgements", "give another name") from error
    except OSError as error:
        raise InputError(
            f"{file} cannot be written: {error.strerror}", "give a file in a folder that is there"
        ) from error
    paper = Paper(console())
    paper.line(f"{file}: {count_of(len(drawn), 'row')} to judge")
    paper.line("Write right, wrong or unsure into the column judgement and your name into judge; then:")
    paper.verbatim(f"dateline sample {shlex.quote(str(story))} --read {shlex.quote(str(file))}", indent=2)


def _figures(story: Story, sheets: Sequence[Sheet], files: Sequence[Path]) -> list[ValidationRow]:
    of = sheets[0].of
    if of not in FINDINGS:
        raise InputError(f"{files[0]} judges “{of}”, which is nothing to judge", f"one of: {', '.join(FINDINGS)}")
    if any(sheet.of != of for sheet in sheets):
        raise InputError(f"the sheets judge {sheets[0].of} and {sheets[1].of}", "give two of one kind")
    found = findings(story, of)
    known = {finding.id for finding in found}
    for sheet, file in zip(sheets, files, strict=True):
        unknown = [id_ for id_ in sheet.judged.answers if id_ not in known]
        if len(unknown) == len(sheet.judged.answers):
            raise InputError(f"{file} was drawn from another story: none of its ids is in this one")
        if unknown:
            message = (
                f"{file}: {unknown[0]} and {len(unknown) - 1} more ids are"
                if unknown[1:]
                else f"{file}: {unknown[0]} is"
            )
            raise InputError(
                f"{message} not in the story", "it was built anew since the sheet was drawn: draw another"
            )
    return validation(found, [sheet.judged for sheet in sheets])


COMMANDS = (sample,)
