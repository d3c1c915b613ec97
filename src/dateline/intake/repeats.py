"""What a page says twice: print and reader views, texts pasted twice, sentences set large between paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.intake.lines import Line, key_of
from dateline.model import FurnitureKind

MIN_LETTERS = 25  # shorter ones may be said twice: "No comment.", a name
MIN_PULLED = 40  # of a sentence set large: shorter ones come back by themselves
LONG_LETTERS = 60  # a paragraph that nobody writes twice


def mark_repeats(lines: list[Line], titles: Sequence[str]) -> None:
    """Give a kind to lines that stand in the text already, and to those set large from one of its paragraphs.

    The longer of two keeps its place; of two equal ones the first. A short line (a subheading, the headline again)
    follows the repeated paragraph below it.
    """
    free = [line for line in lines if line.kind is None]
    keys = [key_of(line.words) for line in free]
    repeated = _said_before(keys, {key_of(title) for title in titles})
    whole = "\n".join(
        key for key, again in zip(keys, repeated, strict=True) if not again and len(key) > LONG_LETTERS
    )
    for line, key, again in zip(free, keys, repeated, strict=True):
        if again:
            line.kind, line.rule = FurnitureKind.OTHER, "said before in the report"
        elif len(key) >= MIN_PULLED and _is_set_large(key, whole):
            line.kind, line.rule = FurnitureKind.OTHER, "a sentence of the text, set large"


def _said_before(keys: list[str], titles: set[str]) -> list[bool]:
    """For each line, whether an earlier one has the same letters."""
    seen: set[str] = set(titles)
    repeated = []
    for key in keys:
        repeated.append(len(key) >= MIN_LETTERS and key in seen)
        seen.add(key)
    if not any(again and len(key) >= LONG_LETTERS for key, again in zip(keys, repeated, strict=True)):
        return [False] * len(keys)  # a refrain, a question asked twice: no second copy of the text
    return repeated


def _is_set_large(key: str, whole: str) -> bool:
    """True if all letters of a line stand within one longer paragraph."""
    at = whole.find(key)
    if at < 0:
        return False
    before, after = whole[at - 1 : at] if at else "\n", whole[at + len(key) : at + len(key) + 1] or "\n"
    return not (before == after == "\n")
