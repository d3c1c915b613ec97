"""Text from reports is text: a page has no more elements and attributes for it than for plain words."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from dateline.story import open_story
from dateline.web.dossier import dossier_html
from tests.web.conftest import Open
from tests.web.words_put_in import store_story_saying

PLAIN = "plain words"
PAYLOADS = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    '"><script>alert(1)</script>',
    "' onmouseover='alert(1)",
    '" autofocus onfocus="alert(1)" x="',
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "--><script>alert(1)</script><!--",
    "<!--",
    "]]><script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href=javascript:alert(1)>x</a>",
    "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "<base href=https://evil.example/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<form action=https://evil.example/><button>x</button></form>",
    "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    "<details open ontoggle=alert(1)>",
    "</blockquote></details></section></main>",
    "<plaintext>",
    "<textarea>",
    "<template><b>",
    "{{ 7 * 7 }} {% raw %} {# #}",
    "&lt;script&gt;&#60;b&#62;&amp;",
    "<b\x00r onclick\x0b=alert(1)>\x1b[31m\u202e\u2066",
    "`${alert(1)}`",
    "</svg><script>alert(1)</script>",
    "</text></g></svg><image href=https://evil.example/x.png />",
)
SKELETON = """() => [...document.querySelectorAll('*')].map(
  each => each.tagName + ' ' + [...each.attributes].map(attribute => attribute.name).sort().join(' ')
)"""


@pytest.fixture(scope="module")
def plain_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saying(PLAIN, tmp_path_factory.mktemp("plain"))


@pytest.fixture(scope="module")
def plain(plain_file: Path, browser: Browser) -> list[str]:
    """The elements and attributes of the page with plain words."""
    page = browser.new_page()
    page.goto(plain_file.as_uri())
    found: list[str] = page.evaluate(SKELETON)
    page.close()
    return found


def saying(words: str, folder: Path) -> Path:
    """The dossier of a small story in which every text is, or contains, these words."""
    with open_story(store_story_saying(words, folder / "story.db")) as story:
        html = dossier_html(story, title=words)
    (folder / "story.html").write_bytes(html.encode())
    return folder / "story.html"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_in_every_field_adds_no_element_and_no_attribute(
    payload: str, plain: list[str], tmp_path: Path, open_page: Open
) -> None:
    opened = open_page(saying(payload, tmp_path))
    assert opened.page.evaluate(SKELETON) == plain
    assert opened.requests == []
    assert opened.complaints == []


def test_words_without_an_end_are_broken_and_not_pushed_out(tmp_path: Path, open_page: Open) -> None:
    opened = open_page(saying("Donaudampfschiff" * 30, tmp_path), width=360)
    opened.page.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)")
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_words_are_in_every_part_of_the_page(plain_file: Path, open_page: Open) -> None:
    page = open_page(plain_file).page
    for part in ("title", "h1", "#disputes", "#timeline", "#speech", "#actors", "#copies", "#reports", "#network"):
        assert PLAIN in (page.locator(part).first.text_content() or ""), part


def test_only_addresses_of_the_web_become_links(tmp_path: Path, open_page: Open) -> None:
    page = open_page(saying('https://harbour.example/a?b=<i>&c="d"', tmp_path)).page
    links = page.eval_on_selector_all("a:not([href^='#'])", "all => all.map(each => each.getAttribute('href'))")
    assert set(links) == {'https://harbour.example/a?b=<i>&c="d"'}
