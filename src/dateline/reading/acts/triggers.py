"""Words of a sentence that tell an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.model import EventType
from dateline.reading.acts.clauses import is_counted, is_verbal, own_subject
from dateline.reading.acts.lexicon import ARGUMENTS, Act, Lexicon, hanging_on
from dateline.reading.acts.needs import in_conflict

# Words that say that an act begins or ends: its beginning and its end have days of their own.
PHASES = frozenset({"begin", "start", "end", "conclude", "finish", "resume", "kick", "wrap"})


_SAYING = frozenset({"say", "tell", "add", "insist", "stress", "state", "declare", "repeat", "argue"})
_MUST = frozenset({"must", "should", "ought"})
_SELF = frozenset({"he", "she", "i", "we", "it", "they", "you", "there", "this", "that"})
BODIES = frozenset(
    {"committee", "commission", "court", "board", "panel", "tribunal", "judge", "bureau", "chamber"}
)
_DEMAND = Act(EventType.REQUEST, None, "demand", None, None, False, ("say", "must"), frozenset())
_ORDER = Act(EventType.REQUEST, None, "ask", None, None, False, ("tell", "to"), frozenset())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an act.

    `noun` is the act's own word where this one only says its phase ("the visit ends") or a day that it is not on;
    `day` heads the time expression that dates the act, where a verb gives it one: "put off its hearing to Friday".
    """

    token: Token
    act: Act
    noun: Token | None = None
    because: tuple[str, ...] = ()  # the classifier's reasons, where it found the act
    day: Token | None = None

    @property
    def verbal(self) -> bool:
        """True if a verb tells it."""
        return self.token.pos_ in {"VERB", "AUX"}


def triggers_in(sentence: DocSpan, lexicon: Lexicon) -> list[Trigger]:
    """The acts of one sentence in text order: at most one a word.

    A noun that is part of the verb's own pattern ("held talks", "launched an attack") tells no second act.
    """
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in sentence:
        if not is_verbal(token) or is_people(token) or is_counted(token):
            continue
        act = lexicon.verb(token)
        if act is not None:
            taken.update(own_words(token, act))
            if act.type is not None:
                found.append(Trigger(token, act))
    told_by_verbs = {trigger.token.i for trigger in found}
    for token in sentence:
        if token.i in taken or token.i in told_by_verbs or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
            continue
        if is_event_noun(token):
            act = lexicon.noun(token)
            if act is not None and act.type is not None and is_told(token, act):
                found.append(Trigger(token, act))
    found += demands(sentence, {trigger.token.i for trigger in found})
    ends = list(phases(sentence, {t.token.i: t for t in found}))
    told = {
        t.noun.i for t in ends if t.noun is not None and t.noun.head == t.token
    }  # "the strike ended" is one act
    return sorted((t for t in (*found, *ends) if t.token.i not in told), key=lambda trigger: trigger.token.i)


def demands(sentence: DocSpan, known: set[int]) -> Iterator[Trigger]:
    """What somebody says that another must do: "the minister said that Varia must withdraw" is a request.

    So is "told the villagers to boil their water", and that they were told to.
    """
    for verb in sentence:
        if verb.lemma_ not in _SAYING or verb.i in known:
            continue
        if tells_to(verb):
            yield Trigger(verb, _ORDER)
            continue
        if own_subject(verb) is None:
            continue
        for clause in verb.children:
            other = own_subject(clause) if clause.dep_ == "ccomp" else None
            if other is not None and other.lower_ not in _SELF and is_obliged(clause):
                yield Trigger(verb, _DEMAND)
                break


def tells_to(verb: Token) -> bool:
    """True for "told them to leave" and "were told to leave"."""
    if verb.lemma_ != "tell" or not any(c.dep_ in {"dobj", "dative", "nsubj", "nsubjpass"} for c in verb.children):
        return False
    under = (c for c in verb.children if c.dep_ in {"xcomp", "ccomp"} and c.i > verb.i and c.tag_ == "VB")
    return any(any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children) for clause in under)


def is_obliged(verb: Token) -> bool:
    """True for a verb under "must", "should" or "has to", not negated by what may be false: "should have"."""
    modals = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(modals & _MUST) and not modals & {"have", "has"}


def without_repeats(triggers: list[Trigger]) -> list[Trigger]:
    """Without acts that only say again what governs them: "will meet to discuss"."""
    by_position = {t.token.i: t for t in triggers if t.verbal}
    nouns = {t.token.i for t in triggers if not t.verbal}
    return [t for t in triggers if not repeats(t, by_position.get(t.token.head.i)) and not holds(t, nouns)]


def holds(trigger: Trigger, nouns: set[int]) -> bool:
    """True for a verb of holding that is active, or holds an act told by its own noun: "the vote was held"."""
    if trigger.act.needs != "passive":
        return False
    held = next((c for c in trigger.token.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    passive = held is not None and (held.dep_ == "nsubjpass" or len(trigger.act.words) > 1)
    return not passive or held is None or held.i in nouns


def repeats(trigger: Trigger, above: Trigger | None) -> bool:
    """True for an infinitive or participle that says what is done at the meeting it hangs on."""
    token = trigger.token
    return (
        above is not None
        and trigger.verbal
        and token != above.token
        and token.dep_ in {"advcl", "xcomp"}
        and above.act.type is trigger.act.type
        and above.act.frame == trigger.act.frame == "meet"
        and own_subject(token) is None
    )


def is_people(token: Token) -> bool:
    """True for a participle used as a noun: "five of the injured"."""
    return token.tag_ == "VBN" and any(c.dep_ == "det" for c in token.children)


def is_event_noun(token: Token) -> bool:
    """False for a noun that only modifies another ("protest leader", "election day"), and for part of a name."""
    if token.pos_ == "VERB":
        named = "det" if token.dep_ in {"pobj", "dobj"} else "prep" if token.dep_ in {"nsubj", "nsubjpass"} else ""
        return token.tag_ == "VBG" and any(c.dep_ == named for c in token.children)
    if token.pos_ == "PROPN" and token.ent_type_ == "DATE":  # the month of March
        return False
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_.lower() in BODIES:
        return False  # "the committee of inquiry"
    if token.dep_ in {"compound", "nmod"}:
        return token.head.pos_ not in {"NOUN", "PROPN"}
    return True


def is_told(token: Token, act: Act) -> bool:
    """True if what a noun's act needs is told beside it."""
    if act.needs == "conflict" and not in_conflict(token):
        return False
    return not counts_votes(token, act)


def counts_votes(token: Token, act: Act) -> bool:
    """True for the votes and ballots of "won two million votes": they are counted, and no election."""
    return act.type is EventType.ELECTION and any(
        c.dep_ in {"nummod", "quantmod"} and c.ent_type_ != "DATE" for c in token.children
    )


def own_words(token: Token, act: Act) -> Iterator[int]:
    """Positions of the words that the act's pattern used, and of the nouns that they only modify: "war games"."""
    if act.others:
        for word, _ in hanging_on(token, ARGUMENTS):
            if word.lemma_.lower() in act.others or word.lower_ in act.others:
                yield word.i
                if word.dep_ == "compound":
                    yield word.head.i


def phases(sentence: DocSpan, nouns: dict[int, Trigger]) -> Iterator[Trigger]:
    """Acts whose beginning or end is told: "the visit, which ends on Saturday"."""
    for token in sentence:
        if token.lemma_.lower() not in PHASES or not is_verbal(token) or token.i in nouns:
            continue
        for child in token.children:
            if child.dep_ in {"nsubj", "nsubjpass"}:
                named = token.head if token.dep_ == "relcl" and child.lower_ in {"which", "that"} else child
                if named.i not in nouns and named != child and named.dep_ == "pobj":
                    named = (
                        named.head.head
                    )  # "the visit to Varia, which ends": the parser may take the nearer noun
                inner = nouns.get(named.i)
                if inner is not None and not inner.verbal:
                    yield Trigger(token, inner.act, named)
