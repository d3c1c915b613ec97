"""Words that are part of a name though by themselves they are none, and where a group's phrase begins."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Chain
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft

Names = Callable[[str], set[str]]


@pytest.fixture
def names(read: Callable[..., Draft]) -> Names:
    return lambda text: {chain.name for chain in read(text, MentionStage()).of(Chain)}


def test_a_given_name_may_look_like_a_preposition(names: Names) -> None:
    assert "Per Holm" in names("They walked behind the coffin of Per Holm in Arvik.")


def test_a_number_may_belong_to_a_club(names: Names) -> None:
    assert "Arvik 33" in names("The president of Arvik 33, Anna Holm, resigned. Arvik 33 said it was late.")
    assert "Arvik 33" not in names("In Arvik 33 miners were hurt.")


def test_a_party_is_called_by_a_word_for_treaties_and_a_treaty_names_nobody(names: Names) -> None:
    assert "National Accord" in names(
        "Voters backed National Accord on Sunday, said the leader of National Accord."
    )
    assert not any("Accord" in name for name in names("Ministers signed the Geneva Accord."))


def test_a_groups_phrase_begins_after_a_preposition_and_with_its_number(names: Names) -> None:
    assert "supporters" in names("A stairway gave way under supporters who were leaving, police said.")
    assert "nine people" in names(
        "Orle Athletic, the club in whose stadium nine people died, filed for insolvency."
    )
