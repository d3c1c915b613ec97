"""Quotations that are one utterance: the same words, trimmed, changed, or told without marks.

Short words need the same speaker on nearby days, long ones speak for themselves even where the reports name two
speakers. What everybody says ("no comment") is joined only within copies of one text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.ids import content_id
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.clusters import Clusters
from dateline.linking.provenance import Provenance
from dateline.linking.rulings import Decided
from dateline.linking.settled import Settled
from dateline.linking.speech.occasions import Occasions
from dateline.linking.speech.one_utterance import WEEKLY_DAYS, Comparison, Said, said
from dateline.linking.speech.printings import printed_relation, text_of
from dateline.linking.speech.renderings import vectors
from dateline.linking.speech.scenes import Scenes
from dateline.linking.speech.spoken import Likeness
from dateline.linking.who import Who
from dateline.linking.writing import write_unit
from dateline.model import (
    Actor,
    AnchorKind,
    Chain,
    CopyGroup,
    Decision,
    Link,
    LinkKind,
    Mention,
    Origin,
    Quotation,
    Record,
    Relation,
    Report,
    Sentence,
    Support,
    Thread,
    Timex,
    Utterance,
)
from dateline.span import Grounding
from dateline.story import Story, Writer

KEY_WORDS = 3  # words in a row that two quotations must share to be compared
DAYS_IN_BUCKET = WEEKLY_DAYS + 1


class QuoteMatchStage(Settled):
    """Quotations, the actors who said them and the origins of their words in; utterances out."""

    name: ClassVar[str] = "quote_match"
    version: ClassVar[str] = "11"
    reads: ClassVar[tuple[type, ...]] = (
        *(Report, Sentence, Timex, Chain, Mention, Quotation, Actor),
        *(Thread, CopyGroup, Origin, Link, Decision),
    )
    writes: ClassVar[tuple[type, ...]] = (Utterance, Link, Support)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each utterance."""
        links = story.all(Link)
        who = Who(story.all(Actor), links, story.all(Chain))
        provenance = Provenance(links, story.all(CopyGroup))
        reports = story.all(Report)
        order = Chronology(reports)
        decided = Decided.of(story, AnchorKind.QUOTATION)
        quotations = decided.kept(story.all(Quotation))
        when = Occasions(reports, times_of(quotations, story))
        scenes = Scenes(story.all(Sentence), quotations)
        matters = {report: thread.id for thread in story.all(Thread) for report in thread.reports}
        compare = Comparison(order, when, vectors(self.settings.model), scenes, matters)
        found = utterances(quotations, who, provenance, compare, self.settings.block_limit)
        for members, pairs in decided.regrouped(found, lambda s: place(s, order), lambda s: s.words):
            records = decided.marked(records_of(members, pairs, who, provenance, order), who)
            write_unit(out, records[0].id, records)


REASONS = {
    Relation.IDENTICAL: "identical",
    Relation.TRIMMED: "trimmed",
    Relation.CHANGED: "changed in words",
    Relation.TRANSLATED: "the same in other words",
    Relation.REPORTED: "told without marks",
}
Pairs = list[tuple[Said, Said, Likeness]]


def utterances(
    quotations: Iterable[Quotation], who: Who, provenance: Provenance, compare: Comparison, limit: int
) -> Iterator[tuple[list[Said], Pairs]]:
    """Members of each utterance in the story's order, and the comparisons that joined them."""
    order = compare.order
    ready = [said(quotation, who, provenance, compare) for quotation in quotations if quotation.contents]
    printed = Counter((item.quotation.report, item.speaker) for item in ready if item.marked)
    recalled = {item.speaker for item in ready if item.marked and item.when.recalled}
    ready = [
        replace(item, only=printed[item.quotation.report, item.speaker] == 1, looked_back=item.speaker in recalled)
        for item in ready
    ]
    for block in blocks(ready, keys, limit):
        met = ((a, b, compare(a, b)) for a, b in block.pairs())
        found = only_renderings([(a, b, like) for a, b, like in met if like])
        found.sort(key=lambda pair: (-pair[2].score, place(pair[0], order), place(pair[1], order)))
        clusters = Clusters(block.items)
        for a, b, _ in found:
            full_a, full_b = fullest(clusters.members(a)), fullest(clusters.members(b))
            if {full_a.id, full_b.id} == {a.id, b.id} or compare(full_a, full_b):
                clusters.join(a, b)
        joined: dict[str, Pairs] = defaultdict(list)
        for a, b, like in found:
            if clusters.together(a, b):
                joined[clusters.members(a)[0].id].append((a, b, like))
        for group in clusters.all():
            pairs = joined[clusters.members(group[0])[0].id]
            yield sorted(group, key=lambda s: place(s, order)), pairs


def only_renderings(found: Pairs) -> Pairs:
    """Without the renderings that are not the best for both: a quotation has one counterpart in another report."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for a, b, like in found:
        for one, other in ((a, b), (b, a)):
            key = one.id, other.quotation.report
            best[key] = max(best.get(key, (0.0, "")), (like.score, other.id))
    return [
        (a, b, like)
        for a, b, like in found
        if like.relation is not Relation.TRANSLATED
        or (best[a.id, b.quotation.report][1] == b.id and best[b.id, a.quotation.report][1] == a.id)
    ]


def times_of(quotations: Iterable[Quotation], story: Story) -> list[Timex]:
    """The time expressions that say when each was said."""
    wanted = sorted({quotation.said_at for quotation in quotations if quotation.said_at})
    return [timex for id_ in wanted if isinstance(timex := story.get(id_), Timex)]


def place(item: Said, order: Chronology) -> tuple[object, ...]:
    """Where a quotation stands in the story."""
    return (*order.at(item.quotation.report, item.quotation.contents[0].start), item.id)


def keys(item: Said) -> Iterator[str]:
    """Three words in a row, not all of them function words; a speaker with two content words in a row."""
    if len(item.words) <= KEY_WORDS:
        yield f"all {' '.join(item.words)}"
    for at in range(len(item.words) - KEY_WORDS + 1):
        run = item.words[at : at + KEY_WORDS]
        if not STOP_WORDS.issuperset(run):
            yield " ".join(run)
    if item.speaker:
        for pair in zip(item.content, item.content[1:], strict=False):
            yield f"{item.speaker} {' '.join(sorted(pair))}"
        if item.day is not None:  # whose other words it may be, in another translation
            for bucket in sorted({item.day // DAYS_IN_BUCKET, (item.day + WEEKLY_DAYS) // DAYS_IN_BUCKET}):
                yield f"{item.speaker} in {bucket}"
        if item.looked_back and item.marked:
            yield f"{item.speaker} at any time"


def fullest(members: Iterable[Said]) -> Said:
    """The member with the most words, in marks if there is one."""
    return max(members, key=lambda m: (m.marked, len(m.words), m.id))


def relations(members: Sequence[Said]) -> tuple[Relation, ...]:
    """How each printing stands to the first."""
    first, *others = members
    return Relation.FIRST, *(printed_relation(first.quotation, m.quotation) for m in others)


def speakers_of(members: Sequence[Said], who: Who) -> tuple[str, ...]:
    """Every reading of who said it; two persons are a dispute, a ministry and its spokesman are not."""
    chains = [c for m in members for c in (m.quotation.speaker, m.quotation.other_speaker)]
    actors = list(dict.fromkeys(a for a in (who.id(c) for c in chains if c) if a))
    persons = [a for a in actors if who.is_person(a)]
    return tuple(sorted(persons)) if persons else tuple(actors[:1])


def records_of(
    members: Sequence[Said], pairs: Pairs, who: Who, provenance: Provenance, order: Chronology
) -> list[Record]:
    """The utterance, a link and a support for each member."""
    first, best = members[0].quotation, fullest(members)
    speakers = speakers_of(members, who)
    utterance = Utterance(
        id=content_id("u", first.id),
        text=text_of(best.quotation),
        stance=best.quotation.stance,
        speaker=speakers[0] if len(speakers) == 1 else None,
        speakers=speakers,
        members=tuple(m.id for m in members),
        relations=relations(members),
    )
    links = [link_of(member, utterance, pairs) for member in members]
    supports = [support_of(member, utterance, provenance) for member in members]
    return [utterance, *links, *supports]


def link_of(member: Said, utterance: Utterance, pairs: Pairs) -> Link:
    """A quotation joined to its utterance, with its closest likeness to another member."""
    own = [like for a, b, like in pairs if member.id in (a.id, b.id)]
    best = max(own, key=lambda like: like.score, default=None)
    reasons = (REASONS[best.relation], *best.differences) if best else ("said in one report only",)
    return Link(
        id=content_id("l", LinkKind.UTTERANCE, member.id, utterance.id),
        kind=LinkKind.UTTERANCE,
        member=member.id,
        target=utterance.id,
        score=round(best.score if best else 1.0, 4),
        reasons=reasons,
    )


def support_of(member: Said, utterance: Utterance, provenance: Provenance) -> Support:
    """The words of one report behind an utterance."""
    words = member.quotation.contents[0]
    return Support(
        id=content_id("b", utterance.id, member.id),
        about=utterance.id,
        member=member.id,
        report=member.quotation.report,
        words=words,
        origin=provenance.of_quotation(member.id, member.quotation.report, words.span),
        grounding=Grounding.VERBATIM,
    )
