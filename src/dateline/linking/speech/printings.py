"""Printings of one utterance beside its first printing: how each relates to it, and in which words they differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from rapidfuzz.distance import Indel, LCSseq
from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.chronology import Chronology
from dateline.linking.speech.spoken import NEGATIONS, likeness, stem, tokens
from dateline.model import Quotation, Relation, SpeechKind
from dateline.story.lookup.phrases import PIECE_JOINT

ELLIPSES = ("…", "...")
NEWS_DAYS = 2
KEPT = 0.6  # of the words in order (insertions and deletions): below it a text is put in other words altogether
_SPELLINGS = ((re.compile(r"is(e[ds]?|ing|ation)$"), r"iz\1"), (re.compile(r"(?<=\w{3})our(s|ed|ing)?$"), r"or\1"))
TELLING = frozenset(  # words without a meaning of their own that turn that of others
    {
        *(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "once",
        ),
        *(
            "twice",
            "fifteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "hundred",
            "few",
            "many",
            "most",
            "all",
        ),
        *(
            "some",
            "every",
            "any",
            "both",
            "half",
            "under",
            "over",
            "above",
            "below",
            "more",
            "less",
            "least",
            "before",
        ),
        *("after", "up", "down", "with", "only", "always", "often", "sometimes", "must", "may", "might", "should"),
    }
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
NUMBERS = {word: str(n) for n, word in enumerate(f"{_ONES} eighteen nineteen".split(), 1) if n > 1}
NUMBERS |= {word: str(10 * n) for n, word in enumerate(_TENS, 2)}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
PRINTERS = frozenset({"mr", "mrs", "ms", "dr", "per", "cent", "percent"})  # a house style's words, not a speaker's


def relation_to(first: Sequence[str], words: Sequence[str], *, in_marks: bool, elided: bool = False) -> Relation:
    """How folded words relate to those of the first printing.

    `in_marks`: both stand in quotation marks. `elided`: one of them says with dots that something is left out.
    """
    if not in_marks:
        return Relation.REPORTED
    if elided and LCSseq.similarity(first, words) == min(len(first), len(words)):
        return Relation.TRIMMED
    like = likeness(first, words)
    if like is not None and like.relation is not Relation.CHANGED:
        return like.relation
    short, long = sorted((first, words), key=len)
    part = LCSseq.similarity(short, long) / max(1, len(short))
    kept = max(Indel.normalized_similarity(first, words), part * KEPT if part == 1 else 0.0)
    return Relation.CHANGED if kept >= KEPT else Relation.TRANSLATED


def text_of(quotation: Quotation) -> str:
    """All its pieces, with a mark where the report interrupts them."""
    return PIECE_JOINT.join(piece.text for piece in quotation.contents)


def differing(members: Sequence[Quotation], order: Chronology) -> frozenset[str]:
    """Ids of the printings of one utterance that stand in quotation marks and differ in what they say.

    Only while it is news: who says nearly the same some days later says it again, in other words.
    """
    marked = [(m, said_words(m)) for m in members if m.kind is not SpeechKind.INDIRECT]
    return frozenset(
        one.id
        for (a, ours), (b, theirs) in combinations(marked, 2)
        if a.report != b.report
        and (order.days_apart(a.report, b.report) or 0) <= NEWS_DAYS
        and altered_in_words(ours, theirs)
        for one in (a, b)
    )


def printed_relation(first: Quotation, other: Quotation) -> Relation:
    """How one printing relates to an earlier one."""
    marked = SpeechKind.INDIRECT not in (first.kind, other.kind)
    elided = any(dots in text_of(one) for one in (first, other) for dots in ELLIPSES)
    return relation_to(said_words(first), said_words(other), in_marks=marked, elided=elided)


def said_words(quotation: Quotation) -> tuple[str, ...]:
    """The words of a quotation, in one spelling, numbers in figures."""
    return plain(tokens(text_of(quotation)))


def plain(words: Sequence[str]) -> tuple[str, ...]:
    """Words in one spelling, numbers up to a hundred in figures: what printers change is no other word."""
    found: list[str] = []
    for word in words:
        if word in SCALES and found and (found[-1].isdigit() or found[-1] in ("a", "one")):
            number = found.pop()
            found.append(str(SCALES[word] * (int(number) if number.isdigit() else 1)))
        else:
            found.append(NUMBERS.get(word) or one_spelling(word))
    return tuple(found)


def one_spelling(word: str) -> str:
    """British spelling as American."""
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word


def altered_in_words(first: Sequence[str], words: Sequence[str]) -> bool:
    """True if two printings give one text with other words, and are not two translations."""
    return relation_to(first, words, in_marks=True) is Relation.CHANGED and bool(altered(first, words))


def altered(first: Sequence[str], words: Sequence[str]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Where two texts have other words in one place: numbers, negations and words that carry meaning, of each.

    What one of them leaves out at its ends is cut and not altered; a negation or number left out inside counts.
    """
    codes = [(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end) for op in LCSseq.opcodes(first, words)]
    found = []
    for tag, *places in joined(codes):
        ours, theirs = weighty(first[places[0] : places[1]]), weighty(words[places[2] : places[3]])
        inside = min(places[0], places[2]) > 0 and places[1] < len(first) and places[3] < len(words)
        both = bool(ours) and bool(theirs)
        if (
            tag != "equal"
            and {spelt(w) for w in ours} != {spelt(w) for w in theirs}
            and (both or (inside and any(is_telling(w) for w in (*ours, *theirs))))
        ):
            found.append((ours, theirs))
    return found


def joined(codes: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Edits that follow each other as one; what is equal stays."""
    made: list[tuple[str, int, int, int, int]] = []
    for code in codes:
        if made and made[-1][0] != "equal" and code[0] != "equal":
            last = made.pop()
            code = ("replace", last[1], code[2], last[3], code[4])
        made.append(code)
    return made


def weighty(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers, negations and words that carry meaning."""
    return tuple(w for w in words if w not in PRINTERS and (is_telling(w) or w in TELLING or w not in STOP_WORDS))


def is_telling(word: str) -> bool:
    """True for a number and a negation."""
    return word in NEGATIONS or word[0].isdigit()


def spelt(word: str) -> str:
    """A word without its inflection, in one spelling: "organised" and "organizes"."""
    return NUMBERS.get(word) or stem(one_spelling(word))
