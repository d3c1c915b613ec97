"""Reads the two reports of each pair of printings and asks the story how the two are one utterance, if at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any

from dateline.linking.speech.printings import printed_relation
from dateline.model import Quotation
from dateline.story import Story
from eval.own.small_stories import Teller


def predict(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Pairs of the gold in, {"id", "relation"} out in the same order."""
    tell = Teller("quote_match")
    for item in items:
        story, ids = tell(item["reports"])
        ends = [holding(story, id_, words) for id_, words in zip(ids, item["quotations"], strict=True)]
        yield {"id": item["id"], "relation": relation(story, *ends)}


def relation(story: Story, firsts: Iterable[Quotation], others: Iterable[Quotation]) -> str | None:
    """How the second printing stands to the first; None if the story takes them for two utterances."""
    together = [set(utterance.members) for utterance in story.utterances()]
    for first, other in product(firsts, others):
        if any({first.id, other.id} <= members for members in together):
            return printed_relation(first, other).value
    return None


def holding(story: Story, report: str, words: str) -> list[Quotation]:
    """The quotations of a report that have words in common with the wanted ones, the closest first."""
    start = next(r for r in story.reports() if r.id == report).text.find(words)
    end = start + len(words)
    found = []
    for quotation in (q for q in story.quotations() if q.report == report):
        common = sum(max(0, min(end, p.end) - max(start, p.start)) for p in quotation.contents)
        size = sum(len(p.text) for p in quotation.contents)
        if common:
            found.append((size + len(words) - 2 * common, quotation.id, quotation))
    return [quotation for *_, quotation in sorted(found, key=lambda one: one[:2])]
