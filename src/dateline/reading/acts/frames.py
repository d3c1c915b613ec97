"""Which words of a clause name an act's actors and recipients, by the act's frame.

act, speak   the subject does it to the object ("police detained protesters", "France accused Russia")
ask          like speak; who is to do what is asked is its recipient ("called on the army to withdraw")
meet         reciprocal: all who take part are actors, nobody is a recipient
visit        the visitor is the actor, the host the recipient; in `host` the subject is the recipient
demand       the subject says that another must do something ("said that Varia must withdraw")
undergo      it is done to the subject ("went on trial"); "by" and "from" name who does it
solo         the subject's own act ("protested", "resigned"); a noun's "of" names who did it
move         the subject's own; where from and where to are places
vote         the voters are actors, the elected are recipients
contest      like act; the winner is the actor
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from dateline.reading.acts.clauses import (
    RELATIVE,
    clause_of,
    had_done,
    is_passive,
    made_to_do,
    obj,
    own_subject,
    possessor,
    prepositions,
    subject,
)
from dateline.reading.acts.crowds import those_who_came
from dateline.reading.acts.lexicon import hanging_on
from dateline.reading.acts.status import REPORTING, light_verbs
from dateline.reading.acts.triggers import PHASES, Trigger
from dateline.reading.timex.tense import is_told_by

_TOWARDS = frozenset(
    {"to", "at", "against", "on", "toward", "towards", "over", "upon", "for", "with", "into", "between"}
)
_RECIPIENTS: dict[str, frozenset[str]] = {
    "act": _TOWARDS - {"over"},
    "contest": frozenset({"to", "against", "with"}),
    "speak": _TOWARDS - {"for", "over"},
    "ask": frozenset({"on", "upon", "to", "from", "of", "with"}),
    "meet": frozenset(),
    "visit": frozenset({"to", "with", "by"}),
    "host": frozenset(),
    "undergo": frozenset(),
    "demand": frozenset(),
    "solo": frozenset({"to", "against", "at", "on", "with"}),
    "move": frozenset(),
    "vote": frozenset({"for", "against"}),
}
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "prep"})
_HEADS = frozenset({"dobj", "nsubjpass", "attr", "pobj"})
FRAMES = frozenset(_RECIPIENTS)
_SUFFERED = frozenset({"arrest", "deport", "release", "abduct", "targeted", "convict", "expel", "torture"})
_UNDERGONE = frozenset(  # nouns whose possessor it is done to, whatever their mode: "on the day of his dismissal"
    {"dismissal", "sacking", "ouster", "ousting", "removal", "suspension", "expulsion", "impeachment", "detention"}
    | {"appointment", "election", "killing", "murder", "assassination", "kidnapping", "abduction", "conviction"}
)
_OF_IS_ACTOR = frozenset({"meet", "visit", "solo", "move"})
_SHARED = frozenset({"meet", "visit", "speak", "solo"})  # a nominal act that its clause's subject takes part in
_SINCE = frozenset({"since", "after", "when"})
_GOALS = frozenset({"to", "from", "into", "onto", "off"})
_WORK = frozenset({"work", "doing", "handiwork", "deed"})
_GOING_ON = PHASES | {"continue"}
_HELD = frozenset({"custody", "prison", "jail", "detention", "bar", "cell"})  # "behind bars"
_DURING = frozenset({"during", "in", "at", "after", "before", "following", "on", "with", "from", "ahead"})


@dataclass(slots=True)
class Arguments:
    """Tokens that head the phrases of those who take part, in the order of their finding."""

    actors: list[Token] = field(default_factory=list)
    recipients: list[Token] = field(default_factory=list)

    def actor(self, token: Token | None) -> None:
        """Add one who does it."""
        if token is not None and token not in self.actors:
            self.actors.append(token)

    def recipient(self, token: Token | None) -> None:
        """Add one it is done to."""
        if token is not None and token not in self.recipients and token not in self.actors:
            self.recipients.append(token)


def arguments(trigger: Trigger) -> Arguments:
    """Who does an act, and to whom."""
    found = Arguments()
    if trigger.noun is not None and trigger.noun.pos_ == "VERB":
        return arguments(replace(trigger, token=trigger.noun, noun=None))
    if trigger.noun is not None:  # "the visit ends": the participants are the visit's
        noun_arguments(trigger.noun, trigger.act.frame, found, suffered=trigger.act.mode in _SUFFERED)
    elif trigger.verbal and trigger.token.dep_ not in {"pobj", "dobj"}:
        verb_arguments(trigger, found)
    else:
        noun_arguments(trigger.token, trigger.act.frame, found, suffered=is_undergone(trigger))
    return found


def is_undergone(trigger: Trigger) -> bool:
    """True for a named act whose possessor it is done to: "his arrest", "her dismissal"."""
    named = trigger.act.mode in _SUFFERED or trigger.act.frame == "undergo"
    return named or trigger.token.lemma_.lower() in _UNDERGONE


# --- verbs


def verb_arguments(trigger: Trigger, found: Arguments) -> None:
    """Subject, object, and the prepositions of the verb and of the nouns in its pattern."""
    verb, frame = trigger.token, trigger.act.frame
    doer, done_to = voices(verb, frame)
    for token in doer:
        place_by_frame(token, frame, True, found)
    for token in done_to:
        place_by_frame(token, frame, False, found)
    for host in (verb, *pattern_nouns(trigger)):
        for word, inner in prepositions(host):
            if frame == "meet" and host == verb and word in trigger.act.others:  # "spoke to her"
                found.actor(inner)
            if not (word == "at" and frame == "act" and host == verb and done_to):  # "arrested at his house"
                take_preposition(word, inner, frame, host == verb, found)
        if host != verb:
            take_modifiers(host, frame, found)
    if frame in {"ask", "demand"}:
        found.recipient(asked(verb))
    if trigger.act.mode == "arrest" and all(token.lemma_.lower() in trigger.act.others for token in done_to):
        found.recipient(held_since(verb))


def voices(verb: Token, frame: str) -> tuple[list[Token], list[Token]]:
    """The words in the place of who does it and of whom it is done to, passive voice turned round."""
    first = subject(verb)
    causer = had_done(verb)
    if causer is not None:
        return by_causer(verb, causer)
    if is_passive(verb):
        by = [inner for word, inner in prepositions(verb) if word == "by"] or list(agent_below(verb))
        passive = verb.head if verb.dep_ == "acl" else first
        if frame in {"solo", "move"} and not by:
            return ([passive] if passive is not None else []), []
        return by, ([passive] if passive is not None else [])
    objects = [child for child in verb.children if child.dep_ in {"dobj", "dative"} and child.pos_ != "ADP"]
    own = own_subject(verb)
    if verb.dep_ == "relcl" and not objects and own is not None and own.lower_ not in RELATIVE:
        objects = [verb.head]  # "the man they arrested"
    if not objects and (made := made_to_do(verb)) is not None:
        objects = [made]
    return ([first] if first is not None else []), objects


def by_causer(verb: Token, causer: Token) -> tuple[list[Token], list[Token]]:
    """The sides of "had the gates locked"; of "had her licence revoked by the board", which was done to her."""
    thing = own_subject(verb) if verb.dep_ == "ccomp" else verb.head
    done_to = [thing] if thing is not None else []
    by = [inner for word, inner in prepositions(verb) if word == "by" and inner.ent_type_ not in {"DATE", "TIME"}]
    owner = possessor(thing) if thing is not None else None
    if by or (owner is not None and owner.pos_ == "PRON"):
        return by, [causer, *done_to]
    return [causer], done_to


def agent_below(verb: Token) -> Iterator[Token]:
    """Who did it where the parser hangs "by" on a goal, or a statement has its author in the clause above.

    "Taken to a depot by soldiers"; "in a statement issued at noon she said".
    """
    for word, goal in prepositions(verb):
        if word in _GOALS:
            yield from (inner for below, inner in prepositions(goal) if below == "by")
    noun = verb.head
    if verb.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ == "in":
        clause = noun.head.head
        author = own_subject(clause) if clause.lemma_ in REPORTING else None
        if author is not None:
            yield author


def place_by_frame(token: Token, frame: str, doer: bool, found: Arguments) -> None:
    """Put a subject or an object where its frame wants it."""
    if frame == "meet":
        found.actor(token)
    elif frame == "undergo":
        if doer:
            found.recipient(token)
    elif frame == "host":
        found.recipient(token) if doer else found.actor(token)
    elif doer:
        found.actor(token)
    elif frame != "move":
        found.recipient(token)


def pattern_nouns(trigger: Trigger) -> Iterator[Token]:
    """Nouns of the verb's pattern: "sanctions" of "announced sanctions", "aid" of "announced millions in aid"."""
    for word, _ in hanging_on(trigger.token, _OBJECTS) if trigger.act.others else ():
        if word.pos_ in {"NOUN", "PROPN"} and word.dep_ in _HEADS and word.lemma_.lower() in trigger.act.others:
            yield word


def take_preposition(word: str, inner: Token, frame: str, verbal: bool, found: Arguments) -> None:
    """Who stands behind a preposition of the verb or of its noun."""
    if frame == "meet":
        if word in {"with", "between", "of"}:
            found.actor(inner)
    elif (not verbal and word == "by") or (frame == "undergo" and word in {"by", "from"}):
        found.actor(inner)
    elif word in _RECIPIENTS[frame] or (word == "of" and not verbal and frame not in _OF_IS_ACTOR):
        found.recipient(inner)


def take_modifiers(noun: Token, frame: str, found: Arguments) -> None:
    """Possessors of a pattern's noun: "accepted Berg's offer"; "suspended their strike" names no other side."""
    owner = possessor(noun)
    if owner is not None and owner not in found.actors:
        if owner.pos_ != "PRON":
            found.recipient(owner)
        elif not found.actors:
            found.actor(owner)


def held_since(verb: Token) -> Token | None:
    """Whom police hold: she of "she has been in custody since police made the arrest"."""
    above = verb.head
    if verb.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ in _SINCE for c in verb.children):
        return None
    where = {inner.lemma_.lower() for _, inner in prepositions(above)}
    return None if where.isdisjoint(_HELD) else own_subject(above)


def asked(verb: Token) -> Token | None:
    """Who is to do what is asked: the subject of the clause that says it."""
    for child in verb.children:
        if child.dep_ in {"ccomp", "xcomp"}:
            named = own_subject(child)
            if named is not None:
                return named
    return None


# --- nouns


def noun_arguments(noun: Token, frame: str, found: Arguments, *, suffered: bool = False) -> None:
    """Possessor, modifiers, prepositions, participles on the noun, and the verb that governs it.

    `suffered`: the possessor is whom it is done to, as in "his arrest".
    """
    done_to = possessor(noun) if suffered else None
    if done_to is not None and not any(word == "of" for word, _ in prepositions(noun)):
        found.recipient(done_to)
    else:
        found.actor(possessor(noun))
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            found.actor(child)
    for word, inner in prepositions(noun):
        noun_preposition(word, inner, frame, found)
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN":
            for word, inner in prepositions(child):
                if word == "by":
                    found.actor(inner)
    from_governor(noun, frame, found)
    found.actor(author_of(noun))
    if frame == "solo":
        for came in those_who_came(noun):
            found.actor(came)


def noun_preposition(word: str, inner: Token, frame: str, found: Arguments) -> None:
    """Who stands behind a preposition of a noun."""
    if (
        word in {"by", "between"}
        or (word == "from" and frame in {"speak", "ask"})
        or (word in {"with", "among"} and frame == "meet")
    ):
        found.actor(inner)
    elif word == "of":
        found.actor(inner) if frame in _OF_IS_ACTOR else found.recipient(inner)
    elif word in _TOWARDS and frame not in {"meet", "move", "vote"}:
        found.recipient(inner)


def is_somebody(token: Token | None) -> bool:
    """True for a person by name, who hosts a meeting as one of those that meet."""
    return token is not None and token.ent_type_ == "PERSON"


def from_governor(noun: Token, frame: str, found: Arguments) -> None:
    """Who does a named act, from the verb that holds it: "police made arrests", "in talks", "bans set by"."""
    head = noun
    while head.dep_ == "conj" and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    verb = head.head
    if frame == "meet" and verb.lemma_ == "host" and len(found.actors) > 0 and not is_somebody(subject(verb)):
        return  # "Varn is to host a meeting of A and B": a town only gives the room
    if head.dep_ == "nsubj" and verb.lemma_ == "bring":  # "the signing brought A and B to Varn"
        found.actor(obj(verb))
    elif head.dep_ in {"dobj", "oprd"} and (
        verb.lemma_.lower() in light_verbs() or is_told_by(verb, "moved")
    ):  # oprd: "called a march for Friday"
        found.actor(subject(verb))
    elif head.dep_ == "nsubj" and verb.lemma_ in _GOING_ON:  # "the hearings resume with the captain"
        for word, inner in prepositions(verb):
            if word == "with":
                found.actor(inner) if frame == "meet" else found.recipient(inner)
    elif head.dep_ == "nsubjpass" and verb.lemma_ not in REPORTING:
        for word, inner in prepositions(verb):
            if word == "by":
                found.actor(inner)
    elif head.dep_ == "pobj" and frame in _SHARED and verb.lower_ in _DURING:
        shared(noun, verb, frame, found)


def author_of(noun: Token) -> Token | None:
    """The hauliers of "the blockade is the work of hauliers"."""
    for said in noun.head.children if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else ():
        if said.dep_ == "attr" and said.lemma_.lower() in _WORK:
            return next((inner for word, inner in prepositions(said) if word == "of"), None)
    return None


def shared(noun: Token, preposition: Token, frame: str, found: Arguments) -> None:
    """Who took part in "during a meeting with X, Y promised": Y, unless the noun names its own doers."""
    enough = 2 if frame == "meet" else 1
    if len([t for t in found.actors if t.pos_ in {"PROPN", "PRON"} or t.dep_ in {"poss", "pobj"}]) >= enough:
        return
    holder = preposition.head
    if holder.pos_ in {"VERB", "AUX"}:
        found.actor(subject(holder))
    elif holder.dep_ in {"dobj", "pobj", "attr"}:
        found.actor(subject(clause_of(holder)))


def argument_positions(trigger: Trigger, found: Arguments) -> set[int]:
    """Positions whose numbers belong to the act: its arguments, its object, and what "of" puts under them."""
    spots = {token.i for token in (*found.actors, *found.recipients)}
    if trigger.verbal:
        direct = obj(trigger.token)
        if direct is not None:
            spots.add(direct.i)
    for child in trigger.token.children:
        if child.dep_ in {"nsubj", "nsubjpass", "oprd"}:
            spots.add(child.i)
    return spots | {
        inner.i for i in sorted(spots) for word, inner in prepositions(trigger.token.doc[i]) if word == "of"
    }
