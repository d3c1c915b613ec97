"""Types of events that a user adds, from a TOML file: words as in vocabulary/plover.toml, and example sentences.

    [[type]]
    name = "stranding"          # small letters, digits and hyphens
    under = "OTHER"             # the type that it is a kind of; stored, coded and exported as that one
    frame = "solo"              # who takes part: reading/acts/frames.py; "act" if left out
    verbs = ["strand", "beach"]
    nouns = ["stranding"]
    examples = ["Ninety whales were washed ashore at Arvik.", ...]

The name is kept as the event's mode. This file only reads and checks; ontology.py finds the acts.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import SettingsError
from dateline.model import EventType

FEWEST = 3  # examples that a centroid is made of: the mean of fewer is one sentence's matter
_LARGEST = 1_000_000  # bytes of a file: a hundred types take some 50,000
_NAME = re.compile(r"[a-z][a-z0-9-]{1,39}")
_FRAMES = frozenset({"act", "speak", "ask", "meet", "visit", "host", "solo", "move", "vote", "undergo"})
_FIELDS = frozenset({"name", "under", "frame", "verbs", "nouns", "examples", "lasting"})


@dataclass(frozen=True, slots=True)
class OwnType:
    """One type of the user's: its table for the lexicon, and the sentences that show it."""

    name: str
    under: EventType
    frame: str
    table: dict[str, Any]
    examples: tuple[str, ...]


def own_types(text: str) -> tuple[OwnType, ...]:
    """The types of an ontology's text; none for an empty one. SettingsError says which entry is wrong."""
    if not text.strip():
        return ()
    try:
        tables = tomllib.loads(text).get("type", [])
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the ontology is no TOML: {error}", "see docs/events.md for an example") from error
    if not isinstance(tables, list) or not tables:
        raise SettingsError("the ontology has no [[type]]", "see docs/events.md for an example")
    found = tuple(own_type(table) for table in tables)
    if len({type_.name for type_ in found}) < len(found):
        raise SettingsError("two types of the ontology have one name", "give each its own")
    return found


def own_type(table: dict[str, Any]) -> OwnType:
    """One entry, checked."""
    name, under, frame = table.get("name", ""), table.get("under", "OTHER"), table.get("frame", "act")
    wrong = problem(table, name, under, frame)
    if wrong:
        raise SettingsError(f"ontology, type {name!r}: {wrong}", "see docs/events.md for an example")
    lexical = {"type": under, "mode": name, "frame": frame, "lasting": bool(table.get("lasting", False))}
    words = {part: table[part] for part in ("verbs", "nouns") if part in table}
    return OwnType(name, EventType(under), frame, lexical | words, tuple(table.get("examples", ())))


def problem(table: dict[str, Any], name: object, under: object, frame: object) -> str | None:
    """What is wrong with an entry; None if nothing is."""
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return "`name` must be a word of small letters, digits and hyphens"
    if under not in set(EventType):
        return f"`under` must be one of {', '.join(EventType)}"
    if frame not in _FRAMES:
        return f"`frame` must be one of {', '.join(sorted(_FRAMES))}"
    if unknown := set(table) - _FIELDS:
        return f"unknown field {min(unknown)!r}"
    for part in ("verbs", "nouns", "examples"):
        given = table.get(part, [])
        if not isinstance(given, list) or not all(isinstance(each, str) and each.strip() for each in given):
            return f"`{part}` must be a list of texts"
    if not table.get("verbs") and not table.get("nouns") and len(table.get("examples", [])) < FEWEST:
        return f"give `verbs`, `nouns`, or at least {FEWEST} `examples`"
    return None


def read_ontology(path: Path) -> str:
    """The text of a user's file of types, checked. SettingsError if it cannot be read or used."""
    try:
        if path.stat().st_size > _LARGEST:
            raise SettingsError(f"{path} is too large for an ontology", f"keep it under {_LARGEST:,} bytes")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"cannot read {path}: {error}", "give a TOML file, in UTF-8") from error
    if not own_types(text):
        raise SettingsError(f"{path} is empty", "see docs/events.md for an example")
    return text
