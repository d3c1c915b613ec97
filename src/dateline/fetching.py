"""Fetching feeds and pages, when asked to: the one module that opens a network connection.

Only http and https, and only to addresses of the public internet: the name is resolved here, every address of it
is looked at, and the connection goes to the very address that was looked at. Each redirect is checked in the same
way. What comes is counted while it is read, and time is limited. No cookies, no credentials, an honest name, what
robots.txt allows, and a pause between two requests to one host.

What was fetched is saved as a file, named after its address and content, for a build to read: a build itself opens
no connection.
"""

from __future__ import annotations

import hashlib
import ipaddress
import os
import re
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import urllib3
from urllib3.response import BaseHTTPResponse

from dateline.errors import FetchError
from dateline.settings import DEFAULTS, Settings

MAX_REDIRECTS = 5
CONNECT_SECONDS = 10.0
READ_SECONDS = 20.0  # without a byte
DELAY_SECONDS = 1.0  # between two requests to one host
AGENT = f"dateline/{version('dateline')} (reads feeds when its user asks; one request a second)"
_CHUNK = 1 << 16
_NAMES = {"html": ".html", "json": ".json", "xml": ".xml", "rss": ".xml", "atom": ".xml"}
_NAME_CHARS = 80


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered with: the address behind all redirects, the bytes, the media type."""

    url: str
    data: bytes
    media: str


class Client:
    """Fetches one address after another, politely."""

    def __init__(
        self,
        *,
        allow_private: bool = False,
        settings: Settings = DEFAULTS,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._allow_private = allow_private  # addresses of the own machine and network: for a server of one's own
        self._settings = settings
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._robots: dict[str, RobotFileParser] = {}

    def get(self, url: str) -> Fetched:
        """The whole answer of an address; FetchError for whatever stands in the way."""
        for _ in range(MAX_REDIRECTS + 1):
            parts = _checked(url)
            self._ask_robots(parts)
            with self._request(parts) as response:
                target = _target(response)
                if target is None:
                    if response.status != 200:
                        raise FetchError(f"{url} answers with status {response.status}", "is the address right?")
                    return Fetched(url, self._read(response, url), response.headers.get("Content-Type", ""))
            url = _redirected(url, target)
        raise FetchError(f"{url} redirects more than {MAX_REDIRECTS} times", "give the address that it leads to")

    @contextmanager
    def _request(self, parts: SplitResult) -> Iterator[BaseHTTPResponse]:
        """The answer, its body not yet read."""
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        address = self._address(host, port)
        self._wait(host)
        timeout = urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS)
        pool = (
            urllib3.HTTPSConnectionPool(address, port, server_hostname=host, assert_hostname=host, timeout=timeout)
            if parts.scheme == "https"
            else urllib3.HTTPConnectionPool(address, port, timeout=timeout)
        )
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": "identity"}
        try:
            response = pool.urlopen(
                "GET", path, headers=headers, redirect=False, retries=False, preload_content=False,
                assert_same_host=False,
            )  # fmt: skip
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            raise FetchError(f"{host} cannot be reached: {error}"[:300], "try again later") from None
        try:
            yield response
        finally:
            response.close()
            pool.close()

    def _address(self, host: str, port: int) -> str:
        """The address to connect to; FetchError if any address of the host is not a public one."""
        try:
            found = sorted({str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)})
        except (OSError, UnicodeError) as error:
            raise FetchError(f"{host} has no address: {error}", "is the name right?") from None
        for address in found:
            if not self._allow_private and not _is_public(address):
                hint = "--allow-private lets it, for a server of your own"
                raise FetchError(f"{host} is an address of this machine or network ({address})", hint)
        return found[0]

    def _wait(self, host: str) -> None:
        passed = time.monotonic() - self._last.get(host, -DELAY_SECONDS)
        if passed < DELAY_SECONDS:
            self._sleep(DELAY_SECONDS - passed)
        self._last[host] = time.monotonic()

    def _read(self, response: BaseHTTPResponse, url: str) -> bytes:
        """The body, counted as it comes."""
        if response.headers.get("Content-Encoding", "identity").lower() != "identity":
            raise FetchError(f"{url} answers compressed, though asked not to", "save it with a browser")
        limit, until = self._settings.max_fetch_bytes, time.monotonic() + self._settings.max_fetch_seconds
        pieces: list[bytes] = []
        size = 0
        try:
            for piece in response.stream(_CHUNK, decode_content=False):
                size += len(piece)
                if size > limit:
                    raise FetchError(f"{url} has more than {limit:,} bytes", "save it by other means")
                if time.monotonic() > until:
                    raise FetchError(
                        f"{url} takes more than {self._settings.max_fetch_seconds} s", "try again later"
                    )
                pieces.append(piece)
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise FetchError(f"{url} breaks off: {error}"[:300], "try again later") from None
        return b"".join(pieces)

    def _ask_robots(self, parts: SplitResult) -> None:
        """FetchError if the site's robots.txt asks us to stay away, or cannot be asked (RFC 9309)."""
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            self._robots[site] = self._rules(site)
        if not self._robots[site].can_fetch(AGENT, parts.geturl()):
            raise FetchError(
                f"{site}/robots.txt asks programs not to fetch {parts.path or '/'}", "save it by hand"
            )

    def _rules(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        url = f"{site}/robots.txt"
        for _ in range(MAX_REDIRECTS + 1):
            with self._request(_checked(url)) as response:
                target = _target(response)
                if response.status >= 500:
                    reason = f"{url} answers with status {response.status}: what it allows is unknown"
                    raise FetchError(reason, "try again later")
                if target is None:  # no such file, or one that is not for us: everything may be fetched
                    words = self._read(response, url) if response.status == 200 else b""
                    rules.parse(words.decode("utf-8", "replace").splitlines())
                    return rules
            url = _redirected(url, target)
        raise FetchError(f"{url} redirects more than {MAX_REDIRECTS} times", "save the feed by hand")


def save(fetched: Fetched, folder: Path) -> Path:
    """Write what was fetched into a folder, whole or not at all; the same content of an address is one file."""
    folder.mkdir(parents=True, exist_ok=True)
    parts = urlsplit(fetched.url)
    name = re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname}{parts.path}".lower()).strip("-")[:_NAME_CHARS]
    ending = next((ending for word, ending in _NAMES.items() if word in fetched.media.lower()), ".txt")
    path = folder / f"{name}-{hashlib.sha256(fetched.data).hexdigest()[:12]}{ending}"
    part = folder / f".{path.name}.part"
    part.write_bytes(fetched.data)
    os.replace(part, path)
    return path


def _checked(url: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(url)
        fit = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        fit = False
    if not fit or any(sign.isspace() or not sign.isprintable() for sign in url):
        raise FetchError(f"{url[:200]} is no address of the web", "it begins with http:// or https://")
    if parts.username or parts.password:
        raise FetchError("the address holds a name or a password", "give it without: it would be sent to the host")
    return parts


def _target(response: BaseHTTPResponse) -> str | None:
    """Where an answer redirects to, if it does."""
    return response.headers.get("Location") or None if 300 <= response.status < 400 else None


def _redirected(url: str, target: str) -> str:
    there = urljoin(url, target)
    if url.startswith("https:") and there.startswith("http:"):
        raise FetchError(f"{url} redirects to an address without encryption", "give that address, if you trust it")
    return there


def _is_public(address: str) -> bool:
    """True for an address of the public internet, also if it wraps one of IPv4."""
    given = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(given, ipaddress.IPv6Address):
        wrapped = given.ipv4_mapped or given.sixtofour
        if wrapped is not None:
            return _is_public(str(wrapped))
    return given.is_global and not given.is_multicast
