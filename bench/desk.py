"""How quick the desk is: python -m bench.desk [STORY] [--clients N] [--seconds N] [--searches N].

Serves a story to this machine alone, in a process of its own, as `dateline serve` does. It is asked for the first
page at once, for each page with 20 and with 50 rows once all are warm, for searches one after the other, then by
many clients at once for some seconds, each with a connection of its own. The desk keeps the pages that it wrote
last; here each address is asked for once, so that every page is written, but by the many clients, who come back
to pages as readers do. Printed are medians, the 95th of a hundred, what the heaviest page weighs, and how many
answers were faults of the server. Without a story the sample is read. Milliseconds are of the machine, as loaded.
"""

from __future__ import annotations

import argparse
import http.client
import multiprocessing
import os
import random
import socket
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from urllib.parse import quote, urlsplit

from dateline.pipeline import build
from dateline.sample import FOLDER
from dateline.story import open_story
from dateline.web.pages import PAGES
from dateline.web.serving import LOOPBACK, serve

FAULT = 500  # statuses from here on
LONGEST = 300.0  # seconds that the story may take to be laid out
CHOOSING = b"Load the page again"  # says the first page while its brief is being chosen
LOOK = 0.5  # seconds between two looks
PATIENCE = 60.0  # seconds that a client waits for one answer
EACH = 8  # times that a page is written
WORDS = 300  # actors whose names are searched for
MENU = [page.path for page in PAGES if page.key]
ROWS = (20, 50)
HEAD = f"{'':<24}{'answers':>9}{'median ms':>11}{'p95 ms':>9}{'kB':>10}{'faults':>9}"


@dataclass
class Asked:
    """What came of some requests."""

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    heaviest: int = 0  # bytes

    def __iadd__(self, other: Asked) -> Asked:
        """Take in what came of others."""
        self.seconds += other.seconds
        self.statuses += other.statuses
        self.heaviest = max(self.heaviest, other.heaviest)
        return self

    def line(self, what: str) -> str:
        """One line of the table."""
        faults = sum(count for status, count in self.statuses.items() if status >= FAULT)
        ranked = sorted(self.seconds)
        median, late = statistics.median(ranked), ranked[int(0.95 * (len(ranked) - 1))]
        times = f"{1000 * median:>11.0f}{1000 * late:>9.0f}"
        return f"{what:<24}{len(ranked):>9,}{times}{self.heaviest / 1000:>10.0f}{faults:>9}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench.desk", description="How quick the desk is.")
    parser.add_argument("story", nargs="?", type=Path, help="a story file (default: the sample's, made now)")
    parser.add_argument("--clients", type=int, default=50, help="at once (default 50)")
    parser.add_argument("--seconds", type=float, default=60.0, help="that the clients go on asking (default 60)")
    parser.add_argument("--searches", type=int, default=100, help="one after the other (default 100)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        story: Path = options.story or Path(folder, "sample.db")
        if options.story is None:
            build([FOLDER], story).close()
        with open_story(story) as opened:
            print(f"{len(opened.reports()):,} reports")
            searches = searches_in([actor.name for actor in opened.actors()[:WORDS]])
        with served(story) as (port, server):
            print(f"load of the machine: {', '.join(f'{load:.1f}' for load in os.getloadavg())}\n{HEAD}")
            print(ask(port, ["/"]).line("first page, at once"), flush=True)
            warm = warm_up(port)
            for page in PAGES:
                for rows in ROWS if page.key else ():
                    written = ask(port, (f"{page.path}?rows={rows}&written={number}" for number in range(EACH)))
                    print(written.line(f"{page.path}, {rows} rows"), flush=True)
            print(ask(port, searches[: options.searches]).line("searches"), flush=True)
            crowd = many(
                port, options.clients, options.seconds, lambda draw: draw.choice([*MENU, draw.choice(searches)])
            )
            print(crowd.line(f"{options.clients} clients at once"), flush=True)
            print(f"all pages warm after {warm:.0f} s; at most {memory_of(server):,.0f} MB of memory")


def memory_of(process: int) -> float:
    """The most that a process has held at a time, in megabytes; as Linux tells it."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")) / 1000


def searches_in(names: Iterable[str]) -> list[str]:
    """Addresses of searches for names and their parts, in an order of their own, the same each time."""
    words = sorted({word for name in names for word in (name, *name.split())})
    random.Random(1).shuffle(words)  # noqa: S311 -- an order, no secret
    return [f"/search?q={quote(word)}" for word in words]


@contextmanager
def served(story: Path) -> Iterator[tuple[int, int]]:
    """The port at which a process of its own serves the story, and that process."""
    here, there = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(story, there), daemon=True)
    server.start()
    port = int(urlsplit(here.recv()).port or 0)
    while not listens(port):
        time.sleep(LOOK / 10)
    yield port, server.pid or 0
    server.terminate()
    server.join()


def listens(port: int) -> bool:
    """True once the server takes connections."""
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def _serve(story: Path, there: Connection) -> None:
    serve(story, LOOPBACK, 0, there.send)


def warm_up(port: int) -> float:
    """Seconds until every page was answered, and the first one is whole: the story is laid out."""
    start = time.perf_counter()
    ask(port, MENU)
    while CHOOSING in first_page(port) and time.perf_counter() - start < LONGEST:
        time.sleep(LOOK)
    return time.perf_counter() - start


def first_page(port: int) -> bytes:
    """The page as it is."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    connection.request("GET", "/")
    page = connection.getresponse().read()
    connection.close()
    return page


def ask(port: int, paths: Iterable[str]) -> Asked:
    """One request after the other, over one connection; over another, where the server has let go of it."""
    told = Asked()
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
    for path in paths:
        start = time.perf_counter()
        try:
            status, length = _answer(connection, path)
        except (ConnectionError, http.client.HTTPException):
            connection.close()  # it was idle for too long; a browser connects again, too
            status, length = _answer(connection, path)
        told.heaviest = max(told.heaviest, length)
        told.seconds.append(time.perf_counter() - start)
        told.statuses[status] += 1
    connection.close()
    return told


def _answer(connection: http.client.HTTPConnection, path: str) -> tuple[int, int]:
    """Status and bytes."""
    connection.request("GET", path)
    answer = connection.getresponse()
    return answer.status, len(answer.read())


def many(port: int, clients: int, seconds: float, path: Callable[[random.Random], str]) -> Asked:
    """Clients that each ask for one page after the other until the time is over."""
    end = time.perf_counter() + seconds

    def paths(client: int) -> Iterator[str]:
        draw = random.Random(client)  # noqa: S311 -- a choice of pages, no secret
        while time.perf_counter() < end:
            yield path(draw)

    told = Asked()
    with ThreadPoolExecutor(clients) as threads:
        for each in threads.map(lambda client: ask(port, paths(client)), range(clients)):
            told += each
    return told


if __name__ == "__main__":
    main()
