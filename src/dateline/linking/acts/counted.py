"""What a stated number counts, and whether two numbers agree.

Hurt and dead are two counts. "Tens of thousands" and "around 50,000" agree: numbers are intervals, and two agree
if they overlap. A number that rises from one day's reports to the next is an update, not a dispute.
"""

from __future__ import annotations

from dateline.model import Claim, Count, Event, EventType

PEOPLE = frozenset(
    {
        *(
            "activist",
            "attendee",
            "citizen",
            "civilian",
            "crowd",
            "demonstrator",
            "human",
            "individual",
            "inhabitant",
        ),
        *("man", "marcher", "member", "people", "participant", "person", "protester", "protestor", "resident"),
        *("supporter", "villager", "woman", "worker"),
    }
)
DEAD = frozenset({"dead", "death", "fatality", "victim", "killed", "casualty"})
HURT = frozenset({"injured", "wounded", "hurt", "injury"})
TOLLS = frozenset(
    {"dead", "injured", "missing", "homeless", "displaced", "case", "infection"}
)  # grow with the days
ROUGHLY = 1.3  # an interval no wider than this was read from one number: "about 3,000"
VAGUE = 4.0  # an interval so wide comes from a plural: "dozens", "thousands", "tens of thousands"
DEADLY = frozenset(
    {"kill", "die", "dead", "death", "drown", "perish", "murder", "massacre", "execute", "assassinate"}
)
HARMFUL = frozenset({"injure", "wound", "hurt"})


def scope(event: Event, count: Count) -> str:
    """What is counted, so that only like is compared: "dead", "injured", "people", or the unit itself."""
    if count.unit in DEAD:
        return "dead"
    if count.unit in HURT:
        return "injured"
    if count.unit in PEOPLE or not count.unit or counts_a_side(event, count):
        lemmas = set(event.lemma.split())
        if lemmas & DEADLY:
            return "dead"
        if lemmas & HARMFUL:
            return "injured"
        return "people"
    return count.unit


def counts_a_side(event: Event, count: Count) -> bool:
    """True if those who march, or those who are held or let go, are counted, under whatever name."""
    side = {
        EventType.PROTEST: event.actors,
        EventType.COERCE: event.recipients,
        EventType.RETREAT: event.recipients,
    }
    return any(p.words.span.touches(count.words.span) for p in side.get(event.type, ()))


def in_figures(low: float, high: float | None) -> str:
    """Canonical text of an interval: "43", "20000 to 99999", "about 3000" (2700 to 3300), "at least 40"."""
    if high is None:
        return f"at least {low:.12g}"
    if low < high <= ROUGHLY * low:
        return f"about {(low + high) / 2:.12g}"
    return f"{low:.12g}" if low == high else f"{low:.12g} to {high:.12g}"


def agree(first: Claim, second: Claim) -> bool:
    """True if some number lies in both."""
    low = max(first.low or 0.0, second.low or 0.0)
    highs = [high for claim in (first, second) if (high := upper_end(claim)) is not None]
    return not highs or low <= min(highs)


def upper_end(claim: Claim) -> float | None:
    """The most that a number can be; None for "thousands", which says how many at least."""
    vague = claim.high is not None and claim.high >= VAGUE * max(1.0, claim.low or 0.0)
    return None if vague else claim.high
