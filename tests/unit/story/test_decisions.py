"""Decisions: how they are made, kept, weighed against each other, undone, and lost."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from dateline.errors import DecisionError, RecordError
from dateline.export.decisions import decision_lines, read_decisions
from dateline.ids import content_id
from dateline.model import Actor, ActorKind, ActorName, Chain, Decision, DecisionKind, Link, LinkKind, Record
from dateline.story import Store, Writer
from dateline.story.deciding import Kept, Ruled, decide, keep, undo
from dateline.story.decisions import decision_id, rulings
from dateline.testing import arrival

NOW = dt.datetime(2031, 5, 9, 12, tzinfo=dt.UTC)
REPORT = arrival("Five ships.").report


def chain(name: str) -> Chain:
    return Chain(
        id=f"k_{name}",
        report=REPORT.id,
        name=name,
        names=(name,),
        kind=ActorKind.PERSON,
        kind_score=1.0,
        gender=None,
        plural=False,
    )


def actor(members: str) -> list[Record]:
    id_ = f"a_{members}"
    links = [
        Link(id=content_id("l", m, id_), kind=LinkKind.ACTOR, member=f"k_{m}", target=id_, score=1.0, reasons=())
        for m in members
    ]
    names = (ActorName(members, 1),)
    person = Actor(
        id=id_, name=members, names=names, kind=ActorKind.PERSON, kind_score=1.0, gender=None, country=None
    )
    return [person, *links]


@pytest.fixture
def store() -> Store:
    """Chains k_b to k_g in one report, and one actor for each."""
    store = Store.in_memory()
    with store.atomic():
        store.replace("reading", REPORT.id, [REPORT, *map(chain, "bcdefg")], version="1", digest="")
    link(store, *"bcdefg")
    return store


def link(store: Store, *actors: str) -> None:
    def stage(_: object, out: Writer) -> None:
        for letters in actors:
            out.replace(letters, actor(letters))

    with store.atomic():
        store.run_corpus_stage("actors", "1", (Actor, Link), stage)
        store.settle_redirects()


def ruled(store: Store, kind: DecisionKind, *ids: str, value: str | None = None) -> Kept:
    return decide(store, Ruled(kind=kind, ids=ids, author="Mara Quist", reason="seen", value=value), NOW)


def held(store: Store) -> list[str]:
    return [ruling.id for ruling in rulings(store.story).held]


def test_a_decision_names_the_words_of_its_objects(store: Store) -> None:
    made = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    assert [(given.side, given.member, given.text) for given in made.objects] == [(0, "k_b", "b"), (1, "k_c", "c")]
    assert {given.digest for given in made.objects} == {REPORT.digest}


def test_a_merge_through_two_that_are_kept_apart_is_refused_and_names_the_decision(store: Store) -> None:
    apart = ruled(store, DecisionKind.NOT_SAME, "a_b", "a_d").decision
    ruled(store, DecisionKind.MERGE, "a_b", "a_c")
    with pytest.raises(DecisionError, match=apart.id):
        ruled(store, DecisionKind.MERGE, "a_c", "a_d")
    assert len(store.story.all(Decision)) == 2


def test_a_merge_of_actors_whose_other_members_are_kept_apart_is_refused(store: Store) -> None:
    ruled(store, DecisionKind.NOT_SAME, "a_b", "a_d")
    link(store, "cb", "ed", "f", "g")
    with pytest.raises(DecisionError, match="kept apart"):
        ruled(store, DecisionKind.MERGE, "k_c", "k_e")


def test_keeping_apart_what_two_merges_hold_together_is_refused(store: Store) -> None:
    ruled(store, DecisionKind.MERGE, "a_b", "a_c")
    second = ruled(store, DecisionKind.MERGE, "a_c", "a_d").decision
    with pytest.raises(DecisionError, match=second.id):
        ruled(store, DecisionKind.NOT_SAME, "a_b", "a_d")


def test_once_undone_a_decision_stands_against_nothing(store: Store) -> None:
    apart = ruled(store, DecisionKind.NOT_SAME, "a_b", "a_c").decision
    undo(store, apart.id, "Mara Quist", "I was wrong", NOW)
    merged = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    assert held(store) == [merged.id]


def test_an_undone_undo_brings_the_decision_back(store: Store) -> None:
    first = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    undoing = undo(store, first.id, "Mara Quist", "I was wrong", NOW).decision
    assert held(store) == []
    undo(store, undoing.id, "Mara Quist", "I was right", NOW)
    assert held(store) == [first.id]


def test_a_decision_is_undone_once(store: Store) -> None:
    first = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    undo(store, first.id, "Mara Quist", "I was wrong", NOW)
    with pytest.raises(DecisionError, match="undone already"):
        undo(store, first.id, "Mara Quist", "I was wrong", NOW)


def test_of_two_names_the_later_holds_and_says_so(store: Store) -> None:
    first = ruled(store, DecisionKind.RENAME, "a_b", value="Bo").decision
    second = ruled(store, DecisionKind.RENAME, "a_b", value="Bo Lind")
    assert second.outranks == (first,)
    assert held(store) == [second.decision.id]


def test_decisions_of_one_moment_keep_their_order(store: Store) -> None:
    made = [ruled(store, DecisionKind.RENAME, "a_b", value=name).decision for name in ("x", "y", "z")]
    assert [decision.made for decision in made] == sorted({decision.made for decision in made})


def test_of_imported_decisions_that_cannot_both_hold_the_later_one_does(store: Store) -> None:
    apart = ruled(store, DecisionKind.NOT_SAME, "a_b", "a_d").decision
    undo(store, apart.id, "Mara Quist", "for a while", NOW)
    ruled(store, DecisionKind.MERGE, "a_b", "a_c")
    last = ruled(store, DecisionKind.MERGE, "a_c", "a_d").decision
    other = Store.in_memory()
    with other.atomic():
        other.replace("reading", REPORT.id, [REPORT, *map(chain, "bcdefg")], version="1", digest="")
    given = [one for one in read_decisions(decision_lines(store.story)) if one.kind is not DecisionKind.UNDO]
    kept = keep(other, given)
    assert [one.outranks for one in kept if one.decision.id == last.id] == [(apart,)]
    assert rulings(other.story).outranked == {apart.id: last.id}


def test_a_later_parting_outranks_only_the_last_of_the_merges_on_the_way(store: Store) -> None:
    first = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    second = ruled(store, DecisionKind.MERGE, "a_c", "a_d").decision
    stray = ruled(store, DecisionKind.NOT_SAME, "a_e", "a_d").decision
    given = [replace(o, member="k_b", text="b") if o.text == "e" else o for o in stray.objects]
    draft = replace(stray, objects=tuple(given), made="2031-06-01T00:00:00.000000+00:00")
    keep(store, [replace(draft, id=decision_id(draft))])
    assert rulings(store.story).outranked.keys() == {second.id}
    assert first.id in held(store)


def test_export_and_import_are_each_other_s_inverse_and_duplicates_are_passed_over(store: Store) -> None:
    ruled(store, DecisionKind.MERGE, "a_b", "a_c")
    ruled(store, DecisionKind.RENAME, "a_d", value="“D” \u2028")
    lines = decision_lines(store.story)
    assert {one.id: one for one in read_decisions(lines)} == {one.id: one for one in store.story.all(Decision)}
    assert keep(store, read_decisions(lines)) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda line: line.replace("seen", "unseen"),
        lambda line: line.replace('"side": 0', '"side": "0"'),
        lambda line: line.replace('"author"', '"editor"'),
        lambda line: line.replace('"merge"', '"marry"'),
        lambda line: line[:-3],
        lambda line: line.replace("seen", "\\ud800"),
        lambda _: "[]",
        lambda _: '{"objects": [1], "kind": "merge"}',
    ],
)
def test_a_line_that_was_edited_is_refused(store: Store, change: object) -> None:
    ruled(store, DecisionKind.MERGE, "a_b", "a_c")
    (line,) = decision_lines(store.story)
    with pytest.raises(DecisionError, match="line 2"):
        read_decisions([line, change(line)])  # type: ignore[operator]


def test_letters_that_are_none_are_no_fault(store: Store) -> None:
    made = ruled(store, DecisionKind.RENAME, "a_d", value=" D\ud800 ").decision
    assert made.value == "D?"


def test_a_decision_is_never_deleted_or_changed(store: Store) -> None:
    made = ruled(store, DecisionKind.MERGE, "a_b", "a_c").decision
    with pytest.raises(RecordError, match="never deleted"), store.atomic():
        store.delete("decisions", made.id)
    with pytest.raises(RecordError, match="never changed"), store.atomic():
        store.story.connection.execute("UPDATE decision SET reason = 'other'")
    assert store.story.all(Decision) == [made]


def test_a_decision_whose_words_are_gone_is_an_orphan_and_is_not_moved_to_a_look_alike(store: Store) -> None:
    made = ruled(store, DecisionKind.NOT_SAME, "a_b", "a_c").decision
    like = arrival("Five ships!").report
    with store.atomic():
        store.keep_stages({"decisions"})
        chains = [replace(chain(name), id=f"n_{name}", report=like.id) for name in "bc"]
        store.replace("reading", like.id, [like, *chains], version="1", digest="")
    standing = rulings(store.story)
    assert standing.held == ()
    assert [orphan.decision for orphan in standing.orphans] == [made]
    assert "no longer in the story" in standing.orphans[0].reason


def test_a_decision_finds_its_words_under_another_id(store: Store) -> None:
    ruled(store, DecisionKind.NOT_SAME, "a_b", "a_c")
    with store.atomic():
        store.keep_stages({"decisions"})
        chains = [replace(chain(name), id=f"n_{name}") for name in "bc"]
        store.replace("reading", REPORT.id, [REPORT, *chains], version="2", digest="")
    assert [ruling.sides for ruling in rulings(store.story).held] == [(("n_b",), ("n_c",))]


@pytest.mark.parametrize(
    ("kind", "ids", "value"),
    [
        (DecisionKind.MERGE, ("a_b", "a_b"), None),
        (DecisionKind.MERGE, ("a_b", REPORT.id), None),
        (DecisionKind.SAME_ORIGIN, ("a_b", "a_c"), None),
        (DecisionKind.SPLIT, ("a_b", "k_c"), None),
        (DecisionKind.SPLIT, ("a_b", "k_b"), None),
        (DecisionKind.RENAME, ("a_b",), "  "),
        (DecisionKind.REDATE, ("a_b",), "2031-05-06"),
    ],
)
def test_what_cannot_be_ruled_is_refused(
    store: Store, kind: DecisionKind, ids: tuple[str, ...], value: str | None
) -> None:
    with pytest.raises(DecisionError):
        ruled(store, kind, *ids, value=value)


def test_a_decision_needs_a_reason_and_an_author(store: Store) -> None:
    with pytest.raises(DecisionError, match="reason"):
        decide(store, Ruled(kind=DecisionKind.MERGE, ids=("a_b", "a_c"), author="Mara Quist", reason=" "), NOW)
    with pytest.raises(DecisionError, match="author"):
        decide(store, Ruled(kind=DecisionKind.MERGE, ids=("a_b", "a_c"), author="", reason="seen"), NOW)


def test_part_of_an_actor_is_split_off_by_its_report(store: Store) -> None:
    link(store, "bcd", "e", "f", "g")
    made = ruled(store, DecisionKind.SPLIT, "a_bcd", "k_c").decision
    assert [(given.side, given.text) for given in made.objects] == [(0, "c"), (1, "b"), (1, "d")]
