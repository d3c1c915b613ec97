"""The lines of a plain text that name its outlet, its writers and its day, beside headline and text.

Each is told by its shape and its place: the outlet alone on a line at the top, or with words for itself ("Radio
Lund, the morning magazine"), parts between separators ("Ann Lee | The Harbour Post | 3 May 2031"), and a line that
only repeats what the report states elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.intake.dates import read_date
from dateline.intake.lines import Line, looks_like_headline
from dateline.intake.publishers import agency_of, known_outlet, per_directory
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.wording import compiled, press_word_at_edge, sounds_like_outlet
from dateline.model import Field, FurnitureKind
from dateline.span import Span
from dateline.vocabulary import load

WRITER_NOTE = "note on the writer"  # names nobody who has not signed
HEAD_LINES = 6  # headline, standfirst, byline, date and what a menu leaves
DESCRIBED_LINES = 3  # headline, standfirst and what is above them
MASTHEAD_WORDS = 6
HEADLINE_WORDS = 3
PARTS_WORDS = 16  # of a line of parts: names, an outlet, a date
OUTLET_WORDS = 3
PLACE_WORDS = 4
BY_CHARS = 100  # "By" before a name, with white space: a line that is longer by more holds something else
_SEPARATORS = re.compile(r"\s*[|•·/]\s*|\s+[–—-]+\s+|,\s+|;\s+")
_BY = re.compile(r"(?i)(?:by|from|text|words|story)\s*:?\s+")
_SMALL = frozenset({"of", "the", "and", "de", "la", "le", "el", "for", "&", "in", "on"})
_LOOSE = " \t,;|·•–—-()[]"
_SENTENCE = re.compile(r"[.!?][”\"’')]*$|[“\"„«]")
_PEOPLE = re.compile(r"[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]*){1,3}")
_QUOTE = re.compile(r"[“”\"„«]")
_NOTE = re.compile(
    r",? (?:is (?:an? |the |based |our )|was (?:an? |the )|covers |writes |reports (?:on|for|from) |works |lives "
    r"|joined |has (?:covered|written|reported|worked)|can be reached|contributed |edits |teaches |specialises )"
)
_NOT_WHOLE = re.compile(r"[.!?:;,…“”\"]")


def find_head_lines(sheet: Sheet, lines: list[Line]) -> None:
    """Give a kind to such lines; what they name becomes candidates."""
    _mark_stated(sheet, lines)
    _mark_notes_on_writers(sheet, lines)
    head = [line for line in lines if line.kind is None][:HEAD_LINES]
    dated = any(line.kind is FurnitureKind.HEADER for line in lines[1:3])  # a day right below name or headline
    for number, line in enumerate(head):
        if number < DESCRIBED_LINES and (outlet := described_outlet(line.words)):
            line.kind, line.rule = FurnitureKind.HEADER, "outlet with words for itself"
            sheet.add(
                Field.OUTLET,
                outlet.of(line.words),
                "line with the outlet",
                Trust.SHOWN,
                outlet.shift(line.start),
            )
        elif _is_masthead(line, head[number + 1 :], first=line is lines[0], dated=dated):
            line.kind, line.rule = FurnitureKind.HEADER, "outlet alone on a line"
            sheet.add(Field.OUTLET, line.words, "line with the outlet", Trust.SHOWN, line.span)
        elif parts := _parts(line):
            _keep_parts(sheet, line, parts)
        elif _is_outlet_below(line, head[:number]):
            line.kind, line.rule = FurnitureKind.HEADER, "outlet alone on a line"
            sheet.add(Field.OUTLET, line.words, "line with the outlet", Trust.SHOWN, line.span)
    _mark_name_beside_day(lines)


def _mark_stated(sheet: Sheet, lines: list[Line]) -> None:
    """Lines that hold nothing but the report's author or outlet, as a field or the page's head states them."""
    stated = {
        candidate.value.casefold(): candidate.field
        for candidate in sheet.candidates
        if candidate.field in (Field.BYLINE, Field.OUTLET) and candidate.trust <= Trust.DECLARED
    }
    longest = max(map(len, stated), default=0) + BY_CHARS
    for line in lines:
        if line.kind is not None or len(line.words) > longest:
            continue
        field = stated.get(_BY.sub("", line.words, count=1).casefold())
        if field is not None:
            line.kind = FurnitureKind.BYLINE if field is Field.BYLINE else FurnitureKind.HEADER
            line.rule = f"the {field.value} that the report states"


def read_head_block(sheet: Sheet, line: Line, *, beside_day: bool) -> None:
    """What a block of a page between headline and text tells of writer, outlet and day; its mark stands."""
    parts = _parts(line)
    if not parts and beside_day and _field_of(line.words) is Field.BYLINE:
        parts = [(Field.BYLINE, Span(0, len(line.words)))]
    if parts:
        _keep_parts(sheet, line, parts)


def _mark_notes_on_writers(sheet: Sheet, lines: list[Line]) -> None:
    """Lines that tell of the report's own author: "Ann Lee covers courts for the Post"."""
    signed = [c.value for c in sheet.candidates if c.field is Field.BYLINE]
    signed += [line.words for line in lines if line.kind is FurnitureKind.BYLINE]
    names = sorted({name for words in signed for name in _PEOPLE.findall(_BY.sub("", words))})
    for line in lines:
        name = next((name for name in names if line.words.startswith((f"{name} ", f"{name}, "))), None)
        if line.kind is None and name and _NOTE.match(line.words, len(name)) and not _QUOTE.search(line.words):
            line.kind, line.rule = FurnitureKind.BYLINE, WRITER_NOTE


def _is_masthead(line: Line, below: list[Line], *, first: bool, dated: bool) -> bool:
    """An outlet's name alone above a headline: known, of their shape, or any name with headline and day below."""
    headline = below[0] if below else None
    if headline is None or not looks_like_headline(headline.words):
        return False
    if is_outlet_name(line.words):
        return len(headline.words.split()) >= HEADLINE_WORDS
    return first and dated and _is_name(line.words) and not _is_name(headline.words)


def _is_outlet_below(line: Line, above: list[Line]) -> bool:
    """An outlet's name right below the headline: here it must be known, or be short and plainly a name."""
    if len(above) != 1 or not looks_like_headline(above[0].words) or not is_outlet_name(line.words):
        return False
    return known_outlet(line.words) or line.words.startswith("The ") or len(line.words.split()) <= OUTLET_WORDS


def _mark_name_beside_day(lines: list[Line]) -> None:
    """A name alone next to a day at the head: who wrote it."""
    for number, line in enumerate(lines[:HEAD_LINES]):
        beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
        dated = any(other.kind is FurnitureKind.HEADER and read_date(other.words) for other in beside)
        if line.kind is None and dated and _field_of(line.words) is Field.BYLINE:
            line.kind, line.rule = FurnitureKind.BYLINE, "name beside the day"


def described_outlet(words: str) -> Span | None:
    """Where an outlet is named in a line that says what it is, or whose the report is; None in any other line.

    "Radio Lund, the morning magazine", "The Lund Courier | Sport", "A Lund Courier investigation".
    """
    for pattern in _described():
        if match := pattern.fullmatch(words):
            start, end = match.span("name")
            if is_outlet_name(words[start:end]):
                return Span(start, end)
    return None


@cache
def _described() -> tuple[re.Pattern[str], ...]:
    """The forms of such a line."""
    table = load("house_lines")["masthead"]
    words, sections = ("|".join(map(re.escape, table[kind])) for kind in ("self", "sections"))
    products = "|".join(map(re.escape, table["products"]))
    name = r"(?P<name>(?:[Tt]he )?[A-Z][\w’'&-]*(?: (?:[A-Z&\d][\w’'&-]*|of|the|and)){0,4})"
    small = r"(?:[\w’'-]+ ){0,4}?"
    return (
        re.compile(
            rf"{name}\+?(?:,| ?[|·•:/]| [–—-]) (?i:{small}(?:{words})(?: (?:at|of|for|on|in) {small}[\w’'-]+)?)\.?"
        ),
        re.compile(rf"{name}(?:(?:,| ?[|·•/]| [–—-]) (?i:{sections})){{1,8}}"),
        re.compile(rf"(?:(?i:exclusive|special|investigation): )?(?:[Aa]n?|[Tt]he) {name} (?i:{products})"),
    )


def is_outlet_name(words: str) -> bool:
    """True for words that can be nothing but the name of an outlet."""
    count = len(words.split())
    if count > MASTHEAD_WORDS or _NOT_WHOLE.search(words):
        return False
    if known_outlet(words):
        return True
    return count > 1 and _is_name(words) and press_word_at_edge(words.title() if words.isupper() else words)


def _is_name(words: str) -> bool:
    """A few capitalised words."""
    parts = words.split()
    return len(parts) <= MASTHEAD_WORDS and all(word[:1].isupper() or word.lower() in _SMALL for word in parts)


# --- parts between separators


@per_directory
def _person() -> re.Pattern[str]:
    return compiled("{person}")


@per_directory
def _role() -> re.Pattern[str]:
    return compiled("{role}")


def _parts(line: Line) -> list[tuple[Field | None, Span]]:
    """The parts of a line that is nothing but writer, outlet, role, place and day; [] if it is anything else.

    At least two kinds of them must stand there, and a separator between; one part may be a place or unknown.
    """
    if len(line.words.split()) > PARTS_WORDS or _SENTENCE.search(line.words):
        return []
    found: list[tuple[Field | None, Span]] = []
    date = read_date(line.words)
    if date is not None and date.dates:
        found.append((Field.PUBLISHED, date.span))
        pieces = [(0, line.words[: date.span.start]), (date.span.end, line.words[date.span.end :])]
    else:
        pieces = [(0, line.words)]
    unknown = 0
    for offset, piece in pieces:
        for start, words in _split(piece):
            field = _field_of(words)
            if field is None and not _role().fullmatch(words):
                unknown += 1
            found.append((field, Span(offset + start, offset + start + len(words))))
    kinds = {field for field, _ in found if field is not None}
    told = kinds - {Field.PUBLISHED}
    if kinds == {Field.PUBLISHED} and unknown == 1:  # a place and a day
        return found if _is_name(pieces[0][1].strip(_LOOSE)) and len(pieces[0][1].split()) <= PLACE_WORDS else []
    return found if len(kinds) >= 2 and told and unknown <= (len(kinds) > 2) else []


def _split(piece: str) -> Iterator[tuple[int, str]]:
    """What stands between separators, with its place, without "By" and loose marks."""
    at = 0
    for end in [*_SEPARATORS.finditer(piece), None]:
        words = piece[at : end.start() if end else len(piece)]
        start = at + len(words) - len(words.lstrip(_LOOSE))
        words = words.strip(_LOOSE)
        if by := _BY.match(words):
            start, words = start + by.end(), words[by.end() :]
        if words and any(c.isalnum() for c in words):
            yield start, words
        at = end.end() if end else len(piece)


def _field_of(words: str) -> Field | None:
    """What a part names: an agency, an outlet, a person."""
    if agency_of(words):
        return Field.AGENCY
    if is_outlet_name(words) or (sounds_like_outlet(words) and len(words.split()) <= MASTHEAD_WORDS):
        return Field.OUTLET
    if len(words.split()) > 1 and _person().fullmatch(words):
        return Field.BYLINE
    return None


def _keep_parts(sheet: Sheet, line: Line, parts: list[tuple[Field | None, Span]]) -> None:
    """Make candidates of the parts; the day of a marked line is read with all shown dates."""
    people: list[Span] = []
    for field, span in parts:
        span = span.shift(line.start)
        if field is Field.OUTLET:
            sheet.add(field, span.of(sheet.text), "line with the outlet", Trust.SHOWN, span)
        elif field is Field.BYLINE:
            people.append(span)
        elif field is Field.AGENCY:
            sheet.add(field, agency_of(span.of(sheet.text)) or "", "byline", Trust.SHOWN, span)
    if people:
        names = ", ".join(span.of(sheet.text) for span in people)
        sheet.add(Field.BYLINE, names, "byline", Trust.SHOWN, Span(people[0].start, people[-1].end))
    line.kind = FurnitureKind.BYLINE if people else FurnitureKind.HEADER
    line.rule = "parts of a head"
