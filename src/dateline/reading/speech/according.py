"""Sources without a cue verb: "according to X", and cue nouns ("her claim that ...", "calls for ...")."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.model import SpeechKind
from dateline.reading.speech.attribution import Attribution, runs
from dateline.reading.speech.cues import Cue, nouns
from dateline.reading.speech.grammar import (
    FINITE,
    NOMINAL,
    misplaced_subject,
    noun_phrase,
    own_subject,
    subtree,
)

_PHRASES = {  # words before and after the one that they are found by
    "according": ((), ("to",)),
    "per": (("as",), ()),
    "words": (("in", "the"), ("of",)),
}
_IN_A_NAME = frozenset({"PROPN", "NOUN", "ADJ", "ADP", "DET"})
_PLACES = frozenset({"GPE", "LOC", "DATE", "TIME"})  # a dateline or a date, not a speaker
NAME_TOKENS = 5  # "Foreign Minister Ann Lee"; longer openings before a colon are headlines of their own


def according(doc: Doc, inside: list[int]) -> Iterator[Attribution]:
    """In "according to X, it rained" X says that it rained; "as per X" and "in the words of X" do the same."""
    for token in doc:
        if token.lower_ in ("according", "per", "words") and inside[token.i] < 0:
            found = _according(token, inside)
            if found is not None:
                yield found


def _according(token: Token, inside: list[int]) -> Attribution | None:
    doc = token.doc
    before, after = _PHRASES[token.lower_]
    first, last = token.i - len(before), token.i + len(after)
    if first < 0 or last >= len(doc):
        return None
    if tuple(t.lower_ for t in doc[first : last + 1]) != (*before, token.lower_, *after):
        return None
    head = next((c for c in (*doc[last].children, *token.children) if c.dep_ == "pobj"), None)
    if head is None:
        return None
    subject = misplaced_subject(token.head) if own_subject(token.head) is None else None
    start, end = noun_phrase(head, avoid=subject.left_edge if subject is not None else None)
    end = next((n for n in range(head.i, end) if inside[n] >= 0), end)  # "in the words of Ann Lee “a farce”"
    found = Attribution(
        kind=SpeechKind.INDIRECT,
        contents=[],
        rule="according to",
        head=head,
        source=(start, end),
        verb=token,
        cue=(first, last + 1),
        lemma=" ".join(t.lower_ for t in doc[first : last + 1]),
    )
    sentence = token.sent
    content = set(range(sentence.start, sentence.end)) - set(range(first, end))
    found.contents = runs(doc, content, token)
    return found if found.contents else None


def named(doc: Doc, inside: list[int]) -> Iterator[Attribution]:
    """A headline or a transcript: a name and a colon at the start of a paragraph lead in what is said."""
    colon = next((t for t in doc[: NAME_TOKENS + 1] if t.text == ":"), None)
    if colon is None or colon.i == 0 or colon.i + 1 >= len(doc) or inside[colon.i + 1] >= 0:
        return
    name = doc[: colon.i]
    if any(t.pos_ not in _IN_A_NAME or t.ent_type_ in _PLACES for t in name) or name[-1].pos_ != "PROPN":
        return
    if not any(t.tag_ in FINITE for t in doc[colon.i + 1 :]):
        return
    content = runs(doc, range(colon.i + 1, len(doc)), colon)
    if content:
        yield Attribution(
            SpeechKind.INDIRECT, content, "name and colon", head=name[-1], source=(0, colon.i), verb=colon
        )


def nominal(doc: Doc, inside: list[int]) -> Iterator[Attribution]:
    """Nouns with a holder and a content: "her claim that it rained", "a call by unions for calm"."""
    for token in doc:
        if token.pos_ != "NOUN" or inside[token.i] >= 0:
            continue
        cue = nouns().get(token.lemma_.lower())
        if cue is None:
            continue
        found = _nominal(token, cue)
        if found is not None:
            yield found


def _nominal(noun: Token, cue: Cue) -> Attribution | None:
    head = _holder(noun)
    content = _about(noun, cue)
    if head is None or content is None:
        return None
    start, end = noun_phrase(head)
    found = Attribution(
        kind=SpeechKind.INDIRECT,
        contents=[],
        rule=f"noun: {cue.lemma}",
        stance=cue.stance,
        head=head,
        source=(start, end),
        verb=noun,
        cue=(noun.i, noun.i + 1),
        lemma=cue.lemma,
    )
    first, last = subtree(content)
    if content.dep_ == "prep":
        first = content.i + 1
    found.contents = runs(noun.doc, set(range(first, last)) - found.tokens(), noun)
    return found if found.contents else None


def _holder(noun: Token) -> Token | None:
    """Whose noun it is: the possessor, or the noun after "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("by", "from"):
            return next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in NOMINAL), None)
    above = noun.head
    if noun.dep_ == "dobj" and above.lemma_ in ("make", "have", "issue", "repeat", "express", "voice", "share"):
        return next((c for c in above.children if c.dep_ == "nsubj"), None)
    return None


def _about(noun: Token, cue: Cue) -> Token | None:
    """The clause, infinitive or prepositional phrase that says what it is about."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        if child.dep_ in ("acl", "ccomp") and _fits(child, cue):
            return child
        if child.dep_ == "prep" and child.lower_ in cue.content:
            return child
    return _strayed(noun) if "clause" in cue.content else None


def _strayed(noun: Token) -> Token | None:
    """The clause of "angry at his boast that it was shut", which the parse hangs on "angry"."""
    that = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if that is None or that.lower_ != "that" or that.dep_ != "mark" or that.sent.start != noun.sent.start:
        return None
    clause = that.head
    return clause if clause.i > that.i and clause.dep_ in ("ccomp", "advcl", "relcl") else None


def _fits(clause: Token, cue: Cue) -> bool:
    """A that-clause or an infinitive, as the lexicon allows."""
    marks = {child.lower_ for child in clause.children if child.dep_ in ("mark", "aux")}
    return ("that" in marks and "clause" in cue.content) or ("to" in marks and "infinitive" in cue.content)
