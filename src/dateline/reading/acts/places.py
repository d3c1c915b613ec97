"""Where an act took place: only what the text gives, by a preposition of place in the act's own clause."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.model import ActorKind, EventType, Mention, MentionForm
from dateline.reading.acts.clauses import clause_of, is_cleft, obj, outer_clause, possessor, prepositions, subject
from dateline.reading.acts.harm import causes
from dateline.reading.acts.participants import mention_of
from dateline.reading.acts.triggers import Trigger
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.span import Span
from dateline.vocabulary import load

_AT = frozenset(
    {
        "in",
        "at",
        "near",
        "outside",
        "inside",
        "across",
        "throughout",
        "around",
        "within",
        "on",
        "off",
        "above",
        "below",
    }
)
_TO = frozenset({"to", "into", "for", "toward", "towards"})
_INTO = frozenset({"into", "onto", "through", "over"})  # "poured into the streets of the capital"
_ALONG = frozenset({"to", "through", "past", "along"})  # where a march goes is where it is
_LEAVING = frozenset({EventType.RETREAT, EventType.SANCTION, EventType.AID})  # "recalled its ambassador from Tarn"
_DONE_TO_PLACES = frozenset({EventType.ASSAULT, EventType.OTHER})
_SETTLEMENTS = frozenset({"town", "city", "capital", "village"})
_REACHING = frozenset(
    {"reach", "enter", "cross", "tour", "hit", "strike", "leave"}
)  # whose object is where it happens
_PLACES = frozenset({ActorKind.PLACE, ActorKind.COUNTRY})
_DOUBTFUL = 0.5  # the score of a kind that rests on the language model's label alone
_SPOTS = _AT | {"to", "from"}
_NO_SPOT = frozenset(  # nouns after "in" under which a name is no place: "in the wake of", "in the case of"
    {"wake", "face", "case", "name", "light", "absence", "presence", "view", "favour", "favor", "support"}
    | {"event", "course", "memory", "honour", "honor", "aftermath", "run-up", "spite", "charge", "exchange"}
)
_AT_THE_HEAD = 3  # names told before the dateline's: those of the heading
_SHORT = 3  # letters of an acronym that may stand first in a report
_DEPTH = 3  # "in the streets of the capital Arvik": street, capital, Arvik


@cache
def place_nouns() -> frozenset[str]:
    """Nouns that a place's name stands under: "the port of Arvik"."""
    return frozenset(load("plover")["places"]["nouns"])


@cache
def site_nouns() -> frozenset[str]:
    """Nouns of houses that are bodies too: "hospital"."""
    return frozenset(load("plover")["sites"]["nouns"])


def place_of(trigger: Trigger, parse: Parse, index: ChainIndex, taking_part: frozenset[str]) -> Mention | None:
    """The place told: the act's own first, then its object's, then its clause's; None if none is told.

    A country that takes part is a place only where one goes there or votes in it.
    """
    token = trigger.noun or trigger.token
    goes = trigger.act.frame in {"move", "visit", "vote"}
    leaves = trigger.act.type in _LEAVING
    site_hit = at_its_object(trigger, parse, index)
    if site_hit is not None and (site_hit.chain not in taking_part or site_hit.kind is ActorKind.PLACE):
        return site_hit
    words = _AT | _TO if trigger.act.frame in {"move", "visit"} else _AT
    for host in hosts(trigger, token):
        for word, inner in prepositions(host):
            if word in words or (word in _INTO and host == token) or (word == "from" and leaves):
                found = place_under(
                    inner, parse, index, sure=word == "in" or (word == "to" and trigger.act.frame == "move")
                )
                if found is not None and (goes or found.chain not in taking_part):
                    return found
    if brought_to(token):
        goals = (inner for word, inner in prepositions(token.head) if word == "to")
        return next((found for inner in goals if (found := place_under(inner, parse, index))), None)
    return by_frame(trigger, token, parse, index)


def brought_to(noun: Token) -> bool:
    """True for "the signing brought them to Varn": where all are brought is where it is."""
    return noun.dep_ == "nsubj" and noun.head.lemma_ == "bring"


def at_its_object(trigger: Trigger, parse: Parse, index: ChainIndex) -> Mention | None:
    """The colliery of "fire swept the Orle colliery in Varia": what is done to a place is done there."""
    direct = obj(trigger.token) if trigger.verbal and trigger.act.type in _DONE_TO_PLACES else None
    if direct is None or direct.lemma_.lower() not in place_nouns():
        return None
    return place_under(direct, parse, index)


@cache
def local_nouns() -> frozenset[str]:
    """Nouns of spots that every town has."""
    return frozenset(load("plover")["local"]["nouns"]) | site_nouns()


def pointed_at(trigger: Trigger, parse: Parse, index: ChainIndex) -> Mention | None:
    """Where what did a harm struck; the place that "there" means; for "on the square" the dateline's town."""
    token = trigger.noun or trigger.token
    struck = next((found for _, cause in causes(trigger) if (found := under_clause(cause, parse, index))), None)
    if struck is not None:
        return struck
    if any(c.lower_ == "there" and c.dep_ == "advmod" for c in token.children):
        return told_before(token, parse, index)
    around = where_clause(token, parse, index) or named_town(trigger, token, parse, index)
    if around is None and trigger.act.needs == "structure":
        around = under_participle(token, parse, index)
    if around is not None:
        return around
    spots = (inner for host in hosts(trigger, token) for word, inner in prepositions(host) if word in _SPOTS)
    return written_from(index) if any(is_local(inner) for inner in spots) else None


def where_clause(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The town of "Varn, where she is due on Monday"."""
    clause = clause_of(token)
    if clause.dep_ != "relcl" or not any(c.lower_ == "where" and c.dep_ == "advmod" for c in clause.children):
        return None
    return place_under(clause.head, parse, index, sure=True)


def named_town(trigger: Trigger, token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The town that "came to the town" means: the last that the paragraph names before."""
    if trigger.act.frame not in {"move", "visit"}:
        return None
    goals = [inner for word, inner in prepositions(token) if word in _TO | _AT]
    if not any(g.lower_ in _SETTLEMENTS and any(c.lower_ == "the" for c in g.children) for g in goals):
        return None
    start = parse.offset + token.idx
    before = index.mentions_in(Span(parse.offset, start)) if start > parse.offset else []
    named = [m for m in before if m.form is MentionForm.NAME]
    return next((m for m in reversed(named) if index.chain(m.chain).kind is ActorKind.PLACE), None)


def under_clause(verb: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The place that a clause names: where what did the harm struck."""
    spots = [inner for word, inner in prepositions(verb) if word in _AT | _INTO]
    direct = obj(verb)
    for spot in (*spots, *((direct,) if direct is not None else ())):
        found = place_under(spot, parse, index)
        if found is not None:
            return found
    return under_participle(verb, parse, index)


def under_participle(verb: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The stand of "gave way under supporters leaving the stand": where those were on whom it came."""
    doing = (c for _, inner in prepositions(verb) for c in inner.children if c.dep_ == "acl" and c.tag_ == "VBG")
    return next((found for clause in doing if (found := under_clause(clause, parse, index))), None)


def told_before(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The last place that the paragraph names before a word; a name of no known kind may be one."""
    start = parse.offset + token.idx
    before = index.mentions_in(Span(parse.offset, start)) if start > parse.offset else []
    named = [m for m in before if m.form is MentionForm.NAME]
    return next((m for m in reversed(named) if index.chain(m.chain).kind in _PLACES | {ActorKind.UNKNOWN}), None)


def is_local(token: Token) -> bool:
    """True for "the upper cemetery": one of the town, and no name among its words."""
    return (
        token.lemma_.lower() in local_nouns()
        and any(c.dep_ == "det" and c.lower_ == "the" for c in token.children)
        and not any(c.pos_ == "PROPN" for c in token.children)
    )


def written_from(index: ChainIndex) -> Mention | None:
    """The town of the dateline, in capitals at the head of the report; a heading may name it before."""
    for chain in index.chains()[:_AT_THE_HEAD]:
        for mention in index.mentions_of(chain.id)[:_AT_THE_HEAD]:
            if mention.form is MentionForm.NAME and mention.words.text.isupper() and in_capitals(mention, index):
                return mention
    return None


def in_capitals(mention: Mention, index: ChainIndex) -> bool:
    """True for a town in capitals; an acronym is short, and a body in capitals is no town."""
    kind = index.chain(mention.chain).kind
    return len(mention.words.text) > _SHORT and kind in {ActorKind.PLACE, ActorKind.UNKNOWN}


def site_of(trigger: Trigger, parse: Parse, index: ChainIndex) -> Mention | None:
    """The house where an act took place: "died at Arvik Hospital", "the hospital, where they died"."""
    token = trigger.noun or trigger.token
    clause = clause_of(token)
    if clause.dep_ == "relcl" and any(c.lower_ == "where" and c.dep_ == "advmod" for c in clause.children):
        found = site(clause.head, parse, index)
        if found is not None:
            return found
    here = (inner for host in hosts(trigger, token) for word, inner in prepositions(host) if word in _AT)
    return next((found for inner in here if (found := site(inner, parse, index)) is not None), None)


def site(token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """The mention of a house that a word heads."""
    return mention_of(token, parse, index) if token.lemma_.lower() in site_nouns() else None


def hosts(trigger: Trigger, token: Token) -> Iterator[Token]:
    """Words whose prepositions may place an act, the nearest first."""
    yield token
    if trigger.verbal:
        for child in token.children:
            if child.dep_ in {"dobj", "prt", "attr", "acomp", "prep", "agent", "advmod", "nsubj", "nsubjpass"}:
                yield child
                yield from (c for c in child.children if c.dep_ == "pobj")
    else:
        yield from (child for child in token.children if child.dep_ in {"prep", "pobj", "acl"})
        yield from (inner for word, inner in prepositions(token) if word in {"with", "between", "of"})
    clause = clause_of(token)
    if clause != token:
        yield clause
        if token.dep_ in {"nsubj", "nsubjpass"}:  # "a session was fixed for 6 April in Varn"
            yield from (inner for _, inner in prepositions(clause))
    if clause.head != clause and is_cleft(clause, clause.head):
        yield clause.head
        direct = obj(clause)
        if direct is not None and direct != token:
            yield direct
    outer = outer_clause(clause)
    if outer is not None and clause.dep_ in {"xcomp", "conj", "advcl"}:
        yield outer


def place_under(
    token: Token, parse: Parse, index: ChainIndex, depth: int = _DEPTH, *, sure: bool = False
) -> Mention | None:
    """The place a phrase names: its head, a name in apposition, or what "of" and "in" put under it."""
    mention = mention_of(token, parse, index)
    if mention is None and token.dep_ == "compound" and token.head.lemma_.lower() in place_nouns():
        return namesake(token, index)
    if token.lemma_.lower() in _NO_SPOT:
        return None
    here = mention if mention is not None and is_place(mention, index, sure) else None
    if here is not None and mention is not None and mention.words.text[:1].isupper():
        return here
    if depth == 0:
        return here
    for child in token.children:
        named = child.pos_ == "PROPN" or (child.dep_ == "amod" and child.text[0].isupper())
        if named and child.dep_ in {"appos", "compound", "nmod", "amod"}:
            found = place_under(child, parse, index, 0, sure=token.lemma_.lower() in place_nouns())
            if found is not None:
                return found
    for word, inner in prepositions(token):
        if word in _AT | {"of"}:
            stands = word == "in" or (word == "of" and token.lemma_.lower() in place_nouns())
            found = place_under(inner, parse, index, depth - 1, sure=sure or stands)
            if found is not None:
                return found
    return here


def namesake(token: Token, index: ChainIndex) -> Mention | None:
    """Where "Orle" of "the Orle tin mine" was not found as a name: the first mention of a place of that name."""
    for chain in index.chains():
        if token.text in chain.names and chain.kind in _PLACES | {ActorKind.UNKNOWN}:
            return next(iter(index.mentions_of(chain.id)), None)
    return None


def is_place(mention: Mention, index: ChainIndex, sure: bool) -> bool:
    """True if the mention or its chain is a place or a country; after "in" (`sure`) also a doubtful name."""
    chain = index.chain(mention.chain)
    doubtful = mention.form is MentionForm.NAME and max(mention.kind_score, chain.kind_score) <= _DOUBTFUL
    return mention.kind in _PLACES or chain.kind in _PLACES or (sure and doubtful)


def country_of(index: ChainIndex) -> Mention | None:
    """The first mention of the country that a report names most often; None where two are named equally often."""
    counts = sorted(
        ((len(index.mentions_of(c.id)), c.id) for c in index.chains() if c.kind is ActorKind.COUNTRY), reverse=True
    )
    if not counts or (len(counts) > 1 and counts[0][0] == counts[1][0]):
        return None
    return next(iter(index.mentions_of(counts[0][1])), None)


def hosted(noun: Token) -> bool:
    """True for the meeting of "host a meeting"."""
    return noun.dep_ == "dobj" and noun.head.lemma_ == "host"


def by_frame(trigger: Trigger, token: Token, parse: Parse, index: ChainIndex) -> Mention | None:
    """Places that grammar gives as something else: what is visited or left, and the country that votes."""
    named: list[Token] = []
    if trigger.act.type is EventType.PROTEST:  # "a march to the port"
        named += [inner for word, inner in prepositions(token) if word in _ALONG]
        named += [c for c in token.children if c.dep_ in {"dobj", "nsubjpass"} and trigger.verbal]  # "filled"
    if (
        trigger.verbal
        and trigger.act.type in {EventType.OTHER, EventType.ELECTION}
        and trigger.act.needs != "contest"
    ):
        first = subject(trigger.token)  # "the Orle dam burst", "Varia is to hold an election"
        named += [first] if first is not None else []
        named += [c for c in token.children if c.dep_ in {"oprd", "attr"}]  # "was elected president of Varia"
    if trigger.act.frame == "host" or hosted(token):  # "Varn is to host a meeting of"
        first = subject(token if trigger.verbal else token.head)
        named += [first] if first is not None else []
    if trigger.verbal and (trigger.act.frame == "visit" or trigger.token.lemma_ in _REACHING):
        direct = obj(trigger.token)
        named += [direct] if direct is not None else []
    if trigger.act.type is EventType.ELECTION and not trigger.verbal:
        owner = possessor(token)
        named += [owner] if owner is not None else []
        named += [
            c for c in token.children if c.dep_ in {"compound", "amod", "nmod"} and c.pos_ in {"PROPN", "ADJ"}
        ]
    for candidate in named:
        stands = trigger.act.type is EventType.ELECTION or candidate.lemma_.lower() in local_nouns()
        found = place_under(candidate, parse, index, sure=stands)
        if found is not None:
            return found
    return None
