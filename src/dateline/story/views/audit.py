"""The audit trail: what a story was made of and by, so that another can make it again and compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.story.making import noted
from dateline.story.story import Story
from dateline.story.views.decided import decisions
from dateline.story.views.row import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow(Row):
    """One line of the trail; `id` is that of the report, rejection or decision, empty for what is no record."""

    section: str  # input, rejection, stage, package, setting, decision
    name: str
    value: str


def audit(story: Story) -> list[AuditRow]:
    """Inputs with the digests of their bytes, stages, packages and settings, then decisions."""
    return list(_rows(story))


def _rows(story: Story) -> Iterator[AuditRow]:
    for report in sorted(story.reports(), key=lambda report: (report.location, report.id)):
        yield AuditRow(id=report.id, section="input", name=report.location, value=f"sha256 {report.digest}")
    for lost in story.rejections():
        value = f"{lost.code.value}; sha256 {lost.digest or 'unknown'}"
        yield AuditRow(id=lost.id, section="rejection", name=lost.location, value=value)
    for unit, value in noted(story):
        section, _, name = unit.partition(" ")
        yield AuditRow(id="", section=section, name=name, value=value)
    for row in decisions(story):
        said = f"{row.kind} by {row.author}, {row.made}: {row.reason}"
        yield AuditRow(id=row.id, section="decision", name=row.state, value=said)
