"""What the words in and around a name tell about its kind and gender.

The weights are relative: 1 is what the model's label is worth. They were set by hand so that one strong sign (a
title, a country table) outvotes the label, and two weak ones do.
"""

from __future__ import annotations

from dateline.model import ActorKind, Gender
from dateline.reading.names.found import Found
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.spelling import key_of, name_words, surname_gender

TITLED = 4.0  # "Ms Lee"
ROLE_BEFORE = 4.0  # "opposition leader Ann Lee"
ROLE_AFTER = 3.0  # "Ann Lee, a retired judge"
_TABLE = 6.0  # a country, a well-known body
_CAPITAL_CITY = 3.0
_REGION = 3.0
_CUE_AT_EDGE = 4.0  # "Ministry of ...", "... Party"
_CUE_INSIDE = 2.0
_ACRONYM = 1.5
_GIVEN = 3.0  # "Ann" before another word
_GIVEN_ALONE = 1.0
_WHO = 1.5
_AGE = 2.0
_SPEAKS = 0.5
_IN = 1.0  # "in Orel"
_STATE = 2.0  # "the army of Orlia", "the capital of Orlia"
_NOUN_BESIDE = 3.0  # "the newspaper Dawn", "the MZK plant"
_VESSEL = 6.0  # "the ferry Stella": more than a given name
_KIN = 2.0  # "Lee's husband"
_ARTICLE = 2.0  # "the Elysee", "the Danube": no person
_STAFF = 1.5  # "managers of Norsk Shipping"
_FROM = 1.5  # "the 22-year-old from Orel"
_SLAVIC = 1.5  # a surname by its ending

_LABELS = {
    "PERSON": ActorKind.PERSON,
    "ORG": ActorKind.ORGANISATION,
    "GPE": ActorKind.PLACE,
    "LOC": ActorKind.PLACE,
    "FAC": ActorKind.PLACE,
}
_PLACE_PREPOSITIONS = frozenset(
    ("in", "at", "near", "across", "outside", "inside", "around", "throughout", "within")
)
_QUALIFYING = frozenset(("compound", "nmod", "amod", "poss"))
_APPOSITION = 10  # tokens after a name in which the noun of an apposition is looked for
_OF_STATE = frozenset(
    [
        ("of", noun)
        for noun in ("army", "government", "capital", "republic", "kingdom", "people", "parliament", "city")
    ]
    + [("to", noun) for noun in ("envoy", "ambassador")]
)
_CLUB_OF_TOWN = frozenset(("town", "city", "county"))
_RELATIVE = frozenset(("who", "whose", "whom"))


def weigh(found: Found, lexicon: Lexicon) -> None:
    """Add to a name's evidence what the name itself and its neighbours tell."""
    by_tables(found, lexicon)
    if found.country:
        return  # a label or an article tells nothing more
    by_label(found)
    by_cues(found, lexicon)
    by_given_name(found, lexicon)
    by_words_after(found, lexicon)
    by_words_before(found, lexicon)


def by_label(found: Found) -> None:
    """The model's label of the last word."""
    label = found.tokens.entity[found.last - 1]
    if label in _LABELS:
        found.evidence.label(_LABELS[label])


def by_tables(found: Found, lexicon: Lexicon) -> None:
    """Countries, capitals, regions and well-known bodies."""
    name = found.words.text.lower().replace("’", "'")
    if found.country:
        found.evidence.add(ActorKind.COUNTRY, _TABLE)
    elif name in lexicon.same:
        found.evidence.add(ActorKind.ORGANISATION, _TABLE)
    elif name in lexicon.countries.capitals:
        found.evidence.add(ActorKind.PLACE, _CAPITAL_CITY)
    elif name in lexicon.countries.regions:
        found.evidence.add(ActorKind.PLACE, _REGION)


def by_cues(found: Found, lexicon: Lexicon) -> None:
    """Words by which a body or a place is seen, and capitals throughout."""
    words = found.tokens.lower[found.first : found.last]
    if len(words) > 1 and not is_surname_too(found, lexicon):
        edges = {words[0], words[-1]}
        if edges & lexicon.bodily or is_club(found, lexicon):
            found.evidence.add(ActorKind.ORGANISATION, _CUE_AT_EDGE)
        elif lexicon.organisation.intersection(words):
            found.evidence.add(ActorKind.ORGANISATION, _CUE_INSIDE)
        if words[-1] in lexicon.place or (words[0] in lexicon.place_before and words[-1] not in lexicon.bodily):
            found.evidence.add(ActorKind.PLACE, _CUE_AT_EDGE)
    text = found.words.text
    if is_acronym(text):
        found.evidence.add(ActorKind.ORGANISATION, _ACRONYM)
    if found.acronym_of is not None:
        found.evidence.add(ActorKind.ORGANISATION, _CUE_AT_EDGE)


def is_surname_too(found: Found, lexicon: Lexicon) -> bool:
    """True for "Ann Hall": a given name, and a word for a place or a body that is a surname too."""
    first, last = found.tokens.lower[found.first], found.tokens.lower[found.last - 1]
    person = found.tokens.entity[found.last - 1] == "PERSON"
    return person and last in lexicon.surnames_too and first in lexicon.given


def is_club(found: Found, lexicon: Lexicon) -> bool:
    """True for "Dynamo Orel" and "Orel Rovers"; for "Orel Town" where it does what a club does."""
    tokens = found.tokens
    first, last = tokens.lower[found.first], tokens.lower[found.last - 1]
    if first in lexicon.given:
        return False
    if first in lexicon.clubs_before or last in lexicon.clubs_after:
        return True
    plays = tokens.lower[found.last : found.last + 1] != [] and tokens.lower[found.last] in lexicon.matches
    return plays and found.subject and last in _CLUB_OF_TOWN


def is_acronym(text: str) -> bool:
    """True for two to five capitals: most acronyms have no more."""
    return text.isupper() and text.isalpha() and 2 <= len(text) <= 5


def by_given_name(found: Found, lexicon: Lexicon) -> None:
    """A given name at its head, and a surname's ending at its end."""
    words = name_words(found.words.text)
    if not words:
        return
    given = lexicon.given.get(found.tokens.lower[found.first]) or lexicon.given.get(words[0])
    several = found.last - found.first > 1
    if given:
        found.evidence.add(ActorKind.PERSON, _GIVEN if several else _GIVEN_ALONE)
        if several:
            found.gender = found.gender or given
    ending = surname_gender(words[-1])
    if ending:
        found.evidence.add(ActorKind.PERSON, _SLAVIC)
        if several or ending is Gender.FEMALE:
            found.gender = found.gender or ending


def by_words_after(found: Found, lexicon: Lexicon) -> None:
    """A relative pronoun, an age, a noun that says what it is, kin, a verb of speech."""
    tokens, at = found.tokens, found.last
    nxt = tokens.lower[at : at + 4]
    if not nxt:
        return
    comma = nxt[0] == ","
    after = nxt[1:] if comma else nxt
    if after and after[0] in _RELATIVE:
        found.evidence.add(ActorKind.PERSON, _WHO)
    if (
        comma and len(after) > 1 and after[0].isdigit() and len(after[0]) == 2 and after[1] in (",", ".", ")")
    ):  # years of age
        found.evidence.add(ActorKind.PERSON, _AGE)
        found.age = int(after[0])
    if not comma and nxt[0] in lexicon.naming and tokens.text[at].islower():
        found.evidence.add(ActorKind.ORGANISATION, _NOUN_BESIDE)
    if comma and (trade := apposed_body(found, lexicon)):
        found.evidence.add(ActorKind.ORGANISATION, _NOUN_BESIDE)
        found.trade = trade
    if (not comma and is_beside_a_site(found, lexicon)) or is_said_to_be_settlement(found, lexicon):
        found.evidence.add(ActorKind.PLACE, _NOUN_BESIDE)
    if nxt[0] in ("'s", "’s", "'", "’") and len(nxt) > 1 and nxt[1] in lexicon.kin:
        found.evidence.add(ActorKind.PERSON, _KIN)
    if nxt[0] in lexicon.speech and found.subject:
        found.evidence.add(ActorKind.PERSON, _SPEAKS)


def is_beside_a_site(found: Found, lexicon: Lexicon) -> bool:
    """True for "Orle province" and "the Orle coal mine"."""
    tokens, at = found.tokens, found.last
    if at + 1 < len(tokens) and tokens.pos[at] == "NOUN" and tokens.dep[at] == "compound":
        at += tokens.lower[at] not in lexicon.settlements
    return tokens.lower[at] in lexicon.settlements


def is_said_to_be_settlement(found: Found, lexicon: Lexicon) -> bool:
    """True for "Orel, the capital," and "Orel is a town"; not for "Lee, the county judge"."""
    tokens, at = found.tokens, found.last
    if tokens.lower[at : at + 1] not in ([","], ["is"]) or tokens.lower[at + 1 : at + 2] not in (["a"], ["the"]):
        return False
    noun = at + 2
    ends = noun + 1 >= len(tokens) or tokens.pos[noun + 1] not in ("NOUN", "PROPN", "PART")
    return tokens.lower[noun : noun + 1] != [] and tokens.lower[noun] in lexicon.settlements and ends


def by_words_before(found: Found, lexicon: Lexicon) -> None:
    """A preposition of place, an article, a noun that says what it is."""
    tokens, at = found.tokens, found.first - 1
    if at < 0 or tokens.sentence[at] != tokens.sentence[found.first]:
        return
    word = tokens.lower[at]
    if word in lexicon.vessels:
        found.evidence.add(ActorKind.ORGANISATION, _VESSEL)
        found.trade = word
    elif word in _PLACE_PREPOSITIONS and tokens.dep[found.head] == "pobj":
        found.evidence.add(ActorKind.PLACE, _IN)
    elif word == "the":
        if not qualifies_noun(found):
            labelled = _LABELS.get(tokens.entity[found.last - 1])
            place = labelled is ActorKind.PLACE
            found.evidence.add(ActorKind.PLACE if place else ActorKind.ORGANISATION, _ARTICLE)
            by_staff(found, at - 1, lexicon)
    elif word in lexicon.settlements or (word == "of" and at > 0 and tokens.lower[at - 1] in lexicon.settlements):
        found.evidence.add(ActorKind.PLACE, _NOUN_BESIDE)
    elif (
        word == ","
        and at > 0
        and tokens.lower[at - 1] in lexicon.settlements
        and tokens.dep[found.head] == "appos"
    ):
        found.evidence.add(ActorKind.PLACE, _NOUN_BESIDE)  # "the capital, Orel"
    elif trade := body_before(found, lexicon):
        found.evidence.add(ActorKind.ORGANISATION, _NOUN_BESIDE)
        found.trade = trade
    else:
        by_staff(found, at, lexicon)


def qualifies_noun(found: Found) -> bool:
    """True if a noun in lower case that the name qualifies follows: "the Orel pipeline"."""
    tokens = found.tokens
    follows = found.last < len(tokens) and tokens.pos[found.last] in ("NOUN", "ADJ", "PROPN")
    return follows and tokens.text[found.last][0].islower() and tokens.dep[found.head] in _QUALIFYING


def body_before(found: Found, lexicon: Lexicon) -> str | None:
    """The noun for a body before the name: "the builder Interbalt", "the operator, Interbalt"."""
    tokens, at = found.tokens, found.first - 1
    if tokens.text[at] == "," and at > 0 and tokens.dep[found.head] == "appos":
        at -= 1
    return tokens.lower[at] if tokens.text[at].islower() and tokens.lower[at] in lexicon.naming else None


def apposed_body(found: Found, lexicon: Lexicon) -> str | None:
    """The noun for a body in apposition to the name: "Interbalt, a construction company"."""
    tokens, inside = found.tokens, range(found.first, found.last)
    reach = range(found.last + 1, min(found.last + _APPOSITION, len(tokens)))
    apposed = (tokens.lower[at] for at in reach if tokens.dep[at] == "appos" and tokens.head[at] in inside)
    return next((noun for noun in apposed if noun in lexicon.naming), None)


def by_staff(found: Found, at: int, lexicon: Lexicon) -> None:
    """What "of", "for", "to" or "from" before the name makes of it: a body with staff, a state, a home."""
    tokens = found.tokens
    if at < 1 or tokens.sentence[at - 1] != tokens.sentence[found.first]:
        return
    word, noun = tokens.lower[at], tokens.lower[at - 1]
    if word in ("of", "for", "at") and noun in lexicon.staff:
        found.evidence.add(ActorKind.ORGANISATION, _STAFF)
    elif (word, noun) in _OF_STATE:
        found.evidence.add(ActorKind.PLACE, _STATE)
    elif word == "from" and (noun == "old" or noun in lexicon.heads or noun in lexicon.plurals):
        found.evidence.add(ActorKind.PLACE, _FROM)


def spelling_key(found: Found) -> str:
    """What two mentions of one spelling share."""
    return key_of(found.words.text)
