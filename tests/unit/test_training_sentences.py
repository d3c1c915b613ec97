"""The training sentences: whole, known labels, each its own."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from dateline.model import EventType, Status
from training.sentences import FOLDER, MODES, STATUSES, Example, coded_type, copies, examples, problems

ENOUGH = 80  # examples of a PLOVER type
ENOUGH_OF_OURS = 60  # of one of Dateline's own

_ONE = Example(
    sentence="Norland expelled three envoys.",
    source="Norland",
    target="three envoys",
    type="SANCTION",
    mode="expel",
    status="happened",
    coded="SANCTION",
    trigger="expelled",
)


@cache
def everything() -> tuple[Example, ...]:
    return tuple(examples())


def test_every_example_is_whole_and_its_labels_are_known():
    assert [(one.sentence, fault) for one in everything() for fault in problems(one)] == []


def test_no_example_is_told_twice_or_filled_into_anothers_skeleton():
    assert [(one.sentence, other.sentence) for one, other in copies(list(everything()))] == []


@pytest.mark.parametrize("type_", EventType, ids=str)
def test_every_type_has_enough_examples(type_):
    counts = Counter(one.coded for one in everything())
    assert counts[type_] >= (ENOUGH if type_.is_plover else ENOUGH_OF_OURS)


def test_every_mode_has_examples():
    counts = Counter((one.coded, one.mode) for one in everything())
    assert [
        (type_, mode) for type_, modes in MODES.items() for mode in sorted(modes) if counts[type_, mode] < 8
    ] == []


def test_an_example_lies_in_the_file_of_its_coded_type():
    for path in FOLDER.glob("*.jsonl"):
        assert f'"coded": "{path.stem}"' in path.read_text(encoding="utf-8")
        assert sum(one.coded == path.stem for one in everything()) == len(
            path.read_text(encoding="utf-8").splitlines()
        )


def test_types_and_statuses_are_those_of_the_model():
    assert set(MODES) == set(EventType)
    assert set(STATUSES) == {*Status, "threatened"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"trigger": "ousted"}, "not in the sentence: 'ousted'"),
        ({"source": "Nordland"}, "not in the sentence: 'Nordland'"),
        ({"source": None, "target": None}, "nobody takes part"),
        ({"mode": "demo"}, "SANCTION has no mode 'demo'"),
        ({"coded": "EXPEL"}, "unknown type: SANCTION, EXPEL"),
        ({"status": "rumoured"}, "unknown status: rumoured"),
        ({"status": "threatened"}, "threatened SANCTION is not coded SANCTION"),
        ({"sentence": "Norland expelled three envoys. "}, "white space"),
    ],
)
def test_a_fault_is_found(change, fault):
    assert list(problems(_ONE)) == []
    assert list(problems(replace(_ONE, **change))) == [fault]


def test_an_act_to_come_is_coded_by_the_manuals_rules():
    assert coded_type("AID", "promised") == "AGREE"
    assert coded_type("RETREAT", "planned") == "CONCEDE"
    assert coded_type("COERCE", "threatened") == "THREATEN"
    assert coded_type("PROTEST", "planned") == "PROTEST"
    assert coded_type("SUPPORT", "negated") is None


def test_a_filled_in_copy_is_found_and_a_second_pair_of_one_sentence_is_not():
    filled = replace(_ONE, sentence="Veskaria expelled two aides.", source="Veskaria", target="two aides")
    other_pair = replace(_ONE, source="three envoys", target=None)
    assert list(copies([_ONE, filled])) == [(_ONE, filled)]
    assert list(copies([_ONE, other_pair])) == []
    assert list(copies([_ONE, _ONE])) == [(_ONE, _ONE)]
