"""Runs the product's own reading and linking over the stories of our own gold of copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from typing import Any

from dateline.linking.copies import CopyStage
from dateline.model import CopyGroup, CopyKind
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Context
from dateline.story import Story
from dateline.testing import read, story_of
from eval.own import pages

type Pair = tuple[str, str]


def predict(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Stories of the gold in, {"id", "pairs"} out in the same order: what is one text, and whose it was first."""
    context = Context()
    stages = (ParseStage(), MentionStage(), QuotationStage())
    for item in items:
        names: dict[str, str] = {}
        drafts = []
        for row in item["reports"]:
            given = pages.arrive({"Source": row["outlet"], "Date": row["date"]}, row["text"])
            drafts.append(read(given, *stages, context=context))
            names[given.report.id] = row["id"]
        story = story_of(drafts, CopyStage())
        pairs = sorted((names[first], names[other]) for first, other in links(story))
        yield {"id": item["id"], "pairs": [{"a": first, "b": other, "first": first} for first, other in pairs]}


def links(story: Story) -> set[Pair]:
    """Pairs of reports that share a text or a passage of it, the likelier first print first.

    Words of a third party in the same cut are no copy of a report's own text.
    """
    groups = [group for group in story.all(CopyGroup) if group.kind is not CopyKind.QUOTATION]
    return {pair for group in groups for pair in combinations([member.report for member in group.members], 2)}
