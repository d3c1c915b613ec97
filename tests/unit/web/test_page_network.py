from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from dateline.story import open_story
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.drawing.layout import Node, place
from dateline.web.pages import network
from dateline.web.parts import network as parts


@pytest.fixture(scope="module")
def desk(sample_story) -> Iterator[Desk]:
    with open_story(sample_story) as story:
        yield Desk(story)


def html_of(desk: Desk, **values: str) -> str:
    asked = Asked.of("/network", values, {})
    return render("pages/network.html.j2", here=network.PAGE, asked=asked, page=network.show(desk, asked))


def edges(html: str) -> list[str]:
    return re.findall(r'<a href="([^"]*)" tabindex="-1" aria-label="[^"]+ and [^"]+: \d+ acts?">', html)


def test_each_line_of_the_picture_leads_to_its_row_on_this_sheet(desk: Desk) -> None:
    html = html_of(desk, rows="200")
    found = edges(html)
    assert len(found) == len(network.show(desk, Asked("/network")).network.lines)
    rows = set(re.findall(r'<tr id="([^"]+)"', html))
    assert {each.removeprefix("#") for each in found} <= rows


def test_a_line_whose_row_is_on_another_sheet_leads_there(desk: Desk) -> None:
    asked = Asked.of("/network", {"rows": "5"}, {})
    away = [each.replace("&amp;", "&") for each in edges(html_of(desk, rows="5")) if not each.startswith("#")]
    assert away
    for address in away[:10]:
        page, _, row = re.fullmatch(r"/network\?page=(\d+)&rows=(5)#(.+)", address).groups()  # type: ignore[union-attr]
        there = network.show(desk, Asked.of("/network", {"rows": "5", "page": page}, {})).sheet.rows
        assert row in {tie.id for tie in there}
    assert asked.page == 1


def test_each_row_opens_to_the_sentences_of_its_acts(desk: Desk) -> None:
    page = network.show(desk, Asked("/network"))
    tie = page.sheet.rows[0]
    row = html_of(desk).partition(f'<tr id="{tie.id}"')[2].partition("</tr>")[0]
    assert row.count("<details>") == min(len(tie.acts), network.OPENED)
    assert row.count("<blockquote>") >= row.count("<details>")
    for act in tie.acts[: network.OPENED]:
        told = {telling.report for telling in desk.tellings(act)}
        shown, more = page.opened[act]
        assert {citation.report for each in shown for citation in each.citations} <= told
        assert len(shown) == 1
        assert more == len(sentences_in_all(desk, act)) - 1


def sentences_in_all(desk: Desk, act: str) -> set[tuple[str, str, str | None]]:
    """Each with the day that its report gives it: a copy of another day is shown beside the first."""
    told = desk.tellings(act)
    return {(passage.text, one.time_words, one.dated_by) for one in told for passage in one.passages}


def test_no_id_stands_twice(desk: Desk) -> None:
    ids = re.findall(r'\bid="([^"]+)"', html_of(desk))
    assert len(ids) == len(set(ids))


def placed(count: int) -> list[Node]:
    nodes = [Node(40, 20) for _ in range(count)]
    ties = {(number // 2, number): 1 + number % 3 for number in range(1, count)}
    place(nodes, ties, 760, 260 + 15 * count)
    return nodes


def test_three_hundred_actors_stand_inside_the_picture_and_apart() -> None:
    nodes = placed(300)
    assert all(20 <= node.x <= 740 and 10 <= node.y <= 4750 for node in nodes)
    assert not any(
        abs(a.x - b.x) < 39 and abs(a.y - b.y) < 19 for number, a in enumerate(nodes) for b in nodes[:number]
    )


def test_the_same_ties_give_the_same_picture() -> None:
    assert placed(40) == placed(40)


def test_a_picture_has_the_closest_ties_alone_and_says_how_many_the_table_has_beside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = network.show(desk, Asked("/network")).network
    assert len(whole.lines) > 10
    assert whole.undrawn == 0
    assert "in the table alone" not in html_of(desk)

    monkeypatch.setattr(parts, "LINES", 10)
    page = network.show(desk, Asked("/network"))
    assert page.network.lines == whole.lines[:10]
    assert {row.id for row in page.network.drawn} == {id_ for tie in whole.lines[:10] for id_ in tie.ids}
    assert page.sheet.total == len(whole.ties)
    html = html_of(desk)
    assert len(edges(html)) == 10
    drawn = {row.id for row in page.network.drawn}
    beside = sum(tie.ids <= drawn for tie in whole.ties) - 10
    assert beside > 0
    assert f"Of their ties the 10 of most acts are drawn; {beside} more" in html


def test_on_a_long_sheet_a_tie_opens_to_fewer_acts_and_counts_the_others(desk: Desk) -> None:
    page = network.show(desk, Asked.of("/network", {"rows": "50"}, {}))
    tie = page.sheet.rows[0]
    assert len(tie.acts) > 1
    row = html_of(desk, rows="50").partition(f'<tr id="{tie.id}"')[2].partition("</tr>")[0]
    assert row.count("<details>") == 1
    assert f"and {len(tie.acts) - 1} more act" in row
