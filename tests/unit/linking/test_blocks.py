from __future__ import annotations

from dataclasses import dataclass

from dateline.linking.blocks import blocks, connect


@dataclass(frozen=True)
class Item:
    id: str
    keys: tuple[str, ...] = ()


def keys(item: Item) -> tuple[str, ...]:
    return item.keys


def test_items_that_share_a_key_through_another_are_one_block() -> None:
    items = [Item("a", ("x",)), Item("b", ("x", "y")), Item("c", ("y",)), Item("d", ("z",))]
    assert [[item.id for item in block.items] for block in blocks(items, keys, 10)] == [["a", "b", "c"], ["d"]]


def test_a_block_is_named_by_its_smallest_id_whatever_the_order() -> None:
    items = [Item("c", ("x",)), Item("a", ("y",)), Item("b", ("x", "y"))]
    assert blocks(items, keys, 10) == blocks(reversed(items), keys, 10)
    assert blocks(items, keys, 10)[0].unit == "a"


def test_pairs_are_those_that_share_a_key_each_once() -> None:
    items = [Item("a", ("x", "w")), Item("b", ("x", "w", "y")), Item("c", ("y",))]
    (block,) = blocks(items, keys, 10)
    assert [(a.id, b.id) for a, b in block.pairs()] == [("a", "b"), ("b", "c")]


def test_a_crowded_key_keeps_the_same_items_in_any_order_and_loses_none() -> None:
    items = [Item(f"i{n}", ("x",)) for n in range(20)]
    made = blocks(items, keys, 5)
    assert made == blocks(reversed(items), keys, 5)
    assert max(len(block.items) for block in made) == 5
    assert sorted(item.id for block in made for item in block.items) == sorted(item.id for item in items)


def test_connect_gives_the_smallest_id_of_each_component() -> None:
    assert connect(["a", "b", "c", "d"], [["d", "b"], ["c"]]) == {"a": "a", "b": "b", "c": "c", "d": "b"}
