"""Merged actors as the user's table has them: those that its names mean are one."""

from __future__ import annotations

from dateline.linking.coding.actor_file import ActorFile
from dateline.linking.names.merged import Merged

SURE = 1.0  # the user says so


def as_listed(merged: list[Merged], table: ActorFile) -> list[Merged]:
    """The same chains; actors whose full names one somebody of the table bears are joined, for that reason."""
    if not table:
        return merged
    held: dict[int, Merged] = {}
    left = []
    for one in merged:
        line = table.meant_by(
            name for profile in one.profiles if profile.chain.names for name in (profile.chain.name,)
        )
        first = held.get(line) if line is not None else None
        if line is None:
            left.append(one)
        elif first is None:
            held[line] = one
            left.append(one)
        else:
            first.add(one.profiles, SURE, f"user's actor file, line {line}")
    return left
