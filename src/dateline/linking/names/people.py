"""Persons over the reports of a story: full names over spellings first, then those called by one name alone.

Different given names, different genders: never one person, whatever else agrees.
"""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz.distance import OSA

from dateline.linking.blocks import blocks
from dateline.linking.clusters import Clusters
from dateline.linking.names.merged import Homes, Merged
from dateline.linking.names.profile import Profile
from dateline.linking.names.same_person import same_person, shortened
from dateline.linking.names.sounds import frames
from dateline.linking.names.spelling import Spelling, gender_of
from dateline.linking.names.surnames import gendered_pair
from dateline.model import MentionForm
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import (
    differ,
    name_words,
    same_given,
    same_surname,
    skeleton,
)

SAME_SPELLING = 0.98
OTHER_SPELLING = 0.85
ONE_NAME = 0.9  # a surname alone, and one person in the story who bears it
BY_ROLE = 0.75  # of several who bear it, the only one with a role that the report gives
GIVEN_ALONE = 0.7
BY_PROMINENCE = 0.6
MISPRINT_LETTERS = 5  # a shorter given name is another one where a letter differs
FAR_MORE = 2  # times as often named, surname and all, as any other of that name


def person(group: list[Spelling]) -> Merged:
    """The chains of some spellings, with the reason for each."""
    made = Merged()
    main = max(group, key=lambda s: (len(s.profiles), s.key))
    for spelling in group:
        if spelling is main:
            made.add(spelling.profiles, SAME_SPELLING, "same name")
        else:
            made.add(spelling.profiles, OTHER_SPELLING, f"spelling of {main.profiles[0].chain.name}")
    return made


def full_names(full: list[Spelling], limit: int) -> list[list[Spelling]]:
    """Full names that are one person's; a group of which two members cannot be one is not made."""
    clusters = Clusters(full)
    pairs = [pair for block in blocks(full, name_keys, limit) for pair in block.pairs() if same_full_name(*pair)]
    for a, b in sorted(pairs, key=lambda pair: (closeness(*pair), pair[0].id, pair[1].id)):
        if not clusters.together(a, b):
            together = [(x, y) for x in clusters.members(a) for y in clusters.members(b)]
            if all(compatible(x, y) for x, y in together):
                clusters.join(a, b)
    return clusters.all()


def name_keys(spelling: Spelling) -> Iterator[str]:
    """Skeletons of the surname, and of any other word that is no common given name; the surname's consonants.

    The consonants of each reading: "Caricev" and "Tsarikev" have one reading in common, and it is nobody's first.
    """
    yield skeleton(spelling.words[-1])
    yield from (f"consonants:{frame}" for frame in sorted(frames(spelling.words[-1])))
    given = lexicon().given
    yield from (skeleton(word) for word in spelling.words[:-1] if word not in given and len(word) > 1)


def same_full_name(a: Spelling, b: Spelling) -> bool:
    """True if two full names may be one person's spelled otherwise, or with and without a middle name."""
    one, two = a.words, b.words
    if misprinted(a, b):
        return True
    if not compatible(a, b):
        return False
    short, long = sorted((one, two), key=len)
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    return same_person(a.name, b.name)


def compatible(a: Spelling, b: Spelling) -> bool:
    """False for different given names, surnames or genders."""
    if differ(a.gender, b.gender):
        return False
    one, two = set(a.words), set(b.words)
    if a.words[0] != b.words[0] and shortened(a.words[0], b.words[0]) and a.reports & b.reports:
        return False  # "Nico and Nicola Lee"
    return one <= two or two <= one or same_person(a.name, b.name) or misprinted(a, b)


def misprinted(a: Spelling, b: Spelling) -> bool:
    """True for names that differ by one letter of a given name where reports give both the same office or trade.

    No report has both: then the one is how another newsroom spells the other.
    """
    one, two = a.words, b.words
    if len(one) != len(two) or one[1:] != two[1:] or len(one) < 2 or differ(a.gender, b.gender):
        return False
    if min(len(one[0]), len(two[0])) < MISPRINT_LETTERS or OSA.distance(one[0], two[0], score_cutoff=1) > 1:
        return False
    return a.reports.isdisjoint(b.reports) and any(same_office(x, y) for x in offices(a) for y in offices(b))


def offices(spelling: Spelling) -> list[str]:
    """Titles of offices and trades that reports give."""
    titles = {role.title for profile in spelling.profiles for role in profile.roles}
    heads = lexicon().office | lexicon().trades
    return sorted(title for title in titles if title.split()[-1:] and title.split()[-1] in heads)


def same_office(x: str, y: str) -> bool:
    """True for one title, or one that says more of it."""
    return x == y or x.endswith(f" {y}") or y.endswith(f" {x}")


def closeness(a: Spelling, b: Spelling) -> int:
    """The fewer words differ the nearer."""
    return len(set(a.words) ^ set(b.words))


# --- one name alone


def attach(short: list[Spelling], people: list[Merged], homes: Homes) -> list[Spelling]:
    """Join the chains with one name to the person they fit; spellings with chains that fit nobody are returned."""
    bearers = Bearers(people)
    left: list[Spelling] = []
    for spelling in short:
        fitting = bearers.of(spelling)
        stays: list[Profile] = []
        for profile in spelling.profiles:
            target, score, reason = chosen(profile, fitting, homes)
            if target is None:
                stays.append(profile)
            else:
                target.add([profile], score, reason)
        if stays:
            left.append(Spelling(spelling.key, spelling.personal, tuple(stays)))
    return left


class Bearers:
    """People by the words of their names."""

    def __init__(self, people: list[Merged]) -> None:
        self._by_key: dict[str, list[tuple[Merged, tuple[str, ...]]]] = {}
        for merged in people:
            for words in sorted({p.words for p in merged.profiles}):
                for key in sorted({skeleton(word) for word in words}):
                    self._by_key.setdefault(key, []).append((merged, words))

    def of(self, spelling: Spelling) -> list[tuple[Merged, float]]:
        """Who may be called by one name: as a surname, else as any other part of the name."""
        word = spelling.words[0]
        surname: dict[int, tuple[Merged, float]] = {}
        other: dict[int, tuple[Merged, float]] = {}
        for merged, words in self._by_key.get(skeleton(word), []):
            if same_surname(word, words[-1]) and not gendered_pair(word, words[-1]):
                surname[id(merged)] = merged, ONE_NAME
            elif same_given(word, words[0]) and len(word) > 1:
                other[id(merged)] = merged, GIVEN_ALONE
        return list((surname or other).values())


def chosen(
    profile: Profile, fitting: list[tuple[Merged, float]], homes: Homes
) -> tuple[Merged | None, float, str]:
    """The only one of those who fit, gender permitting; of several, the only one with a role of the chain."""
    open_ = [(m, s) for m, s in fitting if not differ(gender_of([profile]), gender_of(m.profiles))]
    if len(open_) == 1:
        merged, score = open_[0]
        return merged, score, "the only one of that name in the story"
    main = dominant([merged for merged, _ in open_])
    roles = homes.role_keys([profile])
    sharing = [merged for merged, _ in open_ if set(roles) & set(homes.role_keys(merged.profiles))]
    if len(sharing) == 1:
        return sharing[0], BY_ROLE, "the only one of that name with that role"
    if main is not None and not roles:
        return main, BY_PROMINENCE, "by far the most reported of that name"
    return None, 0.0, ""


def dominant(people: list[Merged]) -> Merged | None:
    """The one who is named far more often than any other; None if there is none."""
    counts = sorted(((named(merged), n) for n, merged in enumerate(people)), reverse=True)
    if len(counts) < 2 or counts[0][0] < FAR_MORE * counts[1][0]:
        return None
    return people[counts[0][1]]


def named(merged: Merged) -> int:
    """Mentions by a name of two words or more."""
    mentions = (mention for profile in merged.profiles for mention in profile.mentions)
    return sum(1 for m in mentions if m.form is MentionForm.NAME and len(name_words(m.words.text)) > 1)


def single_names(rest: list[Spelling], limit: int) -> list[list[Spelling]]:
    """People of whom the story has one name only: spellings of it."""
    clusters = Clusters(rest)
    for block in blocks(rest, name_keys, limit):
        for a, b in block.pairs():
            one, two = a.words[-1], b.words[-1]
            fits = same_surname(one, two) and not gendered_pair(one, two) and not differ(a.gender, b.gender)
            if fits and not clusters.together(a, b):
                clusters.join(a, b)
    return clusters.all()
