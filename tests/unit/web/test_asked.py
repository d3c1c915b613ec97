import datetime as dt

import pytest

from dateline.errors import AskedError
from dateline.web.asked import LONGEST, MOST_ROWS, Asked
from dateline.web.listing import sheet


def asked(**values: str) -> Asked:
    return Asked.of("/timeline", values, {})


def test_empty_values_are_as_good_as_none() -> None:
    assert asked(actor=" ", q="dam").values == {"q": "dam"}


def test_a_day_is_a_day_or_an_error() -> None:
    assert asked(since="2031-05-06").day("since") == dt.date(2031, 5, 6)
    assert asked().day("since") is None
    with pytest.raises(AskedError, match="no day"):
        asked(since="yesterday").day("since")


@pytest.mark.parametrize("given", ["0", "-1", "1.5", "²", "one", "1e3"])
def test_a_page_is_a_whole_number_from_one(given: str) -> None:
    with pytest.raises(AskedError, match="no number"):
        _ = asked(page=given).page


def test_no_page_is_longer_than_the_longest() -> None:
    assert asked(rows="100000").rows == MOST_ROWS


def test_a_value_too_long_is_refused() -> None:
    with pytest.raises(AskedError, match="too long"):
        asked(q="x" * (LONGEST + 1))


def test_another_filter_begins_at_the_first_page_again() -> None:
    assert asked(page="3", actor="a").but(outlet="The Post & Mail") == "/timeline?actor=a&outlet=The+Post+%26+Mail"
    assert asked(page="3", actor="a").but(page=4) == "/timeline?actor=a&page=4"


def test_files_hold_all_rows_of_the_list_and_not_one_sheet() -> None:
    assert asked(page="3", rows="10", actor="a").as_file("csv") == "/timeline.csv?actor=a"


def test_a_sheet_tells_its_place_in_the_list() -> None:
    second = sheet(list(range(25)), asked(page="2", rows="10"))
    assert (list(second.rows), second.first, second.last, second.total) == (list(range(10, 20)), 11, 20, 25)
    assert second.earlier == "/timeline?page=1&rows=10"
    assert second.later == "/timeline?page=3&rows=10"


def test_behind_the_last_sheet_there_is_nothing_but_the_way_back() -> None:
    beyond = sheet(list(range(5)), asked(page="9"))
    assert (list(beyond.rows), beyond.first, beyond.last, beyond.later) == ([], 0, 0, None)
