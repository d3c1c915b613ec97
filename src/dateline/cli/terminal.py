"""Printing for people: 80 columns or what the terminal has, wrapped and never cut, colour only where it is wanted.

Texts from reports are data. `plain` takes out what could steer a terminal, and nothing is ever read as rich's
markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

NAME = "bold"
QUIET = "dim"
DOUBT = "yellow"
WIDEST = 100  # columns: longer lines of prose are hard to read

BAR = "│ "  # U+2502, before each line of a report's own words

type Part = str | tuple[str, str]  # words, or words and their style


@dataclass(frozen=True, slots=True)
class Quoted:
    """A paragraph in a report's own words: shown behind a bar, whatever marks it has in it."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, *parts: Part) -> Quoted:
        """Of parts, each plain or with a style."""
        return cls(parts)


type Paragraph = Sequence[Part] | Quoted

_BREAKS = re.compile(" *[\t\r\n\f\v\x85\u2028\u2029][ \t\r\n\f\v\x85\u2028\u2029]*")
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400  # U+2400 SYMBOL FOR NULL; the pictures stand in the order of the controls


def plain(text: str) -> str:
    """One line that cannot steer a terminal: ESC becomes `␛`, other controls and overrides `�`."""
    return _STEERING.sub(_visible, _BREAKS.sub(" ", text))


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"


class _Console(Console):
    """Leaves a broken pipe to the command line, which ends without a word; rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def console(*, stderr: bool = False) -> Console:
    """A console that prints words as they are; rich reads NO_COLOR, TERM and COLUMNS."""
    return _Console(stderr=stderr, markup=False, highlight=False, emoji=False)


def styled(*parts: Part) -> Text:
    """Text of parts, each plain or with a style: `styled("said by ", (name, NAME))`."""
    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(plain(words), style=style)
    return text


class Paper:
    """A page that is filled from top to bottom. Lines are wrapped at spaces and have none at their ends."""

    def __init__(self, out: Console) -> None:
        self._out = out
        self._width = min(out.width, WIDEST)

    def line(self, *parts: Part, indent: int = 0) -> None:
        """A paragraph, wrapped with its indent kept."""
        self.paragraph(parts, indent=indent)

    def paragraph(self, given: Paragraph, indent: int = 0) -> None:
        """A paragraph of either kind."""
        margin = Text(" " * indent)
        self._print(margin + line for line in self._lines(given, self._width - indent))

    def verbatim(self, words: str, indent: int = 0) -> None:
        """A line that is to be copied: never wrapped."""
        self._print([Text(" " * indent) + styled(words)])

    def blank(self) -> None:
        """An empty line."""
        self._print([Text()])

    def heading(self, words: str, note: str = "") -> None:
        """A heading, with a quiet note beside it."""
        self.line((words, NAME), (f"  {note}" if note else "", QUIET))

    def beside(self, left: Sequence[Part], right: Iterable[Paragraph], *, width: int, indent: int = 0) -> None:
        """A column of that width at the left, and paragraphs at the right that keep to their side."""
        margin = Text(" " * indent)
        lefts = self._lines(left, width - 2)
        rights = [line for each in right for line in self._lines(each, self._width - width - indent)]
        self._print(
            margin + one + Text(" " * (width - one.cell_len)) + other
            for one, other in zip_longest(lefts, rights, fillvalue=Text())
        )

    def _lines(self, given: Paragraph, width: int) -> list[Text]:
        if isinstance(given, Quoted):
            inside = self._wrapped(styled(*given.parts), width - len(BAR))
            return [Text(BAR, style=QUIET) + line for line in inside]
        return self._wrapped(styled(*given), width)

    def _wrapped(self, text: Text, width: int) -> list[Text]:
        if text.plain and text.cell_len <= width:  # most lines are: rich takes its time over wrapping them
            return [text]
        return list(text.wrap(self._out, max(width, 1), overflow="fold"))

    def _print(self, lines: Iterable[Text]) -> None:
        """Several lines at once: rich takes its time over each call."""
        ready = list(lines)
        for line in ready:
            line.rstrip()
        self._out.print(Text("\n").join(ready), soft_wrap=True)
