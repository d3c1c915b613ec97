"""The user's cue words: a TOML file with the tables of `vocabulary/cues.toml`, checked before anything is read.

It stands apart from the lexicon, so that the command line can check a file without loading the language model.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from dateline.errors import SettingsError
from dateline.model import Stance

_TABLES = ("verbs", "thoughts", "nouns")  # rows of cues
_LISTS = ("media", "platforms", "occasions", "propositions")  # lists of nouns
_STANCES = ", ".join(stance.value for stance in Stance)
_HELP = "write it like vocabulary/cues.toml of the program; see docs/cues.md"


def read_cues(path: Path) -> str:
    """The text of a user's file of cue words, checked; SettingsError if it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} cannot be read: {error}", _HELP) from None
    check_cues(text)
    return text


def check_cues(text: str) -> None:
    """SettingsError with the first thing that is wrong with a user's cue words."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"the cue words are not TOML: {error}", _HELP) from None
    for name, table in tables.items():
        if name == "about":
            continue
        if name not in (*_TABLES, *_LISTS) or not isinstance(table, dict):
            raise SettingsError(
                f"the cue words have a table [{name}] that is none of {', '.join(_TABLES + _LISTS)}", _HELP
            )
        if name in _LISTS:
            _check_nouns(name, table)
        else:
            for lemma, row in table.items():
                _check_row(name, lemma, row)


def _check_nouns(name: str, table: dict[str, object]) -> None:
    words = table.get("nouns")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise SettingsError(f"the table [{name}] of the cue words needs a list of words: nouns = [...]", _HELP)


def _check_row(name: str, lemma: str, row: object) -> None:
    if not isinstance(row, dict) or row.get("stance") not in set(Stance):
        raise SettingsError(
            f"the cue word {lemma!r} in [{name}] needs a stance: {', '.join(s.value for s in Stance)}", _HELP
        )
    content = row.get("content")
    if not isinstance(content, list) or not content or not all(isinstance(part, str) for part in content):
        raise SettingsError(f"the cue word {lemma!r} in [{name}] needs a list: content = [...]", _HELP)
