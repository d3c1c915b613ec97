"""One report with all that was read from it, as a reader of headline and lede sees it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from dateline.model import (
    ActorKind,
    Chain,
    Event,
    Mention,
    MentionForm,
    Paragraph,
    ParagraphKind,
    Record,
    Report,
    Sentence,
    Timex,
)
from dateline.span import Words

LEDE_SENTENCES = 8  # after the headline: further down stands what happened before, and what others said of it
MUCH_SHARED = 3  # words: sentences that share so many with the headline tell it sooner than those that share fewer
STANDING = frozenset(("in", "at", "near", "outside", "inside", "across"))  # before a place where something is
PLACES = frozenset((ActorKind.PLACE, ActorKind.COUNTRY))

_BEFORE = 40  # characters that are looked at before some words: three words or so
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PASSED_OVER = frozenset(
    ("the", "a", "an", "north", "south", "east", "west", "central", "northern", "southern", "eastern", "western")
)
_GRAMMAR = "a an the of in on at to for and or is was were are be been by with from that this it its as"
_COMMON = frozenset(_GRAMMAR.split())


class Records(Protocol):
    """Gives all records of a kind that one report has, in text order."""

    def __call__[R: Record](self, kind: type[R], /) -> Sequence[R]:
        """The records of that kind; empty if there are none."""
        ...


@dataclass(frozen=True)
class ReportReading:
    """One report with what was read from it: records in text order."""

    report: Report
    paragraphs: Sequence[Paragraph]
    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    chains: Sequence[Chain]
    events: Sequence[Event]
    timexes: Sequence[Timex]

    @classmethod
    def of(cls, report: Report, records: Records) -> ReportReading:
        """A report with its records."""
        return cls(
            report,
            records(Paragraph),
            records(Sentence),
            records(Mention),
            records(Chain),
            records(Event),
            records(Timex),
        )

    @cached_property
    def headline(self) -> tuple[Sentence, ...]:
        """The sentences of the headline."""
        heads = {paragraph.id for paragraph in self.paragraphs if paragraph.kind is ParagraphKind.HEADLINE}
        return tuple(sentence for sentence in self.sentences if sentence.paragraph in heads)

    @cached_property
    def lede(self) -> tuple[Sentence, ...]:
        """The first sentences of the body, those that share most words with the headline first."""
        heads = {sentence.id for sentence in self.headline}
        body = [sentence for sentence in self.sentences if sentence.id not in heads][:LEDE_SENTENCES]
        return tuple(sorted(body, key=lambda s: (-(self.likeness(s) // MUCH_SHARED), s.number)))

    @property
    def title(self) -> str:
        """The headline as it stands in the text, or else as the page gives it; "" if there is none."""
        return " ".join(sentence.words.text for sentence in self.headline) or self.report.title or ""

    @cached_property
    def title_words(self) -> frozenset[str]:
        """The words of the headline that are not merely grammar."""
        return frozenset(content_words(self.title))

    def likeness(self, sentence: Sentence) -> int:
        """How many words of the headline a sentence has; 1 for any where there is no headline."""
        if not self.title_words:
            return 1
        return len(self.title_words.intersection(content_words(sentence.words.text)))

    @cached_property
    def standing(self) -> frozenset[str]:
        """Chains that something stands in or near somewhere in the report, and countries: places."""
        found = {m.chain for m in self.mentions if m.kind in PLACES and self.before(m.words) in STANDING}
        return frozenset(found | {chain.id for chain in self.chains if chain.kind is ActorKind.COUNTRY})

    @cached_property
    def names(self) -> dict[str, str]:
        """For each chain the spelling to print: the commonest of more than one word, else its own."""
        spelt: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for mention in self.mentions:
            if mention.form is MentionForm.NAME:
                spelt[mention.chain][mention.words.text] += 1
        chosen = {}
        for chain in self.chains:
            full = [(-count, len(name), name) for name, count in spelt[chain.id].items() if " " in name]
            chosen[chain.id] = min(full)[2] if full else chain.name
        return chosen

    @cached_property
    def place_starts(self) -> frozenset[int]:
        """Where names of places begin."""
        return frozenset(mention.words.start for mention in self.mentions if mention.kind in PLACES)

    def mentions_in(self, sentences: Iterable[Sentence]) -> Iterator[Mention]:
        """Mentions of these sentences, sentence by sentence."""
        for sentence in sentences:
            yield from self._by_sentence.get(sentence.id, ())

    @cached_property
    def _by_sentence(self) -> dict[str, list[Mention]]:
        found: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    def before(self, words: Words) -> str:
        """The word before some words, lower case, articles and directions passed over; "" at a line's start."""
        line = self.report.text[max(0, words.start - _BEFORE) : words.start].rpartition("\n")[2]
        told = [word.lower() for word in line.split()]
        while told and told[-1] in _PASSED_OVER:
            told.pop()
        return told[-1] if told else ""


def content_words(text: str) -> list[str]:
    """Folded words of a text that are not merely grammar."""
    return [word for word in (w.lower() for w in _WORD.findall(text)) if word not in _COMMON]
