"""Groups and descriptions without a name over reports: whom they join, and what stays apart."""

from __future__ import annotations

from collections.abc import Callable

from dateline.linking.chronology import Chronology
from dateline.linking.names.merge import merge
from dateline.linking.names.profile import profiles
from dateline.model import Chain, Mention, RoleMention
from dateline.reading.mentions import MentionStage
from dateline.settings import DEFAULTS
from dateline.stage import Draft

Read = Callable[..., Draft]


def actors(read: Read, *texts: str) -> list[list[str]]:
    """For each actor of a story the words of its names and descriptions, as printed, pronouns aside."""
    drafts = [read(text, MentionStage(), published=f"2031-05-{day:02}") for day, text in enumerate(texts, 1)]
    mentions = [m for draft in drafts for m in draft.of(Mention)]
    merged, _ = merge(
        profiles(
            [c for draft in drafts for c in draft.of(Chain)],
            mentions,
            [r for draft in drafts for r in draft.of(RoleMention)],
            Chronology([draft.report for draft in drafts]),
            {draft.report.id: draft.report.text for draft in drafts},
        ),
        DEFAULTS.block_limit,
    )
    return [[m.words.text for p in one.profiles for m in p.mentions if m.form != "pronoun"] for one in merged]


def with_(words: str, told: list[list[str]]) -> list[str]:
    """The actor that some words are among."""
    (found,) = [one for one in told if words in one]
    return found


def test_groups_of_one_number_are_one_and_of_another_number_two(read: Read) -> None:
    told = actors(
        read,
        "Shells killed at least 12 people in the market.",
        "At least 12 people died. Some 5,000 people marched.",
    )
    assert with_("at least 12 people", told) == ["at least 12 people", "At least 12 people"]
    assert with_("Some 5,000 people", told) == ["Some 5,000 people"]


def test_officials_of_two_reports_are_not_the_same_officials(read: Read) -> None:
    told = actors(read, "Officials said no. Police left.", "The officials said yes. Police came.")
    assert with_("Officials", told) == ["Officials"]
    assert with_("Police", told) == ["Police", "Police"]


def test_an_office_alone_is_its_only_holder_whom_the_report_names(read: Read) -> None:
    told = actors(
        read,
        "The talks began with the envoy, Ingrid Solberg, on Monday.",
        "Ingrid Solberg came to Geneva on Tuesday. The envoy will stay.",
        "An envoy was seen with Ingrid Solberg.",
    )
    assert "The envoy" in with_("Ingrid Solberg", told)
    assert with_("An envoy", told) == ["An envoy"]


def test_the_energy_minister_of_a_country_is_the_one_whom_another_report_names(read: Read) -> None:
    told = actors(
        read,
        "Norway's energy minister, Marit Lund, spoke on Monday.",
        "France and Sweden met on Tuesday. Norway's energy minister stayed at home.",
    )
    assert "Norway's energy minister" in with_("Marit Lund", told)


def test_an_office_alone_is_the_one_holder_in_reports_of_the_same_people(read: Read) -> None:
    told = actors(
        read,
        "Bishop Anton Kress spoke in the square. Mayor Lena Vogt wept.",
        "Lena Vogt laid a wreath. The bishop prayed for the miners.",
    )
    assert "The bishop" in with_("Anton Kress", told)


def test_an_office_that_two_hold_in_the_story_is_neither_of_them(read: Read) -> None:
    told = actors(
        read,
        "Bishop Anton Kress spoke in the square. Mayor Lena Vogt wept.",
        "Bishop Ivo Harrand came with Lena Vogt on Tuesday.",
        "Lena Vogt laid a wreath. The bishop prayed for the miners.",
    )
    assert with_("The bishop", told) == ["The bishop"]


def test_an_office_in_reports_that_share_nobody_is_not_joined(read: Read) -> None:
    told = actors(
        read,
        "Bishop Anton Kress spoke in the square. Mayor Lena Vogt wept.",
        "Rupert Dale won the race. The bishop rang the bell.",
    )
    assert with_("The bishop", told) == ["The bishop"]


def test_his_lawyer_is_the_one_whom_another_report_names_for_that_client(read: Read) -> None:
    told = actors(
        read,
        "Martin Sorel's lawyer, Clara Bohm, spoke to reporters.",
        "Martin Sorel was charged on Friday. Mr Sorel denies it. Martin Sorel's lawyer left.",
    )
    assert "Martin Sorel's lawyer" in with_("Clara Bohm", told)
