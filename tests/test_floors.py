"""Accuracy never falls: each measure of eval against floors.json, where the gold folder is."""

import pytest

from eval.floors import Measure, compare, measure, measures, read_floors
from eval.gold import GoldMissingError


def known_measures() -> list[Measure]:
    try:
        return measures()
    except GoldMissingError:
        return []


@pytest.mark.skipif(not known_measures(), reason="no gold folder here: accuracy is not measured")
@pytest.mark.parametrize("one", known_measures(), ids=lambda one: one.name)
def test_no_figure_is_below_its_floor(one: Measure) -> None:
    assert compare(one, measure(one), read_floors()) == []
