"""What a number is of: a sum of money of a debt or a fine, metres of a depth or a distance."""

from __future__ import annotations

import re
from functools import cache

from dateline.linking.acts.same_act import currencies
from dateline.linking.figures.units import MEASURES, SCORED, SUMS, Unit, phrases
from dateline.vocabulary import load

NEXT_TO = 3  # words from a number to the word that alone tells what it is of: "debts of 41 million"
REACH = 10  # words from a sum to any other that may
MEASURED = 4  # words from a number of metres to any other that may
_BY = re.compile(r"\bby (?:just |only |some |about |around |a mere )?$", re.IGNORECASE)
_TO = re.compile(r" (?:votes|points|goals|seats) to ")  # "by 71 votes to 64"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def aspect_of(table: str) -> dict[str, str]:
    """For each word of a table of vocabulary/figures.toml the name of its line."""
    return {word: name for name, line in load("figures")[table].items() for word in line}


def aspects(clause: str, start: int, end: int, unit: Unit) -> frozenset[str]:
    """What the number at `start` to `end` of a clause is of, as the words near by say: that next to it, or all."""
    if unit.key in SCORED:
        margin = phrases("margin").search(clause.casefold()) or _BY.search(clause[:start])
        won_by = margin and not _TO.match(clause, end)
        return frozenset({"margin" if won_by else "votes"})
    if unit.key in SUMS or unit.key in currencies():
        known, reach = aspect_of("sums"), REACH
    elif unit.key in MEASURES:
        known, reach = aspect_of("measures"), MEASURED
    else:
        return frozenset()
    before = [match[0].casefold() for match in _WORD.finditer(clause, 0, start)][::-1][:reach]
    after = [match[0].casefold() for match in _WORD.finditer(clause, end)][:reach]
    for word in before[:NEXT_TO]:
        if word in known:
            return frozenset({known[word]})
    return frozenset(known[word] for word in (*before, *after) if word in known)
