"""Fifth pass: dates that bound a stretch of time: from Monday to Wednesday, between 1994 and 1997, since 1994."""

from __future__ import annotations

from collections.abc import Callable

from dateline.reading.timex.cascade import Match, Rule
from dateline.reading.timex.choices import Limit
from dateline.reading.timex.meaning import Between, EndOf, OnSide
from dateline.reading.timex.tense import moving_verb

_LIMITS = {limit.value: limit for limit in Limit} | {"till": Limit.UNTIL, "thru": Limit.THROUGH}
_SIDES = "SINCE | UNTIL | THROUGH | BY | AFTER | BEFORE"
_NEAR = 4  # tokens before a range in which such a verb stands
_MOVED = frozenset({"move", "postpone", "reschedule", "shift", "delay", "push", "change"})


def _end(at: int) -> Callable[[Match], EndOf | None]:
    def build(match: Match) -> EndOf | None:
        start = match.all()[0].first
        if moving_verb(match.doc[match.one("first").first]) is not None:
            return None  # "was moved from Sunday to Tuesday": two dates
        if any(token.lemma_ in _MOVED for token in match.doc[max(0, start - _NEAR) : start]):
            return None
        return EndOf(Between(match.meaning("first"), match.meaning("last")), at)

    return build


def _range(name: str, before: str, kind: str, between: str) -> tuple[Rule, Rule]:
    """A rule for each end of a range: TIMEX3 marks both, and each stands for the whole range here."""
    return (
        Rule(name, f"{before} (?P<words>(?P<first>{kind})) {between} (?P<last>{kind})", _end(0)),
        Rule(name, f"{before} (?P<first>{kind}) {between} (?P<words>(?P<last>{kind}))", _end(1)),
    )


def _on_side(match: Match) -> OnSide | None:
    """Since 1994; but not "since Sunday's vote" or "after the 9 August vote", where the date is the vote's."""
    token = match.doc[match.one("date").last]
    if match.after() in ("'s", "’s") or (token.head.i > token.i and token.head.pos_ in ("NOUN", "PROPN")):
        return None
    return OnSide(_LIMITS[match.word("side")], match.meaning("date"))


RULES = (
    *_range("from, to", "FROM", "DATE", "(TO | UNTIL | THROUGH)"),
    *_range("from, to", "", "DAYDATE", "(HYPHEN | TO)"),
    *_range("from, to", "", "MONTHDATE", "(HYPHEN | TO)"),
    *_range("between, and", "BETWEEN", "DATE", "AND"),
    Rule("since, until", f"(?P<side>{_SIDES}) (?P<words>(?P<date>DATE))", _on_side),
)
