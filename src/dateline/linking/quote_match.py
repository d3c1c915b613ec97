"""Quotations that are one utterance: the same words, trimmed, changed, or told without marks.

Short words need the same speaker on nearby days, long ones speak for themselves even where the reports name two
speakers. What everybody says ("no comment") is joined only within copies of one text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.ids import content_id
from dateline.linking.blocks import blocks
from dateline.linking.chronology import Chronology
from dateline.linking.clusters import Clusters
from dateline.linking.provenance import Provenance
from dateline.linking.rulings import Decided
from dateline.linking.settled import Settled
from dateline.linking.speech.printings import printed_relation, said_words, text_of
from dateline.linking.speech.renderings import Vectors, rendering, vectors
from dateline.linking.speech.spoken import Likeness, altered_briefly, contains, content, formulas, likeness, retold
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
    SpeechKind,
    Support,
    Utterance,
)
from dateline.span import Grounding
from dateline.story import Story, Writer

KEY_WORDS = 3  # words in a row that two quotations must share to be compared
SHORT_WORDS = 5  # below this: same speaker, within SHORT_DAYS
TELLING_WORDS = 2  # that carry meaning, in the same words of two speakers: one utterance, and in dispute whose
LONG_WORDS = 8  # from here on two named speakers are a dispute about one utterance, not two utterances
SHORT_DAYS = 2
MIDDLE_DAYS = 30  # for what lies between short and long, and for changed words
TOLD_DAYS = 3  # an utterance is told without marks, or by nobody known in other words, while it is news
SURE_WORDS = 14  # so many are not said by two, nor twice
SEASON_DAYS = 90  # in which one speaker's words are quoted again
RENDERED_DAYS = 2  # translations of one utterance are printed while it is news
DAYS_IN_BUCKET = RENDERED_DAYS + 1
TOLD_WORDS = 4  # content words that a telling without marks must share
TOLD_SHARE = 0.6  # of the shorter's content words


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, ready to be compared."""

    quotation: Quotation
    words: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str | None  # actor
    person: bool  # the speaker is a person with a name
    origin: str  # of the report
    day: int | None  # of the report's publication, by number
    only: bool = False  # the one thing in marks that its report has from its speaker

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def marked(self) -> bool:
        """True if it stands in quotation marks."""
        return self.quotation.kind is not SpeechKind.INDIRECT


class QuoteMatchStage(Settled):
    """Quotations, the actors who said them and the origins of their words in; utterances out."""

    name: ClassVar[str] = "quote_match"
    version: ClassVar[str] = "6"
    reads: ClassVar[tuple[type, ...]] = (
        *(Report, Chain, Mention, Quotation, Actor),
        *(CopyGroup, Origin, Link, Decision),
    )
    writes: ClassVar[tuple[type, ...]] = (Utterance, Link, Support)

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each utterance."""
        links = story.all(Link)
        who = Who(story.all(Actor), links, story.all(Chain))
        provenance = Provenance(links, story.all(CopyGroup))
        order = Chronology(story.all(Report))
        decided = Decided.of(story, AnchorKind.QUOTATION)
        quotations = decided.kept(story.all(Quotation))
        compare = Comparison(order, vectors(self.settings.model))
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
    ready = [said(quotation, who, provenance, order) for quotation in quotations if quotation.contents]
    printed = Counter((item.quotation.report, item.speaker) for item in ready if item.marked)
    ready = [replace(item, only=printed[item.quotation.report, item.speaker] == 1) for item in ready]
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


def said(quotation: Quotation, who: Who, provenance: Provenance, order: Chronology) -> Said:
    """Fold a quotation."""
    words = said_words(quotation)
    origin = provenance.of_words(quotation.report, quotation.contents[0].span)
    speaker = who.id(quotation.speaker)
    person = speaker is not None and who.is_person(speaker)
    day = order.day(quotation.report)
    return Said(quotation, words, content(words), speaker, person, origin, day.toordinal() if day else None)


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
            for bucket in sorted({item.day // DAYS_IN_BUCKET, (item.day + RENDERED_DAYS) // DAYS_IN_BUCKET}):
                yield f"{item.speaker} in {bucket}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares two quotations: when their reports came out, and which words are near in meaning."""

    order: Chronology
    vector_of: Vectors

    def __call__(self, a: Said, b: Said) -> Likeness | None:
        """How two quotations are one utterance; None if they are not."""
        return same_utterance(a, b, self.order) or self._put_otherwise(a, b)

    def _put_otherwise(self, a: Said, b: Said) -> Likeness | None:
        """Words altered in a short text, or two translations: one speaker, in two reports of near days."""
        if not (a.marked and b.marked) or a.speaker is None or a.speaker != b.speaker:
            return None
        apart = self.order.days_apart(a.quotation.report, b.quotation.report)
        if apart is None or apart > RENDERED_DAYS or a.quotation.report == b.quotation.report:
            return None
        if {a.words, b.words} & formulas():
            return None
        short, long = sorted((a.words, b.words), key=len)
        if len(set(content(short))) >= TELLING_WORDS and contains(long, short):
            return Likeness(Relation.TRIMMED, 0.9, ())
        return altered_briefly(a.words, b.words) or (
            None if a.origin == b.origin else rendering(a.words, b.words, self.vector_of, only=a.only and b.only)
        )


def same_utterance(a: Said, b: Said, order: Chronology) -> Likeness | None:
    """How two quotations are one utterance by their words; None if they are not."""
    if not (a.marked and b.marked):
        return told(a, b, order)
    like = likeness(a.words, b.words)
    if like is None:
        return None
    if a.quotation.report == b.quotation.report:
        again = like.relation in (Relation.IDENTICAL, Relation.TRIMMED)
        return like if again and not at_odds(a, b) and min(a.words, b.words) not in formulas() else None
    return like if one_occasion(a, b, like, order) else None


def one_occasion(a: Said, b: Said, like: Likeness, order: Chronology) -> bool:
    """True if words that are alike were said once, and not twice."""
    if like.relation is Relation.IDENTICAL and a.origin == b.origin:
        return True
    shorter = min(len(a.words), len(b.words))
    if a.words in formulas() or b.words in formulas():
        return False
    apart = order.days_apart(a.quotation.report, b.quotation.report)
    agreed = a.speaker is not None and a.speaker == b.speaker
    again = SEASON_DAYS if agreed or at_odds(a, b) else MIDDLE_DAYS
    if shorter < SURE_WORDS and apart is not None and apart > again:
        return False  # "We will win": many say it, and one says it again; seldom in more words
    if like.relation is Relation.IDENTICAL and SHORT_WORDS <= shorter < LONG_WORDS and at_odds(a, b):
        return len(a.content) >= TELLING_WORDS and apart is not None and apart <= SHORT_DAYS
    if shorter < SHORT_WORDS:
        return agreed and bool(a.content) and apart is not None and apart <= SHORT_DAYS
    if like.differences or like.relation is Relation.CHANGED:
        if apart is not None and apart > MIDDLE_DAYS:
            return False  # who says nearly the same a season later says it again
        news = apart is None or apart <= TOLD_DAYS
        if like.differences and not news:
            return False  # another number, or the opposite, some days later: said anew, or taken back
        return agreed or (news and not (like.differences or at_odds(a, b)))
    if shorter < LONG_WORDS:
        return not at_odds(a, b) and (agreed or apart is None or apart <= MIDDLE_DAYS)
    return True


def at_odds(a: Said, b: Said) -> bool:
    """True if two reports name two persons; "the ministry" and its minister are not at odds."""
    return a.person and b.person and a.speaker != b.speaker


def told(a: Said, b: Said, order: Chronology) -> Likeness | None:
    """One utterance of one speaker, at least once without marks: most content words shared, on nearby days."""
    apart = order.days_apart(a.quotation.report, b.quotation.report)
    if a.speaker is None or a.speaker != b.speaker or apart is None or apart > TOLD_DAYS:
        return None
    if a.quotation.report == b.quotation.report or a.quotation.denies != b.quotation.denies:
        return None
    ours, theirs = set(a.content), set(b.content)
    common = len(ours & theirs)
    share = common / max(1, min(len(ours), len(theirs)))
    if (common < TOLD_WORDS or share < TOLD_SHARE) and not (common >= TELLING_WORDS and retold(a.words, b.words)):
        return None
    relation = Relation.IDENTICAL if a.words == b.words else Relation.REPORTED
    return Likeness(relation, round(0.8 * share, 4), ())


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
