"""For tests, ours and those of third parties' stages: arrivals from a text, and the contract test of a stage."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import Arrival, Field, MetadataCandidate, Report
from dateline.span import Segment, Words
from dateline.stage import Context, CorpusStage, Draft, ReportStage
from dateline.story import Store, Story


def arrival(text: str, *, published: str | None = "2030-05-14", title: str | None = None) -> Arrival:
    """A report without furniture: `title`, if any, stands as the first line of its text."""
    clean = f"{title}\n\n{text}" if title else text
    report = content_id("r", clean, published)
    day = FuzzyDate.day(dt.date.fromisoformat(published)) if published else None
    candidates = (
        ()
        if title is None
        else (
            MetadataCandidate(
                id=content_id("c", report, Field.TITLE, 0),
                report=report,
                field=Field.TITLE,
                value=title,
                found_in="first line",
                words=Words.cut(clean, 0, len(title)),
                chosen=True,
            ),
        )
    )
    return Arrival(
        report=Report(
            id=report,
            location="test/report.txt",
            reader="txt",
            digest=hashlib.sha256(clean.encode()).hexdigest(),
            title=title,
            outlet=None,
            byline=None,
            url=None,
            language="en",
            published=day,
            text=clean,
            agencies=(),
            offsets=(Segment(0, len(clean), 0),),
        ),
        furniture=(),
        candidates=candidates,
    )


def read(given: Arrival, *stages: ReportStage, context: Context | None = None) -> Draft:
    """Open stages, take one arrival through them, and return the draft with all that they wrote."""
    context = context or Context()
    draft = Draft(given)
    for stage in stages:
        stage.open(context)
        for item in list(stage.run(draft)):
            draft.add(item)
    return draft


def story_of(drafts: Iterable[Draft], *stages: CorpusStage) -> Story:
    """A story in memory with the records of these drafts, and those that corpus stages make of them."""
    store = Store.in_memory()
    with store.atomic():
        for draft in drafts:
            store.replace("reading", draft.report.id, draft.records(), version="test", digest="")
        for stage in stages:
            store.run_corpus_stage(stage.name, stage.version, stage.writes, stage.run)
        store.settle_redirects()
    return store.story
