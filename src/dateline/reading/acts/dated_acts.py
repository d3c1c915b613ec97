"""Acts told by verbs that the lexicon does not know: what somebody did on a stated day belongs on a timeline.

"The quarry opened in 1931", "six boats were pulled ashore on Tuesday": the day makes the act worth keeping,
whatever its word. The verb must hold the day itself. States, and verbs of saying and thinking, tell no act.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import EventType, Status, TimexType
from dateline.reading.acts.clauses import RELATIVE, is_passive, obj, own_subject
from dateline.reading.acts.lexicon import Act, Lexicon
from dateline.reading.acts.marks import Mark
from dateline.reading.acts.participants import spokesbodies
from dateline.reading.acts.status import REPORTING, SETTING
from dateline.reading.acts.triggers import BODIES, PHASES, Trigger, is_people
from dateline.vocabulary import load

_OF_A_STATE = frozenset({"since", "until", "till"})  # they bound a state, and do not date an act
_INQUIRIES = frozenset({"inquiry", "inquest", "jury", "synod", "assembly", "council"})
SPEAKING = Act(EventType.INTERVIEW, None, "speak", None, "somebody", False, ("tell",), frozenset())
PRESENCE = Act(
    EventType.CONSULT, "visit", "move", None, "place", False, ("be", "in"), frozenset({"in"}), Status.PLANNED
)
_CLAUSES = frozenset({"acl", "relcl", "advcl", "ccomp", "xcomp", "pcomp", "conj", "ROOT", "parataxis"})


def dated_verbs(marks: Iterable[Mark]) -> frozenset[int]:
    """Positions of the verbs of a paragraph that an expression gives a day, a month, a year or the like."""
    held = [mark.holder for mark in marks if dates_an_act(mark)]
    ahead = (c for verb in held if verb.lemma_ == "be" for c in verb.children if c.dep_ == "xcomp")
    return frozenset(verb.i for verb in (*held, *ahead))  # "on Friday they are to meet"


def dates_an_act(mark: Mark) -> bool:
    """True for an expression that says when something was done, and not how long it lasts."""
    time = mark.timex.time
    if mark.timex.type not in {TimexType.DATE, TimexType.TIME} or time is None:
        return False
    before = mark.root.head if mark.root.dep_ == "pobj" else mark.root
    if before.lower_ == "for" and not is_passive(mark.holder):  # "called a vote for Friday" is done before
        return False
    return time.latest is not None and before.lower_ not in _OF_A_STATE


def dated_acts(sentence: DocSpan, lexicon: Lexicon, dated: frozenset[int]) -> Iterator[Trigger]:
    """Acts of one sentence by verbs that hold a date and that the lexicon does not know, in text order."""
    for verb in sentence:
        if verb.i not in dated or is_known(verb, lexicon):
            continue
        if sets_a_day(verb, lexicon):
            continue
        if speaks_to_hearers(verb):
            yield Trigger(verb, SPEAKING)
        elif will_be_there(verb):
            yield Trigger(verb, PRESENCE)
        elif tells_an_act(verb):
            yield Trigger(verb, act_of(with_particle(verb)))


def with_particle(verb: Token) -> str:
    """The lemma of a verb with its particle: "call off" tells another act than "call"."""
    particle = next((child.lower_ for child in verb.children if is_particle(child)), None)
    return f"{verb.lemma_.lower()} {particle}" if particle else verb.lemma_.lower()


def is_particle(child: Token) -> bool:
    """True for a particle; the parser takes the "off" of "called off the match" for a preposition."""
    return child.dep_ == "prt" or (child.lower_ == "off" and child.dep_ == "prep" and child.i == child.head.i + 1)


def has_a_subject(verb: Token) -> bool:
    """True for what is done to a thing by somebody who is not named, or begins: "six bodies were found"."""
    if verb.lemma_.lower() in PHASES and goes_on(verb):
        return True
    return is_passive(verb) and any(c.dep_ == "nsubjpass" and c.pos_ in {"NOUN", "NUM"} for c in verb.children)


def is_known(verb: Token, lexicon: Lexicon) -> bool:
    """True for a verb that the lexicon has, but for one of holding that holds nothing: "production resumed".

    Words that only look like another act are one of their own on a day: "the figures were released on Monday".
    """
    act = lexicon.verb(verb)
    if act is None or (act.type is None and verb.lemma_.lower() in dated_heads()):
        return False
    if act.needs != "passive" or is_passive(verb):
        return True
    return not (goes_on(verb) or goes_on_with(verb, lexicon))


def goes_on_with(verb: Token, lexicon: Lexicon) -> bool:
    """True for "resumed rehearsals on Monday": who goes on with what is no act by its noun."""
    direct = obj(verb)
    return (
        verb.lemma_ == "resume" and direct is not None and direct.pos_ == "NOUN" and lexicon.noun(direct) is None
    )


def goes_on(verb: Token) -> bool:
    """True for a verb whose subject goes on by itself: without an object, and with a subject that is no person."""
    subject = own_subject(verb)
    return subject is not None and subject.pos_ == "NOUN" and obj(verb) is None


def sets_a_day(verb: Token, lexicon: Lexicon) -> bool:
    """True for "the march was called for Friday": the act is the march."""
    if verb.lemma_.lower() not in SETTING:
        return False
    named = (c for c in verb.children if c.dep_ == "nsubjpass" and c.pos_ == "NOUN")
    return any((act := lexicon.noun(noun)) is not None and act.type is not None for noun in named)


def speaks_to_hearers(verb: Token) -> bool:
    """True for "told reporters on Monday", "told Ann Lee in May": to speak before those who hear it is an act."""
    return verb.lemma_ == "tell" and any(
        child.dep_ in {"dobj", "dative"}
        and (child.lemma_.lower() in hearers() or child.ent_type_ == "PERSON" or child.pos_ == "PROPN")
        for child in verb.children
    )


def sits_as_body(verb: Token) -> bool:
    """True for a court or an assembly that sits: it meets."""
    first = own_subject(verb) or own_subject(verb.head)
    if first is not None and first.lower_ in RELATIVE and verb.dep_ == "relcl":
        first = verb.head  # "the inquiry, which sat on Monday"
    return first is not None and first.lemma_.lower() in spokesbodies() | BODIES | _INQUIRIES


@cache
def dated_heads() -> frozenset[str]:
    """Verbs of patterns without a type that tell an act where a day is told."""
    return frozenset(load("plover")["dated"]["verbs"])


def will_be_there(verb: Token) -> bool:
    """True for "will be in Varn on Friday": who will be somewhere is awaited there."""
    ahead = any(child.lower_ in {"will", "shall"} for child in verb.children if child.dep_ == "aux")
    named = (c for p in verb.children if p.lower_ in {"in", "at"} for c in p.children if c.dep_ == "pobj")
    return verb.lemma_ == "be" and ahead and any(place.pos_ == "PROPN" for place in named)


def tells_an_act(verb: Token) -> bool:
    """False for states, for saying and thinking, and for a participle that is a noun or an adjective."""
    if verb.pos_ != "VERB" or verb.dep_ not in _CLAUSES or is_people(verb):
        return False
    lemma = verb.lemma_.lower()
    if any(is_particle(child) for child in verb.children):  # "set up", "brought down"
        return True
    if lemma in PHASES and goes_on(verb):  # "work on the bridge began"
        return True
    if lemma == "take" and any(c.dep_ == "nsubj" and c.lower_ == "it" for c in verb.children):
        return False  # "it took them two hours"
    if lemma == "sit":
        return sits_as_body(verb)
    if lemma == "report":  # "the panel is to report in June" says nothing of what
        return not any(child.dep_ in {"ccomp", "dobj"} for child in verb.children)
    return lemma not in REPORTING and lemma not in states()


@cache
def states() -> frozenset[str]:
    """Verbs that tell of a state, a saying or a thought."""
    return frozenset(load("plover")["states"]["verbs"])


@cache
def hearers() -> frozenset[str]:
    """Nouns of those who come to hear somebody speak."""
    return frozenset(load("plover")["hearers"]["nouns"])


@cache
def act_of(lemma: str) -> Act:
    """The act of a verb by itself: of no type of PLOVER's, told of somebody or of a place."""
    return Act(EventType.OTHER, None, "act", None, "somebody", False, (lemma,), frozenset())
