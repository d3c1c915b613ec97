"""How near somebody is to a pronoun's place: recency, subjects first, and what gender and number allow.

After Lappin and Leass 1994, much reduced. What somebody else says in quotation marks makes nobody more present: a
speaker does not name herself in the third person.
"""

from __future__ import annotations

from dateline.model import ActorKind, Gender
from dateline.reading.names.found import Found
from dateline.reading.names.somebody import Seen, Somebody
from dateline.reading.names.spelling import differ, given_lean

NEAR_SENTENCES = 4  # a pronoun's antecedent stands at most so many sentences back
RECENCY = 1.0  # weight of the same sentence; 1/(1+n) of it n sentences back
IN_A_CLAUSE = 0.6  # what the subject of a clause counts against that of a sentence
SUBJECT = 0.35  # the antecedent was a subject
PARALLEL = 0.15  # and so is the pronoun
OFTEN = 0.04  # for each earlier mention, up to five
UNTOLD = 0.15  # taken off where the gender is not told, and no ending leans to it
LEANS = 0.6  # taken off where the given name's ending leans to the other gender
WITHIN = 0.2  # the antecedent was named in the pronoun's own paragraph
QUOTED = 0.2  # taken off where it was named in another's words alone
SPOKEN_OF = 0.5  # taken off a speaker whom the words that are spoken name
UNNAMED = 0.1  # taken off a description without a name
GENDERS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
PLURAL_PRONOUNS = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = frozenset(GENDERS) | PLURAL_PRONOUNS
_COLLECTIVE = (ActorKind.GROUP, ActorKind.ORGANISATION)
_SUBJECTS = ("nsubj", "nsubjpass")
_MARKED = '“”"«»„'
MAIN = ("ROOT", "conj", "parataxis")
_FACES = 3  # tokens between a closing mark and the pronoun that says it


def rank(somebody: Somebody, found: Found, word: str) -> float:
    """How near an antecedent is to a pronoun's place; 0 if it cannot be one."""
    if not somebody.seen:
        return 0.0
    last = told_of(somebody)
    if last is None:
        return 0.0
    back = found.sentence.number - last.sentence
    if last.quoted and back == 0 and says(found):
        return 0.0
    if back > NEAR_SENTENCES or not agrees(somebody, word) or bound(somebody, found):
        return 0.0
    subject = max((seen.subject for seen in somebody.seen[-3:] if seen.sentence == last.sentence), default=0.0)
    score = RECENCY / (1 + back) + SUBJECT * subject + PARALLEL * (subject > 0 and found.subject)
    score += OFTEN * min(len(somebody.seen), 5) + WITHIN * (last.paragraph == found.sentence.paragraph)
    score -= against(somebody, word) + QUOTED * last.quoted
    if says(found) and any(seen.quoted and seen.sentence == found.sentence.number for seen in somebody.seen):
        score -= SPOKEN_OF
    return max(score - UNNAMED * (not somebody.named), 0.01)


def told_of(somebody: Somebody) -> Seen | None:
    """Where the report itself last mentioned somebody; for one whom only quoted words name, the last of these.

    None for one whom quoted words describe and nobody names: the speaker's own mother.
    """
    told = next((seen for seen in reversed(somebody.seen) if not seen.quoted), None)
    return told or (somebody.seen[-1] if somebody.named else None)


def says(found: Found) -> bool:
    """True for the pronoun of "“…,” he said": a closing mark stands right before it or its verb."""
    tokens = found.tokens
    return found.subject and any(
        tokens.text[at] in _MARKED or tokens.quoted[at] for at in range(max(0, found.first - _FACES), found.first)
    )


def against(somebody: Somebody, word: str) -> float:
    """What speaks against a gender that nothing tells for sure."""
    if word not in GENDERS or somebody.gender is not None:
        return 0.0
    lean = given_lean(somebody.fullest[0]) if len(somebody.fullest) > 1 else None
    if lean is None:
        return UNTOLD
    return 0.0 if lean is GENDERS[word] else LEANS


def runner_up(scores: list[float]) -> float:
    """How far the best stands before the second, of scores in falling order."""
    return scores[0] - scores[1] if len(scores) > 1 else scores[0]


def leads(found: Found) -> bool:
    """True for a subject, and for a name in apposition to one: "the mayor, Ann Lee, said"."""
    tokens, head = found.tokens, found.tokens.head[found.head]
    return found.subject or (tokens.dep[found.head] == "appos" and tokens.dep[head] in _SUBJECTS)


def prominence(found: Found) -> float:
    """1 for the subject of a sentence, less for that of a clause inside it, 0 for what is no subject."""
    if not leads(found):
        return 0.0
    tokens = found.tokens
    noun = found.head if found.subject else tokens.head[found.head]
    return 1.0 if tokens.dep[tokens.head[noun]] in MAIN else IN_A_CLAUSE


def agrees(somebody: Somebody, word: str) -> bool:
    """Number, kind and gender allow the pronoun."""
    if word in PLURAL_PRONOUNS:
        return somebody.plural or somebody.kind in _COLLECTIVE
    personal = somebody.kind in (ActorKind.PERSON, ActorKind.UNKNOWN) or somebody.mislabelled
    person = personal and not somebody.plural
    return person and not differ(somebody.gender, GENDERS.get(word))


def bound(somebody: Somebody, found: Found) -> bool:
    """True if somebody is the subject of the verb whose object the pronoun is: then it would be a reflexive."""
    tokens, word = found.tokens, found.words.text.lower()
    if found.subject or tokens.tag[found.head] == "PRP$" or word.endswith(("self", "selves")):
        return False
    verb = tokens.head[found.head]
    if tokens.dep[found.head] == "pobj":
        verb = tokens.head[verb]
    return any(m.found.tokens is tokens and _rules(m.found, verb) for m in somebody.members)


def _rules(found: Found, verb: int) -> bool:
    """True for the subject of a verb, and for a name in apposition to it."""
    tokens, head = found.tokens, found.tokens.head[found.head]
    if found.subject:
        return head == verb
    return leads(found) and tokens.head[head] == verb
