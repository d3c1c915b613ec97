from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.linking.actors import ActorStage
from dateline.linking.copies import CopyStage
from dateline.linking.quote_match import QuoteMatchStage
from dateline.model import Utterance
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Context
from dateline.story import Tally
from dateline.story.views import Directory
from dateline.testing import arrival, read, story_of

FIRST = (
    "President Odran Velk opened the new harbour of Karsund on Monday with a walk along the northern pier. "
    "Dockers who had waited in the rain since early morning whistled at him when he passed the gate."
)
SECOND = (
    "In spring the farmers of the Selby valley voted for Odran Velk in the hope of cheap water. Now "
    "their wells are dry, and nobody in the capital answers the letters that they write every week."
)
THIRD = (
    "Schools will stay open during the summer so that children of the islands can learn to swim. Odran Velk pays "
    "for the teachers out of a fund for fishing boats, which has not been touched for nine years."
)
SAID = " “We had a long talk about this. Now we must build the pier again,” Odran Velk said."


def tallied(context: Context, *texts: tuple[str, str | None, tuple[str, ...]], of: str = "actor") -> Tally:
    """The counts behind Odran Velk, or behind what he said, in reports of (text, outlet, agencies)."""
    drafts = []
    for number, (text, outlet, agencies) in enumerate(texts):
        given = arrival(text, published=f"2030-05-{10 + number}")
        given = replace(given, report=replace(given.report, outlet=outlet, agencies=agencies))
        drafts.append(read(given, ParseStage(), MentionStage(), QuotationStage(), context=context))
    story = story_of(drafts, CopyStage(), ActorStage(), QuoteMatchStage())
    record = story.who("Odran Velk")[0] if of == "actor" else story.all(Utterance)[0]
    return story.tally(record.id)


def low_and_high(tally: Tally) -> tuple[int, int]:
    return tally.origins_low, tally.origins_high


def test_reports_of_one_outlet_on_different_days_are_one_source(context: Context) -> None:
    tally = tallied(context, (FIRST, "The Pilot", ()), (SECOND, "The Pilot", ()), (THIRD, "The Anchor", ()))

    assert (tally.reports, tally.outlets) == (3, 2)
    assert low_and_high(tally) == (2, 2)


def test_all_texts_of_an_agency_are_one_source_whoever_prints_them(context: Context) -> None:
    tally = tallied(
        context, (FIRST, "The Pilot", ("NNA",)), (SECOND, "The Anchor", ("NNA",)), (THIRD, "NNA", ("NNA",))
    )

    assert (tally.reports, tally.outlets) == (3, 3)
    assert low_and_high(tally) == (1, 1)


def test_a_copy_is_its_original_s_and_no_source_of_the_outlet_that_prints_it(context: Context) -> None:
    tally = tallied(context, (FIRST, "The Pilot", ()), (FIRST + " It rained.", "The Anchor", ()))

    assert low_and_high(tally) == (1, 1)


def test_reports_of_no_known_outlet_are_sources_of_their_own(context: Context) -> None:
    assert low_and_high(tallied(context, (FIRST, None, ()), (SECOND, None, ()))) == (2, 2)


@pytest.mark.parametrize(("others", "count"), [(("NNA", "Tavpress"), 2), (("NNA",), 1), ((), 1)])
def test_a_text_by_two_agencies_is_no_source_beside_theirs(
    context: Context, others: tuple[str, ...], count: int
) -> None:
    texts = [(text, "The Pilot", (agency,)) for text, agency in zip((FIRST, SECOND), others, strict=False)]

    assert low_and_high(tallied(context, *texts, (THIRD, "The Anchor", ("NNA", "Tavpress")))) == (count, count)


def test_a_text_too_short_to_compare_may_or_may_not_be_a_source(context: Context) -> None:
    tally = tallied(context, (FIRST, "The Pilot", ()), ("Odran Velk left the town.", "The Anchor", ()))

    assert low_and_high(tally) == (1, 2)


def test_words_that_two_outlets_print_alike_without_a_credit_are_one_source_or_two(context: Context) -> None:
    told = ((FIRST + SAID, "The Pilot", ()), (SECOND + SAID, "The Anchor", ()))

    assert low_and_high(tallied(context, *told, of="utterance")) == (1, 2)


def test_outlets_of_one_owner_are_told_and_change_no_count(context: Context) -> None:
    drafts = []
    for text, outlet in ((FIRST, "The Pilot"), (SECOND, "The Anchor"), (THIRD, "The Gull")):
        given = arrival(text)
        owner = "Quay Media" if outlet != "The Gull" else "Gull & Sons"
        given = replace(given, report=replace(given.report, outlet=outlet, owner=owner))
        drafts.append(read(given, ParseStage(), MentionStage(), QuotationStage(), context=context))
    story = story_of(drafts, CopyStage(), ActorStage(), QuoteMatchStage())
    velk = story.who("Odran Velk")[0].id

    tally = story.tally(velk)

    assert (tally.outlets, low_and_high(tally)) == (3, (3, 3))
    assert tally.owners == (("Quay Media", 2),)
    assert Directory(story).sources_and_owners(velk) == (
        "3 reports / 3 outlets / 3 independent origins; 2 outlets of one owner, Quay Media"
    )
