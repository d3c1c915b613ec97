"""Noun phrases, verb groups and subjects on spaCy's dependency parse (ClearNLP labels)."""

from __future__ import annotations

from spacy.tokens import Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_SUBJECT_KINDS = NOMINAL | {"DET", "ADJ"}  # "those", "the rich"
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SHARES_SUBJECT = frozenset({"conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_TIMES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"),
        *("tomorrow", "tonight", "morning", "afternoon", "evening", "night", "noon", "midnight", "dawn", "week"),
    }
)
_LONGEST_CLIMB = 6  # verbs between a participle and its subject; further up the parse is guesswork


def subtree(token: Token) -> tuple[int, int]:
    """Token numbers [first, last + 1) of a token and all below it."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(head: Token, avoid: Token | None = None) -> tuple[int, int]:
    """Token numbers of a noun with its modifiers, appositions and relative clauses, trimmed of outer commas.

    `avoid` is a token that cannot be part of it (the cue): the phrase ends before it, or begins after it.
    """
    start, end = subtree(head)
    if avoid is not None and start <= avoid.i < end:
        start, end = (start, avoid.i) if head.i < avoid.i else (avoid.i + 1, end)
    if _next_speaker(head) is not None:
        end = next((c.i for c in head.children if c.dep_ == "cc"), end)
    return trimmed(head, start, end)


def trimmed(token: Token, start: int, end: int) -> tuple[int, int]:
    """[start, end) without outer punctuation (a closing bracket stays with its opening one)."""
    doc = token.doc
    while start < end - 1 and (doc[start].is_punct or doc[start].is_space or _only_joins(doc[start])):
        start += 1
    while end - 1 > start and (doc[end - 1].is_space or doc[end - 1].is_punct) and doc[end - 1].text not in ")]":
        end -= 1
    return start, end


def _only_joins(token: Token) -> bool:
    """True for "and" and its like; "nor" negates what follows."""
    return token.dep_ == "cc" and token.lower_ != "nor"


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself; of two (one of them in marked words) the nearer one."""
    subjects = [c for c in verb.children if c.dep_ in SUBJECTS and (c.pos_ in _SUBJECT_KINDS or _is_misread(c))]
    nearest = min(subjects, key=lambda c: abs(c.i - verb.i), default=None)
    second = _next_speaker(nearest) if nearest is not None and nearest.i < verb.i else None
    return second or nearest


def _is_misread(subject: Token) -> bool:
    """True for the cook in "said the pastry cook, who": a bare verb to the tagger, but an article leads it in."""
    return subject.tag_ in ("VB", "VBP", "VBD") and subject.i > subject.head.i and subject.left_edge.pos_ == "DET"


def _next_speaker(noun: Token) -> Token | None:
    """Ray in "said Lee, and Ray added ...": two verbs with a subject each, where the parse sees one with two."""
    doc, first = noun.doc, noun.left_edge.i
    if first == 0 or doc[first - 1].tag_ not in FINITE:
        return None
    seconds = (c for c in noun.children if c.dep_ == "conj" and c.right_edge.i + 1 < len(doc))
    return next((c for c in seconds if doc[c.right_edge.i + 1].tag_ in FINITE), None)


def is_passive(verb: Token) -> bool:
    """True with a form of "be" or a passive subject, and for a bare participle ("asked about it, he left")."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(c.lemma_ == "have" or c.dep_ in SUBJECTS for c in verb.children):
        return False
    return is_passive(verb.head) if verb.dep_ == "conj" else verb.dep_ in ("acl", "advcl")


def interrupter(verb: Token) -> Token | None:
    """Who breaks into a clause after its subject: the engineer in "The bridge, an engineer said, was safe".

    The parse takes the engineer for an apposition to the bridge; but an apposition has a comma after it, and a
    clause a subject.
    """
    subject = own_subject(verb)
    if subject is None or subject.i > verb.i:
        return None
    beside = [c for c in subject.children if c.dep_ == "appos" and c.right_edge.i + 1 == verb_group(verb)[0].i]
    bare = [c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i and own_subject(c) is None]
    return beside[0] if beside and bare else None


def agent(verb: Token) -> Token | None:
    """The "by" noun of a passive verb."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for below in child.children:
                if below.dep_ == "pobj":
                    return below
    return None


def speaker_of(verb: Token, media: frozenset[str] = frozenset()) -> Token | None:
    """The head noun of who says: the subject, also through coordination, participles and infinitives.

    `media` are nouns that speech goes through: in "she issued a statement saying" she says.
    """
    if is_passive(verb):
        return agent(verb)
    found = own_subject(verb) or misplaced_subject(verb) or shared_subject(verb, media)
    return None if found is not None and is_time(found) else found


def is_time(noun: Token) -> bool:
    """True for a day of the week or a time of day, which says nothing; but for Mr Friday."""
    named = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in noun.children)
    return noun.lower_ in _TIMES and noun.ent_type_ not in ("PERSON", "ORG") and not named


def misplaced_subject(verb: Token) -> Token | None:
    """The subject that the parse takes for an apposition: "According to Norpress, Ann Lee, who won, said ..."."""
    for child in verb.children:
        if child.dep_ != "prep" or child.i > verb.i or child.i != verb.sent.start:
            continue
        for noun in (n for n in child.subtree if n.dep_ == "pobj"):
            beside = [c for c in noun.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
            if beside:
                return beside[-1]
    return None


def shared_subject(verb: Token, media: frozenset[str]) -> Token | None:
    """The subject that a verb takes over from the one above it, or the noun it describes."""
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.dep_ == "ccomp" and verb.i > verb.head.i:
        reporter = own_subject(verb.head.head)
        if reporter is not None:  # "she said the vote was rigged, calling it unfair": she calls
            return reporter
    ruler = _ruler(verb)
    if ruler is not None:  # "she urged them to go, warning of snow": she warns
        return own_subject(ruler) or shared_subject(ruler, media)
    for _ in range(_LONGEST_CLIMB):
        above = verb.head
        if above.i == verb.i:
            return None
        if verb.dep_ in ("acl", "relcl"):
            return _described(above, media)
        if verb.dep_ not in _SHARES_SUBJECT:
            return None
        if verb.dep_ in ("ccomp", "advcl") and verb.tag_ in FINITE:
            return None
        if verb.dep_ in ("xcomp", "ccomp") or (verb.dep_ == "prep" and verb.lower_ == "as"):
            controller = direct_object(above)
            if controller is not None:
                return controller
        subject = own_subject(above)
        if subject is not None:
            return _cleft(above, subject) or subject
        verb = above
    return None


def is_aside(verb: Token) -> bool:
    """True for a participle after a comma: ", warning of snow"."""
    before = verb.doc[verb.left_edge.i - 1] if verb.left_edge.i else None
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and before is not None and before.text == ","


def is_infinitive(verb: Token) -> bool:
    """True with "to"."""
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)


def _ruler(verb: Token) -> Token | None:
    """The verb that rules the infinitive which a participle after a comma hangs on."""
    above = verb.head
    if is_aside(verb) and above.dep_ in ("xcomp", "ccomp") and is_infinitive(above):
        return above.head
    return None


def _cleft(verb: Token, subject: Token) -> Token | None:
    """Who did it in "it was Ann Lee who stopped the train, claiming ..."."""
    if subject.lower_ != "it" or verb.lemma_ != "be":
        return None
    for child in verb.children:
        if child.dep_ == "attr" and any(c.dep_ == "relcl" for c in child.children):
            return child
    return None


def _described(noun: Token, media: frozenset[str]) -> Token | None:
    """The noun that a participle describes; for a statement or a letter who issued it."""
    if noun.pos_ not in NOMINAL:
        return None
    if noun.lemma_.lower() in media and noun.dep_ in ("dobj", "pobj"):
        governor = noun.head if noun.dep_ == "dobj" else noun.head.head
        return own_subject(governor) or noun
    return noun


def direct_object(verb: Token) -> Token | None:
    """The direct object; it says or does what follows in an infinitive or after "as"."""
    for child in verb.children:
        if child.dep_ == "dobj":
            return child
    return None


def beside(verb: Token, inside: list[int], *, inverted: bool) -> Token | None:
    """The noun right before a verb, or right after an inverted one; for where the parse gives no subject.

    `inside` holds the number of the marked piece of each token, or -1: marked words are passed over.
    """
    doc = verb.doc
    if inverted and verb.i and doc[verb.i - 1].pos_ in NOMINAL and inside[verb.i - 1] < 0:
        inverted = False
    for step in (1, -1) if inverted else (-1,):
        place = verb.i + step
        while 0 <= place < len(doc) and inside[place] < 0 and _is_between(doc[place], step):
            place += step
        elsewhere = step > 0 and 0 <= place < len(doc) and _rules_another(doc[place], verb)
        if 0 <= place < len(doc) and inside[place] < 0 and doc[place].pos_ in NOMINAL and not elsewhere:
            noun = _top(doc[place], verb, inside)
            if is_time(noun):
                return None
            return _before_aside(noun) if place < verb.i - 1 else noun
    return None


def _rules_another(noun: Token, verb: Token) -> bool:
    """True for the subject of another verb: the count in "and said the count was clean"."""
    return noun.dep_ in SUBJECTS and noun.head.i != verb.i and noun.head.i > noun.i


def _before_aside(noun: Token) -> Token:
    """The noun that a relative clause before the verb describes ("Ann Lee, who won the vote, said")."""
    described = noun
    for token in (noun, *noun.ancestors):
        if token.dep_ == "relcl" and token.head.i < noun.i:
            described = token.head
    return described


def _is_between(token: Token, step: int) -> bool:
    """Words that may stand between a verb and its subject; before the verb also the comma of an apposition."""
    return token.pos_ in ("AUX", "ADV", "DET", "ADJ", "PART") or (step < 0 and token.text == ",")


def _top(noun: Token, verb: Token, inside: list[int]) -> Token:
    """The head of the noun phrase that a noun stands in, on its own side of the verb and outside marks."""
    while noun.dep_ in ("compound", "nmod", "poss", "amod", "nummod") and noun.head.pos_ in NOMINAL:
        above = noun.head
        if inside[above.i] >= 0 or (above.i < verb.i) != (noun.i < verb.i):
            break
        noun = above
    return noun


def relative(noun: Token) -> Token | None:
    """The comma of a relative clause after a noun, or where that begins."""
    clause = next((c for c in noun.children if c.dep_ == "relcl" and c.i > noun.i), None)
    if clause is None:
        return None
    edge = clause.left_edge
    return edge.nbor(-1) if edge.i and edge.nbor(-1).text == "," else edge


def relayer(verb: Token) -> Token | None:
    """Who quotes: the subject of "AP quoted Ann Lee", the agent of "Ann Lee was quoted by AP"."""
    return agent(verb) if is_passive(verb) else own_subject(verb)


def addressee(verb: Token) -> Token | None:
    """Who is told: the object of the verb, or the noun after "to"."""
    told = direct_object(verb) or next((c for c in verb.children if c.dep_ == "dative"), None)
    if told is not None and told.pos_ in NOMINAL and not _apart(verb, told):
        return told
    for child in (*verb.children, *((told,) if told is not None else ())):
        if child.lower_ == "to" and child.dep_ in ("prep", "dative"):
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _apart(verb: Token, noun: Token) -> bool:
    """True if a comma stands between a verb and a noun: an aside on what is said, not who is told."""
    first = noun.left_edge.i
    return first > verb.i and any(t.text == "," for t in verb.doc[verb.i + 1 : first])


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle, and the adverbs between them."""
    parts = {verb.i: verb}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") or (child.dep_ == "advmod" and child.i < verb.i):
            parts[child.i] = child
    run = [verb]
    doc = verb.doc
    place = verb.i - 1
    while place >= 0 and place in parts:
        run.insert(0, doc[place])
        place -= 1
    if verb.i + 1 in parts:
        run.append(parts[verb.i + 1])
    return run


def is_negated(verb: Token) -> bool:
    """True under "not", "never", "n't"."""
    return any(child.dep_ == "neg" for child in verb.children)
