"""What one of two does to the other: the lexicon's acts weighed with the classifier's opinion.

Each of the two knows what the other does not: the lexicon who takes part in which act, the classifier words
that no pattern names. Their evidence is added as logarithms; the weights of the parts are round numbers
chosen on the development gold.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from dateline.model import EventType
from dateline.reading.acts.classifier import Classifier
from dateline.reading.acts.features import Pair
from dateline.reading.acts.lexicon import Lexicon
from dateline.reading.acts.pair import Part, Told, told_between

WEIGHT = {Part.BOTH: 7.0, Part.SOURCE: 5.0, Part.TARGET: 2.5, Part.REVERSED: 1.0, Part.NONE: 1.0}
_AGAIN = 0.5  # a second act in which the two have the same part weighs half: the first verb leads the sentence

Coding = Callable[[Told], EventType | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """The type decided on, the act of the lexicon that speaks for it, and the classifier's reasons."""

    type: EventType
    told: Told | None
    because: tuple[str, ...]


def relation(
    doc: Doc,
    source: DocSpan | None,
    target: DocSpan | None,
    lexicon: Lexicon,
    classifier: Classifier | None,
    coding: Coding,
) -> Relation | None:
    """What the first does to the second, among PLOVER's types; None if neither lexicon nor classifier tells.

    `coding` gives the type under which an act with its status counts, None to leave it out.
    """
    scores: dict[EventType, float] = {}
    pair = Pair(doc, source, target)
    if classifier is not None:
        likely = zip(classifier.types, classifier.log_probabilities(pair), strict=True)
        scores = {type_: float(score) for type_, score in likely if type_.is_plover}
    speaking = weigh(told_between(doc, source, target, lexicon), coding, scores)
    if not scores:
        return None
    best = max(scores, key=lambda type_: (scores[type_], type_))
    because = classifier.reasons(pair, classifier.types.index(best)) if classifier is not None else ()
    return Relation(best, speaking.get(best), because)


def weigh(told: list[Told], coding: Coding, scores: dict[EventType, float]) -> dict[EventType, Told]:
    """Add the lexicon's evidence to the scores; the first act of each type, surest parts first."""
    first: dict[EventType, Told] = {}
    seen: set[Part] = set()
    for each in told:
        type_ = coding(each)
        if type_ is None or type_ in first:
            continue
        first[type_] = each
        again = each.part in seen and each.part in {Part.SOURCE, Part.NONE}
        scores[type_] = scores.get(type_, 0.0) + WEIGHT[each.part] * (_AGAIN if again else 1.0)
        seen.add(each.part)
    return first
