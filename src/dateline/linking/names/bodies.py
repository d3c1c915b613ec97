"""Countries, places and organisations over the reports of a story: by table, by spelling, by acronym."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dateline.linking.blocks import blocks
from dateline.linking.clusters import Clusters
from dateline.linking.coding.gazetteer import gazetteer
from dateline.linking.names.merged import Merged
from dateline.linking.names.same_body import (
    meaning_names,
    meanings,
    numbered_apart,
    qualified,
    same_organisation,
    same_place,
    town_names,
)
from dateline.linking.names.same_person import open_vowels
from dateline.linking.names.short_forms import Short
from dateline.linking.names.spelling import Spelling
from dateline.model import ActorKind
from dateline.reading.names.spelling import fine_skeleton, initials

_ACRONYM = range(2, 8)  # letters


def merged_bodies(spellings: list[Spelling], short: list[Short], limit: int) -> list[Merged]:
    """One merged actor for each body; `short`: names with the fuller names that they stand for."""
    clusters = Clusters(spellings)
    expansions = acronyms(spellings)
    for block in blocks(spellings, keys, limit):
        for a, b in block.pairs():
            if not clusters.together(a, b) and same_body(a, b):
                clusters.join(a, b)
    for part, full in [*expansions, *short]:
        clusters.join(part, full)
    return [merged(group) for group in clusters.all()]


def merged(group: list[Spelling]) -> Merged:
    """The chains of some spellings, with the reason for each."""
    made = Merged()
    main = max(group, key=lambda s: (len(s.profiles), s.key))
    for spelling in group:
        if spelling is main:
            made.add(spelling.profiles, 0.99 if spelling.key.startswith("@") else 0.95, "same name")
        else:
            made.add(spelling.profiles, 0.9, "spelling, short form or acronym of the name")
    return made


def keys(spelling: Spelling) -> Iterator[str]:
    """Every name of it, its skeleton, a body's words by meaning, the entries of places of that name."""
    yield from (f"name:{alias}" for alias in spelling.aliases)
    if spelling.key.startswith("@"):
        return
    yield f"skeleton:{' '.join(fine_skeleton(word) for word in spelling.words)}"
    if spelling.kind is ActorKind.ORGANISATION:
        means = meanings(spelling.name)
        own = [word for word in means if word not in meaning_names()]
        yield from (f"means:{word}" for word in own or [" ".join(means)])
    else:
        place, _ = qualified(spelling.name)
        yield f"town:{town_names().get(place, place)}"
        yield from (f"entry:{found.entry}" for found in gazetteer().named(place) if found.entry)


def same_body(a: Spelling, b: Spelling) -> bool:
    """True if a report uses the name of the one for the other, or the two names may be one's."""
    if a.key.startswith("@") and b.key.startswith("@"):
        return False  # two entries of a table
    if (a.kind is ActorKind.PLACE) != (b.kind is ActorKind.PLACE) and ActorKind.UNKNOWN not in (a.kind, b.kind):
        return a.key == b.key
    if a.aliases & b.aliases:
        return True
    if numbered_apart(a.words, b.words):
        return False
    if ActorKind.ORGANISATION in (a.kind, b.kind):
        return same_organisation(a.name, b.name)
    return one_town(a, b)


def one_town(a: Spelling, b: Spelling) -> bool:
    """True if two names may be one place's.

    Villages are many: what no table knows is one by its sound only if no a stands for an o (Ternovo, Ternava)
    and no report has both names.
    """
    if not same_place(a.name, b.name):
        return False
    if gazetteer().named(a.key) or gazetteer().named(b.key) or a.key in town_names():
        return True
    return open_vowels(a.key) == open_vowels(b.key) and not a.reports & b.reports


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
