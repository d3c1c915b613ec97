"""A real Chromium, the system's own: pages are opened from the disk, as a reader opens them, or of a desk."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which
from threading import Thread

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from dateline import sample
from dateline.pipeline import build
from dateline.story import open_story
from dateline.web.app import desk_app
from dateline.web.dossier import dossier_html
from dateline.web.guards.hosts import names_of
from dateline.web.room import ReadingRoom
from dateline.web.writing import write_page
from tests.conftest import MAY_BE_AWAY

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
NO_SEEDS = f"{MAY_BE_AWAY}: nor the five real reports beside it"
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


@dataclass
class Opened:
    """A page and all that it asked for or complained about since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)  # but for the file itself
    complaints: list[str] = field(default_factory=list)


type Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = which("chromium") or which("chromium-browser")
    if chromium is None:
        pytest.skip("no Chromium here: no page is opened")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(QUIET))
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """open_page(file, width=..., scheme=...) opens a file of the disk and listens."""
    pages: list[Page] = []

    def open_(file: Path, *, width: int = 1280, scheme: str = "light") -> Opened:
        page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
        pages.append(page)
        opened = Opened(page)
        address = file.resolve().as_uri()
        page.on("request", lambda made: made.url == address or opened.requests.append(made.url))
        page.on("console", lambda message: opened.complaints.append(message.text))
        page.on("pageerror", lambda error: opened.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (opened.complaints.append(dialog.message), dialog.dismiss()))
        page.goto(address)
        return opened

    yield open_
    for page in pages:
        page.close()


@pytest.fixture(scope="session")
def sample_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(sample.FOLDER, tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def seeds_dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not SEEDS.is_dir():
        pytest.skip(NO_SEEDS)
    return written(SEEDS, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(params=["sample", "seeds"])
def dossier(request: pytest.FixtureRequest) -> Path:
    """The dossier of the sample, then that of the five real reports."""
    found: Path = request.getfixturevalue(f"{request.param}_dossier")
    return found


def written(reports: Path, folder: Path) -> Path:
    """The dossier of a folder of reports, in another folder."""
    build([reports], folder / "story.db").close()
    with open_story(folder / "story.db") as story:
        write_page(folder / "story.html", dossier_html(story))
    return folder / "story.html"


@contextmanager
def served(story: Path) -> Iterator[str]:
    """The desk over a story, and where it is to be found."""
    room = ReadingRoom(story)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        app = desk_app(room, hosts=names_of("127.0.0.1", port), token="of-this-test")  # noqa: S106 -- of this test
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
        thread = Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()
    room.close()


COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}  # rules that a scheme of colours can break


def violations(page: Page, rules: dict[str, list[str]] | None = None) -> list[tuple[str, str]]:
    """What axe finds, with all that can be opened opened: the rule and the first element that breaks it."""
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    found = Axe().run(page, options=rules).response["violations"]
    return [(each["id"], each["nodes"][0]["html"]) for each in found]
