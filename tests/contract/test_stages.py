"""Every stage of the usual pipeline keeps the contract that third parties' stages are held to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from dateline.errors import RecordError
from dateline.ids import content_id
from dateline.model import Paragraph, QuotedPhrase, Record, Sentence
from dateline.pipeline import default_pipeline
from dateline.reading.parse import ParseStage
from dateline.stage import Context, CorpusStage, Draft, ReportStage
from dateline.story import Story, Writer
from dateline.testing import check_stage

STAGES: list[ReportStage | CorpusStage] = [*default_pipeline().report_stages, *default_pipeline().corpus_stages]


@pytest.mark.parametrize("number", range(len(STAGES)), ids=[stage.name for stage in STAGES])
def test_the_stage_keeps_its_contract(number: int, context: Context) -> None:
    check_stage(STAGES[number], after=STAGES[:number], context=context)


class Marker:
    """A report stage to be broken in one way by each subclass."""

    name: ClassVar[str] = "marker"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Paragraph,)
    writes: ClassVar[tuple[type, ...]] = (Paragraph,)

    def open(self, context: Context) -> None:
        pass

    def run(self, draft: Draft) -> Iterator[Record]:
        yield from ()


class Moody(Marker):
    turn = 0

    def run(self, draft: Draft) -> Iterator[Record]:
        Moody.turn += 1
        yield from (_copy(p, Moody.turn) for p in draft.of(Paragraph))


class Secretive(Marker):
    writes: ClassVar[tuple[type, ...]] = (QuotedPhrase,)

    def run(self, draft: Draft) -> Iterator[Record]:
        yield from (_copy(p, "secret") for p in draft.of(Paragraph))


class Curious(Marker):
    def run(self, draft: Draft) -> Iterator[Record]:
        draft.of(Sentence)
        yield from ()


class Greedy(Marker):
    def run(self, draft: Draft) -> Iterator[Record]:
        for p in draft.of(Paragraph):
            draft.add(_copy(p, len(draft.records())))
            yield from ()


class Repetitive(Marker):
    def run(self, draft: Draft) -> Iterator[Record]:
        yield from (_copy(p, "same") for p in draft.of(Paragraph) for _ in range(2))


def _copy(paragraph: Paragraph, *parts: object) -> Paragraph:
    return Paragraph(
        id=content_id("p", paragraph.id, *parts),
        report=paragraph.report,
        number=paragraph.number,
        words=paragraph.words,
        kind=paragraph.kind,
    )


@pytest.mark.parametrize(
    ("stage", "fault"),
    [
        (Moody(), "other records the second time"),
        (Secretive(), "writes Paragraph, which it does not declare"),
        (Curious(), "reads Sentence, which it does not declare"),
        (Greedy(), "changes the draft"),
        (Repetitive(), "two records of paragraph have the id"),
    ],
)
def test_a_report_stage_that_breaks_the_contract_is_told_how(
    stage: ReportStage, fault: str, context: Context
) -> None:
    with pytest.raises((AssertionError, RecordError), match=fault):
        check_stage(stage, after=[ParseStage()], context=context)


class FirstComeStage:
    """A corpus stage that looks at which sentence was written first."""

    name: ClassVar[str] = "first come"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Sentence, Paragraph)
    writes: ClassVar[tuple[type, ...]] = (Paragraph,)

    def run(self, story: Story, out: Writer) -> None:
        (first,) = story.connection.execute(
            "SELECT id FROM sentence JOIN identity USING (key) ORDER BY key LIMIT 1"
        )
        chosen = next(s for s in story.all(Sentence) if s.id == first[0])
        paragraph = next(p for p in story.all(Paragraph) if p.id == chosen.paragraph)
        out.replace("first", [_copy(paragraph, "first")])


def test_a_corpus_stage_that_depends_on_the_order_of_reports_is_told_so(context: Context) -> None:
    with pytest.raises(AssertionError, match="depends on the order of the reports"):
        check_stage(FirstComeStage(), after=[ParseStage()], context=context)
