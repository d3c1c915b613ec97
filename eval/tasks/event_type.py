"""Task `event-type`: what the given source does to the given target, by lexicon, frames and classifier."""

from __future__ import annotations

import json
from pathlib import Path

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from dateline.reading.acts.classifier import Classifier, events_classifier
from dateline.reading.acts.lexicon import plover
from dateline.reading.acts.relation import relation
from dateline.reading.language_model import shared_model
from dateline.stage import Context
from eval.tasks.plv import plv_type

_MARK = "<s>", "<t>"


def predict(source: Path, out: Path) -> None:
    """Read {"id", "sentence", "marked_sentence", "source", "target"} lines; write {"id", "type"} lines."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    answers = types_of(rows, events_classifier())
    out.write_text("".join(f"{json.dumps(answer)}\n" for answer in answers), encoding="utf-8")


def types_of(rows: list[dict[str, str]], classifier: Classifier | None) -> list[dict[str, str | None]]:
    """The answers; without a classifier by lexicon and frames alone."""
    nlp, lexicon = shared_model(Context()), plover()
    answers: list[dict[str, str | None]] = []
    for row, doc in zip(rows, nlp.pipe([row["sentence"] for row in rows]), strict=True):
        first, second = (stretch(doc, row, part) for part in ("source", "target"))
        found = relation(doc, first, second, lexicon, classifier, plv_type)
        answers.append({"id": row["id"], "type": found.type.value if found else None})
    return answers


def stretch(doc: Doc, row: dict[str, str], part: str) -> DocSpan | None:
    """Where a participant stands: its mark in the marked sentence, since the same words may stand twice."""
    mark, other = _MARK if part == "source" else _MARK[::-1]
    plain = row["marked_sentence"].replace(other, "").replace(other.replace("<", "</"), "")
    start = plain.find(mark)
    if start < 0 or not row[part]:
        start = row["sentence"].find(row[part] or "\0")
    if start < 0:
        return None
    return doc.char_span(start, start + len(row[part]), alignment_mode="expand")
