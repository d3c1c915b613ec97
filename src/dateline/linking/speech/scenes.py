"""What a report tells around a quotation: the names and telling words that stand outside the quoted ones.

Alike words of two speakers are one utterance in dispute where both reports tell of one scene, and two utterances
where the reports have nothing else in common. Threads tell that of reports of some length; a report of one or two
sentences is put beside another by the quoted words themselves, so here these do not count.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.linking.matters.rarity import is_telling, rarities
from dateline.linking.speech.spoken import stem
from dateline.linking.speech.word_forms import root
from dateline.model import Quotation, Sentence, SpeechKind
from dateline.span import Span, Words
from dateline.vocabulary import load

AROUND = 300  # characters on each side of the quoted words: its sentence and one or two beside it
THINGS = 2
NAMES = 3  # a town and its two best known people
_DAYS = frozenset(  # what happens on one day, or in one month, is not one matter
    [
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        *("january", "february", "march", "april", "june", "july", "august"),
        *("september", "october", "november", "december"),
    ]
)
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Scene:
    """Stems of names and telling words."""

    near: frozenset[str]  # beside the quoted words
    unusual: frozenset[str]  # those of them that are in no table of frequencies, as most names
    all: frozenset[str]  # anywhere in the report
    names: frozenset[str] = frozenset()  # those of them that are in no table

    def meets(self, other: Scene) -> bool:
        """True if both quotations are told beside one name, or two things: reporters alone are everywhere."""
        return not self.unusual.isdisjoint(other.unusual) or len(self.near & other.near) >= THINGS

    def one_story(self, other: Scene) -> bool:
        """True if the two reports share names enough to tell of one matter, whatever they tell of it."""
        return len(self.names & other.names) >= NAMES

    def strange_to(self, other: Scene) -> bool:
        """True if the two reports have nothing in common but what is quoted."""
        return self.all.isdisjoint(other.all)


NOWHERE = Scene(frozenset(), frozenset(), frozenset())


class Scenes:
    """The scene of each quotation."""

    def __init__(self, sentences: Iterable[Sentence], quotations: Iterable[Quotation] = ()) -> None:
        """`quotations`: all of the reports; what any of them quotes is no part of a scene."""
        self._sentences: dict[str, list[Words]] = defaultdict(list)
        for sentence in sentences:
            self._sentences[sentence.report].append(sentence.words)
        self._quoted: dict[str, list[Span]] = defaultdict(list)
        for quotation in quotations:
            if quotation.kind is not SpeechKind.INDIRECT:
                self._quoted[quotation.report] += [piece.span for piece in quotation.contents]
        self._words: dict[str, list[tuple[int, str, bool]]] = {}

    def of(self, quotation: Quotation) -> Scene:
        """What is told beside a quotation, and in all of its report."""
        own = {stem(word.casefold()) for piece in quotation.contents for word in _WORD.findall(piece.text)}
        told = self._of_report(quotation.report)
        first, last = quotation.contents[0].start - AROUND, quotation.contents[-1].end + AROUND
        near = [(word, unusual) for at, word, unusual in told if first <= at < last]
        return Scene(
            frozenset(word for word, _ in near) - own,
            frozenset(word for word, unusual in near if unusual) - own,
            frozenset(word for _, word, _ in told) - own,
            frozenset(word for _, word, unusual in told if unusual) - own,
        )

    def _of_report(self, report: str) -> list[tuple[int, str, bool]]:
        """Telling words outside marks, each with its place, and whether no table has it."""
        if report not in self._words:
            quoted = self._quoted[report]
            self._words[report] = [
                (sentence.start + match.start(), stem(word), word not in rarities())
                for sentence in self._sentences[report]
                for match in _WORD.finditer(sentence.text)
                if is_telling(word := match[0].casefold())
                and word not in _DAYS
                and root(word) not in cue_verbs()
                and not any(span.start <= sentence.start + match.start() < span.end for span in quoted)
            ]
        return self._words[report]


@cache
def cue_verbs() -> frozenset[str]:
    """Roots of the verbs of speech and thought: every report has them around its quotations."""
    cues = load("cues")
    return frozenset(root(verb) for table in ("verbs", "thoughts") for verb in cues[table])
