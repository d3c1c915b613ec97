from __future__ import annotations

from dataclasses import replace

from dateline.linking.acts.same_place import compatible
from dateline.linking.acts.sameness import one_act
from dateline.linking.acts.telling import Telling, keys, telling
from dateline.model import Actor, ActorKind, Event, EventType, Report
from tests.unit.linking.made import actor, count, day, days, event, report, sentence_at, who, words_in


def told(of: Report, happening: Event) -> Telling:
    return telling(happening, who([of], "Noor", "Varn", "Pell"), sentence_at(of, happening.words).words)


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


def test_two_words_for_one_march_need_the_same_count() -> None:
    first = report("About 3,000 miners and their families marched on Wednesday.")
    other = report("Some 3,100 people took to the streets that day.", "2030-05-15")
    a = told(
        first,
        event(first, "marched", EventType.PROTEST, time=day("2030-05-14"), counts=(count(2700, 3300, "miner"),)),
    )
    same, larger = (
        told(
            other,
            event(other, "took", EventType.PROTEST, time=day("2030-05-14"), counts=(count(low, high, "people"),)),
        )
        for low, high in ((3000, 3200), (9000, 9900))
    )

    assert one_act(a, same)
    assert one_act(a, larger) is None


def test_who_is_named_to_an_office_and_who_takes_it_over_do_one_act() -> None:
    first = report("Varn named Noor as minister on Wednesday.")
    other = report("Noor took over as minister on Wednesday.", "2030-05-15")
    third = report("Pell took over as minister on Wednesday.", "2030-05-15")
    named = told(
        first,
        event(
            first,
            "named",
            EventType.OFFICE,
            lemma="name as",
            actors=["Varn"],
            recipients=["Noor"],
            time=day("2030-05-14"),
        ),
    )
    taken, by_another = (
        told(of, event(of, "took", EventType.OFFICE, lemma="take over as", actors=[whose], time=day("2030-05-14")))
        for of, whose in ((other, "Noor"), (third, "Pell"))
    )

    assert one_act(named, taken)
    assert one_act(named, by_another) is None


def test_a_promise_of_money_is_aid_and_another_promise_is_not() -> None:
    of = report("Varn promised 40 million dollars to Noor.")
    money, word = (
        told(
            of,
            event(
                of,
                "promised",
                EventType.AGREE,
                lemma="promise",
                actors=["Varn"],
                recipients=["Noor"],
                counts=counts,
            ),
        )
        for counts in ((count(4e7, 4e7, "dollar"),), ())
    )

    assert (money.act, word.act) == ("AID", "promise")


def test_what_nobody_does_twice_is_looked_for_by_who_does_it_however_wide_the_time() -> None:
    first = report("Noor resigned on Wednesday.")
    other = report("Noor resigned in May.", "2031-05-15")
    a = told(
        first, event(first, "resigned", EventType.RETREAT, mode="resign", actors=["Noor"], time=day("2030-05-14"))
    )
    b = told(
        other,
        event(
            other,
            "resigned",
            EventType.RETREAT,
            mode="resign",
            actors=["Noor"],
            time=days("2030-05-01", "2030-05-31"),
        ),
    )

    assert set(keys(a)) & set(keys(b))
    assert one_act(a, b)


def place(name: str) -> Actor:
    return replace(actor(name), kind=ActorKind.PLACE)


def test_a_hotel_lies_in_some_town_and_two_towns_or_two_hotels_stay_apart() -> None:
    assert compatible(place("Hotel Orion"), place("Varn"))
    assert not compatible(place("Selby"), place("Varn"))
    assert not compatible(place("Hotel Orion"), place("Palace Hotel"))


def test_who_is_dismissed_stands_on_either_side() -> None:
    first = report("Noor dismissed Pell on Tuesday.")
    second = report("Pell spoke on the day of the dismissal.", "2030-05-15")
    when = day("2030-05-14")
    a = told(
        first,
        event(
            first,
            "dismissed",
            EventType.OFFICE,
            lemma="dismiss",
            actors=("Noor",),
            recipients=("Pell",),
            time=when,
        ),
    )
    b = told(second, event(second, "dismissal", EventType.OFFICE, actors=("Pell",), time=when))
    refused = told(
        first, event(first, "dismissed", EventType.REJECT, lemma="dismiss", actors=("Pell",), time=when)
    )

    assert one_act(a, b)
    assert one_act(refused, b) is None


def test_one_arrest_in_two_places_is_one_act_with_a_dispute() -> None:
    first = report("Noor was arrested in Varn on 3 May.")
    other = report("Noor was arrested in Selby on 3 May.", "2030-05-15")
    people = who([first, other], "Noor", "Varn", "Selby")

    def seized(of: Report, town: str, type_: EventType = EventType.COERCE, mode: str = "arrest") -> Telling:
        happening = event(
            of, "arrested", type_, mode=mode, time=day("2030-05-03"), recipients=("Noor",), place=town
        )
        words = words_in(of, town)
        return telling(replace(happening, place_words=words), people, sentence_at(of, happening.words).words)

    assert one_act(seized(first, "Varn"), seized(other, "Selby"))
    assert (
        one_act(
            seized(first, "Varn", EventType.ASSAULT, "beat"), seized(other, "Selby", EventType.ASSAULT, "beat")
        )
        is None
    )


def test_one_visit_may_have_two_days_in_two_reports_but_not_two_weeks() -> None:
    first = report("Noor visited Varn on 3 May.")
    other = report("Noor flew to Varn on 4 May.", "2030-05-15")
    people = who([first, other], "Noor", "Varn")

    def journey(of: Report, word: str, type_: EventType, iso: str, lemma: str) -> Telling:
        happening = event(of, word, type_, lemma=lemma, time=day(iso), actors=("Noor",), place="Varn")
        mode = "visit" if type_ is EventType.CONSULT else None
        happening = replace(happening, mode=mode, place_words=words_in(of, "Varn"))
        return telling(happening, people, sentence_at(of, happening.words).words)

    visit = journey(first, "visited", EventType.CONSULT, "2030-05-03", "visit")
    assert one_act(visit, journey(other, "flew", EventType.MOVE, "2030-05-04", "fly"))
    assert one_act(visit, journey(other, "flew", EventType.MOVE, "2030-05-18", "fly")) is None


def test_who_votes_for_a_parliament_tells_of_the_election_there() -> None:
    first = report("Varn voted for a new parliament on 3 May.")
    other = report("An election was held in Varn on 3 May.", "2030-05-15")
    people = who([first, other], "Noor", "Varn")
    vote = event(first, "voted for", EventType.SUPPORT, lemma="vote for", time=day("2030-05-03"), actors=("Varn",))
    held = event(other, "election", EventType.ELECTION, lemma="election", time=day("2030-05-03"), place="Varn")
    held = replace(held, place_words=words_in(other, "Varn"))
    a = telling(vote, people, sentence_at(first, vote.words).words)
    b = telling(held, people, sentence_at(other, held.words).words)

    assert one_act(a, b)
    assert set(keys(a)) & set(keys(b))
