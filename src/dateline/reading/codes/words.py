"""From words to codes: "Belarusian opposition leader" is BLR, OPP.

The words are read like a noun phrase. Before the first preposition stand the head and what qualifies it, behind
"of", "in" or "from" what it belongs to, and behind "to" or "against" somebody else, who is not coded:

    Russia's ambassador | to Poland                             RUS GOV
    president           | of the Chadian Human Rights League    TCD SOC

A country is taken from before the first preposition, else from behind one of belonging. A sector is that of the
last word that decides; a head that many bodies have (leader, president) takes the sector of its body.
Unknown stays unknown: no country, and the sector UNK.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.reading.codes.lexicon import CodeLexicon, CountryWords, SectorWords, Telling, Weight, code_lexicon
from dateline.reading.codes.phrases import Match, Token, countries_in, sectors_in, tokens_of

UNKNOWN = "UNK"
GOVERNMENT = "GOV"
UNRECOGNISED = "PRE"
_ARTICLES = frozenset(("the", "a", "an"))

type Sectors = tuple[tuple[str, ...], tuple[str, ...]]  # codes, and the words they were read from
_NONE: Sectors = ((), ())


@dataclass(frozen=True, slots=True)
class Codes:
    """An actor's codes, and the words they were read from."""

    country: str | None = None  # ISO 3166 alpha-3, or PLOVER's KOS, UNO, EUR, IGO, NGO; None: not told
    sectors: tuple[str, ...] = (UNKNOWN,)  # the primary one first; empty for a country itself
    country_from: str | None = None  # as printed
    sectors_from: tuple[str, ...] = ()
    second_country: str | None = None  # of two that the words name as one's own: "French-Algerian"

    @property
    def known(self) -> bool:
        """False if the words tell neither a country nor a sector."""
        return self.country is not None or self.sectors != (UNKNOWN,)


@lru_cache(maxsize=50_000)
def codes_of(words: str) -> Codes:
    """The codes that words tell. Never raises; the same words have the same codes."""
    tables = code_lexicon()
    tokens = tokens_of(words, tables)
    countries = countries_in(tokens, tables)
    home = _home(countries, tables)
    sectors, told_by = _sectors(sectors_in(tokens, tables, countries), tokens, tables)
    if home is not None and home.entry.telling is Telling.UNRECOGNISED:
        sectors, told_by = (*sectors, UNRECOGNISED), (*told_by, home.text)
    elif home is not None and _alone(home, tokens):
        seat = home.entry.telling is Telling.SEAT
        sectors, told_by = ((GOVERNMENT,), (home.text,)) if seat else (sectors, told_by)
    else:
        sectors = sectors or (UNKNOWN,)
    if home is None:
        return Codes(sectors=sectors, sectors_from=told_by)
    second = _second(home, countries, tokens, words)
    if second is None:
        return Codes(home.entry.code, sectors, home.text, told_by)
    start = words.find(home.text)
    both = words[start : words.find(second.text, start) + len(second.text)]
    return Codes(home.entry.code, sectors, both, told_by, second.entry.code)


def _home(countries: Sequence[Match[CountryWords]], tables: CodeLexicon) -> Match[CountryWords] | None:
    """The country that somebody is of: named before the first preposition, else behind one of belonging."""
    first = next((match for match in countries if not match.behind), None)
    return first or next((m for m in countries if m.behind in tables.own or m.behind == ","), None)


def _second(
    home: Match[CountryWords], countries: Sequence[Match[CountryWords]], tokens: Sequence[Token], words: str
) -> Match[CountryWords] | None:
    """The second of two countries: "French-Algerian", "German and Turkish", not "Russia's Ukraine"."""
    if f"{home.text}'s" in words or f"{home.text}’s" in words:
        return None
    after = home.end + 1 if home.end < len(tokens) and tokens[home.end].word == "and" else home.end
    beside = (match for match in countries if match.start == after and match.behind == home.behind)
    found = next(beside, None)
    return found if found is not None and found.entry.code not in (None, home.entry.code) else None


def _alone(home: Match[CountryWords], tokens: Sequence[Token]) -> bool:
    """True for a country's name with nothing beside it but an article."""
    rest = (*tokens[: home.start], *tokens[home.end :])
    return all(token.word in _ARTICLES for token in rest)


def _sectors(matches: Sequence[Match[SectorWords]], tokens: Sequence[Token], tables: CodeLexicon) -> Sectors:
    """The sectors of a description, the primary one first; none if nothing tells one."""
    near = [match for match in matches if not match.behind]
    far = [match for match in matches if match.behind in tables.own or match.behind == ","]
    found = _decided(near, far, tables) if near else _NONE
    if not found[0] and far:
        found = _decided(far, (), tables)
    return _left_office(found, tokens, near, tables)


def _decided(
    near: Sequence[Match[SectorWords]], far: Sequence[Match[SectorWords]], tables: CodeLexicon
) -> Sectors:
    """The last word that decides, then those before it; an office goes by its body, a weak word by anything."""
    sure = [match for match in reversed(near) if match.entry.weight is Weight.SURE]
    bodies = [match for match in far if match.entry.weight is Weight.SURE]
    office = next((match for match in reversed(near) if match.entry.weight is Weight.OFFICE), None)
    if office is not None:
        owners = [
            m for m in (*sure, *bodies) if m.entry.sectors[0] in tables.institutions and m.start != office.start
        ]
        return _joined([*owners[:1], *[m for m in sure if m not in owners]] if owners else [*sure, office])
    if sure:
        return _joined(sure)
    weak = next((match for match in reversed(near) if match.entry.weight is Weight.WEAK), None)
    if weak is None or bodies:
        return _joined(bodies[::-1])
    return _joined([weak])


def _joined(matches: Sequence[Match[SectorWords]]) -> Sectors:
    """The codes of several words, each once; civilian is a code only where no other is."""
    codes = [code for match in matches for code in match.entry.sectors]
    if codes and codes[0] != "CVL":
        codes = [code for code in codes if code != "CVL"]
    return tuple(dict.fromkeys(codes)), tuple(match.text for match in matches if match.entry.sectors)


def _left_office(
    found: Sectors, tokens: Sequence[Token], near: Sequence[Match[SectorWords]], tables: CodeLexicon
) -> Sectors:
    """ELI for a former minister; nothing is known of a former waiter."""
    codes, words = found
    until = near[-1].start if near else len(tokens)
    former = next((t.text for t in tokens[:until] if t.word in tables.former and not t.behind), None)
    if former is None or not codes:
        return found
    if tables.former_offices.intersection(codes):
        return (tables.former_code,), (former, *words)
    return _NONE
