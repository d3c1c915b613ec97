"""Second pass, years and decades: 2020, the year two thousand, 1914-1918, the 1980s, the eighties."""

from __future__ import annotations

from dateline.reading.timex import periods
from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.lexicon import value
from dateline.reading.timex.meaning import Between, Fixed
from dateline.reading.timex.numerals import number_of
from dateline.reading.timex.periods import Period

_OLDEST, _NEWEST = 1000, 2999  # years that a bare number may be, where the words around say it is one
_PLAIN_OLDEST, _PLAIN_NEWEST = 1900, 2100  # and where they do not
TWO_DIGITS = 100  # a year told by its last two digits is below it
# What stands before a number that is a year, and before one that is not; and the parser's labels of the latter.
_YEAR_BEFORE = frozenset(
    {
        "in",
        "for",
        "since",
        "of",
        "by",
        "until",
        "till",
        "from",
        "during",
        "early",
        "late",
        "mid",
        "before",
        "after",
    }
    | {"and", "or", "to", "through", "between", "the", "around", "circa", "(", "back", "fiscal", "year"}
)
_NO_YEAR_BEFORE = frozenset({"$", "£", "€", "no", "#", ".", "about", "some", "nearly", "than", "over"})
_NO_YEAR_LABELS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT", "ORDINAL"})


def fixed(period: Period | None) -> Fixed | None:
    """A full date, if the calendar has it."""
    return Fixed(period) if period else None


def _year_in_words(match: Match) -> Fixed | None:
    count = number_of(match.one("n"))
    spelled = match.word("unit") == "year" and count is not None and _OLDEST <= count <= _NEWEST
    return fixed(periods.year(int(count))) if spelled and count else None


def _year(match: Match) -> Fixed | None:
    number = int(match.word("year"))
    if match.has("named"):
        return fixed(periods.year(number))
    if match.before() in _NO_YEAR_BEFORE or not _reads_as_year(match, number):
        return None
    return fixed(periods.year(number))


def _reads_as_year(match: Match, number: int) -> bool:
    """A bare number is a year by the words around it, and by the parser's opinion where these do not tell."""
    token, following = match.token("year"), match.next_token()
    before = match.previous_token()
    if before is not None and before.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "DATE":
        return False  # Resolution 1973
    said = match.before() in _YEAR_BEFORE
    plain = _PLAIN_OLDEST <= number <= _PLAIN_NEWEST
    if following is not None and following.tag_ == "NNS" and token.ent_type_ != "DATE":
        return plain and match.before() == "the"  # the 2020 elections; not 2000 people
    if following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ"):
        said = False
    if token.ent_type_ in _NO_YEAR_LABELS:
        return plain and said
    return plain or (said and token.ent_type_ == "DATE")


def _years(match: Match) -> Between | None:
    """1914-1918, 1988-89."""
    first, last = match.word("year"), match.word("until")
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    start, end = periods.year(int(first)), periods.year(int(last))
    ordered = int(first) < int(last) <= int(first) + TWO_DIGITS
    return Between(Fixed(start), Fixed(end)) if start and end and ordered else None


def _decade(match: Match) -> Fixed | None:
    """The 1980s, the '80s, the eighties; but not "in his 50s"."""
    word = match.word("decade")
    if not word[0].isdigit():
        return fixed(periods.decade(value("DECADE", word))) if match.has("the") else None
    number = int(word.rstrip("s"))
    if number >= TWO_DIGITS:
        return fixed(periods.decade(number))
    return fixed(periods.decade(1900 + number)) if match.has("short") else None


def _decade_of_year(match: Match) -> Fixed | None:
    number, following = int(match.word("year")), match.next_token()
    if number % 10 or (following is not None and following.pos_ in ("NOUN", "PROPN", "ADJ")):
        return None
    return fixed(periods.decade(number))


YEARS = (
    Rule("year", "(?P<named>THE UNIT | FISCAL)? (?P<year>YEAR)", _year),
    Rule("year", "THE (?P<unit>UNIT) (?P<n>AMOUNT)", _year_in_words),
    Rule("years", "(?P<year>YEAR) (HYPHEN | SLASH) (?P<until>YEAR | DAY | INT)", _years),
    Rule("decade", "(?P<the>THE)? (?P<short>APOSTROPHE)? (?P<decade>DECADE)", _decade),
    Rule("decade", "THE (?P<year>YEAR) POSSESSIVE", _decade_of_year),
)
