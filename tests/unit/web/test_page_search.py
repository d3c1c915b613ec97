from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import AskedError, NotFoundError
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from dateline.testing import arrival, story_of
from dateline.testing import read as read_arrival
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import search

GIVEN = (
    (
        "“The <b>dam</b> is safe,” Mara Lind said. Tom Berg met Mara Lind at the dam.",
        "2030-05-14",
        "The Tarn Post",
    ),
    ("The dam had cracks. Schools stay shut.", "2030-05-20", "Veld Times"),
)


@pytest.fixture(scope="module")
def desk(context: Context) -> Desk:
    def read(text: str, published: str, outlet: str) -> Draft:
        given = arrival(text, published=published)
        given = replace(given, report=replace(given.report, outlet=outlet))
        stages = ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()
        return read_arrival(given, *stages, context=context)

    return Desk(story_of([read(*given) for given in GIVEN]))


def page(desk: Desk, **values: str) -> str:
    asked = Asked.of("/search", values, {})
    return render("pages/search.html.j2", here=search.PAGE, asked=asked, page=search.show(desk, asked))


def test_without_words_there_is_a_form_that_says_what_to_do(desk: Desk) -> None:
    assert "Type a word or a name" in page(desk)
    assert "hits rows" not in page(desk)


def test_the_words_found_are_marked_in_their_sentence_and_markup_stays_text(desk: Desk) -> None:
    shown = page(desk, q="dam safe")
    assert "“The &lt;b&gt;<mark>dam</mark>&lt;/b&gt; is <mark>safe</mark>,” Mara Lind said." in shown


def test_a_hit_leads_into_the_reader_at_its_place(desk: Desk) -> None:
    report = desk.story.reports()[1]
    assert f'href="/reports/{report.id}?at=0-{len("The dam had cracks.")}#at"' in page(desk, q="cracks")


def test_a_hit_leads_to_what_was_read_from_its_sentence(desk: Desk) -> None:
    said = desk.story.quotations()[0].id
    assert f'<a href="/records/{said}">what is said</a>' in page(desk, q="safe")
    assert "the act</a>" in page(desk, q="met")


def test_hits_come_in_sheets(desk: Desk) -> None:
    first, second = page(desk, q="dam", rows="2"), page(desk, q="dam", rows="2", page="2")
    assert "1–2 of 3 hits" in first
    assert 'rel="next"' in first
    assert "3–3 of 3 hits" in second
    assert 'rel="prev"' in second


def test_the_list_is_narrowed_by_outlet_day_and_kind(desk: Desk) -> None:
    assert "1 hit<" in page(desk, q="dam", outlet="Veld Times")
    assert "2 hits" in page(desk, q="dam", until="2030-05-15")
    assert "1 hit<" in page(desk, q="dam", kind="quotation")


def test_where_nothing_is_found_it_is_said_what_may_help(desk: Desk) -> None:
    shown = page(desk, q="xylophone")
    assert "No hit fits." in shown
    assert 'href="/search?by=meaning&amp;q=xylophone"' in shown


def test_by_meaning_each_hit_says_how_like_it_is(desk: Desk) -> None:
    shown = page(desk, q="the wall of the reservoir was damaged", by="meaning")
    assert "The dam had cracks." in shown
    assert re.search(r"likeness 0\.\d\d", shown)


@pytest.mark.parametrize("values", [{"kind": "rumour"}, {"by": "luck"}, {"since": "soon"}, {"page": "-1"}])
def test_what_cannot_be_asked_for_is_refused(desk: Desk, values: dict[str, str]) -> None:
    with pytest.raises(AskedError):
        page(desk, q="dam", **values)


def test_an_actor_that_there_is_none_of_is_named(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        page(desk, q="dam", actor="a_none")


@pytest.mark.parametrize("words", ["<script>alert(1)</script>", "' OR 1=1 --", '"', "NEAR(", "\0", "*"])
def test_words_are_shown_and_looked_for_as_they_are(desk: Desk, words: str) -> None:
    shown = page(desk, q=words)
    assert "<script>alert" not in shown
    assert f"“{words}”".replace("\0", "�") in html.unescape(shown)


def test_the_file_has_the_hits_as_rows(desk: Desk) -> None:
    rows = search.rows(desk, Asked.of("/search", {"q": "dam"}, {}))
    assert [row.found_in for row in rows] == ["sentence"] * 3
    assert all(desk.story.report(row.report).text[row.start :].startswith(row.text) for row in rows)


def test_a_story_of_nothing_can_be_searched(read: Callable[..., Draft]) -> None:
    assert "No hit fits." in page(Desk(story_of([read("")])), q="dam")


def test_a_hit_leads_to_the_words_by_which_it_is_cited(desk: Desk) -> None:
    report = desk.story.reports()[1]
    assert f'class="copy" href="/reports/{report.id}?at=0-19#citation"' in page(desk, q="cracks")
