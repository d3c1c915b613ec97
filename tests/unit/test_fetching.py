"""The one client that opens connections: a server of ours on this machine, and what it must never reach."""

from __future__ import annotations

import ast
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

import dateline
from dateline.errors import FetchError
from dateline.fetching import AGENT, Client, Fetched, save
from dateline.settings import Settings

FEED = b"<rss version='2.0'><channel><title>The Harbour Post</title></channel></rss>"


class Desk(BaseHTTPRequestHandler):
    """A small site with good and bad answers."""

    asked: ClassVar[list[tuple[str, dict[str, str]]]] = []
    robots: ClassVar[tuple[int, bytes]] = (404, b"")

    def do_GET(self) -> None:
        Desk.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
        status, headers, body = self.answer()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def answer(self) -> tuple[int, dict[str, str], bytes]:
        if self.path == "/robots.txt":
            return Desk.robots[0], {}, Desk.robots[1]
        if self.path == "/feed":
            return 200, {"Content-Type": "application/rss+xml", "Set-Cookie": "a=b"}, FEED
        if self.path.startswith("/loop"):
            return 302, {"Location": f"/loop{len(self.path)}" + "x" * len(self.path)}, b""
        if self.path == "/there":
            return 301, {"Location": "/feed"}, b""
        if self.path == "/file":
            return 302, {"Location": "file:///etc/passwd"}, b""
        if self.path == "/big":
            return 200, {}, b"x" * 300_000
        if self.path == "/cut":
            return 200, {"Content-Length": "5000"}, b"x" * 100
        if self.path == "/packed":
            return 200, {"Content-Encoding": "gzip"}, b"\x1f\x8b"
        return 404, {}, b""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Desk.asked, Desk.robots = [], (404, b"")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def client(**settings: int) -> Client:
    return Client(allow_private=True, settings=Settings(**settings), sleep=lambda _: None)  # type: ignore[arg-type]


def test_a_feed_is_fetched_with_an_honest_name_and_without_cookies(site: str) -> None:
    asked = client()
    for _ in range(2):
        assert asked.get(f"{site}/there") == Fetched(f"{site}/feed", FEED, "application/rss+xml")
    paths = [path for path, _ in Desk.asked]
    assert paths == ["/robots.txt", "/there", "/feed", "/there", "/feed"]
    assert all(headers["user-agent"] == AGENT and "cookie" not in headers for _, headers in Desk.asked)


def test_between_two_requests_to_a_host_there_is_a_pause(site: str) -> None:
    paused: list[float] = []
    Client(allow_private=True, sleep=paused.append).get(f"{site}/feed")
    assert len(paused) == 1
    assert 0.5 < paused[0] <= 1.0


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/loop", "redirects more than"),
        ("/file", "no address of the web"),
        ("/big", "more than 200,000 bytes"),
        ("/cut", "breaks off"),
        ("/packed", "compressed"),
        ("/none", "status 404"),
    ],
)
def test_what_must_not_be_taken_is_refused_with_a_reason(site: str, path: str, says: str) -> None:
    with pytest.raises(FetchError, match=says) as error:
        client(max_fetch_bytes=200_000).get(site + path)
    assert error.value.hint


def test_what_robots_txt_forbids_is_not_fetched(site: str) -> None:
    Desk.robots = (200, b"User-agent: *\nDisallow: /feed\n")
    with pytest.raises(FetchError, match="asks programs not to fetch /feed"):
        client().get(f"{site}/feed")
    assert "/feed" not in [path for path, _ in Desk.asked]
    Desk.robots = (503, b"")
    with pytest.raises(FetchError, match="what it allows is unknown"):
        client().get(f"{site}/feed")


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "ftp://x.example/a", "feed", "http://", "http://[x", "http://u:p@x.example/",
     "http://x y/"],
)  # fmt: skip
def test_only_addresses_of_the_web_are_asked(url: str) -> None:
    with pytest.raises(FetchError):
        Client().get(url)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "169.254.169.254", "0.1.2.3", "100.64.0.1", "224.0.0.1", "::1",
     "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_no_address_of_this_machine_or_network_is_connected_to(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    public = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))
    answers = [public, (family, socket.SOCK_STREAM, 6, "", (address, 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match="of this machine or network"):
        Client().get("http://news.example/feed")


def test_a_redirect_to_this_machine_is_not_followed(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    careful = Client(sleep=lambda _: None)
    usual = careful._address
    monkeypatch.setattr(
        careful, "_address", lambda host, port: "127.0.0.1" if host == "news.example" else usual(host, port)
    )
    monkeypatch.setattr(Desk, "answer", lambda self: (302, {"Location": f"{site}/feed"}, b""))
    with pytest.raises(FetchError, match="of this machine or network"):
        careful.get(f"http://news.example:{site.rpartition(':')[2]}/a")


def test_what_was_fetched_is_one_file_by_address_and_content(tmp_path: Path) -> None:
    one = Fetched("https://x.example/../../etc/passwd?a=/b", FEED, "application/rss+xml; charset=utf-8")
    path = save(one, tmp_path / "in")
    assert path == save(one, tmp_path / "in")
    assert [file.name for file in (tmp_path / "in").iterdir()] == [path.name]
    assert path.parent == tmp_path / "in"
    assert path.name.startswith("x-example-etc-passwd-")
    assert path.suffix == ".xml"
    assert path.read_bytes() == FEED


def test_no_other_module_can_open_a_connection_but_the_one_that_listens() -> None:
    reaching = {"socket", "urllib3", "requests", "httpx", "http.client", "urllib.request", "ftplib", "smtplib"}
    root = Path(dateline.__file__).parent
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(name == bad or name.startswith(f"{bad}.") for name in names for bad in reaching):
                found.add(path.relative_to(root).as_posix())
    assert found == {"fetching.py", "web/serving.py"}
