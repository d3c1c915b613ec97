"""An explanation: the sentence first, then what it rests on, the words read marked in their sentence."""

from __future__ import annotations

from dateline.cli.terminal import NAME, QUIET, Paper, Quoted
from dateline.story.explain import Explanation, Passage

_OPEN, _CLOSE = "⟦", "⟧"  # U+27E6, U+27E7: no report uses them, and they show without colour too
_MARKED = "bold underline"


def show_explanation(paper: Paper, given: Explanation) -> None:
    """All of it, ids quietly at the ends of lines."""
    paper.line((given.says, NAME))
    paper.line((f"{given.kind}  {given.id}", QUIET))
    for part in given.parts:
        paper.blank()
        paper.line((part.heading, NAME))
        for number, line in enumerate(part.lines):
            following = part.lines[number + 1].passage if number + 1 < len(part.lines) else None
            if line.passage:
                _show_passage(paper, line.passage, last=following is None or following.cited != line.passage.cited)
            else:
                paper.line(line.text, (f"  {line.id}" if line.id else "", QUIET), indent=2)


def _show_passage(paper: Paper, passage: Passage, *, last: bool) -> None:
    """A sentence with its marks; the report below the last of several from one."""
    pieces = [(f"{_OPEN}{text}{_CLOSE}", _MARKED) if marked else text for text, marked in passage.pieces()]
    paper.paragraph(Quoted.of(*pieces), indent=2)
    if last:
        paper.line((passage.cited, QUIET), indent=2)
