"""A story is laid out before anybody asks."""

from __future__ import annotations

import time
from pathlib import Path

from dateline.errors import BusyError
from dateline.pipeline import default_pipeline
from dateline.web.room import ReadingRoom
from dateline.web.warming import TABLES, Warming, lay_out


def warm(room: ReadingRoom) -> set[str]:
    """What of the desk has been made."""
    with room.desk() as desk:
        return set(vars(desk))


def until(true, seconds: float = 20) -> bool:
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(true())


def test_laid_out_once_the_tables_are_there_for_the_first_request(path: Path) -> None:
    room = ReadingRoom(path)
    assert "acts" not in warm(room)
    assert lay_out(room)
    assert {"acts", "speech", "somebodies", "disputed", "questions", "overview", "report_rows"} <= warm(room)
    room.close()


def test_a_change_makes_it_warm_again(path: Path, tmp_path: Path) -> None:
    room = ReadingRoom(path)
    warming = Warming(room)
    try:
        assert until(lambda: "questions" in warm(room))
        new = tmp_path / "new.txt"
        new.write_text("Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n")
        before = room.run
        default_pipeline().run([new], path)
        assert room.run != before
        assert until(lambda: "questions" in warm(room))
        with room.desk() as desk:
            assert "Ilse Maar" in {slip.name for slip in desk.somebodies.values()}
    finally:
        warming.close()
        room.close()


def test_one_that_is_closed_reads_no_further(path: Path) -> None:
    room = ReadingRoom(path)
    assert not lay_out(room, lambda: True)
    assert "acts" not in warm(room)
    room.close()


def test_a_table_that_takes_too_long_at_first_is_read_on_later(path: Path, monkeypatch) -> None:
    room = ReadingRoom(path)
    tries = []

    def slow(desk: object) -> None:
        tries.append(desk)
        if len(tries) < 3:
            raise BusyError("the question takes too long", "ask for less")

    monkeypatch.setattr("dateline.web.warming.TABLES", (slow,))
    assert lay_out(room)
    assert len(tries) == 3
    room.close()


def test_the_first_page_is_laid_out_first(path: Path, monkeypatch) -> None:
    room = ReadingRoom(path)
    monkeypatch.setattr("dateline.web.warming.TABLES", TABLES[:1])
    assert lay_out(room)
    made = warm(room)
    assert "overview" in made
    assert not {"acts", "speech", "somebodies", "disputed"} & made
    room.close()
