"""What a verb gives another day, or calls off: "put off its hearing from Tuesday to April 25".

Beside the moving itself, which is told of a day of its own, two acts are told: what is moved is planned for the
new day, and was planned for the old one. "On 28 June instead of 14 June" tells the same two. What is called off
does not take place on its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import EventType, Status
from dateline.reading.acts.clauses import antecedent, is_passive, is_verbal, obj, own_subject
from dateline.reading.acts.lexicon import Act, Lexicon
from dateline.reading.acts.marks import Mark
from dateline.reading.acts.status import SETTING, negation, verb_status
from dateline.reading.acts.triggers import Trigger
from dateline.reading.timex.tense import is_told_by, moving_verb, with_particle

_REAL = frozenset({Status.HAPPENED, Status.PLANNED})  # how a moving stands that gives its matter a day
_NOT_ON = frozenset({("instead", "of"), ("rather", "than")})
_BESIDE = frozenset(
    {"relcl", "acl", "pcomp", "xcomp"}
)  # acts told beside it: "the trial, which was to open in May,"
_CLIMB = 8  # steps from a moving verb to what reports it


def moved_acts(
    sentence: DocSpan, triggers: list[Trigger], lexicon: Lexicon, marks: Iterable[Mark]
) -> list[Trigger]:
    """The triggers of a sentence, with those of what its verbs move or call off on stated days.

    `marks`: the time expressions of its paragraph.
    """
    here = [m for m in marks if sentence.start <= m.root.i < sentence.end and m.timex.time is not None]
    if not here:
        return triggers
    verbs = {trigger.token.i for trigger in triggers}
    own = [m for m in here if m.holder.i not in verbs or not is_verbal(m.holder) or m.holder.dep_ not in _BESIDE]
    found = [trigger for verb in sentence if verb.pos_ == "VERB" for trigger in by_verb(verb, lexicon, own)]
    known = {trigger.token.i for trigger in found if trigger.day is not None}
    kept = [t for t in triggers if t.token.i not in known]
    found = [t for t in found if t.day is not None or t.token.i not in verbs]
    return [*kept, *found, *(twin for t in kept for twin in (*not_on(t, here), *first_set(t, here)))]


def by_verb(verb: Token, lexicon: Lexicon, marks: list[Mark]) -> Iterator[Trigger]:
    """What one verb moves or calls off, by the days that it has been given, and the moving itself."""
    moves = is_told_by(verb, "moved")
    if not (moves or is_told_by(verb, "cancelled")) or negation(verb):
        return
    matter = matter_of(verb)
    if matter is None:
        yield from resumed(verb, marks)
        return
    status = verb_status(verb, "act", _CLIMB)
    given = [m for m in marks if moving_verb(first_of(m)) == verb] if moves else []
    new = next((m for m in given if before(m, 1) != ("from",)), None)
    inside = {token.i for token in matter.subtree}
    old = next((m for m in given if before(m, 1) == ("from",)), None) or next(
        (m for m in marks if m.root.i in inside and dates(m, matter)), None
    )
    if new is None and old is None:
        return
    act = act_of(matter, lexicon)
    if new is not None:
        stands = Status.PLANNED if status in _REAL else status
        yield Trigger(matter, replace(act, stands=stands), day=new.root)
    if old is not None and status in _REAL:
        gone = replace(act, stands=Status.NEGATED if new is None else Status.PLANNED)
        yield Trigger(matter, gone, day=old.root) if new is None else Trigger(old.root, gone, matter, day=old.root)
    type_ = EventType.REJECT if is_told_by(verb, "cancelled") else EventType.OTHER
    yield Trigger(verb, Act(type_, None, "act", None, None, False, (with_particle(verb),), frozenset()))


def resumed(verb: Token, marks: list[Mark]) -> Iterator[Trigger]:
    """The next sitting of "the court adjourned until 10 March"."""
    if verb.lemma_ != "adjourn" or is_passive(verb) or verb_status(verb, "act", _CLIMB) not in _REAL:
        return
    for mark in marks:
        if moving_verb(first_of(mark)) == verb:
            act = Act(
                EventType.OTHER, None, "solo", None, "somebody", False, ("session",), frozenset(), Status.PLANNED
            )
            yield Trigger(mark.root, act, verb, day=mark.root)
            return


def matter_of(verb: Token) -> Token | None:
    """The noun of what is moved: the object, the subject of a passive; None for a pronoun and for somebody."""
    if verb.dep_ == "acl":
        noun: Token | None = verb.head
    elif is_passive(verb):
        noun = own_subject(verb)
        noun = antecedent(noun, verb) if noun is not None else None
    else:
        noun = obj(verb)
    return noun if noun is not None and noun.pos_ == "NOUN" else None


def act_of(noun: Token, lexicon: Lexicon) -> Act:
    """The act that a noun tells; one without a type of PLOVER's where the lexicon does not know it."""
    known = lexicon.noun(noun)
    if known is not None and known.type is not None:
        return known
    return Act(EventType.OTHER, None, "solo", None, "somebody", False, (noun.lemma_.lower(),), frozenset())


def first_of(mark: Mark) -> Token:
    """The first word of an expression."""
    return mark.root.left_edge


def before(mark: Mark, count: int) -> tuple[str, ...]:
    """So many words before an expression."""
    first = first_of(mark)
    return tuple(token.lower_ for token in first.doc[max(first.i - count, 0) : first.i])


def dates(mark: Mark, noun: Token) -> bool:
    """True if an expression says when a noun's act was to be: "the concert on Friday was put off"."""
    holder, beside = mark.holder, mark.root.head.head == noun and mark.root.dep_ == "pobj"
    if beside and noun.dep_ == "dobj":  # "adjourned the hearing on Monday": the day of the adjourning
        return False
    return holder == noun or noun.is_ancestor(holder) or not is_verbal(holder) or holder == noun.head


def not_on(trigger: Trigger, marks: list[Mark]) -> Iterator[Trigger]:
    """The act of "on 28 June instead of 14 June", as it does not take place on the other day."""
    for mark in marks:
        opened = before(mark, 3)
        if opened[1:] not in _NOT_ON and opened[:2] not in _NOT_ON:
            continue
        word = trigger.noun or trigger.token
        if trigger.token.is_ancestor(mark.root) or (word.head.is_ancestor(mark.root) and word.dep_ == "nsubj"):
            yield Trigger(mark.root, replace(trigger.act, stands=Status.PLANNED), word, day=mark.root)
            return


def first_set(trigger: Trigger, marks: list[Mark]) -> Iterator[Trigger]:
    """The day before of "the visit, originally planned for 21 May, will now begin on 25 May"."""
    noun = trigger.noun
    if noun is None or trigger.day is not None:
        return
    own = {m.holder.i for m in marks}
    for mark in marks:
        said = mark.holder
        if (
            said.dep_ in {"acl", "relcl"}
            and said.head == noun
            and said.lemma_ in SETTING
            and trigger.token.i in own
        ):
            yield Trigger(mark.root, replace(trigger.act, stands=Status.PLANNED), noun, day=mark.root)
            return
