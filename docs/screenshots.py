"""The pictures of README and docs, made from the bundled sample by the program itself.

python docs/screenshots.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from typing import Literal

import click
from playwright.sync_api import Browser, Page, sync_playwright

from dateline import Story, build, sample
from dateline.story.views.between import copies_of
from dateline.web.dossier import dossier_html
from dateline.web.writing import write_page

PICTURES = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1140, 800  # pixels of the dossier: masthead, first dispute and the beginning of the next
TELEPHONE = 390
TITLE = "After the Orle dam"
MOST = 1_200_000  # bytes of all pictures together: they are kept in the repository


@dataclass(frozen=True)
class Picture:
    """One page of the desk as it is to be seen."""

    path: str
    scheme: Literal["light", "dark"] = "light"
    width: int = WIDTH
    height: int = 640
    open: str = ""  # what is opened before the picture is taken, as a selector
    to: str = ""  # what is scrolled to


def pictures(story: Story) -> dict[str, Picture]:
    """What docs/desk.md and README show, by the name of the file."""
    shared = next(copies[0] for report in story.reports() if (copies := copies_of(story, report.id)))
    members = sorted(
        {member.report for member in shared.members}, key=lambda id_: (len(story.report(id_).text), id_)
    )
    one, other = members[0], members[-1]  # what was put in stands out
    actor = max(story.actors(), key=lambda actor: sum(name.mentions for name in actor.names)).id
    layers = "show=quotations,events,times,mentions"
    return {
        "overview": Picture("/", height=720, open=".disputed details"),
        "timeline": Picture("/timeline?lanes=outlet", height=820),
        "speech": Picture("/speech?kind=shared", height=640, open=".said details"),
        "actor": Picture(f"/actors/{actor}"),
        "network": Picture("/network", height=780),
        "disputes": Picture("/disputes", scheme="dark"),
        "reader": Picture(f"/reports/{one}?{layers}", height=720, open=".beside section:nth-of-type(3) details"),
        "compare": Picture(f"/compare?a={one}&b={other}", height=740, to=".passage"),
        "review": Picture("/review?kind=event", height=640),
        "telephone": Picture("/timeline", width=TELEPHONE, height=720),
    }


@contextmanager
def served(story: Path) -> Iterator[str]:
    """The address of the desk over a story, until the block ends."""
    command = [sys.executable, "-m", "dateline", "serve", str(story), "--port", "0"]
    desk = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 -- our own program
    try:
        address = next(found for line in desk.stdout or () if (found := re.search(r"http://[\d.:]+", line)))
        yield address.group()
    finally:
        desk.terminate()
        desk.wait()


def take(browser: Browser, address: str, picture: Picture, file: Path) -> None:
    """Open a page, set it as it is to be seen, and take its picture."""
    page: Page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    )
    page.goto(address)
    if picture.open:
        page.locator(picture.open).first.evaluate("each => { each.open = true }")
    if picture.to:
        page.locator(picture.to).first.evaluate("each => each.scrollIntoView()")
    page.screenshot(path=file)
    page.close()


def main() -> None:
    """Build the sample's story, open its dossier and the pages of the desk, and take the pictures."""
    chromium = which("chromium") or which("chromium-browser")
    if chromium is None:
        raise SystemExit("the pictures need a Chromium: apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        document, story_file = Path(folder) / "dossier.html", Path(folder) / "story.db"
        with build([sample.FOLDER], story_file) as story:
            write_page(document, dossier_html(story, title=TITLE))
            wanted = pictures(story)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        take(browser, document.as_uri(), Picture("", height=HEIGHT), PICTURES / "dossier.png")
        with served(story_file) as address:
            for name, picture in wanted.items():
                take(browser, address + picture.path, picture, PICTURES / f"{name}.png")
        browser.close()
    sizes = {file.name: file.stat().st_size for file in sorted(PICTURES.glob("*.png"))}
    for each, size in sizes.items():
        click.echo(f"{PICTURES / each}: {size / 1000:,.0f} kB")
    if sum(sizes.values()) > MOST:
        raise SystemExit(f"{sum(sizes.values()):,} bytes are too many: show less of a page")


if __name__ == "__main__":
    main()
