"""What is told around each utterance: how, where and when it was said, and in whose words it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.model import Timex
from dateline.reading.speech.circumstances import medium, said_when, venue
from dateline.reading.speech.heard import Heard


def place(heard: list[Heard], timexes: Iterable[Timex]) -> None:
    """Set medium, venue, time of speaking, and the utterance that each is told in."""
    by_paragraph: dict[int, list[Heard]] = defaultdict(list)
    for one in heard:
        by_paragraph[one.parse.offset].append(one)
    ordered = sorted(timexes, key=lambda timex: timex.words.start)
    for offset, spoken in by_paragraph.items():
        end = offset + len(spoken[0].parse.paragraph.words.text)
        here = [timex for timex in ordered if offset <= timex.words.start < end]
        for one in spoken:
            one.medium, one.venue = medium(one.found), venue(one.found)
            one.said_at = said_when(one.found, one.parse, here)
            one.within = _around(one, spoken)


def _around(one: Heard, spoken: Iterable[Heard]) -> Heard | None:
    """The narrowest utterance of another cue whose content holds the cue: "Lee said that Ray promised to go"."""
    verb = one.found.verb
    if verb is None:
        return None
    holding = [
        (sum(b - a for a, b in other.found.contents), number, other)
        for number, other in enumerate(spoken)
        if other is not one
        and other.found.verb is not None
        and other.found.verb.i != verb.i
        and any(start <= verb.idx < end for start, end in other.found.contents)
    ]
    return min(holding, key=lambda entry: entry[:2])[2] if holding else None
