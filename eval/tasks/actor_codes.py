"""Task `actor_codes`: the country and the sectors that words tell, by the product's own function."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.reading.codes import codes_of


def predict(source: Path, out: Path) -> None:
    """Cases as JSONL (id, text) in; {"id", "country", "sectors"} lines out."""
    with source.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as system:
        for case in map(json.loads, lines):
            codes = codes_of(case["text"])
            answer = {"id": case["id"], "country": codes.country, "sectors": codes.sectors}
            system.write(json.dumps(answer) + "\n")
