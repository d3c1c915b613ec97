"""Codes of actors over a story: by name, by role, valid on days, unknown where nothing is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import pytest

from dateline.fuzzydate import FuzzyDate
from dateline.linking.actor_codes import ActorCodeStage
from dateline.linking.actors import ActorStage
from dateline.model import ActorCode, CodeBasis
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context, Draft
from dateline.story import Story, views
from dateline.story.coding import code_on
from dateline.testing import arrival, check_stage, story_of

READING = (TimexStage(), MentionStage(), QuotationStage(), EventStage())
TEXTS = (
    (
        "2031-05-03",
        "Kenyan Finance Minister Asha Odera met union leaders in Nairobi on Friday. Odera promised them a fund. "
        "Riot police stood by, and Ola Baker watched. The Meadow Society was silent.",
    ),
    ("2031-06-20", "Asha Odera, a former minister, joined the Harvest Party. Nairobi criticised Peru."),
)


@pytest.fixture
def told(read: Callable[..., Draft]) -> Callable[..., Story]:
    def of(texts: Iterable[tuple[str, str]] = TEXTS) -> Story:
        drafts = [read(text, *READING, published=day) for day, text in texts]
        return story_of(drafts, ActorStage(), ActorCodeStage())

    return of


def codes(story: Story, name: str) -> list[ActorCode]:
    (actor,) = [actor for actor in story.actors() if name in {actor.name, *(n.name for n in actor.names)}]
    return [code for code in story.all(ActorCode) if code.actor == actor.id]


def test_an_office_is_coded_for_the_days_of_the_reports_that_give_it(told: Callable[..., Story]) -> None:
    found = codes(told(), "Asha Odera")
    office = code_on(found, dt.date(2031, 5, 4))
    assert office is not None
    assert (office.country, office.sectors, office.basis) == ("KEN", ("GOV",), CodeBasis.ROLE)
    assert "Finance Minister" in " ".join(office.read_from)
    later = code_on(found, dt.date(2031, 6, 20))
    assert later is not None
    assert later.sectors == ("ELI",)


def test_bodies_and_groups_are_coded_by_their_names(told: Callable[..., Story]) -> None:
    (police,) = codes(told(), "Riot police")
    assert (police.sectors, police.read_from) == (("COP",), ("Riot police",))


def test_a_surname_tells_no_trade(told: Callable[..., Story]) -> None:
    (baker,) = codes(told(), "Ola Baker")
    assert (baker.country, baker.sectors, baker.read_from) == (None, ("UNK",), ())


def test_a_body_of_which_nothing_is_told_is_coded_unknown(told: Callable[..., Story]) -> None:
    (society,) = codes(told(), "Meadow Society")
    assert society.sectors == ("UNK",)


def test_every_actor_has_codes_and_the_table_shows_those_of_the_latest_reports(told: Callable[..., Story]) -> None:
    story = told()
    assert {code.actor for code in story.all(ActorCode)} == {actor.id for actor in story.actors()}
    rows = {row.name: row for row in views.actors(story)}
    assert rows["Kenya"].country == "KEN"
    assert rows["Kenya"].sectors == ()
    assert rows["Asha Odera"].country == "KEN"


def test_the_users_codes_hold_on_their_days_and_go_before_others() -> None:
    def code(basis: CodeBasis, sector: str, *days: str) -> ActorCode:
        ends = [dt.date.fromisoformat(day) for day in days]
        time = FuzzyDate.between(*ends) if ends else None
        return ActorCode(
            id=f"ac_{sector}", actor="a", country=None, sectors=(sector,), time=time, basis=basis, read_from=()
        )

    found = [
        code(CodeBasis.ROLE, "GOV", "2031-05-01", "2031-05-09"),
        code(CodeBasis.FILE, "MIL", "2031-05-01", "2031-05-03"),
    ]
    on = [code_on(found, dt.date(2031, 5, day)) for day in (2, 5)]
    assert [one.sectors for one in on if one] == [("MIL",), ("GOV",)]
    assert code_on([]) is None


def test_the_stage_keeps_its_contract(context: Context) -> None:
    after = [ParseStage(), *READING, ActorStage()]
    texts = [arrival(text, published=day) for day, text in TEXTS]
    check_stage(ActorCodeStage(), after=after, arrivals=texts, context=context)
