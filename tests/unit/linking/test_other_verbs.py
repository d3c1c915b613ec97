"""One occasion that two reports tell by different verbs, and two acts of one day."""

from __future__ import annotations

import pytest

from dateline.linking.acts.kindred import by_root, by_whole, gathered, lines, vague
from dateline.linking.acts.other_verbs import SURE
from dateline.linking.acts.wording import respelled, root
from dateline.model import Event, LinkKind, MergedEvent, Status
from dateline.story import Story
from tests.unit.linking.conftest import Tell

FIRST, SECOND = "2030-05-16", "2030-05-18"  # a Thursday and a Saturday
NEWS = "Readers of this newspaper know Karsund, Velm, Castra and Norholm from the news of this spring."
OPPOSITES = [
    ("arrest", "release"), ("convict", "acquit"), ("appoint", "dismiss"), ("open", "close"), ("approve", "reject"),
    ("grant", "refuse"), ("inaugurate", "resign"), ("kill", "injure"), ("marry", "divorce"),
]  # fmt: skip


def told_twice(story: Story) -> list[MergedEvent]:
    """What both reports tell."""
    return [merged for merged in story.events() if story.tally(merged.id).reports > 1]


def verbs(story: Story, merged: MergedEvent) -> set[str]:
    """The words by which an act is told."""
    return {event.words.text for event in story.many(Event, merged.members).values()}


def both(first: str, second: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Two reports on one matter."""
    return (FIRST, f"{first}\n\n{NEWS}"), (SECOND, f"{second}\n\n{NEWS}")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (
            "The district court of Karsund will hand down its judgment on Odran Velk, a former mayor, on Friday.",
            "Odran Velk, a former mayor, was sentenced to four years by the district court of Karsund on Friday.",
            {"hand", "sentenced"},
        ),
        (
            "Mila Vey is to take over as head of the Velm dairy on 17 May.",
            "Mila Vey was named head of the Velm dairy on Friday, the board said.",
            {"take", "named"},
        ),
        (
            "A stone struck Jonas Aske, a baker, in Karsund on Wednesday.",
            "Jonas Aske, the baker who was wounded in Karsund on Wednesday, is out of danger.",
            {"struck", "wounded"},
        ),
        (
            "Norrin Airlines lodged a bankruptcy petition with the commercial court of Karsund on Wednesday.",
            "Norrin Airlines filed for insolvency at the commercial court of Karsund on Wednesday.",
            {"lodged", "filed"},
        ),
        (
            "The Ministry of Health unveiled the Castra report on Wednesday.",
            "The Castra report, which the Ministry of Health published on Wednesday, blames the hospital.",
            {"unveiled", "published"},
        ),
        (
            "Odran Velk and Sira Tamm shook hands on a coalition in Karsund on Wednesday.",
            "Sira Tamm and Odran Velk reached an agreement on a coalition on Wednesday.",
            {"shook", "reached"},
        ),
        (
            "The stolen painting by Ilse Maran surfaced in Karsund on Wednesday.",
            "Police found the stolen painting by Ilse Maran in Karsund on Wednesday.",
            {"surfaced", "found"},
        ),
    ],
)
def test_one_occasion_told_by_two_verbs_is_one_event(tell: Tell, first: str, second: str, words: set[str]) -> None:
    story = tell(*both(first, second))
    (merged,) = told_twice(story)
    assert verbs(story, merged) == words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Police arrested Oran Tesk, a farmer, in Karsund on Wednesday.",
            "Oran Tesk, the farmer, was released in Karsund on Wednesday after six hours.",
        ),
        (
            "Odran Velk resigned as mayor of Karsund on Wednesday.",
            "The council of Karsund elected Odran Velk president of its harbour company on Wednesday.",
        ),
        (
            "The court in Karsund convicted Odran Velk of fraud on Wednesday.",
            "The court in Karsund acquitted Odran Velk of bribery on Wednesday.",
        ),
        (
            "Nurses marched through Karsund on Wednesday.",
            "Police dispersed nurses with tear gas in Karsund on Wednesday.",
        ),
        (
            "Sira Tamm won the election in Norholm on Wednesday.",
            "Sira Tamm named Jonas Aske as her finance minister on Wednesday.",
        ),
        (  # other people
            "Jonas Aske, a baker, was struck by a stone in Karsund on Wednesday.",
            "Sira Tamm, a teacher, was wounded in Karsund on Wednesday.",
        ),
        (  # other days
            "Mila Vey is to take over as head of the Velm dairy on 17 May.",
            "Mila Vey was named head of the Velm dairy on 2 May, the board said.",
        ),
    ],
)
def test_two_acts_of_one_day_stay_two(tell: Tell, first: str, second: str) -> None:
    assert told_twice(tell(*both(first, second))) == []


ON_BAIL = "The farmer Oran Tesk was freed on bail of 9,000 marks on 15 May."
STROLLED = "Oran Tesk, the farmer, strolled out of jail on 15 May."


def test_a_verb_of_no_known_occasion_tells_what_its_participant_is_told_to_have_done_that_day(tell: Tell) -> None:
    story = tell(*both(ON_BAIL, STROLLED))

    assert [verbs(story, merged) for merged in told_twice(story)] == [{"freed", "strolled"}]


def test_it_tells_nothing_of_another_day(tell: Tell) -> None:
    assert told_twice(tell(*both(ON_BAIL, STROLLED.replace("15", "9")))) == []


@pytest.mark.parametrize("word", ["seized", "detained"])
def test_whoever_is_seized_is_arrested(tell: Tell, word: str) -> None:
    arrest = "Police arrested the banker Jonas Aske in Karsund on 15 May."

    assert told_twice(tell(*both(arrest, f"The banker Jonas Aske was {word} on 15 May.")))


def test_the_reason_names_both_verbs_and_is_less_than_certain(tell: Tell) -> None:
    story = tell(
        *both(
            "Norrin Airlines will lodge a bankruptcy petition with the commercial court of Karsund on Friday.",
            "Norrin Airlines filed for insolvency at the commercial court of Karsund on Friday.",
        )
    )
    (merged,) = told_twice(story)
    assert merged.status is Status.HAPPENED
    for link in story.links(merged.id):
        if link.kind is LinkKind.EVENT:
            assert link.score <= SURE
            assert "of one occasion: " in link.reasons[0]


@pytest.mark.parametrize(("first", "second"), OPPOSITES)
def test_opposites_are_told_of_no_one_occasion(first: str, second: str) -> None:
    kinds = [by_root()[root(word)] for word in (first, second) if root(word) in by_root()]
    assert len(kinds) < 2 or kinds[0].isdisjoint(kinds[1])


def test_the_past_of_a_short_verb_is_looked_up_by_its_plain_form() -> None:
    assert [respelled(word) for word in ("gutte", "rule", "see", "tree")] == ["gut", "rule", "see", "tree"]


def test_two_vague_verbs_tell_of_nothing_in_common(tell: Tell) -> None:
    story = tell(
        *both(
            "Jonas Aske took the Velm bridge in Karsund on Wednesday.",
            "Jonas Aske left the Velm bridge in Karsund on Wednesday.",
        )
    )
    assert {"take", "leave"} <= vague()
    assert told_twice(story) == []


def test_every_line_holds_two_words_at_least() -> None:
    held = gathered((name, word) for word, name in lines())
    assert min(len(words) for words in held.values()) > 1
    assert "hand_down" in by_whole()


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        (  # without its day
            "A footbridge collapsed at the Velm dairy in Karsund on Monday.",
            "Jonas Aske, who lost his brother in the collapse, thanked the mayor of Karsund.",
            {"collapsed", "collapse"},
        ),
        (  # by another noun
            "A footbridge collapsed at the Castra ski jump near Karsund on Wednesday.",
            "The Castra ski club was in debt before the disaster of 15 May.",
            {"collapsed", "disaster"},
        ),
    ],
)
def test_what_is_only_mentioned_is_what_befell(tell: Tell, first: str, second: str, words: set[str]) -> None:
    story = tell(*both(first, second))
    assert words in [verbs(story, merged) & words for merged in told_twice(story)]


def test_a_mention_is_of_none_where_there_are_two(tell: Tell) -> None:
    story = tell(
        (
            FIRST,
            "A footbridge collapsed at the Velm dairy in Karsund on Monday.\n\n"
            f"A roof collapsed at the Castra market in Norholm on 20 April.\n\n{NEWS}",
        ),
        (SECOND, f"Jonas Aske, who lost his brother in the collapse, thanked the firemen.\n\n{NEWS}"),
    )
    assert told_twice(story) == []


def test_arrests_of_one_day_are_one_act_though_the_numbers_differ(tell: Tell) -> None:
    story = tell(
        (FIRST, f"Police arrested 61 people at the march in Karsund on Wednesday.\n\n{NEWS}"),
        (SECOND, f"On Wednesday at least 130 people were arrested in Karsund, lawyers said.\n\n{NEWS}"),
    )
    assert {"arrested"} in [verbs(story, merged) for merged in told_twice(story)]


def test_what_is_recalled_without_its_day_has_the_day_of_the_first_report(tell: Tell) -> None:
    story = tell(
        ("2030-05-16", f"Sira Tamm won the election in Norholm on Wednesday by 408 votes.\n\n{NEWS}"),
        ("2030-05-27", f"Odran Velk lost the election in Norholm to Sira Tamm by 480 votes.\n\n{NEWS}"),
    )
    (merged,) = told_twice(story)
    assert merged.time is not None
    assert (merged.time.edtf, merged.time_disputed) == ("2030-05-15", False)
