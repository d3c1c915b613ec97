"""Runs the product's own comparison of names over our own gold of names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dateline.linking.names.same_body import same_organisation, same_place
from dateline.linking.names.same_person import Bearer, same_bearer
from dateline.model import Gender

_GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}


def predict(items: Iterable[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    """Pairs of the gold in, {"id", "same"} out in the same order."""
    for item in items:
        yield {"id": item["id"], "same": same(item)}


def same(item: Mapping[str, Any]) -> bool:
    """The verdict on one pair."""
    if item["kind"] == "person":
        return same_bearer(bearer(item, "a"), bearer(item, "b"))
    if item["kind"] == "place":
        return same_place(item["name_a"], item["name_b"])
    told = [" ".join(bearer(item, side).roles) for side in ("a", "b")]
    return same_organisation(item["name_a"], item["name_b"], *told)


def bearer(item: Mapping[str, Any], side: str) -> Bearer:
    """One side's name, roles and gender."""
    roles = item.get(f"roles_{side}") or ()
    told = (roles,) if isinstance(roles, str) else tuple(roles)
    return Bearer(item[f"name_{side}"], told, _GENDERS.get(item.get(f"gender_{side}", "")))
