"""Whatever a file holds: a report or a reason, words that stand where they say, pieces that do not overlap."""

from __future__ import annotations

import bz2
import gzip
import lzma
import tempfile
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import InputFile, PassedOver, read_file
from dateline.model import Arrival, Rejection, RejectionCode
from dateline.settings import DEFAULTS
from dateline.span import OffsetMap, Span
from tests.effort import examples

WORDINGS = [
    "date 2031-03-02 ", "Title: A ferry\n", "Date: 03/04/2031\n", "---\n", "---\ntitle: x\n---\n", "By AFP\n",
    "\n\n", " ", "\r\n", "NORHOLM, March 2 (Reuters) - ", "The ferry left. ", "“Go,” she said. ",
    "[A caption of a boat. Credit: AP]", "Read more about: Boats\n", "Read more\n", "Related\n",
    "Support us!\n", "Donate today\n", "© 2031 AFP", "(Reporting by A. Holt; editing by B. Oyle)",
    "Getty Images", "<html><body>", "<p>", "</p>", "<div class='related'>", "</div>", "<h1>Ferry</h1>",
    "<script>", "<!--", "-->", "<br>", "&amp;", "&#0;", "&", "<", "{\"title\": \"", "\"text\": \"", "\"}", "[",
    "]", "{", "}", "\x00", "\ufeff", "\u2028", "é", "🚢", "—", "3 comments\n", "12", "Source: AFP\n",
    "Advertisement\n",
]  # fmt: skip
SCRAPS = st.sampled_from(WORDINGS)
FORMATS = st.sampled_from(  # how files of each format begin, before whatever follows
    [
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 40\r\n\r\n",
        b"PK\x03\x04",
        b"%PDF-1.4\n",
        b"\x1f\x8b\x08\x00",
        b"BZh9",
        b"\xfd7zXZ\x00",
        b"MIME-Version: 1.0\r\nSubject: A\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n",
        b"MIME-Version: 1.0\nFrom: a\nContent-Transfer-Encoding: base64\n\n",
        b"<rss version='2.0'><channel><item><title>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content>",
        b"<doc sitename='x'><main><p>",
        b"<TEI><text><body>",
        b"title,text\n",
        b'headline\ttext\n"',
        b'{"version": "https://jsonfeed.org/version/1", "items": [{',
        b'{"articles": [{"title": "',
        b'{"uri": "x", "pubstatus": "usable", "body_html": "',
        bytes(257) + b"ustar" + bytes(250),
    ]
)
PACKED = st.sampled_from([gzip.compress, bz2.compress, lzma.compress, lambda data: data])
CONTENTS = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.lists(SCRAPS, max_size=40).map(lambda scraps: "".join(scraps).encode()),
    st.tuples(PACKED, FORMATS, st.binary(max_size=200)).map(lambda parts: parts[0](parts[1] + parts[2])),
    st.tuples(FORMATS, st.lists(SCRAPS, max_size=20)).map(lambda parts: parts[0] + "".join(parts[1]).encode()),
)


@settings(max_examples=examples(300), deadline=None)
@given(CONTENTS)
def test_any_bytes_become_a_report_or_a_rejection(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input.txt")
        path.write_bytes(data)
        first = list(read_file(InputFile(path, "reports/input.txt"), DEFAULTS))
        again = list(read_file(InputFile(path, "reports/input.txt"), DEFAULTS))
    assert first
    assert first == again
    inputs = [result for result in first if not isinstance(result, PassedOver)]
    assert inputs
    for result in inputs:
        if isinstance(result, Rejection):
            assert result.code is not RejectionCode.FAILED, result.reason
        else:
            check_words(result)


def check_words(arrival: Arrival) -> None:
    text = arrival.report.text
    text.encode("utf-8")
    assert "\x00" not in text
    for words in [f.words for f in arrival.furniture] + [c.words for c in arrival.candidates if c.words]:
        assert text[words.start : words.end] == words.text
    spans = [f.words.span for f in arrival.furniture]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    ids = [record.id for record in (*arrival.furniture, *arrival.candidates)]
    assert len(set(ids)) == len(ids)
    chosen = [c.field for c in arrival.candidates if c.chosen and c.field != "agency"]
    assert len(set(chosen)) == len(chosen)


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(SCRAPS, max_size=30).map("".join))
def test_every_copied_character_maps_back_to_its_place(source: str) -> None:
    source = f"A harbour report. {source}".replace("\x00", "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input.txt")
        path.write_bytes(source.encode())
        (arrival,) = read_file(InputFile(path, "reports/input.txt"), DEFAULTS)
    assert isinstance(arrival, Arrival)
    offsets = OffsetMap(arrival.report.offsets)
    for at, character in enumerate(arrival.report.text):
        if character.isalnum():
            assert offsets.raw_span(Span(at, at + 1)).of(source) == character
