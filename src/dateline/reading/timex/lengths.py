"""Second pass, lengths and sets: 26-year, nearly two months, the past three weeks; every day, Tuesday nights."""

from __future__ import annotations

from fractions import Fraction

from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Side
from dateline.reading.timex.lexicon import tables, value
from dateline.reading.timex.meaning import AnyMeaning, Length, Repeated, Vague
from dateline.reading.timex.numerals import number_of
from dateline.reading.timex.periods import SEASONS, Unit
from dateline.reading.timex.values import length_value

_MODS = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "circa": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "less": "LESS_THAN",
    "fewer": "LESS_THAN",
    "more": "MORE_THAN",
    "over": "MORE_THAN",
    "least": "EQUAL_OR_MORE",
    "most": "EQUAL_OR_LESS",
    "up": "EQUAL_OR_LESS",
}
_SIDES = {"last": Side.PAST, "past": Side.PAST, "previous": Side.PAST, "next": Side.AHEAD, "coming": Side.AHEAD}
_OFTEN_BEFORE_NOUNS = frozenset({"daily", "nightly", "weekly", "hourly"})
_RATE = 4  # tokens before "annually" within which a number makes it a rate
_TIMES = frozenset({"once", "twice", "times"})
_PRICED = frozenset({"SYM", "NUM"})


def unit_of(word: str) -> Unit:
    """The unit of a word in the singular or plural."""
    if word == "second":
        return Unit.SECOND
    if word in tables()["UNIT"]:
        return Unit(value("UNIT", word))
    base = value("UNITS", word)
    return Unit.DAY if base == "night" else Unit(base)


def _mod(match: Match) -> str | None:
    words = [item.text.lower() for item in match.all("mod")]
    mods = [_MODS[word] for word in words if word in _MODS]
    if words[:1] == ["no"] and mods:
        return "EQUAL_OR_LESS" if mods[0] == "MORE_THAN" else "EQUAL_OR_MORE"
    return mods[0] if mods else None


def _length(match: Match) -> Length | None:
    """A number of units. The age of a person or a thing is no time expression, nor is a fraction in quarters."""
    if match.has("age") or (match.has("dash") and match.word("unit") == "quarters"):
        return None
    amount = number_of(match.one("n")) if match.has("n") else Fraction(1)
    side = _SIDES.get(match.word("side"))
    return Length(amount, unit_of(match.word("unit")), _mod(match), side)


def _one(match: Match) -> AnyMeaning | None:
    """A year: a length, but a set behind a price or a rate ("40,000 euros a year")."""
    unit = unit_of(match.word("unit"))
    if unit is Unit.QUARTER and match.after() == "of":
        return None  # a quarter of the votes
    if match.has("many") or match.before() in _TIMES:
        return Repeated(length_value(Fraction(1), unit))
    token = match.token()
    head = match.token("unit").head
    priced = any(child.pos_ in _PRICED for child in head.children if child.i < token.i)
    if head.i < token.i and head.pos_ in ("NOUN", "SYM", "NUM") and priced:
        return Repeated(length_value(Fraction(1), unit))
    return Length(Fraction(1), unit, _mod(match))


def _many(match: Match) -> Length:
    """For years: an unknown number."""
    return Length(None, unit_of(match.word("unit")))


def _the_past(match: Match) -> Length | None:
    """The past year; but not "the last day of March"."""
    if match.after() == "of":
        return None
    unit = unit_of(match.word("unit"))
    return Length(Fraction(1), unit, None, _SIDES[match.word("side")])


def _choice(match: Match) -> Length | None:
    """Two to three weeks: no one number."""
    first, last = number_of(match.one("n")), number_of(match.one("n2"))
    same = first is not None and first == last
    return Length(first if same else None, unit_of(match.word("unit")))


def _halved(match: Match) -> Length:
    return Length(Fraction(1, 2), unit_of(match.word("unit")), _mod(match))


def _one_and_half(match: Match) -> Length:
    return Length(Fraction(3, 2), unit_of(match.word("unit")), _mod(match))


def _every_unit(match: Match) -> Repeated | None:
    count = number_of(match.one("n")) if match.has("n") else Fraction(1)
    if match.has("other"):
        count = Fraction(2)
    return Repeated(length_value(count, unit_of(match.word("unit"))))


def _every_weekday(match: Match) -> Repeated:
    return Repeated(f"XXXX-WXX-{match.value('WEEKDAY', 'day')}")


def _weekdays(match: Match) -> Repeated:
    part = match.value("DAYPART", "part") if match.has("part") else ""
    return Repeated(f"XXXX-WXX-{match.value('WEEKDAYS', 'day')}{part}")


def _weekday_nights(match: Match) -> Repeated | None:
    if match.word("unit") != "nights":
        return None
    return Repeated(f"XXXX-WXX-{match.value('WEEKDAY', 'day')}TNI")


def _every_month(match: Match) -> Repeated:
    return Repeated(f"XXXX-{match.value('MONTH', 'month'):02d}")


def _every_season(match: Match) -> Repeated:
    return Repeated(f"XXXX-{SEASONS[match.value('SEASON', 'season')]}")


def _every_part(match: Match) -> Repeated:
    return Repeated(f"XXXX-XX-XX{match.value('DAYPART', 'part')}")


def _often(match: Match) -> Repeated | None:
    """They met annually, daily protests; but no rate ("up 8% annually"), no quarterly report, no Daily Post."""
    token, following = match.token(), match.next_token()
    before = token.doc[max(0, token.i - _RATE) : token.i]
    if any(each.like_num or each.pos_ == "SYM" for each in before):
        return None
    named = following is not None and following.pos_ == "PROPN"
    adjective = match.word("word") in _OFTEN_BEFORE_NOUNS and not named
    return Repeated(match.value("OFTEN", "word")) if adjective or token.pos_ == "ADV" else None


def _is_adjective(match: Match) -> bool:
    following = match.next_token()
    return following is not None and following.pos_ in ("NOUN", "PROPN", "NUM")


_MOD = "(?P<mod>ABOUT | NEARLY | NO? MORE THAN | NO? LESS THAN | AT LEAST | AT MOST | OVER | UP TO)?"
_COUNT = "(?P<n>NUMBER | FEW)"
_SIDE = "(?P<side>LAST | PAST | PREVIOUS | NEXT | COMING)"

RULES = (
    Rule(
        "length",
        f"{_MOD} {_COUNT} (?P<dash>HYPHEN)? (MORE | TRADING | STRAIGHT | WHOLE)? (?P<unit>UNITS) "
        "(?P<age>HYPHEN? OLD)?",
        _length,
    ),
    Rule(
        "length before a noun",
        f"{_MOD} (?P<n>AMOUNT | DAY | INT | DECIMAL | FEW) HYPHEN? (?P<unit>ONEUNIT) (?P<age>HYPHEN? OLD)?",
        _length,
    ),
    Rule("length on one side", f"THE? {_SIDE} {_COUNT} TRADING? (?P<unit>UNITS)", _length),
    Rule("first length", f"THE? (ORDINAL | LAST) {_COUNT} (?P<unit>UNITS)", _length),
    Rule("counted length", f"THE {_COUNT} HYPHEN? (?P<unit>UNITS)", _length),
    Rule("one unit", f"{_MOD} AN (ADDITIONAL | WHOLE)? (?P<unit>UNIT)", _one),
    Rule("one unit each", "(?P<many>PER) (?P<unit>UNIT)", _one),
    Rule("unknown length", "FOR (?P<words>(?P<unit>UNITS))", _many),
    Rule("unknown length", "(?P<words>(?P<unit>UNITS)) (AGO | EARLIER | LATER | BEFORE)", _many),
    Rule("long length", "(?P<unit>UNITS) HYPHEN LONG", _many),
    Rule("long length", "(?P<unit>UNIT) HYPHEN LONG", _one),
    Rule("the past unit", "THE (?P<side>LAST | PAST) (?P<unit>UNIT)", _the_past),
    Rule(
        "choice of lengths", "(?P<n>NUMBER) (TO | OR | HYPHEN) (?P<n2>NUMBER) HYPHEN? (?P<unit>ANYUNIT)", _choice
    ),
    Rule("half a unit", f"{_MOD} HALF HYPHEN? AN? HYPHEN? (?P<unit>ONEUNIT)", _halved),
    Rule("a unit and a half", f"{_MOD} AN (?P<unit>ONEUNIT) AND AN HALF", _one_and_half),
    Rule("every unit", "EACH (?P<other>OTHER)? (?P<n>NUMBER | FEW)? (?P<unit>ANYUNIT)", _every_unit),
    Rule("every weekday", "EACH (?P<day>WEEKDAY)", _every_weekday),
    Rule("every month", "EACH (?P<month>MONTH)", _every_month),
    Rule("every season", "EACH (?P<season>SEASON)", _every_season),
    Rule("every part of a day", "EACH (?P<part>DAYPART)", _every_part),
    Rule("weekdays", "(?P<day>WEEKDAYS) (?P<part>DAYPART)?", _weekdays),
    Rule("weekday nights", "(?P<day>WEEKDAY) (?P<unit>UNITS)", _weekday_nights),
    Rule("often", "(?P<word>OFTEN)", _often),
)

VAGUE = (
    Rule("vague", "RIGHT? (?P<word>VAGUE)", lambda match: Vague(match.value("VAGUE", "word"))),
    Rule("the future", "THE NEAR? FUTURE", lambda match: None if _is_adjective(match) else Vague("FUTURE_REF")),
    Rule("the past", "THE RECENT? PAST", lambda match: None if _is_adjective(match) else Vague("PAST_REF")),
    Rule(
        "current",
        "(?P<word>CURRENT | RECENT)",
        lambda match: Vague("PRESENT_REF" if match.word("word") == "current" else "PAST_REF"),
    ),
)
