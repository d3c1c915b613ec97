from __future__ import annotations

from dateline.linking.acts.sameness import one_act
from dateline.linking.acts.telling import Telling, keys, telling
from dateline.model import Event, EventType, Report
from tests.unit.linking.made import count, day, event, report, sentence_at, who


def told(of: Report, happening: Event) -> Telling:
    return telling(happening, who([of], "Noor", "Varn"), sentence_at(of, happening.words).words)


def test_a_copied_sentence_tells_one_act_though_nobody_is_named() -> None:
    first = report("Guards used tear gas at the gates of the old harbour on Sunday night.")
    copy = report("Guards used tear gas at the gates of the old harbour on Sunday.", "2030-05-15")
    a, b = (
        told(of, event(of, "used", EventType.ASSAULT, time=day(when)))
        for of, when in ((first, "2030-05-14"), (copy, "2030-05-15"))
    )

    assert one_act(a, b)
    assert set(keys(a)) & set(keys(b))


def test_the_same_word_in_another_sentence_is_not_a_copy() -> None:
    first = report("Guards used tear gas at the gates of the old harbour.")
    other = report("Miners used ropes to climb down into the northern shaft.", "2030-05-15")
    a, b = (told(of, event(of, "used", EventType.ASSAULT)) for of in (first, other))

    assert one_act(a, b) is None


def test_two_counts_of_people_who_marched_on_one_day_are_of_one_march() -> None:
    first = report("About 3,000 miners and their families marched on Wednesday.")
    other = report("Some 5,000 people marched past the palace that day.", "2030-05-15")
    a, b = (
        told(of, event(of, "marched", EventType.PROTEST, time=day("2030-05-14"), counts=(count(n, n, "people"),)))
        for of, n in ((first, 3_000), (other, 5_000))
    )
    quiet = told(other, event(other, "marched", EventType.PROTEST, time=day("2030-05-11")))

    assert one_act(a, b)
    assert one_act(a, quiet) is None
