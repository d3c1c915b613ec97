"""A journey lasts: two of its days are no dispute; and two people's journeys are two."""

from collections.abc import Callable

from dateline.model import ConflictKind, Event
from dateline.story import Story

Tell = Callable[..., Story]


def test_two_days_of_one_visit_are_no_dispute(tell: Tell) -> None:
    story = tell(
        ("2030-05-15", "Prime Minister Ana Brell praised the ferries on Tuesday during her visit to Tavia."),
        ("2030-05-15", "Prime Minister Ana Brell slept badly on Monday during her visit to Tavia."),
    )
    assert "visit" in {event.words.text for event in story.all(Event)}
    assert ConflictKind.DATE not in {conflict.kind for conflict in story.conflicts()}


def test_two_visitors_make_two_visits(tell: Tell) -> None:
    story = tell(
        ("2030-05-15", "Prime Minister Ana Brell visited Tavia on Tuesday."),
        ("2030-05-15", "Bishop Oren Valk visited Tavia on Tuesday."),
    )
    visitors = [{story.get(actor).name for actor in event.actors} for event in story.events()]
    assert {"Ana Brell"} in visitors
    assert {"Oren Valk"} in visitors
