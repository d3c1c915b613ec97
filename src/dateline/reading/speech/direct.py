"""Speech in marks: which cue and speaker each piece of a paragraph belongs to.

In order: a cue that leads in ("she said: “…”"), a cue that follows ("“…,” she said"), the reporting clause that
the piece is part of (mixed speech), the nearest cue before it, the utterance that it goes on with. What none of
these takes is left to the run of speech, or is nobody's.
"""

from __future__ import annotations

from spacy.tokens import Token

from dateline.model import SpeechKind
from dateline.reading.speech.attribution import Attribution, from_verb
from dateline.reading.speech.cues import verb_cue
from dateline.reading.speech.grammar import NOMINAL, noun_phrase, speaker_of
from dateline.reading.speech.layout import Layout

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LEAD = 3  # words (adverbs, "and", "as") that may stand between a closing mark and the speaker or cue
NEAR = 12  # tokens between a cue and the marked words in its object; beyond them another clause has begun


def attach(layout: Layout, clauses: list[Attribution], things: set[int]) -> list[Attribution | None]:
    """For every piece its attribution or None; pieces of one utterance share one object, which lists them.

    `things` are numbers of pieces that name something, which no cue takes.
    """
    made: dict[int, Attribution] = {}
    found: list[Attribution | None] = []
    for number in range(len(layout.pieces)):
        one = _own(layout, number, clauses, made) if number not in things else None
        if one is None and number and _goes_on(layout, number, found[-1]):
            one = found[-1]
        if one is not None:
            piece = layout.pieces[number]
            one.contents.append((piece.start, piece.end))
            one.pieces.append(number)
        found.append(one)
    return found


def _own(
    layout: Layout, number: int, clauses: list[Attribution], made: dict[int, Attribution]
) -> Attribution | None:
    """The attribution whose cue stands in the piece's own sentence."""
    before, after = layout.before(number), layout.after(number)
    clause = layout.is_clause(number)
    led = _leading(layout, before, clause)
    if led is not None:
        return _make(layout, led, "cue before", made, direct=clause)
    name = _named(before)
    if name is not None:
        return _by_name(layout, name)
    follows = _following(layout, number, after, clauses)
    if follows is not None and (clause and layout.starts_sentence(number)):
        return _make(layout, follows, "cue after", made, direct=True)
    around = _around(layout, number, clauses)
    if around is not None:
        return _mixed(around, made, layout)
    if follows is not None:
        return _make(layout, follows, "cue after", made, direct=clause)
    near = _near(layout, before)
    if near is not None:
        return _make(layout, near, "cue near", made, direct=False)
    return None


def _leading(layout: Layout, before: list[Token], clause: bool) -> tuple[Token, Token] | None:
    """Cue and speaker of "she said: “…”"; without a colon only a whole clause is led in by a near cue."""
    words = [t for t in before if not t.is_space]
    if not words:
        return None
    colon = words[-1].text == ":"
    if not colon and not clause:
        return None
    for token in reversed(words):
        cue = verb_cue(token)
        if cue is not None and not cue.thought:
            speaker = _speaker(layout, token)
            if speaker is not None:
                return token, speaker
        elif not colon and token.tag_ in _FINITE and token.dep_ not in ("aux", "auxpass"):
            return None
    return None


def _named(before: list[Token]) -> Token | None:
    """The speaker of "Name: “…”" (an interview or a chat)."""
    words = [t for t in before if not t.is_space]
    if len(words) < 2 or words[-1].text != ":" or any(t.tag_ in _FINITE for t in words):
        return None
    names = [t for t in words[:-1] if t.pos_ == "PROPN"]
    return names[-1] if names and words[0].pos_ in ("PROPN", "NOUN", "DET", "ADJ") else None


def _by_name(layout: Layout, name: Token) -> Attribution:
    start = name.left_edge.i if layout.inside[name.left_edge.i] < 0 else name.i
    while start > 0 and layout.doc[start - 1].pos_ == "PROPN":
        start -= 1
    return Attribution(
        kind=SpeechKind.DIRECT,
        contents=[],
        rule="name and colon",
        head=name,
        source=(min(start, name.i), name.i + 1),
    )


def _following(
    layout: Layout, number: int, after: list[Token], clauses: list[Attribution]
) -> tuple[Token, Token] | None:
    """Cue and speaker of "“…,” she said" and "“…,” said Ann Lee"."""
    words = [t for t in after if not t.is_space and not (t.is_punct and t.text in ",-–—”\"'")]
    if not words or not _may_be_followed(layout, number, words[0]):
        return None
    for token in words:
        cue = verb_cue(token)
        if cue is None or cue.thought:
            if token.tag_ in _FINITE and token.dep_ not in ("aux", "auxpass", "relcl"):
                return None
            continue
        speaker = _speaker(layout, token)
        if speaker is None:
            continue
        start, _ = noun_phrase(speaker, avoid=token)
        if min(start, token.i) > words[0].i + LEAD:
            return None
        if layout.text_of(number)[-1] in "?!" and _has_content(token, clauses):
            return None
        return token, speaker
    return None


def _may_be_followed(layout: Layout, number: int, first: Token) -> bool:
    """False where a full stop and a capital show that a new sentence has begun."""
    text = layout.text_of(number)
    piece = layout.pieces[number]
    rest = layout.doc.text[piece.outer_end : piece.outer_end + 1]
    if text[-1] in ",?!…—–-" or rest == ",":
        return True
    if text[-1] == ".":
        return first.text[0].islower() or first.pos_ == "PRON"
    return verb_cue(first) is not None or layout.is_clause(number)


def _has_content(verb: Token, clauses: list[Attribution]) -> bool:
    """True if the cue has a content clause of its own."""
    return any(c.verb is not None and c.verb.i == verb.i and c.rule.startswith("clause") for c in clauses)


def _around(layout: Layout, number: int, clauses: list[Attribution]) -> Attribution | None:
    """The narrowest reporting clause whose content holds the piece."""
    piece = layout.pieces[number]
    middle = (piece.start + piece.end) // 2
    best: tuple[int, Attribution] | None = None
    for one in clauses:
        for start, end in one.contents:
            if start <= middle < end and (best is None or end - start < best[0]):
                best = (end - start, one)
    return best[1] if best else None


def _near(layout: Layout, before: list[Token]) -> tuple[Token, Token] | None:
    """The nearest cue before the piece, if the parse lost the way between them."""
    for token in reversed(before[-NEAR:]):
        cue = verb_cue(token)
        if cue is not None and not cue.thought:
            speaker = _speaker(layout, token)
            return (token, speaker) if speaker is not None else None
        if token.tag_ in _FINITE and token.lemma_ not in ("be", "have", "do", "will", "would", "can", "could"):
            return None
    return None


def _speaker(layout: Layout, verb: Token) -> Token | None:
    """The head of who says, outside marks: by the parse, else the noun beside the cue."""
    head = speaker_of(verb)
    if head is not None and layout.inside[head.i] < 0:
        return head
    if verb.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in verb.children):
        return None
    return _beside(layout, verb)


def _beside(layout: Layout, verb: Token) -> Token | None:
    """The noun right after an inverted cue, else the one right before it."""
    doc = layout.doc
    for place, step in ((verb.i + 1, 1), (verb.i - 1, -1)):
        while (
            0 <= place < len(doc)
            and doc[place].pos_ in ("AUX", "ADV", "DET", "ADJ", "PART")
            and layout.inside[place] < 0
        ):
            place += step
        if 0 <= place < len(doc) and layout.inside[place] < 0 and doc[place].pos_ in NOMINAL:
            return _top(layout, doc[place], verb)
    return None


def _top(layout: Layout, noun: Token, verb: Token) -> Token:
    """The head of the noun phrase that a noun stands in, on its own side of the cue and outside marks."""
    while noun.dep_ in ("compound", "nmod", "poss", "amod", "nummod") and noun.head.pos_ in NOMINAL:
        above = noun.head
        if layout.inside[above.i] >= 0 or (above.i < verb.i) != (noun.i < verb.i):
            break
        noun = above
    return noun


def _make(
    layout: Layout, found: tuple[Token, Token], rule: str, made: dict[int, Attribution], *, direct: bool
) -> Attribution:
    """The attribution of a cue, one object for all the pieces that it reports."""
    verb, head = found
    if verb.i not in made:
        cue = verb_cue(verb)
        assert cue is not None  # noqa: S101 -- only cue verbs come here
        kind = SpeechKind.DIRECT if direct else SpeechKind.MIXED
        one = from_verb(verb, cue, head, kind, f"{rule}: {cue.lemma}")
        if one.source is not None:
            one.source = _outside(layout, one.source, head)
        made[verb.i] = one
    return made[verb.i]


def _mixed(around: Attribution, made: dict[int, Attribution], layout: Layout) -> Attribution:
    """A marked part of a reporting clause: same source and cue as the clause."""
    key = around.verb.i if around.verb is not None else -1
    if key not in made:
        made[key] = Attribution(
            kind=SpeechKind.MIXED,
            contents=[],
            rule=f"part of {around.rule}",
            stance=around.stance,
            negated=around.negated,
            head=around.head,
            source=around.source,
            verb=around.verb,
            cue=around.cue,
            lemma=around.lemma,
            addressee=around.addressee,
        )
    return made[key]


def _outside(layout: Layout, source: tuple[int, int], head: Token) -> tuple[int, int]:
    """A source cut back to the words outside marks around its head."""
    start = end = head.i
    while start > source[0] and layout.inside[start - 1] < 0:
        start -= 1
    while end + 1 < source[1] and layout.inside[end + 1] < 0:
        end += 1
    return start, end + 1


def _goes_on(layout: Layout, number: int, previous: Attribution | None) -> bool:
    """True for "“A,” she said. “B.”": a whole clause right after the words that attribute the piece before."""
    if previous is None or previous.kind is not SpeechKind.DIRECT or not layout.is_clause(number):
        return False
    if not layout.starts_sentence(number) or previous.verb is None:
        return False
    between = layout.after(number - 1)
    return any(t.i == previous.verb.i for t in between) or not between
