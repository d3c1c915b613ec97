from __future__ import annotations

import datetime as dt
from itertools import combinations, pairwise

from dateline.story.views.gaps import gaps
from dateline.web.drawing.axis import Axis
from dateline.web.drawing.layout import Node, place
from dateline.web.drawing.svg import add, as_markup, number, picture


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


DAYS = [day(each) for each in ("2031-03-01", "2031-03-02", "2031-03-04", "2031-06-01")]


def axis() -> Axis:
    found = list(gaps([(each, each) for each in DAYS]))
    return Axis.of(DAYS, DAYS[-1], found, 10, 750)


def test_an_axis_is_as_wide_as_it_is_told_and_has_no_holes() -> None:
    stretches = axis().stretches
    assert stretches[0].left == 10
    assert round(stretches[-1].right, 6) == 750
    assert all(one.right == other.left for one, other in pairwise(stretches))
    assert [bool(stretch.gap) for stretch in stretches] == [False, True, False]


def test_later_days_stand_further_right() -> None:
    drawn = axis()
    places = [drawn.x(DAYS[0] + dt.timedelta(days=number), 0) for number in range(93)]
    assert places == sorted(places)


def test_labels_do_not_touch_and_stay_on_the_axis() -> None:
    labels = [tick for stretch in axis().stretches if not stretch.gap for tick in stretch.ticks]
    assert labels
    assert all(other.middle - one.middle > 20 for one, other in pairwise(labels))
    assert labels[0].year == "2031"


def test_many_gaps_leave_room_for_what_is_told() -> None:
    days = [day("2031-01-01") + dt.timedelta(days=30 * number) for number in range(40)]
    drawn = Axis.of(days, days[-1], list(gaps([(each, each) for each in days])), 10, 750)
    assert round(drawn.stretches[-1].right, 6) == 750
    assert all(stretch.right > stretch.left for stretch in drawn.stretches)


def test_boxes_of_a_network_stay_inside_and_apart() -> None:
    nodes = [Node(80, 30) for _ in range(30)]
    ties = {(0, other): other for other in range(1, 20)}
    place(nodes, ties, 760, 700)
    assert all(40 <= node.x <= 720 and 15 <= node.y <= 685 for node in nodes)
    overlaps = [1 for a, b in combinations(nodes, 2) if abs(a.x - b.x) < 79 and abs(a.y - b.y) < 29]
    assert not overlaps


def test_a_network_is_drawn_the_same_each_time() -> None:
    runs = []
    for _ in range(2):
        nodes = [Node(60, 30) for _ in range(12)]
        place(nodes, {(0, 1): 3, (1, 2): 1}, 500, 400)
        runs.append([(node.x, node.y) for node in nodes])
    assert runs[0] == runs[1]


def test_tied_actors_stand_nearer_than_others() -> None:
    nodes = [Node(10, 10) for _ in range(10)]
    place(nodes, {(0, 9): 4}, 500, 500)
    tied = (nodes[0].x - nodes[9].x) ** 2 + (nodes[0].y - nodes[9].y) ** 2
    others = [
        (a.x - b.x) ** 2 + (a.y - b.y) ** 2
        for a, b in combinations(nodes, 2)
        if {id(a), id(b)} != {id(nodes[0]), id(nodes[9])}
    ]
    assert tied < sum(others) / len(others)


def test_nobody_and_one_alone_can_be_placed() -> None:
    place([], {}, 100, 100)
    alone = [Node(10, 10)]
    place(alone, {}, 100, 100)
    assert 5 <= alone[0].x <= 95


def test_texts_and_attributes_of_a_drawing_are_escaped() -> None:
    drawn = picture(10, 10, "strip", 'a "label" <b>')
    add(drawn, "text", "<script>\x00", class_='x" onload="y')
    markup = str(as_markup(drawn))
    assert "<script>" not in markup
    assert "\x00" not in markup
    assert 'onload="y' not in markup


def test_numbers_have_one_decimal_at_most_and_no_negative_nought() -> None:
    assert [number(value) for value in (3.0, 3.14, -0.01, -2.55, 100)] == ["3", "3.1", "0", "-2.5", "100"]
