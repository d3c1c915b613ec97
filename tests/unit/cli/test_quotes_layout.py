"""How a quotation is told: what its speaker did by it, and what the speaker did not do."""

from __future__ import annotations

import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from dateline.cli.layouts.quotes import show_quotes
from dateline.cli.terminal import Paper
from dateline.story import open_story, views


@pytest.mark.parametrize(
    ("stance", "negated", "words"),
    [
        ("states", False, " said"),
        ("states", True, " did not say"),
        ("demands", True, " did not demand"),
        ("denies", True, " did not deny"),
        ("denies", False, " denied"),
    ],
)
def test_a_denial_is_told_as_made_and_only_other_speech_as_not_made(
    tiny: Path, stance: str, negated: bool, words: str
) -> None:
    with open_story(tiny) as story:
        row = next(row for row in views.quotes(story) if row.anomaly is None)
    out = StringIO()
    show_quotes(Paper(Console(file=out, width=80)), [dataclasses.replace(row, stance=stance, negated=negated)])
    assert f"{row.speaker}{words}" in out.getvalue()
