"""docs/cli.md says what --help says."""

from __future__ import annotations

from pathlib import Path

from dateline.cli.app import dateline
from dateline.cli.reference import reference

PAGE = Path(__file__).parents[3] / "docs" / "cli.md"


def test_the_page_is_what_help_says() -> None:
    made = reference()
    assert PAGE.read_text(encoding="utf-8") == made, "run: python -m dateline.cli.reference > docs/cli.md"


def test_no_line_of_help_is_cut() -> None:
    commands = reference().split("Commands:")[1].split("\n\n")[0]
    assert len(commands.split("\n  ")) == len(dateline.commands) + 1
    assert "..." not in commands
