"""How many were held, hurt or killed, as two reports of one matter have it from different sources.

A report that gives one such number alone gives that of its matter: what else its sentence says need not be
repeated by the other report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from dateline.linking.chronology import Chronology
from dateline.linking.figures.same_subject import MATTER_NAMES
from dateline.linking.figures.stated import Figure, names_in
from dateline.model import Sentence

TOLL_SCOPES = ("dead", "held", "hurt", "missing")


def tolls(
    stated: Iterable[Figure], sentences: Iterable[Sentence], order: Chronology
) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of the only numbers of their kind in two reports of one day, by sources that are not one."""
    named: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        named[sentence.report] |= names_in(sentence.words.text)
    given: dict[tuple[str, str], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in stated:
        day = order.day(figure.sentence.report)
        if day and figure.unit == "people" and not figure.corrected and len(figure.scope) == 1:
            (scope,) = figure.scope
            if scope in TOLL_SCOPES:
                given[scope, day.isoformat()][figure.sentence.report].append(figure)
    for by_report in given.values():
        alone = [held[0] for _, held in sorted(by_report.items()) if len({(f.low, f.high) for f in held}) == 1]
        for a, b in combinations([f for f in alone if f.counter and not (f.part or f.changed)], 2):
            reports = a.sentence.report, b.sentence.report
            if a.counter.isdisjoint(b.counter) and len(named[reports[0]] & named[reports[1]]) >= MATTER_NAMES:
                yield a, b
