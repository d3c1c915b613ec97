"""Traps that real reports set to a reader of speech, each on a text of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import (
    ActorKind,
    Anomaly,
    Chain,
    Event,
    EventType,
    Quotation,
    QuotedPhrase,
    Sentence,
    SpeechKind,
    Status,
)
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Hear = Callable[..., Draft]


@pytest.fixture
def hear(read: Callable[..., Draft]) -> Hear:
    def read_text(text: str, published: str = "2030-05-14") -> Draft:
        return read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage(), published=published)

    return read_text


def marked(draft: Draft) -> dict[str, str | None]:
    """The pieces in marks, each with the name of who says it."""
    return {
        piece.text: draft.get(Chain, quotation.speaker).name if quotation.speaker else None
        for quotation in draft.of(Quotation)
        if quotation.kind is not SpeechKind.INDIRECT
        for piece in quotation.contents
    }


def reported(draft: Draft) -> list[tuple[str | None, str]]:
    """What is reported without marks: who, and the words."""
    return [
        (
            draft.get(Chain, quotation.speaker).name if quotation.speaker else None,
            " ".join(piece.text for piece in quotation.contents),
        )
        for quotation in draft.of(Quotation)
        if quotation.kind is SpeechKind.INDIRECT
    ]


# --- two sentences glued without a space after a closing mark

GLUED = (
    "President Odran Velk told the strikers in Karsund that the mine “must close.”Velk said there was no money "
    "left to run it."
)


def test_sentences_glued_after_a_closing_mark_are_two(hear: Hear) -> None:
    sentences = [sentence.words.text for sentence in hear(GLUED).of(Sentence)]
    assert len(sentences) == 2
    assert sentences[1].startswith("Velk said")


def test_speech_on_both_sides_of_the_glue_keeps_its_speaker(hear: Hear) -> None:
    draft = hear(GLUED)
    assert marked(draft) == {"must close.": "Odran Velk"}
    assert ("Odran Velk", "there was no money left to run it") in reported(draft)


# --- a mark that is never opened, or never closed


def test_a_mark_that_is_never_opened_ends_speech_that_goes_on(hear: Hear) -> None:
    draft = hear(
        "Minister Sira Tamm defended the plan.\n\n"
        "“The road will be built this year,” she said. Nobody will lose a field over it.”\n\n"
        "The farmers did not believe her."
    )
    assert marked(draft) == {
        "The road will be built this year,": "Sira Tamm",
        "Nobody will lose a field over it.": "Sira Tamm",
    }


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        (
            "“We will pay for every field, Sira Tamm said on Monday. Nobody asked who would.",
            "We will pay for every field,",
        ),
        (
            "Sira Tamm said: “We will pay for every field. The farmers can rely on us.",
            "We will pay for every field. The farmers can rely on us.",
        ),
    ],
)
def test_a_mark_that_is_never_closed_takes_in_nothing_that_is_not_said(
    hear: Hear, paragraph: str, said: str
) -> None:
    draft = hear(f"{paragraph}\n\nThe farmers of Karsund have waited for the money since 2028.")
    assert marked(draft) == {said: "Sira Tamm"}
    assert all("waited" not in words for _, words in reported(draft))


# --- letters that a scanner got wrong


def test_a_slip_of_a_letter_does_not_cut_a_sentence_or_hide_its_act(hear: Hear) -> None:
    draft = hear("Riot police in Karsund fired tear has on Sunday to disperse the strikers.")
    assert len(draft.of(Sentence)) == 1
    force = {EventType.COERCE, EventType.ASSAULT}
    acts = [event for event in draft.of(Event) if event.type in force]
    assert acts
    assert all(event.time and event.time.edtf == "2030-05-12" for event in acts)


# --- who speaks


def test_a_crowd_that_chants_is_one_collective_speaker(hear: Hear) -> None:
    draft = hear("Videos from the shipyard showed workers chanting: “Not one hour more!” while Velk was speaking.")
    assert marked(draft) == {"Not one hour more!": "workers"}
    (quotation,) = (q for q in draft.of(Quotation) if q.kind is not SpeechKind.INDIRECT)
    assert quotation.speaker
    assert draft.get(Chain, quotation.speaker).plural


@pytest.mark.parametrize(
    "text",
    [
        "“Nobody should be beaten for marching,” Commissioner Lena Osk said in a tweet.",
        "“Nobody should be beaten for marching,” Commissioner Lena Osk tweeted on Monday.",
        "In a tweet on Monday, Commissioner Lena Osk wrote: “Nobody should be beaten for marching,”",
    ],
)
def test_a_tweet_is_said_by_who_wrote_it(hear: Hear, text: str) -> None:
    assert marked(hear(text)) == {"Nobody should be beaten for marching,": "Lena Osk"}


def test_a_spokeswoman_is_a_person_and_not_her_organisation(hear: Hear) -> None:
    draft = hear(
        "A spokeswoman for the Northern Pact, which counts Tavia among its members, told reporters in a "
        "statement that there were no troops on the border."
    )
    ((speaker, words),) = reported(draft)
    assert words == "that there were no troops on the border"
    assert speaker
    assert "spokeswoman" in speaker
    (chain,) = (chain for chain in draft.of(Chain) if chain.name == speaker)
    assert chain.kind is ActorKind.PERSON
    assert "Northern Pact" not in chain.names


# --- a promise that somebody else passes on


def test_a_relayed_promise_is_said_by_who_relays_it_and_made_by_who_made_it(hear: Hear) -> None:
    draft = hear(
        "President Odran Velk received opposition leader Mara Lind in Karsund on Monday.\n\n"
        "Lind said: “He promised us to free every prisoner before the winter.”"
    )
    assert marked(draft) == {"He promised us to free every prisoner before the winter.": "Mara Lind"}


def test_a_promise_told_by_another_has_its_own_maker_and_status(hear: Hear) -> None:
    draft = hear(
        "Opposition leader Mara Lind met President Odran Velk on Monday. Lind said Velk promised to “free every "
        "prisoner before the winter.”"
    )
    assert marked(draft) == {"free every prisoner before the winter.": "Mara Lind"}
    releases = [event for event in draft.of(Event) if event.type is EventType.RETREAT]
    assert releases
    assert {event.status for event in releases} <= {Status.PROMISED, Status.PLANNED}


# --- who can not have said it


def test_a_name_that_is_two_people_in_one_sentence_is_flagged_with_both_readings(hear: Hear) -> None:
    draft = hear(
        "Exiled opposition leader Odran Velk said on Monday that President Odran Velk had “nowhere to go.”\n\n"
        "Opposition leader Mara Lind has lived in Tavia since March. “We are patient,” Lind said."
    )
    flagged = [quotation for quotation in draft.of(Quotation) if quotation.anomaly is Anomaly.ATTRIBUTION]
    assert flagged
    names = {
        draft.get(Chain, chain).name for one in flagged for chain in (one.speaker, one.other_speaker) if chain
    }
    assert names == {"Odran Velk", "Mara Lind"}


def test_the_name_that_organisers_give_to_a_march_is_nobodys_speech(hear: Hear) -> None:
    draft = hear(
        "Thousands joined a “funeral of the free press” march in Karsund on Sunday, and police arrested dozens."
    )
    assert marked(draft) == {}
    assert [phrase.words.text for phrase in draft.of(QuotedPhrase)] == ["funeral of the free press"]


def test_a_statement_that_reads_is_its_senders(hear: Hear) -> None:
    draft = hear(
        "Mr Sorel’s lawyer, Clara Bohm, sent us a statement. “Every man in the pit had a lamp,” it reads."
    )
    assert marked(draft) == {"Every man in the pit had a lamp,": "Clara Bohm"}


def test_a_letter_that_reads_is_not_its_receivers(hear: Hear) -> None:
    draft = hear("Clara Bohm received a letter on Thursday. “Every man in the pit had a lamp,” it read.")
    assert marked(draft) == {"Every man in the pit had a lamp,": None}
