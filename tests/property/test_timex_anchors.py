"""Whatever the day of publication: nothing raises, intervals hold, and a later day never gives an earlier date."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys
from functools import cache
from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dateline.model import Paragraph, Sentence, Timex
from dateline.reading.parse import ParseStage
from dateline.reading.parsed import Parse
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from dateline.testing import arrival, read
from tests.effort import examples

# Each sentence has one expression that moves with the day of publication.
RELATIVE = (
    "They met on Monday.",
    "They will meet on Monday.",
    "They met last Monday.",
    "They will meet next Monday.",
    "They met on Sunday afternoon.",
    "They met yesterday.",
    "They met last week.",
    "They met this week.",
    "They met earlier this week.",
    "They will meet later this month.",
    "They met late last month.",
    "They met last year.",
    "They met in August.",
    "They met on August 9.",
    "They will meet on August 9.",
    "They met on February 29.",
    "They met last June.",
    "They met last summer.",
    "They met last winter.",
    "They will meet next spring.",
    "They met in the third quarter.",
    "They met at the weekend.",
    "They met three days ago.",
    "They met two weeks ago.",
    "They met five months ago.",
    "They met a year ago.",
    "They met two decades ago.",
    "They met over the past three months.",
    "They will meet in the next two weeks.",
    "They met from Friday to Tuesday.",
    "They met on Easter Monday.",
    "They met on Boxing Day.",
    "They met on the 21st.",
    "They met on April 13 and 14.",
    "They met half a year ago.",
    "They will meet in two weeks.",
    "They met the last day of March.",
    "They met on Thanksgiving.",
    "They have ruled since last May.",
)
FIXED = ("They met on 9 August 2029, in 2029, in the 1980s, in the early 20th century and on 09/08/2029.",)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@cache
def context() -> Context:
    return Context()


@cache
def parsed(text: str) -> Draft:
    return read(arrival(text), ParseStage(), context=context())


def timexes(text: str, published: dt.date) -> list[Timex]:
    """The stage over a parse that is made once for each text."""
    draft = Draft(arrival(text, published=published.isoformat()))
    for kind in (Paragraph, Sentence, Parse):
        for item in parsed(text).of(kind):
            draft.add(item)
    return list(TimexStage().run(draft))


@settings(max_examples=examples(400), deadline=None)  # the first example of a text pays for its parse
@given(text=st.sampled_from(RELATIVE), one=DAYS, other=DAYS)
@example(text="They met on February 29.", one=dt.date(2096, 2, 29), other=dt.date(2100, 3, 1))
@example(text="They met last winter.", one=dt.date(1999, 12, 31), other=dt.date(2000, 3, 1))
def test_a_later_day_of_publication_never_gives_an_earlier_date(text: str, one: dt.date, other: dt.date) -> None:
    first, second = (timexes(text, day)[0].time for day in sorted((one, other)))
    assert first
    assert second
    for end in ("earliest", "latest"):
        before, after = getattr(first, end), getattr(second, end)
        assert (before is None) == (after is None)
        assert before is None or before <= after


@settings(max_examples=examples(400), deadline=None)
@given(text=st.sampled_from(RELATIVE + FIXED), published=DAYS)
@example(text="They met five months ago.", published=dt.date(2000, 7, 31))
@example(text="They met yesterday.", published=dt.date(2000, 3, 1))
def test_spans_slice_and_intervals_are_in_order_on_any_day(text: str, published: dt.date) -> None:
    found = timexes(text, published)
    assert found
    for timex in found:
        assert text[timex.words.start : timex.words.end] == timex.words.text
        assert timex.time
        assert timex.time.earliest is None or timex.time.latest is None or timex.time.earliest <= timex.time.latest
        assert timex.anchor in (None, f"published {published}")


@settings(max_examples=examples(50), deadline=None)
@given(published=DAYS)
def test_full_dates_do_not_move(published: dt.date) -> None:
    assert [t.value for t in timexes(FIXED[0], published)] == ["2029-08-09", "2029", "198", "19", "2029-XX-XX"]


WORDS = (
    "the a last next this on of in and to from since two 31 29 2000 30 first third - – , ' 's May February Monday "
    "week weeks year years day month quarter ago later earlier early mid late end half past after before summer "
    "noon p.m. 10:30 1/2 1990s 13/13/2013 2029-02-30 century every night ended 0 00 99999 hundred thousand"
)


@settings(max_examples=examples(300), deadline=None)
@given(words=st.lists(st.sampled_from(WORDS.split()), max_size=12), published=DAYS | st.none())
def test_no_row_of_words_raises_or_overlaps(words: list[str], published: dt.date | None) -> None:
    text = " ".join(words)
    nlp_free = read(
        arrival(text, published=published.isoformat() if published else None),
        ParseStage(),
        TimexStage(),
        context=context(),
    )
    found = nlp_free.of(Timex)
    ends = [(t.words.start, t.words.end) for t in found]
    assert ends == sorted(ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))
    assert len({t.id for t in found}) == len(found)
    assert published or all(t.anchor is None or t.anchor.startswith("timex") for t in found)


PRINT_ITEMS = """
import spacy
from dateline.reading.timex.grammar import find
text = "On Friday, 3 May, or last week, or two days later, from 3 to 5 May, since 1994, at 10 p.m. on Sunday"
doc = spacy.blank("en")(text)
print([(item.text, item.rule, item.meaning) for item in find(doc, vague=True)])
"""


SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Pago_Pago", "LC_ALL": "tr_TR.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
)


def test_the_grammar_reads_the_same_under_any_hash_seed_time_zone_and_locale() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", PRINT_ITEMS],
            env={**os.environ, **surroundings},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for surroundings in SURROUNDINGS
    }
    assert len(outputs) == 1
    assert "two days later" in outputs.pop()
