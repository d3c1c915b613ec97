"""Reports, the reader, comparing and searching in a real Chromium, over the story of the bundled sample."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from dateline.story import open_story
from dateline.story.views.between import copies_of
from tests.web.conftest import served

type Visit = Callable[..., Page]

READER = "/reports/{one}?show=quotations,events,times,mentions&at=200-300#at"
COMPARE = "/compare?a={one}&b={other}"


@pytest.fixture(scope="module")
def address(sample_story: Path) -> Iterator[str]:
    with served(sample_story) as address:
        yield address


@pytest.fixture(scope="module")
def reports(sample_story: Path) -> dict[str, str]:
    """Two reports that share a passage."""
    with open_story(sample_story) as story:
        one = next(report for report in story.reports() if copies_of(story, report.id))
        members = [member.report for member in copies_of(story, one.id)[0].members]
    return {"one": one.id, "other": next(id_ for id_ in members if id_ != one.id)}


@pytest.fixture
def visit(browser: Browser, address: str, reports: dict[str, str]) -> Iterator[Visit]:
    """visit(path, width=..., scheme=..., script=...) opens a page of the desk."""
    contexts = []

    def open_(path: str, *, width: int = 1280, scheme: str = "light", script: bool = True) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=script,
            bypass_csp=True,  # axe is put into the page, which the desk's own policy forbids
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(address + path.format(**reports))
        return page

    yield open_
    for context in contexts:
        context.close()


def test_the_cited_words_are_in_sight(visit: Visit) -> None:
    page = visit(READER)
    page.wait_for_function("document.querySelector('#at').getBoundingClientRect().top < innerHeight")
    assert page.locator("#at").is_visible()


def test_a_layer_is_turned_off_and_on_again_by_links(visit: Visit) -> None:
    page = visit("/reports/{one}", script=False)
    before = page.locator(".lines .times").count()
    page.locator(".layers a", has_text="times").click()
    assert page.locator(".lines .times").count() == 0
    page.locator(".layers a", has_text="times").click()
    assert page.locator(".lines .times").count() == before > 0


def test_the_tab_key_does_not_stop_at_highlights(visit: Visit) -> None:
    page = visit("/reports/{one}?show=quotations,events,times,mentions")
    assert page.locator(".lines a").count() > 20
    assert page.locator(".lines a:not([tabindex='-1'])").count() == 0


def test_one_click_copies_a_citation(visit: Visit) -> None:
    page = visit("/search?q=dam")
    page.locator("a.copy").first.click()
    page.wait_for_function("document.querySelector('a.copy').textContent === 'copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "SHA-256" in copied
    assert "Characters" in copied
    assert page.url.endswith("/search?q=dam")


def test_without_a_script_the_citation_stands_in_the_reader(visit: Visit) -> None:
    page = visit("/search?q=dam", script=False)
    page.locator("a.copy").first.click()
    assert "SHA-256" in page.locator("#citation").inner_text()
    assert page.locator("button.copy").is_hidden()


def test_the_key_s_leads_from_a_row_to_its_reports_side_by_side(visit: Visit) -> None:
    page = visit("/reports")
    row = page.locator("tr", has=page.locator("[data-key=s]")).last
    expected = row.locator("[data-key=s]").get_attribute("href")
    row.locator("[data-row]").focus()
    page.keyboard.press("s")
    page.wait_for_url(f"**{expected}")
    assert page.locator("h1").inner_text() == "2 reports side by side"


def test_the_key_s_leads_from_an_utterance_to_the_reports_that_print_it(visit: Visit) -> None:
    page = visit("/speech")
    row = page.locator("main li", has=page.locator("[data-key=s]")).first
    expected = row.locator("[data-key=s]").first.get_attribute("href")
    row.locator("summary").first.focus()
    page.keyboard.press("s")
    page.wait_for_url(f"**{expected}")


def test_reports_stand_beside_each_other_or_one_below_the_other(visit: Visit) -> None:
    def tops(width: int) -> list[float]:
        heads = visit(COMPARE, width=width).locator(".heads > li").all()
        return [box["y"] for head in heads if (box := head.bounding_box())]

    assert len(set(tops(1280))) == 1
    assert len(set(tops(360))) == 2


def test_in_print_the_text_stands_without_switches_and_lists_are_open(visit: Visit) -> None:
    page = visit("/reports/{one}")
    page.emulate_media(media="print")
    assert page.locator(".layers").is_hidden()
    assert page.locator("button.copy").is_hidden()
    assert page.locator("#text").is_visible()
    assert page.locator(".found").first.bounding_box()
