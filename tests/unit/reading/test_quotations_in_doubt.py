from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Anomaly, Chain, Quotation
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

HE_IN_HER_RUN = (
    "In an interview, Sarah Lindqvist said the mines must close.\n\n"
    "“I am sure that we will win,” she stated.\n\n"
    "She praised the town of Varda. Analysts believe its votes matter for Robert Hale’s future.\n\n"
    "“Varda has a strong voice and it can help us,” he said.\n\n"
    "“In the end we need calm,” she said."
)
NAME_STANDS_TWICE = (
    "Exiled opposition leader Robert Hale said that Orlandian President Robert Hale had “no way back.”\n\n"
    "In an interview, Sarah Lindqvist said that the people must go on.\n\n"
    "“I am sure that we will win,” she stated."
)


@pytest.fixture
def flagged(read: Callable[..., Draft]) -> Callable[[str], list[tuple[Quotation, str | None, str | None]]]:
    def names(text: str) -> list[tuple[Quotation, str | None, str | None]]:
        draft = read(text, MentionStage(), QuotationStage())

        def name(chain: str | None) -> str | None:
            return draft.get(Chain, chain).name if chain else None

        return [(q, name(q.speaker), name(q.other_speaker)) for q in draft.of(Quotation) if q.anomaly]

    return names


Flagged = Callable[[str], list[tuple[Quotation, str | None, str | None]]]


def test_a_he_in_a_womans_run_is_flagged_and_keeps_both_readings(flagged: Flagged) -> None:
    ((one, speaker, other),) = flagged(HE_IN_HER_RUN)
    assert one.anomaly is Anomaly.PRONOUN
    assert (speaker, other) == ("Sarah Lindqvist", "Robert Hale")
    assert "Sarah Lindqvist" in (one.anomaly_reason or "")


def test_what_goes_on_after_a_doubtful_pronoun_is_the_runs(read: Callable[..., Draft]) -> None:
    text = HE_IN_HER_RUN.replace("he said.", "he said. It will not stay silent.”")
    draft = read(text, MentionStage(), QuotationStage())
    (rest,) = [q for q in draft.of(Quotation) if q.contents[0].text == "It will not stay silent."]
    assert rest.anomaly is None
    assert rest.speaker is not None
    assert draft.get(Chain, rest.speaker).name == "Sarah Lindqvist"


def test_a_she_in_a_mans_run_is_flagged(flagged: Flagged) -> None:
    text = (
        "Robert Hale said the mines must close.\n\n“I am sure that we will win,” he stated.\n\n"
        "He praised the town of Varda.\n\n“Varda has a strong voice,” she said.\n\n“We need calm,” he said."
    )
    ((one, speaker, _),) = flagged(text)
    assert (one.anomaly, speaker) == (Anomaly.PRONOUN, "Robert Hale")


@pytest.mark.parametrize(
    "between",
    [
        "Her rival Robert Hale disagreed.",
        "She had met Robert Hale in the morning.",
        "Then Robert Hale took the floor.",
        "A miner from Varda shook his head.",
        "Robert Hale and his wife were in the hall.",
    ],
)
def test_a_he_who_has_come_up_is_not_flagged(flagged: Flagged, between: str) -> None:
    text = (
        "Sarah Lindqvist spoke in Varda.\n\n“I am sure that we will win,” she stated.\n\n"
        f"{between}\n\n“Varda has a strong voice,” he said.\n\n“In the end we need calm,” she said."
    )
    assert flagged(text) == []


def test_two_who_take_turns_are_not_flagged(flagged: Flagged) -> None:
    text = (
        "Sarah Lindqvist and Robert Hale met in Varda.\n\n“I am sure,” she said.\n\n“So am I,” he said.\n\n"
        "“Good for us,” she said.\n\n“It is,” he said."
    )
    assert flagged(text) == []


def test_a_man_who_is_quoted_elsewhere_in_the_section_is_not_flagged(flagged: Flagged) -> None:
    text = (
        "“The mines must close,” said Robert Hale.\n\nSarah Lindqvist spoke next. “I am sure,” she said.\n\n"
        "“Varda has a strong voice,” he said.\n\n“In the end we need calm,” she said."
    )
    assert flagged(text) == []


def test_a_name_that_stands_for_two_people_in_one_sentence_is_flagged(flagged: Flagged) -> None:
    found = flagged(NAME_STANDS_TWICE)
    assert {one.anomaly for one, _, _ in found} == {Anomaly.ATTRIBUTION}
    assert {(speaker, other) for _, speaker, other in found} == {("Robert Hale", "Sarah Lindqvist")}


def test_a_name_with_anothers_role_is_flagged(flagged: Flagged) -> None:
    text = (
        "President Robert Hale won the vote. Opposition leader Sarah Lindqvist called it a fraud.\n\n"
        "Opposition leader Robert Hale said on Friday that the people had “no way back.”\n\n"
        "“I am sure that we will win,” Lindqvist stated."
    )
    found = flagged(text)
    assert {one.anomaly for one, _, _ in found} == {Anomaly.ATTRIBUTION}
    assert {other for _, _, other in found} == {"Sarah Lindqvist"}


@pytest.mark.parametrize(
    "text",
    [
        # the same role twice
        "President Robert Hale said on Friday that President Robert Hale would “never step back.”",
        # two people who share a surname
        "Opposition leader Sarah Hale said that President Robert Hale had “no way back.”\n\n“We stay,” she said.",
        # speaking of oneself in the third person, by surname
        "Opposition leader Robert Hale said that Hale had “no way back.”\n\n“We stay,” said Sarah Lindqvist.",
        # two offices of one man that nobody else holds
        "Party leader Robert Hale said it was “lost.”\n\nPrime Minister Robert Hale left. “No,” said Ann Berg.",
        # a former holder of the role
        "Former president Robert Hale said the vote was “lost.”\n\nPresident Ann Berg left. “No,” said Berg.",
        # two ministers
        "Minister Robert Hale said the vote was “lost.”\n\nMinister Ann Berg left. “No,” said Berg.",
    ],
)
def test_near_misses_of_a_wrong_name_are_not_flagged(flagged: Flagged, text: str) -> None:
    assert flagged(text) == []


def test_only_flagged_quotations_keep_a_second_reading(read: Callable[..., Draft]) -> None:
    draft = read(HE_IN_HER_RUN + "\n\n" + NAME_STANDS_TWICE, MentionStage(), QuotationStage())
    assert any(q.other_speaker for q in draft.of(Quotation))
    assert all(q.anomaly for q in draft.of(Quotation) if q.other_speaker or q.anomaly_reason)


def test_he_in_a_mother_s_run_is_no_child_of_whom_she_speaks(flagged: Flagged) -> None:
    text = (
        "Sarah Lindqvist’s son Tom was the first to be brought in, on Monday. “He did not cry any more,” "
        "Lindqvist said in the corridor. “I had read the leaflet twice,” he said.\n\n"
        "“I want a name,” the father, Jonas Lindqvist, said."
    )

    (found,) = flagged(text)

    assert (found[0].anomaly, found[1], found[2]) == (Anomaly.PRONOUN, "Sarah Lindqvist", "Tom")
    assert not flagged(text.replace("son Tom", "lawyer Tom Brandt"))


def test_who_is_said_to_speak_in_another_s_office_is_in_doubt(flagged: Flagged) -> None:
    text = (
        "The prime minister dismissed his transport minister, Mira Solberg, and asked Judge Robert Hale to look "
        "into the crash.\n\n“I signed what I was given,” Judge Hale told the clerks in his last hour as minister."
    )

    (found,) = flagged(text)

    assert (found[0].anomaly, found[1], found[2]) == (Anomaly.ATTRIBUTION, "Robert Hale", "Mira Solberg")
    assert not flagged(text.replace("as minister", "as a free man"))
