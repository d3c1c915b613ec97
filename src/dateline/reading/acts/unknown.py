"""Acts told by verbs that the lexicon does not know: between two who are named the classifier may tell their type.

Only a finite verb with a subject and an object, each a mention of somebody, is asked about, and only a clear
answer is kept: the lexicon covers the common verbs, so that what is left is mostly no act at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from dateline.model import ActorKind, EventType
from dateline.reading.acts.classifier import Classifier
from dateline.reading.acts.clauses import is_passive, is_verbal, obj, prepositions, subject
from dateline.reading.acts.features import Pair
from dateline.reading.acts.lexicon import Act, Lexicon
from dateline.reading.acts.participants import mention_of
from dateline.reading.acts.status import REPORTING
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse

CLEAR = 0.5  # of the classifier's probability; lower ones name a wrong type more often than a right one
_WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COUNTRY, ActorKind.GROUP})
_LIGHT = frozenset({"be", "have", "do", "get", "make", "take", "give", "want", "need", "let", "see", "know"})


def unknown_acts(
    sentence: DocSpan, parse: Parse, index: ChainIndex, lexicon: Lexicon, classifier: Classifier
) -> Iterator[Trigger]:
    """Triggers that the classifier is sure of, in text order."""
    for verb in sentence:
        if not is_verbal(verb) or verb.lemma_ in REPORTING or verb.lemma_ in _LIGHT:
            continue
        sides = sides_of(verb)
        if sides is None or lexicon.verb(verb) is not None:
            continue
        if not all(is_somebody(side, parse, index) for side in sides):
            continue
        guess = classifier.guess(Pair(parse.doc, phrase_of(sides[0]), phrase_of(sides[1])))
        if guess.probability >= CLEAR and guess.type.is_plover:
            said = f"classifier {guess.probability:.2f}: {', '.join(guess.because)}"
            yield Trigger(verb, act_of(verb, guess.type), because=(said,))


def sides_of(verb: Token) -> tuple[Token, Token] | None:
    """Who does it and to whom, passive voice turned round; None if the clause does not name both."""
    first = subject(verb)
    if is_passive(verb):
        by = next((inner for word, inner in prepositions(verb) if word == "by"), None)
        return (by, first) if by is not None and first is not None else None
    second = obj(verb)
    return (first, second) if first is not None and second is not None else None


def is_somebody(token: Token, parse: Parse, index: ChainIndex) -> bool:
    """True if a mention of a person, a body, a country or a group stands there."""
    mention = mention_of(token, parse, index)
    return mention is not None and index.chain(mention.chain).kind in _WHO


def phrase_of(head: Token) -> DocSpan:
    """The noun phrase of a head, up to the words that follow it."""
    doc: Doc = head.doc
    return doc[head.left_edge.i : head.i + 1]


def act_of(verb: Token, type_: EventType) -> Act:
    """The act of a verb alone."""
    lemma = verb.lemma_.lower()
    return Act(type_, None, "act", None, None, False, (lemma,), frozenset())
