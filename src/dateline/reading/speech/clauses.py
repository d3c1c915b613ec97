"""Reported speech without marks, or around them: cue verbs and the complements that hold what is said."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import SpeechKind, Stance
from dateline.reading.speech.attribution import Attribution, from_verb, runs
from dateline.reading.speech.cues import Cue, is_medium, media, nouns, propositions, through, verb_cue, verbs
from dateline.reading.speech.grammar import (
    FINITE,
    SUBJECTS,
    beside,
    interrupter,
    is_aside,
    is_infinitive,
    is_passive,
    noun_phrase,
    own_subject,
    speaker_of,
    subtree,
)
from dateline.reading.speech.tallies import tally

_ASIDE = frozenset({",", "—", "–", "-", "("})  # what an aside begins with
_PARENTHETICAL = frozenset({"parataxis", "ccomp", "advcl"})
_REASONS = frozenset({"because", "since", "as"})
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves"})
_WITH_OBJECT = frozenset({"small", "as", "of", "for"})  # complements that say something of the object


def reported(doc: Doc, inside: list[int]) -> Iterator[Attribution]:
    """Attributions by cue verbs outside marks; `inside` holds the number of the piece of each token, or -1."""
    for token in doc:
        if inside[token.i] >= 0:
            continue
        cue = verb_cue(token)
        found = tally(token, inside) or (_by_verb(token, cue, inside) if cue is not None else None)
        if found is not None:
            yield found


def _by_verb(verb: Token, cue: Cue, inside: list[int]) -> Attribution | None:
    """What a cue verb's complements say, or the sentence that it interrupts."""
    intruder = interrupter(verb)
    head = intruder or speaker_of(verb, media())
    if head is not None and inside[head.i] >= 0:
        head = None
    if head is None and verb.tag_ in FINITE and not is_passive(verb):
        first = verb.head if verb.dep_ == "conj" and verb.head.pos_ == "VERB" else verb
        head = beside(first, inside, inverted=False)
    if head is None or (head.lower_ in ("it", "there", "what") and cue.thought):
        return None
    if own_subject(verb) is None and (verb.dep_ == "aux" or _is_unsaid(verb)):
        return None
    found = from_verb(verb, cue, head, SpeechKind.INDIRECT, f"clause: {cue.lemma}")
    found.relayed_by = through(verb)
    parts = _complements(verb, cue)
    if cue.relays and any(through(below) is not None for below in verb.subtree):
        return None  # "AP quoted her as saying ...": what she says stands for both
    if parts:
        content = _content(verb, cue, parts, found, inside)
        if "clause" in cue.content and not content:
            content = _turned_round(verb, head)
        if intruder is not None:
            content.update(range(intruder.head.left_edge.i, intruder.head.i + 1))
        if "clause" in parts and parts["clause"].i < verb.i:
            content |= _said_after(verb)
    elif "clause" in cue.content:
        content = _interrupted(verb) or _turned_round(verb, head)
        content |= _said_after(verb) if content else set()
        found.rule = f"interrupted: {cue.lemma}"
    else:
        return None
    content -= found.tokens()
    found.contents = runs(verb.doc, content, verb)
    return found if found.contents else None


def _is_unsaid(verb: Token) -> bool:
    """True where somebody only declines to say it, or is asked to."""
    above = verb.head
    if verb.dep_ != "xcomp" or not is_infinitive(verb):
        return False
    cue = verb_cue(above)
    if cue is None:
        return False
    return cue.denies or (above.dep_ == "xcomp" and _is_unsaid(above))


def _complements(verb: Token, cue: Cue) -> dict[str, Token]:
    """Complements that the lexicon lets the verb have, by what they are."""
    found: dict[str, Token] = {}
    for child in verb.children:
        name = _complement(child, verb, cue)
        if name is not None and (name not in found or found[name].i < verb.i):
            found[name] = child
    if "clause" in cue.content and not found.keys() - {"object"}:
        strayed = _strayed(verb) or _told(verb)
        if strayed is not None:
            found["clause"] = strayed
    return found


def _strayed(verb: Token) -> Token | None:
    """The clause of "told Norpress in a statement that it rained", which the parse hangs on "statement".

    A relative clause is told apart by its "that", which stands for somebody or something in it; what a claim
    claims stays with the noun.
    """
    for adjunct in verb.children:
        if adjunct.dep_ != "prep" or adjunct.i < verb.i:
            continue
        for noun in (n for n in adjunct.subtree if n.dep_ == "pobj" and _is_place_of_speech(n)):
            for clause in noun.children:
                if clause.dep_ in ("acl", "relcl") and _complete(clause):
                    return clause
    return None


def _told(verb: Token) -> Token | None:
    """The clause of "told a friend he had lost it all", which the parse takes for a description of the friend."""
    for told in verb.children:
        if told.dep_ not in ("dobj", "dative") or told.i < verb.i:
            continue
        for clause in told.children:
            parts = {c.dep_ for c in clause.children if c.i > clause.i}
            edge = clause.left_edge
            bare = edge.dep_ in ("nsubj", "nsubjpass", "poss", "det") and edge.tag_ not in ("WP", "WDT")
            if clause.dep_ == "relcl" and bare and parts & {"dobj", "attr", "acomp", "ccomp", "xcomp"}:
                return clause
    return None


def _is_place_of_speech(noun: Token) -> bool:
    """False for a noun that has a content of its own ("her claim that ..."), unless speech goes through it."""
    return is_medium(noun) or noun.lemma_.lower() not in nouns()


def _complete(clause: Token) -> bool:
    """True for a clause that a conjunction "that" begins: marked so, or with a subject and an object."""
    that = next((c for c in clause.children if c.lower_ == "that" and c.i == clause.left_edge.i), None)
    parts = {c.dep_ for c in clause.children if c is not that}
    return that is not None and (that.dep_ == "mark" or {"nsubj", "dobj"} <= parts)


def _complement(child: Token, verb: Token, cue: Cue) -> str | None:
    """What a child of a cue verb is to it, if that can hold content."""
    dep = child.dep_
    if dep in ("ccomp", "xcomp"):
        return _clause_kind(child, dep, cue)
    if dep == "oprd":
        return "small" if "small" in cue.content else None
    if dep == "dobj" and child.i > verb.i:
        return "object"
    if dep == "prep" and child.lower_ in cue.content and child.i > verb.i:
        return child.lower_
    if dep == "nsubjpass" and is_passive(verb):
        return "object"
    return None


def _clause_kind(child: Token, dep: str, cue: Cue) -> str | None:
    """Finite clause, infinitive, or subject and predicate without a verb."""
    if is_infinitive(child):
        if _of_oneself(child):
            return None
        return "infinitive" if "infinitive" in cue.content else None
    if child.pos_ in ("VERB", "AUX"):
        if child.tag_ == "VBG" and dep == "xcomp":
            return "ing" if "ing" in cue.content else None
        return "clause" if "clause" in cue.content or "small" in cue.content else None
    if "small" in cue.content:
        return "small"
    return "clause" if "clause" in cue.content and dep == "ccomp" else None


def _of_oneself(infinitive: Token) -> bool:
    """True for what one asks about oneself in passing: "who asked not to be named"."""
    parts = {child.dep_ for child in infinitive.children}
    return {"neg", "auxpass"} <= parts and not parts & {"nsubj", "nsubjpass"}


def _content(verb: Token, cue: Cue, parts: dict[str, Token], found: Attribution, inside: list[int]) -> set[int]:
    """Token numbers of the content; sets the addressee, and takes a preposition into the cue ("called for")."""
    others = {name: part for name, part in parts.items() if name != "object"}
    target = parts.get("object")
    if target is not None and _is_addressee(target, verb, cue, others):
        found.addressee = noun_phrase(target)
        target = None
    if target is not None and not others and not _is_stated(target, verb, cue, inside):
        return set()
    content = set(range(*subtree(target))) if target is not None else set()
    for name, part in others.items():
        start, end = subtree(part)
        if part.dep_ == "prep" and target is None and found.cue and part.i == found.cue[1]:
            found.cue = (found.cue[0], part.i + 1)
            found.lemma = f"{cue.lemma} {name}"
            phrase = verbs().get(found.lemma, cue)
            found.stance = phrase.stance
            start = part.i + 1
            if "infinitive" in phrase.content:
                content.update(_asked_of(verb))
        if name == "clause":
            end = _end_of_clause(verb, start, end, inside)
        content.update(range(start, end))
        if name == "infinitive":
            content -= _asides(part)
    content.discard(verb.i)
    return content


def _end_of_clause(verb: Token, start: int, end: int, inside: list[int]) -> int:
    """A content ends at a semicolon outside marks: what follows is told by the reporter again."""
    stops = (n for n in range(max(start, verb.i), end) if verb.doc[n].text == ";" and inside[n] < 0)
    return next(stops, end)


def _is_stated(target: Token, verb: Token, cue: Cue, inside: list[int]) -> bool:
    """True if an object alone can be what is said.

    Not so in "defended himself", "announced a visit" (an act), and "met to discuss the harvest" (a purpose).
    """
    if target.lower_ in _REFLEXIVE or not {"object", "proposition"} & cue.content:
        return False
    purpose = is_infinitive(verb) and cue.stance is Stance.STATES
    if "object" in cue.content and not purpose:
        return True
    named = target.lemma_.lower() in propositions() or target.pos_ == "PRON"
    return named or any(inside[number] >= 0 for number in range(*subtree(target)))


def _asked_of(verb: Token) -> set[int]:
    """Token numbers of the infinitive in "called on both sides to show restraint"."""
    asked = next((c for c in verb.children if c.dep_ in ("xcomp", "advcl") and is_infinitive(c)), None)
    return set() if asked is None else set(range(*subtree(asked))) - _asides(asked)


def _asides(infinitive: Token) -> set[int]:
    """Token numbers of what the speaker adds to an infinitive: "she urged them to go, warning of snow"."""
    asides = (c for c in infinitive.children if is_aside(c) and verb_cue(c) is not None)
    return {number for aside in asides for number in range(*subtree(aside))}


def _is_addressee(target: Token, verb: Token, cue: Cue, others: dict[str, Token]) -> bool:
    """The object of "told them that ..." and "spoke to them about ..."; in "accused them of ..." it is content."""
    if target.i < verb.i or _WITH_OBJECT & others.keys():
        return False
    return "clause" in others or (bool(others) and "object" not in cue.content and "infinitive" not in others)


def _said_after(verb: Token) -> set[int]:
    """What is said goes on after a cue in its midst: "it would shut, she said, since bolts were missing".

    A clause of reason, or one with "nor", which the parse hangs on the cue.
    """
    found: set[int] = set()
    for child in verb.children:
        edge = child.left_edge
        reason = child.dep_ == "advcl" and edge.dep_ == "mark" and edge.lower_ in _REASONS
        also = child.dep_ == "conj" and any(c.lower_ == "nor" and c.i < child.i for c in verb.children)
        aside = child.i > verb.i and any(t.text == "," for t in verb.doc[verb.i + 1 : child.i])
        if aside and (reason or also):
            found.update(range(*subtree(child)))
            found.update(c.i for c in verb.children if also and c.lower_ == "nor")
    return found


def _turned_round(verb: Token, head: Token) -> set[int]:
    """All of "In it, she told us, were four letters": a place, verb and subject around a speaker and cue."""
    doc, sent = verb.doc, verb.sent
    opens = next((t for t in doc[sent.start : head.i] if t.text == ","), None)
    closes = next((t for t in doc[verb.i : sent.end] if t.text == ","), None)
    if opens is None or closes is None or closes.i + 1 >= sent.end or opens.i != noun_phrase(head)[0] - 1:
        return set()
    main, first = doc[closes.i + 1], doc[sent.start]
    inverted = main.tag_ in FINITE and not any(c.dep_ in SUBJECTS and c.i < main.i for c in main.children)
    if first.dep_ != "prep" or first.right_edge.i >= opens.i or not inverted or main.nbor().tag_ in FINITE:
        return set()
    return set(range(sent.start, opens.i)) | set(range(main.i, sent.end))


def _interrupted(verb: Token) -> set[int]:
    """The clause that a parenthetical "she said" stands in, without what hangs on the cue."""
    above = verb.head
    if above.i == verb.i or verb.dep_ not in _PARENTHETICAL or above.pos_ not in ("VERB", "AUX"):
        return set()
    if verb.dep_ != "parataxis" and any(c.dep_ == "mark" and c.lower_ != "as" for c in verb.children):
        return set()
    edge = verb.left_edge
    before = verb.doc[edge.i - 1] if edge.i else None
    if edge.text not in _ASIDE and (before is None or before.text not in _ASIDE):
        return set()
    whole = set(range(*subtree(above)))
    return whole - set(range(*subtree(verb)))
