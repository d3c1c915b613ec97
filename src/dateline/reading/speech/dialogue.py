"""Speech that the page's form shows and no marks do: transcripts, dialogue with dashes, block quotations.

All of a report's paragraphs are looked at together, for one such line shows nothing: a name and a colon begin many
a headline, and a dash many an item of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import ParagraphKind
from dateline.reading.parsed import Parse
from dateline.reading.speech.cues import media, verb_cue
from dateline.reading.speech.interruptions import interruption
from dateline.reading.speech.marks import Piece, pieces

_DASH = re.compile(r"[—–―]\s*(?=[^\W\d_]|[¡¿])")
_BACK = re.compile(r"(?<=[,.;])\s*[—–―]\s*(?=[^\W\d_])")  # the speaker of "— We stay, — said Lee. — All of us."
_LABEL = re.compile(r"(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3})(?:\s\([^()]{1,40}\))?:\s+(?=\S)")
_NO_SPEAKER = frozenset(
    {"Note", "Update", "Updated", "Photo", "Image", "Picture", "Source", "Sources", "Correction", "Read", "Video",
     "Watch", "Editing", "Reporting", "Writing", "Published", "Date", "Place", "Time", "Contact", "Tags", "Topics"}
)  # fmt: skip
_EDGE = ".!?"
_LED = 1  # paragraphs that a colon leads in


def formed(parses: Sequence[Parse]) -> list[list[Piece]]:
    """For each paragraph the pieces that its form sets off; none where it has marks of its own."""
    texts = [parse.doc.text for parse in parses]
    free = [_is_body(parse) and not pieces(text) for parse, text in zip(parses, texts, strict=True)]
    dashed = [free[k] and _DASH.match(text) is not None for k, text in enumerate(texts)]
    labels = [_label(text) if _is_body(parses[k]) else None for k, text in enumerate(texts)]
    found: list[list[Piece]] = []
    for number, text in enumerate(texts):
        here: list[Piece] = []
        label = labels[number]
        if dashed[number] and (_beside(dashed, number) or interruption().search(text)):
            here = _dashed(text)
        elif free[number] and label is not None and _beside([one is not None for one in labels], number):
            here = _whole(text, label.end())
        elif (
            free[number]
            and number
            and _leads(parses[number - 1])
            and not found[-1]
            and not _reports(parses[number])
        ):
            here = _whole(text, 0)
        found.append(here)
    return found


def _is_body(parse: Parse) -> bool:
    return parse.paragraph.kind is ParagraphKind.BODY


def _label(text: str) -> re.Match[str] | None:
    """The name and colon that a line of a transcript begins with."""
    match = _LABEL.match(text)
    return match if match and match["who"].split()[0] not in _NO_SPEAKER else None


def _beside(like: Sequence[bool], number: int) -> bool:
    """True if the paragraph before or after is of the same form."""
    return any(like[near] for near in (number - 1, number + 1) if 0 <= near < len(like))


def _dashed(text: str) -> list[Piece]:
    """The pieces of a line of dialogue: up to where a speaker breaks in, and from the dash after that on."""
    opening = _DASH.match(text)
    start = opening.end() if opening else 0
    found: list[Piece] = []
    while start < len(text):
        cut = interruption().search(text, start)
        parted = _BACK.search(text, start)
        broken = parted if parted and cut and parted.start() <= cut.start() + 2 else None
        end = broken.start() if broken else cut.start() + 1 if cut else len(text)
        found += _piece(text, start, end, first=not found)
        again = _BACK.search(text, max(end, broken.end() if broken else end) + 1) if cut or broken else None
        if again is None:
            break
        start = again.end()
    return found


def _whole(text: str, start: int) -> list[Piece]:
    return _piece(text, start, len(text), first=start == 0)


def _piece(text: str, start: int, end: int, *, first: bool) -> list[Piece]:
    """The stretch as a piece, if it has a letter or digit."""
    if not any(character.isalnum() for character in text[start:end]):
        return []
    return [Piece(start, end, 0 if first else start, end)]


def _leads(parse: Parse) -> bool:
    """True for a paragraph whose last sentence says that something is said or written, and ends in a colon."""
    words = [token for token in parse.doc if not token.is_space]
    if not words or words[-1].text != ":" or not _is_body(parse):
        return False
    last = [token for token in words if token.i >= words[-1].sent.start]
    return any(
        ((cue := verb_cue(token)) is not None and not cue.thought) or token.lemma_.lower() in media()
        for token in last
    )


def _reports(parse: Parse) -> bool:
    """True for a paragraph that reports speech itself, or leads on: no block quotation."""
    text = parse.doc.text
    if text.rstrip()[-1:] == ":":
        return True
    first = next(iter(parse.doc.sents), None)
    root = first.root if first is not None else None
    cue = verb_cue(root) if root is not None else None
    return cue is not None and not cue.thought and "clause" in cue.content
