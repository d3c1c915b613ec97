"""Explanations: a sentence and what it rests on, for every kind of record."""

from __future__ import annotations

import re

import pytest

from dateline.errors import NotFoundError
from dateline.model import (
    RECORDS,
    Actor,
    Chain,
    Claim,
    Conflict,
    CopyGroup,
    Event,
    EventType,
    Field,
    Furniture,
    FurnitureKind,
    MarkReason,
    Mention,
    MergedEvent,
    Quotation,
    Record,
    Rejection,
    Report,
    Sentence,
    Support,
    Timex,
    Utterance,
)
from dateline.story import Story, open_story
from dateline.story.explain import Explanation, explain, find, plain
from tests.tiny_story import MEETING, store_tiny_story


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return open_story(store_tiny_story(tmp_path_factory.mktemp("explain") / "tiny.db", replaced=True))


def first(story: Story, kind: type[Record]) -> Explanation:
    return explain(story, story.all(kind)[0].id)


def lines(given: Explanation, heading: str) -> list[str]:
    return [line.text for part in given.parts if part.heading == heading for line in part.lines]


@pytest.mark.parametrize("kind", RECORDS)
def test_every_record_is_explained_in_a_sentence_with_parts(story: Story, kind: type[Record]) -> None:
    records = story.all(kind)
    assert records
    for record in records:
        given = explain(story, record.id)
        assert given.id == record.id
        assert given.says
        assert given.parts
        assert all(part.lines for part in given.parts)
        assert all(line.text or line.passage for part in given.parts for line in part.lines)


@pytest.mark.parametrize("kind", RECORDS)
def test_every_passage_reads_as_its_report_does_and_every_id_leads_on(story: Story, kind: type[Record]) -> None:
    for record in story.all(kind):
        for part in explain(story, record.id).parts:
            for line in part.lines:
                if line.id:
                    assert story.get(line.id).id == line.id
                if line.passage:
                    text = story.report(line.passage.report).text
                    start = line.passage.start
                    assert text[start : start + len(line.passage.text)] == line.passage.text
                    assert line.passage.marks


@pytest.mark.parametrize("kind", [kind for kind in RECORDS if "words" in kind.__dataclass_fields__])
def test_the_words_of_a_record_are_marked_in_their_sentence(story: Story, kind: type[Record]) -> None:
    for record in story.all(kind):
        words = record.words  # type: ignore[attr-defined]
        if words is None:
            continue
        marked = [
            mark
            for part in explain(story, record.id).parts
            for line in part.lines
            if line.passage
            for mark in line.passage.marks
        ]
        assert any(mark.covers(words.span) for mark in marked)


def test_a_time_expression_tells_its_anchor_and_rule(story: Story) -> None:
    given = first(story, Timex)
    assert given.says == "“on Monday” is a time expression (date) that stands for 5 May 2031."
    assert lines(given, "How it was read")[0] == "It is reckoned from the day of publication, 6 May 2031."
    assert "a weekday before the day of publication" in lines(given, "How it was read")[1]


def test_a_report_tells_where_its_title_was_found_and_what_it_is_counted_as(story: Story) -> None:
    given = first(story, Report)
    assert lines(given, "How its metadata were found") == ["title “Holm meets Lind”, found in: first line (taken)"]
    assert "NNA text of 6 May 2031" in lines(given, "Where its text comes from")[0]
    assert lines(given, "Set apart as page furniture") == ["1 piece of teaser"]


def test_a_rejection_tells_why(story: Story) -> None:
    assert first(story, Rejection).says.endswith("(empty): the file is empty")


def test_furniture_tells_the_rule_that_set_it_apart(story: Story) -> None:
    assert lines(first(story, Furniture), "Why it was set apart") == ["by the rule: begins with “Read more”"]


def test_a_sentence_lists_what_was_read_from_it(story: Story) -> None:
    read = lines(first(story, Sentence), "What was read from it")
    assert [line.split(":")[0] for line in read] == ["time expression"] + ["mention"] * 3 + [
        "quotation",
        "words in marks that are nobody's speech",
        "event",
    ]


def test_a_chain_and_a_mention_tell_the_rule_the_score_and_the_actor(story: Story) -> None:
    assert lines(first(story, Chain), "Mentions") == [
        "“Ada Holm”, by name; first mention, with a strong score (1.00)"
    ]
    assert lines(first(story, Mention), "Which actor") == [
        "joined to the actor Ada Holm, with a strong score (0.95): the same name"
    ]


def test_a_flagged_quotation_shows_both_readings_and_the_reason(story: Story) -> None:
    flagged = next(quotation for quotation in story.all(Quotation) if quotation.anomaly)
    assert lines(explain(story, flagged.id), "In doubt") == [
        "printed as said by “the foreign minister Bo Lind”",
        "one reading: Bo Lind",
        "another reading: Ada Holm",
        "disputed attribution: other reports give the role “foreign minister” to Ada Holm",
    ]


def test_an_event_tells_what_each_part_is_and_how_it_came_to_its_time(story: Story) -> None:
    given = first(story, Event)
    assert lines(given, "What each part is") == [
        "the act: “met”",
        "who: “Ada Holm”, Ada Holm",
        "to or with whom: “Bo Lind”, Bo Lind",
        "where: “Varn”, Varn",
        "how many: “At least 40”, 40 or more; counted: person",
    ]
    assert lines(given, "When") == [
        "5 May 2031: the day stands in the same clause",
        "from the time expression “on Monday”",
    ]


def test_an_actor_shows_every_join_with_its_reason(story: Story) -> None:
    actor = next(actor for actor in story.all(Actor) if actor.name == "Bo Lind")
    assert (
        lines(explain(story, actor.id), "Joined from")
        == ["Bo Lind, with a strong score (0.95): the same name"] * 3
    )


def test_an_actor_s_roles_stand_with_the_days_they_are_said_of(story: Story) -> None:
    actor = next(actor for actor in story.all(Actor) if actor.name == "Ada Holm")
    assert lines(explain(story, actor.id), "Roles, as reported") == [
        "foreign minister, in reports published on 6 May 2031"
    ]


def test_a_shared_passage_tells_the_share_and_the_wire(story: Story) -> None:
    why = lines(first(story, CopyGroup), "Why")
    assert "100% of the runs of four words in the shorter text stand in the other too" in why
    assert "agency credited: NNA" in why


def test_merged_records_tell_their_three_counts_members_and_claims(story: Story) -> None:
    given = explain(story, MEETING)
    assert (
        given.says
        == "Ada Holm · meet · Bo Lind · Varn: an act that is reported to have happened, 5 or 6 May 2031, disputed."
    )
    assert lines(given, "How many say so") == ["3 reports / 2 outlets (1 unknown) / 1–2 independent origins"]
    assert len(lines(given, "Told in")) == 3
    assert sorted(lines(given, "Claims about it")) == ["date: 5 May 2031", "date: 6 May 2031"]
    assert "both readings are kept" in first(story, Utterance).says


def test_a_claim_leads_to_its_conflict_and_a_support_to_its_claim(story: Story) -> None:
    assert lines(first(story, Claim), "In conflict") == ["date of Ada Holm · meet · Bo Lind · Varn"]
    assert lines(first(story, Support), "Counts for the origin")


def test_a_conflict_has_a_part_for_each_side_and_takes_none(story: Story) -> None:
    given = first(story, Conflict)
    sides = [part.heading for part in given.parts if part.heading.startswith("Side")]
    assert sides == [
        "Side 1: 5 May 2031 (2 reports / 2 outlets / 1 independent origin)",
        "Side 2: 6 May 2031 (1 report / 0 outlets (1 unknown) / 1 independent origin)",
    ]
    assert given.says.endswith("Nothing here says which side is right.")


def test_the_beginning_of_an_id_is_enough_where_only_one_begins_so(story: Story) -> None:
    assert find(story, MEETING[:8]).id == MEETING


def test_a_beginning_that_several_ids_share_names_some_of_them(story: Story) -> None:
    with pytest.raises(NotFoundError, match="9 ids begin with ch_"):
        find(story, "ch_")


@pytest.mark.parametrize("id_", ["", "zz_nothing", "me_%", "%"])
def test_what_no_id_begins_with_is_not_found(story: Story, id_: str) -> None:
    with pytest.raises(NotFoundError):
        find(story, id_)


def test_every_kind_of_thing_has_its_plain_words() -> None:
    assert set(plain.EVENTS) == set(EventType)
    assert set(plain.FURNITURE) == set(FurnitureKind)
    assert set(plain.FIELDS) == set(Field)
    assert set(plain.MARKS) == set(MarkReason)


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("verb 'meet', frame meet", "by the verb “meet”: all who take part do it together"),
        ("noun 'visit', frame visit", "by the noun “visit”: somebody comes to somebody"),
        ("verb 'go on trial', frame undergo", "by the verb “go on trial”: it is done to somebody"),
        (
            "verb 'torpedo', classifier 0.81: path:torpedo, word:navy",
            "no list has the verb “torpedo”; by the classifier (0.81), most of all by “torpedo” on the way "
            "from one to the other and “navy” in the sentence",
        ),
        (
            "verb 'knight', examples of 'honour' 0.70",
            "by the verb “knight”, like the examples of your type “honour” (0.70)",
        ),
        ("a rule of somebody else's", "by the rule: a rule of somebody else's"),
    ],
)
def test_the_rule_of_an_act_is_told_as_a_sentence(rule: str, told: str) -> None:
    assert plain.event_rule(rule) == told


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("cue after: say", "by the rule: “say” stands after the words"),
        ("part of clause: urge", "by the rule: the marked part of what follows “urge”"),
        ("another rule", "by the rule: another rule"),
    ],
)
def test_the_rule_of_speech_is_told_as_a_sentence(rule: str, told: str) -> None:
    assert plain.speech_rule(rule) == told


def test_no_explanation_shows_the_id_of_a_report(story: Story) -> None:
    for kind in RECORDS:
        for record in story.all(kind):
            given = explain(story, record.id)
            told = [given.says, *(line.text for part in given.parts for line in part.lines)]
            assert not [text for text in told if re.search(r"\br_[a-z2-7]{13}\b", text)]


def test_a_claim_and_its_support_say_what_the_value_is_of(story: Story) -> None:
    claims = [explain(story, claim.id).says for claim in story.all(Claim)]
    assert "The day of Ada Holm · meet · Bo Lind · Varn, as reports give it: 5 May 2031." in claims
    supports = [explain(story, support.id).says for support in story.all(Support)]
    assert any(
        "behind this: the day of Ada Holm · meet · Bo Lind · Varn: 5 May 2031." in says for says in supports
    )


def test_the_kind_is_said_in_words(story: Story) -> None:
    assert explain(story, MEETING).kind == "merged event"
    assert isinstance(find(story, MEETING), MergedEvent)
    assert first(story, Timex).kind == "time expression"
