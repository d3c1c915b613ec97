"""When the main event of a report took place: its day, and the words that give it.

The latest day in that sentence of headline and lede which is most of the headline; then a day that an act of the
headline's own kind has elsewhere in the lede ("after Monday's meeting"); then the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict

from dateline.model import Event, Timex, TimexType
from dateline.story.report_reading import ReportReading

NEAR_DAYS = 7  # a report of the news tells of the week that ends on its day
AHEAD_DAYS = 1  # a paper of tomorrow's date
EVENING = 17  # o'clock: what a report tells of such an hour without a day was of the evening before it came out
NEAR_LETTERS = 40  # looked at before an expression: two or three words, the name of who posted something
STEM = 4  # letters by which "meeting" and "meet", "killing" and "killed" are known to be of one act

_POSSESSIVE = re.compile(r"['’]s\b")  # "Tuesday's election" is another event
_SIGNED = re.compile(r"\(@\w+\)\s*$")  # before the date of a post that is shown in a report
_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}T(\d{2})")
_WITHOUT_YEAR = re.compile(r"XXXX(-\d{2}-\d{2})")
_NAMED_DAY = re.compile(r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_ABOUT_AN_HOUR = re.compile(r"(?:(?:shortly|just|soon|around|about|before|after|at)\s+)+$", re.IGNORECASE)
_DATED = re.compile(r"with its word|in its clause")  # rules of acts that an expression dates itself


def main_day(reading: ReportReading, event: Event | None) -> tuple[str, dt.date] | None:
    """The words and the day told for the main event; None where nothing in headline or lede tells it."""
    told: defaultdict[str, list[tuple[dt.date, Timex]]] = defaultdict(list)
    for timex in reading.timexes:
        day = near_day(timex, reading)
        if day is not None and not of_another(timex, reading):
            told[timex.sentence].append((day, timex))
    for sentence in sorted((*reading.headline, *reading.lede), key=lambda s: (-reading.likeness(s), s.number)):
        if told[sentence.id] and reading.likeness(sentence):
            day, timex = max(told[sentence.id], key=lambda one: (one[0], -one[1].words.start))
            return plainest(day, timex, told, reading), day
    return day_of_its_like(reading, event) if event is not None else None


def near_day(timex: Timex, reading: ReportReading) -> dt.date | None:
    """The day of a time expression of one day, if that is near the day of publication."""
    today = published_on(reading)
    if today is None:
        return with_a_year(timex, reading)
    time = timex.time
    if time is None or not time.is_day or time.earliest is None:
        return None
    day = time.earliest
    if day == today and evening(timex):
        day -= dt.timedelta(days=1)
    return day if -NEAR_DAYS <= (day - today).days <= AHEAD_DAYS else None


def published_on(reading: ReportReading) -> dt.date | None:
    """The day of publication, where one day is known."""
    published = reading.report.published
    return published.earliest if published and published.is_day else None


def evening(timex: Timex) -> bool:
    """True for "7 pm" by itself: an hour late in the day, and no word that says of which day."""
    hour = _HOUR.match(timex.value)
    named = re.search(r"day|night|morning|evening|afternoon|noon", timex.words.text, re.IGNORECASE)
    return timex.type is TimexType.TIME and hour is not None and int(hour[1]) >= EVENING and named is None


def with_a_year(timex: Timex, reading: ReportReading) -> dt.date | None:
    """The day of an expression in a report of unknown date; "Nov. 2" is that of the year told elsewhere in it."""
    if timex.time is not None:
        return timex.time.earliest if timex.time.is_day else None
    bare = _WITHOUT_YEAR.fullmatch(timex.value)
    days = [other.time.earliest for other in reading.timexes if other.time is not None and other.time.is_day]
    return next((day for day in days if bare and day and day.isoformat().endswith(bare[1])), None)


def of_another(timex: Timex, reading: ReportReading) -> bool:
    """True for the day of something else: "Tuesday's election", the date under a post."""
    text = reading.report.text
    begin = max(0, timex.words.start - NEAR_LETTERS)
    return bool(_POSSESSIVE.match(text, timex.words.end) or _SIGNED.search(text, begin, timex.words.start))


def plainest(
    day: dt.date, timex: Timex, told: dict[str, list[tuple[dt.date, Timex]]], reading: ReportReading
) -> str:
    """The words of a day: for "this morning" a weekday or a date, where the lede has one for the same day."""
    if evening(timex):
        return with_its_bounds(timex, reading)
    if not _NAMED_DAY.search(timex.words.text):
        for sentence in reading.lede:
            for other, named in told.get(sentence.id, ()):
                if other == day and _NAMED_DAY.search(named.words.text):
                    return " ".join(named.words.text.split())
    return " ".join(timex.words.text.split())


def with_its_bounds(timex: Timex, reading: ReportReading) -> str:
    """An hour with what stands before it: "shortly before 7 pm"."""
    start = max(0, timex.words.start - NEAR_LETTERS)
    before = _ABOUT_AN_HOUR.search(reading.report.text[start : timex.words.start])
    return " ".join(((before.group() if before else "") + timex.words.text).split())


def day_of_its_like(reading: ReportReading, event: Event) -> tuple[str, dt.date] | None:
    """The day of an act of the lede that is of the main event's type and word: the meeting of "they met"."""
    lede = {sentence.id for sentence in reading.lede}
    timexes = {timex.id: timex for timex in reading.timexes}
    for other in reading.events:
        timex = timexes.get(other.timex or "")
        if timex is None or other.sentence not in lede or not _DATED.match(other.time_rule):
            continue
        day = near_day(timex, reading)
        same = other.type is event.type and other.lemma[:STEM] == event.lemma[:STEM]
        if same and day is not None:
            return " ".join(timex.words.text.split()), day
    return None
