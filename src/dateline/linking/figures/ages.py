"""How old somebody is, as reports give it beside a full name: "Marta Velik, 43, was named"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dateline.ids import content_id
from dateline.linking.chronology import Chronology
from dateline.linking.figures.stated import Figure, setting_of
from dateline.model import Sentence
from dateline.span import Words

AGE_DAYS = 92  # between two reports that give an age: a season
NAMES = 2  # of a person, the last: "Mayor Ruth Kolb" is Ruth Kolb
YEAR = 1  # a birthday may lie between, or an age be reckoned
_NAME = r"(?P<name>[A-Z][\w'’-]+(?: (?:[A-Z]\.|[a-z]{2,3}))?(?: [A-Z][\w'’-]+)+)"
_AGED = (
    re.compile(rf"{_NAME}(?:, (?:aged )?(?P<age>[1-9]\d)(?=[,.;)]|$)| \((?P<in_marks>[1-9]\d)\))"),
    re.compile(rf"\b(?P<age>[1-9]\d)-year-old {_NAME}(?P<in_marks>)"),
)


def ages(sentences: Iterable[Sentence]) -> Iterator[Figure]:
    """The ages that sentences give to people by their full names."""
    for sentence in sentences:
        text = sentence.words.text
        for match in (match for pattern in _AGED for match in pattern.finditer(text)):
            start, end = (sentence.words.start + at for at in match.span("age" if match["age"] else "in_marks"))
            words = Words(start, end, text[start - sentence.words.start : end - sentence.words.start])
            yield Figure(
                id=content_id("f", sentence.id, "age", str(start)),
                sentence=sentence,
                words=words,
                low=float(words.text),
                high=float(words.text),
                unit="age",
                noun="years of age",
                clause=text,
                setting=setting_of(text),
                named=match["name"].casefold(),
            )


def two_ages(sentences: Iterable[Sentence], order: Chronology) -> Iterator[tuple[Figure, Figure]]:
    """Two ages of one name in two reports that no birthday explains."""
    by_name: dict[str, list[Figure]] = defaultdict(list)
    for figure in ages(sentences):
        by_name[" ".join(figure.named.split()[-NAMES:])].append(figure)
    for held in by_name.values():
        for a, b in combinations(sorted(held, key=lambda f: f.id), 2):
            apart = order.days_apart(a.sentence.report, b.sentence.report)
            told_apart = a.sentence.report != b.sentence.report and apart is not None and apart <= AGE_DAYS
            if told_apart and abs(a.low - b.low) > YEAR:
                yield a, b
