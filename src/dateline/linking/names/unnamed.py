"""Groups and descriptions without a name, over the reports of a story.

Groups are one where noun, qualifiers, owner and number are: riot police are riot police, 800 people are not 31.
A description joins a named person by an office: one that has one holder at a time, or one that a single person
named in the same report holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.names.merged import Homes, Merged, RoleKey
from dateline.linking.names.profile import Profile
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import fold

SAME_GROUP = 0.7
HOLDER_OF_UNTOLD = 0.65
HOLDER = 0.8  # the only one in the story of whom a report says that office
HOLDER_IN_REPORT = 0.7  # the only one of those whom the report names
_INDEFINITE = frozenset(("a", "an", "another", "one", "some", "my", "our", "your"))
_MINISTER = " minister"  # with a qualifier: a state has one energy minister at a time
Found = tuple[Merged, float, str]
GroupKey = tuple[RoleKey, bool, str]


def merged_unnamed(chains: Iterable[Profile], named: list[Merged], homes: Homes) -> list[Merged]:
    """Join holders of offices to the people in `named`; the others become actors of their own."""
    holders = Holders(named, homes)
    made: dict[GroupKey | str, Merged] = {}
    for profile in chains:
        role = next(iter(homes.role_keys([profile])), None)  # the first by title
        holder = holders.of(profile, role) if role and not profile.chain.plural else None
        if holder is not None:
            merged, score, reason = holder
            merged.add([profile], score, reason)
        elif role is None or not is_one_over_reports(profile, role):
            made[profile.id] = Merged()
            made[profile.id].add([profile], 1.0, "named nowhere")
        else:
            key = (role, profile.chain.plural, number_of(profile))
            made.setdefault(key, Merged()).add([profile], SAME_GROUP, "same words for it")
    return list(made.values())


class Holders:
    """Named people by the offices that reports give them."""

    def __init__(self, named: Iterable[Merged], homes: Homes) -> None:
        self._by_title: dict[str, list[tuple[str, Merged]]] = defaultdict(list)
        for merged in named:
            for title, owner in homes.role_keys(merged.profiles):
                self._by_title[title].append((owner, merged))

    def of(self, profile: Profile, role: RoleKey) -> Found | None:
        """Who is meant by a description; None if it may be several, or nobody with a name."""
        title, owner = role
        held = self._by_title.get(title, [])
        exact = once(merged for of, merged in held if owner and of == owner)
        open_ = once(merged for of, merged in held if not (owner and of))
        one_holder = title in lexicon().unique or title.endswith(_MINISTER)
        if len(exact) == 1 and one_holder:
            return exact[0], HOLDER, f"the only {title} of it in the story"
        if not is_definite(profile):
            return None
        beside = [m for m in exact or open_ if any(p.chain.report == profile.chain.report for p in m.profiles)]
        if len(beside) == 1:
            return beside[0], HOLDER_IN_REPORT, f"the only {title} whom the report names"
        everyone = once(merged for _, merged in held)
        if one_holder and not exact and len(open_) == 1 == len(everyone):
            return open_[0], HOLDER_OF_UNTOLD, f"the only {title} in the story, of what is not told"
        return None


def once(people: Iterable[Merged]) -> list[Merged]:
    """Each of them once, in their order."""
    return list({id(merged): merged for merged in people}.values())


def is_definite(profile: Profile) -> bool:
    """True for "the envoy", "Serbia's envoy" and a headline's "Envoy"; not for "an envoy"."""
    return fold(profile.chain.name).partition(" ")[0] not in _INDEFINITE


def is_one_over_reports(profile: Profile, role: RoleKey) -> bool:
    """True for what two reports may mean alike: a body, a group, an office; not for "a spokesman", "officials"."""
    if profile.chain.plural:
        return role[0].rpartition(" ")[2] not in lexicon().anonymous
    return is_collective(profile) or has_one_holder(role)


def number_of(profile: Profile) -> str:
    """The words of a group that is told by its number ("at least 12 people"), else ""."""
    words = fold(profile.chain.name).replace("-", " ").split()
    kept = [word for word in words if word not in lexicon().approximate]
    counted = any(word[0].isdigit() or word in lexicon().numbers for word in kept)
    return " ".join(kept) if counted else ""


def has_one_holder(role: RoleKey) -> bool:
    """True for an office of a known country or body that one person has at a time."""
    return bool(role[1]) and (role[0] in lexicon().unique or role[0].endswith(_MINISTER))


def is_collective(profile: Profile) -> bool:
    """True for a body that a report calls by what it is: "the government of Norland"."""
    nouns = [role.title.split()[-1] for role in profile.roles if role.title]
    return any(noun in lexicon().bodies for noun in nouns)
