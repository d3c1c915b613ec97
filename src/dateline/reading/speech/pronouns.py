"""Whom "he" cannot mean: one who is only named in the participle that opens his own sentence.

In "Shown the receipt that Erik Moss had signed, he shrugged" it is he who was shown it. The nearest name is
another's; he is whom the sentences before are about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.model import Chain, Mention, MentionForm
from dateline.reading.names.salience import GENDERS
from dateline.reading.speech.clashes import Cast, tokens_of
from dateline.reading.speech.grammar import SUBJECTS
from dateline.reading.speech.heard import Heard
from dateline.reading.speech.variation import leads, told_of

_PARTICIPLES = frozenset({"VBN", "VBG", "VBD"})  # "Told that" opens a sentence as VBD to the tagger


def resolve_opened(heard: Sequence[Heard], cast: Cast) -> None:
    """Give the words of such a "he" to whom he is, and those of the pronouns that follow it."""
    for one in heard:
        head, wrong = one.found.head, one.speaker
        if head is None or wrong is None or head.lower_ not in GENDERS:
            continue
        told = (_before(one, pronoun, wrong, heard, cast) for pronoun in _row(one, head, wrong, cast))
        meant = next((chain for chain in told if chain is not None), None)
        if meant is not None:
            one.speaker = meant
            one.rule += ", named in the opening of his sentence is another"


def _row(one: Heard, head: Token, wrong: Chain, cast: Cast) -> Iterator[Token]:
    """The pronouns of somebody since he was last named in the paragraph, up to the one that speaks."""
    start, end = one.parse.offset, head.idx + one.parse.offset
    here = [m for m in cast.chains.mentions_of(wrong.id) if start <= m.words.start < end]
    named = max((m.words.start for m in here if m.form is MentionForm.NAME), default=start)
    for mention in here:
        if mention.form is MentionForm.PRONOUN and mention.words.start > named:
            yield from tokens_of(one.parse, mention)
    yield head


def _before(one: Heard, pronoun: Token, wrong: Chain, heard: Sequence[Heard], cast: Cast) -> Chain | None:
    """The subject of the sentences before, if the one taken for the pronoun is named in its opening participle."""
    opening = _opening(pronoun)
    if opening is None:
        return None
    first = opening.left_edge.idx + one.parse.offset
    last = opening.right_edge.idx + len(opening.right_edge) + one.parse.offset
    inside = [m for m in cast.chains.mentions_of(wrong.id) if first <= m.words.start < last]
    if not any(m.form is not MentionForm.PRONOUN for m in inside):
        return None
    if any(_begins_it(m, first) for m in inside):
        return None
    gender = GENDERS[pronoun.lower_]
    for chain, mention, parse in told_of(one.parse, first, heard, cast):
        if chain is not wrong and chain.gender in (gender, None) and leads(mention, parse):
            return chain
    return None


def _begins_it(mention: Mention, first: int) -> bool:
    """True where the participle was misread, and the name is the subject that stands before it."""
    return mention.words.start == first


def _opening(pronoun: Token) -> Token | None:
    """The participle without a subject of its own that stands before a pronoun and hangs on its verb."""
    if pronoun.dep_ not in SUBJECTS:
        return None
    for child in pronoun.head.children:
        bare = child.tag_ in _PARTICIPLES and not any(c.dep_ in SUBJECTS for c in child.children)
        if child.dep_ == "advcl" and bare and child.right_edge.i < pronoun.i:
            return child
    return None
