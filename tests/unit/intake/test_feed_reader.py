"""Feeds in the shapes that feedparser's own documentation lists: RSS 2.0, 1.0 (RDF), 0.91, Atom, JSON Feed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Field, FurnitureKind, Rejection, RejectionCode

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
BODY = (
    "<p>The ferry Alkmene ran aground off Norholm on Monday, the owners said.</p>"
    "<figure><img src='a.jpg'><figcaption>The ferry on the sand. Photo: H. Oyle</figcaption></figure>"
    "<p>“Nobody was hurt,” the harbour office said &amp; promised an inquiry.</p>"
)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>World news | The Harbour Post</title><link>https://harbour-post.example/</link><language>en-gb</language>
<item><title>Ferry runs aground</title><link>https://harbour-post.example/a?utm_source=rss</link>
<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><dc:creator>Mira Tolle</dc:creator>
<description>A ferry ran aground off Norholm.</description>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Minister &amp; envoy meet</title><link>https://harbour-post.example/b</link>
<pubDate>Tue, 04 Mar 2031 10:00:00 GMT</pubDate>
<description>The minister met the envoy in Karsund.</description></item>
</channel></rss>"""
AGGREGATOR = """<rss version="2.0"><channel><title>"ferry" - Some News</title><link>https://news.example/</link>
<item><title>Ferry runs aground - The Lathia Times</title><link>https://news.example/rss/articles/CBMi</link>
<pubDate>Mon, 03 Mar 2031 10:00:00 GMT</pubDate><description>Ferry runs aground</description>
<source url="https://lathia-times.example">The Lathia Times</source></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Norholm Daily</title>
<entry><title type="html">Ferry &lt;b&gt;runs&lt;/b&gt; aground</title><link href="https://norholm-daily.example/a"/>
<id>tag:a</id><updated>2031-03-05T08:00:00Z</updated><published>2031-03-03T10:00:00Z</published>
<author><name>Jo Bask</name></author><source><title>The Inland Herald</title></source>
<content type="html">{BODY.replace("&", "&amp;").replace("<", "&lt;")}</content></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://x.example/">
<title>Harbour Radio</title></channel>
<item rdf:about="https://x.example/a"><title>Ferry runs aground</title><link>https://x.example/a</link>
<dc:date>2031-03-03</dc:date><description>It ran aground.</description></item></rdf:RDF>"""
LONG = " ".join(f"Sentence {n} of the report tells what happened then at the quay of Norholm." for n in range(20))


def read(take_all: TakeAll, feed: str) -> list[Arrival]:
    found = take_all(feed.encode(), "feed.bin")
    assert all(isinstance(one, Arrival) for one in found), found
    return [one for one in found if isinstance(one, Arrival)]


def is_stub(arrival: Arrival) -> bool:
    return any(piece.rule == "only a summary" for piece in arrival.furniture)


def test_an_item_of_rss_with_its_content_is_a_report(take_all: TakeAll) -> None:
    arrival, _ = read(take_all, RSS)
    report = arrival.report
    assert (report.location, report.reader) == ("reports/feed.bin#1", "feed")
    assert (report.title, report.byline, str(report.published)) == (
        "Ferry runs aground",
        "Mira Tolle",
        "2031-03-03",
    )
    assert (report.outlet, report.language) == ("The Harbour Post", "en")
    assert report.url == "https://harbour-post.example/a?utm_source=rss"
    assert report.text.startswith("Ferry runs aground\n\nThe ferry Alkmene ran aground")
    assert "the harbour office said & promised" in report.text
    kinds = {piece.words.text: piece.kind for piece in arrival.furniture}
    assert kinds == {"The ferry on the sand. Photo: H. Oyle": FurnitureKind.CAPTION}


def test_an_item_with_a_summary_alone_is_a_stub_that_is_shown_and_not_read(take_all: TakeAll) -> None:
    full, stub = read(take_all, RSS)
    assert not is_stub(full)
    (piece,) = stub.furniture
    assert (piece.words.text, piece.kind) == ("The minister met the envoy in Karsund.", FurnitureKind.TEASER)
    assert stub.report.title == "Minister & envoy meet"


def test_a_description_long_enough_to_be_the_report_is_read(take_all: TakeAll) -> None:
    (arrival,) = read(take_all, RDF.replace("It ran aground.", LONG))
    assert not arrival.furniture
    (cut,) = read(take_all, RDF.replace("It ran aground.", f"{LONG} […]"))
    assert is_stub(cut)


def test_the_source_of_an_item_is_its_true_publisher(take_all: TakeAll) -> None:
    (arrival,) = read(take_all, AGGREGATOR)
    assert (arrival.report.outlet, arrival.report.title) == ("The Lathia Times", "Ferry runs aground")
    found = {c.value: c.found_in for c in arrival.candidates if c.field is Field.OUTLET and c.chosen}
    assert found == {"The Lathia Times": "source of the item"}


def test_atom_tells_published_from_updated_and_names_its_source(take_all: TakeAll) -> None:
    (arrival,) = read(take_all, ATOM)
    report = arrival.report
    assert (report.title, report.outlet, report.byline) == ("Ferry runs aground", "The Inland Herald", "Jo Bask")
    dates = {c.value: c.chosen for c in arrival.candidates if c.field is Field.PUBLISHED}
    assert dates == {"2031-03-03T10:00": True, "2031-03-05T08:00": False}


def test_the_oldest_shapes_are_read(take_all: TakeAll) -> None:
    (arrival,) = read(take_all, RDF)
    assert (str(arrival.report.published), arrival.report.outlet) == ("2031-03-03", "Harbour Radio")
    old = '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://x.example/rss.dtd"><rss version="0.91">'
    (arrival,) = read(
        take_all,
        f"{old}<channel><item><title>Ferry aground</title><description>{LONG}</description></item>"
        "</channel></rss>",
    )
    assert arrival.report.title == "Ferry aground"


def test_a_json_feed_is_a_feed(take_all: TakeAll) -> None:
    items = [
        {"id": "1", "url": "https://a.example/1", "title": "Ferry aground", "content_html": BODY,
         "date_published": "2031-03-03T10:00:00Z",
         "authors": [{"name": "Mira Tolle"}]},
        {"id": "2", "url": "https://a.example/2", "title": "Talks", "content_text": "The minister met the envoy."},
        {"id": "3", "url": "https://a.example/3", "title": "Talks again", "summary": "They met again."},
    ]  # fmt: skip
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post",
        "language": "en",
        "items": items,
    }
    first, second, third = read(take_all, json.dumps(feed, indent=1))
    assert (first.report.reader, first.report.outlet, first.report.byline) == (
        "feed",
        "The Harbour Post",
        "Mira Tolle",
    )
    assert "said & promised" in first.report.text
    assert (is_stub(first), is_stub(second), is_stub(third)) == (False, False, True)


def test_offsets_of_an_item_count_in_its_title_and_its_markup(take_all: TakeAll) -> None:
    raw = f"Ferry runs aground\n\n{BODY}"
    report = read(take_all, RSS)[0].report
    for segment in report.offsets:
        clean = report.text[segment.start : segment.end]
        if clean.strip() and clean != "&":
            assert raw[segment.raw : segment.raw + len(clean)] == clean


def test_of_a_feed_that_is_cut_the_last_item_is_listed_and_not_read(take_all: TakeAll) -> None:
    texts = [arrival.report.text for arrival in read(take_all, RSS)]
    data = RSS.encode()
    for end in range(data.index(b"<item>") + 40, len(data) - 8, 23):
        *whole, cut = take_all(data[:end])
        assert isinstance(cut, Rejection), end
        assert cut.code is RejectionCode.MALFORMED
        assert [one.report.text for one in whole if isinstance(one, Arrival)] == texts[: len(whole)]


def test_a_feed_that_is_no_sound_xml_is_read_as_readers_do(take_all: TakeAll) -> None:
    first, _ = read(
        take_all, RSS.replace("Minister &amp; envoy", "Minister & envoy").replace("World news", "World & news")
    )
    assert first.report.title == "Ferry runs aground"


@pytest.mark.parametrize("scheme", ["http://127.0.0.1:9/x", "file:///etc/passwd"])
def test_a_feed_that_names_another_file_opens_none(take_all: TakeAll, scheme: str) -> None:
    doctype = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{scheme}">]>'
    found = take_all(RSS.replace("<rss", f"{doctype}<rss").replace("A ferry", "&x;").encode())
    assert all("root:" not in one.report.text for one in found if isinstance(one, Arrival))


def test_a_feed_without_items_is_one_rejection(take_all: TakeAll) -> None:
    (rejection,) = take_all(b"<rss version='2.0'><channel><title>Empty</title></channel></rss>")
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.EMPTY
