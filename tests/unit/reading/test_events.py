from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, Event, EventType, Status
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Draft

Read = Callable[..., Draft]


@pytest.fixture
def tell(read: Read) -> Callable[..., Told]:
    """tell(text) reads the events of a small text, with the names of those who take part."""

    def tell_text(text: str, published: str | None = "2030-05-14") -> Told:
        return Told(read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage(), published=published))

    return tell_text


class Told:
    """The events of a draft, in words."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.events = draft.of(Event)
        self.names = {c.id: c.name for c in draft.of(Chain)}

    def one(self, type_: EventType, words: str | None = None) -> Event:
        """The only event of a type, or of a type and trigger."""
        found = [e for e in self.events if e.type is type_ and words in (None, e.words.text)]
        assert len(found) == 1, [(e.type.value, e.words.text) for e in self.events]
        return found[0]

    def actors(self, event: Event) -> list[str]:
        return [self.names[p.chain] for p in event.actors]

    def recipients(self, event: Event) -> list[str]:
        return [self.names[p.chain] for p in event.recipients]

    def place(self, event: Event) -> str | None:
        return self.names[event.place] if event.place else None


Tell = Callable[..., Told]


# --- who does what to whom


def test_the_subject_acts_and_the_object_receives(tell: Tell) -> None:
    told = tell("Norway accused Sweden of breaking the treaty.")
    event = told.one(EventType.ACCUSE)
    assert (told.actors(event), told.recipients(event)) == (["Norway"], ["Sweden"])
    assert event.mode == "allege"


def test_a_passive_is_turned_round(tell: Tell) -> None:
    told = tell("Karl Berg was arrested by the police in Oslo on Monday.")
    event = told.one(EventType.COERCE)
    assert told.recipients(event) == ["Karl Berg"]
    assert told.actors(event) == ["the police"]
    assert told.place(event) == "Oslo"


def test_two_coordinated_subjects_are_two_actors_of_one_event(tell: Tell) -> None:
    told = tell("Sweden and Finland have condemned Norway.")
    event = told.one(EventType.ACCUSE)
    assert told.actors(event) == ["Sweden", "Finland"]


def test_all_who_meet_are_actors_and_nobody_is_a_recipient(tell: Tell) -> None:
    told = tell("Prime Minister Karl Berg met with President Anna Holm in Berlin.")
    event = told.one(EventType.CONSULT)
    assert told.actors(event) == ["Karl Berg", "Anna Holm"]
    assert event.recipients == ()
    assert told.place(event) == "Berlin"


def test_a_visitor_is_the_actor_and_the_host_country_the_recipient(tell: Tell) -> None:
    told = tell("President Anna Holm visited Finland on Monday.")
    event = told.one(EventType.CONSULT)
    assert event.mode == "visit"
    assert (told.actors(event), told.recipients(event)) == (["Anna Holm"], ["Finland"])


def test_the_subject_of_a_clause_takes_part_in_the_meeting_during_which_it_acts(tell: Tell) -> None:
    told = tell("Prime Minister Karl Berg promised help during a meeting with President Anna Holm.")
    event = told.one(EventType.CONSULT)
    assert sorted(told.actors(event)) == ["Anna Holm", "Karl Berg"]


def test_a_relative_clause_tells_of_the_noun_before_it(tell: Tell) -> None:
    told = tell("Karl Berg, who fled to Finland, was silent.")
    event = told.one(EventType.MOVE)
    assert told.actors(event) == ["Karl Berg"]
    assert told.place(event) == "Finland"


def test_who_is_forced_to_flee_flees(tell: Tell) -> None:
    told = tell("Anna Holm was forced to flee Norway.")
    event = told.one(EventType.MOVE)
    assert told.actors(event) == ["Anna Holm"]
    assert told.place(event) is None  # where she fled from is not where she went


def test_who_is_asked_is_who_should_act(tell: Tell) -> None:
    told = tell("Anna Holm urged Karl Berg to release the prisoners.")
    released = told.one(EventType.RETREAT)
    assert told.actors(released) == ["Karl Berg"]
    assert released.status is Status.DEMANDED
    assert told.recipients(told.one(EventType.REQUEST)) == ["Karl Berg"]


def test_a_pronoun_stands_for_its_chain(tell: Tell) -> None:
    told = tell("Anna Holm arrived in Berlin on Monday. She condemned the crackdown.")
    assert told.actors(told.one(EventType.ACCUSE)) == ["Anna Holm"]


def test_leaders_of_a_country_bring_the_country_with_them(tell: Tell) -> None:
    told = tell("EU leaders will meet on Wednesday.")
    event = told.one(EventType.CONSULT)
    assert "EU" in told.actors(event)


def test_a_light_verb_and_its_noun_are_one_event(tell: Tell) -> None:
    told = tell("Sweden imposed sanctions against Norway.")
    assert [e.type for e in told.events] == [EventType.SANCTION]
    event = told.events[0]
    assert (told.actors(event), told.recipients(event)) == (["Sweden"], ["Norway"])


def test_a_noun_tells_an_act_with_its_possessor_as_actor(tell: Tell) -> None:
    told = tell("Anna Holm’s visit to Finland was short.")
    event = told.one(EventType.CONSULT)
    assert told.actors(event) == ["Anna Holm"]
    assert told.place(event) == "Finland"


def test_the_interviewer_is_the_recipient(tell: Tell) -> None:
    told = tell("In an interview with Reuters, Anna Holm said that the talks had failed.")
    event = told.one(EventType.INTERVIEW)
    assert told.actors(event) == ["Anna Holm"]
    assert told.recipients(event) == ["Reuters"]


def test_the_minister_who_tells_what_a_country_rejects_rejects_it_with_the_country(tell: Tell) -> None:
    told = tell("Swedish Foreign Minister Karl Berg said on Monday that Sweden does not accept the results.")
    event = told.one(EventType.REJECT)
    assert told.actors(event) == ["Sweden", "Karl Berg"]
    assert event.time is not None
    assert event.time.edtf == "2030-05-13"


def test_the_finer_place_is_preferred(tell: Tell) -> None:
    told = tell("Thousands of protesters marched through the streets of the capital Oslo on Sunday.")
    assert told.place(told.one(EventType.PROTEST)) == "Oslo"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A storm hit the port of Osk in Norway on Friday.", "Osk"),
        ("Rebels shelled the town of Osk in Norway on Friday.", "Osk"),
        ("The blast tore through the Orlevali coal mine in eastern Norway on Tuesday.", "Orlevali"),
        ("Orlo Gas bought the Hollin mine from the state in 2016.", "Hollin"),
    ],
)
def test_what_is_done_to_a_place_is_done_there(tell: Tell, text: str, place: str) -> None:
    told = tell(text)
    assert place in [told.place(event) for event in told.events]


# --- what is no event


@pytest.mark.parametrize(
    "text",
    [
        "Norway released a statement on Monday.",
        "Karl Berg met the deadline.",
        "Anna Holm visited the website.",
        "The election campaign in Norway was dull.",
    ],
)
def test_phrases_that_only_look_like_acts_tell_none(tell: Tell, text: str) -> None:
    assert tell(text).events == ()


def test_an_earthquake_that_kills_does_not_assault(tell: Tell) -> None:
    told = tell("An earthquake killed 40 people in Norway on Monday.")
    event = told.one(EventType.OTHER, "killed")
    assert told.place(event) == "Norway"
    assert not [e for e in told.events if e.type is EventType.ASSAULT]


def test_wishes_in_direct_speech_are_no_events(tell: Tell) -> None:
    told = tell("“We will attack Sweden and arrest its king,” Karl Berg said.")
    assert told.events == ()


# --- triggers


@pytest.mark.parametrize(
    ("text", "type_", "mode"),
    [
        ("Karl Berg stepped down on Monday.", EventType.RETREAT, "resign"),
        ("Police fired tear gas at protesters in Oslo.", EventType.ASSAULT, "crowd-control"),
        ("The army seized power in Norway.", EventType.COERCE, "restrict"),
        ("Norway declared a state of emergency.", EventType.COERCE, "martial-law"),
        ("Norway expelled the Swedish ambassador.", EventType.SANCTION, "expel"),
        ("Norway withdrew its troops from Finland.", EventType.RETREAT, "withdraw"),
        ("Norwegian workers went on strike in Oslo.", EventType.PROTEST, "strike"),
        ("Sweden sent food to Norway and provided medical aid to Finland.", EventType.AID, None),
        ("Karl Berg has ruled Norway since 1994.", EventType.OFFICE, None),
        ("Sweden summoned the Norwegian ambassador.", EventType.ACCUSE, "disapprove"),
        ("Sweden broke off diplomatic relations with Norway.", EventType.SANCTION, "discontinue"),
        ("Norway put its troops on high alert.", EventType.MOBILIZE, "troops"),
    ],
)
def test_phrases_tell_types_and_modes(tell: Tell, text: str, type_: EventType, mode: str | None) -> None:
    assert (type_, mode) in [(e.type, e.mode) for e in tell(text).events]


def test_called_on_a_day_is_no_demand(tell: Tell) -> None:
    told = tell("Anna Holm called Karl Berg on Friday.")
    assert not [e for e in told.events if e.type is EventType.REQUEST]


def test_the_end_of_a_visit_is_an_event_with_its_own_day(tell: Tell) -> None:
    told = tell("Anna Holm’s visit to Finland, which ends on Saturday, was short.", "2030-05-16")
    event = told.one(EventType.CONSULT, "ends")
    assert event.status is Status.PLANNED
    assert event.time is not None
    assert event.time.edtf == "2030-05-18"


# --- the stage


def test_the_same_draft_gives_the_same_events(tell: Tell) -> None:
    text = "Norway accused Sweden of spying on Monday and expelled its ambassador."
    assert tell(text).events == tell(text).events


def test_every_span_slices_the_report(tell: Tell) -> None:
    told = tell("On Monday police in Oslo arrested at least 40 protesters after Karl Berg’s visit to Finland.")
    text = told.draft.report.text
    assert told.events
    for event in told.events:
        pieces = [event.words, *(p.words for p in (*event.actors, *event.recipients)), event.place_words]
        pieces += [count.words for count in event.counts]
        assert all(text[w.start : w.end] == w.text for w in pieces if w is not None)


def test_odd_texts_raise_nothing(tell: Tell) -> None:
    for text in ("", "…", "“", "met", "🙂 attacked 🙂", "after after after", "40", "The of by with. " * 50):
        assert isinstance(tell(text, published=None).events, tuple)


def test_a_month_is_no_march(tell: Tell) -> None:
    told = tell("Karl Berg, who took office in March, accused Sweden.")
    assert not [e for e in told.events if e.type is EventType.PROTEST]


def test_who_is_killed_in_a_sinking_is_not_assaulted(tell: Tell) -> None:
    told = tell("The ferry sank off the coast of Norway on Friday, killing at least 31 people.")
    assert {e.type for e in told.events} == {EventType.OTHER}
    killed = told.one(EventType.OTHER, "killing")
    assert [(c.low, c.high, c.unit) for c in killed.counts] == [(31, None, "people")]


def test_a_pronoun_is_not_the_place_that_its_clause_names(tell: Tell) -> None:
    told = tell(
        "Karl Berg met Anna Holm in Berlin. The government said that it would recall its envoy from Berlin."
    )
    event = told.one(EventType.SANCTION)
    assert told.place(event) == "Berlin"
    assert "Berlin" not in told.actors(event)


def test_what_is_held_on_a_day_is_an_event_though_nobody_is_named(tell: Tell) -> None:
    told = tell("The final round of the tournament will be played on Saturday.")
    event = told.one(EventType.OTHER)
    assert event.status is Status.PLANNED


def test_counted_votes_are_no_election_but_a_dated_ballot_is(tell: Tell) -> None:
    told = tell("Anna Holm received 2.8 million votes in Norway.")
    assert not [e for e in told.events if e.type is EventType.ELECTION]
    told = tell("Sweden rejected the May 9 ballot in Norway.")
    event = told.one(EventType.ELECTION)
    assert event.time is not None
    assert event.time.edtf == "2030-05-09"


def test_who_calls_to_congratulate_congratulates(tell: Tell) -> None:
    told = tell("President Anna Holm phoned Karl Berg to congratulate him.")
    assert told.actors(told.one(EventType.SUPPORT)) == ["Anna Holm"]


# --- more than one reading of a word


def test_a_trigger_tells_one_act(tell: Tell) -> None:
    told = tell("Anna Holm condemned the shelling of Arvik, the bombing of Bergen and the fighting in Oslo.")
    assert len({e.words.start for e in told.events}) == len(told.events)


def test_shells_that_hit_a_town_are_an_assault_there(tell: Tell) -> None:
    told = tell("Shells hit a market in the town of Arvik on Monday and killed nine people.")
    assert {e.type for e in told.events} == {EventType.ASSAULT}
    assert {told.place(e) for e in told.events} == {"Arvik"}


def test_a_side_that_beats_another_by_goals_assaults_nobody(tell: Tell) -> None:
    told = tell("Norway beat Sweden 2-1 on Sunday. Police beat Karl Berg on Monday.")
    assert told.actors(told.one(EventType.OTHER, "beat")) == ["Norway"]
    assert told.recipients(told.one(EventType.ASSAULT, "beat")) == ["Karl Berg"]


def test_a_received_guest_is_the_actor_of_a_visit_but_a_received_letter_is_no_visit(tell: Tell) -> None:
    told = tell("President Anna Holm received Karl Berg in Oslo on Monday.")
    event = told.one(EventType.CONSULT)
    assert (told.actors(event), told.recipients(event)) == (["Karl Berg"], ["Anna Holm"])
    assert not tell("President Anna Holm received a letter on Monday.").events


def test_headings_are_read_only_where_there_is_no_body(tell: Tell, read: Read) -> None:
    stages = (TimexStage(), MentionStage(), QuotationStage(), EventStage())
    both = read("Karl Berg met Anna Holm in Oslo.", *stages, title="Sweden attacks Norway")
    assert {e.type for e in both.of(Event)} == {EventType.CONSULT}


def test_their_own_strike_makes_strikers_actors(tell: Tell) -> None:
    told = tell("Teachers in Bergen suspended their strike on Monday.")
    event = told.one(EventType.CONCEDE)
    assert event.actors
    assert not event.recipients


def test_money_in_aid_is_aid_from_who_announces_it(tell: Tell) -> None:
    told = tell("Sweden announced 20 million euros in emergency aid for Norway.")
    event = told.one(EventType.AID)
    assert (told.actors(event), told.recipients(event)) == (["Sweden"], ["Norway"])


def test_who_is_accused_of_it_did_it(tell: Tell) -> None:
    told = tell("Anna Holm accused Karl Berg of ignoring the warnings.")
    assert told.actors(told.one(EventType.REJECT)) == ["Karl Berg"]


def test_the_named_one_of_several_is_who_it_is_done_to(tell: Tell) -> None:
    told = tell("Police questioned three managers. One of them, the engineer Karl Berg, was detained in Oslo.")
    assert told.recipients(told.one(EventType.COERCE)) == ["Karl Berg"]


def test_a_name_in_apposition_is_the_subject_though_the_parser_makes_the_noun_a_root(tell: Tell) -> None:
    told = tell(
        "The European Union's energy commissioner, Anna Holm, proposed on Monday that an auditor look at it."
    )
    assert told.actors(told.one(EventType.REQUEST)) == ["Anna Holm"]


def test_the_injured_are_no_act(tell: Tell) -> None:
    told = tell("Five of the injured died in Oslo on Monday.")
    assert {e.words.text for e in told.events} == {"died"}


def test_gave_in_is_a_concession_but_gave_birth_in_a_town_is_none(tell: Tell) -> None:
    assert tell("Norway gave in on Monday.").one(EventType.CONCEDE)
    told = tell("Anna Holm gave birth to a son in Oslo on Sunday.")
    assert {e.type for e in told.events} == {EventType.OTHER}


def test_a_town_acted_upon_is_where_it_happens(tell: Tell) -> None:
    told = tell("The rebels shelled Oslo on Monday.")
    event = told.one(EventType.ASSAULT)
    assert told.recipients(event) == ["Oslo"]
    assert told.place(event) == "Oslo"


def test_a_denied_resignation_is_an_event_that_is_denied(tell: Tell) -> None:
    told = tell("The government of Norway denied on Monday that Karl Berg had resigned.")
    assert told.one(EventType.RETREAT).status is Status.DENIED


def test_a_body_that_says_it_will_strike_is_to_strike(read: Read) -> None:
    draft = read(
        "The Dockers Union said on Monday it would begin a strike on Friday.",
        TimexStage(),
        MentionStage(),
        QuotationStage(),
        EventStage(),
    )
    strike = next(e for e in draft.of(Event) if e.type is EventType.PROTEST)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    assert [names[p.chain] for p in strike.actors] == ["Dockers Union"]


def test_a_named_act_on_a_day_to_come_is_planned(read: Read) -> None:
    draft = read(
        "Anna Holm called a march to the bridge for May 21.",
        TimexStage(),
        MentionStage(),
        QuotationStage(),
        EventStage(),
    )
    march = next(e for e in draft.of(Event) if e.type is EventType.PROTEST)
    assert (march.status, march.time and march.time.edtf) == (Status.PLANNED, "2030-05-21")


def test_who_goes_back_to_work_gives_in(read: Read) -> None:
    draft = read(
        "The miners went back to work on Sunday.", TimexStage(), MentionStage(), QuotationStage(), EventStage()
    )
    assert [(e.type, e.time and e.time.edtf) for e in draft.of(Event)] == [(EventType.CONCEDE, "2030-05-12")]


def test_who_leads_a_column_protests(read: Read) -> None:
    draft = read(
        "Anna Holm led a column of 300 miners to the gates of the port on Sunday.",
        TimexStage(),
        MentionStage(),
        QuotationStage(),
        EventStage(),
    )
    assert [e.type for e in draft.of(Event)] == [EventType.PROTEST]


def test_what_is_done_at_a_hospital_is_done_there_and_not_to_it(read: Read) -> None:
    text = "Three miners died at Arvik General Hospital on Sunday."
    draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
    (death,) = draft.of(Event)
    assert death.place_words is not None
    assert (death.place_words.text, death.recipients) == ("Arvik General Hospital", ())
