"""Opening story files: made where there is none, refused where they are something else."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from dateline.errors import StoryFileError

APPLICATION_ID = int.from_bytes(b"DATN")
SCHEMA_VERSION = 5
OLDEST_SQLITE = (3, 40, 0)  # STRICT tables, RETURNING and the FTS5 that the schema uses are sure from here on
_WAIT = 30.0  # seconds for another process to finish its transaction


def open_to_write(path: str | Path) -> sqlite3.Connection:
    """A connection that may write; makes an empty story file where there is none."""
    _refuse_folder(path)
    connection = _connect(Path(path), "rwc")
    try:
        is_new = _is_empty(connection)
        if not is_new:
            _check(connection, path)  # before anything that would change another program's file
        connection.execute("PRAGMA journal_mode = WAL")
        # With WAL this much is enough: a power cut may lose the last units, never damage the file.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        if is_new:
            _make(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise StoryFileError(f"{path} cannot be written: {error}", "is another build writing to it?") from error
    except (sqlite3.DatabaseError, StoryFileError) as error:
        connection.close()
        raise _refusal(path, error) from error
    return connection


def open_in_memory() -> sqlite3.Connection:
    """An empty story that is gone when the connection is closed."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    _make(connection)
    return connection


def open_to_read(path: str | Path, any_thread: bool = False) -> sqlite3.Connection:
    """A connection that cannot write; for any thread, if the caller sees to it that one reads at a time."""
    _refuse_folder(path)
    if not Path(path).is_file():
        raise StoryFileError(f"there is no story file at {path}", "make one with: dateline build REPORTS -o FILE")
    connection = _connect(Path(path), "ro", any_thread)
    try:
        _check(connection, path)
    except sqlite3.OperationalError:
        # A folder that cannot be written to has no room for the file that readers share; then nobody else
        # writes there either.
        connection.close()
        connection = _connect(Path(path), "ro&immutable=1", any_thread)
    except (sqlite3.DatabaseError, StoryFileError) as error:
        connection.close()
        raise _refusal(path, error) from error
    return connection


def _refuse_folder(path: str | Path) -> None:
    if Path(path).is_dir():
        raise StoryFileError(
            f"{path} is a folder, no story file", f"name a file, such as {Path(path) / 'story.db'}"
        )


def _connect(path: Path, mode: str, any_thread: bool = False) -> sqlite3.Connection:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StoryFileError(
            f"SQLite {sqlite3.sqlite_version} is too old", "use a Python with SQLite 3.40 or later"
        )
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"
    try:
        return sqlite3.connect(
            uri, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=not any_thread
        )
    except sqlite3.OperationalError as error:
        raise StoryFileError(f"{path} cannot be opened: {error}", "is there a folder to put it in?") from error


def _make(connection: sqlite3.Connection) -> None:
    schema = files(__package__).joinpath("schema.sql").read_text(encoding="utf-8")
    connection.executescript(f"BEGIN;\n{schema}\nCOMMIT;")


def _is_empty(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_master").fetchone()[0])


def _check(connection: sqlite3.Connection, path: str | Path) -> None:
    if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        raise StoryFileError(
            f"{path} is a database, but no story file", "give the file that `dateline build` wrote"
        )
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version != SCHEMA_VERSION:
        raise StoryFileError(
            f"{path} has schema {version}, this Dateline needs {SCHEMA_VERSION}",
            "build the story anew in a new file",
        )


def _refusal(path: str | Path, error: Exception) -> StoryFileError:
    if isinstance(error, StoryFileError):
        return error
    return StoryFileError(f"{path} is no story file: {error}", "give the file that `dateline build` wrote")
