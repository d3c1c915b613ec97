"""Where places lie: which of the places of one name is meant, and why."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.linking.actors import ActorStage
from dateline.linking.coding.gazetteer import gazetteer
from dateline.linking.coding.which_place import Surroundings, countries_beside, which_place
from dateline.linking.places import PlaceStage
from dateline.model import Location, PlacePrecision
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.stage import Context, Draft
from dateline.story import Story
from dateline.testing import arrival, check_stage, story_of

COUNTRIES = {"FRA": "France", "USA": "United States", "GBR": "United Kingdom", "CAN": "Canada"}
NOWHERE = Surroundings(frozenset(), {})


@pytest.fixture
def placed(read: Callable[..., Draft]) -> Callable[..., dict[str, Location]]:
    """placed(*texts) is where the places of a small story lie, by the actor's name."""

    def of(*texts: str) -> dict[str, Location]:
        story: Story = story_of([read(text, MentionStage()) for text in texts], ActorStage(), PlaceStage())
        names = {actor.id: actor.name for actor in story.actors()}
        return {names[location.actor]: location for location in story.all(Location)}

    return of


def test_a_large_city_is_meant_without_a_word_on_its_country() -> None:
    found = which_place(["Paris"], NOWHERE, COUNTRIES)
    assert found is not None
    assert (found.place.country, found.place.precision) == ("FRA", PlacePrecision.SETTLEMENT)
    assert "the largest place of that name, in France" in found.reason


def test_what_stands_beside_a_name_decides() -> None:
    found = which_place(["Paris"], Surroundings(frozenset({"texas"}), {}), COUNTRIES)
    assert found is not None
    assert (found.place.country, found.place.region) == ("USA", "Texas")
    assert found.reason.startswith("the text says Texas beside it")


def test_a_country_named_in_the_reports_decides_between_places_of_like_size() -> None:
    around = Surroundings(frozenset(), {"GBR": 1})
    found = which_place(["Worcester"], around, COUNTRIES)
    assert found is not None
    assert found.place.country == "GBR"
    alone = which_place(["Paris"], Surroundings(frozenset(), {"USA": 9}), COUNTRIES)
    assert alone is not None
    assert alone.place.country == "FRA"


def test_a_name_of_small_places_alone_is_not_placed() -> None:
    assert which_place(["Moscow Mills"], NOWHERE, COUNTRIES) is None
    assert which_place(["No Such Place At All"], NOWHERE, COUNTRIES) is None


def test_what_follows_a_comma_is_read_as_a_country_or_a_region() -> None:
    texts = ["Texas, on Monday", "the Netherlands", "France. He", "said"]
    codes = {"france": "FRA", "the netherlands": "NLD"}
    assert dict(countries_beside(texts, codes, frozenset({"texas"}))) == {"texas": 1, "NLD": 1, "FRA": 1}


def test_a_story_places_what_its_text_says(placed: Callable[..., dict[str, Location]]) -> None:
    found = placed("A fire broke out in Paris, Texas, on Monday. Another burned in Paris.")
    assert found["Paris"].region == "Texas"
    found = placed("Thousands marched in Paris on Monday. The government of France was silent.")
    assert (found["Paris"].country, found["France"].precision) == ("FRA", PlacePrecision.COUNTRY)
    assert "the same reports name France" in found["Paris"].reason
    assert found["Paris"].latitude == pytest.approx(48.85, abs=0.1)


def test_a_place_that_the_table_has_not_is_left_out(placed: Callable[..., dict[str, Location]]) -> None:
    assert placed("Thousands marched in Karsundholm on Monday.") == {}


def test_every_entry_of_the_gazetteer_is_on_the_globe() -> None:
    places = list(gazetteer())
    assert len(places) > 70_000
    for place in places:
        assert place.latitude is None or -90 <= place.latitude <= 90
        assert place.longitude is None or -180 <= place.longitude <= 180
        assert len(place.country) == 3


def test_the_stage_keeps_its_contract(context: Context) -> None:
    texts = [
        arrival("Thousands marched in Paris. France said nothing. Karsund, Norway, was calm.", published=None)
    ]
    after = [ParseStage(), MentionStage(), ActorStage()]
    check_stage(PlaceStage(), after=after, arrivals=texts, context=context)
