"""Explaining codes of actors and the whereabouts of places."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Actor, ActorCode, CodeBasis, Location, PlacePrecision
from dateline.story.explain.explanation import Line, Told, part
from dateline.story.explain.teller import Teller, stated, surely
from dateline.story.lookup.phrases import codes_in_words, place_in_words
from dateline.story.wording import date_in_words

_BASES = {
    CodeBasis.NAME: "by its name",
    CodeBasis.ROLE: "by what reports say that it is",
    CodeBasis.FILE: "by the user's table of actors",
}
_PRECISIONS = {
    PlacePrecision.SETTLEMENT: "those of a town",
    PlacePrecision.REGION: "the middle of a region",
    PlacePrecision.COUNTRY: "the middle of a country",
}


def actor_code(teller: Teller, record: ActorCode) -> Told:
    """Country and sectors, on which days, and the words behind them."""
    on = "on " if record.time and record.time.is_day else ""
    days = f", in reports published {on}{date_in_words(record.time)}" if record.time else ""
    says = f"PLOVER codes of {teller.name(record.actor)}, {_BASES[record.basis]}: {codes_in_words(record)}{days}."
    where = "Read from" if record.basis is not CodeBasis.FILE else "Stands in the table"
    return says, (
        *part(
            where, (f"“{words}”" if record.basis is not CodeBasis.FILE else words for words in record.read_from)
        ),
        *part("Actor", [teller.about(record.actor)]),
    )


def known_of(teller: Teller, actor: Actor, kind: type[ActorCode] | type[Location]) -> Iterator[Line]:
    """The codes of an actor, or where it lies, each in a line."""
    for record in teller.story.all(kind):
        if record.actor == actor.id:
            told = codes_in_words(record) if isinstance(record, ActorCode) else place_in_words(record)
            why = _BASES[record.basis] if isinstance(record, ActorCode) else record.reason
            yield Line(f"{told}: {why}", record.id)


def location(teller: Teller, record: Location) -> Told:
    """Where a place lies, and why this one of the places of its name."""
    says = (
        f"{teller.name(record.actor)} is taken {surely(record.score)} for {place_in_words(record)} in the "
        f"gazetteer (GeoNames): {record.reason}."
    )
    return says, (
        *part("Coordinates", stated((("are", _PRECISIONS[record.precision]), ("GeoNames", record.entry)))),
        *part("Place", [teller.about(record.actor)]),
    )
