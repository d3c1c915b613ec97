"""Speech in marks: which cue and speaker each piece of a paragraph belongs to.

In order: a cue that leads in ("she said: “…”"), a cue that follows ("“…,” she said"), the reporting clause that
the piece is part of (mixed speech), the nearest cue before it, the utterance that it goes on with. What none of
these takes is left to the run of speech, or is nobody's.
"""

from __future__ import annotations

from itertools import chain, islice

from spacy.tokens import Token

from dateline.model import SpeechKind
from dateline.reading.speech.attribution import Attribution, from_verb
from dateline.reading.speech.cue_search import (
    Found,
    answered,
    credited,
    following,
    leading,
    named,
    near,
    stated,
    transcribed,
)
from dateline.reading.speech.cues import bare_cue, is_medium, through, verb_cue
from dateline.reading.speech.grammar import (
    addressee,
    noun_phrase,
    relative,
    relayer,
)
from dateline.reading.speech.layout import ENDS, Layout
from dateline.reading.speech.sayings import held, told_after

LONGEST_CLIMB = 40  # tokens from a verb up to the one that reports it; deeper nesting is broken text
_SAME_SPEECH = frozenset({"ccomp", "xcomp", "conj", "pcomp", "prep"})


def attach(layout: Layout, clauses: list[Attribution], things: set[int]) -> list[Attribution | None]:
    """For every piece its attribution or None; pieces of one utterance share one object, which lists them.

    `things` are numbers of pieces that name something, which no cue takes.
    """
    made: dict[int, Attribution] = {}
    found: list[Attribution | None] = []
    for number in range(len(layout.pieces)):
        one = _own(layout, number, clauses, made) if number not in things else None
        if one is None and number and number not in things and _shared(layout, number, found[-1]):
            one = found[-1]
        if one is not None:
            piece = layout.pieces[number]
            one.contents.append((_begin(layout, number, one), piece.end))
            one.pieces.append(number)
        found.append(one)
    return found


def _begin(layout: Layout, number: int, one: Attribution) -> int:
    """Where a piece's content begins: after the speaker's name and colon in a transcript."""
    piece = layout.pieces[number]
    if one.source is None or layout.inside[one.source[0]] != number:
        return piece.start
    rest = [t.idx for t in layout.tokens_of(number) if t.i > one.source[1] and not t.is_space]
    return rest[0] if rest else piece.start


def lead(layout: Layout) -> Attribution | None:
    """Who speaks in the next paragraph, where this one ends in "she said:"."""
    tokens = [t for t in layout.doc if not t.is_space]
    if not tokens or tokens[-1].text != ":":
        return None
    ends = [t.i for t in tokens if t.text in (".", "!", "?")]
    last = [t for t in tokens if layout.inside[t.i] < 0 and t.i > (ends[-1] if ends else -1)]
    led = leading(layout, last, clause=True)
    return _make(layout, led, "cue in the paragraph before", {}, direct=True) if led is not None else None


def _own(
    layout: Layout, number: int, clauses: list[Attribution], made: dict[int, Attribution]
) -> Attribution | None:
    """The attribution whose cue stands in the piece's own sentence."""
    name = transcribed(layout, number)
    if name is not None:
        return _by_name(layout, name, "name and colon in marks")
    before, after = layout.before(number), layout.after(number)
    clause = layout.is_clause(number)
    whole = clause and layout.text_of(number)[0].isupper()
    led = leading(layout, before, clause)
    if led is not None:
        if not whole:
            led = _outermost(layout, led, clauses)
        return _make(layout, led, "cue before", made, direct=whole)
    name = named(before)
    if name is not None:
        return _by_name(layout, name, "name and colon")
    credit = credited(layout, number, after)
    if credit is not None:
        return _by_name(layout, credit, "name after a dash")
    follows = following(layout, number, after)
    if follows is not None and (clause and layout.starts_sentence(number)):
        return _make(layout, follows, "cue after", made, direct=True)
    around = _around(layout, number, clauses)
    if around is not None:
        return _mixed(around, made, layout)
    if follows is not None:
        return _make(layout, follows, "cue after", made, direct=clause)
    noun = held(layout, number, before)
    if noun is not None:
        return _make(layout, noun, "noun", made, direct=whole)
    told = told_after(layout, number)
    if told is not None:
        return _make(layout, told, "told after", made, direct=clause)
    close = near(layout, before)
    if close is not None:
        return _make(layout, close, "cue near", made, direct=False)
    answer = answered(layout, before) or stated(layout, before)
    return _make(layout, answer, "answer to a question", made, direct=whole) if answer is not None else None


def _by_name(layout: Layout, name: Token, rule: str) -> Attribution:
    """An attribution to a name without a verb."""
    start = name.left_edge.i if layout.inside[name.left_edge.i] < 0 else name.i
    while start > 0 and layout.doc[start - 1].pos_ == "PROPN":
        start -= 1
    end = name.i + 1
    while end < len(layout.doc) and layout.doc[end].pos_ == "PROPN" and layout.inside[end] < 0:
        end += 1
    return Attribution(SpeechKind.DIRECT, [], rule, head=name, source=(min(start, name.i), end))


def _around(layout: Layout, number: int, clauses: list[Attribution]) -> Attribution | None:
    """The narrowest reporting clause whose content holds the piece."""
    piece = layout.pieces[number]
    middle = (piece.start + piece.end) // 2
    best: tuple[int, Attribution] | None = None
    for one in clauses:
        for start, end in one.contents:
            if start <= middle < end and (best is None or end - start < best[0]):
                best = (end - start, one)
    if best is None:
        return None
    inner = best[1]
    outer = [one for one in clauses if inner.verb is not None and _relays(one, inner.verb)]
    return outer[0] if outer else inner


def _outermost(layout: Layout, led: Found, clauses: list[Attribution]) -> Found:
    """Marked words inside a relayed clause ("he said she had promised to “help”") are the outer speaker's."""
    for one in clauses:
        if one.verb is not None and one.head is not None and _relays(one, led[0]):
            return one.verb, one.head
    return led


def _relays(outer: Attribution, inner: Token) -> bool:
    """True if a verb stands in what somebody says in a finite clause."""
    if outer.verb is None or not outer.rule.startswith("clause") or outer.verb.pos_ != "VERB":
        return False
    cue = verb_cue(outer.verb)
    if cue is None or cue.thought or "clause" not in cue.content:
        return False
    return _within(inner, outer.verb)


def _within(inner: Token, outer: Token) -> bool:
    """True if a verb stands in the clause that another one reports, and not in a side clause of it."""
    for token in islice(chain((inner,), inner.ancestors), LONGEST_CLIMB):
        if token.dep_ == "ccomp" and token.head.i == outer.i:
            return True
        if token.dep_ not in _SAME_SPEECH and not (token.dep_ == "advcl" and token.tag_ in ("VBG", "VBN")):
            return False
    return False


def _make(layout: Layout, found: Found, rule: str, made: dict[int, Attribution], *, direct: bool) -> Attribution:
    """The attribution of a cue, one object for all the pieces that it reports."""
    verb, head = found
    if verb.i not in made:
        cue = verb_cue(verb) or bare_cue(verb)
        kind = SpeechKind.DIRECT if direct else SpeechKind.MIXED
        one = from_verb(verb, cue, head, kind, f"{rule}: {cue.lemma}")
        told = None if cue.relays else addressee(verb)
        if told is not None and told.i != head.i and layout.inside[told.i] < 0:
            one.addressee = noun_phrase(told, avoid=relative(told) or verb)
        one.relayed_by = relayer(verb) if cue.relays else through(verb)
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


def _shared(layout: Layout, number: int, previous: Attribution | None) -> bool:
    """True for a piece without a cue of its own that belongs to the words before it."""
    return _goes_on(layout, number, previous) or _is_listed(layout, number, previous)


def _is_listed(layout: Layout, number: int, previous: Attribution | None) -> bool:
    """True for the second of "they chanted “A!” and “B!”"."""
    between = [t.lower_ for t in layout.between(number - 1, number)]
    return previous is not None and "and" in between and set(between) <= {"and", ","}


def _goes_on(layout: Layout, number: int, previous: Attribution | None) -> bool:
    """True for "“A,” she said. “B.”": a whole clause right after the words that attribute the piece before."""
    if previous is None or previous.kind is not SpeechKind.DIRECT or not layout.is_clause(number):
        return False
    if not layout.starts_sentence(number) or previous.verb is None or is_medium(previous.head):
        return False
    between = layout.between(number - 1, number)
    ends = [t.i for t in between if t.text in ENDS]
    if len(ends) > 1 or (ends and between[-1].i != ends[0]):
        return False
    return any(t.i == previous.verb.i for t in between) or not between
