"""Runs the product's own stages over our own gold of times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.model import Arrival, Field, Timex
from dateline.reading.parse import ParseStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context
from dateline.testing import read
from eval.own import pages


def predict(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Items of the gold (id, published, title, text) in, the system's items in the same order out.

    Offsets are of the text: a head stands in front of it for the stages, and its own expressions are left out.
    """
    context = Context()
    stages = (ParseStage(), TimexStage())
    for item in items:
        given = arrive(item)
        before = given.report.text.index(item["text"])
        found = read(given, *stages, context=context).of(Timex)
        answers = [answer_of(timex, before) for timex in found if timex.words.start >= before]
        yield {"id": item["id"], "expressions": [*datelines(given, before), *answers]}


def answer_of(timex: Timex, before: int) -> dict[str, Any]:
    """An expression as the scorer wants it."""
    return {
        "start": timex.words.start - before,
        "end": timex.words.end - before,
        "type": timex.type.value,
        "earliest": _day(timex.time.earliest if timex.time else None),
        "latest": _day(timex.time.latest if timex.time else None),
    }


def arrive(item: Mapping[str, Any]) -> Arrival:
    """The item through intake as a desk would keep it, so that a dateline is read as one."""
    head = {"Title": item.get("title", "Report"), "Date": item["published"]}
    return pages.arrive(head, item["text"])


def datelines(given: Arrival, before: int) -> Iterator[dict[str, Any]]:
    """The day of a dateline, which intake reads: it is furniture to the stages."""
    for candidate in given.candidates:
        if candidate.found_in == "dateline" and candidate.field is Field.PUBLISHED and candidate.words:
            yield {
                "start": candidate.words.start - before,
                "end": candidate.words.end - before,
                "type": "DATE",
                "earliest": candidate.value,
                "latest": candidate.value,
            }


def _day(day: object) -> str | None:
    return str(day) if day else None
