"""The audit trail: what a story was made of and by, so that another can make it again and compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.story.lookup.decided import decisions
from dateline.story.lookup.row import Row
from dateline.story.making import noted
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow(Row):
    """One line of the trail; `id` is that of the report, rejection or decision, empty for what is no record."""

    section: str  # input, rejection, stage, package, setting, decision
    name: str
    value: str


def audit(story: Story) -> list[AuditRow]:
    """Inputs with the digests of their bytes, stages, packages and settings, then decisions."""
    return list(_rows(story))


_REPORTS = (
    "SELECT i.id, r.location, r.digest FROM report AS r JOIN identity AS i ON i.key = r.key "
    "ORDER BY r.location, i.id"
)
_REJECTIONS = (
    "SELECT i.id, r.location, r.digest, r.code FROM rejection AS r JOIN identity AS i ON i.key = r.key "
    "ORDER BY r.location, i.id"
)


def _rows(story: Story) -> Iterator[AuditRow]:
    for id_, location, digest in story.connection.execute(_REPORTS):
        yield AuditRow(id=id_, section="input", name=location, value=f"sha256 {digest}")
    for id_, location, digest, code in story.connection.execute(_REJECTIONS):
        yield AuditRow(id=id_, section="rejection", name=location, value=f"{code}; sha256 {digest or 'unknown'}")
    for unit, value in noted(story):
        section, _, name = unit.partition(" ")
        yield AuditRow(id="", section=section, name=name, value=value)
    for row in decisions(story):
        said = f"{row.kind} by {row.author}, {row.made}: {row.reason}"
        yield AuditRow(id=row.id, section="decision", name=row.state, value=said)
