"""Grammar of a clause: who is its subject, what it governs, who controls an infinitive.

Labels are those of spaCy's English models (CLEAR style): nsubj, nsubjpass, dobj, dative, agent, prep, pobj, relcl.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from dateline.vocabulary import load

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
RELATIVE = frozenset({"who", "whom", "which", "that", "whose"})
EMBEDDED = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "acl", "relcl", "csubj", "csubjpass", "conj"})
_CAUSING = frozenset({"have", "get"})  # "had the gates locked"
_LETTING = frozenset({"let", "make"})  # "let them go"


@cache
def object_control() -> frozenset[str]:
    """Verbs whose object does what the infinitive under them says: "forced *him* to resign"."""
    return frozenset(load("plover")["control"]["verbs"])


@cache
def blamed_for() -> frozenset[str]:
    """Verbs whose object did what "of" or "for" puts under them: "accused *him* of spying"."""
    return frozenset(load("plover")["control"]["blamed"])


def is_verbal(token: Token) -> bool:
    """True for a verb or an auxiliary that heads a clause."""
    return token.pos_ == "VERB" or (token.pos_ == "AUX" and token.dep_ not in {"aux", "auxpass"})


def is_passive(verb: Token) -> bool:
    """True for a passive verb, and for a past participle that describes a noun."""
    labels = {child.dep_ for child in verb.children}
    if labels & {"auxpass", "nsubjpass", "agent"}:  # "had posted photographs": by its object it is active
        return not ("dobj" in labels and "aux" in labels and not labels & {"auxpass", "agent"})
    if is_main_after_apposition(verb):
        return False
    if is_set_off(verb):
        return True
    if verb.dep_ == "acl":
        return verb.tag_ == "VBN"
    if verb.dep_ == "conj" and verb.tag_ == "VBN" and own_subject(verb) is None:
        return not has_auxiliary(verb) and is_passive(verb.head)
    return bool(verb.dep_ in {"oprd", "xcomp"} and verb.tag_ == "VBN")


def is_set_off(verb: Token) -> bool:
    """True for "dismissed" of "Ann Lee, dismissed as mayor, left", which the parser takes for the main verb."""
    first = own_subject(verb)
    if verb.tag_ != "VBD" or first is None or verb.i < 2 or verb.nbor(-1).lower_ != "," or obj(verb) is not None:
        return False
    follows = (
        c for c in verb.children if c.dep_ in {"advcl", "conj", "ccomp"} and c.tag_ == "VBD" and c.i > verb.i
    )
    return first.right_edge.i == verb.i - 1 and any(
        own_subject(c) is None and c.left_edge.i > 0 and c.left_edge.nbor(-1).lower_ == "," for c in follows
    )


def is_counted(token: Token) -> bool:
    """True for what a number counts, which the parser may take for a verb: "2.50 crowns a share"."""
    return token.tag_ == "VBZ" and token.i > 0 and token.nbor(-1).like_num


def is_main_after_apposition(verb: Token) -> bool:
    """True for "proposed" of "The envoy, Ann Lee, proposed that", where the parser makes the noun the root."""
    noun = verb.head
    return (
        verb.dep_ == "acl"
        and verb.tag_ in {"VBN", "VBD"}
        and noun.head == noun
        and noun.pos_ in {"NOUN", "PROPN"}
        and verb.i > 0
        and verb.nbor(-1).lower_ == ","
        and any(child.dep_ == "appos" for child in noun.children)
    )


def is_paratactic(verb: Token) -> bool:
    """True for a clause that the parser hangs on a later one with only a semicolon between them."""
    head = verb.head
    return (
        verb.dep_ in {"ccomp", "advcl"}
        and head.i > verb.i
        and any(child.lower_ == ";" and verb.i < child.i < head.i for child in (*head.children, *verb.children))
    )


def has_auxiliary(verb: Token) -> bool:
    """True if the verb has an auxiliary of its own."""
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself; of two in a broken parse the nearer one before it."""
    subjects = [child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}]
    before = [child for child in subjects if child.i < verb.i]
    if len(before) > 1 and between_commas(before[-1]):  # "the report, all ten pages of it, was published"
        return before[-2]
    return before[-1] if before else next(iter(subjects), None)


def between_commas(token: Token) -> bool:
    """True for a phrase that commas part from what goes before it and what follows."""
    first, last = token.left_edge.i, token.right_edge.i
    doc = token.doc
    return first > 0 and last + 1 < len(doc) and doc[first - 1].lower_ == doc[last + 1].lower_ == ","


def subject(verb: Token, depth: int = 0) -> Token | None:
    """The word that names who does what the verb says: its own subject, or the one it shares or is controlled by.

    A relative pronoun gives the noun it stands for. None if the clause has no subject in reach.
    """
    if depth > 6:  # clauses nest no deeper in prose; a longer climb is a broken parse
        return None
    own = own_subject(verb) or set_apart(verb)
    if own is not None:
        return antecedent(own, verb) if own.lower_ in RELATIVE else own
    head = verb.head
    if verb == head or verb.dep_ not in EMBEDDED or is_paratactic(verb):
        return None
    if verb.dep_ == "conj":
        return subject(coordinated(verb), depth + 1)
    if verb.dep_ == "acl":
        return described(verb, depth)
    if verb.dep_ == "relcl":  # "the man they arrested" has a subject; one without it is a broken parse
        return head
    if verb.dep_ in {"xcomp", "ccomp"} and not is_passive(head) and head.lemma_ in object_control():
        controller = obj(head) or called_on(head)
        if controller is not None:
            return controller
    if verb.dep_ == "pcomp" and head.head.lemma_ in blamed_for():  # "accused him of ignoring"
        return own_subject(head.head) if is_passive(head.head) else obj(head.head)
    climbed = head
    while climbed.pos_ not in {"VERB", "AUX"} and climbed.head != climbed:
        climbed = climbed.head
    return subject(climbed, depth + 1)


def is_finite(verb: Token) -> bool:
    """True if the verb form itself shows tense."""
    return verb.tag_ in {"VBD", "VBP", "VBZ"}


def coordinated(verb: Token) -> Token:
    """The verb that a conjunct shares its subject and status with.

    The parser hangs "urged them to stop and demanded" on "stop": a finite verb is coordinated with a finite one.
    """
    head = verb.head
    if verb.tag_ == "VBD" and after_had(head) and is_finite(head.head):
        return head.head
    while is_finite(verb) and not is_finite(head) and not has_auxiliary_finite(head) and head.dep_ in EMBEDDED:
        head = head.head
    return head


def after_had(verb: Token) -> bool:
    """True for "said that the time had come": a past form behind it goes on from "said", and not from "had"."""
    perfect = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return (
        verb.dep_ == "ccomp" and perfect and not any(c.dep_ == "conj" and c.tag_ == "VBN" for c in verb.children)
    )


def has_auxiliary_finite(verb: Token) -> bool:
    """True if an auxiliary of the verb shows tense."""
    return any(c.dep_ in {"aux", "auxpass"} and c.tag_ in {"VBD", "VBP", "VBZ", "MD"} for c in verb.children)


def set_apart(verb: Token) -> Token | None:
    """The subject of "in a talk with Ann Lee, Tom Ray, who ..., said", which the parser takes for an apposition.

    A finite verb after a comma that has no subject takes the nearest name before it that stands in apposition to
    what a preposition governs.
    """
    if not is_finite(verb) or verb.dep_ in {"conj", "relcl"} or verb.i == 0 or verb.nbor(-1).lower_ != ",":
        return None
    doc = verb.doc
    for at in range(verb.i - 2, verb.sent.start, -1):
        token = doc[at]
        if token.dep_ == "appos" and token.pos_ == "PROPN" and token.head.dep_ in {"pobj", "appos"}:
            return token
    return None


def described(verb: Token, depth: int) -> Token | None:
    """Who does a participle or an infinitive on a noun: "police firing", "his promise to release them"."""
    noun = verb.head
    if verb.tag_ == "VBG" or is_main_after_apposition(verb):
        return noun
    if verb.tag_ == "VBN":
        return None
    owner = possessor(noun)
    if owner is not None:
        return owner
    carrier = noun.head
    return subject(carrier, depth + 1) if noun.dep_ in {"dobj", "attr", "nsubjpass"} else None


def antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for; the pronoun itself if it stands for none."""
    here = verb
    while here.dep_ == "conj":
        here = here.head
    if here.dep_ != "relcl":
        return pronoun
    noun = before_an_aside(here)
    if pronoun.lower_ == "who":
        return somebody_above(noun)
    return seat_left_out(here, noun) if pronoun.lower_ in {"which", "that"} else noun


def after_comma(token: Token) -> bool:
    """True if a comma stands before the phrase that a token heads."""
    first = token.left_edge
    return first.i > 0 and first.nbor(-1).lower_ == ","


def before_an_aside(relative: Token) -> Token:
    """The teachers of "some 40 teachers, by the union's count, who": what stands between commas is passed over."""
    noun = relative.head
    above = noun.head
    if noun.dep_ != "pobj" or not after_comma(relative) or not after_comma(above) or above.left_edge.i < 2:
        return noun
    before = above.left_edge.nbor(-2)
    return before if before.pos_ in {"NOUN", "PROPN"} else noun


def somebody_above(noun: Token) -> Token:
    """The owner of "the owner of Orle Radio, who": a firm or a place is no "who"."""
    while noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.ent_type_ != "PERSON":
        holder = noun.head.head
        if noun.head.lower_ not in {"of", "at", "for"} or holder.pos_ != "NOUN":
            return noun
        noun = holder
    return noun


def seat_left_out(relative: Token, noun: Token) -> Token:
    """The firm of "Orle Gas, a firm based in Varia, which bought it": where its seat is closes the apposition."""
    seat = noun.head.head if noun.dep_ == "pobj" else noun
    firm = seat.head
    apart = after_comma(relative) and seat.dep_ == "acl" and firm.dep_ == "appos" and after_comma(firm)
    return firm if apart and noun.pos_ == "PROPN" else noun


def obj(verb: Token) -> Token | None:
    """The direct object."""
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def called_on(verb: Token) -> Token | None:
    """Who is asked: "called on *him* to", "appealed to *the police* to"."""
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.lower_ in {"on", "upon", "to"}
            and verb.lemma_ in {"call", "appeal", "plead"}
        ):
            return governed(child)
    return None


def governed(preposition: Token) -> Token | None:
    """What a preposition governs; the "Per" of "of Per Holm" is taken for a preposition of its own."""
    found = next((child for child in preposition.children if child.dep_ in {"pobj", "pcomp"}), None)
    if found is not None:
        return found
    name = next((c for c in preposition.children if c.dep_ == "prep" and c.text[:1].isupper()), None)
    return next((child for child in name.children if child.dep_ == "pobj"), None) if name is not None else None


def possessor(noun: Token) -> Token | None:
    """Whose it is: "Tal" of "Tal's visit", "his" of "his visit"."""
    return next((child for child in noun.children if child.dep_ == "poss"), None)


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """Prepositions that hang on a word, each with what it governs, in text order; "by" of a passive included."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.pos_ in {"ADP", "SCONJ"}:
            inner = governed(child)
            if inner is not None:
                yield child.lower_, inner


def with_conjuncts(token: Token) -> Iterator[Token]:
    """A word and the words coordinated with it; "by Ann Lee, her deputy Tom Ray and the mayor" names three."""
    yield token
    for child in token.children:
        if child.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
            continue
        listed = child.dep_ == "appos" and child.pos_ == token.pos_ == "PROPN"
        if child.dep_ == "conj" or (listed and any(c.dep_ == "conj" for c in child.children)):
            yield from with_conjuncts(child)
        elif child.dep_ == "appos" and token.pos_ == "PROPN":
            yield from (name for c in child.children if is_another(c) for name in with_conjuncts(c))


def is_another(token: Token) -> bool:
    """True for Tom Ray of "Ann Lee, the mayor of Varn, and Tom Ray": a name is no second office of hers."""
    return token.dep_ == "conj" and token.pos_ == "PROPN" and token.ent_type_ == "PERSON"


def clause_of(token: Token) -> Token:
    """The verb that heads the clause a word stands in; the sentence's root if there is none."""
    here = token
    while here.head != here:
        if is_verbal(here):
            return here
        here = here.head
    return here


def is_cleft(verb: Token, above: Token) -> bool:
    """True for "it was in Varn on Monday that they met": place and day stand in the clause above."""
    own = own_subject(above)
    said = any(child.dep_ in {"acomp", "attr", "oprd"} for child in above.children)
    return above.lemma_ == "be" and own is not None and own.lower_ == "it" and not said and verb.head == above


def outer_clause(verb: Token) -> Token | None:
    """The verb of the clause that holds this clause; None at the top."""
    return None if verb.head == verb else clause_of(verb.head)


def had_done(verb: Token) -> Token | None:
    """Who had something done: the surgeons of "surgeons had the theatre sealed"."""
    if verb.tag_ not in {"VBN", "VBD"} or is_finite_by_auxiliary(verb):
        return None
    above = verb.head.head if verb.dep_ == "acl" and verb.head.dep_ == "dobj" else verb.head
    if above.lemma_ not in _CAUSING or verb.dep_ not in {"acl", "ccomp", "oprd"} or above.dep_ == "aux":
        return None
    return own_subject(above)


def is_finite_by_auxiliary(verb: Token) -> bool:
    """True for "was sealed" and "had sealed"."""
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def made_to_do(verb: Token) -> Token | None:
    """The keeper of "the judge allowed the keeper to remain": the subject of an infinitive under the verb."""
    if is_passive(verb):
        return None
    for clause in verb.children:
        if clause.dep_ != "ccomp" or clause.i < verb.i or any(c.dep_ == "mark" for c in clause.children):
            continue
        to = any(c.dep_ == "aux" and c.lower_ == "to" for c in clause.children)
        if to or (verb.lemma_ in _LETTING and clause.tag_ in {"VB", "VBP"}):
            return own_subject(clause)
    return None
