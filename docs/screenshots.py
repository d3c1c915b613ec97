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
from pathlib import Path
from shutil import which

import click
from playwright.sync_api import sync_playwright

from dateline import build, sample
from dateline.web.dossier import dossier_html
from dateline.web.writing import write_page

PICTURES = Path(__file__).parent / "pictures"
WIDTH, HEIGHT = 1120, 1180  # pixels: masthead, first dispute and the beginning of the next
TITLE = "After the Orle dam"
DESK = {  # name of the picture: address, scheme
    "overview": ("/", "light"),
    "timeline": ("/timeline?lanes=outlet", "light"),
    "disputes": ("/disputes", "dark"),
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


def main() -> None:
    """Build the sample's story, open its dossier, and take the pictures."""
    chromium = which("chromium") or which("chromium-browser")
    if chromium is None:
        raise SystemExit("the pictures need a Chromium: apt-get install chromium")
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page_file = Path(folder) / "dossier.html"
        with build([sample.FOLDER], Path(folder) / "story.db") as story:
            write_page(page_file, dossier_html(story, title=TITLE))
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        page.goto(page_file.as_uri())
        picture = PICTURES / "dossier.png"
        page.screenshot(path=picture)
        made = [picture]
        with served(Path(folder) / "story.db") as address:
            for name, (path, scheme) in DESK.items():
                page = browser.new_page(viewport={"width": WIDTH, "height": WIDTH}, color_scheme=scheme)  # type: ignore[arg-type]
                page.goto(address + path)
                made.append(PICTURES / f"{name}.png")
                page.screenshot(path=made[-1])
        browser.close()
    for each in made:
        click.echo(f"{each}: {each.stat().st_size / 1000:,.0f} kB")


if __name__ == "__main__":
    main()
