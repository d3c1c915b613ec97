"""Time expressions: the product's own stages over the texts of the gold, written as TIMEX3."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.model import Timex
from dateline.reading.parse import ParseStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context
from dateline.testing import arrival, read

_DAY = len("2020-09-28")  # a creation time may go on with a clock time


def predict(source: Path, out: Path) -> None:
    """Read {"id", "document_creation_time", "text"} lines; write {"id", "expressions"} lines in the same order.

    The gold annotates vague references (now, recently), so the stage's option for them is on here.
    """
    context = Context()
    stages = (ParseStage(), TimexStage(vague=True))
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as answers:
        for line in lines:
            article = json.loads(line)
            published = (article["document_creation_time"] or "")[:_DAY] or None
            draft = read(arrival(article["text"], published=published), *stages, context=context)
            expressions = [
                {"start": t.words.start, "end": t.words.end, "type": t.type.value, "value": t.value}
                for t in draft.of(Timex)
            ]
            answers.write(json.dumps({"id": article["id"], "expressions": expressions}) + "\n")
