"""Menus, mastheads, lines of parts, repeats and boxes: told by place and shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.intake.heads import is_outlet_name
from dateline.model import Arrival, FurnitureKind

Take = Callable[[str], Arrival]
BODY = (
    "The bridge over the Lin was closed on Monday because two of its ropes had torn, the city said.\n\n"
    "“We heard it sing for a week,” said Hanne Moor, who lives below it.\n\n"
    "A ferry will carry people across the river until the ropes have been replaced in the spring."
)


def kinds(arrival: Arrival) -> dict[str, FurnitureKind]:
    return {line: piece.kind for piece in arrival.furniture for line in piece.words.text.split("\n") if line}


def body_of(arrival: Arrival) -> str:
    text = arrival.report.text
    for piece in reversed(arrival.furniture):
        text = text[: piece.words.start] + text[piece.words.end :]
    return text.strip()


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("The Lund Gazette", True),
        ("THE LUND GAZETTE", True),
        ("Radio Lund", True),
        ("The Star of Lund", True),
        ("Leader", False),
        ("Minister leaves her post", False),
        ("Press, Radio and the Rest", False),
        ("What the Post knew", False),
    ],
)
def test_an_outlets_name_is_told_by_its_shape(name: str, is_one: bool) -> None:
    assert is_outlet_name(name) is is_one


def test_an_outlet_alone_above_the_headline_is_the_outlet(take: Take) -> None:
    arrival = take(f"THE LUND GAZETTE\nMonday, 4 June 2031\n\nBridge closed after ropes tear\n\n{BODY}")
    assert (arrival.report.outlet, arrival.report.title) == ("The Lund Gazette", "Bridge closed after ropes tear")
    assert body_of(arrival).endswith(BODY)


def test_a_name_without_a_word_of_the_press_is_an_outlet_only_above_headline_and_day(take: Take) -> None:
    dated = take(f"Lin Valley Voices\nThe rope sang\n4 June 2031\n\n{BODY}")
    assert (dated.report.outlet, dated.report.title) == ("Lin Valley Voices", "The rope sang")
    assert take(f"Lin Valley Voices\n\n{BODY}").report.outlet is None


def test_parts_of_a_head_are_writer_outlet_and_day(take: Take) -> None:
    report = take(f"Bridge closed after ropes tear\nHanne Moor | The Lund Gazette | 4 June 2031\n\n{BODY}").report
    assert (report.byline, report.outlet) == ("Hanne Moor", "The Lund Gazette")
    assert report.published is not None
    assert report.published.edtf == "2031-06-04"


def test_a_sentence_with_commas_is_no_line_of_parts(take: Take) -> None:
    line = "Hanne Moor, The Lund Gazette and its printer were in court on 4 June 2031, and all were freed."
    assert line in body_of(take(f"Printer freed by court in Lund\n\n{line}\n\n{BODY}"))


def test_unknown_items_between_known_ones_are_the_menu_too(take: Take) -> None:
    menu = "Menu\nHome\nValley Voices\nTractors\nSport\nOpinion"
    arrival = take(f"{menu}\nBridge closed after ropes tear\n\n{BODY}")
    assert all(kinds(arrival).get(item) is FurnitureKind.NAVIGATION for item in menu.split("\n"))
    assert arrival.report.title == "Bridge closed after ropes tear"


def test_short_lines_without_a_known_item_are_kept(take: Take) -> None:
    verse = "The rope\nthe river\nthe long night"
    assert verse in body_of(
        take(f"Bridge closed after ropes tear\n\n{BODY}\n\n{verse}\n\nSo ends the song of Lund.")
    )


def test_a_text_pasted_twice_is_read_once(take: Take) -> None:
    arrival = take(f"Bridge closed after ropes tear\n\n{BODY}\n\nBridge closed after ropes tear\n\n{BODY}")
    assert body_of(arrival) == f"Bridge closed after ropes tear\n\n{BODY}"


def test_a_short_answer_given_twice_is_no_repeat(take: Take) -> None:
    answer = "“We do not know that yet,” he said."
    text = f"Bridge closed after ropes tear\n\n{answer}\n\n{BODY}\n\n{answer}"
    assert body_of(take(text)) == text


def test_a_sentence_set_large_is_furniture(take: Take) -> None:
    large = "A ferry will carry people across the river until the ropes have been replaced"
    arrival = take(f"Bridge closed after ropes tear\n\n{BODY}\n\n{large}\n\nThe city will pay for the ferry.")
    assert kinds(arrival)[large] is FurnitureKind.OTHER


def test_times_before_entries_are_headers_and_the_entries_are_read(take: Take) -> None:
    arrival = take(f"Live: the bridge\n\n16.40 GMT: The mayor speaks.\n\n15.10 GMT: The river rises.\n\n{BODY}")
    assert kinds(arrival)["16.40 GMT:"] is FurnitureKind.HEADER
    assert "The mayor speaks." in body_of(arrival)


def test_what_stands_below_the_end_of_a_release_is_not_read(take: Take) -> None:
    notes = "Notes to editors:\nThe bridge was built in 1911.\n\nPress office: +99 555 0123"
    arrival = take(f"PRESS RELEASE\n\nBridge closed after ropes tear\n\n{BODY}\n\nENDS\n\n{notes}")
    assert body_of(arrival) == f"Bridge closed after ropes tear\n\n{BODY}"


@pytest.mark.parametrize(
    "appeal",
    [
        "Got a story? Call our newsdesk on 555 0144.",
        "Listen to our podcast, The Rope, wherever you get your podcasts",
        "Subscribe to the Gazette from 4 crowns a week.",
    ],
)
def test_a_line_that_bids_the_reader_is_an_appeal(appeal: str, take: Take) -> None:
    assert kinds(take(f"Bridge closed after ropes tear\n\n{BODY}\n\n{appeal}"))[appeal] is FurnitureKind.APPEAL


def test_a_quoted_call_is_no_appeal(take: Take) -> None:
    call = "“Join us and follow your heart,” he shouted to the crowd below the bridge."
    assert call in body_of(take(f"Bridge closed after ropes tear\n\n{BODY}\n\n{call}"))


def page(body: str) -> str:
    paragraphs = "".join(f"<p>{words}</p>" for words in BODY.split("\n\n"))
    above, below = "<main><h1>Bridge closed after ropes tear</h1>", "<p>The city pays for the ferry.</p></main>"
    return f"<html><body>{above}{paragraphs}{body}{below}</body></html>"


def test_a_box_that_speaks_to_the_reader_is_an_appeal(take: Take) -> None:
    box = "<div><h3>One moment</h3><p>The Gazette has no owner. It has readers, and you are one.</p></div>"
    found = kinds(take(page(box)))
    assert found["One moment"] is found["The Gazette has no owner. It has readers, and you are one."]
    assert found["One moment"] is FurnitureKind.APPEAL


def test_a_box_of_facts_is_read(take: Take) -> None:
    box = "<div><h3>The bridge</h3><p>It was built in 1911 and is 210 metres long.</p></div>"
    assert "It was built in 1911" in body_of(take(page(box)))


def test_cells_of_a_table_are_read(take: Take) -> None:
    table = "<table><tr><th>Rope</th><th>Year</th></tr><tr><td>North</td><td>1911</td></tr></table>"
    assert "Rope\n\nYear\n\nNorth\n\n1911" in body_of(take(page(table)))


def test_elements_side_by_side_are_words_apart(take: Take) -> None:
    arrival = take(page("<p><span>Hanne Moor</span><span>Lund</span> and the <b>l</b>ong rope were there.</p>"))
    assert "Hanne Moor Lund and the long rope were there." in arrival.report.text


def test_an_agencys_letters_close_a_report(take: Take) -> None:
    arrival = take(f"Bridge closed after ropes tear\n\nLund (dpa) - {BODY} dpa rk xx n1")
    assert arrival.report.agencies == ("dpa",)
    assert kinds(arrival)["dpa rk xx n1"] is FurnitureKind.CREDIT


def test_a_wires_word_before_the_headline_is_not_the_headline(take: Take) -> None:
    arrival = take(f"UPDATE 2-Bridge closed after ropes tear\n\n{BODY}")
    assert arrival.report.title == "Bridge closed after ropes tear"
