"""A pipeline that needs no language model: for tests of builds, not of reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from dateline.ids import content_id
from dateline.model import Link, LinkKind, Origin, Paragraph, ParagraphKind, Record, Report
from dateline.pipeline import Pipeline
from dateline.span import Words
from dateline.stage import Context, Draft
from dateline.story import Story, Writer

LINE = re.compile(r"\S[^\n]*")


class LineStage:
    """Every line is a paragraph. A line that says "stumble" makes it raise."""

    name: ClassVar[str] = "lines"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Report,)
    writes: ClassVar[tuple[type, ...]] = (Paragraph,)

    def open(self, context: Context) -> None:
        self.longest = context.settings.max_paragraph_chars

    def run(self, draft: Draft) -> Iterator[Record]:
        for number, line in enumerate(LINE.finditer(draft.report.text)):
            if "stumble" in line[0]:
                raise ValueError("I stumbled")
            yield Paragraph(
                id=content_id("p", draft.report.id, number),
                report=draft.report.id,
                number=number,
                words=Words.cut(draft.report.text, line.start(), min(line.end(), line.start() + self.longest)),
                kind=ParagraphKind.BODY,
            )


class SharedLineStage:
    """One origin for each line, with the reports that have it."""

    name: ClassVar[str] = "shared lines"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Paragraph,)
    writes: ClassVar[tuple[type, ...]] = (Origin, Link)

    def run(self, story: Story, out: Writer) -> None:
        reports: dict[str, list[str]] = {}
        for paragraph in story.all(Paragraph):
            reports.setdefault(paragraph.words.text, []).append(paragraph.report)
        for text, given in reports.items():
            id_ = content_id("o", text)
            origin = Origin(id=id_, label=text, reports=tuple(given), agency=None, known=True, reason="its words")
            links = [
                Link(
                    id=content_id("l", report, id_),
                    kind=LinkKind.ORIGIN,
                    member=report,
                    target=id_,
                    score=1.0,
                    reasons=(),
                )
                for report in sorted(set(given))
            ]
            if out.block(text, " ".join(given)):
                out.replace(text, [origin, *links])


PIPELINE = Pipeline((LineStage(),), (SharedLineStage(),))
