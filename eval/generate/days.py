"""Days and counts in words, with what the words commit to."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from eval.generate.plot import MONTHS

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NEAR = 5  # days within which a weekday alone is clear, in the paper of the next day too
YEARS_OFF = 250  # days after which a year has to be named
SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
Days = tuple[date, date]


def month_day(day: date, month_first: bool) -> str:
    """9 March, or March 9."""
    month = MONTHS[day.month - 1]
    return f"{month} {day.day}" if month_first else f"{day.day} {month}"


def on_day(random: Random, day: date, published: date, month_first: bool, coarse: bool) -> tuple[str, Days]:
    """The day with its preposition as a report of `published` tells it, and the first and last day it may mean."""
    off = (published - day).days
    written = month_day(day, month_first)
    if abs(off) > YEARS_OFF:
        if coarse:
            return f"in {MONTHS[day.month - 1]} {day.year}", month_of(day)
        return f"on {written}{',' if month_first else ''} {day.year}", (day, day)
    if coarse and off > NEAR and (published + timedelta(days=1)).month != day.month:
        return f"in {MONTHS[day.month - 1]}", month_of(day)
    if coarse and off > NEAR:
        return "earlier this month", (day.replace(day=1), published)
    if abs(off) <= NEAR:
        weekday = WEEKDAYS[day.weekday()]
        return random.choices((f"on {weekday}", f"on {weekday}, {written}", f"on {written}"), (7, 1, 2))[0], (
            day,
            day,
        )
    return f"on {written}", (day, day)


def month_of(day: date) -> Days:
    """First and last day of its month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def counted(random: Random, count: int, approximate: bool, noun_follows: bool) -> str:
    """A count in words or figures; with an approximator that the true count satisfies if asked."""
    if not approximate or count < 10:
        return SMALL[count] if count <= 10 else f"{count:,}"
    step = 10 ** (len(str(count)) - 1) if count < 100 else 10 ** (len(str(count)) - 2)
    low = count // step * step
    choices = [f"more than {low:,}" if low < count else f"at least {low:,}", f"at least {low:,}"]
    fine = step // 2 if count < 50 else step
    near = round(count / fine) * fine
    choices += [f"about {near:,}", f"some {near:,}", f"around {near:,}"]
    if noun_follows and 24 <= count < 100:
        choices.append("dozens of")
    if noun_follows and count >= 20000:
        choices.append("tens of thousands of")
    return random.choice(choices)


def money(count: int) -> str:
    """Millions of euros."""
    return f"{count:,} million euros"
