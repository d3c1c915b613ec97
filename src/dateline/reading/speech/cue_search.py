"""Cue and speaker in the words around a marked piece: before it, after it, or inside it (a transcript).

`before` and `after` are the tokens outside marks of the piece's own sentence (`Layout.before`, `Layout.after`).
"""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Token

from dateline.reading.speech.according import NAME_TOKENS
from dateline.reading.speech.cues import media, occasions, verb_cue, verbs
from dateline.reading.speech.grammar import (
    FINITE,
    beside,
    direct_object,
    is_passive,
    noun_phrase,
    own_subject,
    speaker_of,
)
from dateline.reading.speech.layout import Layout
from dateline.reading.speech.phrases import saying_nouns, topics

Found = tuple[Token, Token]  # a cue verb, and the head of who says
LEAD = 3  # words (adverbs, "and", "as") that may stand between a closing mark and the speaker or cue
DASHES = frozenset({"―", "—", "–", "-", "--"})
SHORT = 5  # words of "Foreign Minister Ann Lee said"
NEAR = 12  # tokens between a cue and the marked words in its object; beyond them another clause has begun
_ASKED = frozenset({"asked", "pressed", "questioned", "challenged", "quizzed"})
_THINGS = frozenset({"it", "this", "that", "which", "there", "what"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "their"})
_VERB_LIKE = frozenset({"VBN", "VBD", "VBZ", "NNS"})  # how the tagger reads "told" and "jokes" after a noun
_LIGHT = frozenset({"be", "have", "do", "will", "would", "can", "could"})  # verbs that marked words complete


def leading(layout: Layout, before: list[Token], clause: bool) -> Found | None:
    """Cue and speaker of "she said: “…”"; without a colon only a whole clause is led in by a near cue."""
    words = [t for t in before if not t.is_space]
    if not words:
        return None
    colon = words[-1].text == ":"
    if not colon and not clause:
        return None
    for token in reversed(words):
        cue = verb_cue(token)
        if cue is not None and not cue.thought and (colon or not cue.beside or _is_last(token, words)):
            who = speaker(layout, token)
            if who is not None and not (colon and _is_aside(token, words)):
                return token, who
        elif colon and _rules(token, layout) and _is_finite(token):
            subject = own_subject(token)
            return (token, subject) if subject is not None and layout.inside[subject.i] < 0 else None
        elif not colon and _begins_a_clause(token):
            return None
    return None


def _rules(verb: Token, layout: Layout) -> bool:
    """True for the main verb before a colon, which the parse may hang on the marked words after it."""
    return verb.dep_ == "ROOT" or (verb.dep_ == "ccomp" and layout.inside[verb.head.i] >= 0)


def _is_finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass") and c.tag_ in FINITE for c in verb.children)


def _is_aside(verb: Token, words: list[Token]) -> bool:
    """True for the cue of a relative clause that goes on: "has an answer for those who complain of it: “…”"."""
    return verb.dep_ == "relcl" and words[-1].i > verb.i + 1 and own_subject(verb) is not None


def _begins_a_clause(token: Token) -> bool:
    """A finite verb, or a word like "since": what stands before it does not lead in what stands after."""
    if token.dep_ == "mark":
        return token.lower_ not in ("that", "if", "whether")
    return token.tag_ in FINITE and token.dep_ not in ("aux", "auxpass")


def named(before: list[Token]) -> Token | None:
    """The speaker of "Name: “…”" (an interview or a chat), also of "Name on Monday: “…”"."""
    words = [t for t in before if not t.is_space]
    if len(words) < 2 or words[-1].text != ":" or any(t.tag_ in FINITE for t in words):
        return None
    told = _up_to_circumstance(words[:-1])
    names = [t for t in told if t.pos_ == "PROPN"]
    if names and _is_topic(told[-1]):
        return None
    return names[-1] if names and words[0].pos_ in ("PROPN", "NOUN", "DET", "ADJ") else None


def _is_topic(noun: Token) -> bool:
    """True for "Rosk inquest: “…”" in a headline: what it is about, and nobody who speaks."""
    lemma = noun.lemma_.lower()
    return noun.pos_ in ("NOUN", "PROPN") and (lemma in occasions() or lemma in topics())


def _up_to_circumstance(words: list[Token]) -> list[Token]:
    """Words before the first preposition after a name, "of" aside: those after it say when, where or to whom."""
    first = next((k for k, t in enumerate(words) if t.pos_ == "PROPN"), len(words))
    cut = (k for k, t in enumerate(words) if k > first and t.pos_ == "ADP" and t.lower_ != "of")
    return words[: next(cut, len(words))]


def transcribed(layout: Layout, number: int) -> Token | None:
    """The speaker of "“LEE: We stay." (a transcript in marks): names in capitals and a colon."""
    tokens = layout.tokens_of(number)[: NAME_TOKENS + 1]
    colon = next((k for k, token in enumerate(tokens) if token.text == ":"), 0)
    names = tokens[:colon]
    return names[-1] if names and all(t.is_upper and t.is_alpha for t in names) else None


def credited(layout: Layout, number: int, after: list[Token]) -> Token | None:
    """The speaker of "“…” ― Ann Lee" (a list of voices): a name after a dash, and no verb."""
    words = [t for t in after if not t.is_space]
    if len(words) < 2 or words[0].text not in DASHES or not layout.starts_sentence(number):
        return None
    if words[1].pos_ != "PROPN" or any(t.pos_ in ("VERB", "AUX") for t in words):
        return None
    return words[1]


def following(layout: Layout, number: int, after: list[Token]) -> Found | None:
    """Cue and speaker of "“…,” she said" and "“…,” said Ann Lee"."""
    words = [t for t in after if not t.is_space and not (t.is_punct and t.text in ",-–—”\"'")]
    if not words or not _may_be_followed(layout, number, words[0]):
        return None
    for token in words:
        cue = verb_cue(token)
        if cue is None or cue.thought:
            if token.tag_ in FINITE and token.dep_ not in ("aux", "auxpass", "relcl"):
                if _used_to(token):
                    continue
                return _unlisted(layout, number, token, words[0])
            continue
        recalled = _recalled(token)
        if recalled is not None and layout.inside[recalled[1].i] < 0:
            return recalled
        who = None if token.tag_ == "VBG" and token.dep_ == "acl" else speaker(layout, token)
        if who is None:
            continue
        start, _ = noun_phrase(who, avoid=token)
        if min(start, token.i) > words[0].i + LEAD:
            return _misread(words)
        if layout.text_of(number)[-1] in "?!" and _has_content(layout, token):
            return None
        return token, who
    return _misread(words)


def _misread(words: list[Token]) -> Found | None:
    """Speaker and cue where the parse sees no verb: "“…,” the beekeeper jokes", "the 58-year-old told staff"."""
    if words[0].lower_ not in _DETERMINERS:
        return None
    for noun, verb in pairwise(words[1 : SHORT + 2]):
        cue = verbs().get(verb.lemma_.lower())
        speaks = cue is not None and not cue.thought and verb.tag_ in _VERB_LIKE and verb.pos_ != "ADJ"
        if speaks and (noun.pos_ in ("NOUN", "PROPN") or noun.lower_ == "old"):
            return verb, noun
    return None


def _recalled(verb: Token) -> Found | None:
    """Who said it in "her lawyer recalled him saying"."""
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and child.tag_ == "VBG" and verb_cue(child) is not None:
            subject = next((c for c in child.children if c.dep_ == "nsubj" and c.i < child.i), None)
            if subject is not None:
                return child, subject
    return None


def _used_to(verb: Token) -> bool:
    """True before an infinitive that says: "she used to say"."""
    return any(c.dep_ == "xcomp" and c.i > verb.i and verb_cue(c) is not None for c in verb.children)


def _unlisted(layout: Layout, number: int, verb: Token, first: Token) -> Found | None:
    """Who speaks by a verb that the lexicon lacks, in "“…,” Ann Lee finished": nothing stands between."""
    piece = layout.pieces[number]
    comma = layout.text_of(number)[-1] in ",?!" or layout.text[piece.outer_end : piece.outer_end + 1] == ","
    if not comma or not layout.starts_sentence(number) or not layout.is_clause(number) or is_passive(verb):
        return None
    subject = own_subject(verb)
    if subject is None or layout.inside[subject.i] >= 0 or subject.pos_ not in ("PROPN", "PRON"):
        return None
    start, end = noun_phrase(subject, avoid=verb)
    beside = min(start, verb.i) <= first.i + 1 and (end >= verb.i or subject.i > verb.i)
    return (verb, subject) if beside and subject.lower_ not in _THINGS else None


def _may_be_followed(layout: Layout, number: int, first: Token) -> bool:
    """False where a full stop and a capital show that a new sentence has begun."""
    text = layout.text_of(number)
    piece = layout.pieces[number]
    rest = layout.text[piece.outer_end : piece.outer_end + 1]
    if text[-1] in ",?!…—–-" or rest == ",":
        return True
    if text[-1] == ".":
        return first.text[0].islower() or (layout.starts_sentence(number) and _only_attributes(layout, number))
    return verb_cue(first) is not None or layout.is_clause(number)


def _only_attributes(layout: Layout, number: int) -> bool:
    """True if a sentence after marked words does no more than name the speaker ("“Go.” Ann Lee said.")."""
    words = [t for t in layout.after(number) if not t.is_space and not t.is_punct]
    return bool(words) and len(words) <= SHORT and verb_cue(words[-1]) is not None


def _has_content(layout: Layout, verb: Token) -> bool:
    """True if the cue has a content clause of its own, outside marks."""
    return any(child.dep_ == "ccomp" and layout.inside[child.i] < 0 for child in verb.children)


def near(layout: Layout, before: list[Token]) -> Found | None:
    """The nearest cue before the piece, if the parse lost the way between them."""
    for token in reversed(before[-NEAR:]):
        cue = verb_cue(token)
        if cue is not None and not cue.thought and (not cue.beside or _is_last(token, before)):
            who = speaker(layout, token)
            return (token, who) if who is not None else None
        if _begins_a_clause(token) and token.lemma_ not in _LIGHT:
            return None
    return None


def _last_word(before: list[Token]) -> Token | None:
    """The last token that is no white space and no comma or colon."""
    return next((t for t in reversed(before) if not t.is_space and not t.is_punct), None)


def _is_last(token: Token, before: list[Token]) -> bool:
    """True for the word right before marked words."""
    last = _last_word(before)
    return last is not None and last.i == token.i


def answered(layout: Layout, before: list[Token]) -> Found | None:
    """Who answers in "Asked about the talks, the envoy chose “damp.”": the subject, by whatever verb."""
    asked = next((t for t in before if t.is_alpha), None)
    if asked is None or asked.lower_ not in _ASKED or asked.dep_ != "advcl" or layout.inside[asked.head.i] >= 0:
        return None
    verb, subject = asked.head, own_subject(asked.head)
    if subject is None or layout.inside[subject.i] >= 0 or is_passive(verb) or before[-1].i < verb.i:
        return None
    return verb, subject


def stated(layout: Layout, before: list[Token]) -> Found | None:
    """Whose words follow in "his advice was “run”": the possessor of the noun that they stand for."""
    verb = _last_word(before)
    subject = own_subject(verb) if verb is not None and verb.lemma_ == "be" else None
    if verb is None or subject is None or subject.lemma_.lower() not in saying_nouns():
        return None
    owner = next((c for c in subject.children if c.dep_ == "poss"), None)
    return (verb, owner) if owner is not None and layout.inside[owner.i] < 0 else None


def speaker(layout: Layout, verb: Token) -> Token | None:
    """The head of who says, outside marks: by the parse, else the noun beside the cue."""
    cue = verb_cue(verb)
    head = _quoted(verb) if cue is not None and cue.relays else speaker_of(verb, media())
    if head is not None and layout.inside[head.i] < 0:
        return head
    if is_passive(verb):
        return None
    if verb.dep_ == "conj" and verb.head.i < verb.i and verb.head.pos_ == "VERB" and own_subject(verb) is None:
        shared = speaker(layout, verb.head)  # "she thanked them and said": who thanks says
        if shared is not None:
            return shared
    return beside(verb, layout.inside, inverted=True)


def _quoted(verb: Token) -> Token | None:
    """Who is quoted: the object of "AP quoted Ann Lee", the subject of "Ann Lee was quoted by AP"."""
    return own_subject(verb) if is_passive(verb) else direct_object(verb)
