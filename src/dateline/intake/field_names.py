"""The user's own names of fields: `--field title=kop`, or a table `[fields]` of a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from dateline.errors import SettingsError
from dateline.model import Field

USES = (*(field.value for field in Field), "text", "summary", "language")


def read_field_names(path: Path | None, pairs: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """(use, name) of a file and of single options, which go before it, sorted; SettingsError otherwise."""
    found: dict[str, str] = dict(_from_file(path)) if path else {}
    for pair in pairs:
        use, equals, name = pair.partition("=")
        if not equals or not name.strip():
            raise SettingsError(f"--field {pair} names no field", "write it as --field text=COLUMN")
        found[_use(use.strip())] = name.strip()
    return tuple(sorted(found.items()))


def _from_file(path: Path) -> Iterable[tuple[str, str]]:
    try:
        given: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingsError(f"{path} cannot be read as TOML: {error}", 'lines like: text = "COLUMN"') from None
    table = given.get("fields", given)
    if not isinstance(table, Mapping) or not all(isinstance(name, str) for name in table.values()):
        raise SettingsError(f"{path} is no list of fields", 'lines like: text = "COLUMN"')
    for use, name in table.items():
        yield _use(use), name


def _use(use: str) -> str:
    if use not in USES:
        raise SettingsError(f"there is no field {use!r}", f"the fields are: {', '.join(USES)}")
    return use
