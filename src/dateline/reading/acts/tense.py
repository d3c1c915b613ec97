"""The tense of the clause in which an act is told."""

from __future__ import annotations

from spacy.tokens import Token

from dateline.reading.acts.clauses import clause_of, has_auxiliary, outer_clause


def finite_tense(token: Token) -> str:
    """Tense of the clause a word stands in: past, perfect, pluperfect, present, future; "" for none."""
    verb = clause_of(token)
    while not finite(verb):
        outer = outer_clause(verb)
        if outer is None:
            return ""
        verb = outer
    aux = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    words = {c.lower_ for c in aux}
    if words & {"will", "shall", "'ll", "’ll"}:
        return "future"
    if any(c.lemma_ == "have" for c in aux):
        return "pluperfect" if words & {"had", "'d", "’d"} else "perfect"
    lead = aux[0] if aux else verb
    if lead.tag_ == "VBD":
        return "past"
    return "present" if lead.tag_ in {"VBP", "VBZ"} else "past" if lead.tag_ == "VBN" else ""


def finite(verb: Token) -> bool:
    """True if a verb form or its auxiliary shows tense."""
    return verb.tag_ in {"VBD", "VBP", "VBZ"} or (
        has_auxiliary(verb)
        and any(c.tag_ in {"VBD", "VBP", "VBZ", "MD"} for c in verb.children if c.dep_ in {"aux", "auxpass"})
    )


def in_present(token: Token) -> bool:
    """True if the act's clause is told in the present tense."""
    verb = clause_of(token)
    finite = next((c for c in verb.children if c.dep_ in {"aux", "auxpass"}), verb)
    return finite.tag_ in {"VBP", "VBZ"} and not any(c.lemma_ == "have" and c.dep_ == "aux" for c in verb.children)
