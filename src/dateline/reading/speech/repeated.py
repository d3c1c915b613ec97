"""Words that stand in a report twice: a headline has them from the body, which names the speaker."""

from __future__ import annotations

import re

from dateline.model import ParagraphKind, SpeechKind
from dateline.reading.speech.attribution import Attribution
from dateline.reading.speech.heard import Heard, Paragraph

REPEATED = "the same words with a speaker"
REPEATED_WORDS = 3  # fewer may be said by anybody
PRINTED_WORDS = 2  # in the marks of a headline; a single one is too often a term


def give_repeated(heard: list[Heard]) -> None:
    """Words that a headline or a pull quote takes from the body are the speaker's whom the body names."""
    printed = [one for one in heard if one.in_marks and one.speaker is not None and one.found.source is not None]
    for one in heard:
        if one.source is not None or not one.in_marks or len(_said(one).split()) < REPEATED_WORDS:
            continue
        same = [other for other in printed if f" {_said(one)} " in f" {_said(other)} "]
        if same and len({other.speaker.id for other in same if other.speaker}) == 1:
            one.speaker, one.rule = same[0].speaker, REPEATED


def spoken_in_headings(paragraphs: list[Paragraph], sections: list[int], heard: list[Heard]) -> list[Heard]:
    """Marked words of a headline that look like a name, and are a part of what somebody says in the report.

    They leave the phrases that are nobody's speech.
    """
    said = [(f" {_said(one)} ", one) for one in heard if one.in_marks and one.speaker is not None]
    found: list[Heard] = []
    for paragraph, section in zip(paragraphs, sections, strict=True):
        if paragraph.parse.paragraph.kind is ParagraphKind.BODY:
            continue
        for apart in list(paragraph.apart):
            words = _folded(paragraph.parse.slice(*apart.piece).text)
            same = {one.speaker.id: one for text, one in said if one.speaker and f" {words} " in text}
            if len(words.split()) >= PRINTED_WORDS and len(same) == 1:
                told = next(iter(same.values()))
                spoken = Attribution(SpeechKind.DIRECT, [apart.piece], REPEATED)
                found.append(Heard(paragraph.parse, spoken, section, speaker=told.speaker, rule=REPEATED))
                paragraph.apart.remove(apart)
    return found


def _said(one: Heard) -> str:
    """The words of an utterance without marks and capitals."""
    return _folded(" ".join(words.text for words in one.contents))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
