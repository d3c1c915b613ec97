from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Quotation, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

Hear = Callable[[str], Draft]


@pytest.fixture
def hear(read: Callable[..., Draft]) -> Hear:
    return lambda text: read(text, MentionStage(), QuotationStage())


def turns(draft: Draft) -> list[tuple[str, str | None]]:
    """Words and speaker of everything that is not reported speech."""
    return [
        (
            " / ".join(words.text for words in one.contents),
            draft.get(Chain, one.speaker).name if one.speaker else None,
        )
        for one in draft.of(Quotation)
        if one.kind is not SpeechKind.INDIRECT
    ]


def test_lines_of_dialogue_begin_with_a_dash_and_end_where_the_speaker_breaks_in(hear: Hear) -> None:
    draft = hear("— We stay in the valley, said Mara Lindqvist.\n\n— For how long? asked Tomas Brandt.")
    assert turns(draft) == [
        ("We stay in the valley,", "Mara Lindqvist"),
        ("For how long?", "Tomas Brandt"),
    ]


def test_people_of_a_dialogue_take_turns(hear: Hear) -> None:
    draft = hear(
        "— We stay in the valley, said Mara Lindqvist.\n\n"
        "— For how long? asked Tomas Brandt.\n\n"
        "— Until the bridge is safe.\n\n"
        "— It never will be."
    )
    assert [speaker for _, speaker in turns(draft)] == [
        "Mara Lindqvist", "Tomas Brandt", "Mara Lindqvist", "Tomas Brandt",
    ]  # fmt: skip


def test_one_dash_alone_is_no_dialogue(hear: Hear) -> None:
    draft = hear("The council met twice.\n\n— The bridge fund of the valley\n\nIt will meet again.")
    assert turns(draft) == []


def test_a_transcript_names_who_speaks_before_a_colon(hear: Hear) -> None:
    draft = hear("Mara Lindqvist: We stay in the valley.\n\nTomas Brandt: Then we stay as well.")
    assert turns(draft) == [
        ("We stay in the valley.", "Mara Lindqvist"),
        ("Then we stay as well.", "Tomas Brandt"),
    ]


def test_an_answer_is_of_the_one_who_spoke_last_and_a_question_of_nobody(hear: Hear) -> None:
    draft = hear("Mara Lindqvist said she would talk.\n\nQ: Will you stay?\n\nA: Until the bridge is safe.")
    assert turns(draft) == [("Will you stay?", None), ("Until the bridge is safe.", "Mara Lindqvist")]


def test_labels_of_the_page_are_no_speakers(hear: Hear) -> None:
    draft = hear("The bridge is closed.\n\nPhoto: The bridge in spring.\n\nEditing: The night desk of the paper.")
    assert turns(draft) == []


def test_a_paragraph_that_a_colon_leads_in_is_a_block_quotation(hear: Hear) -> None:
    draft = hear(
        "In her letter Mara Lindqvist wrote:\n\nThe bridge is not safe. Nobody has asked us.\n\nIt was read out."
    )
    assert turns(draft) == [("The bridge is not safe. Nobody has asked us.", "Mara Lindqvist")]


def test_a_note_that_nobody_signed_is_speech_without_a_speaker(hear: Hear) -> None:
    draft = hear("A note was pinned to the door:\n\nWe are at the bridge. Bring ropes.\n\nThe door was open.")
    assert turns(draft) == [("We are at the bridge. Bring ropes.", None)]


def test_a_colon_before_a_list_leads_in_no_speech(hear: Hear) -> None:
    draft = hear("The fund has three parts:\n\nThe bridge in the valley.\n\nThe road to the lake.")
    assert turns(draft) == []


@pytest.mark.parametrize(
    "text",
    [
        "‹We will stay in the valley›, Mara Lindqvist said.",
        "‚We will stay in the valley‘, Mara Lindqvist said.",
        "“We will stay in the valley, Mara Lindqvist insisted on Monday.",
        "\"We will stay in the valley.' Mara Lindqvist said no more.",
    ],
)
def test_rare_and_broken_marks_hold_the_same_words(hear: Hear, text: str) -> None:
    assert [words.rstrip(".,") for words, _ in turns(hear(text))] == ["We will stay in the valley"]


def test_a_speech_of_three_paragraphs_is_the_one_s_whom_the_last_names(hear: Hear) -> None:
    draft = hear('"First the road went.\n\n"Then the bridge went.\n\n"Now we go," said Mara Lindqvist.')
    assert [speaker for _, speaker in turns(draft)] == ["Mara Lindqvist"] * 3


def test_a_verb_that_the_lexicon_lacks_may_follow_the_words(hear: Hear) -> None:
    draft = hear("“And so we went to the bridge and stayed,” Mara Lindqvist finished.")
    assert turns(draft) == [("And so we went to the bridge and stayed,", "Mara Lindqvist")]


def test_who_is_asked_answers_by_any_verb(hear: Hear) -> None:
    draft = hear("Asked to describe the bridge, Mara Lindqvist chose “tired”.")
    assert turns(draft) == [("tired", "Mara Lindqvist")]


def test_advice_is_what_its_owner_says(hear: Hear) -> None:
    draft = hear("Mara Lindqvist has seen many floods. Her advice was “run”.")
    assert turns(draft) == [("run", "Mara Lindqvist")]


def test_whom_somebody_recalls_saying_it_said_it(hear: Hear) -> None:
    draft = hear("Tomas Brandt loved the bridge. “It will outlive us,” Mara Lindqvist recalled him saying.")
    assert turns(draft) == [("It will outlive us,", "Tomas Brandt")]


@pytest.mark.parametrize(
    "text",
    [
        "Protesters carried a banner reading “Bread”.",
        "Residents found “Sold” painted on the doors.",
        "Tomas Brandt, known in the valley as “Half-Past”, has died.",
        "Its friends call the bridge “the Old Lady”.",
        "The council asked its office not to use “flood”.",
        "In the old law “freeman” means a man with a boat.",
        "Inspectors found that the “fresh” fish was a week old.",
        "The choir sang “Under the Old Bridge”.",
        "The boxer “Iron” Tomas Brandt lost.",
        "The frigate “Constant Heart” was towed in.",
    ],
)
def test_what_is_written_named_or_spoken_about_is_nobody_s_speech(hear: Hear, text: str) -> None:
    assert turns(hear(text)) == []
