"""Markup in every field of the reports and in every value of the address adds nothing to any page of the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from dateline.web.asked import LONGEST
from dateline.web.pages import PAGES
from dateline.web.pages.page import Page
from dateline.web.parts.reports import safe_link
from tests.desk_addresses import addresses, values_of
from tests.security.conftest import desk_over
from tests.security.hostile import ADDRESSES, MARKUP
from tests.web.words_put_in import store_story_saying

PLAIN = "plain words"
GROUPS = [" ".join(MARKUP[start :: len(ADDRESSES)]) for start in range(len(ADDRESSES))]  # an address leads each
LINKS = ("href", "src", "action", "formaction", "srcset", "data", "xlink:href")
# How many sentences or pieces of one stand there depends on the words: no other kinds of elements come with them.
BY_WORDS = ("reader with all layers", "search for a name", "review")
OF_NO_REPORT = ("runs", "keys")  # pages that have no word of any report

type Elements = Counter[tuple[str, tuple[str, ...]]]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Elements]:
    """The elements of every page of the story with plain words."""
    return pages_of(store_story_saying(PLAIN, tmp_path_factory.mktemp("plain") / "story.db"))


def pages_of(story: Path) -> dict[str, Elements]:
    with desk_over(story) as client:
        return {name: elements(_page(client, address)) for name, address in addresses(story).items()}


def _page(client: TestClient, address: str) -> str:
    answer = client.get(address, follow_redirects=True)
    assert answer.status_code == 200, address
    return answer.text


def elements(page: str) -> Elements:
    """Every element with the names of its attributes; no link of any leads to a script or loads from elsewhere."""
    found: Elements = Counter()
    for element in html.document_fromstring(page).iter(html.etree.Element):
        names = tuple(sorted(element.attrib))
        assert not [name for name in names if name.startswith("on") or name == "style"], element.attrib
        for name in LINKS:
            _is_harmless(str(element.tag), name, element.attrib.get(name))
        found[str(element.tag), names] += 1
    return found


def _is_harmless(tag: str, name: str, value: str | None) -> None:
    if value is None:
        return
    inside = value.startswith(("#", "?", "data:,")) or (value.startswith("/") and not value.startswith("//"))
    away = tag == "a" and name == "href" and value.startswith(("http://", "https://"))
    assert inside or away, (tag, name, value)


def test_there_are_as_many_as_we_say_and_all_are_in_a_group() -> None:
    assert len(set(MARKUP)) == 120
    assert all(any(each in group for group in GROUPS) for each in MARKUP)
    assert [group for group, address in zip(GROUPS, ADDRESSES, strict=True) if not group.startswith(address)] == []


@pytest.mark.parametrize("group", GROUPS, ids=range(len(GROUPS)))
def test_markup_in_every_field_adds_nothing_to_any_page(
    group: str, plain: dict[str, Elements], tmp_path: Path
) -> None:
    found = pages_of(store_story_saying(group, tmp_path / "story.db"))
    for name, harmless in plain.items():
        if name in BY_WORDS:
            assert set(found[name]) <= set(harmless), name
        else:
            assert found[name] - harmless == Counter(), name


def test_the_words_are_on_the_pages(tmp_path: Path) -> None:
    """Or else nothing was tried."""
    story = store_story_saying("<b>x</b>", tmp_path / "story.db")
    with desk_over(story) as client:
        for name, address in addresses(story).items():
            assert name in OF_NO_REPORT or "&lt;b&gt;" in _page(client, address), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_markup_in_a_value_of_the_address_adds_nothing(client: TestClient, tiny: Path, page: Page) -> None:
    address = addresses(tiny)[page.name]
    for name in values_of(page):
        harmless = elements(client.get(address, params={name: PLAIN}).text)
        for words in _short(MARKUP):
            answer = client.get(address, params={name: words})
            assert answer.status_code in (200, 400, 404), (name, words)
            assert elements(answer.text) - harmless == Counter(), (name, words)


def _short(payloads: tuple[str, ...]) -> Iterator[str]:
    """All of them, as many in one value as it may hold."""
    value = ""
    for payload in payloads:
        if len(value) + len(payload) >= LONGEST:
            yield value
            value = ""
        value += payload + " "
    yield value


@pytest.mark.parametrize("path", ["/actors/", "/reports/", "/records/", "/"])
def test_markup_in_a_path_adds_nothing(client: TestClient, path: str) -> None:
    harmless = elements(client.get(path + "nothing").text)
    for words in MARKUP:
        written = "".join(f"%{byte:02X}" for byte in words.encode())
        answer = client.get(path + written)
        assert answer.status_code in (303, 307, 404), words
        assert elements(answer.text or "<p>") - harmless == Counter(), words
        assert "evil.example" not in answer.headers.get("location", "")[:20]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_that_is_not_of_the_web_becomes_a_link(address: str) -> None:
    assert safe_link(address) is None
