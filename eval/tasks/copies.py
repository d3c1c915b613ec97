"""Task `copies`: which documents are one text, by the product's own stages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import combinations, product
from pathlib import Path

from dateline.linking.copies import copies
from dateline.model import CopyGroup, CopyKind, CopyMember, Paragraph, Quotation, Report
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.settings import DEFAULTS
from dateline.stage import Context
from dateline.testing import arrival, read


def predict(source: Path, out: Path) -> None:
    """Documents as JSONL (id, date, text) in; {"a", "b"} lines out, one for each pair of one copied text.

    A document made of two texts belongs to the one it took more of; it is linked to the other by the passage.
    """
    context = Context()
    stages = (ParseStage(), MentionStage(), QuotationStage())
    names: dict[str, list[str]] = {}  # documents of one text and date are one report
    reports: list[Report] = []
    paragraphs: list[Paragraph] = []
    quotations: list[Quotation] = []
    with source.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            draft = read(arrival(row["text"], published=row["date"]), *stages, context=context)
            if draft.report.id in names:
                names[draft.report.id].append(row["id"])
                continue
            names[draft.report.id] = [row["id"]]
            reports.append(draft.report)
            paragraphs += draft.of(Paragraph)
            quotations += draft.of(Quotation)
    length = {report.id: len(report.text) for report in reports}
    records = [r for _, unit in copies(reports, paragraphs, quotations, DEFAULTS) for r in unit]
    groups = [record for record in records if isinstance(record, CopyGroup)]
    linked = [
        pair
        for group in groups
        for pair in combinations(group.members, 2)
        if group.kind is CopyKind.REPORT or much(pair, length)
    ]
    pairs = {
        tuple(sorted(ids))
        for first, second in linked
        for ids in product(names[first.report], names[second.report])
    }
    pairs |= {pair for ids in names.values() for pair in combinations(sorted(ids), 2)}
    with out.open("w", encoding="utf-8") as system:
        system.writelines(json.dumps({"a": a, "b": b}) + "\n" for a, b in sorted(pairs))


def much(pair: Iterable[CopyMember], length: Mapping[str, int]) -> bool:
    """True if a passage is as much of the shorter of two documents as makes a copy."""
    members = list(pair)
    shorter = min(length[member.report] for member in members)
    return min(len(member.words.text) for member in members) >= DEFAULTS.copy_containment * shorter
