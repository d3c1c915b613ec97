"""Runs the product's own stages over our own gold of speech.

python -m eval.own.speech.predict SET --out FILE [--sealed]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from dateline.model import Anomaly, Chain, Quotation, QuotedPhrase, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.span import Words
from dateline.stage import Context, Draft
from dateline.testing import arrival, read
from eval.own import load

SETS = ("anomalies", "antecedents", "marks", "not_speech")
_ONLY_MARKS = frozenset({"marks", "not_speech"})  # sets that ask for what stands in marks, after a dash or a name


def predict(
    part: str, items: Iterable[Mapping[str, Any]], context: Context | None = None
) -> Iterator[dict[str, Any]]:
    """Items of a set (id, text) in, the system's answers in the same order out; README.md gives the format."""
    context = context or Context()
    stages = (ParseStage(), MentionStage(), QuotationStage())
    for item in items:
        draft = read(arrival(item["text"]), *stages, context=context)
        spoken = [
            _speech(draft, quotation)
            for quotation in draft.of(Quotation)
            if part not in _ONLY_MARKS or quotation.kind is not SpeechKind.INDIRECT
        ]
        apart = [_apart(phrase) for phrase in draft.of(QuotedPhrase)]
        yield {"id": item["id"], "quotations": [*spoken, *apart]}


def _speech(draft: Draft, quotation: Quotation) -> dict[str, Any]:
    speaker = _names(draft, quotation.speaker)
    readings = [speaker, _names(draft, quotation.other_speaker)] if quotation.anomaly else []
    return {
        "content": [_span(words) for words in quotation.contents],
        "source": _span(quotation.source) if quotation.source else None,
        "speaker": None if quotation.anomaly else speaker,
        "anomaly": _kind(quotation.anomaly),
        "readings": readings,
        "is_speech": True,
        "kind": None,
        "confidence": quotation.confidence,
        "rule": quotation.rule,
    }


def _apart(phrase: QuotedPhrase) -> dict[str, Any]:
    return {
        "content": [_span(phrase.words)],
        "source": None,
        "speaker": None,
        "anomaly": None,
        "readings": [],
        "is_speech": False,
        "kind": phrase.reason.value,
        "confidence": 1.0,
        "rule": phrase.rule,
    }


def _kind(anomaly: Anomaly | None) -> str | None:
    return anomaly.value if anomaly else None


def _names(draft: Draft, chain: str | None) -> list[str]:
    """The names of a speaker as printed; nothing for one whom the text does not name, or nobody knows."""
    return [] if chain is None else list(draft.get(Chain, chain).names)


def _span(words: Words) -> dict[str, int]:
    return {"start": words.start, "end": words.end}


def main() -> None:
    """Write the answers to one set, a line an item."""
    parser = argparse.ArgumentParser(description="Answer our own gold of speech.")
    parser.add_argument("part", choices=SETS)
    parser.add_argument("--out", type=Path, required=True, help="JSON lines, an answer for each item")
    parser.add_argument(
        "--sealed", action="store_true", help="the sealed half, from the folder of DATELINE_SEALED"
    )
    chosen = parser.parse_args()
    answers = predict(chosen.part, load("speech", chosen.part, sealed=chosen.sealed))
    chosen.out.write_text("".join(f"{json.dumps(answer)}\n" for answer in answers), encoding="utf-8")


if __name__ == "__main__":
    main()
