"""Disputes between clauses and sentences that no merged record holds together. Pure functions over claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.linking.accounts.differing import Differing
from dateline.linking.accounts.places import names_region
from dateline.linking.acts.telling import Telling
from dateline.linking.disputes import Dispute
from dateline.linking.speech.contradictions import Contradiction
from dateline.model import Aspect, Claim, ConflictKind, Sentence, Support

REGION_LETTERS = 20  # before the name of a place: "in the district of"


def of_accounts(
    pairs: Iterable[Differing], cells: Mapping[tuple[str, Aspect], Sequence[Claim]], found: Sequence[Dispute]
) -> Iterator[Dispute]:
    """Sentences that give the day, place or doer of one act otherwise, unless merged acts show the same."""
    seen = {(dispute.kind, frozenset(side.value for side in dispute.sides)) for dispute in found}
    for pair in pairs:
        values = frozenset(slot.value for slot in pair.slots)
        sides = tuple(
            next(claim for claim in cells[account.sentence, Aspect(pair.kind.value)] if claim.value == slot.value)
            for account, slot in zip((pair.first, pair.second), pair.slots, strict=True)
        )
        if (pair.kind, values) not in seen:
            seen.add((pair.kind, values))
            reason = f"told of one act: {sides[0].value}, and {sides[1].value}"
            yield Dispute(pair.kind, sides[0].about, sides, reason)


def of_clauses(
    pairs: Iterable[Contradiction], claims: Iterable[Claim], behind: Mapping[str, Sequence[Support]]
) -> Iterator[Dispute]:
    """Clauses that cannot both be right, said or told; of two records only the first pair is shown."""
    claim_at = {(support.member, claim.value): claim for claim in claims for support in behind[claim.id]}
    seen: set[frozenset[str]] = set()
    for pair in pairs:
        sides = tuple(
            claim_at[side.member, text] for side, text in zip((pair.first, pair.second), pair.texts, strict=True)
        )
        about = frozenset(claim.about for claim in sides)
        if len(about) == len(sides) and about not in seen:  # else two printings of one utterance
            seen.add(about)
            yield Dispute(ConflictKind.STATEMENT, sides[0].about, sides, pair.reason)


def whole(
    claims: Iterable[Claim], behind: Mapping[str, Sequence[Support]], pairs: Sequence[Contradiction]
) -> Iterator[Claim]:
    """The statements of quotations; no sentence that is claimed for a clause of the report's own."""
    told = {side.member for pair in pairs for side in (pair.first, pair.second) if side.member == side.sentence}
    for claim in claims:
        if told.isdisjoint(support.member for support in behind[claim.id]):
            yield claim


def in_region(told: Telling, sentences: Mapping[str, Sentence]) -> bool:
    """True if an act is told to be in some district: the other's town may lie there."""
    place, sentence = told.event.place_words, sentences[told.event.sentence].words
    before = sentence.text[: place.start - sentence.start] if place and place.start >= sentence.start else ""
    return names_region(before[-REGION_LETTERS:])
