"""Briefs, timelines and samples of stories that hold next to nothing, or nothing that a reader expects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from dateline.pipeline import default_pipeline
from dateline.stage import Context
from dateline.story import Story, views
from dateline.story.validation import FINDINGS, draw, findings, validation
from dateline.testing import arrival, read, story_of, trials


@pytest.fixture(scope="module")
def odd(context: Context) -> Iterator[Story]:
    """The reports that every stage is tried on: undated ones, marks without words, one letter."""
    pipeline = default_pipeline()
    drafts = [read(given, *pipeline.report_stages, context=context) for given in trials()]
    with story_of(drafts, *pipeline.corpus_stages) as story:
        yield story


def test_a_brief_of_odd_reports_has_whole_sentences_only(odd: Story) -> None:
    rows = views.brief(odd, sentences=50)
    assert rows
    for row in rows:
        assert row.words.rstrip()[-1] in ".!?”\"’')"
        assert odd.report(row.report).text[row.start : row.end] == row.words


def test_a_sentence_of_an_undated_report_is_of_an_unknown_date(odd: Story) -> None:
    undated = [row for row in views.brief(odd, sentences=50) if row.published is None]
    assert undated
    assert {row.time_words for row in undated} == {"date unknown"}


def test_a_brief_since_any_day_keeps_what_may_be_of_it(odd: Story) -> None:
    rows = views.brief(odd, since=dt.date(2099, 1, 1), sentences=50)
    assert {row.published for row in rows} <= {None}


@pytest.mark.parametrize("of", FINDINGS)
def test_every_kind_of_finding_is_drawn_and_counted_without_fault(odd: Story, of: str) -> None:
    found = findings(odd, of)
    assert len({one.id for one in found}) == len(found)
    assert len(draw(found, 5)) == min(5, len(found))
    assert validation(found, []) == []


def test_an_empty_story_has_an_empty_brief_and_an_empty_timeline(context: Context) -> None:
    pipeline = default_pipeline()
    drafts = [read(arrival("A"), *pipeline.report_stages, context=context)]
    with story_of(drafts, *pipeline.corpus_stages) as story:
        assert views.brief(story) == []
        assert views.timeline(story, top=3) == []
        assert views.gaps_of([]) == []
