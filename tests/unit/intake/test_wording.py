"""The compiled vocabulary: what agencies and outlets are called, and that no wording costs without bound."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.intake.publishers import agency_of, domain_of, outlet_of_domain
from dateline.intake.wording import Rule, rules, sounds_like_outlet, trimmed_outlet

REPEATED = [
    "Aa ",
    "By Aa Bb, ",
    "share facebook ",
    "a, ",
    "the of and ",
    "Aa-",
    "A.A.",
    "© ",
    "1 2 ",
    "in in ",
    "home > ",
    "( ",
    "Aa’s ",
]
NEEDING = [rule for rule in rules("line") if rule.needs]
SECONDS = 2.0  # for one table of rules on one line; an expression that backtracks without bound takes minutes


@pytest.mark.parametrize("words", REPEATED)
def test_no_rule_backtracks_without_bound(words: str) -> None:
    line = (words * 700)[:690] + "¶"
    started = time.perf_counter()
    for table in ("line", "tail", "opener"):
        for rule in rules(table):
            rule.matches(line)
    assert time.perf_counter() - started < SECONDS


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: rule.name)
@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(data=st.data())
def test_no_line_that_fits_a_rule_lacks_what_the_rule_needs(rule: Rule, data: st.DataObject) -> None:
    line = data.draw(st.from_regex(rule.pattern, fullmatch=True))
    assert rule.may_match(line.casefold())


@pytest.mark.parametrize("rule", NEEDING, ids=lambda rule: rule.name)
def test_a_line_without_what_a_rule_needs_is_not_looked_at(rule: Rule) -> None:
    assert not rule.may_match("the council met on monday")


@pytest.mark.parametrize(
    ("name", "agency"),
    [
        ("AFP", "AFP"),
        ("Agence France-Presse", "AFP"),
        ("the Associated Press", "AP"),
        ("reuters", "Reuters"),
        ("Norland News Agency", "Norland News Agency"),
        ("ap", None),
        ("Mira Tolle", None),
        ("The Harbour Post", None),
    ],
)
def test_an_agency_is_known_by_its_names(name: str, agency: str | None) -> None:
    assert agency_of(name) == agency


def test_a_domain_gives_its_outlet_or_itself() -> None:
    assert domain_of("https://www.bbc.co.uk/news/1") == "bbc.co.uk"
    assert outlet_of_domain("news.bbc.co.uk") == "BBC News"
    assert outlet_of_domain("harbourpost.example") is None
    assert domain_of("no address") is None


def test_a_name_of_the_press_is_heard_and_trimmed() -> None:
    assert sounds_like_outlet("The Lakeside Tribune")
    assert not sounds_like_outlet("Ilse Varn")
    assert trimmed_outlet("The Lakeside Tribune’s") == "The Lakeside Tribune"
