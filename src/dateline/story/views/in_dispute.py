"""What is disputed of a record, in a line with the values of all sides: for rows that tell the record itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dateline.model import Aspect, Claim, Conflict, ConflictKind
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.phrases import claim_in_words, said_by
from dateline.story.wording import count_of


class InDispute(NamedTuple):
    """A dispute in words, and the id of the conflict."""

    words: str  # `place disputed: Varn / Selby`
    conflict: str


def in_dispute(directory: Directory) -> Mapping[str, Sequence[InDispute]]:
    """What is disputed of each act, utterance or actor that a side is of; other wordings of one utterance once."""
    story = directory.story
    claims = {claim.id: claim for claim in story.all(Claim)}
    of: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in story.all(Conflict):
        of[conflict.about].append(conflict)
    found: defaultdict[str, dict[InDispute, None]] = defaultdict(dict)
    worded: defaultdict[str, list[Conflict]] = defaultdict(list)
    for conflict in sorted(story.all(Conflict), key=lambda conflict: conflict.id):
        if conflict.kind is ConflictKind.WORDING:
            worded[conflict.about].append(conflict)
            continue
        if any(
            conflict.kind is other.kind and set(conflict.sides) < set(other.sides) for other in of[conflict.about]
        ):
            continue  # another one has these sides and more
        values = " / ".join(_side(directory, claims[side]) for side in conflict.sides)
        dispute = InDispute(f"{conflict.kind.value} disputed: {values}", conflict.id)
        for about in (conflict.about, *(claims[side].about for side in conflict.sides)):
            found[about][dispute] = None
    for about, conflicts in worded.items():
        found[about][_wordings(conflicts)] = None
    return {about: tuple(disputes) for about, disputes in found.items()}


def _wordings(conflicts: Sequence[Conflict]) -> InDispute:
    """The smallest difference between two printings; each pair of several printings is a conflict of its own."""
    words = {conflict.id: conflict.reason.partition(": ")[2] or conflict.reason for conflict in conflicts}
    shown = min(words, key=lambda id_: (len(words[id_]), id_))
    others = len(conflicts) - 1
    more = f"; {count_of(others, 'more pair')} of printings differ" if others else ""
    return InDispute(f"wording disputed: {words[shown]}{more}", shown)


def _side(directory: Directory, claim: Claim) -> str:
    """A side: a number or a statement in the first report's own words, a date or a name in ours."""
    if claim.aspect is Aspect.STATEMENT:
        return f"{said_by(directory, claim)}: “{_printed(directory, claim)}”"
    if claim.aspect is Aspect.NUMBER:
        return f"{_printed(directory, claim)} {claim.unit or ''}".rstrip()
    return claim_in_words(directory, claim)


def _printed(directory: Directory, claim: Claim) -> str:
    """The words of the report that gives it first."""
    supports = directory.story.supports(claim.id)
    return " ".join(supports[0].words.text.split()) if supports else claim.value


def of_records(disputes: Mapping[str, Sequence[InDispute]], ids: Iterable[str]) -> tuple[InDispute, ...]:
    """What is disputed of any of these records, each dispute once."""
    return tuple(dict.fromkeys(dispute for id_ in ids for dispute in disputes.get(id_, ())))
