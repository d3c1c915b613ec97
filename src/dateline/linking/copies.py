"""Passages that reports share, and the independent origin behind each report.

Ten outlets with one agency's text are one origin. Candidates share a fingerprint of 4-word shingles; they are
compared by containment in the shorter text, because cutting and adding are what desks do.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from dateline.ids import content_id
from dateline.linking.chronology import Chronology
from dateline.linking.rulings import NOTHING, Decided
from dateline.linking.settled import Settled
from dateline.linking.texts.agencies import with_one_name
from dateline.linking.texts.lineage import (
    Descent,
    Kin,
    Pair,
    Place,
    age_key,
    between_roots,
    candidates,
    descents,
    extent,
    families,
    gathered,
    kin_by_pair,
    kinships,
    shared_places,
)
from dateline.linking.texts.shared_quotations import Credits, SharedQuotation, cuts, shared
from dateline.linking.texts.shingles import FREE_SHINGLES, BodyText, body_text
from dateline.linking.writing import write_unit
from dateline.model import (
    AnchorKind,
    CopyGroup,
    CopyKind,
    CopyMember,
    Decision,
    Furniture,
    Link,
    LinkKind,
    Origin,
    Paragraph,
    ParagraphKind,
    Quotation,
    Record,
    Report,
    SpeechKind,
)
from dateline.settings import Settings
from dateline.span import Words
from dateline.story import Story, Writer

Unit = tuple[str, list[Record]]


class CopyStage(Settled):
    """Reports, their paragraphs and quotations in; copy groups, origins, and the links to them out."""

    name: ClassVar[str] = "copies"
    version: ClassVar[str] = "5"
    reads: ClassVar[tuple[type, ...]] = (Report, Furniture, Paragraph, Quotation, Decision)
    writes: ClassVar[tuple[type, ...]] = (CopyGroup, Origin, Link)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each origin, copied passage and shared quotation."""
        decided = Decided.of(story, AnchorKind.REPORT)
        found = copies(story.all(Report), story.all(Paragraph), story.all(Quotation), self.settings, decided)
        for unit, records in found:
            write_unit(out, unit, decided.marked(records))


def copies(
    reports: Sequence[Report],
    paragraphs: Sequence[Paragraph],
    quotations: Sequence[Quotation],
    settings: Settings,
    decided: Decided = NOTHING,
) -> Iterator[Unit]:
    """(unit, records) of all origins and copy groups, as far as decisions about reports leave them."""
    reports = with_one_name(reports)
    order = Chronology(reports)
    by_id = {report.id: report for report in reports}
    texts = body_texts(reports, paragraphs, quotations, settings.shingle_words)
    kin = [pair for block in candidates(texts, settings.block_limit) for pair in kinships(block, settings)]
    kin += between_roots(kin, order, settings)
    taken = descents(kin, order, settings)
    family = as_ruled(families(by_id, taken), by_id, decided)
    descent = {d.report: d for d in taken if family[d.report] == family[d.parent]}
    by_pair = kin_by_pair(kin)

    origin_of: dict[str, str] = {}
    age = {text.report: age_key(text, order) for text in texts}.__getitem__
    short = {text.report for text in texts if len(text.shingles) < FREE_SHINGLES}
    for members in trees(family, order):
        own = [descent[m] for m in members if m in descent]
        origin = whole_text_origin([by_id[m] for m in members], own, short)
        origin_of |= dict.fromkeys(members, origin.id)
        groups = report_groups(sorted(members, key=age), own, by_pair, by_id, origin, settings)
        yield origin.id, [origin, *origin_links(origin, members, descent), *groups]

    places = [
        pair
        for k in kin
        if family[k.first.report] != family[k.second.report] and not decided.apart(k.first.report, k.second.report)
        for pair in shared_places(k, settings.shingle_words)
    ]
    for group in gathered(places):
        for part in decided.parted(group, lambda place: place.report):
            if len({family[place.report] for place in part}) > 1:
                yield passage_unit(part, order, by_id, origin_of)

    found_cuts = cuts(quotations, {report.id: report.text for report in reports})
    credited = Credits(reports, paragraphs, agencies_taken_from(places, by_id))
    for quotation in shared(found_cuts, order, family, credited):
        for held in decided.parted(quotation.cuts, lambda cut: cut.quotation.report):
            if len({family[cut.quotation.report] for cut in held}) > 1:
                yield quotation_unit(replace(quotation, cuts=tuple(held)))


def agencies_taken_from(
    places: Iterable[tuple[Place, Place]], reports: Mapping[str, Report]
) -> dict[str, frozenset[str]]:
    """For each report the agencies from whose texts it has a passage, and that it is not itself a text of."""
    found: dict[str, set[str]] = defaultdict(set)
    for pair in places:
        for own, other in (pair, pair[::-1]):
            found[own.report].update(set(reports[other.report].agencies) - set(reports[own.report].agencies))
    return {report: frozenset(agencies) for report, agencies in sorted(found.items()) if agencies}


def as_ruled(family: Mapping[str, str], reports: Mapping[str, Report], decided: Decided) -> dict[str, str]:
    """The same reports by the trees that the decisions leave, each named by its smallest report."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report, root in sorted(family.items()):
        groups[root].append(reports[report])
    ruled = decided.grouped(groups.values())
    return {report.id: min(other.id for other in group) for group in ruled for report in group}


def body_texts(
    reports: Iterable[Report], paragraphs: Iterable[Paragraph], quotations: Iterable[Quotation], size: int
) -> list[BodyText]:
    """The body of every report as shingled words; headings are left out, for desks write their own."""
    pieces: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.kind is ParagraphKind.BODY:
            pieces[paragraph.report].append((paragraph.words.start, paragraph.words.text))
    quoted: dict[str, list[Words]] = defaultdict(list)
    for quotation in quotations:
        if quotation.kind is not SpeechKind.INDIRECT:
            quoted[quotation.report] += quotation.contents
    return [
        body_text(r, sorted(pieces[r.id]), sorted(words.span for words in quoted[r.id]), size) for r in reports
    ]


def trees(family: Mapping[str, str], order: Chronology) -> list[list[str]]:
    """Reports of one text, each tree in the story's order."""
    held: dict[str, list[str]] = defaultdict(list)
    for report, root in family.items():
        held[root].append(report)
    return sorted((sorted(members, key=order.at) for members in held.values()), key=lambda m: order.at(m[0]))


def whole_text_origin(members: Sequence[Report], found: Sequence[Descent], short: set[str]) -> Origin:
    """The origin of a tree of reports, labelled by the agency that the earliest credit names."""
    first = members[0]
    agencies = next((m.agencies for m in members if m.agencies), ())
    day = first.published.edtf if first.published else "unknown date"
    label = f"{', '.join(agencies)} text of {day}" if agencies else f"{first.outlet or 'unnamed outlet'}, {day}"
    shares = [d.share for d in found]
    known = bool(agencies) or len(members) > 1 or first.id not in short
    return Origin(
        id=content_id("o", first.id),
        label=label,
        reports=tuple(m.id for m in members),
        agency=agencies[0] if len(agencies) == 1 else None,
        known=known,
        reason=origin_reason(agencies, shares, known),
    )


def origin_reason(agencies: Sequence[str], shares: Sequence[float], known: bool) -> str:
    """Why these reports are one origin, as a sentence."""
    if not known:
        return "too short to tell whether its text stands elsewhere"
    credit = f"credited to {', '.join(agencies)}" if agencies else "no credit"
    if shares:
        return f"{len(shares) + 1} reports of one text, at least {min(shares):.0%} of each in another; {credit}"
    return f"no other report shares its text; {credit}"


def origin_links(origin: Origin, members: Sequence[str], descent: Mapping[str, Descent]) -> list[Link]:
    """A link from each report of a tree to its origin."""
    links = []
    for member in members:
        own = descent.get(member)
        score = own.share if own else 1.0
        reason = f"{own.share:.0%} of its {own.what} stands in {own.parent}" if own else "earliest of its text"
        links.append(origin_link(member, origin.id, score, reason))
    return links


def origin_link(member: str, origin: str, score: float, reason: str) -> Link:
    """A report, a copied passage or a quotation joined to where it comes from."""
    return Link(
        id=content_id("l", LinkKind.ORIGIN, member, origin),
        kind=LinkKind.ORIGIN,
        member=member,
        target=origin,
        score=round(score, 4),
        reasons=(reason,),
    )


def report_groups(
    members: Sequence[str],
    found: Sequence[Descent],
    kin: Mapping[Pair, Kin],
    reports: Mapping[str, Report],
    origin: Origin,
    settings: Settings,
) -> list[CopyGroup]:
    """The copy group of a tree of two or more reports, in their order; of each, what it shares with its parent."""
    widest: dict[str, Place] = {}
    for descent in found:
        first, second = sorted((descent.report, descent.parent))
        for place in extent(kin[first, second], settings.shingle_words):
            held = widest.get(place.report)
            if held is None or len(place.span) > len(held.span):
                widest[place.report] = place
    if len(widest) < 2:
        return []
    containment = min(d.containment for d in found)
    return [
        CopyGroup(
            id=content_id("g", origin.id, CopyKind.REPORT),
            kind=CopyKind.REPORT,
            members=tuple(copy_member(widest[m], reports) for m in members if m in widest),
            agency=origin.agency,
            containment=round(containment, 4),
            reason=origin.reason,
        )
    ]


def copy_member(place: Place, reports: Mapping[str, Report]) -> CopyMember:
    """A place with its words."""
    return CopyMember(place.report, Words.cut(reports[place.report].text, place.span.start, place.span.end))


def passage_unit(
    places: Sequence[Place], order: Chronology, reports: Mapping[str, Report], origin_of: Mapping[str, str]
) -> Unit:
    """A passage that reports of different origins share: it counts for the earliest one's origin.

    Of one day, for that of the report that has less besides: the others put it into something else.
    """

    def age(place: Place) -> tuple[dt.date, float, str]:
        return order.at(place.report)[0], -len(place.span) / len(reports[place.report].text), place.report

    ordered = sorted(places, key=age)
    members = tuple(copy_member(place, reports) for place in ordered)
    first = members[0]
    credited = next((a for m in members for a in reports[m.report].agencies), None)
    group = CopyGroup(
        id=content_id("g", CopyKind.PASSAGE, *(f"{m.report} {m.words.start} {m.words.end}" for m in members)),
        kind=CopyKind.PASSAGE,
        members=members,
        agency=credited,
        containment=1.0,
        reason=f"the same words in {len(members)} reports that are otherwise different texts",
    )
    reason = "the earliest report that prints the passage"
    return group.id, [group, origin_link(group.id, origin_of[first.report], 1.0, reason)]


def quotation_unit(quotation: SharedQuotation) -> Unit:
    """A quotation in the same cut: one credited origin with its copy group, or an origin that is not known.

    Its origin lists no reports: it is the origin of a passage, and their whole texts keep their own.
    """
    first = quotation.cuts[0].quotation
    unit = content_id("g", CopyKind.QUOTATION, first.report, first.contents[0].start)
    names = f"{len(quotation.cuts)} reports print the same words in the same cut"
    source = quotation.agency or "others"
    origin = Origin(
        id=content_id("o", unit),
        label=f"words quoted by {source}" if quotation.credit else "quoted words of unknown lineage",
        reports=(),
        agency=quotation.agency,
        known=quotation.credit is not None,
        reason=f"{names}; {quotation.credit or 'no side says where it has them from'}",
    )
    links = [origin_link(cut.id, origin.id, 1.0, origin.reason) for cut in quotation.cuts]
    if quotation.credit is None:
        return unit, [origin, *links]
    group = CopyGroup(
        id=unit,
        kind=CopyKind.QUOTATION,
        members=tuple(CopyMember(cut.quotation.report, cut.words) for cut in quotation.cuts),
        agency=quotation.agency,
        containment=1.0,
        reason=origin.reason,
    )
    return unit, [origin, group, *links]
