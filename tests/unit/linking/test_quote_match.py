from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.provenance import Provenance
from dateline.linking.quote_match import keys, records_of, utterances
from dateline.linking.speech.occasions import Occasions
from dateline.linking.speech.one_utterance import Comparison, said
from dateline.linking.speech.renderings import vectors
from dateline.linking.speech.scenes import Scenes
from dateline.linking.speech.spoken import likeness, stem, tokens
from dateline.model import Link, LinkKind, Quotation, Record, Relation, Report, SpeechKind, Support, Utterance
from dateline.settings import DEFAULTS
from tests.unit.linking.made import actor, chain_id, own_origins, quotation, report, sentences_of, who, words_in

TOWN = "Ostra"
LONG = "We will not leave the harbour until the last of the prisoners is free and home."


def told(text: str, published: str = "2030-05-14") -> Report:
    return report(f"“{text}” was said in {TOWN} on {published}.", published)


def comparison(reports: list[Report]) -> Comparison:
    return Comparison(
        Chronology(reports),
        Occasions(reports),
        vectors(DEFAULTS.model),
        Scenes([s for r in reports for s in sentences_of(r)]),
    )


def matched(
    reports: list[Report], said_by: list[Quotation], *names: str, provenance: Provenance | None = None
) -> list[Record]:
    known = who(reports, *names)
    origins = provenance or own_origins(reports)
    order, compare = Chronology(reports), comparison(reports)
    return [
        record
        for members, pairs in utterances(said_by, known, origins, compare, 200)
        for record in records_of(members, pairs, known, origins, order)
    ]


def joined(
    *texts_and_speakers: tuple[str, str | None], days: tuple[str, ...] = ("2030-05-14", "2030-05-15")
) -> int:
    """How many utterances the two quotations of two reports become."""
    reports = [told(text, day) for (text, _), day in zip(texts_and_speakers, days, strict=True)]
    quoted = [quotation(r, text, by=by) for r, (text, by) in zip(reports, texts_and_speakers, strict=True)]
    records = matched(reports, quoted, *{by for _, by in texts_and_speakers if by})
    return sum(isinstance(record, Utterance) for record in records)


def test_the_same_words_in_two_reports_are_one_utterance_named_by_the_earlier() -> None:
    reports = [told(LONG, "2030-05-15"), told(LONG, "2030-05-14")]
    quoted = [quotation(r, LONG, by="Ada Noor") for r in reports]

    records = matched(reports, quoted, "Ada Noor")
    (utterance,) = [r for r in records if isinstance(r, Utterance)]

    assert utterance.members == (quoted[1].id, quoted[0].id)
    assert utterance.speaker == actor("Ada Noor").id
    assert utterance.text == LONG
    assert len([r for r in records if isinstance(r, Support)]) == 2
    assert {r.reasons for r in records if isinstance(r, Link) and r.kind is LinkKind.UTTERANCE} == {("identical",)}


def test_a_trimmed_quotation_joins_the_full_one_and_the_full_one_is_its_text() -> None:
    part = "until the last of the prisoners is free"
    reports = [told(LONG), told(part, "2030-05-15")]
    quoted = [quotation(reports[0], LONG, by="Ada Noor"), quotation(reports[1], part)]

    (utterance,) = [r for r in matched(reports, quoted, "Ada Noor") if isinstance(r, Utterance)]

    assert utterance.text == LONG
    assert utterance.speaker == actor("Ada Noor").id


def test_a_quotation_changed_in_a_few_words_is_still_one_utterance() -> None:
    changed = "We shall not leave the port until the last of the prisoners is free and home."
    assert joined((LONG, "Ada Noor"), (changed, "Ada Noor")) == 1
    assert joined((LONG, "Ada Noor"), (changed, None)) == 1


def test_words_changed_and_another_speaker_are_two_utterances() -> None:
    changed = "We shall not leave the port until the last of the prisoners is free and home."
    assert joined((LONG, "Ada Noor"), (changed, "Ben Ismay")) == 2


def test_a_long_quotation_given_to_two_people_is_one_disputed_utterance() -> None:
    reports = [told(LONG), told(LONG, "2030-05-15")]
    quoted = [quotation(reports[0], LONG, by="Ada Noor"), quotation(reports[1], LONG, by="Ben Ismay")]

    (utterance,) = [r for r in matched(reports, quoted, "Ada Noor", "Ben Ismay") if isinstance(r, Utterance)]

    assert utterance.speaker is None
    assert set(utterance.speakers) == {actor("Ada Noor").id, actor("Ben Ismay").id}


@pytest.mark.parametrize("formula", ["No comment.", "Thank you very much.", "We are monitoring the situation."])
def test_what_everybody_says_is_said_anew_each_time(formula: str) -> None:
    assert joined((formula, "Ada Noor"), (formula, "Ada Noor")) == 2


def test_a_formula_in_two_reprints_of_one_text_is_one_utterance() -> None:
    reports = [told("No comment."), told("No comment.", "2030-05-15")]
    quoted = [quotation(r, "No comment.", by="Ada Noor") for r in reports]
    both = Provenance(
        [
            Link(id=f"l{n}", kind=LinkKind.ORIGIN, member=r.id, target="o", score=1.0, reasons=("a",))
            for n, r in enumerate(reports)
        ],
        (),
    )

    records = matched(reports, quoted, "Ada Noor", provenance=both)

    assert len([r for r in records if isinstance(r, Utterance)]) == 1


def test_a_short_quotation_needs_the_same_speaker_on_nearby_days() -> None:
    assert joined(("a black day", "Ada Noor"), ("a black day", "Ada Noor")) == 1
    assert joined(("a black day", "Ada Noor"), ("a bad year", "Ben Ismay")) == 2
    assert joined(("a black day", "Ada Noor"), ("a black day", None)) == 2
    assert joined(("a black day", "Ada Noor"), ("a black day", "Ada Noor"), days=("2030-05-14", "2030-05-20")) == 2


def test_numbers_that_differ_are_said_in_the_reasons() -> None:
    first = "We have counted 40 boats that never came back to the harbour of this town."
    second = "We have counted 14 boats that never came back to the harbour of this town."
    reports = [told(first), told(second, "2030-05-15")]
    quoted = [quotation(r, t, by="Ada Noor") for r, t in zip(reports, (first, second), strict=True)]

    links = [r for r in matched(reports, quoted, "Ada Noor") if isinstance(r, Link)]

    assert {link.reasons for link in links} == {("changed in words", "numbers differ: 14, 40")}
    assert joined((first, "Ada Noor"), (second, None)) == 2


def test_a_part_that_two_long_quotations_share_does_not_join_them() -> None:
    common = "free and fair elections in this country"
    first = f"I have asked the council again and again for {common}."
    second = f"Nobody in the whole of the delegation believed in {common}."
    texts = [
        (first, "Ada Noor", "2030-05-14"),
        (second, "Ada Noor", "2030-05-15"),
        (common, "Ada Noor", "2030-05-16"),
    ]
    reports = [told(text, day) for text, _, day in texts]
    quoted = [quotation(r, text, by=by) for r, (text, by, _) in zip(reports, texts, strict=True)]

    found = [r for r in matched(reports, quoted, "Ada Noor") if isinstance(r, Utterance)]

    assert sorted(len(u.members) for u in found) == [1, 2]


def test_different_words_of_one_run_in_one_report_stay_apart_and_a_repeated_one_joins() -> None:
    pieces = ["The pier will be rebuilt by us all,", "The money is there for the pier."]
    one = report(f"“{pieces[0]}” she said. “{pieces[1]}” “{pieces[1]}”")
    quoted = [quotation(one, piece, by="Ada Noor") for piece in pieces]
    again = one.text.rindex(pieces[1])
    caption = replace(
        quoted[1],
        id="q_caption",
        contents=(replace(quoted[1].contents[0], start=again, end=again + len(pieces[1])),),
    )

    found = [r for r in matched([one], [*quoted, caption], "Ada Noor") if isinstance(r, Utterance)]

    assert sorted(len(u.members) for u in found) == [1, 2]


def test_speech_told_without_marks_joins_the_quotation_of_the_same_speaker() -> None:
    reports = [
        told(LONG),
        report("Ada Noor said they would not leave the harbour until the last prisoners were free."),
    ]
    quoted = [
        quotation(reports[0], LONG, by="Ada Noor"),
        quotation(
            reports[1],
            "they would not leave the harbour until the last prisoners were free",
            by="Ada Noor",
            kind=SpeechKind.INDIRECT,
        ),
    ]

    assert len([r for r in matched(reports, quoted, "Ada Noor") if isinstance(r, Utterance)]) == 1


def test_every_quotation_has_exactly_one_utterance_whatever_the_order() -> None:
    chosen = random.Random(5)  # noqa: S311 -- test data
    words = ["harbour", "pier", "prisoners", "free", "never", "again", "mayor", "said", "we", "will", "build"]
    texts = [" ".join(chosen.choices(words, k=chosen.randrange(1, 15))) for _ in range(60)]
    reports = [told(text, f"2030-05-{1 + n % 28:02d}") for n, text in enumerate(texts)]
    quoted = [quotation(r, t, by="Ada Noor") for r, t in zip(reports, texts, strict=True)]

    once = matched(reports, quoted, "Ada Noor")
    chosen.shuffle(quoted)
    again = matched(reports, quoted, "Ada Noor")

    assert sorted(map(repr, once)) == sorted(map(repr, again))
    assert sorted(m for u in once if isinstance(u, Utterance) for m in u.members) == sorted(q.id for q in quoted)
    assert len({r.id for r in once}) == len(once)


def test_pairs_compared_grow_with_the_quotations_and_not_with_their_square() -> None:
    def compared(number: int) -> int:
        chosen = random.Random(11)  # noqa: S311 -- test data
        reports = [
            told(f"{LONG if n % 4 else ''} {' '.join(f'w{chosen.randrange(900)}' for _ in range(12))}")
            for n in range(number)
        ]
        known, origins = who(reports, "Ada Noor"), own_origins(reports)
        compare = comparison(reports)
        ready = [said(quotation(r, r.text[1:30], by="Ada Noor"), known, origins, compare) for r in reports]
        assert chain_id(reports[0], "Ada Noor") == ready[0].quotation.speaker
        return sum(1 for block in blocks(ready, keys, 10) for _ in block.pairs())

    few, many = compared(200), compared(400)

    assert few > 0
    assert many <= 3 * few


def test_a_contraction_is_two_words_and_a_figure_has_no_commas() -> None:
    assert tokens("We don't pay 40,000; we can’t, we won't!") == (
        *("we", "do", "not", "pay", "40000", "we"),
        *("can", "not", "we", "will", "not"),
    )


def test_an_inflected_word_meets_its_stem() -> None:
    assert {stem("protests"), stem("protested"), stem("protesting")} == {stem("protest")}


def test_a_negation_put_in_is_a_difference() -> None:
    first = tokens("the ministry will pay for every boat that was lost in the storm of last winter")
    second = tokens("the ministry will not pay for every boat that was lost in the storm of last winter")

    like = likeness(first, second)

    assert like is not None
    assert (like.relation, like.differences) == (Relation.CHANGED, ("one side negates",))


def test_a_text_that_parts_its_contractions_is_compared_like_any_other() -> None:
    assert tokens("We do n't -- n't know") == ("we", "do", "not", "not", "know")


def test_an_utterance_in_two_pieces_shows_where_the_report_interrupts_it() -> None:
    one = report("“They did nothing,” said Ada Noor. “We will come back.”", "2030-05-14")
    first, second = (quotation(one, piece, by="Ada Noor") for piece in ("They did nothing,", "We will come back."))
    whole = replace(first, contents=(*first.contents, *second.contents))

    (utterance,) = [r for r in matched([one], [whole], "Ada Noor") if isinstance(r, Utterance)]

    assert utterance.text == "They did nothing, … We will come back."


def test_nearly_the_same_words_of_one_speaker_some_weeks_later_are_said_anew() -> None:
    changed = "We shall not leave the port until the last of the prisoners is free and home."

    assert joined((LONG, "Ada Noor"), (changed, "Ada Noor"), days=("2030-05-14", "2030-05-20")) == 1
    assert joined((LONG, "Ada Noor"), (changed, "Ada Noor"), days=("2030-05-14", "2030-06-10")) == 2
    assert joined((LONG, "Ada Noor"), (LONG, "Ada Noor"), days=("2030-05-14", "2030-09-14")) == 1


def told_later(sentence: str) -> int:
    """Utterances of a May quotation and of a sentence of August that has its words."""
    words = "Nobody from the mill came to the door,"
    first = report(f"“{words}” Ada Noor told the Courier.", "2030-05-14")
    later = report(sentence.format(words), "2030-08-20")
    quoted = [
        replace(quotation(r, words, by="Ada Noor"), cue=words_in(r, "told"), cue_lemma="tell")
        for r in (first, later)
    ]
    return sum(isinstance(r, Utterance) for r in matched([first, later], quoted, "Ada Noor"))


def test_words_that_a_later_report_says_were_said_before_are_the_earlier_utterance() -> None:
    assert told_later("“{}” Ada Noor had told the Courier.") == 1
    assert told_later("“{}” Ada Noor told the Courier at the time.") == 1


def test_the_same_words_told_as_news_months_later_are_said_again() -> None:
    assert told_later("“{}” Ada Noor told the judges.") == 2


def test_everyday_words_of_two_people_in_reports_on_two_matters_are_two_utterances() -> None:
    plain, striking = (
        "This is a good day for the people of our town",
        "The harbour is a coffin with a lighthouse on it",
    )

    def of_two_matters(text: str, *towns: str) -> int:
        reports = [report(f"“{text}” was said in {t}.", f"2030-05-{n}") for n, t in enumerate(towns, 14)]
        quoted = [quotation(r, text, by=by) for r, by in zip(reports, ("Ada Noor", "Ben Ismay"), strict=True)]
        known, origins = who(reports, "Ada Noor", "Ben Ismay"), own_origins(reports)
        compare = replace(comparison(reports), matters={r.id: f"matter {r.id}" for r in reports})
        return len(list(utterances(quoted, known, origins, compare, 200)))

    assert of_two_matters(plain, "Ostra", "Vellin") == 2
    assert of_two_matters(striking, "Ostra", "Vellin") == 1
    assert of_two_matters(plain, "Ostra", "Ostra") == 1
    assert joined((plain, "Ada Noor"), (plain, "Ben Ismay")) == 1


def test_a_few_telling_words_of_two_people_at_one_scene_are_in_dispute() -> None:
    words = "Bread is also a letter"

    def at(*towns: str, days: tuple[str, str] = ("2030-05-14", "2030-05-15")) -> int:
        reports = [report(f"“{words}” was said in {t}.", day) for t, day in zip(towns, days, strict=True)]
        quoted = [quotation(r, words, by=by) for r, by in zip(reports, ("Ada Noor", "Ben Ismay"), strict=True)]
        found = matched(reports, quoted, "Ada Noor", "Ben Ismay")
        return sum(isinstance(record, Utterance) for record in found)

    assert at("Ostra", "Ostra") == 1
    assert at("Ostra", "Vellin") == 2
    assert at("Ostra", "Ostra", days=("2030-05-14", "2030-05-20")) == 2


def test_a_source_without_an_actor_does_not_say_what_another_says_in_a_report_on_other_things() -> None:
    words = "All our probes were clean this year"
    texts = f"“{words},” Ada Noor said of the regatta.", f"“{words},” the dairy's laboratory said."
    reports = [report(text) for text in texts]
    quoted = [
        quotation(reports[0], words, by="Ada Noor"),
        replace(quotation(reports[1], words), source=words_in(reports[1], "the dairy's laboratory")),
    ]

    assert len([r for r in matched(reports, quoted, "Ada Noor") if isinstance(r, Utterance)]) == 2


def test_three_words_in_a_row_of_one_speaker_on_one_day_are_a_part_of_what_was_said() -> None:
    whole = "Nobody leads a choir with a stopwatch"
    assert joined((whole, "Ada Noor"), ("with a stopwatch", "Ada Noor")) == 1
    assert joined((whole, "Ada Noor"), ("with a stopwatch", "Ben Ismay")) == 2


def test_a_short_text_in_the_singular_is_its_plural_altered() -> None:
    assert (
        joined(
            ("Both lamps were burning when I looked", "Ada Noor"),
            ("One lamp was burning when I looked", "Ada Noor"),
        )
        == 1
    )


def test_one_sentence_in_two_translations_is_one_utterance_and_another_on_the_same_matter_is_not() -> None:
    first = "The striker has a broken ankle and will miss the final"
    again = "Our forward fractured his ankle; he is out of the last match"
    assert joined((first, "Ada Noor"), (again, "Ada Noor")) == 1
    assert joined((first, "Ada Noor"), ("The team will fight for him in the final", "Ada Noor")) == 2
    assert joined((first, "Ada Noor"), (again, "Ben Ismay")) == 2
