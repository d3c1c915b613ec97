from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.errors import NotFoundError
from dateline.ids import content_id
from dateline.linking.actors import ActorStage
from dateline.linking.claims import ClaimStage
from dateline.linking.conflicts import ConflictStage
from dateline.linking.copies import CopyStage
from dateline.linking.event_match import EventMatchStage
from dateline.linking.quote_match import QuoteMatchStage
from dateline.linking.timeline import TimelineStage
from dateline.model import (
    Actor,
    ActorKind,
    ActorName,
    Chain,
    Claim,
    Event,
    Link,
    MergedEvent,
    Origin,
    Quotation,
    Report,
    Sentence,
    Utterance,
)
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft
from dateline.story import Story
from dateline.story.names import best_matches, folded
from dateline.testing import story_of

READING = (TimexStage(), MentionStage(), QuotationStage(), EventStage())
LINKING = (CopyStage(), ActorStage(), QuoteMatchStage(), EventMatchStage(), ClaimStage(), ConflictStage())


@pytest.fixture(scope="module")
def story(request: pytest.FixtureRequest) -> Story:
    from dateline.reading.parse import ParseStage
    from dateline.testing import arrival
    from dateline.testing import read as read_arrival

    texts = [
        (
            "2030-05-14",
            "President Odran Velk met Foreign Minister Sira Tamm in Karsund on Monday. “Nobody will be turned "
            "away from our gates,” Velk told reporters.\n\nSome 40 people were detained.",
        ),
        (
            "2030-05-15",
            "Odran Velk met Sira Tamm on May 13. “Nobody will be turned away from our gates,” Velk "
            "said.\n\nSira Tamm resigned on Tuesday.",
        ),
    ]
    context = request.getfixturevalue("context")
    drafts = [read_arrival(arrival(t, published=d), ParseStage(), *READING, context=context) for d, t in texts]
    return story_of(drafts, *LINKING, TimelineStage())


def velk(story: Story) -> Actor:
    return story.who("Odran Velk")[0]


def test_records_with_a_report_come_by_date_and_place(story: Story) -> None:
    dates = {report.id: report.published for report in story.reports()}
    order = [(str(dates[s.report]), s.words.start) for s in story.all(Sentence)]
    assert order == sorted(order)
    assert [str(report.published) for report in story.all(Report)] == ["2030-05-14", "2030-05-15"]


def test_a_report_without_a_date_comes_last(read: Callable[..., Draft]) -> None:
    undated, dated = read("One.", published=None), read("Two.")
    assert story_of([undated, dated]).reports() == [dated.report, undated.report]


def test_quotations_come_by_where_their_content_begins(story: Story) -> None:
    for report in story.reports():
        starts = [quotation.contents[0].start for quotation in story.quotations(report=report.id)]
        assert starts == sorted(starts)
        assert starts


def test_the_records_of_one_report_are_those_that_all_has(story: Story) -> None:
    for report in story.reports():
        for kind in (Sentence, Chain, Quotation, Event):
            assert story.in_report(kind, report.id) == [r for r in story.all(kind) if r.report == report.id]


def test_every_record_is_found_by_its_id(story: Story) -> None:
    for kind in (Report, Sentence, Quotation, Event, Actor, Origin, MergedEvent, Utterance, Claim, Link):
        records = story.all(kind)
        assert records, kind
        assert [story.get(record.id) for record in records] == records


def test_an_id_that_no_record_has_is_not_found(story: Story) -> None:
    with pytest.raises(NotFoundError, match="e_nothing"):
        story.get("e_nothing")
    with pytest.raises(NotFoundError, match="is a Actor, not a report"):
        story.report(velk(story).id)


def test_lists_may_be_changed_without_harm_to_the_story(story: Story) -> None:
    story.reports().clear()
    assert len(story.reports()) == 2


def test_who_said_finds_words_whatever_their_case_and_marks(story: Story) -> None:
    assert len(story.who_said("NOBODY will be turned away")) == 2
    assert story.who_said("nobody will be turned back") == []


def test_the_quotations_of_an_actor_are_found_over_reports(story: Story) -> None:
    spoken = story.quotations(speaker=velk(story).id)
    assert {quotation.report for quotation in spoken} == {report.id for report in story.reports()}
    assert {story.actor_of(q.speaker) for q in spoken if q.speaker} == {velk(story)}


def test_an_actors_members_are_the_chains_that_lead_to_it(story: Story) -> None:
    chains = story.members(velk(story).id)
    assert {chain.report for chain in chains if isinstance(chain, Chain)} == {r.id for r in story.reports()}
    assert {story.actor_of(chain.id) for chain in chains} == {velk(story)}


def test_the_members_of_a_merged_record_are_the_records_it_lists(story: Story) -> None:
    for event in story.events():
        assert [member.id for member in story.members(event.id)] == list(event.members)


def test_the_timeline_has_each_event_once_in_order(story: Story) -> None:
    moments = story.timeline()
    assert [moment.entry.number for moment in moments] == list(range(len(moments)))
    assert {event.id for _, event in moments} == {event.id for event in story.events()}


def test_supports_are_those_of_one_record(story: Story) -> None:
    for claim in story.claims():
        assert {support.about for support in story.supports(claim.id)} == {claim.id}


def test_claims_about_a_record_are_those_of_all_that_name_it(story: Story) -> None:
    for event in story.events():
        assert story.claims(event.id) == [claim for claim in story.claims() if claim.about == event.id]


def test_a_tally_counts_reports_unknown_outlets_and_origins(story: Story) -> None:
    tally = story.tally(velk(story).id)
    assert (tally.reports, tally.outlets, tally.outlets_unknown) == (2, 0, 2)
    assert 1 <= tally.origins_low <= tally.origins_high <= 2


def test_a_tally_of_any_record_can_be_had(story: Story) -> None:
    for kind in (Report, Sentence, Quotation, Event, Actor, Origin, MergedEvent, Utterance, Claim):
        for record in story.all(kind):
            tally = story.tally(record.id)
            assert tally.reports >= 1, record
            assert tally.origins_low <= tally.origins_high <= tally.reports


def actor(name: str, mentions: int = 1) -> Actor:
    names = (ActorName(name, mentions),)
    id_ = content_id("a", name)
    return Actor(id=id_, name=name, names=names, kind=ActorKind.PERSON, kind_score=1.0, gender=None, country=None)


ACTORS = [actor("Sira Tamm"), actor("Sira Tammsaar"), actor("Jörn Tamm", 5), actor("Odran Velk"), actor("Велк")]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("sira tamm", ["Sira Tamm"]),
        ("Tamm", ["Jörn Tamm", "Sira Tamm"]),
        ("JORN", ["Jörn Tamm"]),
        ("Odran Welk", ["Odran Velk"]),
        ("Velk", ["Велк", "Odran Velk"]),
        ("Nobody", []),
        ("", []),
        ("…", []),
    ],
)
def test_who_finds_the_best_first(name: str, found: list[str]) -> None:
    assert [match.name for match in best_matches(name, ACTORS)] == found


def test_folding_takes_away_case_accents_script_and_marks() -> None:
    assert folded("  “Žofia’s”  СОН ") == folded("zofia's son")
