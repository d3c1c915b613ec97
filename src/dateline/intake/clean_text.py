"""Building a report's clean text from the raw one, character by character accounted for.

Dropped on the way: control characters, and characters that no reader sees (soft hyphens, zero-width spaces, byte
order marks). Every line end becomes a line feed, a no-break space a space, and half of a broken surrogate pair the
replacement character, because a story file could not hold it.
"""

from __future__ import annotations

import re

from dateline.span import Segment

_CHANGED = re.compile(
    "\r\n|[\r\u0085\u2028\u2029\x0b\x0c\u00a0\u202f]"
    "|[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]+"
    "|[\ud800-\udfff]"
)
_INSTEAD = {
    "\r\n": "\n",
    "\r": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\x0b": "\n",
    "\x0c": "\n",
    "\u00a0": " ",
    "\u202f": " ",
}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class CleanText:
    """Collects pieces of clean text, in order, and where in the raw text each was copied from."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._segments: list[list[int]] = []  # start, end, raw: the last one grows
        self.length = 0

    def copy(self, words: str, raw: int) -> None:
        """Take over words that begin at `raw` in the raw text, less what no reader sees."""
        if words.isprintable() or _CHANGED.search(words) is None:  # what is changed below is not printable
            self._append(words, raw)
            return
        done = 0
        for change in _CHANGED.finditer(words):
            self._append(words[done : change.start()], raw + done)
            done = change.end()
            instead = _INSTEAD.get(change[0])
            if instead is None and _LONE_SURROGATE.match(change[0]):
                instead = "\ufffd"
            if instead:
                self._append(instead, raw + change.start())
        self._append(words[done:], raw + done)

    def put(self, words: str) -> None:
        """Add words of our own: a line break between two blocks."""
        if words:
            self._pieces.append(words)
            self.length += len(words)

    def _append(self, words: str, raw: int) -> None:
        if not words:
            return
        start, end = self.length, self.length + len(words)
        last = self._segments[-1] if self._segments else None
        if last and last[1] == start and last[2] + (start - last[0]) == raw:
            last[1] = end
        else:
            self._segments.append([start, end, raw])
        self._pieces.append(words)
        self.length = end

    @property
    def text(self) -> str:
        """The clean text so far."""
        return "".join(self._pieces)

    @property
    def segments(self) -> tuple[Segment, ...]:
        """Clean to raw, for `OffsetMap`."""
        return tuple(Segment(*segment) for segment in self._segments)


def cleaned(words: str) -> str:
    """Words on their own, cleaned in the same way: values from a page's head, keys of a record."""
    clean = CleanText()
    clean.copy(words, 0)
    return clean.text
