from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking import disputes
from dateline.linking.chronology import Chronology
from dateline.linking.claims import claims, of_utterance
from dateline.linking.conflicts import of_statements
from dateline.linking.speech.opposition import opposition
from dateline.linking.speech.polarity import polarity
from dateline.linking.speech.role_holders import RoleHolders
from dateline.linking.speech.statements import statements
from dateline.model import (
    Aspect,
    Claim,
    ConflictKind,
    Quotation,
    Report,
    RoleMention,
    SpeechKind,
    Stance,
    Support,
)
from dateline.span import Words
from tests.unit.linking.made import (
    actor,
    chain_id,
    day,
    days,
    own_origins,
    quotation,
    report,
    sentences_of,
    who,
    words_in,
)

MONDAY, TUESDAY, WEDNESDAY = (dt.date(2030, 5, 13 + n) for n in range(3))


def claim(aspect: Aspect, value: str, **more: object) -> Claim:
    cells: dict[str, object] = {"actor": None, "time": None, "low": None, "high": None, "unit": None} | more
    return Claim(id=content_id("k", value, *more.values()), about="m", aspect=aspect, value=value, **cells)  # type: ignore[arg-type]


def number(low: float, high: float | None, unit: str = "people") -> Claim:
    return claim(Aspect.NUMBER, f"{low} to {high}", low=low, high=high, unit=unit)


def date(time: FuzzyDate) -> Claim:
    return claim(Aspect.DATE, time.edtf, time=time)


def date_disputes(told: list[Claim], course: tuple[Claim, ...] = (), between: int = 0) -> list[disputes.Dispute]:
    """`course`: those whose day is only that of the story's course."""
    told_by = {
        c.id: disputes.Told((TUESDAY,), frozenset({c.id}), frozenset({c.id}), stated=c not in course)
        for c in (*told, *course)
    }
    return list(disputes.dates("m", (*told, *course), told_by, between))


def number_disputes(*told: tuple[Claim, dt.date]) -> list[disputes.Dispute]:
    given: dict[str, list[dt.date]] = {}
    for value, on in told:
        given.setdefault(value.id, []).append(on)
    told_by = {id_: disputes.Told(tuple(on), frozenset({id_}), frozenset({id_})) for id_, on in given.items()}
    return list(disputes.numbers("m", {c.id: c for c, _ in told}.values(), told_by))


def test_two_days_for_one_act_are_a_dispute_and_the_month_is_no_side_of_it() -> None:
    month = FuzzyDate.month(2030, 5)
    (found,) = date_disputes([date(day("2030-05-13")), date(day("2030-05-14")), date(month)])

    assert found.kind is ConflictKind.DATE
    assert [side.value for side in found.sides] == ["2030-05-13", "2030-05-14"]


def test_the_day_of_the_storys_course_counts_only_between_two_persons_and_against_a_stated_one() -> None:
    monday, tuesday = date(day("2030-05-13")), date(day("2030-05-14"))

    assert date_disputes([monday], course=(tuesday,), between=2)
    assert not date_disputes([monday], course=(tuesday,), between=1)
    assert not date_disputes([], course=(monday, tuesday), between=2)


def test_a_day_inside_a_stated_range_agrees_with_it() -> None:
    assert not (date_disputes([date(day("2030-05-13")), date(days("2030-05-12", "2030-05-13"))]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((20_000, 99_999), (45_000, 55_000)),  # tens of thousands, around 50,000
        ((40, None), (43, 43)),  # more than 40, and 43
        ((2_000, 9_999), (20_000, 99_999)),  # thousands, tens of thousands
        ((24, 99), (40, None)),  # dozens, at least 40
    ],
)
def test_compatible_numbers_agree(first: tuple[float, float | None], second: tuple[float, float | None]) -> None:
    assert not number_disputes((number(*first), MONDAY), (number(*second), MONDAY))


def test_two_exact_numbers_of_one_day_are_a_dispute() -> None:
    (found,) = number_disputes((number(12, 12, "dead"), TUESDAY), (number(17, 17, "dead"), TUESDAY))

    assert [side.low for side in found.sides] == [12, 17]


def test_the_dead_and_the_injured_are_two_counts() -> None:
    assert not number_disputes((number(12, 12, "dead"), MONDAY), (number(40, 40, "injured"), MONDAY))


def test_a_toll_that_rises_from_day_to_day_is_an_update() -> None:
    deaths = [(number(n, n, "dead"), on) for n, on in ((12, MONDAY), (15, TUESDAY), (21, WEDNESDAY))]

    assert not number_disputes(*deaths)


def test_the_number_of_those_who_marched_does_not_rise_from_day_to_day() -> None:
    assert number_disputes((number(3_000, 3_000), MONDAY), (number(5_000, 5_000), TUESDAY))


def test_a_report_that_looks_back_a_year_later_does_not_settle_a_dispute() -> None:
    fewer, more = number(3_000, 3_000), number(5_000, 5_000)

    assert number_disputes((fewer, MONDAY), (more, TUESDAY), (more, MONDAY.replace(year=2031)))
    assert not number_disputes((fewer, MONDAY), (more, MONDAY.replace(year=2031)))


def test_a_number_many_times_another_counts_something_else() -> None:
    assert not number_disputes((number(12, 12), MONDAY), (number(209, 209), MONDAY))


def test_what_one_sentence_counts_are_parts() -> None:
    men, women = number(14, 14), number(3, 3)
    one_sentence = disputes.Told((MONDAY,), frozenset({"e"}), frozenset({"o"}))

    assert not list(disputes.numbers("m", [men, women], {men.id: one_sentence, women.id: one_sentence}))


def test_a_number_that_falls_again_is_a_dispute() -> None:
    (found,) = number_disputes((number(15, 15, "dead"), MONDAY), (number(12, 12, "dead"), TUESDAY))

    assert {side.low for side in found.sides} == {12, 15}


def test_two_towns_are_a_dispute() -> None:
    towns = [claim(Aspect.PLACE, name, actor=actor(name).id) for name in ("Varn", "Selby")]
    (found,) = disputes.places("m", towns, who([report("Somewhere.")], "Varn", "Selby"))

    assert [side.value for side in found.sides] == ["Selby", "Varn"]


def test_a_square_in_a_town_is_no_dispute() -> None:
    named = [claim(Aspect.PLACE, name, actor=actor(name).id) for name in ("Varn", "Varn Square")]

    assert not list(disputes.places("m", named, who([report("Somewhere.")], "Varn", "Varn Square")))


# --- statements


def stated(text: str, **more: object) -> Quotation:
    return quotation(report(text, published=str(more.pop("published", "2030-05-14"))), text, **more)  # type: ignore[arg-type]


def opposed(first: Quotation, second: Quotation) -> str | None:
    found = [opposition(a, b) for a in statements(first) for b in statements(second)]
    return next((one.reason for one in found if one), None)


def test_there_is_and_there_is_none_cannot_both_be_right() -> None:
    first = stated("There is a build-up of troops on the western border. They want to see us fall.")
    second = stated("there was no foreign buildup in the region", kind=SpeechKind.INDIRECT)

    assert opposed(first, second)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("There was no warning about the dam,", {"warn"}),
        ("there is no evidence of fraud in the count", {"fraud"}),
        ("its guns had not fired a single shell since Monday", {"fir"}),
        ("The bridge was never inspected, and the town knew it", {"inspect"}),
        ("no inspection was carried out", {"inspect"}),
        ("The council knew nothing about the leak", {"knew"}),
        ("Nobody was beaten in the old prison", {"beaten"}),
        ("Nothing was stolen from the depot", {"stolen"}),
        ("Nobody was hurt and nobody will be arrested.", {"hurt"}),
        ("Not a single letter reached the office", {"letter"}),
        ("No warning ever reached my desk", {"warn"}),
        ("The council had failed to inspect the bridge", {"inspect"}),
        ("there was no secret deal about the port", {"secret"}),  # any two may share a deal
        ("They did not only strike, they marched", set()),
        ("There is no doubt about it", set()),
        ("the ferry will not sail", set()),  # left open
        ("Do not sail tonight", set()),
        ("Was there no warning?", set()),
        ("those who have not paid were let off", set()),  # says it of some, not of the matter
        ("itself and not the northern union", set()),
    ],
)
def test_what_a_sentence_denies_is_what_is_negated_itself(text: str, denied: set[str]) -> None:
    assert polarity(text).denied == denied


def test_an_inspection_and_was_inspected_are_one_matter() -> None:
    first = stated("was inspected on May 12 and found to be safe", kind=SpeechKind.MIXED)
    second = stated("There was no inspection in May.", published="2030-05-16")

    assert opposed(first, second) == "one denies what the other says"


def test_nobody_is_answered_by_anybody_who_speaks_of_himself() -> None:
    denial = stated("Nobody was hurt and nobody will be sent home.")
    one = stated("I was hit on the arm and on the ear.", published="2030-05-15")
    modest = stated("I was not hurt and they were not there.")

    assert opposed(denial, one) == "one denies what the other says"
    assert not opposed(modest, one)


def test_an_answer_in_the_same_report_needs_no_second_word_in_common() -> None:
    text = "Troops had fired on the ferry, the miners said. The ministry said its men had not fired."
    one, far = report(text), report("The ministry said its men had not fired.")
    charge = quotation(one, "Troops had fired on the ferry", kind=SpeechKind.INDIRECT)

    assert opposed(charge, quotation(one, "its men had not fired", kind=SpeechKind.INDIRECT))
    assert not opposed(charge, quotation(far, "its men had not fired", kind=SpeechKind.INDIRECT))


def test_one_common_word_in_two_reports_is_no_dispute() -> None:
    first = stated("the ferry company had fired forty stewards", kind=SpeechKind.INDIRECT)
    second = stated("the army had not fired on the crowd", kind=SpeechKind.INDIRECT)

    assert opposed(first, second) is None


def test_what_i_did_not_do_answers_only_what_is_said_of_me() -> None:
    one = report("He knew of the shares, a rival said. Ada Noor said: “I knew of no shares.”")
    said = quotation(one, "I knew of no shares.", source="Ada Noor")

    assert opposed(quotation(one, "He knew of the shares", kind=SpeechKind.INDIRECT), said) is None


def test_who_did_not_say_something_has_not_denied_it() -> None:
    assert not list(statements(stated("the dam was safe last winter", kind=SpeechKind.INDIRECT, negated=True)))


def test_a_denial_of_most_of_what_the_other_says_is_opposed_to_it() -> None:
    first = stated("Soldiers crossed the northern border at the salt lake on Monday", kind=SpeechKind.INDIRECT)
    denial = stated(
        "its soldiers had crossed the border at the salt lake",
        kind=SpeechKind.INDIRECT,
        stance=Stance.DENIES,
    )

    assert opposed(first, denial) == "one denies what the other says"


def test_two_denials_of_one_thing_agree() -> None:
    first = stated("no soldiers crossed the northern border at the salt lake", kind=SpeechKind.INDIRECT)
    second = stated("soldiers had crossed the border at the salt lake", stance=Stance.DENIES)

    assert opposed(first, second) is None


def test_won_and_rigged_are_two_sides_of_one_election() -> None:
    text = "Results said that the president had won by a landslide but rivals said that the election was rigged."
    one = report(text)
    first = quotation(one, "the president had won by a landslide", kind=SpeechKind.INDIRECT)
    second = quotation(one, "the election was rigged", kind=SpeechKind.INDIRECT)

    assert opposed(first, second) == "the two say the opposite about the election"


def test_a_negation_turns_a_side_round() -> None:
    one = report("It was rigged from the start, she said. The vote has not been free or fair, he said.")
    first = quotation(one, "It was rigged from the start")
    second = quotation(one, "The vote has not been free or fair")

    assert opposed(first, second) is None


def test_a_negation_in_another_clause_denies_nothing() -> None:
    first = stated(
        "the union does not accept the offer, and condemns the brutal raid on strikers", kind=SpeechKind.INDIRECT
    )
    second = stated("the brutal raid on the strikers was ordered from above", kind=SpeechKind.INDIRECT)

    assert opposed(first, second) is None


def test_a_demand_states_nothing() -> None:
    assert not list(statements(stated("there must be a free and fair vote", stance=Stance.DEMANDS)))


def statement_disputes(said_by: list[tuple[Quotation, str]], reports: list[Report]) -> list[disputes.Dispute]:
    known = who(reports, *{name for _, name in said_by})
    holders = RoleHolders((), known)
    opposed = {q.id: list(statements(q)) for q, _ in said_by}
    records = [
        record
        for q, _ in said_by
        for record in claims(
            q.id, of_utterance([q], known, holders, opposed, Chronology(reports)), own_origins(reports)
        )
    ]
    behind: dict[str, list[Support]] = {}
    for record in records:
        if isinstance(record, Support):
            behind.setdefault(record.about, []).append(record)
    told = [r for r in records if isinstance(r, Claim) and r.aspect is Aspect.STATEMENT]
    quoted = {q.id: q for q, _ in said_by}
    return list(
        of_statements(
            told, behind, quoted, [x for r in reports for x in sentences_of(r)], known, Chronology(reports), 200
        )
    )


def test_only_two_sources_can_contradict_each_other() -> None:
    reports = [report("There was a warning. Yes."), report("There was no warning. No.", "2030-05-15")]
    first = quotation(reports[0], "There was a warning.", by="Ada Noor")
    other = quotation(reports[1], "There was no warning.", by="Ben Ismay")
    same = quotation(reports[1], "There was no warning.", by="Ada Noor")

    (found,) = statement_disputes([(first, "Ada Noor"), (other, "Ben Ismay")], reports)

    assert found.kind is ConflictKind.STATEMENT
    assert {side.value for side in found.sides} == {"There was a warning.", "There was no warning."}
    assert not statement_disputes([(first, "Ada Noor"), (same, "Ada Noor")], reports)


def test_of_many_opponents_the_one_who_says_there_is_comes_first() -> None:
    reports = [
        report("There was no alarm about the mill."),
        report(
            "An alarm about the mill was rung. An alarm about the mill came late. "
            "There was an alarm, and I rang it."
        ),
    ]
    denial = quotation(reports[0], "There was no alarm about the mill.", by="Ada Noor")
    rung = quotation(reports[1], "An alarm about the mill was rung.", by="Ben Ismay")
    late = quotation(reports[1], "An alarm about the mill came late.", by="Cleo Varn")
    outright = quotation(reports[1], "There was an alarm, and I rang it.", by="Dag Holm")
    said_by = [(denial, "Ada Noor"), (rung, "Ben Ismay"), (late, "Cleo Varn"), (outright, "Dag Holm")]

    found = statement_disputes(said_by, reports)

    assert len(found) == 2  # of ten opponents two are shown
    assert any("There was an alarm, and I rang it." in {side.value for side in one.sides} for one in found)


def test_who_says_it_twice_is_one_opponent() -> None:
    reports = [
        report("There was no alarm about the mill."),
        report("An alarm about the mill was rung. There was an alarm, and I rang it."),
    ]
    denial = quotation(reports[0], "There was no alarm about the mill.", by="Ada Noor")
    rung = quotation(reports[1], "An alarm about the mill was rung.", by="Ben Ismay")
    again = quotation(reports[1], "There was an alarm, and I rang it.", by="Ben Ismay")

    (found,) = statement_disputes([(denial, "Ada Noor"), (rung, "Ben Ismay"), (again, "Ben Ismay")], reports)

    assert "There was an alarm, and I rang it." in {side.value for side in found.sides}


# --- attributions


def role(of: Report, words: str, title: str, holder: str) -> RoleMention:
    return RoleMention(
        id=content_id("w", of.id, words),
        report=of.id,
        chain=chain_id(of, holder),
        words=words_in(of, words),
        title=title,
        of=None,
        former=False,
    )


def attributed(odd: str) -> list[disputes.Dispute]:
    """Three reports in which A is the mayor and B the harbour master, and one that prints `odd`."""
    plain = [
        report(f"Mayor Ada Noor spoke. Harbour master Ben Ismay listened on day {n}.", f"2030-05-1{n}")
        for n in range(3)
    ]
    last = report(f"“It is over,” said {odd}.", "2030-05-16")
    reports = [*plain, last]
    mentions = [
        m
        for r in plain
        for m in (role(r, "Mayor", "mayor", "Ada Noor"), role(r, "Harbour master", "harbour master", "Ben Ismay"))
    ]
    name = "Ada Noor" if "Ada" in odd else "Ben Ismay"
    printed = odd.removesuffix(f" {name}")
    mentions.append(role(last, printed, printed.removeprefix("the ").casefold(), name))
    known = who(reports, "Ada Noor", "Ben Ismay")
    said = quotation(last, "It is over,", by=name, source=odd)
    records = claims(
        "u",
        of_utterance([said], known, RoleHolders(mentions, known), {}, Chronology(reports)),
        own_origins(reports),
    )
    found = [r for r in records if isinstance(r, Claim) and r.aspect is Aspect.ATTRIBUTION]
    return list(disputes.attributions("u", found, known, flagged=False))


def test_a_name_printed_with_the_office_of_another_is_in_doubt() -> None:
    (found,) = attributed("Harbour master Ada Noor")

    assert found.kind is ConflictKind.ATTRIBUTION
    assert [side.value for side in found.sides] == ["Ada Noor", "Ben Ismay"]


@pytest.mark.parametrize("plain", ["Mayor Ada Noor", "Former sailor Ada Noor", "Harbour master Ben Ismay"])
def test_a_name_with_its_own_or_a_new_description_is_not(plain: str) -> None:
    assert attributed(plain) == []


def test_a_ministry_and_its_minister_are_no_dispute_but_two_people_are() -> None:
    known = who([report("Somewhere.")], "Ada Noor", "Ben Ismay", "the police")
    people = [claim(Aspect.ATTRIBUTION, n, actor=actor(n).id) for n in ("Ada Noor", "Ben Ismay", "the police")]

    (found,) = disputes.attributions("u", people, known, flagged=False)

    assert {side.value for side in found.sides} == {"Ada Noor", "Ben Ismay"}
    assert not list(disputes.attributions("u", people[1:], known, flagged=False))


def test_no_two_sides_of_a_dispute_ever_agree() -> None:
    told = [date(days(f"2030-05-{a:02d}", f"2030-05-{a + n:02d}")) for a in range(1, 20) for n in (0, 1, 2)]

    (found,) = date_disputes(told)

    times = [side.time for side in found.sides if side.time]
    assert not any(a.overlaps(b) for i, a in enumerate(times) for b in times[i + 1 :])


def test_parts_that_add_up_to_the_number_of_another_report_agree_with_it() -> None:
    men, women, everybody = number(14, 14, "dead"), number(3, 3, "dead"), number(17, 17, "dead")
    parts, whole = (
        disputes.Told((day_,), frozenset({id_}), frozenset({id_})) for day_, id_ in ((TUESDAY, "e"), (MONDAY, "o"))
    )
    given = {men.id: parts, women.id: parts, everybody.id: whole}

    assert not list(disputes.numbers("m", [men, women, everybody], given))


def test_a_number_on_top_of_those_told_before_disputes_none() -> None:
    two, three = number(2, 2), number(3, 3)
    more = disputes.Told((MONDAY,), frozenset({"e"}), frozenset({"o"}), on_top=True)
    before = disputes.Told((TUESDAY,), frozenset({"f"}), frozenset({"p"}))

    assert not list(disputes.numbers("m", [two, three], {two.id: more, three.id: before}))
    assert list(disputes.numbers("m", [two, three], {two.id: replace(more, on_top=False), three.id: before}))


@pytest.mark.parametrize(
    ("text", "number_", "expected"),
    [
        ("Two more people have died.", "Two", True),
        ("Another 14 miners were found.", "14", True),
        ("Two people have died.", "Two", False),
        ("They held 14 more than a day.", "14", False),
    ],
)
def test_a_sentence_says_that_a_number_comes_on_top(text: str, number_: str, expected: bool) -> None:
    at = text.index(number_)
    words = Words(7 + at, 7 + at + len(number_), number_)

    assert disputes.adds(Words(7, 7 + len(text), text), words) is expected
