from __future__ import annotations

from dataclasses import replace

from dateline.fuzzydate import FuzzyDate, Precision
from dateline.ids import content_id
from dateline.linking.acts.counted import scope
from dateline.linking.chronology import Chronology
from dateline.linking.claims import claims, of_event, of_role, of_utterance
from dateline.linking.speech.role_holders import RoleHolders
from dateline.linking.speech.statements import statements
from dateline.model import (
    Aspect,
    Claim,
    Event,
    EventType,
    MergedEvent,
    Quotation,
    Record,
    Report,
    Role,
    RoleMention,
    Status,
    Support,
)
from tests.unit.linking.made import (
    actor,
    chain_id,
    count,
    day,
    event,
    own_origins,
    quotation,
    report,
    sentences_of,
    who,
    words_in,
)


def merged(events: list[Event], status: Status = Status.HAPPENED) -> MergedEvent:
    first = events[0]
    return MergedEvent(
        id="m",
        type=first.type,
        mode=None,
        status=status,
        time=first.time,
        time_disputed=False,
        place=None,
        actors=(),
        recipients=(),
        members=tuple(e.id for e in events),
        report=first.report,
        words=first.words,
    )


def of(reports: list[Report], events: list[Event]) -> list[Record]:
    known = who(reports, "Ada Noor", "Varn")
    sentences = {s.id: s for r in reports for s in sentences_of(r)}
    return claims("m", of_event(merged(events), events, {}, sentences, known), own_origins(reports))


def values(records: list[Record], aspect: Aspect) -> list[str]:
    return [r.value for r in records if isinstance(r, Claim) and r.aspect is aspect]


def test_a_value_that_two_reports_give_is_one_claim_with_two_supports() -> None:
    reports = [report("She marched in Varn."), report("They marched in Varn too.", "2030-05-15")]
    events = [
        event(r, "marched", EventType.PROTEST, actors=["Ada Noor"], place="Varn", time=day("2030-05-13"))
        for r in reports
    ]

    records = of(reports, events)
    (date,) = [r for r in records if isinstance(r, Claim) and r.aspect is Aspect.DATE]

    assert date.value == "2030-05-13"
    assert {s.report for s in records if isinstance(s, Support) and s.about == date.id} == {r.id for r in reports}
    assert values(records, Aspect.PLACE) == ["Varn"]
    assert values(records, Aspect.PARTICIPANT) == ["Ada Noor"]
    assert len({r.id for r in records}) == len(records)


def test_the_day_of_a_plan_is_no_value_of_its_happening() -> None:
    one = report("They marched.")
    plan = event(one, "marched", EventType.PROTEST, time=day("2030-05-12"), status=Status.PLANNED)
    done = event(one, "marched", EventType.PROTEST, lemma="march", time=day("2030-05-13"))

    assert values(of([one], [done, plan]), Aspect.DATE) == ["2030-05-13"]


def test_an_act_that_is_planned_in_one_report_and_done_in_another_stands_in_two_ways() -> None:
    one, two = report("They will march."), report("They marched.", "2030-05-15")
    plan = event(one, "march", EventType.PROTEST, status=Status.PLANNED)
    done = event(two, "marched", EventType.PROTEST, lemma="march")

    records = of([one, two], [done, plan])
    stands = {r.id: r.value for r in records if isinstance(r, Claim) and r.aspect is Aspect.POLARITY}
    told = {stands[s.about]: s.words.text for s in records if isinstance(s, Support) and s.about in stands}

    assert told == {"happened": "marched", "planned": "march"}


def test_an_office_has_the_words_of_every_report_that_gives_it_once() -> None:
    reports = [report(f"Ada Noor, the mayor, came. {more}") for more in ("The mayor left.", "A former mayor.")]
    known = who(reports, "Ada Noor")
    (held,) = {actor("Ada Noor").id}

    def title(of: Report, words: str, *, former: bool = False) -> RoleMention:
        given = words_in(of, words)
        fields = {"report": of.id, "chain": chain_id(of, "Ada Noor"), "words": given, "of": None}
        return RoleMention(id=content_id("rm", of.id, words), title="mayor", former=former, **fields)  # type: ignore[arg-type]

    one, other = reports
    titles = [title(one, "the mayor"), title(one, "The mayor"), title(other, "the mayor")]
    titles.append(title(other, "former mayor", former=True))
    role = Role(id="o", actor=held, title="mayor", of=None, time=None, report=one.id, words=titles[0].words)

    supports = [
        r for r in claims("o", of_role(role, titles, known), own_origins(reports)) if isinstance(r, Support)
    ]

    assert [(s.report, s.words.text) for s in supports] == [(one.id, "the mayor"), (other.id, "the mayor")]


def test_words_that_one_report_denies_are_said_and_denied() -> None:
    one = report("“It is safe,” Ada Noor said.")
    two = report("“It is safe,” Ada Noor did not say.", "2030-05-15")
    known = who([one, two], "Ada Noor")
    said = quotation(one, "It is safe,", by="Ada Noor")
    denied = replace(quotation(two, "It is safe,", by="Ada Noor"), negated=True)

    def polarity(*printed: Quotation) -> list[str]:
        given = of_utterance(printed, known, RoleHolders((), known), {}, Chronology([one, two]))
        return values(claims("u", given, own_origins([one, two])), Aspect.POLARITY)

    assert polarity(said, denied) == ["said", "denied"]
    assert polarity(said) == []


def test_one_day_stated_with_and_without_the_hour_is_one_claim() -> None:
    one = report("They marched.")
    hour = FuzzyDate.day(day("2030-05-13").earliest, Precision.TIME)  # type: ignore[arg-type]
    events = [
        event(one, "marched", EventType.PROTEST, lemma=lemma, time=time)
        for lemma, time in (("march", hour), ("walk", day("2030-05-13")))
    ]

    assert values(of([one], events), Aspect.DATE) == ["2030-05-13"]


def test_a_number_is_claimed_with_what_it_counts() -> None:
    one = report("The blast killed 12 people.")
    killed = event(one, "killed", EventType.ASSAULT, lemma="kill", counts=(count(12, 12, "people"),))
    (number,) = [r for r in of([one], [killed]) if isinstance(r, Claim) and r.aspect is Aspect.NUMBER]

    assert (number.value, number.low, number.high, number.unit) == ("12", 12, 12, "dead")


def test_hurt_and_dead_and_marching_people_are_three_counts() -> None:
    one = report("killed injured marched")
    scopes = [
        scope(event(one, word, EventType.ASSAULT, lemma=lemma), count(12, 12, "people"))
        for word, lemma in (("killed", "kill"), ("injured", "injure"), ("marched", "march"))
    ]

    assert scopes == ["dead", "injured", "people"]


def test_who_said_it_is_claimed_and_so_is_what_another_speaks_against() -> None:
    one = report("“There is no oil in the harbour. It is a fine day.” Ada Noor said.")
    known = who([one], "Ada Noor")
    said = quotation(one, "There is no oil in the harbour. It is a fine day.", by="Ada Noor")

    opposed = {said.id: [next(statements(said))]}
    records = claims(
        "u", of_utterance([said], known, RoleHolders((), known), opposed, Chronology([one])), own_origins([one])
    )

    assert values(records, Aspect.ATTRIBUTION) == ["Ada Noor"]
    assert values(records, Aspect.STATEMENT) == ["There is no oil in the harbour."]
    assert {r.actor for r in records if isinstance(r, Claim)} == {actor("Ada Noor").id, None}
    for support in records:
        if isinstance(support, Support):
            assert one.text[support.words.start : support.words.end] == support.words.text
