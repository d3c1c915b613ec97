"""The tense of the verb above a weekday, in sentences that differ in the verb alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.reading.parsed import Parse
from dateline.reading.timex.tense import Tense, tense_at
from dateline.stage import Draft

SENTENCES = [
    ("The council met on Friday.", Tense.PAST),
    ("The council has met on Friday.", Tense.PAST),
    ("The council was dissolved on Friday.", Tense.PAST),
    ("Two men arrested on Friday were freed.", Tense.PAST),
    ("The council would have met on Friday.", Tense.PAST),
    ("The talks had been due to end on Friday.", Tense.PAST),
    ("The council will meet on Friday.", Tense.FUTURE),
    ("The council won't meet on Friday.", Tense.FUTURE),
    ("She said that the council would meet on Friday.", Tense.FUTURE),
    ("The council is meeting on Friday.", Tense.FUTURE),
    ("The council agreed to meet on Friday.", Tense.FUTURE),
    ("The council is to meet on Friday.", Tense.FUTURE),
    ("The council plans to meet on Friday.", Tense.FUTURE),
    ("A meeting is scheduled for Friday.", Tense.FUTURE),
    ("The session opens on Friday.", Tense.FUTURE),
    ("The ship could leave as early as Friday.", Tense.FUTURE),
    ("The judge extended the term until Friday.", Tense.FUTURE),
    ("The siege lasted until Friday.", Tense.PAST),
    ("The council will vote in Friday's election.", Tense.FUTURE),
    ("The council will fight Friday's ruling.", Tense.UNKNOWN),
    ("Police free 20 on Friday", Tense.UNKNOWN),
]


@pytest.mark.parametrize(("text", "tense"), SENTENCES)
def test_the_governing_verb_tells_the_tense(read: Callable[..., Draft], text: str, tense: Tense) -> None:
    (parse,) = read(text).of(Parse)
    (friday,) = [token for token in parse.doc if token.text == "Friday"]
    assert tense_at(friday, friday) is tense
