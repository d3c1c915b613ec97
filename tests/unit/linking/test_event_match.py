from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dateline.linking.acts.same_act import act_of
from dateline.linking.acts.telling import group_head, keys, telling
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.event_match import Page, acts, records_of
from dateline.model import Event, EventType, Link, LinkKind, MergedEvent, Record, Report, Status, Support
from tests.unit.linking.made import (
    actor,
    day,
    days,
    event,
    own_origins,
    paragraphs,
    report,
    sentence_at,
    sentences_of,
    who,
)

NAMES = ("Ada Noor", "Ben Ismay", "Cleo Park", "Varn", "Selby", "protesters", "the police")
MEET = "Ada Noor met Ben Ismay."


def merge(events: list[Event], reports: list[Report]) -> list[Record]:
    known, order = who(reports, *NAMES), Chronology(reports)
    page = Page([s for r in reports for s in sentences_of(r)], [p for r in reports for p in paragraphs(r)])
    tellings = [telling(e, known, page.sentence(e).words) for e in events]
    return [
        record
        for members, pairs in acts(tellings, order, 200)
        for record in records_of(members, pairs, page, own_origins(reports), known)
    ]


def merged(*events: Event, reports: list[Report]) -> list[MergedEvent]:
    return [r for r in merge(list(events), reports) if isinstance(r, MergedEvent)]


def two_reports(first: str = MEET, second: str = "The minister met her.") -> list[Report]:
    return [report(first, "2030-05-14"), report(second, "2030-05-15")]


def meeting(of: Report, iso: str | None, *names: str, **more: object) -> Event:
    time = day(iso) if iso else None
    return event(of, "met", EventType.CONSULT, lemma="meet", actors=names, time=time, **more)  # type: ignore[arg-type]


def test_one_meeting_in_two_reports_is_one_event_with_a_support_for_each() -> None:
    reports = two_reports()
    events = [meeting(r, "2030-05-13", "Ada Noor", "Ben Ismay") for r in reports]

    records = merge(events, reports)
    (one,) = [r for r in records if isinstance(r, MergedEvent)]

    assert one.members == tuple(e.id for e in events)
    assert set(one.actors) == {actor("Ada Noor").id, actor("Ben Ismay").id}
    assert (one.time, one.time_disputed) == (day("2030-05-13"), False)
    assert {s.report for s in records if isinstance(s, Support)} == {r.id for r in reports}
    assert all(link.kind is LinkKind.EVENT and link.target == one.id for link in records if isinstance(link, Link))


def test_a_days_disagreement_keeps_one_event_and_marks_its_time() -> None:
    reports = two_reports()
    (one,) = merged(
        meeting(reports[0], "2030-05-12", "Ada Noor", "Ben Ismay"),
        meeting(reports[1], "2030-05-13", "Ada Noor", "Ben Ismay"),
        reports=reports,
    )

    assert one.time_disputed
    assert one.time == days("2030-05-12", "2030-05-13")


def test_meetings_of_the_same_two_a_week_apart_are_two() -> None:
    reports = two_reports()
    first = meeting(reports[0], "2030-05-06", "Ada Noor", "Ben Ismay")
    second = meeting(reports[1], "2030-05-13", "Ada Noor", "Ben Ismay")

    assert len(merged(first, second, reports=reports)) == 2


def test_a_meeting_with_somebody_else_on_the_same_day_is_another() -> None:
    reports = two_reports()
    first = meeting(reports[0], "2030-05-13", "Ada Noor", "Ben Ismay")
    second = meeting(reports[1], "2030-05-13", "Ada Noor", "Cleo Park")

    assert len(merged(first, second, reports=reports)) == 2


def test_a_telling_with_one_name_never_joins_two_meetings_that_are_two() -> None:
    reports = [*two_reports(), report("Ada Noor met others.", "2030-05-16")]
    found = merged(
        meeting(reports[0], "2030-05-13", "Ada Noor", "Ben Ismay"),
        meeting(reports[1], "2030-05-13", "Ada Noor", "Cleo Park"),
        meeting(reports[2], "2030-05-13", "Ada Noor"),
        reports=reports,
    )

    assert sorted(len(m.members) for m in found) == [1, 2]


def test_a_planned_meeting_joins_its_happening_and_has_happened() -> None:
    reports = two_reports()
    (one,) = merged(
        meeting(reports[0], "2030-05-15", "Ada Noor", "Ben Ismay", status=Status.PLANNED),
        meeting(reports[1], "2030-05-15", "Ada Noor", "Ben Ismay"),
        reports=reports,
    )

    assert one.status is Status.HAPPENED
    assert not one.time_disputed


@pytest.mark.parametrize("status", [Status.DENIED, Status.HYPOTHETICAL, Status.DEMANDED])
def test_what_did_not_happen_is_not_joined_to_what_did(status: Status) -> None:
    reports = two_reports()
    first = meeting(reports[0], "2030-05-13", "Ada Noor", "Ben Ismay", status=status)
    second = meeting(reports[1], "2030-05-13", "Ada Noor", "Ben Ismay")

    assert len(merged(first, second, reports=reports)) == 2


def test_a_coarse_time_joins_a_fine_one_and_the_fine_one_stands() -> None:
    reports = two_reports()
    wide = event(
        reports[0],
        "met",
        EventType.CONSULT,
        actors=("Ada Noor", "Ben Ismay"),
        time=days("2030-05-01", "2030-05-31"),
    )
    (one,) = merged(wide, meeting(reports[1], "2030-05-13", "Ada Noor", "Ben Ismay"), reports=reports)

    assert one.time == day("2030-05-13")


def test_a_reception_and_a_meeting_of_the_same_two_are_one() -> None:
    reports = two_reports(second="Ben Ismay received Ada Noor.")
    received = event(
        *(reports[1], "received", EventType.CONSULT),
        mode="visit",
        actors=("Ada Noor",),
        recipients=("Ben Ismay",),
        time=day("2030-05-13"),
    )

    assert len(merged(meeting(reports[0], "2030-05-13", "Ada Noor", "Ben Ismay"), received, reports=reports)) == 1


def test_two_acts_of_one_actor_on_one_day_stay_apart() -> None:
    one = report("Ada Noor condemned the raid and later resigned.")
    found = merged(
        event(one, "condemned", EventType.ACCUSE, lemma="condemn", actors=["Ada Noor"], time=day("2030-05-13")),
        event(one, "resigned", EventType.RETREAT, mode="resign", actors=["Ada Noor"], time=day("2030-05-13")),
        reports=[one],
    )

    assert len(found) == 2


def test_two_demands_of_one_day_about_different_things_stay_apart() -> None:
    reports = two_reports(
        "Ada Noor demanded the release of all prisoners from the fortress.",
        "Ada Noor demanded new elections under foreign observers.",
    )
    found = merged(
        *(
            event(r, "demanded", EventType.REQUEST, lemma="demand", actors=["Ada Noor"], time=day("2030-05-13"))
            for r in reports
        ),
        reports=reports,
    )

    assert len(found) == 2


def test_one_demand_in_two_wordings_is_one() -> None:
    reports = two_reports(
        "Ada Noor demanded the release of all prisoners from the fortress.",
        "Ada Noor called for prisoners in the fortress to be released.",
    )
    found = merged(
        event(
            reports[0], "demanded", EventType.REQUEST, lemma="demand", actors=["Ada Noor"], time=day("2030-05-13")
        ),
        event(
            reports[1],
            "called for",
            EventType.REQUEST,
            lemma="call for",
            actors=["Ada Noor"],
            time=day("2030-05-13"),
        ),
        reports=reports,
    )

    assert len(found) == 1


def test_the_meeting_without_names_is_the_one_its_report_told_of() -> None:
    one = report("Ada Noor met Ben Ismay. The meeting lasted an hour.")
    later = event(one, "meeting", EventType.CONSULT, time=None)

    assert len(merged(meeting(one, "2030-05-13", "Ada Noor", "Ben Ismay"), later, reports=[one])) == 1


def test_arrests_by_the_police_of_one_crowd_on_one_day_are_one_though_nobody_is_named() -> None:
    reports = two_reports("The police detained 40 protesters.", "The police arrested protesters.")
    events = [
        event(
            *(r, trigger, EventType.COERCE),
            mode="arrest",
            actors=["the police"],
            recipients=["protesters"],
            time=day("2030-05-13"),
        )
        for r, trigger in zip(reports, ("detained", "arrested"), strict=True)
    ]

    assert len(merged(*events, reports=reports)) == 1


def test_protests_in_two_towns_on_one_day_are_two() -> None:
    reports = two_reports("People marched in Varn.", "People marched in Selby.")
    events = [
        event(
            r, "marched", EventType.PROTEST, mode="demo", actors=["protesters"], place=town, time=day("2030-05-13")
        )
        for r, town in zip(reports, ("Varn", "Selby"), strict=True)
    ]

    assert len(merged(*events, reports=reports)) == 2


def test_the_daily_protest_in_one_town_is_a_new_one_each_day() -> None:
    reports = two_reports("People marched in Varn.", "People marched in Varn again.")
    events = [
        event(r, "marched", EventType.PROTEST, mode="demo", place="Varn", time=day(iso))
        for r, iso in zip(reports, ("2030-05-13", "2030-05-14"), strict=True)
    ]

    assert len(merged(*events, reports=reports)) == 2


def test_the_result_does_not_depend_on_order_and_every_event_has_one_home() -> None:
    chosen = random.Random(2)  # noqa: S311 -- test data
    reports = [report(f"Number {n}: somebody met somebody.", f"2030-05-{10 + n % 9}") for n in range(40)]
    events = [
        meeting(r, f"2030-05-{chosen.randrange(10, 19)}", *chosen.sample(NAMES[:3], chosen.randrange(1, 4)))
        for r in reports
    ]

    once = merge(events, reports)
    chosen.shuffle(events)
    again = merge(events, reports)

    assert sorted(map(repr, once)) == sorted(map(repr, again))
    assert sorted(e for m in once if isinstance(m, MergedEvent) for e in m.members) == sorted(e.id for e in events)
    assert len({r.id for r in once}) == len(once)


def test_pairs_compared_grow_with_the_events_and_not_with_their_square() -> None:
    def compared(number: int) -> int:
        chosen = random.Random(4)  # noqa: S311 -- test data
        reports = [report(f"Number {n}: somebody met somebody.") for n in range(number)]
        known = who(reports, *NAMES)
        made = [
            meeting(r, f"2030-05-{1 + n % 28:02d}", *chosen.sample(NAMES[:3], 2)) for n, r in enumerate(reports)
        ]
        ready = [telling(e, known, sentence_at(r, e.words).words) for e, r in zip(made, reports, strict=True)]
        return sum(1 for block in blocks(ready, keys, 10) for _ in block.pairs())

    few, many = compared(200), compared(400)

    assert few > 0
    assert many <= 3 * few


@pytest.mark.parametrize(
    ("name", "head"),
    [
        ("tens of thousands of protesters", "people"),
        ("riot police in Varn", "police"),
        ("the crowd", "people"),
        ("opposition leaders", "leader"),
    ],
)
def test_a_group_is_known_by_its_head_noun(name: str, head: str) -> None:
    assert group_head(name) == head


def test_words_for_one_act_meet_and_words_for_two_do_not() -> None:
    one = report("promised pledged denounced")
    promise = event(one, "promised", EventType.AGREE, lemma="promise")
    pledge = event(one, "pledged", EventType.AGREE, lemma="pledge")
    denounce = event(one, "denounced", EventType.ACCUSE, lemma="denounce")

    assert act_of(promise) == act_of(pledge) != act_of(denounce)


def test_a_fire_is_no_dismissal_and_to_take_office_is_to_be_sworn_in() -> None:
    one = report("fire fired took sworn")
    fire = replace(event(one, "fire", EventType.OTHER), rule="noun 'fire', frame solo")
    fired = event(one, "fired", EventType.OFFICE, lemma="fire")
    took = event(one, "took", EventType.OFFICE, lemma="take office")
    sworn = event(one, "sworn", EventType.OFFICE, lemma="swear in")

    assert act_of(fire) == "blaze" != act_of(fired)
    assert act_of(took) == act_of(sworn)
