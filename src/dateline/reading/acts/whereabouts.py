"""Who and where of acts whose own words name nobody: a name deeper in their phrases, and where the report is at.

"The last cows of the Moen farm were put down" is told of the farm. "The wards were cleared on Monday" names nobody
at all: it took place where what its paragraph told before it did, else in the town that the report comes from, or
that it names most often. Such a place is inferred: it is never weighed against one that a text states.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from dateline.model import ActorKind, EventType, Mention, MentionForm, Participant, Status
from dateline.reading.acts.clauses import clause_of, is_passive, own_subject
from dateline.reading.acts.marks import Timed
from dateline.reading.acts.participants import mention_of
from dateline.reading.acts.places import is_place
from dateline.reading.acts.readings import Reading
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse

Told = tuple[Reading, Timed]
_PHRASES = frozenset(  # what hangs in a phrase, and tells no clause of its own
    {
        "nsubj",
        "nsubjpass",
        "dobj",
        "prep",
        "pobj",
        "compound",
        "nmod",
        "poss",
        "amod",
        "appos",
        "agent",
        "pcomp",
        "xcomp",
    }
)
_AT_THE_HEAD = 2  # paragraphs: a byline may stand before the dateline
_OPENING = 12  # words of a dateline: town, country, day, agency
_CLOSING = frozenset({"(", "-", "–", "—", "--"})
_IN_A_SPOT = frozenset({"in", "at", "near", "outside", "inside"})
_SAID = frozenset({"speak", "ask", "demand"})
_REAL = frozenset({Status.HAPPENED, Status.PLANNED, Status.NEGATED})
_LIVING = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP})


def with_their_phrases(readings: Iterable[Reading], index: ChainIndex) -> Iterator[Reading]:
    """The readings of a report, those that name nobody with whom or where their phrases name."""
    for reading in readings:
        yield by_its_phrases(reading, index) if is_nobodys(reading) else reading


def where_it_is_at(told: Iterable[Told], parses: Sequence[Parse], index: ChainIndex) -> Iterator[Told]:
    """The acts of a report in text order; those of nobody with a name are where the report is at."""
    home = next(datelines(parses, index), None) or most_told_of(index)
    here, paragraph = home, ""
    for reading, timed in told:
        if reading.parse.paragraph.id != paragraph:
            here, paragraph = home, reading.parse.paragraph.id
        if reading.place is not None:
            if reading.status is Status.HAPPENED and is_spot(reading.place, reading, index):
                here = reading.place
        elif here is not None and takes_place(reading) and nobody_named(reading, index):
            reading = replace(reading, place=here)
        yield reading, timed


def datelines(parses: Sequence[Parse], index: ChainIndex) -> Iterator[Mention]:
    """The town of "ARVIK, May 13 (KNA) - Rain fell": in capitals, before a bracket or a dash."""
    for parse in (each for each in parses[:_AT_THE_HEAD] if len(each.doc) > 1):
        first, opening = parse.doc[0], parse.doc[1:_OPENING]
        if first.is_upper and len(first) > 1 and any(token.text in _CLOSING for token in opening):
            mention = mention_of(first, parse, index)
            if mention is not None:
                yield mention


def is_nobodys(reading: Reading) -> bool:
    """True where nobody takes part and no place is told; an election is its country's."""
    told = reading.actors or reading.recipients or reading.place
    return not told and reading.type is not EventType.ELECTION


def takes_place(reading: Reading) -> bool:
    """False for what is said or wished, and for elections: they are where their country is."""
    said = reading.trigger.act.frame in _SAID or reading.type is EventType.ELECTION
    return not said and reading.status in _REAL


def is_spot(place: Mention, reading: Reading, index: ChainIndex) -> bool:
    """True for a town or a house that something happened in, or at; not for what lies "across" a land."""
    if index.chain(place.chain).kind is not ActorKind.PLACE:
        return False
    parse = reading.parse
    span = parse.doc.char_span(place.words.start - parse.offset, place.words.end - parse.offset)
    if span is None:
        return False
    before = span.root.head
    return before.dep_ == "prep" and before.lower_ in _IN_A_SPOT


def most_told_of(index: ChainIndex) -> Mention | None:
    """The first mention of the town that a report names most often, and more than once; of equals the first."""
    towns = [chain for chain in index.chains() if chain.kind is ActorKind.PLACE and chain.names]
    most = max(towns, key=lambda chain: len(index.mentions_of(chain.id)), default=None)
    named = index.mentions_of(most.id) if most is not None else []
    return named[0] if len(named) > 1 else None


def nobody_named(reading: Reading, index: ChainIndex) -> bool:
    """True where none of those who take part has a name in the report."""
    told_of = (m for p in (*reading.actors, *reading.recipients) for m in index.mentions_of(p.chain))
    return all(mention.form is not MentionForm.NAME for mention in told_of)


def by_its_phrases(reading: Reading, index: ChainIndex) -> Reading:
    """An act with the first name in the phrases of its clause, as its place or as one who takes part."""
    trigger, parse = reading.trigger, reading.parse
    word = trigger.noun or trigger.token
    clause = clause_of(word)
    for token in within(clause):
        mention = mention_of(token, parse, index)
        if mention is None or mention.form is not MentionForm.NAME:
            continue
        if is_place(mention, index, sure=token.head != clause):
            return replace(reading, place=mention)
        if index.chain(mention.chain).kind in _LIVING:
            return taking_part(reading, mention, does_it(token, clause))
    return reading


def within(clause: Token) -> Iterator[Token]:
    """The words in the phrases of a clause, in text order, without those of clauses under it."""
    found: list[Token] = []
    below = [child for child in clause.children if child.dep_ in _PHRASES]
    while below:
        token = below.pop()
        found.append(token)
        below += [child for child in token.children if child.dep_ in _PHRASES]
    return iter(sorted(found, key=lambda token: token.i))


def does_it(token: Token, clause: Token) -> bool:
    """True for a name in the phrase of an active verb's subject."""
    first = own_subject(clause)
    return first is not None and not is_passive(clause) and (first == token or first.is_ancestor(token))


def taking_part(reading: Reading, mention: Mention, acting: bool) -> Reading:
    """A reading with one more who takes part in it."""
    one = (Participant(mention.chain, mention.words),)
    return replace(reading, actors=one) if acting else replace(reading, recipients=one)
