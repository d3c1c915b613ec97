"""How, where and when something was said, as far as its sentence tells: "said on Monday at a rally, in a letter".

A preposition on the cue verb leads to the noun; `cues.toml` says which nouns are media (a statement, a platform)
and which are occasions (a rally, a hearing). A named place on the verb is where it was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.model import Timex
from dateline.reading.parsed import Parse
from dateline.reading.speech.attribution import Attribution, Range
from dateline.reading.speech.cues import media, occasions, platforms
from dateline.reading.speech.grammar import trimmed

_LEADS = frozenset(
    {"in", "on", "at", "during", "via", "through", "by", "outside", "before", "inside", "over", "after"}
)
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NO_PLACES = frozenset({"DATE", "TIME", "PERSON", "NORP", "LANGUAGE", "WORK_OF_ART"})
_DEICTIC = frozenset({"today", "tonight", "tomorrow", "yesterday", "now"})
_OF_PLACE = frozenset({"in", "at", "outside", "inside"})
_AROUND = frozenset({"relcl", "acl", "appos", "cc", "conj"})  # what a noun's words are cut before
_SPEAKING = frozenset({"speak", "write", "appear", "address", "testify", "post"})


def medium(found: Attribution) -> Range | None:
    """Token numbers of what it was said through: "a statement", "Twitter"; the source itself if that is one."""
    if found.head is not None and _is_medium(found.head):
        return _words(found.head)
    return next((_words(noun) for _, noun in _adjuncts(found) if _is_medium(noun)), None)


def venue(found: Attribution) -> Range | None:
    """Token numbers of where or on what occasion: "a press conference in Vilnius", "Vilnius"."""
    places = [(lead, noun) for lead, noun in _adjuncts(found) if not _is_medium(noun)]
    for _, noun in places:
        if noun.lemma_.lower() in occasions():
            return _words(noun, beyond=True)
    return next((_words(noun) for lead, noun in places if _is_place(lead, noun)), None)


def _is_place(lead: Token, noun: Token) -> bool:
    """True for "in Orel", whatever the model calls it, and for a place by its label after "at" or "outside"."""
    named = noun.ent_type_ in _PLACES and lead.lower_ in _OF_PLACE
    return named or (lead.lower_ == "in" and noun.pos_ == "PROPN" and noun.ent_type_ not in _NO_PLACES)


def said_when(found: Attribution, parse: Parse, timexes: Sequence[Timex]) -> Timex | None:
    """The time expression on the cue verb; `timexes` are those of the paragraph."""
    if found.verb is None or found.verb.pos_ not in ("VERB", "AUX"):
        return None
    sayers = _sayers(found.verb)
    for timex in timexes:
        start = timex.words.start - parse.offset
        span = parse.doc.char_span(start, start + len(timex.words.text), alignment_mode="expand")
        if span is None or timex.time is None or any(a <= start < b for a, b in found.contents):
            continue
        if _ruler(span.root).i in sayers and not _is_part_of_a_name(span[0]):
            return timex
    return None


def _is_part_of_a_name(token: Token) -> bool:
    """True for the second word of "told Transport Today": such words have no capital inside a sentence."""
    before = token.doc[token.i - 1] if token.i else None
    return token.is_title and token.lower_ in _DEICTIC and before is not None and before.is_title


def _sayers(verb: Token) -> dict[int, Token]:
    """The cue verb, and the participles that say where it is said: "speaking on Monday, she said"."""
    beside = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG"]
    return {token.i: token for token in (verb, *(c for c in beside if c.lemma_.lower() in _SPEAKING))}


def _ruler(token: Token) -> Token:
    """The verb that a time hangs on, through prepositions and the occasion ("at a rally on Monday")."""
    above = token.head
    while above.head.i != above.i and (above.pos_ == "ADP" or above.dep_ == "prep" or _is_occasion(above)):
        above = above.head
    return above


def _is_occasion(noun: Token) -> bool:
    return noun.dep_ == "pobj" and (noun.lemma_.lower() in occasions() or _is_medium(noun))


def _adjuncts(found: Attribution) -> Iterator[tuple[Token, Token]]:
    """Prepositions on the cue verb outside what is said, each with its noun."""
    if found.verb is None or found.verb.pos_ not in ("VERB", "AUX"):
        return
    for verb in _sayers(found.verb).values():
        for lead in verb.children:
            if lead.dep_ not in ("prep", "agent") or lead.lower_ not in _LEADS:
                continue
            if any(start <= lead.idx < end for start, end in found.contents):
                continue
            yield from ((lead, noun) for noun in lead.children if noun.dep_ == "pobj")


def _is_medium(noun: Token) -> bool:
    return noun.lemma_.lower() in media() or noun.lower_ in platforms()


def _is_time(lead: Token) -> bool:
    """True for "on Monday"."""
    return any(noun.ent_type_ in ("DATE", "TIME") for noun in lead.children)


def _words(noun: Token, *, beyond: bool = False) -> Range:
    """The noun with what stands before it; `beyond`: also the prepositional phrases after it."""
    end = noun.i + 1
    for child in noun.children if beyond else ():
        if child.i > noun.i and child.dep_ == "prep" and child.left_edge.i == end and not _is_time(child):
            inner = [t for t in child.subtree if t.dep_ in _AROUND]
            end = min((t.left_edge.i for t in inner), default=child.right_edge.i + 1)
    return trimmed(noun, noun.left_edge.i, end)
