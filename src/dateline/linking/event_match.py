"""Events that are one act, told in one or more reports.

Compared are only tellings of one act that share a report, a matter, two participants, or a day with a participant
or a place. What two reports tell in other words is one act if both sentences name enough in common. Two tellings
that cannot be one act (other people, other days, other places) are never in one merged event, whatever lies
between them. What is told by different verbs is compared last, if these may tell one occasion. A day's
disagreement does not part an act: it is kept, and marked.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar

from dateline.ids import content_id
from dateline.linking.acts.course import standing
from dateline.linking.acts.one_time import time_of
from dateline.linking.acts.other_verbs import Act, alike, fits
from dateline.linking.acts.same_day import stated
from dateline.linking.acts.sameness import Sameness, clash, distance, one_act, one_sentence
from dateline.linking.acts.telling import Telling, keys, telling
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.clusters import Clusters
from dateline.linking.provenance import Provenance
from dateline.linking.rulings import Decided
from dateline.linking.settled import Settled
from dateline.linking.who import Who
from dateline.linking.writing import write_unit
from dateline.model import (
    Actor,
    ActorKind,
    AnchorKind,
    Chain,
    CopyGroup,
    Decision,
    Event,
    EventType,
    Link,
    LinkKind,
    Mention,
    MergedEvent,
    Origin,
    Paragraph,
    ParagraphKind,
    Record,
    Report,
    Sentence,
    Status,
    Support,
)
from dateline.span import Grounding
from dateline.story import Story, Writer

Pairs = list[tuple[Telling, Telling, Sameness]]


class EventMatchStage(Settled):
    """Events with their actors, places and origins in; merged events out."""

    name: ClassVar[str] = "event_match"
    version: ClassVar[str] = "13"
    reads: ClassVar[tuple[type, ...]] = (
        *(Report, Paragraph, Sentence, Chain, Mention, Event, Actor),
        *(CopyGroup, Origin, Link, Decision),
    )
    writes: ClassVar[tuple[type, ...]] = (MergedEvent, Link, Support)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each merged event."""
        links = story.all(Link)
        who = Who(story.all(Actor), links, story.all(Chain))
        provenance = Provenance(links, story.all(CopyGroup))
        order = Chronology(story.all(Report))
        page = Page(story.all(Sentence), story.all(Paragraph))
        decided = Decided.of(story, AnchorKind.EVENT)
        events = decided.kept(story.all(Event))
        heard, matter = heard_in(story.all(Mention), who), matters(links)
        around = page.by_paragraph(heard)
        tellings = [
            telling(
                event,
                who,
                page.sentence(event).words,
                heard[event.sentence],
                matter.get(event.report, ""),
                around[page.sentence(event).paragraph],
            )
            for event in events
        ]
        tellings = with_contents(tellings)
        found = across_verbs(acts(tellings, order, self.settings.block_limit), order, self.settings.block_limit)
        for members, pairs in decided.regrouped(found, lambda t: place(t, order), lambda t: t.sentence):
            records = decided.marked(records_of(members, pairs, page, provenance, who))
            write_unit(out, records[0].id, records)


def with_contents(tellings: Sequence[Telling]) -> list[Telling]:
    """Each with the acts that its sentence tells as not yet done."""
    ahead: dict[str, dict[str, str]] = defaultdict(dict)
    for one in tellings:
        if one.event.status in (Status.DEMANDED, Status.PROMISED, Status.PLANNED):
            ahead[one.event.sentence][one.id] = one.act
    return [
        replace(one, contents=frozenset(act for id_, act in ahead[one.event.sentence].items() if id_ != one.id))
        if one.event.sentence in ahead
        else one
        for one in tellings
    ]


def heard_in(mentions: Iterable[Mention], who: Who) -> Mapping[str, frozenset[str]]:
    """The actors that each sentence mentions."""
    held: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if actor := who.id(mention.chain):
            held[mention.sentence].add(actor)
    return defaultdict(frozenset, {sentence: frozenset(actors) for sentence, actors in held.items()})


def matters(links: Iterable[Link]) -> Mapping[str, str]:
    """The thread of each report."""
    return {link.member: link.target for link in links if link.kind is LinkKind.THREAD}


class Page:
    """Sentences by id, and which of them stand in the body."""

    def __init__(self, sentences: Iterable[Sentence], paragraphs: Iterable[Paragraph]) -> None:
        self._sentences = {sentence.id: sentence for sentence in sentences}
        self._body = {p.id for p in paragraphs if p.kind is ParagraphKind.BODY}

    def sentence(self, event: Event) -> Sentence:
        """The sentence that tells an event."""
        return self._sentences[event.sentence]

    def by_paragraph(self, heard: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
        """The actors that the sentences of each paragraph mention, given those of each sentence."""
        held: dict[str, set[str]] = defaultdict(set)
        for sentence in self._sentences.values():
            held[sentence.paragraph] |= heard.get(sentence.id, frozenset())
        return {paragraph: frozenset(actors) for paragraph, actors in held.items()}

    def in_body(self, event: Event) -> bool:
        """True unless a heading tells it."""
        return self._sentences[event.sentence].paragraph in self._body


def acts(tellings: Iterable[Telling], order: Chronology, limit: int) -> Iterator[tuple[list[Telling], Pairs]]:
    """Members of each merged event in the story's order, and the comparisons that joined them."""
    for block in blocks(tellings, keys, limit):
        found = sorted(
            ((a, b, same) for a, b in block.pairs() if (same := one_act(a, b))),
            key=lambda pair: (
                -pair[2].score,
                distance(pair[0], pair[1]),
                place(pair[0], order),
                place(pair[1], order),
            ),
        )
        clusters = Clusters(block.items)
        for a, b, _ in found:
            if not clusters.together(a, b) and fit(clusters.members(a), clusters.members(b)):
                clusters.join(a, b)
        joined: dict[str, Pairs] = defaultdict(list)
        for a, b, same in found:
            if clusters.together(a, b):
                joined[clusters.members(a)[0].id].append((a, b, same))
        for group in clusters.all():
            pairs = joined[clusters.members(group[0])[0].id]
            yield sorted(group, key=lambda t: place(t, order)), pairs


def across_verbs(
    found: Iterable[tuple[list[Telling], Pairs]], order: Chronology, limit: int
) -> Iterator[tuple[list[Telling], Pairs]]:
    """Acts, each with those that other reports tell of the same occasion by another verb."""
    groups = list(found)
    clusters = Clusters(member for members, _ in groups for member in members)
    for members, _ in groups:
        for member in members[1:]:
            clusters.join(members[0], member)
    joining: Pairs = []
    for a, b, same in alike((Act(tuple(members)) for members, _ in groups), limit):
        if not clusters.together(a, b) and fits(unlike(clusters.members(a)), unlike(clusters.members(b))):
            clusters.join(a, b)
            joining.append((a, b, same))
    held: dict[str, Pairs] = defaultdict(list)
    for pairs in (*(pairs for _, pairs in groups), joining):
        for pair in pairs:
            held[clusters.members(pair[0])[0].id].append(pair)
    for group in clusters.all():
        yield sorted(group, key=lambda t: place(t, order)), held[clusters.members(group[0])[0].id]


def place(item: Telling, order: Chronology) -> tuple[object, ...]:
    """Where a telling stands in the story."""
    return (*order.at(item.event.report, item.event.words.start), item.id)


def fit(first: Sequence[Telling], second: Sequence[Telling]) -> bool:
    """True if no member of one group speaks against one of the other; alike members are asked once."""
    moving = any(member.moves for member in (*first, *second))
    return not any(clash(a, b, moving) for a in own_word(first) for b in own_word(second))


def own_word(members: Sequence[Telling]) -> list[Telling]:
    """One of each kind, without those whose day no text tells and whose sentence another gives with its day.

    Where some member's day is told, the day that we gave another member speaks against nobody.
    """
    kinds = unlike(members)
    dated = [m for m in kinds if stated(m.event)]
    if not dated:
        return kinds
    free = [m for m in kinds if not stated(m.event) and not any(one_sentence(m, other) for other in dated)]
    return dated + [replace(m, event=replace(m.event, time=None)) for m in free]


def unlike(members: Sequence[Telling]) -> list[Telling]:
    """One of each kind: same status, time, place and named participants."""
    kinds = {
        (m.event.status, m.event.time, m.place and m.place.id, m.actors, m.recipients, m.moves): m for m in members
    }
    return list(kinds.values())


def status_of(members: Sequence[Telling]) -> Status:
    """What happened, happened, whatever was planned before; else what the latest report says."""
    statuses = [standing(m) for m in members]
    return Status.HAPPENED if Status.HAPPENED in statuses else statuses[-1]


def type_of(members: Sequence[Telling]) -> tuple[EventType, str | None]:
    """The most frequent type and mode; of equals the one that is told first."""
    return Counter((m.event.type, m.event.mode) for m in members).most_common(1)[0][0]


def sides_of(members: Sequence[Telling], who: Who) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Actors and recipients, most often told first; each on the side where more tellings have them."""
    acting: Counter[str] = Counter(a for m in members for p in m.event.actors if (a := who.id(p.chain)))
    receiving: Counter[str] = Counter(a for m in members for p in m.event.recipients if (a := who.id(p.chain)))
    actors = tuple(a for a, n in acting.most_common() if n >= receiving[a])
    recipients = tuple(a for a, n in receiving.most_common() if n > acting[a])
    return actors, recipients


def place_of(members: Sequence[Telling], who: Who) -> str | None:
    """The place most often stated, a town before its country; an inferred one only if none is stated."""
    stated = [m.place for m in members if m.place]
    stated = stated or [place for m in members if (place := who.actor(m.event.place))]
    told = Counter(place.id for place in stated)
    return max(told, key=lambda p: (who.get(p).kind is ActorKind.PLACE, told[p], p), default=None)


def best_told(members: Sequence[Telling], page: Page) -> Telling:
    """The telling with most participants, in the body, as a thing that happened; of equals the first."""

    def merit(at: int) -> tuple[object, ...]:
        event = members[at].event
        who = len(members[at].named) + 0.5 * len(members[at].groups)
        return page.in_body(event), event.status is Status.HAPPENED, who, members[at].place is not None, -at

    return members[max(range(len(members)), key=merit)]


def records_of(
    members: Sequence[Telling], pairs: Pairs, page: Page, provenance: Provenance, who: Who
) -> list[Record]:
    """The merged event, a link and a support for each member."""
    status = status_of(members)
    time, disputed = time_of(members, status)
    type_, mode = type_of(members)
    actors, recipients = sides_of(members, who)
    best = best_told(members, page)
    merged = MergedEvent(
        id=content_id("m", members[0].id),
        type=type_,
        mode=mode,
        status=status,
        time=time,
        time_disputed=disputed,
        place=place_of(members, who),
        actors=actors,
        recipients=recipients,
        members=tuple(m.id for m in members),
        report=best.event.report,
        words=page.sentence(best.event).words,
    )
    links = [link_of(m, merged, pairs) for m in members]
    return [merged, *links, *(support_of(m, merged, page, provenance) for m in members)]


def link_of(member: Telling, merged: MergedEvent, pairs: Pairs) -> Link:
    """An event joined to its merged event, with its best reason."""
    own = [same for a, b, same in pairs if member.id in (a.id, b.id)]
    best = max(own, key=lambda same: same.score, default=Sameness(1.0, ("told once",)))
    return Link(
        id=content_id("l", LinkKind.EVENT, member.id, merged.id),
        kind=LinkKind.EVENT,
        member=member.id,
        target=merged.id,
        score=best.score,
        reasons=best.reasons,
    )


def support_of(member: Telling, merged: MergedEvent, page: Page, provenance: Provenance) -> Support:
    """The sentence of one report behind a merged event."""
    words = page.sentence(member.event).words
    return Support(
        id=content_id("b", merged.id, member.id),
        about=merged.id,
        member=member.id,
        report=member.event.report,
        words=words,
        origin=provenance.of_words(member.event.report, words.span),
        grounding=Grounding.VERBATIM,
    )
