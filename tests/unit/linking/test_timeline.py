from __future__ import annotations

from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.linking.timeline import timeline
from dateline.model import EventType, MergedEvent, Status, Support
from dateline.span import Grounding
from tests.unit.linking.made import day, days, event, report


def act(id_: str, time: FuzzyDate | None, actors: tuple[str, ...] = ()) -> MergedEvent:
    one = report("They met.")
    telling = event(one, "met", EventType.CONSULT)
    return MergedEvent(
        id=id_,
        type=EventType.CONSULT,
        mode=None,
        status=Status.HAPPENED,
        time=time,
        time_disputed=False,
        place=None,
        actors=actors,
        recipients=(),
        members=(telling.id,),
        report=one.id,
        words=telling.words,
    )


def support(about: str, number: int, origin: str) -> Support:
    words = event(report("They met."), "met", EventType.CONSULT).words
    return Support(
        id=f"b{about}{number}",
        about=about,
        member=f"e{number}",
        report=f"r{number}",
        words=words,
        origin=origin,
        grounding=Grounding.VERBATIM,
    )


def test_events_stand_in_the_order_of_their_time_and_undated_ones_nowhere() -> None:
    open_end = FuzzyDate.between(None, day("2030-05-02").latest)
    events = [
        act("late", day("2030-05-20")),
        act("wide", days("2030-05-10", "2030-05-31")),
        act("undated", None),
        act("narrow", day("2030-05-10")),
        act("before", open_end),
    ]

    entries = list(timeline(events, {}))

    assert [(e.number, e.event) for e in entries] == [(0, "before"), (1, "narrow"), (2, "wide"), (3, "late")]
    assert list(timeline(events[::-1], {})) == entries


def test_a_second_origin_weighs_more_than_a_second_reprint() -> None:
    one = act("m", day("2030-05-10"))

    def weight(*origins: str) -> float:
        (entry,) = timeline([one], {"m": [support("m", n, origin) for n, origin in enumerate(origins)]})
        return entry.weight

    assert weight("o1") < weight("o1", "o1") < weight("o1", "o2")


def test_an_act_of_two_weighs_more_than_an_act_of_nobody() -> None:
    nobody = act("m", day("2030-05-10"))
    two = replace(nobody, actors=("a1", "a2"))

    assert next(timeline([two], {})).weight > next(timeline([nobody], {})).weight
