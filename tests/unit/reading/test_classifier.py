"""What the classifier says of clauses whose verbs the lexicon does not know."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Event, EventType
from dateline.reading.acts.classifier import events_classifier
from dateline.reading.acts.features import Pair, mean_vector
from dateline.reading.events import EventStage
from dateline.reading.language_model import shared_model
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from training.sentences import examples
from training.train_events import stretch

Read = Callable[..., Draft]


def pair(context: Context, text: str, source: str | None, target: str | None) -> Pair:
    doc = shared_model(context)(text)
    return Pair(doc, stretch(doc, source), stretch(doc, target))


@pytest.mark.parametrize(
    ("text", "source", "target", "type_"),
    [
        ("Norland's navy torpedoed two trawlers off Arvik.", "Norland's navy", "two trawlers", "ASSAULT"),
        ("Anna Holm scolded the ministry over the flood.", "Anna Holm", "the ministry", "ACCUSE"),
        ("The mayor begged the army to send boats.", "The mayor", "the army", "REQUEST"),
        ("Officers handcuffed the editor in Arvik.", "Officers", "the editor", "COERCE"),
        ("Finland gave the refugees tents and blankets.", "Finland", "the refugees", "AID"),
        ("The president dined with the Swedish king.", "The president", "the Swedish king", "CONSULT"),
    ],
)  # fmt: skip
def test_words_near_to_those_of_the_examples_give_their_type(
    context: Context, text: str, source: str, target: str, type_: str
) -> None:
    assert events_classifier().guess(pair(context, text, source, target)).type is EventType(type_)


def test_a_guess_names_the_features_that_decided(context: Context) -> None:
    guess = events_classifier().guess(
        pair(context, "Anna Holm accused Karl Berg of fraud.", "Anna Holm", "Karl Berg")
    )
    assert any("accuse" in name for name in guess.because)
    assert 0 < guess.probability <= 1


def test_names_of_people_and_places_are_no_features(context: Context) -> None:
    names = set(pair(context, "Anna Holm met Karl Berg in Finland.", "Anna Holm", "Karl Berg").names())
    assert not [name for name in names if "finland" in name or "holm" in name or "berg" in name]
    assert "path:meet" in names


def test_a_pair_without_participants_or_words_does_not_fail(context: Context) -> None:
    doc = shared_model(context)("—")
    assert events_classifier().guess(Pair(doc, None, None)).type in EventType
    assert not mean_vector([]).any()


def test_a_verb_that_no_pattern_knows_is_read_between_two_who_are_named(read: Read) -> None:
    known = {example.sentence for example in examples()}
    text = "Norway hosed down Finland with cash on Monday. President Anna Holm torpedoed Karl Berg on Monday."
    assert text not in known
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    by_model = [event for event in draft.of(Event) if "classifier" in event.rule]
    assert all(event.type.is_plover and event.actors and event.recipients for event in by_model)
