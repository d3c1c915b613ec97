"""Groups of the machine as decisions want them, and what stands on records by decision."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.linking.copies import copies
from dateline.linking.rulings import Decided
from dateline.model import (
    Anchor,
    AnchorKind,
    CopyGroup,
    CopyKind,
    Decision,
    DecisionKind,
    Link,
    Origin,
    Record,
    Report,
)
from dateline.settings import DEFAULTS
from dateline.story.bench import Bench
from dateline.story.decisions import Ruling
from tests.unit.linking.made import paragraphs, quotations, report

TOWN = (
    "The harbour of Varn will be closed to all ships from the first of June, the council decided last night. "
    "Fishermen had asked for a later date, but the dredging of the northern basin cannot wait for the summer. "
    "The mayor promised to publish the plans for a new lighthouse before the month ends, and to hear everyone."
)


@dataclass(frozen=True)
class Item:
    id: str


def ruling(number: int, kind: DecisionKind, *sides: str, about: AnchorKind = AnchorKind.CHAIN) -> Ruling:
    """Each side is given by the letters of its records."""
    anchors = tuple(
        Anchor(at, about, letter, "r", "", None, letter) for at, side in enumerate(sides) for letter in side
    )
    decision = Decision(
        id=f"d_{number}",
        kind=kind,
        objects=anchors,
        value=None,
        undoes=None,
        author="Ann",
        reason="seen",
        made=str(number),
    )
    return Ruling(decision, tuple(tuple(side) for side in sides))


def grouped(groups: str, *rulings: Ruling, traits: dict[str, str] | None = None) -> set[str]:
    """`"abc d"`: two groups; the result as sorted words."""
    given = [[Item(letter) for letter in word] for word in groups.split()]
    found = Decided(Bench(rulings).held).grouped(given, lambda item: (traits or {}).get(item.id, ""))
    return {"".join(sorted(item.id for item in group)) for group in found}


SAME, APART = DecisionKind.MERGE, DecisionKind.NOT_SAME


def test_groups_that_nobody_ruled_on_stay() -> None:
    assert grouped("abc d ef") == {"abc", "d", "ef"}
    assert grouped("abc d ef", ruling(1, SAME, "d", "e")) == {"abc", "def"}


def test_a_group_of_two_who_are_kept_apart_is_divided() -> None:
    assert grouped("ab cd", ruling(1, APART, "a", "b")) == {"a", "b", "cd"}


def test_what_nobody_ruled_on_goes_with_the_part_that_is_most_like_it() -> None:
    likeness = {"a": "xy", "b": "zw", "c": "zw", "d": "x"}
    assert grouped("abcd", ruling(1, APART, "a", "b"), traits=likeness) == {"ad", "bc"}


def test_groups_held_together_by_one_member_each_become_one_whole() -> None:
    assert grouped("ab cd ef", ruling(1, SAME, "b", "c"), ruling(2, SAME, "d", "e")) == {"abcdef"}


def test_a_group_joined_by_decision_is_divided_where_two_in_it_are_kept_apart() -> None:
    found = grouped("ab cd", ruling(1, APART, "a", "d"), ruling(2, SAME, "b", "c"))
    assert any({"b", "c"} <= set(group) for group in found)
    assert not any({"a", "d"} <= set(group) for group in found)


def test_every_member_of_a_side_is_kept_from_every_member_of_the_other() -> None:
    found = grouped("abcd", ruling(1, APART, "ab", "cd"))
    assert found == {"ab", "cd"}


def test_what_is_kept_apart_from_two_that_are_alike_is_apart_from_both() -> None:
    found = grouped("abc", ruling(1, APART, "a", "b"), ruling(2, SAME, "b", "c"))
    assert found == {"a", "bc"}


def test_a_later_merge_outranks_what_it_runs_through() -> None:
    assert grouped("ab c", ruling(1, APART, "a", "c"), ruling(2, SAME, "b", "c"), ruling(3, SAME, "a", "b")) == {
        "abc"
    }


def of_copies(reports: list[Report], *rulings: Ruling) -> list[Record]:
    pieces = [piece for one in reports for piece in paragraphs(one)]
    said = [quotation for one in reports for quotation in quotations(one)]
    decided = Decided(rulings)
    units = copies(reports, pieces, said, DEFAULTS, decided)
    return [record for _, records in units for record in decided.marked(records)]


def on_reports(kind: DecisionKind, first: Report, second: Report) -> Ruling:
    made = ruling(1, kind, "x", "y", about=AnchorKind.REPORT)
    return replace(made, sides=((first.id,), (second.id,)))


def test_a_copy_that_is_ruled_to_be_none_shares_neither_origin_nor_passage_with_its_twin() -> None:
    first, second = report(TOWN), report(f"{TOWN} Rain is expected.", "2030-05-15")
    assert [one.kind for one in of_copies([first, second]) if isinstance(one, CopyGroup)] == [CopyKind.REPORT]

    found = of_copies([first, second], on_reports(DecisionKind.NOT_SAME_ORIGIN, first, second))
    origins = [one for one in found if isinstance(one, Origin)]
    assert {one.reports for one in origins} == {(first.id,), (second.id,)}
    assert not [one for one in found if isinstance(one, CopyGroup)]
    assert all("decided by Ann: seen" in one.reason for one in origins)


def test_reports_that_are_ruled_to_be_one_text_are_one_origin_with_the_reason() -> None:
    first, second = (
        report(TOWN),
        report("The mayor was ill, and nobody spoke of the harbour any more.", "2030-05-15"),
    )
    found = of_copies([first, second], on_reports(DecisionKind.SAME_ORIGIN, first, second))
    (origin,) = [one for one in found if isinstance(one, Origin)]
    assert origin.reports == (first.id, second.id)
    links = [one for one in found if isinstance(one, Link)]
    assert all(one.reasons[-1] == "decided by Ann: seen" and one.score == 1.0 for one in links)
