"""Task `names`: how near two names of persons, companies and ships are, as candidates for a look."""

from __future__ import annotations

import json
from pathlib import Path

from dateline.linking.names.candidate import nearness

_PERSON = "Person"


def predict(source: Path, out: Path) -> None:
    """Read {"name_a", "name_b", "entity_type"} lines; write the names with a score, in the same order."""
    rows = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    answers = [
        {
            "name_a": row["name_a"],
            "name_b": row["name_b"],
            "score": nearness(row["name_a"], row["name_b"], person=row["entity_type"] == _PERSON),
        }
        for row in rows
    ]
    out.write_text("".join(f"{json.dumps(answer, ensure_ascii=False)}\n" for answer in answers), encoding="utf-8")
