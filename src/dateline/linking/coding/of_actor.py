"""The codes of one actor: by its names, by each of its roles for the days it is said of, by the user's table.

A person's name tells nothing (King and Baker are surnames), so a person is coded by roles alone. A capital is its
government only where it takes part in something: "Karsund said", not "a march in Karsund".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking.coding.actor_file import ActorFile
from dateline.model import Actor, ActorCode, ActorKind, CodeBasis, Role
from dateline.reading.codes import UNKNOWN, Codes, codes_of

_FORMER = "former "
_KNOWN_BY_NAME = frozenset((ActorKind.ORGANISATION, ActorKind.GROUP, ActorKind.COUNTRY, ActorKind.UNKNOWN))


def codes_of_actor(
    actor: Actor, roles: Sequence[Role], actors: Mapping[str, Actor], *, acts: bool
) -> list[ActorCode]:
    """At least one record; of roles with the same codes one, for all their days. UNK where nothing is told."""
    found = [
        *_by_name(actor, acts),
        *((CodeBasis.ROLE, by_role(role, actors.get(role.of or "")), role.time) for role in roles),
    ]
    by_name = [codes.sectors for basis, codes, _ in found if basis is CodeBasis.NAME]
    known = [  # a group's roles are its names over again
        (basis, codes, time)
        for basis, codes, time in found
        if codes.known and (basis is CodeBasis.NAME or codes.sectors not in by_name)
    ]
    if not known:
        sectors = () if actor.kind in (ActorKind.COUNTRY, ActorKind.PLACE) else (UNKNOWN,)
        known = [(CodeBasis.NAME, Codes(actor.country, sectors), None)]
    return list(_joined(actor, known))


type _Found = tuple[CodeBasis, Codes, FuzzyDate | None]


def _by_name(actor: Actor, acts: bool) -> Iterator[_Found]:
    """The first of its names, the most frequent first, that tells anything."""
    if actor.kind not in _KNOWN_BY_NAME and actor.kind is not ActorKind.PLACE:
        return
    told = (codes_of(name.name) for name in (*actor.names,)) if actor.names else (codes_of(actor.name),)
    codes = next((codes for codes in told if codes.known), None)
    if codes is None:
        return
    if actor.kind is ActorKind.PLACE and not (acts and codes.country):
        codes = Codes(
            codes.country, (), codes.country_from, second_country=codes.second_country
        )  # "Union Square" is of no union
    yield CodeBasis.NAME, codes, None


def by_role(role: Role, owner: Actor | None) -> Codes:
    """A role's words, and whose office it is where they do not say."""
    told = codes_of(f"{_FORMER}{role.words.text}" if role.title.startswith(_FORMER) else role.words.text)
    if owner is None or owner.kind is ActorKind.PERSON:
        return told
    whole = codes_of(f"{role.title} of {owner.name}")
    country, country_from, second = told.country, told.country_from, told.second_country
    if country is None:
        country, country_from = whole.country or owner.country, whole.country_from or owner.name
        second = whole.second_country
    if owner.kind in (ActorKind.COUNTRY, ActorKind.PLACE) or whole.sectors == (UNKNOWN,):
        sectors, sectors_from = told.sectors, told.sectors_from
    else:
        sectors, sectors_from = whole.sectors, whole.sectors_from
    return Codes(country, sectors, country_from if country else None, sectors_from, second)


def codes_by_table(actor: Actor, table: ActorFile) -> Iterator[ActorCode]:
    """What the user's table says of an actor, a record for each of its rows."""
    line = table.meant_by([name.name for name in actor.names] or [actor.name])
    for row in table.rows(line) if line is not None else ():
        if row.country or row.sectors or row.identifier:
            yield ActorCode(
                id=content_id("ac", actor.id, CodeBasis.FILE, row.line, row.country, row.sectors),
                actor=actor.id,
                country=row.country or actor.country,
                sectors=row.sectors or (UNKNOWN,),
                time=row.time,
                basis=CodeBasis.FILE,
                read_from=(f"line {row.line}",),
                identifier=row.identifier,
            )


def _joined(actor: Actor, found: Iterable[_Found]) -> Iterator[ActorCode]:
    same: dict[tuple[CodeBasis, str | None, tuple[str, ...]], list[tuple[Codes, FuzzyDate | None]]] = {}
    for basis, codes, time in found:
        country = codes.country or actor.country
        same.setdefault((basis, country, codes.sectors), []).append((codes, time))
    for (basis, country, sectors), tellings in same.items():
        words = [w for codes, _ in tellings for w in (codes.country_from, *codes.sectors_from) if w]
        yield ActorCode(
            id=content_id("ac", actor.id, country, sectors, basis),
            actor=actor.id,
            country=country,
            sectors=sectors,
            time=_days([time for _, time in tellings]),
            basis=basis,
            read_from=tuple(dict.fromkeys(words)),
            second_country=next((codes.second_country for codes, _ in tellings if codes.second_country), None),
        )


def _days(times: Sequence[FuzzyDate | None]) -> FuzzyDate | None:
    """From the first to the last; None if one of them holds always or has an open end."""
    ends = [(time.earliest, time.latest) for time in times if time is not None]
    firsts, lasts = [a for a, _ in ends if a], [b for _, b in ends if b]
    if len(ends) < len(times) or len(firsts) < len(ends) or len(lasts) < len(ends):
        return None
    return FuzzyDate.between(min(firsts), max(lasts))
