from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import NotFoundError
from dateline.ids import content_id
from dateline.linking.actors import ActorStage
from dateline.model import Furniture, FurnitureKind
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.span import Words
from dateline.stage import Context, Draft
from dateline.story import Story
from dateline.story.search import HitKind, Within
from dateline.testing import arrival, story_of
from dateline.testing import read as read_arrival

FIRST = "Mara Lind met farmers at the dam on Monday. “The dam is safe,” Mara Lind said. Water rose at the dam."
SECOND = "Tom Berg said that the dam had cracks. Tom Berg visited Mara Lind."
TEASER = "More: dam repairs delayed"


def read_report(context: Context, text: str, published: str, outlet: str, title: str) -> Draft:
    given = arrival(f"{text}\n\n{TEASER}", published=published, title=title)
    start = given.report.text.index(TEASER)
    teaser = Furniture(
        id=content_id("f", given.report.id, start),
        report=given.report.id,
        words=Words.cut(given.report.text, start, start + len(TEASER)),
        kind=FurnitureKind.TEASER,
        rule="read more",
    )
    given = replace(given, report=replace(given.report, outlet=outlet), furniture=(teaser,))
    stages = ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()
    return read_arrival(given, *stages, context=context)


@pytest.fixture(scope="module")
def story(context: Context) -> Story:
    return story_of(
        [
            read_report(context, FIRST, "2030-05-14", "The Tarn Post", "A dam in doubt"),
            read_report(context, SECOND, "2030-05-20", "Veld Times", "Cracks in the dam"),
        ],
        ActorStage(),
    )


def texts(story: Story, words: str, **within: object) -> list[str]:
    return [hit.text for hit in story.search(words, within=Within(**within))]  # type: ignore[arg-type]


def actor(story: Story, name: str) -> str:
    return story.who(name)[0].id


def test_a_hit_says_where_it_stands_and_which_words_of_it_were_found(story: Story) -> None:
    for hit in story.search("dam"):
        assert hit.start is not None
        assert story.report(hit.report).text[hit.start :].startswith(hit.text)
        assert [mark.of(hit.text).lower() for mark in hit.marks] == ["dam"]


def test_a_phrase_is_marked_as_one(story: Story) -> None:
    (hit,) = story.search('"water rose"')
    assert [mark.of(hit.text) for mark in hit.marks] == ["Water rose"]


def test_an_outlet_is_matched_whatever_the_case_of_its_letters(story: Story) -> None:
    assert texts(story, "dam", outlet="veld times") == [
        "Cracks in the dam",
        "Tom Berg said that the dam had cracks.",
    ]
    assert texts(story, "dam", outlet="Veld") == []


@pytest.mark.parametrize(("since", "until", "found"), [(15, None, 2), (None, 19, 4), (14, 20, 6), (15, 19, 0)])
def test_days_are_those_of_publication_and_both_are_counted(story: Story, since, until, found) -> None:
    days = {"since": since and dt.date(2030, 5, since), "until": until and dt.date(2030, 5, until)}
    assert len(texts(story, "dam", **days)) == found


def test_an_actor_is_named_in_the_sentence(story: Story) -> None:
    assert texts(story, "visited", actor=actor(story, "Mara Lind")) == ["Tom Berg visited Mara Lind."]
    assert "Water rose at the dam." not in texts(story, "dam", actor=actor(story, "Mara Lind"))


def test_among_quotations_an_actor_is_who_speaks(story: Story) -> None:
    lind, berg = actor(story, "Mara Lind"), actor(story, "Tom Berg")
    assert texts(story, "dam", kind=HitKind.QUOTATION, actor=lind) == ["“The dam is safe,” Mara Lind said."]
    assert texts(story, "dam", kind=HitKind.QUOTATION, actor=berg) == ["Tom Berg said that the dam had cracks."]


def test_among_acts_an_actor_is_who_takes_part(story: Story) -> None:
    assert texts(story, "dam", kind=HitKind.EVENT, actor=actor(story, "Mara Lind")) == [
        "Mara Lind met farmers at the dam on Monday."
    ]


def test_headlines_alone_are_found_when_asked_for(story: Story) -> None:
    assert sorted(texts(story, "dam", kind=HitKind.REPORT)) == ["A dam in doubt", "Cracks in the dam"]


def test_furniture_is_found_only_when_asked_for(story: Story) -> None:
    assert texts(story, "repairs") == []
    assert texts(story, "repairs", kind=HitKind.FURNITURE) == [TEASER, TEASER]


def test_nothing_that_is_not_read_has_an_actor(story: Story) -> None:
    assert texts(story, "repairs", kind=HitKind.FURNITURE, actor=actor(story, "Tom Berg")) == []


def test_sheets_of_hits_follow_on_each_other_and_miss_none(story: Story) -> None:
    whole = story.search("dam")
    assert [hit for start in range(0, 8, 2) for hit in story.search("dam", 2, start)] == whole
    assert story.count_hits("dam") == len(whole) == 6


def test_an_actor_that_there_is_none_of_is_named(story: Story) -> None:
    with pytest.raises(NotFoundError):
        story.search("dam", within=Within(actor="a_none"))


@pytest.mark.parametrize("value", ["' OR 1=1 --", "Veld Times'; DROP TABLE report; --", "\0", "\ud800", "%", '"'])
def test_what_is_asked_for_is_a_value_and_never_a_question(story: Story, value: str) -> None:
    assert texts(story, "dam", outlet=value) == []
    assert isinstance(texts(story, value), list)
    assert len(texts(story, "dam")) == 6


def test_a_text_with_the_signs_that_mark_has_no_marks(read: Callable[..., Draft]) -> None:
    (hit,) = story_of([read("The \x02dam\x03 broke.")]).search("dam")
    assert hit.marks == ()
