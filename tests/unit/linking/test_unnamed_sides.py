"""Acts by and on people without names, and speakers named by a pronoun: when two tellings are one."""

from __future__ import annotations

from dateline.model import Claim, Conflict, ConflictKind, Event, MergedEvent
from dateline.story import Story
from tests.unit.linking.conftest import Tell


def told_together(story: Story, lemmas: set[str]) -> list[int]:
    """How many tellings each merged event with one of these words has, most first."""
    events = {event.id: event for event in story.all(Event)}
    merged = [m for m in story.all(MergedEvent) if {events[member].lemma for member in m.members} & lemmas]
    return sorted((len(m.members) for m in merged), reverse=True)


def values(story: Story, kind: ConflictKind) -> list[set[str]]:
    claims = {claim.id: claim.value for claim in story.all(Claim)}
    return [{claims[side] for side in c.sides} for c in story.all(Conflict) if c.kind is kind]


def test_a_passive_without_its_agent_and_the_same_act_by_police_are_one_with_two_counts(tell: Tell) -> None:
    story = tell(
        (
            "2030-05-13",
            "Thousands marched in Karsund on Sunday. The ministry said that 62 people were detained. The "
            "rights group Open Gate said that police detained 214 protesters on Sunday.",
        ),
        ("2030-05-13", "Officers detained 62 people in Karsund on Sunday, the ministry said."),
    )
    assert told_together(story, {"detain"}) == [3]
    assert values(story, ConflictKind.NUMBER) == [{"62", "214"}]


def test_one_thing_that_fell_on_one_stated_day_fell_once_whatever_the_word(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "The old bridge in Karsund collapsed on Sunday."),
        ("2030-05-20", "It was her first visit since the bridge gave way on May 12."),
    )
    assert len(told_together(story, {"collapse", "give way"})) == 1


def test_two_things_that_fell_on_one_day_stay_two(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", "A bridge collapsed on Sunday."),
        ("2030-05-14", "A mine shaft collapsed on Sunday."),
    )
    assert told_together(story, {"collapse"}) == [1, 1]


SAID = "“A country that closes its schools has given up on its future,”"


def test_a_pronoun_that_can_mean_one_person_only_is_a_report_s_word_against_another_s(tell: Tell) -> None:
    story = tell(
        ("2030-05-14", f"Opposition leader Mara Lind spoke in Karsund on Monday. {SAID} she said."),
        ("2030-05-14", f"{SAID} said lawyer Jonas Aske in Karsund on Monday."),
    )
    assert values(story, ConflictKind.ATTRIBUTION) == [{"Mara Lind", "Jonas Aske"}]


def test_a_pronoun_that_can_mean_two_is_no_report_s_word(tell: Tell) -> None:
    story = tell(
        (
            "2030-05-14",
            f"Minister Jonas Aske met Mayor Peter Brandt in Karsund on Monday. {SAID} he said.",
        ),
        ("2030-05-14", f"{SAID} said lawyer Thomas Reis in Karsund on Monday."),
    )
    assert values(story, ConflictKind.ATTRIBUTION) == []
