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


# The place in the page of the row that the keyboard stands at; -1 for none.
ROW = "[...document.querySelectorAll('.rows *')].indexOf(document.activeElement)"


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
    for _ in range(60):  # to an act that several reports tell
        page.keyboard.press("j")
        if page.evaluate("document.activeElement.closest('li').querySelector('[data-key=s]') !== null"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".moments details[open] blockquote").first).to_be_visible()
    page.keyboard.press("s")
    page.wait_for_url("**/compare?a=*&b=*")
    expect(page.locator("h1")).to_contain_text("reports side by side")
    page.keyboard.press("v")
    page.wait_for_url("**/review")
    asked, following, *_ = [card.get_attribute("id") for card in page.locator("article.card").all()]
    page.keyboard.press("j")
    page.keyboard.press("y")
    expect(page.locator(".decisions > li")).to_have_count(1)
    assert page.locator(f"#{asked}").count() == 0
    expect(page.locator(".recorded")).to_contain_text("Recorded")
    assert at_card(page) == following  # the keyboard stands at the next question
    linked(page)
    page.keyboard.press("u")
    expect(page.locator(".decisions > li")).to_have_count(2)
    expect(page.locator(".recorded")).to_contain_text("undo of reattribute")
    assert at_card(page) == asked  # and at the question that is open again
    assert decided(story) == ["reattribute", "undo"]


def at_card(page: Page) -> str | None:
    """The question that the keyboard stands at."""
    page.wait_for_load_state("load")
    page.wait_for_function("document.activeElement.closest('article.card')")
    at: str = page.evaluate("document.activeElement.closest('article.card').id")
    return at


def test_a_page_says_when_the_story_is_linked_without_being_loaded_again(page: Page) -> None:
    page.keyboard.press("v")
    page.wait_for_url("**/review")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator("#linking")).to_contain_text("is being linked")
    expect(page.locator("#linking")).to_contain_text("has been linked", timeout=30_000)
    page.get_by_role("link", name="Show it as it is now").click()
    expect(page.locator("#linking")).to_have_count(0)


def test_a_decision_survives_a_build_with_one_more_report(page: Page, story: Path, tmp_path: Path) -> None:
    page.goto(page.url + "review?kind=event")
    card = page.locator("article.card").first
    asked = card.get_attribute("id")
    card.get_by_label("Reason").fill("two marches")
    page.keyboard.press("Tab")
    card.get_by_role("button", name="Reject").click()
    expect(page.locator(".decisions > li")).to_contain_text("two marches")
    assert "/review?kind=event&on=" in page.url
    linked(page)
    (tmp_path / "new.txt").write_text(NEW)
    default_pipeline().run([tmp_path / "new.txt"], story)
    page.goto(page.url.partition("/review")[0] + "/runs")
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


def test_after_a_decision_review_and_runs_fit_and_are_accessible(page: Page) -> None:
    home = page.url
    page.goto(home + "review")
    page.locator("article.card").first.get_by_role("button").first.click()
    expect(page.locator(".recorded")).to_be_visible()
    for path in (page.url.removeprefix(home), "runs"):
        page.goto(home + path)
        for width, scheme in ((1280, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
            assert violations(page) == [], path


def test_from_a_row_of_one_report_s_leads_to_a_choice_of_what_to_put_beside_it(page: Page) -> None:
    page.goto(page.url + "search?q=dam")
    page.keyboard.press("j")
    report = page.evaluate("document.activeElement.pathname.split('/')[2]")
    page.keyboard.press("s")
    page.wait_for_url(f"**/compare?a={report}")
    expect(page.locator("select").first).to_have_value(report)


def test_every_page_has_rows_that_j_leads_through(page: Page) -> None:
    home = page.url
    for path in (
        "",
        "timeline",
        "speech",
        "actors",
        "network",
        "disputes",
        "reports",
        "review",
        "runs",
        "search?q=dam",
    ):
        page.goto(home + path)
        places = []
        for key in "jjk":
            page.keyboard.press(key)
            places.append(page.evaluate(ROW))
        first, second, back = places
        assert -1 < first < second, path
        assert back == first, path


def test_on_a_telephone_a_list_begins_before_its_form_which_opens_by_a_line(page: Page) -> None:
    home = page.url
    for width, shown in ((360, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(home + "timeline")
        assert page.locator(".narrow").is_visible() is shown
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(home + "timeline?q=dam")
    assert page.locator(".narrow").is_visible()  # what narrows the list is to be seen
    page.locator(".narrowing > summary").click()
    assert not page.locator(".narrow").is_visible()
