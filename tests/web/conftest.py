"""A real Chromium, the system's own: pages are opened from the disk, as a reader opens them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dateline import sample
from dateline.pipeline import build
from dateline.story import open_story
from dateline.web.dossier import dossier_html
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
