"""Task `stories`: texts parted by the matter that they tell of, as the threads stage parts the reports."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.linking.matters.content import Content, content
from dateline.linking.matters.grouping import grouped
from dateline.model import Chain, Mention, Sentence
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.settings import DEFAULTS
from dateline.stage import Context
from dateline.testing import arrival, read


def predict(source: Path, out: Path) -> None:
    """Read {"id", "text"} lines; write {"id", "cluster"} lines in their order."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    context = Context()
    groups = grouped((told(row["id"], row["text"], context) for row in rows), DEFAULTS.thread_likeness)
    cluster = {text.id: number for number, group in enumerate(groups) for text in group.members}
    answers = ({"id": row["id"], "cluster": cluster[row["id"]]} for row in rows)
    out.write_text("".join(f"{json.dumps(answer)}\n" for answer in answers), encoding="utf-8")


def told(id_: str, text: str, context: Context) -> Content:
    """What a text tells of."""
    draft = read(arrival(text, published=None), ParseStage(), MentionStage(), context=context)
    return content(id_, draft.of(Sentence), draft.of(Mention), draft.of(Chain))
