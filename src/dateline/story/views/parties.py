"""To whom and of whom something is said: the actors whose mentions stand in the words of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import LinkKind, Mention, Quotation
from dateline.span import Words
from dateline.story.views.directory import Directory


@dataclass(frozen=True, slots=True)
class Parties:
    """The actors, by id, whom the words of one quotation name, describe or stand for with a pronoun."""

    addressees: frozenset[str]
    spoken_of: frozenset[str]


def parties(directory: Directory) -> dict[str, Parties]:
    """The parties of every quotation, by its id."""
    mentions: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in directory.story.all(Mention):
        mentions[mention.report].append(mention)
    for of_report in mentions.values():
        of_report.sort(key=lambda mention: mention.words.start)
    return {
        quotation.id: _parties(directory, quotation, mentions.get(quotation.report, ()))
        for quotation in directory.quotations.values()
    }


def _parties(directory: Directory, quotation: Quotation, mentions: Sequence[Mention]) -> Parties:
    to = (quotation.addressee,) if quotation.addressee else ()
    return Parties(_within(directory, mentions, to), _within(directory, mentions, quotation.contents))


def _within(directory: Directory, mentions: Sequence[Mention], stretches: Iterable[Words]) -> frozenset[str]:
    found = set()
    for stretch in stretches:
        first = bisect_left(mentions, stretch.start, key=lambda mention: mention.words.start)
        last = bisect_left(mentions, stretch.end, key=lambda mention: mention.words.start)
        found |= {directory.target(mention.chain, LinkKind.ACTOR) for mention in mentions[first:last]}
    return frozenset(actor for actor in found if actor)
