"""Which reports are one text, and which passages they share.

A report descends from the earlier text that most of it stands in; the whole tree is one origin. A report that
merges two wires descends from the one it took more of, and shares a passage with the other: they stay two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from dateline.linking.blocks import PARTNERS, Block, blocks, connect
from dateline.linking.chronology import Chronology
from dateline.linking.texts.alignment import Passage, passages
from dateline.linking.texts.retelling import fact_keys, retold
from dateline.linking.texts.shingles import BodyText, Shares, fingerprints, shares
from dateline.settings import Settings
from dateline.span import Span

PASSAGE_WORDS = 9  # different shared stems of a reporter's own choice: about a sentence; below lie formulas
PASSAGE_RUN = 8  # shared words of a passage, with edits between them
SCATTERED_WORDS = 15  # stems of all passages together: whoever takes several sentences takes them one by one
NEARLY_ALL = 0.9  # of a report, by the shares of two texts: it has hardly anything besides them
COMPANY = 2  # so many more texts on one side alone: chance would have cut one of them elsewhere

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Kin:
    """Two texts that share shingles: the smaller id first."""

    first: BodyText
    second: BodyText
    shares: Shares
    reworded: bool  # the shares are of what the sentences tell, not of their words

    def share_of(self, report: str) -> float:
        """How much of one of the two stands in the other."""
        return self.shares.of(report == self.first.report)

    def text(self, report: str) -> BodyText:
        """The text of one of the two."""
        return self.first if report == self.first.report else self.second

    def other(self, report: str) -> BodyText:
        """The text of the other."""
        return self.second if report == self.first.report else self.first


@dataclass(frozen=True, slots=True)
class Descent:
    """A report and the text that it comes from."""

    report: str
    parent: str
    share: float  # of the report in the parent, 0 to 1
    containment: float  # of the shorter in the other
    reworded: bool

    @property
    def what(self) -> str:
        """What the share is of."""
        return "sentences, reworded and in the same order," if self.reworded else "text"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a report's clean text."""

    report: str
    span: Span


def candidates(texts: Iterable[BodyText], limit: int) -> list[Block[BodyText]]:
    """Texts in blocks of those that share a fingerprint."""
    return blocks(texts, text_keys, limit)


def text_keys(text: BodyText) -> Iterator[str]:
    """Fingerprints of the words, and the facts that a rewriter keeps."""
    yield from map(str, fingerprints(text.shingles))
    yield from fact_keys(text.told)


def kinships(block: Block[BodyText], settings: Settings) -> list[Kin]:
    """Every candidate pair of a block, compared: by their words, and if these are too few by what they tell."""
    return [kinship(a, b, settings) for a, b in block.pairs()]


def kinship(a: BodyText, b: BodyText, settings: Settings) -> Kin:
    """How two texts are kin."""
    words = shares(a, b)
    if words.containment < settings.copy_retelling and not rivals(a, b):
        retelling = Shares(*retold(a.told, b.told), common=words.common)
        if retelling.containment >= settings.copy_retelling:
            return Kin(a, b, retelling, True)
    return Kin(a, b, words, False)


def rivals(a: BodyText, b: BodyText) -> bool:
    """True if two texts are credited to different agencies: these write from the same room, each for itself."""
    return bool(a.agencies and b.agencies) and not set(a.agencies) & set(b.agencies)


def descents(kin: Iterable[Kin], order: Chronology, settings: Settings) -> list[Descent]:
    """For each report that has one, the text it comes from: the earlier one that holds most of it.

    Of one day's texts the longer counts as earlier: a desk cuts more often than it adds.
    """
    kin = list(kin)
    near = neighbours(k for k in kin if k.shares.containment >= settings.copy_containment)
    parted = merge_edges(near, Relations(kin, settings), order)
    found: list[Descent] = []
    for report in sorted(near):
        options = [
            (k.share_of(report), age_key(k.other(report), order), other, k)
            for other, k in near[report].items()
            if frozenset((report, other)) not in parted
            and age_key(k.other(report), order) < age_key(k.text(report), order)
            and k.share_of(report) >= settings.copy_containment
        ]
        if options:
            share, _, parent, k = min(options, key=lambda o: (o[3].reworded, -o[0], o[1]))
            found.append(Descent(report, parent, share, k.shares.containment, k.reworded))
    return found


def between_roots(kin: Sequence[Kin], order: Chronology, settings: Settings) -> list[Kin]:
    """Kin of first texts of trees that hang together, but were not compared: each has many nearer partners.

    Of a text that a thousand reports print, each copy is compared with dozens of others; a tree would end at every
    text of which these are all later.
    """
    near = neighbours(k for k in kin if k.shares.containment >= settings.copy_containment)
    group = connect(sorted(near), [(report, *sorted(others)) for report, others in near.items()])
    crowded = {root for root, count in Counter(group.values()).items() if count > PARTNERS}
    if not crowded:
        return []
    taken = {d.report for d in descents(kin, order, settings)}
    texts = {k.first.report: k.first for k in kin} | {k.second.report: k.second for k in kin}
    roots: dict[str, list[BodyText]] = defaultdict(list)
    for report in sorted(near):
        if group[report] in crowded and report not in taken:
            roots[group[report]].append(texts[report])
    found: list[Kin] = []
    for held in roots.values():
        first = sorted(held, key=lambda text: age_key(text, order))[:PARTNERS]
        for pair in combinations(first, 2):
            a, b = sorted(pair, key=lambda text: text.report)
            if b.report not in near[a.report]:
                found.append(kinship(a, b, settings))
    return found


def neighbours(kin: Iterable[Kin]) -> dict[str, dict[str, Kin]]:
    """For each report those that it shares text with."""
    near: dict[str, dict[str, Kin]] = defaultdict(dict)
    for k in kin:
        near[k.first.report][k.second.report] = k
        near[k.second.report][k.first.report] = k
    return near


class Relations:
    """Whether two texts are kin, for pairs too that were not compared because each has many nearer partners."""

    def __init__(self, kin: Iterable[Kin], settings: Settings) -> None:
        self._settings = settings
        self._known = {(k.first.report, k.second.report): self._near(k) for k in kin}

    def kin(self, a: BodyText, b: BodyText) -> bool:
        """True if one holds enough of the other."""
        first, second = sorted((a, b), key=lambda text: text.report)
        pair = first.report, second.report
        if pair not in self._known:
            self._known[pair] = self._near(kinship(first, second, self._settings))
        return self._known[pair]

    def _near(self, kin: Kin) -> bool:
        return kin.shares.containment >= self._settings.copy_containment


def merge_edges(
    near: Mapping[str, Mapping[str, Kin]], relations: Relations, order: Chronology
) -> set[frozenset[str]]:
    """Pairs of a report that puts two texts together and the text that it took less of.

    Such a report has kin that are no kin of its nearest one. They are a text of their own, and no mere cuts of
    the report, if two of them are kin, if two more of its kin lack them too, or if it is later than both sides; or
    if it is later than its nearest one, and both together are nearly all of it.
    """
    parted: set[frozenset[str]] = set()
    for report in sorted(near):
        kin = near[report]
        nearest = min(kin, key=lambda other: (later(other, report, order), -kin[other].share_of(report), other))
        apart = sorted(set(near[report]) - set(near[nearest]) - {nearest})
        closest = kin[nearest].text(nearest)
        strangers = [other for other in apart if not relations.kin(closest, kin[other].text(other))]
        lacking = len(near[report]) - len(strangers) - 1
        for other in strangers:
            company = lacking >= COMPANY or any(third in near[other] for third in strangers)
            last = later(report, nearest, order) and later(report, other, order)
            both = kin[nearest].share_of(report) + kin[other].share_of(report) >= NEARLY_ALL
            if company or last or (both and later(report, nearest, order)):
                parted.add(frozenset((report, other)))
    return parted


def later(report: str, other: str, order: Chronology) -> bool:
    """True if a report is of a later day than another one: the other cannot have taken from it."""
    return order.at(report)[0] > order.at(other)[0]


def age_key(text: BodyText, order: Chronology) -> tuple[str, int, str]:
    """Earlier first: by day, then the longer, then by id."""
    return order.at(text.report)[0].isoformat(), -len(text.forms), text.report


def families(reports: Iterable[str], found: Iterable[Descent]) -> dict[str, str]:
    """For each report a name of its tree: the smallest id in it."""
    return connect(sorted(reports), [(d.report, d.parent) for d in found])


def own_words(passage: Passage, text: BodyText) -> float:
    """How many different stems a passage shares; quotations, names, numbers and particles do not count."""
    stems = set(text.wording[passage.first : passage.first_end]) - {None}
    return len(stems) * passage.common / (passage.first_end - passage.first)


def telling(found: Iterable[Passage], text: BodyText) -> list[Passage]:
    """The passages that are long enough, in the reporter's own words, to be copies and no accidents."""
    weighed = [(passage, own_words(passage, text)) for passage in found if passage.common >= PASSAGE_RUN]
    least = 0 if sum(words for _, words in weighed) >= SCATTERED_WORDS else PASSAGE_WORDS
    return [passage for passage, words in weighed if words >= least]


def shared_places(pair: Kin, size: int) -> list[tuple[Place, Place]]:
    """Telling passages of two texts, on both sides."""
    if pair.shares.common <= PASSAGE_RUN - size:
        return []  # not one long run in the reporters' own words
    found = telling(passages(pair.first, pair.second, size), pair.first)
    return [(place(pair.first, p.first, p.first_end), place(pair.second, p.second, p.second_end)) for p in found]


def extent(pair: Kin, size: int) -> tuple[Place, Place]:
    """From the first to the last word that two texts share, on both sides; all of them if they share no run."""
    found = passages(pair.first, pair.second, size)
    if not found:
        whole = Passage(0, 0, len(pair.first.forms), len(pair.second.forms), 0)
        found = [whole]
    return (
        place(pair.first, min(p.first for p in found), max(p.first_end for p in found)),
        place(pair.second, min(p.second for p in found), max(p.second_end for p in found)),
    )


def place(text: BodyText, first: int, end: int) -> Place:
    """Words [first, end) of a text as a stretch of its report."""
    return Place(text.report, Span(text.spans[first].start, text.spans[end - 1].end))


def gathered(pairs: Iterable[tuple[Place, Place]]) -> list[list[Place]]:
    """Groups of places that hold one passage: one extent a report and group."""
    links = list(pairs)
    names = {node: f"{node.report} {node.span.start:09d} {node.span.end:09d}" for pair in links for node in pair}
    by_report: dict[str, list[Place]] = defaultdict(list)
    for node in sorted(names):
        by_report[node.report].append(node)
    joined = [(names[a], names[b]) for a, b in links]
    for nodes in by_report.values():
        joined += [(names[a], names[b]) for a, b in pairwise(nodes) if half_shared(a.span, b.span)]
    root = connect(sorted(names.values()), joined)
    groups: dict[str, list[Place]] = defaultdict(list)
    for node, name in sorted(names.items()):
        groups[root[name]].append(node)
    return [widest(groups[name]) for name in sorted(groups)]


def half_shared(a: Span, b: Span) -> bool:
    """True if two spans of one report share at least half of the shorter."""
    common = min(a.end, b.end) - max(a.start, b.start)
    return 2 * common >= min(len(a), len(b))


def widest(places: Sequence[Place]) -> list[Place]:
    """One place a report: the longest."""
    best: dict[str, Place] = {}
    for node in places:
        held = best.get(node.report)
        if held is None or len(node.span) > len(held.span):
            best[node.report] = node
    return [best[report] for report in sorted(best)]


def kin_by_pair(kin: Iterable[Kin]) -> Mapping[Pair, Kin]:
    """Compared pairs by their two report ids, smaller first."""
    return {(k.first.report, k.second.report): k for k in kin}
