"""Where gold lies, and digests of it."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


class GoldMissingError(Exception):
    """The gold folder or the scorers are not on this machine."""


def gold_folder() -> Path:
    """The folder of gold files; GoldMissingError if it is not there."""
    folder = Path(os.environ.get("DATELINE_GOLD", ROOT.parent / "shared" / "gold")).resolve()
    if not folder.is_dir():
        raise GoldMissingError("no gold folder here: set DATELINE_GOLD to measure accuracy")
    return folder


def digest(*paths: Path) -> str:
    """SHA-256 of files, and of all files of folders, with their names; first 16 hexadecimal digits."""
    total = hashlib.sha256()
    for path in paths:
        for file in sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]:
            total.update(file.name.encode())
            total.update(file.read_bytes())
    return total.hexdigest()[:16]
