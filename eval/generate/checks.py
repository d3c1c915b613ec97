"""Does the key fit the texts? Each fault is a sentence; a sound story has none."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

Row = dict[str, Any]
MARKS = str.maketrans("“”’", '""\'')


def faults(texts: dict[str, str]) -> list[str]:
    """What a key names and the texts or the key itself do not have."""
    key: Row = yaml.safe_load(texts["expected.yaml"])
    bodies = {id_: folded(body) for id_, body in bodies_of(texts)}
    return [*_missing_reports(key, bodies), *_unprinted(key, bodies), *_dangling(key)]


def folded(text: str) -> str:
    """Spaces and quotation marks made one."""
    return " ".join(text.translate(MARKS).split())


def bodies_of(texts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Ids and texts of the reports in the files."""
    for path, text in texts.items():
        stem = path.split("_")[0]
        if path.endswith(".jsonl"):
            for line, record in enumerate(text.splitlines(), 1):
                row = json.loads(record)
                yield f"{stem}#{line}", f"{row['title']} {row['maintext']}"
        elif path.endswith(".html"):
            yield stem, html.unescape(re.sub(r"<[^>]*>", " ", text))
        elif path.endswith(".txt"):
            yield stem, text


def _missing_reports(key: Row, bodies: dict[str, str]) -> Iterator[str]:
    for id_ in sorted(key["reports"].keys() ^ bodies.keys()):
        yield f"report {id_} stands in the key or in the folder, but not in both"


def _unprinted(key: Row, bodies: dict[str, str]) -> Iterator[str]:
    for section in ("quotations", "not_quotations", "reported_speech"):
        for row in key.get(section, ()):
            if folded(row["text"]) not in bodies[row["in"]]:
                yield f"{section}: {row['in']} does not print {row['text']!r}"
    for id_, row in key["reports"].items():
        for piece in row.get("furniture", ()):
            if folded(piece) not in bodies[id_]:
                yield f"furniture: {id_} does not print {piece!r}"


def _dangling(key: Row) -> Iterator[str]:
    """Every id that a row points to is there."""
    actors = {row["id"] for row in key["actors"]}
    events = {row["id"] for row in key["events"]}
    for row in key["quotations"]:
        if row["speaker"] not in actors:
            yield f"the speaker {row['speaker']} is no actor of the key"
    for section in ("corroboration", "agreements", "updates"):
        for row in key.get(section, ()):
            if row["about"] not in events:
                yield f"{section}: there is no event {row['about']}"
