"""What one version of a text changed of another: runs of words, as an editor would strike out and write in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORD = re.compile(r"\S+")
MAX_LINES = 5_000  # of either text: finding what two longer ones share takes minutes


@dataclass(frozen=True, slots=True)
class Change:
    """Words that one version has and the other has not, in the place of each other; either may be empty."""

    before: str
    after: str


def changes(before: str, after: str) -> list[Change]:
    """All changes in the order of the text: found line by line first, then word by word in lines that differ."""
    old, new = before.split("\n")[:MAX_LINES], after.split("\n")[:MAX_LINES]
    found: list[Change] = []
    for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            found += _in_words(" ".join(old[first:last]), " ".join(new[begin:end]))
    return found


def _in_words(before: str, after: str) -> list[Change]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    return [
        Change(" ".join(old[first:last]), " ".join(new[begin:end]))
        for what, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if what != "equal"
    ]


def change_in_words(change: Change) -> str:
    """`“300 people” became “312 people”`, `“in a statement” was taken out`, `“He resigned.” was added`."""
    if not change.before:
        return f"“{change.after}” was added"
    return f"“{change.before}” became “{change.after}”" if change.after else f"“{change.before}” was taken out"
