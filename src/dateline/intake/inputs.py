"""Which files are inputs: folders walked in order, and what was passed over there, said so."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from dateline.errors import InputError
from dateline.intake.found import PassedOver

_PICTURES = ".png .jpg .jpeg .gif .webp .svg .ico .bmp .tif .tiff .heic .avif"
_SOUND_AND_FILM = ".mp3 .m4a .wav .ogg .flac .mp4 .mov .avi .mkv .webm"
_CODE = ".py .pyc .js .mjs .ts .css .scss .sh .bat .ps1 .r .ipynb .java .c .h .cpp .go .rs .rb .pl .sql .map"
_CONFIGURATION = ".yaml .yml .toml .ini .cfg .conf .properties .env .lock"
_STORIES = ".db .db-wal .db-shm .db-journal .sqlite .sqlite3"
_NO_REPORTS = {
    ending: reason
    for endings, reason in (
        (_PICTURES, "a picture"),
        (_SOUND_AND_FILM, "sound or film"),
        (_CODE, "program code"),
        (_CONFIGURATION, "configuration"),
        (_STORIES, "a story file or another database"),
        (".xls .ods .parquet", "a table: give its reports as CSV or JSONL"),
        (".ttf .otf .woff .woff2", "a font"),
        (".log .tmp .bak .swp .part", "a log or a left-over"),
    )
    for ending in endings.split()
}
_PAPERS = {
    "readme",
    "license",
    "licence",
    "copying",
    "changelog",
    "contributing",
    "notice",
    "makefile",
    "dockerfile",
}
_CHUNK = 1 << 20  # bytes hashed at a time


@dataclass(frozen=True, slots=True)
class InputFile:
    r"""A file to read, and its name in the story: `<folder name>/<path below it>`, never an absolute path.

    Bytes of a name that are no UTF-8 stand there as escapes: `caf\xe9.txt`. So do `!`, and `#` before a number at
    the end, which set off the members of an archive and the records of a file.
    """

    path: Path
    location: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What the given paths come to, all sorted by location."""

    inputs: tuple[InputFile, ...]
    passed_over: tuple[PassedOver, ...]
    folders: tuple[str, ...] = ()  # names of the folders that were walked: all of their files are listed here


def find_inputs(paths: Sequence[Path], held_back: Collection[Path] = ()) -> Scan:
    """Files given by themselves, and all files below given folders that may be reports.

    A file given by itself is always an input, whatever it is called; hidden files in a folder are not looked at.
    Files in a folder that are `held_back` are passed over.
    Raises InputError for a path that does not exist.
    """
    inputs: dict[Path, InputFile] = {}
    passed_over: dict[str, PassedOver] = {}
    named: set[Path] = set()
    folders: set[str] = set()
    waiting = set(map(_same, held_back))
    for path in map(Path, paths):
        whole = _resolved(path)
        if whole.is_dir():
            folders.add(_location("", whole.name))
            for file in _walk(whole):
                reason = _no_report(file.path)
                if reason is None and _same(file.path) in waiting:
                    reason = "still arriving"
                if reason is None:
                    inputs.setdefault(_same(file.path), file)
                else:
                    passed_over[file.location] = PassedOver(file.location, reason)
        else:
            file = InputFile(whole, _location(whole.parent.name, whole.name))
            named.add(_same(whole))
            inputs.setdefault(_same(whole), file)
    given = {file.location for key, file in inputs.items() if key in named}
    return Scan(
        tuple(sorted(inputs.values(), key=lambda f: (f.location, str(f.path)))),
        tuple(p for location, p in sorted(passed_over.items()) if location not in given),
        tuple(sorted(folders)),
    )


def digest_of(file: InputFile) -> str:
    """SHA-256 of the bytes, hexadecimal; empty if they cannot be read (`read_file` then rejects the input)."""
    sha = hashlib.sha256()
    if not file.path.is_file():  # reading a pipe would wait for ever
        return ""
    try:
        with file.path.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                sha.update(chunk)
    except OSError:
        return ""
    return sha.hexdigest()


def _resolved(path: Path) -> Path:
    """The path from the root, symbolic links kept; InputError if nothing is there."""
    whole = Path(os.path.abspath(path))
    if not os.path.lexists(whole):
        raise InputError(f"{path} does not exist", "give report files, or folders that hold them")
    return whole


def _same(path: Path) -> Path:
    """One key for all ways to name a file."""
    return Path(os.path.realpath(path))


def _walk(folder: Path) -> Iterator[InputFile]:
    """Every file below a folder that is not hidden, in the order of its location."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(here, name)
            if not name.startswith("."):
                yield InputFile(path, _location(folder.name, path.relative_to(folder).as_posix()))


def _location(folder: str, below: str) -> str:
    name = os.fsencode(f"{folder}/{below}".lstrip("/")).decode("utf-8", "backslashreplace")
    return re.sub(r"#(?=\d+\Z)", r"\\x23", name.replace("!", r"\x21"))


def _no_report(path: Path) -> str | None:
    """Why a file met in a folder is plainly no report; None if it may be one."""
    if path.exists() and not path.is_file():
        return "no regular file"
    return no_report(path.name)


def no_report(name: str) -> str | None:
    """Why a file of that name, met in a folder or an archive, is plainly no report; None if it may be one."""
    path = PurePosixPath(name)
    if any(part.startswith(".") and part.strip(".") for part in path.parts) or "__MACOSX" in path.parts:
        return "hidden"
    if path.stem.lower() in _PAPERS:
        return "a paper about the folder"
    return _NO_REPORTS.get(path.suffix.lower())
