"""The dossier in a real browser, opened from the disk."""

from __future__ import annotations

import io
import re
from itertools import pairwise
from pathlib import Path

import pypdf
import pytest

from tests.web.conftest import Open

# Every text of the page against the colour that lies behind it: WCAG 2.2, success criterion 1.4.3 (4.5 to 1, and
# 3 to 1 for letters of 24 pixels or more).
CONTRAST = """() => {
  const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const [r, g, b] = parts(colour).map(channel);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if ((parts(colour)[3] ?? 1) > 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const weak = [];
  for (const element of document.querySelectorAll('body *')) {
    if (element.tagName === 'title') continue;
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const style = getComputedStyle(element);
    const front = light(element.namespaceURI.endsWith('svg') ? style.fill : style.color);
    const back = light(behind(element));
    const ratio = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
    if (ratio < (parseFloat(style.fontSize) >= 24 ? 3 : 4.5))
      weak.push(`${element.tagName} ${ratio.toFixed(2)} ${element.textContent.slice(0, 30)}`);
  }
  return weak;
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(details => details.open = true)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_it_asks_for_nothing_complains_of_nothing_and_fits(
    width: int, scheme: str, dossier: Path, open_page: Open
) -> None:
    opened = open_page(dossier, width=width, scheme=scheme)
    opened.page.evaluate(OPEN_ALL)
    opened.page.wait_for_load_state("networkidle")
    assert opened.requests == []
    assert opened.complaints == []
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_its_words_stand_out_from_what_is_behind_them(
    scheme: str, sample_dossier: Path, open_page: Open
) -> None:
    opened = open_page(sample_dossier, scheme=scheme)
    opened.page.evaluate(OPEN_ALL)
    assert opened.page.evaluate(CONTRAST) == []


def test_print_has_every_sentence_without_a_click(dossier: Path, open_page: Open) -> None:
    page = open_page(dossier).page
    assert page.locator("details[open]").count() == 0
    quoted = page.eval_on_selector_all(
        "#timeline details > blockquote, #speech details > blockquote",
        "all => all.map(each => [...each.childNodes].slice(0, -1).map(node => node.textContent).join(''))",
    )
    assert quoted
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    printed = letters("".join(sheet.extract_text() for sheet in pages))
    missing = [sentence for sentence in quoted if letters(sentence)[:40] not in printed]
    assert missing == []


def letters(text: str) -> str:
    """Letters and digits alone: a PDF's text has its own spaces, and ligatures for some letters."""
    ligatures = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
    return re.sub(r"[\W_]", "", "".join(ligatures.get(letter, letter) for letter in text))


def test_headings_go_down_one_step_at_a_time(dossier: Path, open_page: Open) -> None:
    page = open_page(dossier).page
    levels = page.eval_on_selector_all("h1, h2, h3, h4, h5, h6", "all => all.map(each => Number(each.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(level <= before + 1 for before, level in pairwise(levels))


def test_every_id_is_there_once_and_every_link_leads_to_one(dossier: Path, open_page: Open) -> None:
    page = open_page(dossier).page
    ids = page.eval_on_selector_all("[id]", "all => all.map(each => each.id)")
    links = page.eval_on_selector_all("a[href^='#']", "all => all.map(each => each.getAttribute('href').slice(1))")
    assert len(ids) == len(set(ids))
    assert links
    assert set(links) <= set(ids)


def test_it_has_landmarks_and_names_for_what_is_drawn(sample_dossier: Path, open_page: Open) -> None:
    page = open_page(sample_dossier).page
    assert page.locator("body > header, main, nav[aria-label], body > footer").count() == 4
    assert page.locator("svg[role=img][aria-label]").count() == 1  # the strip
    assert page.locator("svg[role=group][aria-label]").count() == 1  # the network, whose lines are links
    assert page.locator("svg:not([role]):not([aria-hidden=true])").count() == 0
    assert page.locator("th:not([scope])").count() == 0
    assert page.locator("table:not(:has(caption))").count() == 0


def test_the_keyboard_skips_to_the_content_and_opens_a_line(sample_dossier: Path, open_page: Open) -> None:
    page = open_page(sample_dossier).page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#content"
    line = page.locator("#timeline .moment summary").first
    line.focus()
    page.keyboard.press("Enter")
    assert line.locator("xpath=..").get_attribute("open") is not None
    assert line.locator("xpath=..").locator("blockquote").first.is_visible()


def test_a_link_to_a_line_that_is_folded_away_unfolds_it(dossier: Path, open_page: Open) -> None:
    page = open_page(dossier).page
    id_ = page.locator("details.more .line[id]").first.get_attribute("id")
    page.evaluate(f"location.hash = '{id_}'")
    page.wait_for_timeout(100)
    assert page.locator(f"#{id_}").is_visible()


def test_disputes_come_first_and_show_all_their_sides(sample_dossier: Path, open_page: Open) -> None:
    page = open_page(sample_dossier).page
    assert page.locator("main > section").first.get_attribute("id") == "disputes"
    for number in range(page.locator(".dispute").count()):
        dispute = page.locator(".dispute").nth(number)
        assert dispute.locator(".sides > li").count() >= 2
        assert dispute.locator("blockquote footer a").count() >= 1
