from __future__ import annotations

from collections import defaultdict

from dateline.model import EventType
from dateline.reading.acts.frames import FRAMES
from dateline.reading.acts.lexicon import Act, acts_of
from dateline.vocabulary import load

# The modes of the PLOVER manual (2024-02-04), by type; a type that is left out has none.
MODES = {
    "CONSULT": "visit third-party multilateral phone",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial"
    " drone heavy-weapons crowd-control unconventional",
}


def all_acts(part: str) -> list[Act]:
    return [act for table in load("plover")["act"] for act in acts_of(table, part)]


def test_every_mode_is_one_of_plovers_for_its_type() -> None:
    for act in all_acts("verbs") + all_acts("nouns"):
        assert act.type is not None
        assert act.mode is None or act.mode in MODES[act.type.value].split(), act


def test_every_type_has_triggers() -> None:
    assert {act.type for act in all_acts("verbs")} == set(EventType)


def test_every_frame_is_known() -> None:
    assert {act.frame for act in all_acts("verbs") + all_acts("nouns")} <= FRAMES


def test_no_pattern_tells_two_types() -> None:
    for part in ("verbs", "nouns"):
        types = defaultdict(set)
        for act in all_acts(part):
            if act.needs is None:
                types[act.words].add(act.type)
        assert {words: found for words, found in types.items() if len(found) > 1} == {}
