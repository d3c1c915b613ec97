"""Which names of one report are one somebody: equal names, acronyms, slips, and parts of a fuller name.

Names with different given names are never joined, nor are those of different genders.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dateline.model import ActorKind
from dateline.reading.names.aliases import join_aliases
from dateline.reading.names.evidence import spelling_key
from dateline.reading.names.found import Found
from dateline.reading.names.lexicon import Lexicon, lexicon
from dateline.reading.names.somebody import Somebody
from dateline.reading.names.spelling import PARTICLES, differ, initials, same_given_names, same_surname

ACRONYM_LETTERS = range(2, 8)
JUST_NAMED = 1  # sentences: nearer than that, a surname that two bear is the last named one's
SHORTEST_WITH_TWO_SURNAMES = 3  # words
_PERSONAL = (ActorKind.PERSON, ActorKind.UNKNOWN)


def name_chains(names: Iterable[Found], words: Lexicon) -> list[Somebody]:
    """One Somebody for each, in the order of their first mentions."""
    ordered = sorted(names, key=lambda found: (found.words.start, -found.words.end))
    somebodies = same_spelling(ordered, words)
    somebodies = join_aliases(join_acronyms(join_short_bodies(somebodies, words)))
    full = join_full_names([s for s in somebodies if len(s.fullest) > 1 and may_be_person(s)])
    others = [s for s in somebodies if len(s.fullest) > 1 and not may_be_person(s)]
    short = [s for s in somebodies if len(s.fullest) <= 1]
    done = full + others + join_parts(short, full, words)
    done = join_slips(done)
    for somebody in done:
        somebody.members.sort(key=lambda m: m.found.words.start)
    return sorted(done, key=lambda s: s.members[0].found.words.start)


def same_spelling(names: list[Found], words: Lexicon) -> list[Somebody]:
    """One for each folded spelling; the names of a country or a well-known body count as one spelling."""
    held: dict[str, Somebody] = {}
    for found in names:
        key = canonical(found, words)
        if key not in held:
            held[key] = Somebody()
            held[key].join(found, "first mention", 1.0)
        else:
            first = held[key].members[0].found
            same = spelling_key(first) == spelling_key(found)
            held[key].join(found, "same name" if same else "another name of it", 1.0 if same else 0.95)
    return list(held.values())


def canonical(found: Found, words: Lexicon) -> str:
    """What all spellings of one country, body or name share."""
    if found.country:
        return f"@{found.country}"
    name = found.words.text.lower().replace("’", "'")
    return spelling_key(found) if name not in words.same else "@" + words.same[name]


def may_be_person(somebody: Somebody) -> bool:
    """True unless the evidence says that it is something else."""
    return somebody.kind in _PERSONAL


def join_short_bodies(somebodies: list[Somebody], words: Lexicon) -> list[Somebody]:
    """A word for a body joins the only fuller name that has it: "the Commission", after "Harbour Commission"."""
    gone: set[int] = set()
    for somebody in somebodies:
        word = somebody.fullest[0] if len(somebody.fullest) == 1 else ""
        if word not in words.organisation:
            continue
        fuller = [s for s in somebodies if len(s.fullest) > 1 and word in s.fullest and not may_be_person(s)]
        if len(fuller) == 1:
            fuller[0].absorb(somebody, "short for the name", 0.85)
            gone.add(id(somebody))
    return [s for s in somebodies if id(s) not in gone]


def join_acronyms(somebodies: list[Somebody]) -> list[Somebody]:
    """An acronym joins the only fuller name whose capitals spell it, or the one beside its brackets."""
    by_found = {id(m.found): s for s in somebodies for m in s.members}
    spelled: dict[str, list[Somebody]] = defaultdict(list)
    for somebody in somebodies:
        for found in somebody.names:
            letters = initials(found.words.text)
            if len(found.words.text.split()) > 1 and somebody not in spelled[letters]:
                spelled[letters].append(somebody)
    gone: set[int] = set()
    for somebody in somebodies:
        target = acronym_target(somebody, spelled, by_found)
        if target is not None and target is not somebody and id(target) not in gone:
            target.absorb(somebody, "acronym", 0.95)
            gone.add(id(somebody))
            by_found.update({id(m.found): target for m in somebody.members})
    return [s for s in somebodies if id(s) not in gone]


def acronym_target(
    somebody: Somebody, spelled: dict[str, list[Somebody]], by_found: dict[int, Somebody]
) -> Somebody | None:
    """The fuller name that an acronym stands for."""
    for found in somebody.names:
        if found.acronym_of is not None:
            return by_found.get(id(found.acronym_of))
    text = somebody.names[0].words.text.replace(".", "")
    if not (text.isupper() and len(text) in ACRONYM_LETTERS) or somebody.country:
        return None
    full = spelled.get(text.lower(), [])
    return full[0] if len(full) == 1 and full[0].kind is not ActorKind.PERSON else None


def join_full_names(full: list[Somebody]) -> list[Somebody]:
    """Full names of one person: spellings of given name and surname, with or without middle names."""
    kept: list[Somebody] = []
    for somebody in full:
        other = next((k for k in kept if same_person(k, somebody)), None)
        if other is None:
            kept.append(somebody)
        else:
            other.absorb(somebody, "spelling of the name", 0.9)
    return kept


def same_person(a: Somebody, b: Somebody) -> bool:
    """True if two full names may be one person's."""
    one, two = a.fullest, b.fullest
    if differ(a.gender, b.gender):
        return False
    short, long = sorted((one, two), key=len)
    if long[: len(short)] == short or long[-len(short) :] == short:
        return True
    return same_given_names(one, two) and same_surname(one[-1], two[-1])


def join_parts(short: list[Somebody], full: list[Somebody], words: Lexicon) -> list[Somebody]:
    """Each mention by a part of a name goes to the fuller name that it fits; those that fit none are returned."""
    left: list[Somebody] = []
    for somebody in short:
        fitting = [f for f in full if part_of(somebody, f)]
        if not fitting or not may_shorten(somebody, words):
            left += by_gender(somebody)
            continue
        rest = Somebody()
        for member in somebody.members:
            target, rule, score = nearest(member.found, fitting, somebody.fullest[0])
            if target is None:
                rest.join(member.found, member.rule, member.score)
            else:
                target.join(member.found, rule, score)
        if rest.members:
            left += by_gender(rest)
    return left


def may_shorten(somebody: Somebody, words: Lexicon) -> bool:
    """False for the names of countries, capitals and well-known bodies, unless something says it is a person."""
    name = somebody.names[0].words.text.lower()
    known = somebody.country or name in words.same or name in words.countries.capitals
    return not known or somebody.kind is ActorKind.PERSON


def part_of(part: Somebody, full: Somebody) -> bool:
    """True if a one-word name is a part of a full one: the surname, a given name, a first of two surnames."""
    word, words = part.fullest[0], full.fullest
    if any(same_surname(word, surname) for surname in surnames(words)):
        return True
    return len(word) > 1 and word == words[0]  # a given name, or a surname that comes first


def nearest(found: Found, fitting: list[Somebody], word: str) -> tuple[Somebody | None, str, float]:
    """Of the full names that a short one fits, the one just named before it, else the one first named."""
    open_ = [f for f in fitting if not differ(found.gender, f.gender)]
    exact = [f for f in open_ if word in surnames(f.fullest)] or open_
    if not exact:
        return None, "", 0.0
    rule = "same surname" if word in surnames(exact[0].fullest) else "part of the name"
    if len(exact) == 1:
        return exact[0], rule, 0.95 if rule == "same surname" else 0.8
    number = found.sentence.number
    before = {id(f): [m.found for m in f.members if m.found.words.start < found.words.start] for f in exact}
    named = [f for f in exact if before[id(f)]]
    just = [f for f in named if number - before[id(f)][-1].sentence.number <= JUST_NAMED]
    if just:
        best = max(just, key=lambda f: before[id(f)][-1].words.start)
        return best, f"{rule}, of {len(exact)} the last named", 0.6
    first = min(named or exact, key=lambda f: f.members[0].found.words.start)
    return first, f"{rule}, of {len(exact)} the first named", 0.6


def surnames(words: tuple[str, ...]) -> tuple[str, ...]:
    """The last word, and the one before it where it may be the first of two surnames."""
    two = len(words) > SHORTEST_WITH_TWO_SURNAMES - 1 and words[-2] not in PARTICLES
    return words[-2:] if two and words[-2] not in lexicon().given else words[-1:]


def by_gender(somebody: Somebody) -> list[Somebody]:
    """Split where titles say that one surname is borne by a woman and a man."""
    told = {m.found.gender for m in somebody.members if m.found.gender}
    if len(told) < 2:
        return [somebody]
    split: dict[object, Somebody] = {}
    current = somebody.members[0].found.gender
    for member in somebody.members:
        current = member.found.gender or current
        split.setdefault(current, Somebody()).join(member.found, member.rule, member.score)
    return list(split.values())


def join_slips(somebodies: list[Somebody]) -> list[Somebody]:
    """A one-word name that is printed once joins a person whose surname it misspells by a letter."""
    gone: set[int] = set()
    for somebody in somebodies:
        if (
            len(somebody.fullest) != 1
            or somebody.country
            or len(somebody.members) > 1
            or not may_be_person(somebody)
        ):
            continue
        word = somebody.fullest[0]
        near = [
            s
            for s in somebodies
            if s is not somebody and id(s) not in gone and s.fullest and s.kind is ActorKind.PERSON
            and not differ(s.gender, somebody.gender) and same_surname(word, s.fullest[-1])
            and word != f"{s.fullest[-1]}s"
        ]  # fmt: skip
        if len(near) == 1:
            near[0].absorb(somebody, "spelling of the surname", 0.8)
            gone.add(id(somebody))
    return [s for s in somebodies if id(s) not in gone]
