"""Records with the field lists that their producers document, each with words and names of ours."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Field, Rejection, RejectionCode
from dateline.settings import Settings

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
TEXT = "The ferry Alkmene ran aground off Norholm on Monday.\n\nNobody was hurt, the owners said."
HTML = "<p>The ferry Alkmene ran aground off Norholm on Monday.</p><p>Nobody was hurt, the owners said.</p>"
URL = "https://harbour-post.example/ferry"

NEWS_PLEASE = {
    "authors": ["Mira Tolle"], "date_download": "2031-05-01 00:00:00", "date_modify": "2031-03-04 10:00:00",
    "date_publish": "2031-03-02 18:04:00", "description": "A ferry ran aground.", "filename": "ferry.json",
    "image_url": None, "language": "en", "localpath": None, "maintext": TEXT,
    "source_domain": "harbour-post.example",
    "title": "Ferry aground", "title_page": None, "title_rss": None, "url": URL,
}  # fmt: skip
NEWSPAPER_4K = {
    "url": URL, "read_more_link": "", "language": "en", "title": "Ferry aground", "top_image": "", "meta_img": "",
    "images": [], "movies": [], "keywords": ["ferry"], "keyword_scores": {"ferry": 1.0}, "meta_keywords": [""],
    "tags": [],
    "authors": ["Mira Tolle"], "publish_date": "2031-03-02T18:04:00+00:00", "summary": "A ferry ran aground.",
    "meta_description": "", "meta_lang": "en", "meta_favicon": "", "meta_site_name": "The Harbour Post",
    "canonical_link": URL, "text": TEXT,
}  # fmt: skip
EVENT_REGISTRY = {
    "uri": "7777777777", "lang": "eng", "isDuplicate": False, "date": "2031-03-03", "time": "01:00:00",
    "dateTime": "2031-03-03T01:00:00Z", "dateTimePub": "2031-03-02T18:04:00Z", "dataType": "news", "sim": 0.8,
    "url": URL, "title": "Ferry aground", "body": TEXT,
    "source": {"uri": "harbour-post.example", "dataType": "news", "title": "The Harbour Post"},
    "authors": [
        {"uri": "mira@x.example", "name": "Mira Tolle", "type": "author", "isAgency": False},
        {"uri": "afp@x.example", "name": "AFP", "type": "author", "isAgency": True},
    ],
    "concepts": [], "image": None, "eventUri": "eng-1", "sentiment": 0.1, "wgt": 1,
}  # fmt: skip
MEDIA_CLOUD = {
    "stories_id": 12, "processed_stories_id": 13, "title": "Ferry aground", "url": URL, "guid": URL,
    "publish_date": "2031-03-02 18:04:00", "collect_date": "2031-03-03 01:00:00", "media_id": 1,
    "media_name": "The Harbour Post", "media_url": "https://harbour-post.example/", "language": "en",
    "story_text": TEXT, "ap_syndicated": True, "story_tags": [],
}  # fmt: skip
MEDIA_CLOUD_NOW = {
    "id": "abc", "indexed_date": "2031-03-03T01:00:00", "language": "en", "media_name": "harbour-post.example",
    "media_url": "harbour-post.example", "publish_date": "2031-03-02", "title": "Ferry aground",
    "url": URL, "text": TEXT,
}  # fmt: skip
NINJS_1 = {
    "uri": URL, "type": "text", "mimetype": "text/html", "representationtype": "complete", "pubstatus": "usable",
    "firstcreated": "2031-03-02T18:04:00Z", "versioncreated": "2031-03-04T10:00:00Z", "version": "2", "urgency": 3,
    "byline": "Mira Tolle", "headline": "Ferry aground", "title": "FERRY", "language": "en", "body_html": HTML,
    "body_text": TEXT, "copyrightholder": "The Harbour Post", "located": "Norholm", "description_text": "A ferry.",
    "infosource": [{"name": "AFP"}],
}  # fmt: skip
NINJS_2 = {
    "uri": URL, "standard": {"name": "ninjs", "version": "2.1"}, "firstcreated": "2031-03-02T18:04:00Z",
    "versioncreated": "2031-03-04T10:00:00Z", "pubstatus": "usable", "by": "Mira Tolle", "byline": "Mira Tolle",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry aground"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": HTML}],
    "provider": {"name": "The Harbour Post"}, "language": "en-GB",
}  # fmt: skip


def only(found: list[Any]) -> Arrival:
    (arrival,) = found
    assert isinstance(arrival, Arrival), arrival
    return arrival


@pytest.mark.parametrize(
    "record",
    [NEWS_PLEASE, NEWSPAPER_4K, EVENT_REGISTRY, MEDIA_CLOUD, MEDIA_CLOUD_NOW, NINJS_1, NINJS_2],
    ids=["news-please", "newspaper4k", "Event Registry", "Media Cloud 2.0", "Media Cloud", "ninjs 1", "ninjs 2"],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_the_record_of_a_known_producer_is_read(
    take_all: TakeAll, record: dict[str, Any], indent: int | None
) -> None:
    report = only(take_all(json.dumps(record, indent=indent).encode())).report
    assert (report.title, str(report.published), report.url) == ("Ferry aground", "2031-03-02", URL)
    assert report.outlet in ("The Harbour Post", "harbour-post.example")
    assert report.byline in ("Mira Tolle", None)
    assert (report.byline is None) == ("story_text" in record or "indexed_date" in record)
    assert report.language == "en"
    assert report.text == f"Ferry aground\n\n{TEXT}"


def dates(arrival: Arrival) -> dict[str, bool]:
    return {c.value[:10]: c.chosen for c in arrival.candidates if c.field is Field.PUBLISHED}


def test_the_day_on_which_a_tool_found_a_report_is_kept_and_never_chosen(take_all: TakeAll) -> None:
    assert dates(only(take_all(json.dumps(EVENT_REGISTRY).encode()))) == {"2031-03-02": True, "2031-03-03": False}
    assert dates(only(take_all(json.dumps(MEDIA_CLOUD).encode()))) == {"2031-03-02": True, "2031-03-03": False}
    without = {name: value for name, value in MEDIA_CLOUD.items() if name != "publish_date"}
    assert only(take_all(json.dumps(without).encode())).report.published is None


def test_agencies_that_a_record_names_are_credits(take_all: TakeAll) -> None:
    assert only(take_all(json.dumps(EVENT_REGISTRY).encode())).report.agencies == ("AFP",)
    assert only(take_all(json.dumps(NINJS_1).encode())).report.agencies == ("AFP",)
    assert only(take_all(json.dumps(MEDIA_CLOUD).encode())).report.agencies == ("AP",)


def test_a_version_of_ninjs_is_dated_by_its_first_and_keeps_the_day_of_this_one(take_all: TakeAll) -> None:
    assert dates(only(take_all(json.dumps(NINJS_1).encode()))) == {"2031-03-02": True, "2031-03-04": False}


@pytest.mark.parametrize(
    "wrapped",
    [
        {"articles": {"results": [EVENT_REGISTRY] * 2, "totalResults": 2, "page": 1, "count": 100, "pages": 1}},
        {"status": "ok", "totalResults": 2, "articles": [EVENT_REGISTRY] * 2},
        {"response": {"status": "ok", "results": [NEWS_PLEASE] * 2}},
        {"stories": [MEDIA_CLOUD] * 2, "pagination_token": "x"},
        [NINJS_2] * 2,
    ],
)
@pytest.mark.parametrize("indent", [None, 1])
def test_records_are_found_in_the_answer_of_an_api(take_all: TakeAll, wrapped: Any, indent: int | None) -> None:
    found = take_all(json.dumps(wrapped, indent=indent).encode(), "answer.json")
    assert [one.report.location for one in found if isinstance(one, Arrival)] == [
        "reports/answer.json#1",
        "reports/answer.json#2",
    ]


def test_a_text_that_an_api_cuts_is_a_stub(take_all: TakeAll) -> None:
    record = {"title": "Ferry aground", "content": "The ferry ran aground off Norholm on Mon… [+1204 chars]"}
    assert [piece.rule for piece in only(take_all(json.dumps(record).encode())).furniture] == ["only a summary"]


def test_a_record_with_a_description_alone_is_a_stub(take_all: TakeAll) -> None:
    record = {"title": "Ferry aground", "description": "A ferry ran aground.", "url": URL}
    arrival = only(take_all(json.dumps(record).encode()))
    assert [piece.rule for piece in arrival.furniture] == ["only a summary"]


def test_marked_up_paragraphs_are_read_as_such_and_a_tag_in_a_text_stays_text(take_all: TakeAll) -> None:
    report = only(take_all(json.dumps({"title": "Ferry", "content": HTML}).encode())).report
    assert report.text == f"Ferry\n\n{TEXT}"
    report = only(take_all(json.dumps({"title": "Ferry", "text": "He wrote <b>never</b> on it."}).encode())).report
    assert report.text == "Ferry\n\nHe wrote <b>never</b> on it."


def test_a_field_map_names_what_no_list_knows(take_all: TakeAll) -> None:
    record = {
        "kop": "Ferry aground",
        "tekst": TEXT,
        "krant": "The Harbour Post",
        "dag": "2031-03-02",
        "title": "x",
    }
    names = (("outlet", "krant"), ("published", "dag"), ("text", "tekst"), ("title", "kop"))
    report = only(take_all(json.dumps(record).encode(), settings=Settings(field_names=names))).report
    assert (report.title, report.outlet, str(report.published)) == (
        "Ferry aground",
        "The Harbour Post",
        "2031-03-02",
    )
    assert report.text.endswith(TEXT)
    (rejection,) = take_all(json.dumps(record).encode())
    assert isinstance(rejection, Rejection)
    assert rejection.code is RejectionCode.NO_TEXT
