"""Acts told without a day by verbs that the lexicon does not know: "Ann Lee drank the first glass".

A report's main clauses in the past, and those that say what somebody will do, are its news, whatever their verb.
Kept is only what somebody with a name, or the police and their like, does to something; states, saying and
thinking are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import ActorKind
from dateline.reading.acts.clauses import obj, subject
from dateline.reading.acts.dated_acts import act_of, tells_an_act, with_particle
from dateline.reading.acts.lexicon import Lexicon
from dateline.reading.acts.participants import named_by, spokesbodies
from dateline.reading.acts.status import negation
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.vocabulary import load

_WHO = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION})
_HAS = frozenset({"has", "have"})
_WILL = frozenset({"will", "shall"})


def deeds(sentence: DocSpan, parse: Parse, index: ChainIndex, lexicon: Lexicon) -> Iterator[Trigger]:
    """Triggers of one sentence, in text order."""
    for verb in sentence:
        if is_deed(verb, parse, index) and lexicon.verb(verb) is None:
            yield Trigger(verb, act_of(with_particle(verb)))


def is_deed(verb: Token, parse: Parse, index: ChainIndex) -> bool:
    """True for what somebody did or will do to something, told in a main clause."""
    if verb.pos_ != "VERB" or not is_news(verb) or not tells_an_act(verb):
        return False
    if with_particle(verb) in voices() or negation(verb) or obj(verb) is None:
        return False
    first = subject(verb)
    return first is not None and first.dep_ == "nsubj" and is_somebody(first, parse, index)


def is_news(verb: Token) -> bool:
    """True for a main clause in the simple past or the perfect, or with "will" or "is to"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "xcomp" and helpers == {"to"}:
        return verb.head.tag_ in {"VBP", "VBZ"} and verb.head.lemma_ == "be" and is_main(verb.head)
    told = helpers <= _WILL or (helpers <= _HAS and not any(c.dep_ == "advmod" for c in verb.children))
    return is_main(verb) and (told if helpers else verb.tag_ == "VBD")


def is_main(verb: Token) -> bool:
    """True for the verb of a main clause, one coordinated with it, and one that "said" only follows."""
    if verb.dep_ == "conj" and verb.tag_ == "VBD":
        return is_main(verb.head)
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.head.i > verb.i)


def is_somebody(token: Token, parse: Parse, index: ChainIndex) -> bool:
    """True for a person or a body with a name, and for the police and their like."""
    if token.lemma_.lower() in spokesbodies():
        return True
    chains = (index.chain(mention.chain) for mention in named_by(token, parse, index, owners=False))
    return any(chain.kind in _WHO and chain.names for chain in chains)


@cache
def voices() -> frozenset[str]:
    """Verbs of judging, gesture and voice, which tell how something is said, and no act."""
    return frozenset(load("plover")["voices"]["verbs"])
