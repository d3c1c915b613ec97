"""Whom "the welder" means, where nobody was called so: the person just told of, called by yet another name.

News varies its nouns ("Ann Lee, 44, buried her mother. “…,” the welder said"). A definite description that the
report has not used before goes back to whom the sentences before are about. An office is taken only right after
them: "the minister" may be known to everybody and named nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.model import ActorKind, Chain, Gender, Mention, MentionForm, ParagraphKind
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.salience import MAIN
from dateline.reading.names.spelling import given_lean
from dateline.reading.parsed import Parse
from dateline.reading.speech.clashes import Cast, tokens_of
from dateline.reading.speech.cues import media, occasions, platforms, propositions, verb_cue
from dateline.reading.speech.descriptions import LOOSE, article, first_described, kindred
from dateline.reading.speech.heard import Heard

REACH = 3  # paragraphs that are searched for who was just told of, that of the words among them
_DEFINITE = frozenset({"the", "that", "this"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PEOPLE = (ActorKind.PERSON, ActorKind.UNKNOWN)
_OF_SOMEBODY = frozenset({"for", "from"})  # "the lawyer for Ann Lee" is another one
_NOUN_TAGS = frozenset({"NN", "NNP", "CD", "JJ", "VB", "VBD", "VBP"})  # "the pastry cook" is a verb to the tagger
# What anybody may be called beside a trade of his own.
_ANYBODY = LOOSE | frozenset(
    {
        *("professor", "doctor", "scientist", "researcher", "expert", "scholar", "worker", "employee", "founder"),
        *("veteran", "champion", "winner", "victim", "suspect", "defendant", "witness", "survivor", "resident"),
        *(
            "native",
            "man",
            "woman",
            "pensioner",
            "teenager",
            "youth",
            "volunteer",
            "prisoner",
            "convict",
            "tenant",
        ),
        *("passenger", "motorist", "villager", "migrant", "refugee", "millionaire", "billionaire", "tycoon"),
    }
)
_COLLECTIVE = frozenset(
    {
        *("couple", "family", "pair", "trio", "duo", "crowd", "public", "gang", "band", "panel", "staff", "side"),
        *(
            "majority",
            "minority",
            "rest",
            "world",
            "nation",
            "country",
            "city",
            "town",
            "village",
            "press",
            "state",
        ),
        *("paper", "tabloid", "daily", "weekly", "station", "network", "site", "outlet", "programme", "program"),
        *("voice", "caller", "recording", "machine", "screen", "poll", "study", "survey", "audience", "other"),
        *(
            "source",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "reporter",
            "interviewer",
            "first",
            "second",
            "last",
        ),
    }
)


def varied(one: Heard, heard: Sequence[Heard], cast: Cast) -> Chain | None:
    """The named person whom a description of nobody else means; None where that cannot be told."""
    place = _place(one, cast)
    if place is None or not _is_new_description(place, one, cast):
        return None
    noun = place.noun
    gender = lexicon().gendered.get(noun.lemma_.lower()) or (one.speaker.gender if one.speaker else None)
    answered = _answered(one, heard)
    if noun.lemma_.lower() in lexicon().office - LOOSE:
        return _holder_just_told_of(place, heard, cast)
    kind = noun.lemma_.lower()
    told = [
        (chain, mention, parse)
        for chain, mention, parse in told_of(place.parse, place.start, heard, cast)
        if chain is not answered and _may_be(chain, gender) and not _is_something_else(chain, kind, cast)
    ]
    leading = next(((chain, parse) for chain, mention, parse in told if leads(mention, parse)), None)
    here = {chain.id: chain for chain, _, parse in told if parse is place.parse}
    if len(here) == 1 and (leading is None or leading[1] is not place.parse):
        return next(iter(here.values()))  # the only one of the paragraph
    if leading is not None:
        return leading[0]
    people = {chain.id: chain for chain, _, _ in told}
    return next(iter(people.values())) if len(people) == 1 else None


@dataclass(frozen=True, slots=True)
class Place:
    """The noun of a description, its paragraph, and the character before which somebody was told of."""

    noun: Token
    parse: Parse
    start: int


def _place(one: Heard, cast: Cast) -> Place | None:
    """Where a source is described: its own noun, or the first description that its pronoun stands for."""
    head = one.found.head
    if head is None or one.source is None:
        return None
    if head.pos_ != "PRON":
        return Place(head, one.parse, min(one.source.start, one.contents[0].start))
    if one.speaker is None or one.speaker.names:
        return None
    first = first_described(one.speaker, cast)
    return Place(first[0], first[1], first[0].idx + first[1].offset) if first is not None else None


def _is_new_description(place: Place, one: Heard, cast: Cast) -> bool:
    """True for "the welder", where nobody has been called a welder so far, not for "her aide"."""
    noun = place.noun
    lemma, words = noun.lemma_.lower(), lexicon()
    if noun.tag_ not in _NOUN_TAGS or not (noun.is_lower or noun.is_upper):
        return False
    if lemma in _COLLECTIVE or lemma in words.bodies | media() | platforms() | occasions():
        return False
    if lemma in propositions() | words.plurals:
        return False
    before = {child.lower_ for child in noun.children if child.i < noun.i} | article(noun)
    related = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in _OF_SOMEBODY) for c in noun.children)
    return bool(before & _DEFINITE) and not related and not _used_before(place, one, cast)


def _used_before(place: Place, one: Heard, cast: Cast) -> bool:
    """True if the noun stands for somebody further up, who was not named: "a cook found it ... the cook said"."""
    if one.speaker is None or one.speaker.names:
        return False
    start, lemma = place.noun.idx + place.parse.offset, place.noun.lemma_.lower()
    return any(
        lemma in mention.words.text.lower().split()
        for mention in cast.chains.mentions_of(one.speaker.id)
        if mention.form is MentionForm.ROLE and mention.words.end <= start
    )


def _holder_just_told_of(place: Place, heard: Sequence[Heard], cast: Cast) -> Chain | None:
    """The subject of the sentence before an office, if the report gives that office and him nothing else."""
    lemma = place.noun.lemma_.lower()
    held = [role for chain in cast.chains.chains() if chain.names for role in cast.chains.roles_of(chain.id)]
    if any(role.title.split()[-1:] == [lemma] for role in held):
        return None
    for chain, mention, parse in told_of(place.parse, place.start, heard, cast):
        if parse is place.parse and leads(mention, parse):
            return None if cast.chains.roles_of(chain.id) else chain
    return None


def told_of(here: Parse, start: int, heard: Sequence[Heard], cast: Cast) -> Iterator[tuple[Chain, Mention, Parse]]:
    """Named people whom the report itself mentions before a character of a paragraph, the nearest first."""
    for parse in cast.paragraphs_up_to(here, REACH):
        if parse is not here and parse.paragraph.kind is not ParagraphKind.BODY:
            return
        spoken = [w.span for said in heard if said.parse is parse and said.in_marks for w in said.contents]
        for mention in reversed(cast.chains.mentions_in(parse.paragraph.words.span)):
            if mention.words.start >= start or any(span.covers(mention.words.span) for span in spoken):
                continue
            chain = cast.chains.chain(mention.chain)
            if chain.names and not chain.plural and chain.kind in _PEOPLE:
                yield chain, mention, parse


def leads(mention: Mention, parse: Parse) -> bool:
    """True for the subject of a sentence or of a clause beside it, and for a name set beside one."""
    for token in tokens_of(parse, mention):
        subject = token.head if token.dep_ == "appos" else token
        if subject.dep_ in _SUBJECTS and subject.head.dep_ in MAIN:
            return True
    return False


def _may_be(chain: Chain, gender: Gender | None) -> bool:
    """Whether a gender allows somebody, as far as it is told or the given name leans to one."""
    known = chain.gender or (given_lean(chain.name.split()[0].lower()) if " " in chain.name else None)
    return gender is None or known in (gender, None)


def _answered(one: Heard, heard: Sequence[Heard]) -> Chain | None:
    """Who has spoken last, if the words are called an answer: somebody else answers."""
    cue = verb_cue(one.found.verb) if one.found.verb is not None else None
    if cue is None or not cue.replies:
        return None
    before = [said for said in heard if said.parse is one.parse and said.contents[0].start < one.contents[0].start]
    return before[-1].speaker if before else None


def _is_something_else(chain: Chain, noun: str, cast: Cast) -> bool:
    """True if the report gives somebody a trade or an office, and the noun is another one."""
    words = lexicon()
    held = {title.split()[-1] for role in cast.chains.roles_of(chain.id) if (title := role.title)}
    held -= set(words.kin)
    if not held or held & _ANYBODY or noun in _ANYBODY or noun not in words.trades | words.office:
        return False
    alike = kindred().get(noun, frozenset()) | words.covers.get(noun, frozenset()) | {noun}
    return not held & alike
