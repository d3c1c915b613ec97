"""The codes of somebody of one report: by the words of a place in the text, by its names, by its roles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.model import ActorKind, Chain, RoleMention
from dateline.reading.codes.words import UNKNOWN, Codes, codes_of


def codes_of_chain(chain: Chain, words: str, roles: Sequence[RoleMention], chains: Mapping[str, Chain]) -> Codes:
    """What the words tell, completed by the names (of no person: King is a surname) and by present roles."""
    country, country_from, second = None, None, None
    sectors: tuple[str, ...] = (UNKNOWN,)
    sectors_from: tuple[str, ...] = ()
    for told in _tellings(chain, words, roles, chains):
        if country is None:
            country, country_from, second = told.country, told.country_from, told.second_country
        if sectors == (UNKNOWN,):
            sectors, sectors_from = told.sectors, told.sectors_from
    return Codes(country, sectors, country_from, sectors_from, second)


def _tellings(
    chain: Chain, words: str, roles: Sequence[RoleMention], chains: Mapping[str, Chain]
) -> Iterator[Codes]:
    if chain.kind is not ActorKind.PERSON or not chain.names:
        yield from (codes_of(text) for text in (words, chain.name, *chain.names))
    for role in roles:
        if not role.former:
            yield codes_of(role.words.text)
            owner = chains.get(role.of or "")
            if owner is not None and owner.kind is not ActorKind.PERSON:
                yield codes_of(owner.name)
