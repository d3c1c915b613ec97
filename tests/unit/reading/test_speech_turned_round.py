"""Speakers and contents out of their usual places: clefts, asides, calls by name, numbers that are given out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Quotation
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Said = list[tuple[str | None, str | None, str]]


@pytest.fixture
def said(read: Callable[..., Draft]) -> Callable[[str], Said]:
    """What a text reports: the source as printed, the speaker's name, the pieces of the content."""

    def read_text(text: str) -> Said:
        draft = read(text, TimexStage(), MentionStage(), QuotationStage())
        return [
            (
                quotation.source.text if quotation.source else None,
                draft.get(Chain, quotation.speaker).name if quotation.speaker else None,
                " | ".join(piece.text for piece in quotation.contents),
            )
            for quotation in draft.of(Quotation)
        ]

    return read_text


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Mayor Olga Brandt resigned. It was she who told the council: “The dam will hold.”", "Olga Brandt"),
        ("Harriet Moss resigned. It was she who said that the pumps had failed.", "Harriet Moss"),
        ("It was Tomas Reuel who warned the council that the dam was weak.", "Tomas Reuel"),
        ("It was the deputy mayor, Ian Roe, who said that the pumps had failed.", "Ian Roe"),
        ("Paul Holt, who always maintained that “the ladder was rotten”, stayed away.", "Paul Holt"),
    ],
)
def test_who_in_a_cleft_is_the_one_it_singles_out(said: Callable[[str], Said], text: str, speaker: str) -> None:
    assert ("who", speaker) in [(source, name) for source, name, _ in said(text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "In it, she told us afterwards, were letters from four ministers.",
            "she",
            "In it | were letters from four ministers",
        ),
        (
            "On the table, Anna Merk recalled later, stood two glasses.",
            "Anna Merk",
            "On the table | stood two glasses",
        ),
        ("Near the well, the guide told them, lay three coins.", "the guide", "Near the well | lay three coins"),
        ("Under the floor, he told the court, were nine rifles.", "he", "Under the floor | were nine rifles"),
        ("Behind the door, the nurse told us, stood a guard.", "the nurse", "Behind the door | stood a guard"),
    ],
)
def test_a_cue_stands_in_the_midst_of_an_inverted_clause(
    said: Callable[[str], Said], text: str, source: str, content: str
) -> None:
    assert (source, content) in [(printed, words) for printed, _, words in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The bridge would stay shut, the engineer said, since two bolts were missing.",
            "The bridge would stay shut | since two bolts were missing",
        ),
        (
            "Karol Wendt would not come, his spokesman said, because the city had sent no letter.",
            "Karol Wendt would not come | because the city had sent no letter",
        ),
        (
            "The school would close, the council said, because the roof leaked.",
            "The school would close | because the roof leaked",
        ),
        (
            "No one had been hurt, he added, nor would anyone be charged.",
            "No one had been hurt | nor would anyone be charged",
        ),
        (
            "The fleet had not sailed, she said, nor would it sail today.",
            "The fleet had not sailed | nor would it sail today",
        ),
    ],
)
def test_what_is_said_goes_on_after_the_cue(said: Callable[[str], Said], text: str, content: str) -> None:
    assert content in [words for _, _, words in said(text)]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Police counted 4,000 marchers.", "Police", "4,000 marchers"),
        ("The organisers counted 12,000.", "The organisers", "12,000"),
        ("Police put the crowd at 4,000.", "Police", "the crowd at 4,000"),
        ("The union put the number of strikers at 900.", "The union", "the number of strikers at 900"),
        (
            "The harbour office estimated the crowd at 4,000 people.",
            "The harbour office",
            "the crowd at 4,000 people",
        ),
    ],
)
def test_a_number_given_out_is_said(said: Callable[[str], Said], text: str, source: str, content: str) -> None:
    assert (source, content) in [(printed, words) for printed, _, words in said(text)]


@pytest.mark.parametrize(
    "text",
    [
        "She put the letter at the door.",
        "He counted the votes.",
        "The council put guards at two gates.",
        "4,000 marchers were counted on the bridge.",
        "They were sent to count 300 sheep.",
    ],
)
def test_who_only_counts_or_places_says_nothing(said: Callable[[str], Said], text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "words",
    [
        "I sell nothing, Mr Harlan,",
        "No, Harlan,",
        "Ask me tomorrow, Iven Harlan,",
        "Well, Mr Harlan, no,",
        "We are done, Harlan!",
    ],
)
def test_nobody_speaks_to_himself_by_name(said: Callable[[str], Said], words: str) -> None:
    text = f"Iven Harlan is the finance minister. He came to the mine. “{words}” the minister replied."
    found = said(text)
    assert found[-1][0] == "the minister"
    assert found[-1][1] != "Iven Harlan"


def test_whoever_says_i_before_his_name_speaks_of_himself(said: Callable[[str], Said]) -> None:
    assert said("Iven Harlan stood up. “I, Iven Harlan, swear it,” Harlan said.")[-1][1] == "Iven Harlan"


@pytest.mark.parametrize("day", ["Saturday", "Monday", "Yesterday", "Tonight", "Friday"])
def test_a_day_says_nothing(said: Callable[[str], Said], day: str) -> None:
    assert day not in [source for source, _, _ in said(f"The council will count the votes itself, {day} said.")]


def test_a_man_of_the_name_of_a_day_speaks(said: Callable[[str], Said]) -> None:
    assert said("Mr Friday said he would pay.")[0][0] == "Mr Friday"


@pytest.mark.parametrize(
    "text",
    [
        "They show that gas had been high.",
        "It shows that the door was open.",
        "These show that the pump had failed.",
        "It showed that two bolts were missing.",
        "They depict that the roof was gone.",
    ],
)
def test_pictures_that_show_something_are_nobody(said: Callable[[str], Said], text: str) -> None:
    found = said(f"The mines ministry published photographs of the gauge. {text}")
    assert [name for source, name, _ in found if source in ("They", "It", "These")] in ([None], [])
