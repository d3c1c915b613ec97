"""Accuracy never falls: each measure of eval against floors.json; the long ones in `make sweep` only."""

import pytest

from eval.floors import Measure, compare, gold_measures, own_measures, read_floors
from eval.gold import GoldMissingError
from tests.effort import SWEEP


def measures_here() -> list[Measure]:
    try:
        return [one for one in gold_measures() if SWEEP or not one.long]
    except GoldMissingError:
        return []


@pytest.mark.parametrize("one", own_measures(), ids=lambda one: one.name)
def test_no_figure_on_our_own_gold_is_below_its_floor(one: Measure) -> None:
    assert compare(one, one.run(), read_floors()) == []


@pytest.mark.skipif(not measures_here(), reason="no gold folder here: accuracy is not measured")
@pytest.mark.parametrize("one", measures_here(), ids=lambda one: one.name)
def test_no_figure_is_below_its_floor(one: Measure) -> None:
    assert compare(one, one.run(), read_floors()) == []
