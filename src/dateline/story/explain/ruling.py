"""Explaining what a person ruled: a decision itself, and the decisions that any other record stands by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dateline.errors import NotFoundError
from dateline.model import Decision, DecisionKind, Record
from dateline.story.decisions import Rulings, rulings
from dateline.story.explain.explanation import Line, Part, Told, part
from dateline.story.explain.teller import Teller
from dateline.story.lookup.decided import Decided, ruled_in_words

_SAYS = {
    DecisionKind.MERGE: "are one",
    DecisionKind.SPLIT: "does not belong to what it was joined with",
    DecisionKind.NOT_SAME: "are different ones",
    DecisionKind.SAME_EVENT: "are one event",
    DecisionKind.NOT_SAME_EVENT: "are different events",
    DecisionKind.SAME_ORIGIN: "come from one text",
    DecisionKind.NOT_SAME_ORIGIN: "do not come from one text",
    DecisionKind.RENAME: "is named",
    DecisionKind.REJECT: "is rejected",
    DecisionKind.ACCEPT: "is confirmed",
    DecisionKind.REDATE: "is dated",
    DecisionKind.REATTRIBUTE: "was said by somebody else than the reports say",
}


def decision(teller: Teller, record: Decision) -> Told:
    """What was ruled, by whom and why, on which words, and whether it holds."""
    standing = rulings(teller.story)
    if record.kind is DecisionKind.UNDO:
        says = f"A decision by {record.author}: an earlier decision no longer holds."
        about = [Line("the decision that is undone", _there(teller, record.undoes))]
        return says, (*part("Why", [record.reason]), *part("Undoes", about), *_state(record, standing, teller))
    value = f" “{record.value}”" if record.value else ""
    first = record.objects[0].text if record.objects else "nothing"
    others = len({given.side for given in record.objects}) - 1
    more = f" and {others} more" if others and record.kind is not DecisionKind.REATTRIBUTE else ""
    says = f"A decision by {record.author}: “{first}”{more} {_SAYS[record.kind]}{value}."
    return says, (
        *part("Why", [record.reason]),
        *part("On these words", _objects(teller, record)),
        *_state(record, standing, teller),
    )


def stands_by(teller: Teller, record: Record) -> tuple[Part, ...]:
    """The decisions in force that a record stands by; nothing for most records."""
    if isinstance(record, Decision):
        return ()
    return part(
        "By decision", (Line(ruled_in_words(r.decision), r.id) for r in Decided(teller.story).on(record.id))
    )


def _objects(teller: Teller, record: Decision) -> Iterator[Line]:
    for number, (_, side) in enumerate(groupby(record.objects, key=lambda given: given.side)):
        for given in side:
            beside = "" if number == 0 else "against " if record.kind is not DecisionKind.REATTRIBUTE else "to "
            yield Line(f"{beside}{given.kind.value} “{given.text}”", _there(teller, given.member))


def _there(teller: Teller, id_: str | None) -> str | None:
    """An id that leads on; None where the story has no such record now."""
    try:
        return teller.story.get(id_).id if id_ else None
    except NotFoundError:
        return None


def _state(record: Decision, standing: Rulings, teller: Teller) -> tuple[Part, ...]:
    """Whether it holds, and if not, why."""
    lost = {orphan.decision.id: orphan.reason for orphan in standing.orphans}
    if record.id in standing.undone:
        line = Line("undone by a later decision", _there(teller, standing.undone[record.id]))
    elif record.id in standing.outranked:
        line = Line("outranked by a later decision", _there(teller, standing.outranked[record.id]))
    elif record.id in lost:
        line = Line(f"an orphan: {lost[record.id]}")
    else:
        line = Line("it holds")
    return part("How it stands", [line])
