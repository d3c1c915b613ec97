"""Threads: the reports of a story parted by the matter that they tell of.

A folder may hold reports on several matters, and one that strayed in. Two texts are of one matter as far as they
share telling words, names before others, and name the same people; the frequencies of words are those of English,
never of the story. Reports of one origin are one text: a wire text in a thousand outlets has one voice here too.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking.chronology import Chronology
from dateline.linking.matters.content import Content, content
from dateline.linking.matters.grouping import Group, grouped, to_the_rest
from dateline.linking.matters.rarity import is_telling
from dateline.linking.settled import Settled
from dateline.linking.who import Who
from dateline.linking.writing import write_unit
from dateline.model import Actor, Chain, Link, LinkKind, Mention, Origin, Report, Sentence, Thread
from dateline.story import Story, Writer

WORDS = 8  # of a thread, and actors
SHARED = 4  # words given as the reason of a join
NAME_LETTERS = 120  # of a name that is a first sentence
UNREAD = "nothing of it was read"
ALONE = "no other report tells of this matter"
SAME_TEXT = "the same text as an earlier report"


class ThreadStage(Settled):
    """Reports with their sentences and names, origins and actors in; threads and links out."""

    name: ClassVar[str] = "threads"
    version: ClassVar[str] = "2"
    reads: ClassVar[tuple[type, ...]] = (Report, Sentence, Mention, Chain, Origin, Actor, Link)
    writes: ClassVar[tuple[type, ...]] = (Thread, Link)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each thread."""
        folder = Folder(story)
        for group in grouped(folder.texts(), self.settings.thread_likeness):
            records = folder.records(group)
            write_unit(out, records[0].id, records)


class Folder:
    """All reports as texts: those of one origin are one."""

    def __init__(self, story: Story) -> None:
        self._reports = {report.id: report for report in story.all(Report)}
        self._order = Chronology(self._reports.values())
        self._sentences = by_report(story.all(Sentence))
        self._mentions = by_report(story.all(Mention))
        self._chains = by_report(story.all(Chain))
        self._who = Who(story.all(Actor), story.all(Link), story.all(Chain))
        self._copies = {
            report: origin.reports for origin in story.all(Origin) for report in origin.reports
        }  # of a report, itself included

    def texts(self) -> Iterator[Content]:
        """One for each origin of texts, by the first of its reports of which anything was read."""
        for id_ in self._reports:
            copies = self._of_text(id_)
            if id_ == next((copy for copy in copies if self._sentences[copy]), copies[0]):
                yield content(id_, self._sentences[id_], self._mentions[id_], self._chains[id_])

    def records(self, group: Group) -> list[Thread | Link]:
        """The thread first, then a link for each report."""
        texts = sorted(group.members, key=lambda text: self._order.at(text.id))
        of_report = {report: text for text in texts for report in self._of_text(text.id)}
        reports = sorted(of_report, key=lambda id_: self._order.at(id_))
        near = {text.id: to_the_rest(text, group) for text in texts}
        binding = words_of_several(texts)
        id_ = content_id("th", reports[0])
        thread = Thread(
            id=id_,
            name=self._name(max(texts, key=lambda text: near[text.id]).id),
            reports=tuple(reports),
            time=self._span_of_days(reports),
            shared_words=tuple(heaviest(group.sums, binding)[:WORDS]),
            actors=tuple(self._actors(reports)),
            likeness=round(math.fsum(near.values()) / len(near), 4),
        )
        links = [
            Link(
                id=content_id("l", LinkKind.THREAD, report, id_),
                kind=LinkKind.THREAD,
                member=report,
                target=id_,
                score=near[text.id],
                reasons=(SAME_TEXT if report != text.id else reason(text, binding, len(texts)),),
            )
            for report, text in sorted(of_report.items(), key=lambda item: self._order.at(item[0]))
        ]
        return [thread, *links]

    def _of_text(self, report: str) -> Sequence[str]:
        """The reports that have a report's text, earliest first."""
        return self._copies.get(report, (report,))

    def _name(self, report: str) -> str:
        first = next((sentence.words.text for sentence in self._sentences[report]), "")
        return (
            self._reports[report].title or " ".join(first.split())[:NAME_LETTERS] or self._reports[report].location
        )

    def _span_of_days(self, reports: Iterable[str]) -> FuzzyDate | None:
        days = sorted(day for report in reports if (day := self._order.day(report)))
        return FuzzyDate.between(days[0], days[-1]) if days else None

    def _actors(self, reports: Sequence[str]) -> list[str]:
        """Those whom two reports name, or the only one; of most reports first."""
        counts: Counter[str] = Counter()
        for report in reports:
            named = {self._who.id(chain.id) for chain in self._chains[report] if chain.names}
            counts.update(id_ for id_ in named if id_ is not None)
        least = min(2, len(reports))
        found = sorted(
            (id_ for id_, count in counts.items() if count >= least), key=lambda id_: (-counts[id_], id_)
        )
        return found[:WORDS]


def by_report[R: (Sentence, Mention, Chain)](records: Iterable[R]) -> Mapping[str, Sequence[R]]:
    """Records by their report, in order."""
    found: defaultdict[str, list[R]] = defaultdict(list)
    for record in records:
        found[record.report].append(record)
    return found


def words_of_several(texts: Sequence[Content]) -> frozenset[str]:
    """Words of two texts or more; of the only text."""
    counts = Counter(word for text in texts for word in text.weights)
    return frozenset(word for word, count in counts.items() if count >= min(2, len(texts)))


def heaviest(weights: Mapping[str, float], among: frozenset[str]) -> list[str]:
    """Telling words by weight, of equals alphabetically."""
    held = filter(is_telling, weights.keys() & among)
    return sorted(held, key=lambda word: (-round(weights[word], 4), word))


def reason(text: Content, binding: frozenset[str], texts: int) -> str:
    """Why a text is in a thread of so many."""
    if not text.weights:
        return UNREAD
    if texts == 1:
        return ALONE
    shared = ", ".join(heaviest(text.weights, binding)[:SHARED]) or "words"
    return f"shares {shared} with other reports of the thread"
