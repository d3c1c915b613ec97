from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, MarkReason, Quotation, QuotedPhrase, SpeechKind, Stance
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.span import Words
from dateline.stage import Draft

Hear = Callable[[str], Draft]


@pytest.fixture
def hear(read: Callable[..., Draft]) -> Hear:
    return lambda text: read(text, MentionStage(), QuotationStage())


def spoken(draft: Draft) -> list[Quotation]:
    return [q for q in draft.of(Quotation) if q.kind is not SpeechKind.INDIRECT]


def reported(draft: Draft) -> list[Quotation]:
    return [q for q in draft.of(Quotation) if q.kind is SpeechKind.INDIRECT]


def pieces(draft: Draft) -> list[str]:
    return [words.text for q in spoken(draft) for words in q.contents]


def speakers(draft: Draft) -> list[str | None]:
    return [draft.get(Chain, q.speaker).name if q.speaker else None for q in spoken(draft)]


def text_of(words: Words | None) -> str | None:
    return words.text if words else None


def source(quotation: Quotation) -> str | None:
    return text_of(quotation.source)


@pytest.mark.parametrize(
    "text",
    [
        "“We will stay in the valley,” said Mara Lindqvist on Monday.",
        "“We will stay in the valley,” Mara Lindqvist said.",
        "Mara Lindqvist said: “We will stay in the valley,”",
        "Mara Lindqvist told reporters, “We will stay in the valley,”",
        "Mara Lindqvist: “We will stay in the valley,”",
        "Mara Lindqvist on Monday: “We will stay in the valley,”",
        "Mara Lindqvist, to the council of Ostra on Monday: “We will stay in the valley,”",
        "“We will stay in the valley,” — Mara Lindqvist",
    ],
)
def test_a_speaker_is_found_on_either_side_of_the_marks(hear: Hear, text: str) -> None:
    draft = hear(text)
    assert pieces(draft) == ["We will stay in the valley,"]
    assert [source(q) for q in spoken(draft)] == ["Mara Lindqvist"]


def test_pieces_around_a_cue_are_one_quotation(hear: Hear) -> None:
    (one,) = spoken(hear("“We will stay,” Mara Lindqvist said. “Nobody can move us from here.”"))
    assert [w.text for w in one.contents] == ["We will stay,", "Nobody can move us from here."]
    assert one.cue_lemma == "say"


def test_a_sentence_between_ends_the_utterance(hear: Hear) -> None:
    draft = hear("“We will stay,” Mara Lindqvist said. The valley was quiet. “Nobody can move us from here.”")
    assert [len(q.contents) for q in spoken(draft)] == [1, 1]


def test_a_lost_opening_mark_still_gives_the_rest_of_the_utterance(hear: Hear) -> None:
    (one,) = spoken(hear("“We will stay,” Mara Lindqvist said. Nobody can move us from here.”"))
    assert [w.text for w in one.contents] == ["We will stay,", "Nobody can move us from here."]


def test_a_paragraph_of_speech_alone_goes_on_with_the_speaker_before(hear: Hear) -> None:
    draft = hear("“We will stay,” Mara Lindqvist said.\n\n“Nobody can move us from here.”")
    assert speakers(draft) == ["Mara Lindqvist", "Mara Lindqvist"]
    assert spoken(draft)[1].rule == "run of speech"


def test_a_mark_opened_again_goes_on_from_the_paragraph_before(hear: Hear) -> None:
    draft = hear("Mara Lindqvist said: “We will stay.\n\n“Nobody can move us from here.”")
    assert [q.rule for q in spoken(draft)] == ["cue before: say", "goes on from the paragraph before"]


def test_a_colon_at_the_end_of_a_paragraph_leads_the_next_one_in(hear: Hear) -> None:
    draft = hear("Later Tomas Brandt took the floor and said:\n\n“Nobody can move us from here.”")
    assert speakers(draft) == ["Tomas Brandt"]


def test_a_subheading_ends_the_run_of_speech(hear: Hear) -> None:
    text = "“We will stay,” Mara Lindqvist said.\n\nA long winter\n\n“Nobody can move us from here.”\n\nSnow fell."
    assert speakers(hear(text)) == ["Mara Lindqvist", None]


def test_marked_parts_of_a_sentence_are_mixed_speech_of_its_source(hear: Hear) -> None:
    draft = hear(
        "Foreign Minister Tomas Brandt said that the republic “does not accept the results” of the vote, "
        "calling it “unfair” and criticizing the “grim days that followed.”"
    )
    assert pieces(draft) == ["does not accept the results", "unfair", "grim days that followed."]
    assert set(speakers(draft)) == {"Tomas Brandt"}
    assert {q.kind for q in spoken(draft)} == {SpeechKind.MIXED}


def test_marked_words_in_relayed_speech_are_the_outer_speakers(hear: Hear) -> None:
    draft = hear("Mara Lindqvist said Tomas Brandt had promised to “open every archive in the land.”")
    assert speakers(draft) == ["Mara Lindqvist"]


def test_an_agency_that_quotes_is_where_the_words_came_through(hear: Hear) -> None:
    (one,) = spoken(hear("“We had a good talk and we will have another,” Norpress quoted Mara Lindqvist."))
    assert (source(one), one.via) == ("Mara Lindqvist", "Norpress")


def test_according_to_beside_a_speaker_is_where_the_words_came_through(hear: Hear) -> None:
    draft = hear(
        "“We held the vote and that is that,” Tomas Brandt told miners, according to the agency Norpress."
    )
    (one,) = spoken(draft)
    assert source(one) == "Tomas Brandt"
    assert "Norpress" in (one.via or "")
    assert text_of(one.addressee) == "miners"


def test_a_crowd_can_speak(hear: Hear) -> None:
    (one,) = spoken(hear("A video from the square showed miners chanting: “Go, go, go!” during the address."))
    assert source(one) == "miners"


def test_a_pronoun_leads_to_the_chain_it_means(hear: Hear) -> None:
    draft = hear("Mara Lindqvist spoke in Varda on Monday.\n\n“We will stay in the valley,” she said.")
    assert speakers(draft) == ["Mara Lindqvist"]


def test_who_leads_to_the_noun_it_describes(hear: Hear) -> None:
    draft = hear("The rally was led by Mara Lindqvist, who said the “time of fear” was over.")
    assert speakers(draft) == ["Mara Lindqvist"]


@pytest.mark.parametrize(
    ("text", "words", "reason"),
    [
        ("In what is being called a “high-profile” meeting, they shook hands.", "high-profile", MarkReason.SCARE),
        ("The singer Anna “Red Fox” Lund lives in Varda.", "Red Fox", MarkReason.NICKNAME),
        ("She starred in the film “The Long Winter” last year.", "The Long Winter", MarkReason.TITLE),
        (
            "Thousands came to a “March of the Lanterns” rally on Sunday.",
            "March of the Lanterns",
            MarkReason.TITLE,
        ),
        ("Nobody there uses the term “borderland” any more.", "borderland", MarkReason.TERM),
        (
            "What the miners called the “walk of the lamps” ended at the palace on Sunday.",
            "walk of the lamps",
            MarkReason.TITLE,
        ),
        (
            "A road that both mayors once praised as a “road of peace” is closed.",
            "road of peace",
            MarkReason.TITLE,
        ),
        ("He won again with the shot that fans nicknamed “the hammer”.", "the hammer", MarkReason.TITLE),
        ("The so-called “Varda pact” expires in May.", "Varda pact", MarkReason.SCARE),
        ("The storm, known as “old mother”, passed.", "old mother", MarkReason.SCARE),
        ("Many wore hats with the slogan “never again” on them.", "never again", MarkReason.MOTTO),
    ],
)
def test_marks_that_are_nobodys_speech_are_set_apart(
    hear: Hear, text: str, words: str, reason: MarkReason
) -> None:
    draft = hear(text)
    assert spoken(draft) == []
    assert [(p.words.text, p.reason) for p in draft.of(QuotedPhrase)] == [(words, reason)]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lindqvist called the talks “constructive”.",
        "Mara Lindqvist called the road a “road to nowhere”.",
        "Mara Lindqvist hailed the treaty as a “triumph of reason”.",
        "Mara Lindqvist left after what she called “a farce of a trial”.",
    ],
)
def test_an_opinion_of_something_is_speech(hear: Hear, text: str) -> None:
    draft = hear(text)
    assert draft.of(QuotedPhrase) == ()
    assert speakers(draft) == ["Mara Lindqvist"]


@pytest.mark.parametrize(
    ("text", "who", "what", "stance"),
    [
        (
            "Mara Lindqvist claimed that the count was false.",
            "Mara Lindqvist",
            "that the count was false",
            "claims",
        ),
        ("Mara Lindqvist urged miners to stay calm.", "Mara Lindqvist", "miners to stay calm", "demands"),
        ("Mara Lindqvist denied the charges.", "Mara Lindqvist", "the charges", "denies"),
        ("Mara Lindqvist accused Tomas Brandt of fraud.", "Mara Lindqvist", "Tomas Brandt of fraud", "accuses"),
        ("Mara Lindqvist called for a new vote.", "Mara Lindqvist", "a new vote", "demands"),
        ("Mara Lindqvist promised to publish the files.", "Mara Lindqvist", "to publish the files", "promises"),
        ("The bridge is safe, Mara Lindqvist said on Friday.", "Mara Lindqvist", "The bridge is safe", "states"),
        ("According to Mara Lindqvist, the bridge is safe.", "Mara Lindqvist", "the bridge is safe", "states"),
    ],
)
def test_reported_speech_has_source_content_and_stance(
    hear: Hear, text: str, who: str, what: str, stance: str
) -> None:
    (one,) = reported(hear(text))
    assert (source(one), [w.text for w in one.contents], one.stance) == (who, [what], Stance(stance))


def test_the_clause_around_a_parenthetical_cue_is_its_content(hear: Hear) -> None:
    (one,) = reported(hear("The bridge, Mara Lindqvist said, is safe for another ten years."))
    assert [w.text for w in one.contents] == ["The bridge", "is safe for another ten years"]


def test_a_told_person_is_the_addressee(hear: Hear) -> None:
    (one,) = reported(hear("A spokeswoman for the alliance told Norpress that there was no build-up."))
    assert source(one) == "A spokeswoman for the alliance"
    assert text_of(one.addressee) == "Norpress"


def test_a_claim_by_a_noun_belongs_to_its_holder(hear: Hear) -> None:
    (one,) = reported(hear("Few believed in Lindqvist’s claim that the bridge was safe."))[:1]
    assert "Lindqvist" in (source(one) or "")
    assert one.cue_lemma in ("claim", "believe")


def test_a_denial_is_a_stance_and_negated_is_what_was_not_said(hear: Hear) -> None:
    denied, unsaid = (
        reported(hear("Tomas Brandt denied that the bridge was safe."))[0],
        reported(hear("Tomas Brandt did not say that the bridge was safe."))[0],
    )
    assert (denied.stance, denied.negated, denied.denies) == (Stance.DENIES, False, True)
    assert (unsaid.stance, unsaid.negated, unsaid.denies) == (Stance.STATES, True, True)


def test_every_span_slices_and_ids_are_unique(hear: Hear) -> None:
    draft = hear(
        "“We stay,” Mara Lindqvist said. She urged and begged Tomas Brandt to go, calling him “tired.”\n\n"
        "“Nobody, he said. “We wait.”\n\nHe said the “plan” failed.”Then “all went” home"
    )
    records = [*draft.of(Quotation), *draft.of(QuotedPhrase)]
    assert len({r.id for r in records}) == len(records)
    for one in draft.of(Quotation):
        for words in (*one.contents, one.source, one.cue, one.addressee):
            assert words is None or draft.report.text[words.start : words.end] == words.text


def test_a_name_in_apposition_is_the_speaker(hear: Hear) -> None:
    draft = hear("Miners came out. “Snow lay everywhere,” one of them, Tomas Brandt, told Norpress.")
    assert speakers(draft) == ["Tomas Brandt"]


def test_what_a_sign_reads_does_not_go_on_in_what_follows(hear: Hear) -> None:
    draft = hear(
        "“We stay,” said student Mara Lindqvist, holding a sign reading “Bread for all.” “They took my job.”"
    )
    assert pieces(draft)[-1] == "They took my job."
    assert speakers(draft)[-1] == "Mara Lindqvist"


def test_it_in_what_it_called_is_the_subject_of_the_sentence(hear: Hear) -> None:
    draft = hear("The European Union condemned what it called “a needless use of force” in Varda.")
    assert speakers(draft) == ["European Union"]


def test_a_sentence_glued_to_a_closing_mark_does_not_take_the_piece(hear: Hear) -> None:
    draft = hear("“It is over,” Mara Lindqvist added. “He must go.”Brandt said sanctions would follow.")
    assert speakers(draft) == ["Mara Lindqvist"]


def test_two_speakers_in_one_paragraph_keep_their_own_words(hear: Hear) -> None:
    draft = hear("Mara Lindqvist asked: “Why now?” “Because we must,” Tomas Brandt replied.")
    assert [(pieces(draft)), speakers(draft)] == [
        ["Why now?", "Because we must,"],
        ["Mara Lindqvist", "Tomas Brandt"],
    ]


def test_a_full_stop_after_the_closing_mark_ends_a_short_sentence_too(hear: Hear) -> None:
    (one,) = spoken(hear('"He lies," Mara Lindqvist said. "He always has".'))
    assert [w.text for w in one.contents] == ["He lies,", "He always has"]


def test_the_owner_of_an_office_is_not_its_speaker(hear: Hear) -> None:
    draft = hear("Mara Lindqvist’s office described the plan as “fantasy”.")
    assert speakers(draft) != ["Mara Lindqvist"]


def test_an_aside_on_anonymity_is_not_the_cue(hear: Hear) -> None:
    (one,) = spoken(hear("“The talks failed,” an official, speaking on condition of anonymity, told Norpress."))
    assert one.cue_lemma == "tell"


def test_in_the_words_of_somebody_is_an_attribution(hear: Hear) -> None:
    (one,) = spoken(hear("In the words of Mara Lindqvist, it was “the end of an era”."))
    assert (source(one), one.cue_lemma) == ("Mara Lindqvist", "in the words of")


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The head of the Norland Miners, Mara Lindqvist, said the bridge was “not safe”.", "Mara Lindqvist"),
        ("An internal report seen by the Lund Herald says that the bridge is “not safe”.", None),
    ],
)
def test_a_name_in_the_printed_source_is_the_speaker_only_if_it_is_the_same_person(
    hear: Hear, text: str, who: str | None
) -> None:
    assert speakers(hear(text)) == [who]


def test_reports_that_give_somebodys_words_are_where_they_came_through(hear: Hear) -> None:
    draft = hear("According to agency reports, Mara Lindqvist said: “We had a very good talk with everyone.”")
    (one,) = spoken(draft)
    assert (source(one), one.via) == ("Mara Lindqvist", "agency reports")
    assert reported(draft) == []


def test_words_that_a_heading_takes_from_the_body_are_the_same_speakers(hear: Hear) -> None:
    draft = hear(
        "‘We will stay’: miners defy order\n\nSnow fell.\n\n“We will stay in Varda,” Mara Lindqvist said."
    )
    assert speakers(draft) == ["Mara Lindqvist", "Mara Lindqvist"]


def test_words_that_two_people_say_in_the_body_are_neithers_in_the_heading(hear: Hear) -> None:
    draft = hear(
        "‘We will stay’: miners defy order\n\nSnow fell.\n\n“We will stay,” Mara Lindqvist said.\n\n"
        "“We will stay,” said Tomas Brandt."
    )
    assert speakers(draft)[0] is None


def test_one_cue_can_lead_in_several_pieces(hear: Hear) -> None:
    (one,) = spoken(hear("Miners chanted “Shame!” and “Resign!” as the minister left."))
    assert ([w.text for w in one.contents], source(one)) == (["Shame!", "Resign!"], "Miners")


def test_who_is_quoted_as_saying_speaks_and_who_quotes_passes_it_on(hear: Hear) -> None:
    (one,) = reported(hear("Norpress quoted a miner as saying that the bridge had been closed in May."))
    assert (source(one), one.via) == ("a miner", "Norpress")
    (marked,) = spoken(hear("The minister was quoted by Norpress as saying: “We did nothing wrong.”"))
    assert (source(marked), marked.via) == ("The minister", "Norpress")


def test_the_person_told_is_printed_without_what_is_said_of_them(hear: Hear) -> None:
    told, answer = spoken(
        hear("“You cannot eat hope,” Mara Lindqvist told Tomas Brandt, who answered: “You can never eat stones.”")
    )
    assert text_of(told.addressee) == "Tomas Brandt"
    assert source(answer) == "who"


def test_it_means_the_body_that_has_just_spoken(hear: Hear) -> None:
    draft = hear("The European Union said “nothing has changed”. It added that “talks go on”.")
    assert speakers(draft) == ["European Union", "European Union"]


def test_no_answer_is_no_statement(hear: Hear) -> None:
    assert reported(hear("The ministry did not respond to a request for comment.")) == []


def test_two_verbs_with_a_subject_each_are_two_speakers(hear: Hear) -> None:
    draft = hear("“We want justice,” said Mara Lindqvist, and Tomas Brandt added: “And we want it now.”")
    assert [source(q) for q in spoken(draft)] == ["Mara Lindqvist", "Tomas Brandt"]


def test_speech_left_open_is_the_speakers_whom_the_next_paragraph_names(hear: Hear) -> None:
    draft = hear("“We will stay in the valley.\n\n“We have nowhere to go,” said Mara Lindqvist.")
    assert speakers(draft) == ["Mara Lindqvist", "Mara Lindqvist"]


def test_an_aside_on_what_is_said_is_nobody_who_is_told(hear: Hear) -> None:
    (one,) = spoken(hear("Mara Lindqvist has said she “will not be moved,” a line that miners repeat daily."))
    assert (source(one), one.addressee) == ("Mara Lindqvist", None)
