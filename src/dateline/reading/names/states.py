"""Which names that no table has are countries: those with a government, an ambassador, a foreign minister.

"the Norlandian ministry", "Norlandia's parliament", "the capital of Norlandia". A town has none of these, but a
person may: "Lee's government".
"""

from __future__ import annotations

from dateline.model import ActorKind
from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.somebody import Somebody

_BODIES = frozenset(("government", "army", "parliament", "ministry", "opposition", "embassy"))
_OFFICES = frozenset(("president", "minister", "premier", "ambassador", "opposition leader"))
_MINISTERS = frozenset(("prime minister", "foreign minister", "interior minister", "defence minister"))
_OWNED = (_BODIES - {"ministry", "opposition", "army"}) | _MINISTERS | {"ambassador", "opposition leader"}
_AFTER_ADJECTIVE = _BODIES | _OFFICES | _MINISTERS | {"capital", "people", "leader"}
_REACH = 3  # words after an adjective: "Norlandian prime minister", "Norlandian deputy foreign minister"


def qualifies_state(adjective: Found) -> bool:
    """True for "Norlandian" before a noun of a state."""
    tokens = adjective.tokens
    for at in range(adjective.last, min(adjective.last + _REACH, len(tokens))):
        if (
            tokens.pos[at] not in ("NOUN", "PROPN", "ADJ")
            or tokens.sentence[at] != tokens.sentence[adjective.head]
        ):
            return False
        if tokens.lower[at] in _AFTER_ADJECTIVE:
            return True
    return False


def owned_by_state(phrase: RolePhrase) -> bool:
    """True for "Norlandia's foreign minister", "the government of Norlandia"."""
    return phrase.title in _OWNED and not phrase.plural


def has_capital(name: Found) -> bool:
    """True for "Norlandia" in "the capital of Norlandia"."""
    at = name.first
    return at > 1 and name.tokens.lower[at - 2 : at] == ["capital", "of"]


def may_be_state(somebody: Somebody, lexicon: Lexicon) -> bool:
    """False for what a table has, and for what may be a person or is plainly a body."""
    names = {found.words.text.lower() for found in somebody.names}
    known = names & (lexicon.same.keys() | lexicon.countries.capitals.keys() | lexicon.countries.regions)
    person = ActorKind.PERSON in somebody.evidence.weights or ActorKind.PERSON in somebody.evidence.labels
    told = ActorKind.PLACE in somebody.evidence.weights or ActorKind.ORGANISATION not in somebody.evidence.weights
    return not (somebody.country or known or person) and told
