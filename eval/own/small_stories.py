"""Small stories of our own golds: the reports of one item, read and linked by the product's own stages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from dateline.pipeline import default_pipeline
from dateline.stage import Context
from dateline.story import Story
from dateline.testing import read, story_of
from eval.own import pages

type Item = Mapping[str, Any]


class Teller:
    """Reads small reports with one language model and links them up to a stage."""

    def __init__(self, last: str) -> None:
        """`last`: the name of the last corpus stage that is wanted."""
        pipeline = default_pipeline()
        names = [stage.name for stage in pipeline.corpus_stages]
        self._context = Context()
        self._linking = pipeline.corpus_stages[: names.index(last) + 1]
        self._reading = pipeline.report_stages

    def __call__(self, reports: Sequence[Item]) -> tuple[Story, list[str]]:
        """The story of reports with `published`, `outlet`, `text`, perhaps a `title`; and their ids in order."""
        drafts = []
        for report in reports:
            head = {"Title": report["title"]} if report.get("title") else {}
            given = pages.arrive({**head, "Source": report["outlet"], "Date": report["published"]}, report["text"])
            drafts.append(read(given, *self._reading, context=self._context))
        return story_of(drafts, *self._linking), [draft.report.id for draft in drafts]
