"""Acts told without a day by verbs that the lexicon does not know: "Ann Lee drank the first glass".

A report's main clauses in the past, and those that say what somebody will do, are its news, whatever their verb.
Kept is what people or bodies do to something, what is done to them or in a place ("two guards were treated for
burns"), and where they go or turn ("she woke from a coma"); states, saying, gestures and thinking are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import ActorKind
from dateline.reading.acts.clauses import had_done, is_passive, made_to_do, obj, subject
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
_DONE = frozenset(
    {"was", "were", "be", "been", "got"}
)  # helpers of a passive that is no state: "is closed" is one
_AIMLESS = frozenset({"like", "as", "about", "without", "than", "despite", "because", "per", "for", "during"})


def deeds(sentence: DocSpan, parse: Parse, index: ChainIndex, lexicon: Lexicon) -> Iterator[Trigger]:
    """Triggers of one sentence, in text order."""
    for verb in sentence:
        if is_deed(verb, parse, index) and lexicon.verb(verb) is None:
            yield Trigger(verb, act_of(with_particle(verb)))


def is_deed(verb: Token, parse: Parse, index: ChainIndex) -> bool:
    """True for what somebody did, will do or went through, told in a main clause."""
    if verb.pos_ != "VERB" or not (tells_an_act(verb) or lets(verb)):
        return False
    if with_particle(verb) in voices() or negation(verb):
        return False
    causer = had_done(verb)
    if causer is not None:
        return is_news(clause_above(verb)) and is_anybody(causer, parse, index)
    if not is_news(verb):
        return False
    first = subject(verb)
    if first is None:
        return False
    if is_passive(verb):  # that somebody or some place takes part in it is asked of every act
        return True
    if first.dep_ != "nsubj":
        return False
    if obj(verb) is not None or made_to_do(verb) is not None:
        return is_anybody(first, parse, index)
    return leads_somewhere(verb) and is_anybody(first, parse, index)


def lets(verb: Token) -> bool:
    """True for "let the fishermen go": to let somebody do something is an act, to let something be is none."""
    return verb.lemma_ == "let" and made_to_do(verb) is not None


def clause_above(participle: Token) -> Token:
    """The "had" of "had the gates locked"."""
    return participle.head.head if participle.dep_ == "acl" else participle.head


def leads_somewhere(verb: Token) -> bool:
    """True for a verb with a particle or a goal of its own: "woke from a coma", "went under"."""
    return any(
        child.dep_ == "prt" or (child.dep_ == "prep" and child.lower_ not in _AIMLESS and has_a_thing(child))
        for child in verb.children
    )


def has_a_thing(preposition: Token) -> bool:
    """True if a preposition governs a noun that is no time."""
    return any(c.dep_ == "pobj" and c.ent_type_ not in {"DATE", "TIME"} for c in preposition.children)


def is_news(verb: Token) -> bool:
    """True for a main clause in the simple past or the perfect, or with "will" or "is to"."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if verb.dep_ == "xcomp" and helpers == {"to"}:
        return verb.head.tag_ in {"VBP", "VBZ"} and verb.head.lemma_ == "be" and is_main(verb.head)
    if verb.tag_ == "VBN" and helpers & _DONE:
        return is_main(verb) and helpers <= _DONE | _HAS | _WILL
    told = helpers <= _WILL or (helpers <= _HAS and not any(c.dep_ == "advmod" for c in verb.children))
    return is_main(verb) and (told if helpers else verb.tag_ == "VBD")


def is_main(verb: Token) -> bool:
    """True for the verb of a main clause, one coordinated with it, and one that "said" only follows."""
    if verb.dep_ == "conj" and verb.tag_ in {"VBD", "VBN"}:
        return is_main(verb.head)
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and verb.head.dep_ == "ROOT" and verb.head.i > verb.i)


def is_anybody(token: Token, parse: Parse, index: ChainIndex) -> bool:
    """True for people and bodies, with a name or without."""
    if is_somebody(token, parse, index):
        return True
    chains = (index.chain(mention.chain) for mention in named_by(token, parse, index, owners=False))
    return any(chain.kind in _WHO or chain.kind is ActorKind.GROUP for chain in chains)


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
