"""Task `quotes`: who said what, in spans, by the product's own stages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dateline.model import Quotation
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.span import Words
from dateline.stage import Context
from dateline.testing import arrival, read


def predict(source: Path, out: Path) -> None:
    """Articles as JSONL (id, publication_date, text) in; {"id", "quotes": [{content, source, cue}]} lines out."""
    context = Context()
    stages = (ParseStage(), MentionStage(), QuotationStage())
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as system:
        for line in lines:
            article = json.loads(line)
            draft = read(
                arrival(article["text"], published=article.get("publication_date")), *stages, context=context
            )
            answer = {"id": article["id"], "quotes": [row(q) for q in draft.of(Quotation)]}
            system.write(json.dumps(answer) + "\n")


def row(quotation: Quotation) -> dict[str, Any]:
    """One quotation as the scorer reads it."""
    return {
        "content": [span(words) for words in quotation.contents],
        "source": span(quotation.source),
        "cue": span(quotation.cue),
        "rule": quotation.rule,
        "confidence": quotation.confidence,
    }


def span(words: Words | None) -> dict[str, int] | None:
    """Words as the scorer's start and end."""
    return None if words is None else {"start": words.start, "end": words.end}
