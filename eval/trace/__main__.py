"""Command line of the trace: a folder of reports in, a Markdown page out.

Without a folder it takes the seeds: five real reports that lie beside the gold and may not be passed on.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from dateline.pipeline import build
from eval.gold import GoldMissingError, gold_folder
from eval.trace.page import page
from eval.trace.rows import Trace, traces

_TITLE = "What Dateline reads in five real reports"
_OPENING = """\
Made by `make seeds-trace`; not written by hand. Five real news reports on one matter, read sentence by sentence:
on the left a sentence's first words, on the right every row that came of it, or the reason why there is none. The
reports themselves may not be passed on, so no sentence stands here whole. Names are those that the story settled
on over all reports; dates are EDTF (`2020-09-28`, `2020-09-28/2020-09-29`, `../2020-08-17`).

The rules were written with these reports at hand: this page shows what is read and how it looks, it is no estimate
for other reports. For those see "How well it reads" in the README."""
_SHORT = "On the left a sentence's first words, on the right every row that came of it, or why there is none."


def seeds() -> Path:
    """The folder of the seeds; GoldMissingError if it is not on this machine."""
    folder = gold_folder().parent / "seeds"
    if not folder.is_dir():
        raise GoldMissingError("no folder of seeds beside the gold")
    return folder


def trace_folder(folder: Path) -> list[Trace]:
    """Build the story of a folder in a temporary file and trace it; what could not be read is named on stderr."""
    with tempfile.TemporaryDirectory() as home, build([folder], Path(home) / "story.db") as story:
        for rejection in story.rejections():
            print(f"rejected: {rejection.location}: {rejection.reason}", file=sys.stderr)
        return traces(story)


def main(arguments: list[str] | None = None) -> int:
    """Parse, build, write; 0 = done, 2 = there are no reports to trace."""
    parser = argparse.ArgumentParser(prog="python -m eval.trace", description="What came of each sentence.")
    parser.add_argument("folder", nargs="?", type=Path, help="reports; by default the seeds")
    parser.add_argument("-o", "--output", type=Path, help="the page; by default it is printed")
    options = parser.parse_args(arguments)
    try:
        folder = options.folder or seeds()
    except GoldMissingError as missing:
        print(f"seeds-trace: there are no seeds at ../shared/seeds or beside DATELINE_GOLD ({missing}).")
        print("They are not part of the project. docs/seeds.md stays as it is.")
        return 2
    found = trace_folder(folder)
    if not found:
        print(f"seeds-trace: no report in {folder} could be read; nothing was written.", file=sys.stderr)
        return 2
    if options.folder is None:
        text = page(_TITLE, _OPENING, found)
    else:
        text = page(f"What was read in {folder.name}", _SHORT, found)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
