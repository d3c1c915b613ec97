"""Countries, places and organisations over the reports of a story: by table, by spelling, by acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz.fuzz import ratio

from dateline.linking.blocks import blocks
from dateline.linking.clusters import Clusters
from dateline.linking.names.merged import Merged
from dateline.linking.names.same_body import numbered_apart
from dateline.linking.names.spelling import Spelling
from dateline.model import ActorKind
from dateline.reading.names.spelling import fine_skeleton, initials

SPELLED_ALIKE = 85  # percent of letters (rapidfuzz ratio): Organisation and Organization, Centre and Center
_ACRONYM = range(2, 8)  # letters
_LONG = 4  # letters of a name below which a vowel makes another name


def merged_bodies(spellings: list[Spelling], limit: int) -> list[Merged]:
    """One merged actor for each body."""
    clusters = Clusters(spellings)
    expansions = acronyms(spellings)
    for block in blocks(spellings, keys, limit):
        for a, b in block.pairs():
            if not clusters.together(a, b) and same_body(a, b):
                clusters.join(a, b)
    for short, full in expansions:
        clusters.join(short, full)
    return [merged(group) for group in clusters.all()]


def merged(group: list[Spelling]) -> Merged:
    """The chains of some spellings, with the reason for each."""
    made = Merged()
    main = max(group, key=lambda s: (len(s.profiles), s.key))
    for spelling in group:
        if spelling is main:
            made.add(spelling.profiles, 0.99 if spelling.key.startswith("@") else 0.95, "same name")
        else:
            made.add(spelling.profiles, 0.9, "spelling or acronym of the name")
    return made


def keys(spelling: Spelling) -> Iterator[str]:
    """Every name of it, and its skeleton."""
    yield from (f"name:{alias}" for alias in spelling.aliases)
    if not spelling.key.startswith("@"):
        yield f"skeleton:{' '.join(fine_skeleton(word) for word in spelling.words)}"


def same_body(a: Spelling, b: Spelling) -> bool:
    """True if a report uses the name of the one for the other, or the two are spelled alike."""
    if a.key.startswith("@") and b.key.startswith("@"):
        return False  # two entries of a table
    if (a.kind is ActorKind.PLACE) != (b.kind is ActorKind.PLACE) and ActorKind.UNKNOWN not in (a.kind, b.kind):
        return a.key == b.key
    if a.aliases & b.aliases:
        return True
    if numbered_apart(a.words, b.words):
        return False
    return min(len(a.key), len(b.key)) >= _LONG and ratio(a.key, b.key) >= SPELLED_ALIKE


def acronyms(spellings: list[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Each acronym with the only fuller name in the story whose capitals spell it."""
    spelled: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        if len(spelling.words) > 1:
            letters = {initials(name) for profile in spelling.profiles for name in profile.chain.names}
            for entry in sorted(letters):
                spelled[entry].append(spelling)
    for spelling in spellings:
        text = spelling.profiles[0].chain.name
        if (
            len(spelling.words) == 1
            and text.isupper()
            and len(text) in _ACRONYM
            and not spelling.key.startswith("@")
        ):
            full = spelled.get(text.lower(), [])
            if len(full) == 1:
                yield spelling, full[0]
