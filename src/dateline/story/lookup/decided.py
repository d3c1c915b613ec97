"""What stands by a person's decision: every record with the rulings on it, and all decisions as a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.fuzzydate import from_edtf
from dateline.model import Actor, Aspect, Decision, DecisionKind, LinkKind
from dateline.story.anchors import MERGED
from dateline.story.decisions import Ruling, Rulings, in_order, rulings
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.wording import date_in_words

_RULED = {
    DecisionKind.MERGE: "held together",
    DecisionKind.SPLIT: "parted from others",
    DecisionKind.NOT_SAME: "kept apart from others",
    DecisionKind.SAME_EVENT: "held together",
    DecisionKind.NOT_SAME_EVENT: "kept apart from others",
    DecisionKind.SAME_ORIGIN: "held together",
    DecisionKind.NOT_SAME_ORIGIN: "kept apart from others",
    DecisionKind.REJECT: "rejected",
    DecisionKind.ACCEPT: "confirmed",
    DecisionKind.REATTRIBUTE: "given to this speaker",
    DecisionKind.UNDO: "undone",
}
_OF_FIRST = frozenset({DecisionKind.REATTRIBUTE})  # its second side only names the speaker


def ruled_in_words(decision: Decision) -> str:
    """`kept apart from others by decision of Ann Lee: two different people`."""
    return f"{_what(decision)} by decision of {decision.author}: {decision.reason}"


def _what(decision: Decision) -> str:
    if decision.kind is DecisionKind.RENAME:
        return f"named “{decision.value}”"
    if decision.kind is DecisionKind.REDATE:
        return f"dated {_date(decision.value or '')}"
    return _RULED[decision.kind]


def _date(value: str) -> str:
    try:
        return date_in_words(from_edtf(value))
    except ValueError:  # of a decision that was imported
        return value


class Decided:
    """The decisions in force, by every record that they are about and by what it was joined into."""

    def __init__(self, story: Story) -> None:
        self._story = story

    @cached_property
    def standing(self) -> Rulings:
        """All decisions as they stand."""
        return rulings(self._story)

    @property
    def rejected(self) -> Mapping[str, str]:
        """Records that are neither shown nor counted, each with the decision that says so."""
        return self.standing.rejected

    def on(self, id_: str) -> tuple[Ruling, ...]:
        """The rulings on a record, earliest first."""
        return tuple(self._by_record.get(id_, ()))

    def words(self, id_: str) -> tuple[str, ...]:
        """The rulings on a record in words; for a date that was ruled, the reports' own days too."""
        return tuple(self._words(id_, ruling) for ruling in self.on(id_))

    def speaker(self, id_: str) -> Actor | None:
        """Who was ruled to have said an utterance or a quotation; None if nobody ruled on it."""
        given = [ruling for ruling in self.on(id_) if ruling.decision.kind is DecisionKind.REATTRIBUTE]
        return self._story.actor_of(given[-1].sides[1][0]) if given else None

    def _words(self, id_: str, ruling: Ruling) -> str:
        words = ruled_in_words(ruling.decision)
        if ruling.decision.kind is not DecisionKind.REDATE:
            return words
        days = [c.value for c in self._story.claims(id_) if c.aspect is Aspect.DATE]
        told = ", ".join(dict.fromkeys(_date(day) for day in days))
        return f"{words} (the reports: {told})" if told else words

    @cached_property
    def _by_record(self) -> dict[str, list[Ruling]]:
        found: dict[str, list[Ruling]] = defaultdict(list)
        for ruling in self.standing.held:
            sides = ruling.sides[:1] if ruling.decision.kind in _OF_FIRST else ruling.sides
            members = [member for side in sides for member in side]
            joined = MERGED[ruling.decision.objects[0].kind][1]
            for id_ in dict.fromkeys([*members, *(t for m in members for t in self._targets(m, joined))]):
                found[id_].append(ruling)
        return found

    def _targets(self, member: str, kind: LinkKind) -> list[str]:
        links = self._story.links(member)
        return [link.target for link in links if link.member == member and link.kind is kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow(Row):
    """One decision, and how it stands."""

    kind: str
    about: tuple[str, ...]  # the words of the first anchor of each side
    value: str | None
    undoes: str | None
    author: str
    reason: str
    made: str  # ISO 8601, UTC
    state: str  # holds, undone, outranked, orphan
    because_of: str | None  # the decision that undoes or outranks it, or why it is an orphan
    members: tuple[str, ...]  # the records that it is about now


def decisions(story: Story) -> list[DecisionRow]:
    """All decisions, earliest first."""
    standing = rulings(story)
    held = {ruling.id: ruling for ruling in standing.held}
    return [_row(decision, standing, held.get(decision.id)) for decision in in_order(story.all(Decision))]


def _row(decision: Decision, standing: Rulings, ruling: Ruling | None) -> DecisionRow:
    lost = {orphan.decision.id: orphan.reason for orphan in standing.orphans}
    state, reason = "holds", None
    for name, found in (("undone", standing.undone), ("outranked", standing.outranked), ("orphan", lost)):
        if decision.id in found:
            state, reason = name, found[decision.id]
            break
    first = {given.side: given.text for given in reversed(decision.objects)}
    return DecisionRow(
        id=decision.id,
        kind=decision.kind.value,
        about=tuple(first[number] for number in sorted(first)),
        value=decision.value,
        undoes=decision.undoes,
        author=decision.author,
        reason=decision.reason,
        made=decision.made,
        state=state,
        because_of=reason,
        members=tuple(member for side in ruling.sides for member in side) if ruling else (),
    )
