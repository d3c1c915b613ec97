"""`watch`, `fetch`, and what `build` says of files that changed or vanished, and of fields that the user names."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
TEXT = (
    "Ferry runs aground\n\nThe ferry Alkmene ran aground off Norholm on Monday. “We are safe,” the captain said.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT)
    return folder


def test_watch_once_takes_what_is_there(dateline: Run, desk: Path, tmp_path: Path) -> None:
    code, printed, _ = dateline("watch", desk, "-o", tmp_path / "s.db", "--once", "--pause", "0.02")
    assert code == 0
    assert "inputs 1 = reports 1 + rejections 0" in printed


def test_watch_needs_a_folder(dateline: Run, tmp_path: Path) -> None:
    code, _, complaint = dateline("watch", tmp_path / "none", "-o", tmp_path / "s.db", "--once")
    assert code == 2
    assert "is no folder" in complaint


def test_ctrl_c_ends_a_watch_without_a_complaint(
    dateline: Run, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses = iter([None])

    def pause(_: float) -> None:
        if next(pauses, "over") == "over":
            raise KeyboardInterrupt

    monkeypatch.setattr("dateline.cli.arriving.time.sleep", pause)
    code, printed, _ = dateline("watch", desk, "-o", tmp_path / "s.db")
    assert code == 0
    assert "inputs 1" in printed
    assert "stopped" in printed


def test_a_build_tells_what_vanished_and_prunes_it_when_asked(dateline: Run, desk: Path, tmp_path: Path) -> None:
    (desk / "b.txt").write_text(TEXT.replace("Monday", "Tuesday"))
    story = tmp_path / "s.db"
    dateline("build", desk, "-o", story)
    (desk / "b.txt").unlink()
    (desk / "a.txt").write_text(TEXT.replace("Monday", "Sunday"))
    _, printed, _ = dateline("build", desk, "-o", story)
    assert "vanished  desk/b.txt" in printed
    assert "changed  desk/a.txt" in printed
    assert "--prune forgets it" in printed
    _, printed, _ = dateline("build", desk, "-o", story, "--prune")
    assert "forgotten: 2 inputs" in printed
    assert "inputs 1 = reports 1 + rejections 0" in printed


def test_fields_are_named_in_a_file_or_one_by_one(dateline: Run, desk: Path, tmp_path: Path) -> None:
    (desk / "a.txt").unlink()
    (desk / "dump.csv").write_text("kop,tekst\nFerry runs aground,It ran aground on Monday.\n")
    names = tmp_path / "names.toml"
    names.write_text('[fields]\ntext = "tekst"\ntitle = "nothing"\n')
    story = tmp_path / "s.db"
    _, printed, _ = dateline("build", desk, "-o", story)
    assert "rejections 1" in printed
    _, printed, _ = dateline("build", desk, "-o", story, "--fields", names, "--field", "title=kop")
    assert "inputs 1 = reports 1 + rejections 0" in printed
    assert "Ferry runs aground" in dateline("reports", story)[1]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--field", "text"), "names no field"),
        (("--field", "texts=x"), "there is no field 'texts'"),
        (("--fields", "none.toml"), "cannot be read as TOML"),
    ],
)
def test_a_field_that_cannot_be_is_told(
    dateline: Run, desk: Path, tmp_path: Path, options: tuple[str, str], says: str
) -> None:
    code, _, complaint = dateline("build", desk, "-o", tmp_path / "s.db", *options)
    assert code == 2
    assert says in complaint


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    web = tmp_path / "web"
    web.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(web)))
    url = f"http://127.0.0.1:{server.server_port}"
    (web / "feed.xml").write_text(
        f"<rss version='2.0'><channel><title>The Harbour Post</title><item><title>Ferry runs aground</title>"
        f"<link>{url}/a.html</link><description>A ferry ran aground.</description></item></channel></rss>"
    )
    (web / "a.html").write_text(f"<html><body><h1>Ferry runs aground</h1><p>{TEXT}</p></body></html>")
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield url
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_feed_and_the_pages_of_its_items_are_fetched_into_a_folder(
    dateline: Run, site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dateline.fetching.DELAY_SECONDS", 0.0)
    folder = tmp_path / "in"
    code, _, told = dateline("fetch", f"{site}/feed.xml", "-o", folder, "--pages", "--allow-private")
    assert code == 0, told
    assert "2 addresses fetched, 0 not" in told
    assert sorted(path.suffix for path in folder.iterdir()) == [".html", ".xml"]


def test_a_private_address_is_not_fetched_unless_it_is_allowed(dateline: Run, site: str, tmp_path: Path) -> None:
    code, _, told = dateline("fetch", f"{site}/feed.xml", "-o", tmp_path / "in")
    assert code == 2
    assert "--allow-private" in told
    assert not (tmp_path / "in").exists()


def test_build_fetch_needs_a_folder_to_save_into(dateline: Run, desk: Path, tmp_path: Path) -> None:
    code, _, told = dateline("build", desk / "a.txt", "-o", tmp_path / "s.db", "--fetch", "http://x.example/feed")
    assert code == 2
    assert "give one among REPORTS" in told
