"""A walk through the desk by keys alone, in a real Chromium: from a line to its sentences to a decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import Browser, Page, expect

from dateline.model import Decision
from dateline.pipeline import default_pipeline
from dateline.story import open_story, views
from tests.web.conftest import served, violations

NEW = "Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n"


@pytest.fixture
def story(sample_story: Path, tmp_path: Path) -> Path:
    return Path(copy(sample_story, tmp_path / "story.db"))


@pytest.fixture
def page(browser: Browser, story: Path) -> Iterator[Page]:
    complaints: list[str] = []
    with served(story) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text))
        page.goto(f"{address}/?token=of-this-test")
        yield page
        page.close()
    assert complaints == []


def decided(story: Path) -> list[str]:
    with open_story(story) as opened:
        return [decision.kind.value for decision in sorted(opened.all(Decision), key=lambda each: each.made)]


def linked(page: Page) -> None:
    """Wait until the story is linked by what was decided."""
    for _ in range(120):
        page.reload()
        if not page.get_by_text("being linked").count():
            return
        page.wait_for_timeout(250)
    raise AssertionError("the story was not linked in time")


def test_from_the_timeline_to_its_sentences_to_reports_side_by_side_to_a_decision_and_back(
    page: Page, story: Path
) -> None:
    page.keyboard.press("t")
    page.wait_for_url("**/timeline")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.locator(".moments details[open] blockquote").first).to_be_visible()
    page.keyboard.press("s")
    page.wait_for_url("**/compare?a=*")
    page.keyboard.press("v")
    page.wait_for_url("**/review")
    asked = page.locator("article.card").first.get_attribute("id")
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator(".decisions > li")).to_have_count(1)
    assert page.locator(f"#{asked}").count() == 0
    linked(page)
    page.keyboard.press("u")
    expect(page.locator(".decisions > li")).to_have_count(2)
    assert page.locator(f"#{asked}").count() == 1
    assert decided(story) == ["reattribute", "undo"]


def test_a_decision_survives_a_build_with_one_more_report(page: Page, story: Path, tmp_path: Path) -> None:
    page.goto(page.url + "review?kind=event")
    card = page.locator("article.card").first
    asked = card.get_attribute("id")
    card.get_by_label("Reason").fill("two marches")
    page.keyboard.press("Tab")
    card.get_by_role("button", name="Reject").click()
    expect(page.locator(".decisions > li")).to_contain_text("two marches")
    assert page.url.endswith("/review?kind=event")
    linked(page)
    (tmp_path / "new.txt").write_text(NEW)
    default_pipeline().run([tmp_path / "new.txt"], story)
    page.goto(page.url.replace("/review?kind=event", "/runs"))
    expect(page.locator(".decisions > li")).to_contain_text("two marches")
    expect(page.locator(".decisions > li")).to_contain_text("holds")
    expect(page.locator(".runs tbody tr").first).to_contain_text("→ 17")
    with open_story(story) as opened:
        assert asked not in [row.id for row in views.doubts(views.Directory(opened)) if not row.decided]


def test_keys_open_in_a_dialog_that_esc_closes_and_stand_on_a_page_without_it(page: Page) -> None:
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("t")  # behind the dialog no key leads away
    assert not page.url.endswith("/timeline")
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).not_to_be_visible()
    page.get_by_role("link", name="Keys").click()
    expect(page.get_by_role("heading", name="Keys", level=1)).to_be_visible()


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_review_runs_and_keys_fit_and_are_accessible(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    home = page.url
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for path in ("review", "runs", "help"):
            page.goto(home + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path
