"""Days of publication: every candidate kept, disagreement told, nothing younger than its copy."""

from __future__ import annotations

from collections.abc import Callable

from dateline.intake.dates import read_date
from dateline.intake.published import choose, other_dates
from dateline.intake.sheet import Candidate, Trust
from dateline.model import Arrival, Field

Take = Callable[[str], Arrival]


def candidate(stated: str, found_in: str, trust: Trust = Trust.DECLARED) -> Candidate:
    date = read_date(stated)
    assert date is not None
    return Candidate(Field.PUBLISHED, date.value, found_in, trust, None, date)


def test_a_page_whose_address_has_another_day_tells_both(take: Take) -> None:
    head = (
        '<link rel="canonical" href="https://a.example/2031/06/08/bridge"><meta name="date" content="2031-06-05">'
    )
    report = take(
        f"<html><head>{head}</head><body><h1>Bridge closed</h1><p>The bridge was closed.</p></body></html>"
    ).report
    assert str(report.published) == "2031-06-05"
    assert report.other_dates == ("2031-06-08",)


def test_days_that_agree_are_no_disagreement(take: Take) -> None:
    head = (
        '<link rel="canonical" href="https://a.example/2031/06/05/bridge"><meta name="date" content="2031-06-05">'
    )
    report = take(
        f"<html><head>{head}</head><body><h1>Bridge closed</h1><p>The bridge was closed.</p></body></html>"
    ).report
    assert report.other_dates == ()


def test_nothing_is_published_after_its_copy_was_made() -> None:
    wrong, right = candidate("2032-06-05", "meta date"), candidate("2031-06-05", "time element", Trust.SHOWN)
    copy = candidate("2031-06-06", "WARC-Date (download)", Trust.KEPT)
    assert choose([wrong, right, copy])[0] is right
    assert choose([wrong, copy]) == (None, None)


def test_a_dateline_may_be_a_little_older_and_a_clock_may_stand_in_another_zone() -> None:
    chosen, date = choose([candidate("2031-06-05T23:40", "meta date")])
    assert chosen is not None
    near = candidate("2031-06-04", "dateline", Trust.SHOWN)
    zone = candidate("2031-06-06 01:40", "time element", Trust.SHOWN)
    assert other_dates(date, [chosen, near, zone]) == ()
    far = candidate("2031-05-30", "dateline", Trust.SHOWN)
    assert other_dates(date, [chosen, far]) == ("2031-05-30",)


def test_a_month_that_holds_the_day_is_no_disagreement() -> None:
    chosen, date = choose([candidate("2031-06-05", "meta date")])
    assert chosen is not None
    assert other_dates(date, [chosen, candidate("June 2031", "line with a date", Trust.SHOWN)]) == ()
