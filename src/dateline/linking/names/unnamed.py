"""Groups and descriptions without a name, over the reports of a story.

Groups are one where noun, qualifiers, owner and number are: riot police are riot police, 800 people are not 31.
A description joins a named person by an office: one that has one holder at a time, or one that a single person
named in the same report holds. An office that seldom has two holders in one matter ("the bishop") joins the only
one who holds it in reports of those days that name some of the same people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from dateline.linking.names.merged import Homes, Merged, RoleKey
from dateline.linking.names.profile import Profile
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import fold
from dateline.vocabulary import load

SAME_GROUP = 0.7
HOLDER_OF_UNTOLD = 0.65
HOLDER = 0.8  # the only one in the story of whom a report says that office
HOLDER_IN_REPORT = 0.7  # the only one of those whom the report names
HOLDER_IN_MATTER = 0.65  # the only one, in another report of the same people
_DAYS_OF_A_MATTER = 60  # between two reports; later the office may be another's
_DAYS_OF_A_MANDATE = 180  # the same for an office whose owner is told: who has a lawyer keeps him to the trial
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
        self._in_report: dict[str, set[int]] = defaultdict(set)
        for merged in named:
            for profile in merged.profiles:
                self._in_report[profile.chain.report].add(id(merged))
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
        meant = self._of_matter(profile, role)
        return (meant, HOLDER_IN_MATTER, f"the only {title} in reports of the same people") if meant else None

    def _of_matter(self, profile: Profile, role: RoleKey) -> Merged | None:
        """The one holder of an office in the whole story, if a report of those days and people gives it to him."""
        title, owner = role
        if title not in (owned_offices() if owner else lone_offices()):
            return None
        held = [(of, m) for t in sorted(self._by_title) if is_office(t, title) for of, m in self._by_title[t]]
        meant = once(merged for of, merged in held if not owner or of == owner)
        if len(meant) != 1 or not may_be(profile, meant[0]):
            return None
        told = [p for p in meant[0].profiles if any(is_office(r.title, title) and not r.former for r in p.roles)]
        return meant[0] if any(self._same_matter(profile, other, owner) for other in told) else None

    def _same_matter(self, one: Profile, other: Profile, owner: str) -> bool:
        """True for chains of two reports that name somebody alike, within the days of a matter."""
        days = abs((one.place[0] - other.place[0]).days)
        alike = self._in_report[one.chain.report] & self._in_report[other.chain.report]
        return bool(alike) and days <= (_DAYS_OF_A_MANDATE if owner else _DAYS_OF_A_MATTER)


@cache
def lone_offices() -> frozenset[str]:
    """Titles that seldom have two holders in one matter."""
    return frozenset(load("roles")["lone"]["offices"].split())


@cache
def owned_offices() -> frozenset[str]:
    """Titles that seldom have two holders for one body or person: also "his lawyer"."""
    return lone_offices() | frozenset(load("roles")["lone"]["owned"].split())


def is_office(told: str, title: str) -> bool:
    """True for a title and for its longer form: the transport minister is a minister."""
    return told == title or told.endswith(f" {title}")


def may_be(profile: Profile, merged: Merged) -> bool:
    """False where pronouns or nouns tell another gender than the holder's."""
    gender = profile.chain.gender
    return gender is None or all(p.chain.gender in (gender, None) for p in merged.profiles)


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
