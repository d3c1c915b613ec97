"""An explanation: the sentence first, then what it rests on, the words read marked in their sentence."""

from __future__ import annotations

from dateline.cli.terminal import NAME, QUIET, Paper
from dateline.story.explain import Explanation, Line, Passage

_OPEN, _CLOSE = "⟦", "⟧"  # U+27E6, U+27E7: no report uses them, and they show without colour too
_MARKED = "bold underline"


def show_explanation(paper: Paper, given: Explanation) -> None:
    """All of it, ids quietly at the ends of lines."""
    paper.line((given.says, NAME))
    paper.line((f"{given.kind}  {given.id}", QUIET))
    for part in given.parts:
        paper.blank()
        paper.line((part.heading, NAME))
        cited = ""
        for number, line in enumerate(part.lines):
            follows = part.lines[number + 1] if number + 1 < len(part.lines) else None
            _show_line(paper, line)
            cited = line.passage.cited if line.passage else ""
            if cited and not (follows and follows.passage and follows.passage.cited == cited):
                paper.line((cited, QUIET), indent=4)


def _show_line(paper: Paper, line: Line) -> None:
    if line.text or not line.passage:
        paper.line(line.text, (f"  {line.id}" if line.id else "", QUIET), indent=2)
    if line.passage:
        _show_passage(paper, line.passage)


def _show_passage(paper: Paper, passage: Passage) -> None:
    paper.line("“", passage.before, (f"{_OPEN}{passage.words}{_CLOSE}", _MARKED), passage.after, "”", indent=4)
