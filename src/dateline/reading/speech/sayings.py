"""Whose words marked words are by a noun beside them: "her promise of “a fair wage”", "“…,” were Ann Lee's words".

The nouns are those for what somebody says (`sayings` of the lexicon) and the cue nouns. Before the marks such a
noun has a holder ("her", "by Ann Lee"), or its clause a subject ("the letter ends with the words “…”"). After them
it stands in a clause about the words: "was the advice of Ann Lee", "That was her answer", "is how Ann Lee put it".
"""

from __future__ import annotations

from itertools import islice

from spacy.tokens import Token

from dateline.reading.speech.cue_search import DASHES, Found, speaker
from dateline.reading.speech.cues import media, nouns, verb_cue
from dateline.reading.speech.grammar import NOMINAL, is_passive, own_subject
from dateline.reading.speech.layout import ENDS, Layout
from dateline.reading.speech.phrases import saying_nouns

_UP = 8  # words between marked words and the noun that says whose they are; further up the parse is guesswork
_OPENING = 5  # words within which "that is how" and "so said" stand
_WORDING = frozenset(
    {"word", "sentence", "line", "phrase", "expression", "remark", "question", "comment", "formula"}
)
_SPOKEN = frozenset({"use", "utter", "choose", "pick", "end", "begin", "open", "close", "finish", "start", "speak",
                     "contain", "conclude", "repeat", "add", "find", "have"})  # fmt: skip
_HELD_BY = frozenset({"by", "from"})
_OF = _HELD_BY | {"of"}
_STATES = frozenset({"be", "come", "go", "run", "read"})
_THESE = frozenset({"that", "this", "those", "these", "such", "the", "so", "it"})
_HOW = frozenset({"how", "what", "as", "all"})
_TELLS_HOW = frozenset({"put", "see", "phrase", "sum", "call", "describe", "style", "term", "dub"})
_SO = frozenset({"so", "thus"})
_STOPS = frozenset({";", "(", ")"})


def held(layout: Layout, number: int, before: list[Token]) -> Found | None:
    """The noun that marked words hang on, or that stands right before them, and who holds it."""
    above = _noun_above(layout, number)
    last = _noun_right_before(before)
    for noun in (above, last):
        if noun is None or layout.inside[noun.i] >= 0:
            continue
        who = holder(noun) or (
            _subject_of_words(noun) or _from(before) if noun is last else _subject_of_words(noun)
        )
        if who is not None and layout.inside[who.i] < 0:
            return noun, who
    return None


def _is_saying(token: Token) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ == "NOUN" and (lemma in nouns() or lemma in saying_nouns())


def _noun_above(layout: Layout, number: int) -> Token | None:
    """The saying with a holder that a piece hangs on, with no verb of another clause between."""
    tokens = layout.tokens_of(number)
    inside = {t.i for t in tokens}
    root = next((t for t in tokens if t.head.i not in inside and not t.is_punct), None)
    if root is None:
        return None
    for token in islice(root.ancestors, _UP):
        if token.i > root.i or layout.inside[token.i] >= 0:
            return None
        if _is_saying(token) and holder(token) is not None:
            return token
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("acl", "ccomp", "pcomp"):
            return None
    return None


def _noun_right_before(before: list[Token]) -> Token | None:
    """The saying that only a dash, a colon or an adverb parts from marked words: "her warning – “…”"."""
    for token in reversed(before):
        if token.is_space or token.text in DASHES or token.text in (":", ","):
            continue
        return token if _is_saying(token) else None
    return None


def holder(noun: Token) -> Token | None:
    """Whose a saying is: the possessor, or the noun after "by" or "from"."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    return owner or _after(noun, _HELD_BY)


def _after(token: Token, prepositions: frozenset[str]) -> Token | None:
    for child in token.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            return next((c for c in child.children if c.dep_ == "pobj" and c.pos_ in NOMINAL), None)
    return None


def _subject_of_words(noun: Token) -> Token | None:
    """Who "used the words", what "ends with the sentence"."""
    if noun.lemma_.lower() not in _WORDING:
        return None
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _SPOKEN or is_passive(verb):
        return None
    return own_subject(verb)


def _from(before: list[Token]) -> Token | None:
    """Ann Lee in "From Ann Lee there was one sentence: “…”"."""
    words = [t for t in before if not t.is_space]
    if not words or words[-1].text != ":" or words[0].lower_ != "from":
        return None
    return next((c for c in words[0].children if c.dep_ == "pobj" and c.pos_ in ("PROPN", "PRON")), None)


def told_after(layout: Layout, number: int) -> Found | None:
    """The verb and the speaker of a clause about the marked words before it."""
    words, same = _rest(layout, number)
    if len(words) < 2:
        return None
    return (
        _so_said(layout, words)
        or _with_these_words(layout, words)
        or _how(layout, words)
        or _whose(layout, words, same=same)
    )


def _rest(layout: Layout, number: int) -> tuple[list[Token], bool]:
    """The words after a piece to the end of its sentence, else those of the next one; True for its own."""
    after = [t for t in layout.after(number) if not t.is_space]
    rest = [t for t in after if not (t.is_punct and t.text in ",:-–—”\"'")]
    if rest and not (layout.text_of(number)[-1] in ENDS and rest[0].text[0].isupper()):
        return _clause(rest), True
    if not layout.starts_sentence(number):
        return [], False
    if not after and layout.text_of(number)[-1] not in ENDS:
        return [], False
    return _clause(rest), False


def _clause(words: list[Token]) -> list[Token]:
    stop = next((k for k, t in enumerate(words) if t.text in _STOPS), len(words))
    return [t for t in words[:stop] if not t.is_punct]


def _so_said(layout: Layout, words: list[Token]) -> Found | None:
    """A cue without a content of its own: "So said Ann Lee."."""
    if words[0].lower_ not in _SO:
        return None
    for verb in words[1:_OPENING]:
        cue = verb_cue(verb)
        if cue is not None and not any(c.dep_ in ("ccomp", "dobj", "xcomp") for c in verb.children):
            who = speaker(layout, verb)
            return (verb, who) if who is not None else None
    if words[1].pos_ == "PROPN" and not any(t.pos_ in ("VERB", "AUX") for t in words):
        return words[0], words[1] if words[1].dep_ != "compound" else words[1].head
    return None


def _with_these_words(layout: Layout, words: list[Token]) -> Found | None:
    """Who spoke so: "With these words Ann Lee began her speech"."""
    opening = [t.lower_ for t in words[:_OPENING]]
    if opening[0] != "with" or not {"these", "those"} & set(opening) or "words" not in opening:
        return None
    verb = words[0].head
    who = own_subject(verb)
    return (verb, who) if who is not None and layout.inside[who.i] < 0 else None


def _how(layout: Layout, words: list[Token]) -> Found | None:
    """How somebody put it: "is how Ann Lee put it", "that is what he called the sale"."""
    opens = next((t for t in words[:_OPENING] if t.lower_ in _HOW), None)
    be = next((t for t in words[:_OPENING] if t.lemma_ == "be"), None)
    if opens is None or be is None or opens.i < be.i or words[0].lower_ not in _THESE | {be.lower_}:
        return None
    for verb in words:
        fits = verb.pos_ == "VERB" and (verb.lemma_.lower() in _TELLS_HOW or verb_cue(verb) is not None)
        if verb.i > opens.i and fits:
            who = own_subject(verb) or (own_subject(verb.head) if verb.dep_ == "xcomp" else speaker(layout, verb))
            return (verb, who) if who is not None and layout.inside[who.i] < 0 and who.i > opens.i else None
    return None


def _whose(layout: Layout, words: list[Token], *, same: bool) -> Found | None:
    """Whose they are: "were Ann Lee's words", "The words are Ann Lee's", "came the reply from Ann Lee"."""
    verb = next((t for t in words if t.pos_ in ("AUX", "VERB") and _is_main(layout, t)), None)
    if verb is None or verb.lemma_.lower() not in _STATES or (not same and words[0].lower_ not in _THESE):
        return None
    if same and verb.i != words[0].i and words[0].lower_ not in _THESE:
        return None
    told = next((t for t in words if _is_saying(t) or t.lemma_.lower() in media()), None)
    if told is None:
        return None
    who = _owner(told, verb) if told.i > verb.i else _owner_behind(verb, words)
    return (verb, who) if who is not None and layout.inside[who.i] < 0 else None


def _is_main(layout: Layout, verb: Token) -> bool:
    """False for an auxiliary and a relative clause; the parse may hang a whole sentence on the marked words."""
    return verb.dep_ not in ("aux", "auxpass") and (verb.dep_ != "relcl" or layout.inside[verb.head.i] >= 0)


def _owner(told: Token, verb: Token) -> Token | None:
    owner = next((c for c in told.children if c.dep_ == "poss"), None)
    clause = next((c for c in told.children if c.dep_ == "relcl"), None)
    telling = own_subject(clause) if clause is not None and verb_cue(clause) is not None else None
    return owner or _after(told, _OF) or telling or _after(verb, _HELD_BY)


def _owner_behind(verb: Token, words: list[Token]) -> Token | None:
    """Ann Lee in "the words are Ann Lee's", "the message came from Ann Lee", "the line is by Ann Lee"."""
    apart = _after(verb, _OF)
    if apart is not None:
        return apart
    for token in words:
        if token.i > verb.i and token.pos_ == "PROPN":
            following = token.nbor() if token.i + 1 < len(token.doc) else None
            if following is not None and following.tag_ == "POS":
                return token
    return None
