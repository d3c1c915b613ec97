from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Event, EventType
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Read = Callable[..., Draft]
Dated = Callable[..., tuple[str | None, str]]


@pytest.fixture
def dated(read: Read) -> Dated:
    """dated(text, type) gives the EDTF time and the rule of the only event of a type."""

    def time_of(
        text: str, type_: EventType, published: str | None = "2030-05-14", words: str | None = None
    ) -> tuple[str | None, str]:
        draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage(), published=published)
        found = [e for e in draft.of(Event) if e.type is type_ and words in (None, e.words.text)]
        assert len(found) == 1, [(e.type.value, e.words.text) for e in draft.of(Event)]
        return found[0].time.edtf if found[0].time else None, found[0].time_rule

    return time_of


def test_a_day_on_the_act_is_its_day(dated: Dated) -> None:
    text = "Karl Berg met Anna Holm on Monday."
    assert dated(text, EventType.CONSULT) == ("2030-05-13", "with its word")


def test_an_act_takes_the_day_of_its_clause(dated: Dated) -> None:
    text = "On Sunday Anna Holm offered to mediate in Norway."
    assert dated(text, EventType.CONSULT)[0] == "2030-05-12"


def test_the_day_of_a_video_is_the_day_of_what_is_declared_in_it(dated: Dated) -> None:
    text = "Anna Holm declared solidarity with the protesters in a video posted on Sunday."
    assert dated(text, EventType.SUPPORT) == ("2030-05-12", "in its sentence")


def test_the_day_of_another_clause_is_not_taken(dated: Dated) -> None:
    text = "Anna Holm, who won the election in March 2029, condemned Karl Berg."
    assert dated(text, EventType.ACCUSE) == ("2030-05-13/2030-05-14", "narrative day")


def test_rule_since_a_year_began_in_that_year(dated: Dated) -> None:
    text = "Karl Berg has ruled Norway since 1994."
    assert dated(text, EventType.OFFICE) == ("1994", "since: when it began")


def test_rule_for_some_years_is_counted_back(dated: Dated) -> None:
    text = "Karl Berg has been in power for 26 years."
    assert dated(text, EventType.OFFICE) == ("2003-05-14/2005-05-14", "for 26 years: when it began")


def test_rule_for_some_years_has_no_date_where_publication_has_none(dated: Dated) -> None:
    text = "Karl Berg has been in power for 26 years."
    assert dated(text, EventType.OFFICE, None)[0] is None


def test_after_the_vote_is_between_the_vote_and_publication(dated: Dated) -> None:
    text = "The election on May 2 was held in Norway. Anna Holm, who fled to Finland after the vote, was safe."
    assert dated(text, EventType.MOVE) == ("2030-05-02/2030-05-14", "after the vote")


def test_a_day_after_tells_the_day_before(dated: Dated) -> None:
    text = "Anna Holm offered talks on Monday, a day after thousands of people poured into the streets of Oslo."
    assert dated(text, EventType.PROTEST)[0] == "2030-05-12"


def test_the_vote_is_the_vote_that_the_report_dates(dated: Dated) -> None:
    text = "Norway voted in an election on May 2. Anna Holm condemned the ballot in Norway."
    time, rule = dated(text, EventType.ELECTION, words="ballot")
    assert (time, rule) == ("2030-05-02", "the same act, dated elsewhere in the report")


def test_a_dated_act_sets_the_running_day(dated: Dated) -> None:
    text = "On Sunday Karl Berg left for Finland. He praised Anna Holm."
    assert dated(text, EventType.SUPPORT) == ("2030-05-12", "narrative day")


def test_without_a_publication_day_nothing_is_guessed(dated: Dated) -> None:
    text = "Karl Berg praised Anna Holm."
    assert dated(text, EventType.SUPPORT, None) == (None, "none")


def test_what_had_happened_is_only_known_to_lie_before_publication(dated: Dated) -> None:
    text = "Anna Holm had previously praised Karl Berg."
    assert dated(text, EventType.SUPPORT) == ("../2030-05-14", "before publication")


def test_an_undated_plan_lies_after_publication(dated: Dated) -> None:
    text = "Karl Berg will visit Finland."
    assert dated(text, EventType.CONSULT) == ("2030-05-14/..", "after publication")


def test_what_is_said_to_have_been_done_lies_in_the_days_before_it_was_said(dated: Dated) -> None:
    text = "The rebels said on Monday that they had released 30 soldiers."
    assert dated(text, EventType.RETREAT) == ("2030-05-10/2030-05-13", "in the days before it was told")


def test_what_is_told_as_done_without_a_day_lies_in_the_days_before_publication(dated: Dated) -> None:
    text = "Anna Holm said that Sweden had expelled Karl Berg."
    assert dated(text, EventType.SANCTION) == ("2030-05-11/2030-05-14", "reported as done: the days before")


def test_when_means_the_date_before_it(dated: Dated) -> None:
    text = "The war began in 2026, when President Karl Berg postponed elections."
    assert dated(text, EventType.REJECT) == ("2026", "when: the date before its clause")


def test_exile_since_a_year_began_in_that_year(dated: Dated) -> None:
    text = "The poet Anna Holm, who has lived in exile since 2027, praised Karl Berg."
    assert dated(text, EventType.MOVE) == ("2027", "since: when it began")


def test_what_has_been_closed_since_a_day_was_closed_that_day(dated: Dated) -> None:
    text = "The airport at Oslo has been closed since Monday."
    assert dated(text, EventType.COERCE) == ("2030-05-13", "since: when it began")


def test_a_new_paragraph_may_come_back_to_the_day_of_the_news(dated: Dated) -> None:
    text = "Karl Berg visited Oslo on Sunday.\n\nAnna Holm praised Sweden."
    assert dated(text, EventType.SUPPORT) == ("2030-05-12/2030-05-14", "narrative day")


def test_what_had_been_before_sets_no_running_day(dated: Dated) -> None:
    text = "Karl Berg said that he had signed the law on Friday. Anna Holm praised Sweden."
    assert dated(text, EventType.SUPPORT) == ("2030-05-13/2030-05-14", "narrative day")


def test_an_act_told_beside_another_takes_its_day(dated: Dated) -> None:
    text = "Karl Berg was detained in Oslo on Sunday as he returned to Norway."
    assert dated(text, EventType.MOVE) == ("2030-05-12", "as: beside the act told with it")


def test_an_apposition_keeps_its_own_time(dated: Dated) -> None:
    text = "Anna Holm, the mayor of Oslo since 2025, opened the talks on Monday."
    assert dated(text, EventType.CONSULT)[0] == "2030-05-13"


def test_the_day_of_an_attack_is_the_day_of_what_was_done_in_it(dated: Dated) -> None:
    text = "Karl Berg seized power in a coup in March 2028."
    assert dated(text, EventType.COERCE, words="seized")[0] == "2028-03"


def test_a_date_that_opens_a_sentence_holds_for_its_second_clause(dated: Dated) -> None:
    text = "On Sunday Karl Berg met Sweden's envoy, and Anna Holm condemned Norway."
    assert dated(text, EventType.ACCUSE)[0] == "2030-05-12"


def test_a_plan_told_of_a_visit_is_its_day(dated: Dated) -> None:
    text = "Karl Berg cancelled a visit to Finland that was planned for Friday."
    assert dated(text, EventType.CONSULT)[0] == "2030-05-17"


def test_the_running_day_is_that_of_the_main_clause(dated: Dated) -> None:
    text = "Karl Berg arrived in Oslo on Sunday, two days after Friday's flood in Arvik. Anna Holm met him there."
    assert dated(text, EventType.CONSULT) == ("2030-05-12", "narrative day")


def test_a_clause_that_carries_the_story_on_is_told_of_the_running_day(dated: Dated) -> None:
    text = "Thousands protested on Sunday. They went to the office of the mayor, where police detained Karl Berg."
    assert dated(text, EventType.COERCE, words="detained")[0] == "2030-05-12"


def test_a_clause_that_tells_who_somebody_is_stays_background(dated: Dated) -> None:
    text = "Anna Holm, who arrested Karl Berg, resigned on Sunday."
    assert dated(text, EventType.COERCE) == ("../2030-05-14", "before publication")


def test_of_two_subjects_the_nearer_one_resigned_a_day_before(read: Read) -> None:
    text = (
        "Anna Holm, until this week the deputy minister for trade, was sworn in as minister on Monday, a day "
        "after Karl Berg resigned over the collapse of a bridge."
    )
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    quit_ = next(e for e in draft.of(Event) if e.words.text == "resigned")
    assert [p.words.text for p in quit_.actors] == ["Karl Berg"]
    assert quit_.time is not None
    assert quit_.time.edtf == "2030-05-12"


def test_what_was_done_since_a_month_was_done_by_publication(dated: Dated) -> None:
    text = "Karl Berg has accused Anna Holm three times since March 2030."
    assert dated(text, EventType.ACCUSE)[0] == "2030-03-01/2030-05-14"
