"""Every page of the desk in a real Chromium, over the sample's story and that of the five real reports.

Pages are those of `PAGES`, each with the id of some record where it wants one: a page that is new is tried here
without a word about it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from dateline.story import open_story
from dateline.story.views.between import copies_of
from tests.desk_addresses import addresses
from tests.security.hostile import MARKUP
from tests.web.conftest import COLOURS, served, violations
from tests.web.words_put_in import store_story_saying

WIDTHS = (1280, 768, 320)
ROWS = 10  # of lists that axe looks at, every part of each opened: rows are alike, and it takes its time for each
HEAVIEST = 150_000  # bytes of a page; the reader has a whole report in it
READER = ("report", "reader with all layers", "two reports", "reports that share a passage")
SCHEMES: dict[Literal["light", "dark"], dict[str, list[str]] | None] = {"light": None, "dark": COLOURS}
STEADY = 0.02  # sum of layout shifts of a page: 0.1 is what browsers' makers call good
# Put into each page before its own script; `buffered` tells what shifted before the observer was there.
WATCH = """
window.shifted = 0;
new PerformanceObserver(list => { for (const each of list.getEntries()) window.shifted += each.value; })
  .observe({ type: "layout-shift", buffered: true });
"""


@dataclass
class Visited:
    """A page of the desk, and all that it asked for elsewhere or complained about."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Served:
    """A desk in its own browser window, and the addresses of its pages."""

    address: str
    paths: dict[str, str]
    context: BrowserContext

    def visit(self, name: str, rows: int | None = None) -> Visited:
        """Open a page, with as many rows of its lists, and wait until it stands still."""
        visited = Visited(self.context.new_page())
        page = visited.page
        page.on(
            "request",
            lambda made: made.url.startswith((self.address, "data:")) or visited.elsewhere.append(made.url),
        )
        page.on("console", lambda message: visited.complaints.append(message.text))
        page.on("pageerror", lambda error: visited.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (visited.complaints.append(dialog.message), dialog.dismiss()))
        path, _, anchor = self.paths[name].partition("#")
        if rows:
            path += f"{'&' if '?' in path else '?'}rows={rows}"
        page.goto(f"{self.address}{path}#{anchor}", wait_until="load")
        return visited


@pytest.fixture(scope="module", params=["sample_story", "seeds_story"])
def desk(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Served]:
    story: Path = request.getfixturevalue(request.param)
    with served(story) as address:
        # axe is put into the page, which the desk's own policy forbids
        context = browser.new_context(viewport={"width": WIDTHS[0], "height": 900}, bypass_csp=True)
        context.add_init_script(WATCH)
        yield Served(address, addresses(story) | states(story), context)
        context.close()


def states(story: Path) -> dict[str, str]:
    """States of pages that show what the plain ones may not: much of it, two sides of it, or nothing."""
    with open_story(story) as opened:
        told = max(opened.actors(), key=lambda actor: sum(name.mentions for name in actor.names)).id
        shared = next((copies[0] for report in opened.reports() if (copies := copies_of(opened, report.id))), None)
    found = {
        "lanes by actor": "/timeline?lanes=actor",
        "lanes by outlet": "/timeline?lanes=outlet",
        "timeline without a line": "/timeline?q=zzzzzz",
        "search without a hit": "/search?q=zzzzzz",
        "actors in another order": "/actors?sort=-said",
        "actor most told of": f"/actors/{told}",
        "the API": "/api",
    }
    if shared:
        one, other = dict.fromkeys(member.report for member in shared.members[:2])
        found["reports that share a passage"] = f"/compare?a={one}&b={other}"
    return found


def tried(desk: Served, test: Callable[[str, Visited], object], rows: int | None = None) -> None:
    """Every page of the desk, each in a tab of its own."""
    for name in desk.paths:
        visited = desk.visit(name, rows)
        try:
            test(name, visited)
        finally:
            visited.page.close()


def test_axe_finds_nothing_on_any_page_light_or_dark(desk: Served) -> None:
    found = {}

    def test(name: str, visited: Visited) -> None:
        for scheme, rules in SCHEMES.items():
            visited.page.emulate_media(color_scheme=scheme)
            if broken := violations(visited.page, rules):
                found[name, scheme] = broken

    tried(desk, test, ROWS)
    assert found == {}


CHECKS: dict[str, Callable[[str, Visited], object]] = {
    "what shifted": lambda _, visited: _shifted(visited.page),
    "what was asked for elsewhere": lambda _, visited: visited.elsewhere,
    "what it complained about": lambda _, visited: visited.complaints,
    "what moves for those who want less motion": lambda _, visited: _moving(visited.page),
    "where the keyboard is and cannot be seen": lambda _, visited: _unseen(visited.page),
    "what is wider than the page": lambda _, visited: _too_wide(visited.page),
    "what is too heavy": lambda name, visited: _too_heavy(name, visited.page),
    "what cannot be printed": lambda _, visited: _unprinted(visited.page),
}


def test_pages_fit_stand_still_are_light_and_ask_for_nothing_from_elsewhere(desk: Served) -> None:
    found = {}

    def test(name: str, visited: Visited) -> None:
        for what, check in CHECKS.items():
            if wrong := check(name, visited):
                found[name, what] = wrong

    tried(desk, test)
    assert found == {}


def test_pages_that_refuse_are_accessible_and_fit_too(browser: Browser, sample_story: Path) -> None:
    with served(sample_story) as address:
        context = browser.new_context(viewport={"width": min(WIDTHS), "height": 900}, bypass_csp=True)
        page = context.new_page()
        for path in ("/nothing-here", "/timeline?since=soon", "/actors/a_none"):
            page.goto(address + path)
            assert violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= min(WIDTHS)
            assert page.locator("h1").count() == page.locator("main").count() == 1
        context.close()


def _shifted(page: Page) -> float:
    shifted: float = page.evaluate("window.shifted")
    return shifted if shifted >= STEADY else 0


def _moving(page: Page) -> list[str]:
    """Elements that move all the same."""
    page.emulate_media(reduced_motion="reduce")
    moving: list[str] = page.evaluate(
        "[...document.querySelectorAll('*')].filter(each => { const style = getComputedStyle(each);"
        " return style.scrollBehavior === 'smooth' || style.animationName !== 'none'"
        " || parseFloat(style.transitionDuration) > 0 }).map(each => each.tagName)"
    )
    return moving


FOCUS = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const outlined = parseFloat(style.outlineWidth) >= 1 && style.outlineStyle !== "none";
  const seen = outlined && at.getBoundingClientRect().width > 0;
  return seen || at === document.body ? null : at.outerHTML.slice(0, 90);
}"""


def _unseen(page: Page) -> list[str]:
    """Of the first places that the Tab key leads to, behind the menu too, those without an outline."""
    unseen = []
    for start in ("body", "#content"):
        page.evaluate(f"document.querySelector('{start}').focus()")
        for _ in range(6):
            page.keyboard.press("Tab")
            if told := page.evaluate(FOCUS):
                unseen.append(told)
    return unseen


def _too_wide(page: Page) -> list[int]:
    """Widths that it does not fit; at the narrowest, which is 640 px at 200 %, with all opened that opens."""
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if width == min(WIDTHS):
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(width)
    return wide


def _too_heavy(name: str, page: Page) -> int:
    weight = len(page.content().encode())
    return weight if weight > HEAVIEST and name not in READER else 0


def _unprinted(page: Page) -> bytes:
    printed = page.pdf(format="A4")
    return b"" if printed.startswith(b"%PDF-") and b"%%EOF" in printed[-32:] else printed[:32]


def test_markup_in_every_field_runs_nowhere(browser: Browser, tmp_path: Path) -> None:
    """All 120 pieces at once in every field: no dialog, no complaint, no request, no element that calls."""
    story = store_story_saying(" ".join(MARKUP), tmp_path / "story.db")
    with served(story) as address:
        context = browser.new_context()
        desk = Served(address, addresses(story), context)
        found: dict[str, object] = {}

        def test(name: str, visited: Visited) -> None:
            added = visited.page.evaluate(
                '[...document.querySelectorAll(\'script:not([src="/static/desk.js"]), style, iframe, img, image,'
                " object, embed, base, video, audio, template, plaintext, math, use, animate, set')]"
                ".map(each => each.outerHTML)"
            )
            if added or visited.elsewhere or visited.complaints:
                found[name] = added, visited.elsewhere, visited.complaints

        tried(desk, test)
        context.close()
    assert found == {}
