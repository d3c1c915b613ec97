"""What persons ruled, as linking asks it: who is held together, who is kept apart, what is rejected or renamed.

A stage groups by machine first. Its groups are then joined and divided as the decisions say, and no others are
touched: groups that are held together become one, and one in which two are kept apart is divided. Whatever in a
divided group nobody ruled on goes with the part that is most like it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dateline.fuzzydate import from_edtf
from dateline.linking.blocks import Identified, connect
from dateline.linking.who import Who
from dateline.model import Actor, AnchorKind, DecisionKind, Link, MergedEvent, Origin, Record, Utterance
from dateline.story import Story
from dateline.story.bench import bonds
from dateline.story.decisions import Ruling, rulings

type Compared[T, L] = tuple[list[T], list[tuple[T, T, L]]]  # a group, and the comparisons that joined it
type Traits[T] = Callable[[T], Collection[str]]  # what makes two items alike: words of a name, a role


def _no_traits(_: object) -> Collection[str]:
    return ()


class Decided:
    """The decisions in force, by the records that they are about."""

    def __init__(self, held: Iterable[Ruling] = ()) -> None:
        self._bonds: dict[str, set[str]] = defaultdict(set)
        self._stands: dict[str, list[tuple[str, int]]] = defaultdict(list)  # (parting decision, side) by record
        self._because: dict[str, list[str]] = defaultdict(list)
        self._sure: set[str] = set()  # members of links that a decision makes or confirms
        self._last: dict[tuple[DecisionKind, str], tuple[int, Ruling]] = {}
        self.rejected: set[str] = set()
        for number, ruling in enumerate(held):
            self._take(ruling, number)

    @classmethod
    def of(cls, story: Story, about: AnchorKind) -> Decided:
        """A story's decisions about chains, about quotations, about events or about reports."""
        return cls(one for one in rulings(story).held if one.decision.objects[0].kind is about)

    def __bool__(self) -> bool:
        """False where nobody decided anything."""
        return bool(self._bonds or self._stands or self._last or self.rejected)

    def kept[T: Identified](self, items: Iterable[T]) -> list[T]:
        """Items without those that were rejected."""
        return [item for item in items if item.id not in self.rejected]

    def apart(self, a: str, b: str) -> bool:
        """True if a decision keeps two records apart."""
        return bool(self._stands) and _clash(self.standing([a]), self.standing([b]))

    def grouped[T: Identified](
        self, groups: Iterable[Sequence[T]], traits: Traits[T] = _no_traits
    ) -> list[list[T]]:
        """Groups as the decisions want them; those that no decision is about come back as they are."""
        given = [list(group) for group in groups]
        home = {item.id: number for number, group in enumerate(given) for item in group}
        pools = self._pools(given, home)
        touched = {number for pool in pools for number in pool}
        result = [group for number, group in enumerate(given) if number not in touched]
        for pool in pools:
            items = [item for number in pool for item in given[number]]
            result += Division(items, home, self, traits).parts()
        return result

    def regrouped[T: Identified, L](
        self, groups: Iterable[Compared[T, L]], place: Callable[[T], Any], traits: Traits[T] = _no_traits
    ) -> list[Compared[T, L]]:
        """Like `grouped`, for groups in order of `place`, each with the comparisons that joined it."""
        given = list(groups)
        if not self:
            return given
        pairs_of: dict[str, list[tuple[T, T, L]]] = defaultdict(list)
        for _, pairs in given:
            for pair in pairs:
                pairs_of[pair[0].id].append(pair)
        result: list[Compared[T, L]] = []
        for group in self.grouped([members for members, _ in given], traits):
            ids = {item.id for item in group}
            held = [pair for item in group for pair in pairs_of[item.id] if pair[1].id in ids]
            result.append((sorted(group, key=place), held))
        return result

    def parted[T](self, items: Iterable[T], id_of: Callable[[T], str]) -> list[list[T]]:
        """Items, each with the first of those before it from which no decision keeps it apart."""
        parts: list[tuple[dict[str, set[int]], list[T]]] = []
        for item in items:
            own = self.standing([id_of(item)])
            for standing, held in parts:
                if not _clash(standing, own):
                    held.append(item)
                    for decision, sides in own.items():
                        standing[decision] |= sides
                    break
            else:
                parts.append((own, [item]))
        return [held for _, held in parts]

    def marked(self, records: Iterable[Record], who: Who | None = None) -> list[Record]:
        """The records of one unit with what was ruled on them: reasons of links, a name, a date, a speaker.

        A speaker is looked up in `who`.
        """
        held = list(records)
        if not self:
            return held
        members = [record.member for record in held if isinstance(record, Link)]
        return [self._marked(record, members, who) for record in held]

    def bound(self, record: str) -> Collection[str]:
        """Records that a decision holds together with one."""
        return self._bonds.get(record, ())

    def _take(self, ruling: Ruling, number: int) -> None:
        kind = ruling.decision.kind
        if ruling.joins:
            for a, b in bonds(ruling):
                self._bonds[a].add(b)
                self._bonds[b].add(a)
        elif ruling.parts:
            for at, side in enumerate(ruling.sides):
                for record in side:
                    self._stands[record].append((ruling.id, at))
        elif kind is DecisionKind.REJECT:
            self.rejected.update(ruling.sides[0])
        elif kind is not DecisionKind.ACCEPT:
            self._last |= {(kind, record): (number, ruling) for record in ruling.sides[0]}
        records = sorted({record for side in ruling.sides for record in side})
        if ruling.joins or kind is DecisionKind.ACCEPT:
            self._sure.update(records)
        if ruling.joins or ruling.parts or kind is DecisionKind.ACCEPT:
            words = f"kept apart from others, {ruling.because}" if ruling.parts else ruling.because
            for record in records:
                self._because[record].append(words)
        if kind is DecisionKind.ACCEPT:
            self.rejected.difference_update(ruling.sides[0])

    def standing(self, records: Iterable[str]) -> dict[str, set[int]]:
        """On which side of which parting decision some records are."""
        found: dict[str, set[int]] = defaultdict(set)
        for record in records:
            for decision, side in self._stands.get(record, ()):
                found[decision].add(side)
        return found

    def _pools(self, given: Sequence[Sequence[Identified]], home: Mapping[str, int]) -> list[list[int]]:
        """Numbers of the groups that must be looked at together: those held together, those to be divided."""
        edges = [
            (str(home[a]), str(home[b]))
            for a in sorted(self._bonds)
            for b in sorted(self._bonds[a])
            if a in home and b in home and home[a] != home[b]
        ]
        named = {home[record] for record in (*self._bonds, *self._stands) if record in home}
        root = connect(map(str, sorted(named)), edges)
        pools: dict[str, list[int]] = defaultdict(list)
        for number in sorted(named):
            pools[root[str(number)]].append(number)
        return [
            pool
            for pool in pools.values()
            if len(pool) > 1 or any(len(s) > 1 for s in self.standing(i.id for i in given[pool[0]]).values())
        ]

    def _marked(self, record: Record, members: Sequence[str], who: Who | None) -> Record:
        if isinstance(record, Link):
            said = self._because.get(record.member)
            score = 1.0 if record.member in self._sure else record.score
            return replace(record, score=score, reasons=(*record.reasons, *said)) if said else record
        if isinstance(record, Origin):
            held = dict.fromkeys(words for report in record.reports for words in self._because.get(report, ()))
            return replace(record, reason="; ".join((record.reason, *held)))
        if isinstance(record, Actor):
            named = self._latest(DecisionKind.RENAME, members)
            return replace(record, name=named.decision.value or record.name) if named else record
        if isinstance(record, MergedEvent):
            dated = self._latest(DecisionKind.REDATE, members)
            return replace(record, time=from_edtf(dated.decision.value or "")) if dated else record
        if isinstance(record, Utterance) and who is not None:
            given = self._latest(DecisionKind.REATTRIBUTE, members)
            speaker = given and next((actor for chain in given.sides[1] if (actor := who.id(chain))), None)
            if speaker:
                others = tuple(other for other in record.speakers if other != speaker)
                return replace(record, speaker=speaker, speakers=(speaker, *others))
        return record

    def _latest(self, kind: DecisionKind, members: Sequence[str]) -> Ruling | None:
        found = [self._last[kind, member] for member in members if (kind, member) in self._last]
        return max(found, key=lambda one: one[0])[1] if found else None


@dataclass(eq=False)
class Part[T: Identified]:
    """A group in the making."""

    items: list[T] = field(default_factory=list)
    homes: set[int] = field(default_factory=set)  # groups of the machine that its items were in
    traits: Counter[str] = field(default_factory=Counter)
    standing: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def take(self, other: Part[T]) -> None:
        """Add the items of another part."""
        self.items += other.items
        self.homes |= other.homes
        self.traits.update(other.traits)
        for decision, sides in other.standing.items():
            self.standing[decision] |= sides


class Division[T: Identified]:
    """Groups of the machine that are held together or divided by decisions, made anew."""

    def __init__(self, items: Sequence[T], home: Mapping[str, int], decided: Decided, traits: Traits[T]) -> None:
        self._home = home
        self._decided = decided
        self._traits = traits
        by_id = {item.id: item for item in items}
        edges = [(id_, other) for id_ in by_id for other in sorted(decided.bound(id_)) if other in by_id]
        root = connect(sorted(by_id), edges)
        atoms: dict[str, list[T]] = defaultdict(list)
        for item in items:
            atoms[root[item.id]].append(item)
        self._atoms = list(atoms.values())

    def parts(self) -> list[list[T]]:
        """The new groups: first what was ruled on, then the rest, each to the part that is most like it."""
        made: list[Part[T]] = []
        ruled = [atom for atom in self._atoms if self._is_ruled(atom)]
        for atom in (*ruled, *(atom for atom in self._atoms if not self._is_ruled(atom))):
            part = self._part_for(atom, made)
            if part is None:
                part = Part()
                made.append(part)
            self._add(part, atom)
        return [part.items for part in _together(made)]

    def _is_ruled(self, atom: Sequence[T]) -> bool:
        return len(atom) > 1 or bool(self._decided.standing([atom[0].id]))

    def _part_for(self, atom: Sequence[T], made: Sequence[Part[T]]) -> Part[T] | None:
        """The part with most traits in common, of those that share a group of the machine and may be joined."""
        homes = {self._home[item.id] for item in atom}
        standing = self._decided.standing(item.id for item in atom)
        fitting = [part for part in made if part.homes & homes and not _clash(part.standing, standing)]
        ours = {trait for item in atom for trait in self._traits(item)}
        return max(fitting, key=lambda part: sum(trait in part.traits for trait in ours), default=None)

    def _add(self, part: Part[T], atom: Sequence[T]) -> None:
        standing = self._decided.standing(item.id for item in atom)
        traits = Counter(trait for item in atom for trait in self._traits(item))
        part.take(Part(list(atom), {self._home[item.id] for item in atom}, traits, standing))


def _together[T: Identified](made: Iterable[Part[T]]) -> list[Part[T]]:
    """Parts of one group of the machine that nothing keeps apart are one after all."""
    kept: list[Part[T]] = []
    for part in made:
        near = [other for other in kept if other.homes & part.homes and not _clash(other.standing, part.standing)]
        if near:
            near[0].take(part)
        else:
            kept.append(part)
    return kept


NOTHING = Decided()  # that nobody decided anything


def _clash(first: Mapping[str, set[int]], second: Mapping[str, set[int]]) -> bool:
    """True if two groups stand on different sides of one decision."""
    return any(len(sides | second[decision]) > 1 for decision, sides in first.items() if decision in second)
