"""Task `five-w`: who, what, when and where of an article's main event, as `dateline gists` tells them."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from dateline.story.main_event import Answer, main_event
from dateline.story.report_reading import ReportReading
from dateline.testing import arrival, read

_DAY = len("2016-11-12")
_LEAD_SHOWN = 60  # letters by which a lead is known again at the beginning of the text


def predict(source: Path, out: Path) -> None:
    """Articles as JSONL (id, date_published, title, lead, text) in; the four answers and the day out."""
    context = Context()
    stages = (ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage())
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as system:
        for article in map(json.loads, lines):
            given = arrival(body(article), published=day(article["date_published"]), title=article["title"])
            system.write(json.dumps(answer(article["id"], read(given, *stages, context=context))) + "\n")


def body(article: Mapping[str, Any]) -> str:
    """Lead and text as a page shows them: a text that begins with its lead has it once."""
    lead, text = article["lead"] or "", article["text"] or ""
    begin = " ".join(lead.split())[:_LEAD_SHOWN]
    return text if not begin or begin in " ".join(text.split()) else f"{lead}\n\n{text}"


def day(published: str | None) -> str | None:
    """The day of publication; None if it is not told."""
    try:
        return dt.date.fromisoformat((published or "")[:_DAY]).isoformat()
    except ValueError:
        return None


def answer(id_: str, draft: Draft) -> dict[str, str | None]:
    """One line of the system.."""
    found = main_event(ReportReading.of(draft.report, draft.of))
    return {
        "id": id_,
        "who": text(found.who),
        "what": text(found.what),
        "when": text(found.when),
        "when_iso": found.day.isoformat() if found.day else None,
        "where": text(found.where),
    }


def text(answer: Answer | None) -> str | None:
    """The words of an answer."""
    return answer.text if answer else None
