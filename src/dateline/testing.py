"""Small stories from a text, and the contract test of a stage: for tests, ours and those of third parties.

    check_stage(MyQuotations(), after=[ParseStage(), MentionStage()])

runs a stage on a few small reports, some of them odd. What it does not keep of its contract is an AssertionError.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Connection
from typing import cast

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import RECORDS, Arrival, Field, MetadataCandidate, Record, Report
from dateline.span import Segment, Words
from dateline.stage import Artefact, Context, CorpusStage, Draft, ReportStage
from dateline.story import Store, Story, Writer, verify


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
    grow(store, drafts, *stages)
    return store.story


def grow(store: Store, drafts: Iterable[Draft], *stages: CorpusStage) -> None:
    """Write drafts to a story and run corpus stages over it, in one transaction."""
    with store.atomic():
        for draft in drafts:
            store.replace("reading", draft.report.id, draft.records(), version="test", digest="")
        for stage in stages:
            store.run_corpus_stage(stage.name, stage.version, stage.writes, stage.run)
        store.settle_redirects()


def trials() -> list[Arrival]:
    """Three reports that tell of the same matter, one without a date, and texts that are hard on a stage."""
    return [
        arrival(
            "President Odran Velk met Foreign Minister Sira Tamm in Karsund on Monday, his office said.\n\n"
            "“We agreed to open the border on June 3,” Velk told reporters. “Nobody will be turned away.”\n\n"
            "At least 40 people were detained at a protest outside the palace.",
            published="2030-05-14",
            title="Velk and Tamm agree to open the border",
        ),
        arrival(
            "Velk met the Tavian minister on May 13. Sira Tamm said that the talks were “short but honest”.\n\n"
            "“Nobody will be turned away,” the president said. Police denied that anyone had been detained.",
            published="2030-05-15",
        ),
        arrival(
            "President Odran Velk met Foreign Minister Sira Tamm in Karsund on Monday, his office said.\n\n"
            "Some 60 protesters were detained, according to Amnesty campaigners.",
            published="2030-05-16",
        ),
        arrival("Sira Tamm resigned last week. She had asked Odran Velk for help twice.", published=None),
        arrival('“”\n\n"\n\n’\n\n.\n\n   \n\n“He said “no” and left.\n\n“Then', published="2030-05-17"),
        arrival(
            "\U0001f600 \u200b\ufeff\u202eword\u202c e\u0301 1e9 31/02/2030 0000-00-00 99th May",
            published="2030-05-18",
        ),
        arrival("A", published="2030-05-19"),
    ]


def check_stage(
    stage: ReportStage | CorpusStage,
    *,
    after: Sequence[ReportStage | CorpusStage] = (),
    arrivals: Sequence[Arrival] = (),
    context: Context | None = None,
) -> None:
    """Run a stage after those that it needs, on `arrivals` (by default `trials`), and hold it to its contract.

    A report stage must give the same records twice, leave the draft as it was, and survive being sent to another
    process. A corpus stage must give the same records for any order of the reports, and whether they come at once
    or in two steps. Both read and write only what they declare, and write only what a story file takes.
    """
    context = context or Context()
    reading = [cast(ReportStage, earlier) for earlier in after if _reads_reports(earlier)]
    linking = [cast(CorpusStage, earlier) for earlier in after if not _reads_reports(earlier)]
    drafts = [read(given, *reading, context=context) for given in arrivals or trials()]
    if _reads_reports(stage):
        _check_report_stage(cast(ReportStage, stage), drafts, context)
    else:
        _check_corpus_stage(cast(CorpusStage, stage), drafts, linking)


def _reads_reports(stage: ReportStage | CorpusStage) -> bool:
    return hasattr(stage, "open")


def _check_report_stage(stage: ReportStage, drafts: list[Draft], context: Context) -> None:
    stage = pickle.loads(pickle.dumps(stage))  # noqa: S301 -- our own bytes, as a worker process gets them
    stage.open(context)
    for draft in map(_WatchedDraft, drafts):
        before = draft.records()
        first, second = list(stage.run(draft)), list(stage.run(draft))
        _need(draft.records() == before, stage, "changes the draft it is given")
        _need(
            [item for item in first if isinstance(item, Record)]
            == [item for item in second if isinstance(item, Record)],
            stage,
            f"gives other records the second time for {draft.report.text[:60]!r}",
        )
        _need_declared(stage, draft.asked, first)
        for item in first:
            draft.add(item)
    story_of(drafts)  # raises where words do not stand, an id is taken, or a reference leads nowhere


def _check_corpus_stage(stage: CorpusStage, drafts: list[Draft], before: list[CorpusStage]) -> None:
    stages = [*before, stage]
    story = story_of(drafts, *stages)
    once = _written(story, stage)
    watched = _WatchedStory(story.connection)
    stage.run(watched, Writer(Store(story.connection), stage.name, stage.version))  # unclosed, it writes nothing
    _need_declared(stage, watched.asked, _news(story_of(drafts, *before), story))
    _need(once == _written(story_of(drafts[::-1], *stages), stage), stage, "depends on the order of the reports")
    store = Store.in_memory()
    grow(store, drafts[1::2], *stages)
    grow(store, drafts[::2], *stages)
    _need(once == _written(store.story, stage), stage, "gives other records when the reports come in two steps")
    _need(not verify(story).problems, stage, f"leaves a story with faults: {verify(story).problems[:3]}")


def _written(story: Story, stage: CorpusStage) -> dict[type[Record], list[Record]]:
    return {kind: story.all(kind) for kind in stage.writes}


def _news(before: Story, after: Story) -> Iterator[Record]:
    """Records that are in the second story alone."""
    for kind in RECORDS:
        known = {record.id for record in before.all(kind)}
        yield from (record for record in after.all(kind) if record.id not in known)


class _WatchedDraft(Draft):
    """A draft that remembers what it was asked for; what is added to it is added to the draft it stands for."""

    def __init__(self, draft: Draft) -> None:
        self.__dict__.update(vars(draft))
        self.asked: set[type] = set()

    def of[T: Record | Artefact](self, kind: type[T]) -> tuple[T, ...]:
        self.asked.add(kind)
        return super().of(kind)

    def get[R: Record](self, kind: type[R], id_: str) -> R:
        self.asked.add(kind)
        return super().get(kind, id_)


class _WatchedStory(Story):
    """A story that remembers what it was asked for."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self.asked: set[type] = set()

    def all[R: Record](self, kind: type[R]) -> list[R]:
        self.asked.add(kind)
        return super().all(kind)

    def in_report[R: Record](self, kind: type[R], report: str) -> list[R]:
        self.asked.add(kind)
        return super().in_report(kind, report)


def _need_declared(stage: ReportStage | CorpusStage, asked: set[type], items: Iterable[Record | Artefact]) -> None:
    for kind in sorted(asked - set(stage.reads), key=lambda kind: kind.__name__):
        _need(False, stage, f"reads {kind.__name__}, which it does not declare")
    for item in items:
        _need(type(item) in stage.writes, stage, f"writes {type(item).__name__}, which it does not declare")


def _need(kept: bool, stage: ReportStage | CorpusStage, fault: str) -> None:
    if not kept:
        raise AssertionError(f"stage {stage.name} {fault}")
