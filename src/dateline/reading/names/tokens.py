"""A parse as plain lists: reading a spaCy token's attribute anew for each question costs more than the answer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from dateline.model import Sentence
from dateline.reading.parsed import Parse
from dateline.reading.speech.marks import pieces
from dateline.span import Words

_TITLE_SHARE = 0.6  # so many of a line's longer words are capitalised in a headline that capitals tell nothing in
_TITLE_WORDS = 4  # shorter lines are too short to tell
_SHORT_WORD = 4  # letters; shorter words stand in lower case in a headline too


@dataclass(frozen=True, slots=True)
class Tokens:
    """One paragraph. All lists run in parallel over its tokens; `start` and `end` count in the report."""

    parse: Parse
    text: list[str]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    entity: list[str]  # label of the entity that the token is in, or ""
    inner: list[bool]  # True if the token continues the entity of the one before it
    start: list[int]
    end: list[int]
    sentence: list[int]  # number among the paragraph's sentences
    quoted: list[bool]  # inside quotation marks
    titled: list[bool]  # in a line whose words are capitalised throughout, as in a headline

    def __len__(self) -> int:
        return len(self.text)

    def words(self, first: int, last: int) -> Words:
        """Tokens [first, last) as words of the report."""
        return self.parse.slice(self.start[first] - self.parse.offset, self.end[last - 1] - self.parse.offset)

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that a token stands in."""
        return self.parse.sentences[self.sentence[token]]

    def joined(self, token: int) -> bool:
        """True if no space stands before the token."""
        return token > 0 and self.start[token] == self.end[token - 1]


def tokens_of(parse: Parse) -> Tokens:
    """The lists of one paragraph."""
    doc, offset = parse.doc, parse.offset
    text = [t.text for t in doc]
    start = [t.idx + offset for t in doc]
    numbers = [0] * len(text)
    titled = [False] * len(text)
    for number, sent in enumerate(doc.sents):
        span = range(sent.start, sent.end)
        title = is_titled([text[i] for i in span])
        for i in span:
            numbers[i], titled[i] = number, title
    return Tokens(
        parse=parse,
        text=text,
        lower=[word.lower() for word in text],
        pos=[t.pos_ for t in doc],
        tag=[t.tag_ for t in doc],
        dep=[t.dep_ for t in doc],
        head=[t.head.i for t in doc],
        entity=[t.ent_type_ for t in doc],
        inner=[t.ent_iob == 1 for t in doc],  # 1 is I, 3 is B
        start=start,
        end=[at + len(word) for at, word in zip(start, text, strict=True)],
        sentence=numbers,
        quoted=quoted(parse.paragraph.words.text, start, offset),
        titled=titled,
    )


def is_titled(line: list[str]) -> bool:
    """True if most words are in capitals, or most longer ones begin with one and no full stop ends the line."""
    shouted = [word for word in line if len(word) > 1 and word.isupper()]
    if len(shouted) >= _TITLE_WORDS and len(shouted) >= _TITLE_SHARE * sum(word[0].isalpha() for word in line):
        return True
    if "." in line[-2:]:
        return False
    longer = [word for word in line if len(word) >= _SHORT_WORD and word[0].isalpha()]
    capital = sum(word[0].isupper() for word in longer)
    return len(longer) >= _TITLE_WORDS and capital >= _TITLE_SHARE * len(longer)


def quoted(text: str, starts: list[int], offset: int) -> list[bool]:
    """For each token whether it stands between quotation marks."""
    found = [False] * len(starts)
    for piece in pieces(text):
        first = bisect_left(starts, piece.start + offset)
        stop = bisect_left(starts, piece.end + offset)
        found[first:stop] = [True] * (stop - first)
    return found
