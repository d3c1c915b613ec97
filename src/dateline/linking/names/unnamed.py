"""Groups and descriptions without a name, over the reports of a story.

Groups are one where noun, qualifiers and owner are: riot police are riot police. A description joins another
report's only by an office that has one holder at a time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.names.merged import Homes, Merged, RoleKey
from dateline.linking.names.profile import Profile
from dateline.reading.names.lexicon import lexicon

SAME_GROUP = 0.7
HOLDER_OF_UNTOLD = 0.65
HOLDER = 0.8  # the only one in the story of whom a report says that office


def merged_unnamed(chains: Iterable[Profile], named: list[Merged], homes: Homes) -> list[Merged]:
    """Join holders of offices to the people in `named`; the others become actors of their own."""
    holders = office_holders(named, homes)
    made: dict[RoleKey | str, Merged] = {}
    for profile in chains:
        role = next(iter(homes.role_keys([profile])), None)  # the first by title
        if role is None or not (profile.chain.plural or is_collective(profile) or has_one_holder(role)):
            made[profile.id] = Merged()
            made[profile.id].add([profile], 1.0, "named nowhere")
            continue
        held = [] if profile.chain.plural else holders.get(role, [])
        untold = (
            holders.get((role[0], ""), []) if has_one_holder(role) and not (held or profile.chain.plural) else []
        )
        if len(held) == 1:
            held[0].add([profile], HOLDER, f"the only {role[0]} of it in the story")
        elif len(untold) == 1:
            untold[0].add([profile], HOLDER_OF_UNTOLD, f"the only {role[0]} in the story, of what is not told")
        else:
            made.setdefault(role, Merged()).add([profile], SAME_GROUP, "same words for it")
    return list(made.values())


def office_holders(named: list[Merged], homes: Homes) -> dict[RoleKey, list[Merged]]:
    """Who holds each office that has one holder at a time."""
    holders: dict[RoleKey, list[Merged]] = defaultdict(list)
    for merged in named:
        for role in homes.role_keys(merged.profiles):
            if role[0] in lexicon().unique:
                holders[role].append(merged)
    return holders


def has_one_holder(role: RoleKey) -> bool:
    """True for an office of a known country or body that one person has at a time."""
    return bool(role[1]) and role[0] in lexicon().unique


def is_collective(profile: Profile) -> bool:
    """True for a body that a report calls by what it is: "the government of Norland"."""
    nouns = [role.title.split()[-1] for role in profile.roles if role.title]
    return any(noun in lexicon().bodies for noun in nouns)
