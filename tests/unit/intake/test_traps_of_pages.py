"""Traps that real reports set to a reader of pages and desk copies, each on a text of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Arrival, Chain, FurnitureKind, Paragraph, ParagraphKind, Quotation
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Context, Draft
from dateline.testing import read

Take = Callable[[str], Arrival]

LEDE = (
    "Shipyard workers in Karsund walked out on Monday after the owners cut their wages for the second time this "
    "year. The strike is the first in the town since 2019."
)
BODY = (
    "“We will stay out until the old wages are back,” union leader Mara Lind told reporters at the gate.\n\n"
    "President Odran Velk has called on both sides to talk. The owners did not answer questions."
)


@pytest.fixture
def taken(take: Take, context: Context) -> Callable[[str], Draft]:
    """taken(text) takes a desk copy in and reads its speech."""
    return lambda text: read(take(text), ParseStage(), MentionStage(), QuotationStage(), context=context)


def furniture(arrival: Arrival, kind: FurnitureKind) -> list[str]:
    return [piece.words.text for piece in arrival.furniture if piece.kind is kind]


def quoted(draft: Draft) -> list[tuple[str, str | None]]:
    return [
        (piece.text, draft.get(Chain, quotation.speaker).name if quotation.speaker else None)
        for quotation in draft.of(Quotation)
        if quotation.contents[0].text.startswith("We will")
        for piece in quotation.contents
    ]


# --- a headline that stands after the lede


def test_a_headline_after_the_lede_is_the_title(take: Take) -> None:
    arrival = take(f" date 2031-03-02 {LEDE}\n\nShipyard workers strike over wages\n\n{BODY}\n")
    assert arrival.report.title == "Shipyard workers strike over wages"


def test_a_headline_after_the_lede_is_no_body_text(taken: Callable[[str], Draft]) -> None:
    draft = taken(f" date 2031-03-02 {LEDE}\n\nShipyard workers strike over wages\n\n{BODY}\n")
    kinds = [paragraph.kind for paragraph in draft.of(Paragraph)]
    assert kinds == [ParagraphKind.BODY, ParagraphKind.HEADLINE, ParagraphKind.BODY, ParagraphKind.BODY]


# --- a section's name on the first line


@pytest.mark.parametrize("section", ["World", "National-World", "Business", "Home News"])
def test_a_section_s_name_on_the_first_line_is_no_title_and_no_body(take: Take, section: str) -> None:
    arrival = take(f" date 2031-03-02 {section}\n\n{LEDE}\n\n{BODY}\n")
    assert arrival.report.title != section
    assert section in [piece.words.text for piece in arrival.furniture]


# --- captions


@pytest.mark.parametrize(
    "caption",
    [
        "[Shipyard workers warm their hands at a fire, Karsund. Credit: NNA]",
        "[Union leader Mara Lind speaks at the gate of the shipyard in Karsund. Photo: Tavia Press]",
        "[Workers with red flags stand at the gate of the Karsund shipyard to protest against lower wages.]",
    ],
)
def test_a_caption_in_brackets_is_set_apart_with_its_credit(take: Take, caption: str) -> None:
    arrival = take(f" date 2031-03-02 {LEDE}\n\n{caption}\n\n{BODY}\n")
    assert furniture(arrival, FurnitureKind.CAPTION) == [caption]


def test_a_caption_that_repeats_the_quotation_of_the_body_is_not_a_second_quotation(
    taken: Callable[[str], Draft],
) -> None:
    said = "“We will stay out until the old wages are back,” union leader Mara Lind told reporters at the gate."
    draft = taken(f"Shipyard workers strike over wages\n\nBy NNA\n{said} Tavia.org\n\n{LEDE}\n\n{BODY}\n")
    assert quoted(draft) == [("We will stay out until the old wages are back,", "Mara Lind")]


def test_a_remark_in_brackets_inside_a_sentence_is_no_caption(take: Take) -> None:
    arrival = take(
        f" date 2031-03-02 {LEDE}\n\nLind said that they [the owners] had lied to the workers.\n\n{BODY}\n"
    )
    assert furniture(arrival, FurnitureKind.CAPTION) == []


# --- what follows the report


def test_teasers_and_an_appeal_after_the_report_are_not_read(taken: Callable[[str], Draft]) -> None:
    draft = taken(
        f"Shipyard workers strike over wages\n\nBy NNA\n\n{LEDE}\n\n{BODY}\n\nRead more about: Tavia\n\n"
        "Read more\n\nsigns of life\n\nVelk 'Never Saw' the Contract\n\n"
        "The president said: “We will look into it.”\n\n"
        "Independent news is not free. Please support The Karsund Times with a donation.\n"
    )
    assert quoted(draft) == [("We will stay out until the old wages are back,", "Mara Lind")]
    assert "donation" not in " ".join(paragraph.words.text for paragraph in draft.of(Paragraph))
