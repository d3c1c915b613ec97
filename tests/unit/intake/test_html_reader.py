"""Web pages: visible text with its places, the body, and what stands around it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.intake.html_reader import is_page
from dateline.intake.visible import read_page
from dateline.model import Arrival, Field, FurnitureKind
from dateline.span import OffsetMap, Span

Take = Callable[[str], Arrival]
PARAGRAPHS = [
    "The ferry Alkmene ran aground off Norholm on Monday with 300 people on board, the owners said.",
    "“We felt a bump, and he said that we should sit down,” said Ane Holt, who was on deck with her two children.",
    "Tugs pulled the ship free at high tide on Tuesday morning, and all passengers were taken to Sund.",
]


def page(body: str = "", head: str = "") -> str:
    paragraphs = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return (
        f"<html><head>{head}</head><body><main><h1>Ferry runs aground</h1>{paragraphs}{body}</main></body></html>"
    )


def kinds(arrival: Arrival) -> dict[str, FurnitureKind]:
    return {piece.words.text: piece.kind for piece in arrival.furniture}


def test_a_page_is_known_by_what_it_holds() -> None:
    assert is_page("\n<!DOCTYPE html>\n<html>")
    assert is_page("<p>One</p><p>Two</p>")
    assert not is_page("<script>alert(1)</script> in the harbour")
    assert not is_page("<3 the harbour. <p> is a tag")
    assert not is_page('{"html": "<p>One</p>"}')


def test_text_in_a_page_maps_back_to_its_source() -> None:
    source = "<p>Caf&eacute;  <b>Alk</b>mene &amp; crew<br>left&nbsp;port</p><script>var x = 1;</script><p>End</p>"
    found = read_page(source)
    assert found.text == "Café Alkmene & crew\nleft port\n\nEnd"
    offsets = OffsetMap(found.segments)
    assert offsets.raw_span(Span(5, 8)).of(source) == "Alk"
    assert offsets.raw_span(Span(5, 12)).of(source) == "Alk</b>mene"
    assert offsets.raw_span(Span(3, 4)).of(source).startswith("&")
    assert offsets.raw_span(Span(len(found.text) - 3, len(found.text))).of(source) == "End"


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden>no</div>",
        "<p style='display: none'>no</p>",
        "<div aria-hidden=true><p>no</p></div>",
        "<template>no</template>",
        "<!-- no -->",
        "<svg><title>no</title></svg>",
        "<noscript>no</noscript>",
    ],
)
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    assert read_page(f"<body><p>One</p>{hidden}<p>Two</p></body>").text == "One\n\nTwo"


def test_an_unclosed_paragraph_ends_at_the_next() -> None:
    assert read_page("<p>One<p>Two<ul><li>Three<li>Four</ul>").text == "One\n\nTwo\n\nThree\n\nFour"


def test_linked_data_and_meta_tags_give_the_metadata(take: Take) -> None:
    head = (
        '<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Jo Bask">'
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": "Ferry runs aground", '
        '"datePublished": "2031-03-02T18:04:00Z", "author": [{"name": "Mira Tolle"}],'
        '"dateModified": "2031-03-03"}</script>'
        '<link rel="canonical" href="https://hp.example/2031/03/02/ferry">'
    )
    arrival = take(page(head=head))
    report = arrival.report
    assert (report.title, report.outlet, report.byline) == ("Ferry runs aground", "The Harbour Post", "Mira Tolle")
    assert (str(report.published), report.url) == ("2031-03-02", "https://hp.example/2031/03/02/ferry")
    assert {c.value for c in arrival.candidates if c.field is Field.BYLINE} == {"Mira Tolle", "Jo Bask"}
    title = next(c for c in arrival.candidates if c.field is Field.TITLE and c.chosen)
    assert title.words is not None
    assert title.words.text == "Ferry runs aground"


def test_a_page_without_a_date_stays_without_one(take: Take) -> None:
    assert take(page("<footer><p>© 2019 The Harbour Post</p></footer>")).report.published is None


def test_what_stands_around_the_body_is_marked_by_kind(take: Take) -> None:
    marked = kinds(
        take(
            page(
                "<figure><figcaption>The ship at dawn</figcaption></figure>"
                '<div class="read-more"><a href="/x">Why ferries sink</a></div>'
                '<div class="comments"><p>I was on board, and nobody told us a thing.</p></div>'
                "<nav><a>Home</a></nav><p>(Reporting by Mira Tolle; editing by Jo Bask)</p>"
            )
        )
    )
    assert marked == {
        "The ship at dawn": FurnitureKind.CAPTION,
        "Why ferries sink": FurnitureKind.TEASER,
        "I was on board, and nobody told us a thing.": FurnitureKind.COMMENT,
        "Home": FurnitureKind.NAVIGATION,
        "(Reporting by Mira Tolle; editing by Jo Bask)": FurnitureKind.CREDIT,
    }


def test_a_wrapper_with_a_misleading_name_keeps_the_body(take: Take) -> None:
    wrapped = page().replace("<main>", '<main class="share related comments">')
    assert kinds(take(wrapped)) == {}


def test_a_page_whose_body_nobody_finds_is_all_text(take: Take) -> None:
    arrival = take("<html><body><div>Ferry aground.</div></body></html>")
    assert arrival.report.text == "Ferry aground."
    assert not arrival.furniture


def test_an_outlet_is_told_by_the_foot_of_the_page(take: Take) -> None:
    assert take(page("<footer><p>© 2031 The Harbour Post</p></footer>")).report.outlet == "The Harbour Post"
