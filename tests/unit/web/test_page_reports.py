from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import AskedError
from dateline.linking.copies import CopyStage
from dateline.model import Rejection, RejectionCode
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from dateline.story import Store
from dateline.testing import arrival, grow
from dateline.testing import read as read_arrival
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import reports

WIRE = (
    "The wall of the dam gave way at four in the morning on Sunday and the lower town was under water within "
    "the hour. Mara Lind, the mayor, said the warning had come too late. Two bridges were closed until "
    "further notice."
)
GIVEN = (
    (WIRE, "2030-05-14", "The Tarn Post", "Dam <i>gives</i> way"),
    (f"{WIRE} Schools stay shut.", "2030-05-15", "Veld Times", "Lower town under water"),
    ("Tom Berg won the chess open of Tarn on Monday, 13 May 2030.", "2030-05-20", None, None),
)


def read_report(context: Context, text: str, published: str, outlet: str | None, title: str | None) -> Draft:
    given = arrival(text, published=published, title=title)
    given = replace(given, report=replace(given.report, outlet=outlet, owner="Tarn Group" if outlet else None))
    stages = ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()
    return read_arrival(given, *stages, context=context)


@pytest.fixture(scope="module")
def desk(context: Context) -> Desk:
    store = Store.in_memory()
    grow(store, [read_report(context, *given) for given in GIVEN], CopyStage())
    refused = Rejection(
        id="x_refused",
        location="in/<empty>.txt",
        digest="",
        code=RejectionCode.EMPTY,
        reason="the file has nothing in it",
    )
    with store.atomic():
        store.replace("intake", "in/empty.txt", [refused], version="1", digest="")
    store.story.forget()
    return Desk(store.story)


def page(desk: Desk, **values: str) -> str:
    asked = Asked.of("/reports", values, {})
    return render("pages/reports.html.j2", here=reports.PAGE, asked=asked, page=reports.show(desk, asked))


def outlets(desk: Desk, **values: str) -> list[str | None]:
    return [row.outlet for row in reports.reports(desk, Asked.of("/reports", values, {}))]


def test_inputs_are_reports_and_rejections(desk: Desk) -> None:
    shown = page(desk)
    assert '4 inputs = 3 reports + <a href="#rejections">1 rejection</a>' in shown
    assert "in/&lt;empty&gt;.txt</a>" in shown
    assert "the file has nothing in it" in shown


def test_a_row_has_headline_outlet_owner_and_day_and_no_markup_of_the_report(desk: Desk) -> None:
    shown = page(desk)
    assert "Dam &lt;i&gt;gives&lt;/i&gt; way</a>" in shown
    assert "The Tarn Post (Tarn Group)" in shown
    assert "14 May 2030" in shown


def test_a_row_says_what_the_report_counts_as_and_why(desk: Desk) -> None:
    origin = desk.story.origins()[0]
    assert f'href="/records/{origin.id}"' in page(desk)
    assert "reports of one text" in page(desk)


def test_reports_with_the_same_passages_lead_to_them_and_side_by_side(desk: Desk) -> None:
    one, other, _ = (given.id for given in desk.story.reports())
    assert f'href="/reports/{one}#copies"' in page(desk)
    assert f'href="/compare?a={one}&amp;b={other}" data-key="s"' in page(desk)


def test_counts_lead_to_their_rows(desk: Desk) -> None:
    one = desk.story.reports()[0].id
    assert f'href="/reports/{one}?show=quotations#quotations"' in page(desk)


def test_the_days_between_what_is_told_and_the_report_are_counted(desk: Desk) -> None:
    assert "7 days after what it tells of" in page(desk)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "WATER"}, ["Veld Times"]),
        ({"outlet": "The Tarn Post"}, ["The Tarn Post"]),
        ({"since": "2030-05-15"}, ["Veld Times", None]),
        ({"until": "2030-05-14"}, ["The Tarn Post"]),
        ({"origin": "shared"}, ["The Tarn Post", "Veld Times"]),
        ({"language": "ka"}, []),
        ({"read": "unread"}, []),
        ({"read": "read", "q": "dam"}, ["The Tarn Post"]),
    ],
)
def test_the_list_is_narrowed(desk: Desk, asked: dict[str, str], found: list[str | None]) -> None:
    assert outlets(desk, **asked) == found


def test_what_is_no_choice_is_refused(desk: Desk) -> None:
    with pytest.raises(AskedError, match="there is no origin"):
        page(desk, origin="stolen")


def test_where_nothing_fits_the_way_back_is_shown(desk: Desk) -> None:
    assert 'No report fits. <a href="/reports">Show all</a>' in page(desk, q="xylophone")


def test_a_story_without_reports_has_a_page(read: Callable[..., Draft]) -> None:
    assert "0 inputs = 0 reports + 0 rejections" in page(Desk(Store.in_memory().story))
