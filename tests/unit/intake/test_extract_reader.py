"""What trafilatura writes of a page of ours, in its three formats with metadata, gives one and the same report."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import trafilatura

from dateline.intake import PassedOver
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.span import OffsetMap, Span

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
PAGE = """<html lang="en"><head><title>Ferry runs aground - The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><meta name="author" content="Mira Tolle; Jo Bask">
<link rel="canonical" href="https://harbour-post.example/2021/03/02/ferry">
<meta property="article:published_time" content="2021-03-02T10:00:00Z"></head><body><article>
<h1>Ferry runs aground</h1>
<p>The ferry Alkmene ran aground off Norholm on Monday with 300 people on board, the owners
said in a statement.</p>
<p>“Nobody was hurt & all are safe.” The harbour office said that it would open an inquiry into the matter.</p>
<blockquote>It was a <b>long</b> night, one passenger said.<p>She had her dog with her.</p></blockquote>
<ul><li>One item of the list that matters</li><li>Another item of the list</li></ul></article></body></html>"""


def extracted(format_: str) -> bytes:
    url = "https://harbour-post.example/2021/03/02/ferry"
    text = trafilatura.extract(PAGE, output_format=format_, with_metadata=True, url=url)
    assert text is not None
    return text.encode()


def taken(take_all: TakeAll, data: bytes) -> Arrival:
    (arrival,) = take_all(data)
    assert isinstance(arrival, Arrival), arrival
    return arrival


@pytest.mark.parametrize(("format_", "reader"), [("json", "jsonl"), ("xml", "extract"), ("xmltei", "extract")])
def test_an_extract_is_read_with_its_metadata(take_all: TakeAll, format_: str, reader: str) -> None:
    report = taken(take_all, extracted(format_)).report
    assert report.reader == reader
    assert (report.title, report.outlet) == ("Ferry runs aground", "The Harbour Post")
    assert report.byline == "Mira Tolle, Jo Bask"
    assert report.url == "https://harbour-post.example/2021/03/02/ferry"
    assert str(report.published) == "2021-03-02"
    for words in (
        "300 people",
        "“Nobody was hurt & all are safe.”",
        "long night, one passenger",
        "her dog",
        "Another item",
    ):
        assert words in report.text


@pytest.mark.parametrize("format_", ["xml", "xmltei"])
def test_the_paragraphs_of_an_extract_stay_apart_and_the_headline_is_read_once(
    take_all: TakeAll, format_: str
) -> None:
    arrival = taken(take_all, extracted(format_))
    lines = [line for line in arrival.report.text.split("\n") if line]
    assert lines[:3] == ["Ferry runs aground", "Ferry runs aground", lines[2]]
    assert [piece.words.text for piece in arrival.furniture][:1] == ["Ferry runs aground"]
    assert lines[2].startswith("The ferry Alkmene")
    offsets = OffsetMap(arrival.report.offsets)
    assert offsets.raw_span(Span(0, 5)) == Span(0, 5)


@pytest.mark.parametrize("format_", ["xml", "xmltei", "json"])
def test_an_extract_that_is_cut_is_no_report(take_all: TakeAll, format_: str) -> None:
    whole = extracted(format_)
    for end in range(200, len(whole) - 2, 101):
        (rejection,) = take_all(whole[:end])
        assert isinstance(rejection, Rejection)
        assert rejection.code is RejectionCode.MALFORMED


def test_an_entity_of_another_file_is_not_opened(take_all: TakeAll) -> None:
    bomb = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    for head in ('<!ENTITY x SYSTEM "file:///etc/passwd">', f'<!ENTITY a0 "lol">{bomb}<!ENTITY x "&a9;">'):
        data = f'<!DOCTYPE doc [{head}]><doc sitename="x" title="A"><main><p>Words &x; here.</p></main></doc>'
        for one in take_all(data.encode()):
            assert "root:" not in getattr(getattr(one, "report", None), "text", "")
            assert len(getattr(getattr(one, "report", None), "text", "")) < 1000
