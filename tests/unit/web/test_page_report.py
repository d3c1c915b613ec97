from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from dateline.errors import AskedError, NotFoundError
from dateline.linking.copies import CopyStage
from dateline.model import Furniture, FurnitureKind
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.span import Span, Words
from dateline.stage import Context, Draft
from dateline.story.views.citation import citation
from dateline.testing import arrival, story_of
from dateline.testing import read as read_arrival
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import report

BODY = "“The dam <b>holds</b>,” Mara Lind said on Monday. Tom Berg met Mara Lind at the dam."
CAPTION = "The dam at dusk. Photo: N. Vey"
TEXT = f"{BODY}\n{CAPTION}\n\nWater rose."


def read_report(context: Context, text: str, published: str = "2030-05-14") -> Draft:
    given = arrival(text, published=published, title="Dam & doubt")
    start = given.report.text.find(CAPTION)
    caption = Furniture(
        id="f_caption",
        report=given.report.id,
        words=Words.cut(given.report.text, start, start + len(CAPTION)),
        kind=FurnitureKind.CAPTION,
        rule="photo",
    )
    given = replace(
        given, report=replace(given.report, outlet="The Tarn Post"), furniture=(caption,) if start >= 0 else ()
    )
    stages = ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()
    return read_arrival(given, *stages, context=context)


@pytest.fixture(scope="module")
def desk(context: Context) -> Desk:
    return Desk(story_of([read_report(context, TEXT)]))


def page(desk: Desk, **asked: str) -> str:
    id_ = desk.story.reports()[0].id
    given = Asked.of(f"/reports/{id_}", asked, {"id": id_})
    return render("pages/report.html.j2", here=report.PAGE, asked=given, page=report.show(desk, given))


class Lines(HTMLParser):
    """The texts of the reader's paragraphs but for labels, and the words under each class."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[set[str]] = []
        self.lines: list[str] = []
        self.under: dict[str, str] = {}
        self.feed(source[source.index('id="text"') : source.index('class="citation"')].partition(">")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = set((dict(attrs).get("class") or "").split())
        self.open.append(classes)
        if tag == "p" and "label" not in classes:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if self.open:
            self.open.pop()

    def handle_data(self, data: str) -> None:
        if self.open and not any("label" in classes for classes in self.open):
            self.lines[-1] += data
            for name in set().union(*self.open):
                self.under[name] = self.under.get(name, "") + data


def test_the_whole_text_stands_on_the_page_letter_by_letter(desk: Desk) -> None:
    shown = Lines(page(desk, show="quotations,events,times,mentions")).lines
    assert shown == [line for line in desk.story.reports()[0].text.split("\n") if line]


def test_markup_in_a_report_stays_text(desk: Desk) -> None:
    assert "<b>holds" not in page(desk)
    assert html.escape("<b>holds</b>") in page(desk)


def test_each_layer_marks_its_words(desk: Desk) -> None:
    under = Lines(page(desk, show="quotations,events,times,mentions")).under
    assert "The dam <b>holds</b>," in under["quotations"]
    assert under["times"] == "Monday"
    assert "met" in under["events"]
    assert "Mara Lind" in under["mentions"]


def test_layers_that_are_not_asked_for_are_not_marked(desk: Desk) -> None:
    under = Lines(page(desk, show="times")).under
    assert "times" in under
    assert not under.keys() & {"quotations", "events", "mentions"}
    assert not Lines(page(desk, show="none")).under.keys() & {"quotations", "events", "times", "mentions"}


def test_a_link_turns_one_layer_on_or_off_and_leaves_the_others(desk: Desk) -> None:
    switches = dict(
        re.findall(r'href="[^"]*show=([^"#]*)#text"[^>]*><span class="swatch (\w+)', page(desk, show="times"))
    )
    assert {layer: given.replace("%2C", ",") for given, layer in switches.items()} == {
        "quotations": "quotations,times",
        "events": "events,times",
        "times": "none",
        "mentions": "times,mentions",
    }


def test_furniture_stands_in_its_place_with_its_kind(desk: Desk) -> None:
    shown = Lines(page(desk))
    assert shown.under["furniture"] == CAPTION
    assert '<p class="label">caption</p>\n<p class="furniture">' in page(desk)


def test_cited_words_are_marked_once_and_can_be_scrolled_to(desk: Desk) -> None:
    text = desk.story.reports()[0].text
    start = text.index("Tom Berg")
    shown = page(desk, at=f"{start}-{start + len('Tom Berg met')}")
    assert Lines(shown).under["cited"] == "Tom Berg met"
    assert shown.count('id="at"') == 1


def test_a_place_beyond_the_text_is_cut_to_it(desk: Desk) -> None:
    text = desk.story.reports()[0].text
    assert Lines(page(desk, at=f"{text.index('Water')}-99999")).under["cited"] == "Water rose."


@pytest.mark.parametrize("at", ["5", "9-5", "-1-4", "a-b", "5-5", "999999-9999999", "١-٢"])
def test_what_is_no_place_is_refused(desk: Desk, at: str) -> None:
    with pytest.raises(AskedError, match="no place"):
        page(desk, at=at)


def test_what_is_no_layer_is_refused(desk: Desk) -> None:
    with pytest.raises(AskedError, match="no layer “rumours”"):
        page(desk, show="times,rumours")


def test_only_a_report_has_a_page_here(desk: Desk) -> None:
    with pytest.raises(NotFoundError):
        report.show(desk, Asked("/reports/x", {}, {"id": "x"}))


def test_every_highlight_leads_to_a_record_of_the_story(desk: Desk) -> None:
    ids = set(re.findall(r'href="/records/([^"]+)"', page(desk, show="quotations,events,times,mentions")))
    assert ids
    assert all(desk.story.get(id_) for id_ in ids)


def test_highlights_are_no_stops_of_the_tab_key_and_the_lists_have_them_all(desk: Desk) -> None:
    shown = page(desk, show="quotations,events,times,mentions")
    text, beside = shown[shown.index('id="text"') : shown.index("<aside")], shown[shown.index("<aside") :]
    links = re.findall(r'<a class[^>]*href="(/records/[^"]+)"([^>]*)>', text)
    assert links
    assert all('tabindex="-1"' in others for _, others in links)
    assert {address for address, _ in links} <= set(re.findall(r'href="(/records/[^"]+)"', beside))


def test_a_citation_has_outlet_date_sentence_offsets_and_hash(desk: Desk) -> None:
    given = desk.story.reports()[0]
    start = given.text.index("Tom Berg")
    sentence = "Tom Berg met Mara Lind at the dam."
    cited = citation(given, Span(start, start + len(sentence)))
    assert cited == (
        f"The Tarn Post, 14 May 2030: “{sentence}” "
        f"Characters {start}–{start + len(sentence)} of report {given.id}, SHA-256 {given.digest}."
    )
    assert html.escape(cited) in page(desk, at=f"{start}-{start + 3}")  # the sentence that the words stand in


def test_passages_that_stand_in_other_reports_lead_there_and_side_by_side(read: Callable[..., Draft]) -> None:
    shared = (
        "The wall of the dam gave way at four in the morning and the lower town was under water within the hour."
    )
    drafts = [
        read(f"{shared} Nobody was hurt in Tarn, the mayor said."),
        read(f"{shared} Two bridges are closed until further notice.", published="2030-05-15"),
    ]
    desk = Desk(story_of(drafts, CopyStage()))
    one, other = (given.id for given in desk.story.reports())
    shown = page(desk)
    assert f'href="/compare?a={one}&amp;b={other}"' in shown
    assert re.search(rf'href="/reports/{other}\?at=0-\d+#at"', shown)


def test_a_report_without_text_opens(read: Callable[..., Draft]) -> None:
    assert "Without a headline" in page(Desk(story_of([read("")])))
