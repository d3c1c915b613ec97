from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline import build
from dateline.pipeline import default_pipeline
from dateline.story import Store
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import overview

GIVEN = {
    "a.txt": "source: The Harbour Post\ndate: 2031-03-04\n\nAda Holm, the mayor of Tarn, met Bo Lind in Veld on "
    "Monday, 3 March 2031, to talk about the dam. Police said 12 people had been detained at the gate.\n",
    "b.txt": "source: Veld Times\ndate: 2031-03-05\n\nAda Holm met Bo Lind in Veld on Tuesday, 4 March 2031. "
    "She promised him <b>a new dam</b> by summer. Police in Veld arrested Tom Berg on 1 June 2030.\n",
    "c.txt": "source: Veld Times\n\nA cat sat on the wall of the harbour for the whole of the afternoon.\n",
    "d.txt": "",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("given")
    for name, text in GIVEN.items():
        (folder / name).write_text(text)
    with build([folder], folder / "story.db") as story:
        yield Desk(story)


def html_of(desk: Desk) -> str:
    asked = Asked("/")
    return render("pages/overview.html.j2", here=overview.PAGE, asked=asked, page=overview.show(desk, asked))


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_sentence_of_the_brief_stands_in_the_report_it_cites(desk: Desk) -> None:
    page = overview.show(desk, Asked("/"))
    assert page.brief
    for told in page.brief:
        text = desk.directory.reports[told.cited.report].text[told.cited.start : told.cited.end]
        assert "".join(part.text for part in told.parts if not part.ours) == " ".join(text.split())


def test_names_that_are_ours_look_otherwise_than_the_words_of_the_report(desk: Desk) -> None:
    parts = [part for told in overview.show(desk, Asked("/")).brief for part in told.parts if part.ours]
    assert all(part.text.startswith(" [") for part in parts)
    html = html_of(desk)
    assert html.count('<span class="ours"> [') == len(parts)


def test_what_is_missing_is_counted_and_leads_to_its_rows(desk: Desk) -> None:
    missing = {each.address: each.count for each in overview.show(desk, Asked("/")).missing}
    assert missing["/reports?read=undated"] == 1
    assert missing["/reports#rejections"] == 1
    assert "1 input that is no report" in words_of(html_of(desk))


def test_each_count_of_what_is_missing_is_the_number_of_rows_that_it_leads_to(
    client: TestClient, desk: Desk
) -> None:
    from dateline.web.pages import reports

    for each in overview.show(desk, Asked("/")).missing:
        if "read=" in each.address:
            asked = Asked.of("/reports", {"read": each.address.partition("=")[2]}, {})
            assert len(reports.reports(desk, asked)) == each.count


def test_the_longest_gap_comes_first_and_leads_to_its_days(desk: Desk) -> None:
    first, *others = overview.show(desk, Asked("/")).silences
    assert all((first.gap.last - first.gap.first) >= (one.gap.last - one.gap.first) for one in others)
    assert first.address == f"/timeline?since={first.gap.first}&until={first.gap.last}"


def test_a_story_of_one_matter_lists_none(desk: Desk) -> None:
    page = overview.show(desk, Asked("/"))
    assert bool(page.matters) == (page.matters_in_all > 1)


def test_matters_open_to_their_reports(client: TestClient) -> None:
    html = client.get("/").text
    matters = html.partition('id="matters-h"')[2].partition("</section>")[0]
    assert matters.count("<details>") == 2
    assert "/reports/r_" in matters


def test_disputes_stand_before_the_brief_and_open_to_both_sides(client: TestClient) -> None:
    html = client.get("/").text
    assert html.index('id="disputes-h"') < html.index('id="brief-h"')
    disputes = html.partition('id="disputes-h"')[2].partition("</section>")[0]
    assert "<b>12 March 2031</b>" in disputes
    assert "<b>13 March 2031</b>" in disputes
    assert disputes.count("<blockquote>") >= 2


def test_a_dispute_of_the_brief_is_said_as_a_dispute_with_all_values(client: TestClient) -> None:
    brief = client.get("/").text.partition('id="brief-h"')[2]
    assert re.search(r'<a href="/records/\w+">number disputed: 62 people / 214 people</a>', brief)


def test_markup_in_a_report_stays_text(desk: Desk) -> None:
    html = html_of(desk)
    assert "<b>a new dam" not in html


def test_a_story_of_nothing_says_what_to_do(tmp_path: Path) -> None:
    with Store.open(tmp_path / "empty.db") as store:
        html = html_of(Desk(store.story))
    assert "No two values of these reports exclude each other." in html
    assert "can stand alone" in html
    assert "Nothing: every input is a report" in html


def test_it_says_what_the_last_build_brought(client: TestClient, path: Path, tmp_path: Path) -> None:
    assert "Since the run before" not in client.get("/").text
    assert "the story was built in one run" in client.get("/").text
    new = tmp_path / "new.txt"
    new.write_text("Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n")
    default_pipeline().run([new], path)
    page = client.get("/").text
    assert "Since the run before" in page
    assert "1 report added" in page
