"""Texts of one matter become one group, whatever their order and number; others stay apart."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.linking.matters.content import Content, unit
from dateline.linking.matters.grouping import (
    BUCKET,
    KEYS,
    NEIGHBOURS,
    Group,
    compared,
    grouped,
    likeness,
    neighbours,
    to_the_rest,
)
from dateline.linking.matters.rarity import is_telling, weight

ALIKE = 0.18


def text(id_: str, words: str, people: str = "") -> Content:
    return Content(id_, unit({word: weight(word) for word in words.split()}), frozenset(people.split()))


def members(groups: Sequence[Group]) -> set[frozenset[str]]:
    return {frozenset(text.id for text in group.members) for group in groups}


QUAY = text("a", "quay pillars divers cracks harbour said", "revik")
DOCKERS = text("b", "quay dockers wages harbour union said", "revik tarn")
CHESS = text("c", "chess tournament rook endgame said", "lund")


def test_texts_that_share_telling_words_are_one_group_and_the_other_is_alone() -> None:
    assert members(grouped([QUAY, DOCKERS, CHESS], ALIKE)) == {frozenset("ab"), frozenset("c")}


def test_common_words_alone_make_no_group() -> None:
    first, second = text("a", "the of and said quay divers"), text("b", "the of and said rook endgame")

    assert len(grouped([first, second], ALIKE)) == 2


def test_the_same_kind_of_act_by_other_people_is_less_alike_than_by_nobody_named() -> None:
    fire = text("a", "church fire arson night damage", "holm")
    other, unnamed = (text("b", "church fire arson wood roof", people) for people in ("lind", ""))

    assert likeness(Group.of(fire), Group.of(other)) < likeness(Group.of(fire), Group.of(unnamed))


DISASTER = "ferry capsized harbour divers lifeboats drowned coastguard storm"
TRIAL = "prosecutor courtroom verdict indictment witness acquittal appeal harbour"


@pytest.mark.parametrize(("people", "groups"), [("revik tarn holm", 1), ("revik tarn", 2)])
def test_a_trial_and_its_disaster_are_one_matter_if_some_report_is_near_and_three_people_are_the_same(
    people: str, groups: int
) -> None:
    first = [text(id_, f"{DISASTER} {word}", people) for id_, word in (("a", "trawler"), ("b", "salvage"))]
    later = [text(id_, f"{TRIAL} {word}", people) for id_, word in (("c", "dock"), ("d", "barrister"))]
    between = text("e", f"{TRIAL} ferry capsized", people)

    found = grouped([*first, *later, between], ALIKE)

    assert len(found) == groups


def test_the_likeness_of_groups_is_the_mean_over_their_pairs() -> None:
    pair, alone = Group.of(QUAY).joined(Group.of(DOCKERS)), Group.of(CHESS)

    mean = (likeness(Group.of(QUAY), alone) + likeness(Group.of(DOCKERS), alone)) / 2
    assert likeness(pair, alone) == pytest.approx(mean, abs=0.0002)
    assert to_the_rest(QUAY, pair) == pytest.approx(likeness(Group.of(QUAY), Group.of(DOCKERS)), abs=0.0001)


def test_a_text_without_words_is_alone() -> None:
    assert members(grouped([QUAY, text("z", "")], ALIKE)) == {frozenset("a"), frozenset("z")}


WORDS = ("quay", "pillars", "divers", "chess", "rook", "endgame", "dockers", "wages", "union", "arson", "roof")
TEXTS = st.lists(
    st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(["", "holm", "lind"])),
    max_size=12,
)


@given(TEXTS, st.randoms())
def test_the_order_of_the_texts_changes_nothing(given: list[tuple[list[str], str]], random: object) -> None:
    texts = [text(f"t{number:02}", " ".join(words), people) for number, (words, people) in enumerate(given)]
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert members(grouped(texts, ALIKE)) == members(grouped(shuffled, ALIKE))
    assert sum(len(group.members) for group in grouped(texts, ALIKE)) == len(texts)


@pytest.mark.parametrize("number", [100, 1600])
def test_what_is_compared_for_one_text_is_bounded_however_many_share_its_words(number: int) -> None:
    texts = [text(f"t{at:05}", f"quay harbour word{at % 40} word{at % 300} word{at}") for at in range(number)]

    pairs = list(compared(sorted(texts, key=lambda each: each.id)))
    beside = neighbours({at: Group.of(each) for at, each in enumerate(texts)}, pairs)

    assert len(pairs) <= KEYS * BUCKET / 2 * number
    assert sum(map(len, beside.values())) <= 2 * NEIGHBOURS * number


def test_numbers_and_the_commonest_words_are_not_shown_as_what_is_shared() -> None:
    assert [word for word in ("said", "000", "2031", "quay", "kostovic") if is_telling(word)] == [
        "quay",
        "kostovic",
    ]
