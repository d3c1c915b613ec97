"""Values and how many give each: agreement is as explicit as conflict.

A value of an act, an utterance or an actor stands in one of three ways: two or more independent origins give it,
no second one is known to, or reports give another value that cannot hold beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from dateline.model import Aspect, Claim, Conflict, MergedEvent, Origin, Report, Role, Support, Utterance
from dateline.story.lookup.directory import Directory, Sources
from dateline.story.lookup.phrases import claim_in_words, role_in_words
from dateline.story.tally import counted
from dateline.story.views.agreement import GRADED, HELD, Fit, fit, subject_of
from dateline.story.wording import origins_in_words

# The events, as single reports tell them, whose day no words of the report give.
_UNDATED = "SELECT i.id FROM event AS e JOIN identity AS i ON i.key = e.key WHERE e.timex IS NULL"
SEVERAL = 2  # independent origins that make an agreement


class Standing(StrEnum):
    """How a value stands."""

    AGREED = "agreed"  # two or more independent origins give it, and none gives what cannot hold beside it
    DISPUTED = "disputed"
    ALONE = "alone"  # no second independent origin is known


@dataclass(frozen=True, slots=True)
class Agreement:
    """Another value that agrees with one."""

    claim: Claim
    fit: Fit
    sources: Sources


@dataclass(frozen=True, slots=True)
class Given:
    """One value with all that stands behind it and beside it."""

    claim: Claim
    supports: Sequence[Support]  # the earliest report first
    sources: Sources
    standing: Standing
    agrees: tuple[Agreement, ...]
    against: tuple[Claim, ...]  # the other sides of its disputes
    conflicts: tuple[str, ...]  # the ids of these
    inferred: bool  # a day that no report states: it follows from the course of the telling


@dataclass(frozen=True, eq=False)
class Ledger:
    """All values of a story; nothing is read or counted before it is asked for."""

    directory: Directory

    def given(self, claim: Claim) -> Given:
        """A value with what stands behind it and beside it."""
        disputes = self.disputes(claim)
        sides = dict.fromkeys(side for conflict in disputes for side in conflict.sides if side != claim.id)
        return Given(
            claim=claim,
            supports=self.supports(claim),
            sources=self._sources(claim),
            standing=self.standing(claim),
            agrees=tuple(Agreement(other, how, self._sources(other)) for other, how in self._agreeing(claim)),
            against=tuple(map(self.claim, sides)),
            conflicts=tuple(conflict.id for conflict in disputes),
            inferred=self.is_inferred(claim),
        )

    def standing(self, claim: Claim) -> Standing:
        """How a value stands; who gives a finer one within it gives it too."""
        if claim.id in self._disputes:
            return Standing.DISPUTED
        if self.is_inferred(claim):  # what no report states, none agrees on
            return Standing.ALONE
        finer = (other for other, how in self._agreeing(claim) if how in HELD)
        behind = [support for each in (claim, *finer) for support in self.supports(each)]
        if claim.aspect is Aspect.DATE:  # a day that we infer is no report's word
            behind = [support for support in behind if self._states_day(support)]
        if len(behind) < SEVERAL:  # most values: their origins need not be counted
            return Standing.ALONE
        return Standing.AGREED if self._behind(behind).origins_low >= SEVERAL else Standing.ALONE

    def is_inferred(self, claim: Claim) -> bool:
        """True for a day that no report states: it follows from the course of the telling."""
        return claim.aspect is Aspect.DATE and not any(map(self._states_day, self.supports(claim)))

    def read(self, ids: Iterable[str]) -> None:
        """Read values in one go, with what stands behind and beside them, before they are asked for one by one."""
        story = self.directory.story
        asked = story.many(Claim, ids).values()
        bearers = {subject_of(claim) for claim in asked if claim.aspect is Aspect.ROLE}
        story.read_related(Role, "actor", sorted(bearers))
        offices = {role.id for bearer in sorted(bearers) for role in story.related(Role, "actor", bearer)}
        about = offices | {claim.about for claim in asked}
        for kind in (MergedEvent, Utterance, Role):
            story.many(kind, about)
        story.read_related(Claim, "about", sorted(about))
        beside = [claim for id_ in sorted(about) for claim in story.claims(id_)]
        story.many(Claim, [claim.id for claim in beside])
        story.read_related(Support, "about", [claim.id for claim in beside])
        behind = [support for claim in beside for support in self.supports(claim)]
        story.many(Report, (support.report for support in behind))
        story.many(Origin, (support.origin for support in behind))

    def claim(self, id_: str) -> Claim:
        """The value with an id."""
        record = self.directory.story.get(id_)
        assert isinstance(record, Claim)  # noqa: S101 -- conflicts and indices refer to claims alone
        return record

    def supports(self, claim: Claim) -> Sequence[Support]:
        """The words behind a value, the earliest report first."""
        return self.directory.story.supports(claim.id)

    def disputes(self, claim: Claim) -> Sequence[Conflict]:
        """The disputes that a value is a side of."""
        return self._disputes.get(claim.id, ())

    def is_disputed(self, claim: str) -> bool:
        """True if a value, by its id, cannot hold beside another."""
        return claim in self._disputes

    def in_words(self, claim: Claim) -> str:
        """A value for a reader, as `claim_in_words` has it; of an office the office."""
        about = self.directory.story.get(claim.about)
        return (
            role_in_words(self.directory, about)
            if isinstance(about, Role)
            else claim_in_words(self.directory, claim)
        )

    def agreement_in_words(self, agreement: Agreement) -> str:
        """`Sept 2020, more coarsely (1 independent origin)`."""
        origins = origins_in_words(agreement.sources.origins_low, agreement.sources.origins_high)
        return f"{self.in_words(agreement.claim)}, {agreement.fit.value} ({origins})"

    def _states_day(self, support: Support) -> bool:
        """True if words of the report give the day of its telling."""
        return support.member not in self._undated

    @cached_property
    def _undated(self) -> frozenset[str]:
        rows = self.directory.story.connection.execute(_UNDATED)
        return frozenset(id_ for (id_,) in rows)

    def _sources(self, claim: Claim) -> Sources:
        return self._behind(self.supports(claim))

    def _behind(self, supports: Iterable[Support]) -> Sources:
        """The three counts behind words of reports."""
        told = sorted({(each.report, each.origin) for each in supports})
        tally = counted(self.directory.story, told)
        return Sources(tally.reports, tally.outlets, tally.outlets_unknown, tally.origins_low, tally.origins_high)

    def _agreeing(self, claim: Claim) -> Iterator[tuple[Claim, Fit]]:
        if claim.aspect not in GRADED:
            return
        for other in self._beside(claim):
            how = fit(self.directory, claim, other) if other.id != claim.id else None
            if how:
                yield other, how

    def _beside(self, claim: Claim) -> Sequence[Claim]:
        """All values of the same act, words or actor."""
        if subject_of(claim) == claim.about:
            return self.directory.story.claims(claim.about)
        roles = self.directory.story.related(Role, "actor", subject_of(claim))
        return [other for role in roles for other in self.directory.story.claims(role.id)]

    @cached_property
    def _disputes(self) -> Mapping[str, Sequence[Conflict]]:
        found: defaultdict[str, list[Conflict]] = defaultdict(list)
        for conflict in self.directory.story.all(Conflict):
            for side in conflict.sides:
                found[side].append(conflict)
        return found
