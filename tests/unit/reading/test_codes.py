"""Actor codes from words: countries with the manual's exceptions, sectors, and what stays unknown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain, RoleMention
from dateline.reading.codes import UNKNOWN, Codes, codes_of, codes_of_chain
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft


def coded(words: str) -> tuple[str | None, tuple[str, ...]]:
    codes = codes_of(words)
    return codes.country, codes.sectors


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("Kenya", "KEN"),
        ("three Kenyan nurses", "KEN"),
        ("Kenyans", "KEN"),
        ("nurses in Kenya", "KEN"),
        ("the Nairobi police", "KEN"),
        ("the Nairobi-based bank", "KEN"),
        ("the People's Republic of China", "CHN"),
        ("the Republic of China", "TWN"),
        ("Papua New Guinea's navy", "PNG"),
        ("Kosovo", "KOS"),
        ("Puerto Rico", "USA"),
        ("Greenlandic fishermen", "DNK"),
        ("Hong Kong", "HKG"),
        ("Welsh farmers", "GBR"),
        ("U.S. Treasury", "USA"),
        ("the US", "USA"),
        ("UN inspectors", "UNO"),
        ("the EU", "EUR"),
        ("NATO troops", "IGO"),
        ("Greenpeace", "NGO"),
    ],
)
def test_a_country_is_told_by_name_adjective_people_or_capital(words: str, country: str):
    assert codes_of(words).country == country


def test_a_country_behind_to_or_against_is_somebody_else():
    assert coded("Peru's ambassador to Chile") == ("PER", ("GOV",))
    assert codes_of("the ambassador to Chile").country is None
    assert codes_of("protests against Chile").country is None


def test_a_country_that_backs_somebody_is_not_theirs():
    assert coded("Chad-backed rebels") == (None, ("REB",))
    assert coded("Chadian-led forces")[0] == "TCD"


def test_we_are_not_the_united_states():
    assert coded("us") == (None, (UNKNOWN,))
    assert coded("Us") == (None, (UNKNOWN,))


def test_a_region_of_the_world_has_no_country():
    assert codes_of("the West").country is None
    assert codes_of("Western diplomats") == Codes(None, ("GOV",), None, ("diplomats",))


def test_a_capital_alone_stands_for_its_government_and_a_country_for_itself():
    assert coded("Nairobi") == ("KEN", ("GOV",))
    assert coded("Kenya") == ("KEN", ())
    assert coded("Nairobi commuters") == ("KEN", ("CVL",))


def test_what_few_states_recognise_is_coded_by_the_claimant_and_as_such():
    assert coded("Transnistria") == ("MDA", ("PRE",))
    assert coded("the Transnistrian president") == ("MDA", ("GOV", "PRE"))


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("the finance minister", ("GOV",)),
        ("the defence ministry", ("GOV", "MIL")),
        ("the Minister of Defence", ("GOV", "MIL")),
        ("state television", ("GOV", "JRN")),
        ("riot police", ("COP",)),
        ("a police officer", ("COP",)),
        ("an army officer", ("MIL",)),
        ("warships", ("MIL",)),
        ("an army accountant", ("MIL",)),
        ("lawmakers", ("LEG",)),
        ("an opposition lawmaker", ("LEG", "OPP")),
        ("opposition leaders", ("OPP",)),
        ("the leader of the opposition", ("OPP",)),
        ("the ruling Meadow Party", ("PTY", "GOV")),
        ("demonstrators", ("CVL", "OPP")),
        ("a rebel commander", ("REB",)),
        ("masked gunmen", ("UAF",)),
        ("intelligence services", ("SPY",)),
        ("a high court judge", ("JUD",)),
        ("Catholic bishops", ("REL",)),
        ("the head of the Lutheran church", ("REL",)),
        ("union leaders", ("LAB",)),
        ("hospital workers", ("MED",)),
        ("farm workers", ("AGR",)),
        ("refugee children", ("REF",)),
        ("a group of cyclists", ("CVL",)),
        ("families", ("CVL",)),
        ("a think-tank", ("EDU",)),
        ("a drug cartel", ("CRM",)),
        ("over 30 motorists", ("CVL",)),
    ],
)
def test_sectors_are_told_by_common_words(words: str, sectors: tuple[str, ...]):
    assert codes_of(words).sectors == sectors


def test_an_office_goes_by_the_body_that_has_it():
    assert coded("the president of Peru") == ("PER", ("GOV",))
    assert coded("the president of the Peruvian teachers' union") == ("PER", ("LAB",))
    assert codes_of("the company's president").sectors == ("BUS",)
    assert codes_of("the party secretary").sectors == ("PTY",)


def test_who_has_left_an_office_is_of_the_elites():
    assert coded("a former Peruvian minister") == ("PER", ("ELI",))
    assert codes_of("ex-president").sectors == ("ELI",)
    assert codes_of("a retired police officer").sectors == (UNKNOWN,)
    assert codes_of("the minister, a former teacher").sectors == ("GOV",)


@pytest.mark.parametrize("words", ["", " ", "a kettle", "two men", "yesterday", "he", "…", "’s", "\u202e-,-"])
def test_unknown_is_coded_unknown(words: str):
    assert codes_of(words) == Codes()
    assert not codes_of(words).known


def test_the_words_that_tell_a_code_are_kept_as_printed():
    codes = codes_of("Peru’s Interior Minister")
    assert (codes.country_from, codes.sectors_from) == ("Peru", ("Interior Minister",))


def somebody(read: Callable[..., Draft], text: str, name: str) -> Codes:
    """The codes of the one whom a small report calls so."""
    draft = read(text, MentionStage())
    chains = {chain.id: chain for chain in draft.of(Chain)}
    (chain,) = [chain for chain in chains.values() if name in (chain.name, *chain.names)]
    roles = [role for role in draft.of(RoleMention) if role.chain == chain.id]
    return codes_of_chain(chain, name, roles, chains)


def test_somebody_of_a_report_is_coded_by_roles_and_their_country(read: Callable[..., Draft]):
    codes = somebody(read, "Kenyan Finance Minister Asha Odera left. Odera waved.", "Asha Odera")
    assert (codes.country, codes.sectors) == ("KEN", ("GOV",))


def test_a_persons_name_tells_nothing_and_a_bodys_does(read: Callable[..., Draft]):
    assert somebody(read, "Ada King sang in the rain.", "Ada King").sectors == (UNKNOWN,)
    assert somebody(read, "The police left. The police sang.", "The police").sectors == ("COP",)


@pytest.mark.parametrize(
    ("words", "first", "second", "read_from"),
    [
        ("a French-Algerian activist", "FRA", "DZA", "French-Algerian"),
        ("German and Turkish officials", "DEU", "TUR", "German and Turkish"),
        ("Russia's Ukraine envoy", "RUS", None, "Russia"),
        ("police in Ghana", "GHA", None, "Ghana"),
        ("the South Korean army", "KOR", None, "South Korean"),
    ],
)
def test_two_countries_side_by_side_are_both_ones_own(
    words: str, first: str, second: str | None, read_from: str
) -> None:
    codes = codes_of(words)
    assert (codes.country, codes.second_country, codes.country_from) == (first, second, read_from)
