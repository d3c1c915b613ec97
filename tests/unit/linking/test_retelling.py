"""Reworded copies against independent tellings of the same facts: the stories of retellings.toml."""

from __future__ import annotations

import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from dateline.linking.copies import body_texts, copies
from dateline.linking.texts.retelling import Told, answered, in_order, retold, same_quotation, told
from dateline.linking.texts.shingles import BodyText
from dateline.model import Origin, Report
from dateline.settings import DEFAULTS
from tests.unit.linking.made import paragraphs, quotations, report

STORIES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("retellings.toml").read_text("utf-8"))[
    "story"
]


def written(text: str, published: str = "2030-05-14", agencies: tuple[str, ...] = ()) -> Report:
    return report(text.strip(), published, agencies=agencies)


def origins(*reports: Report) -> list[set[str]]:
    pieces = [p for r in reports for p in paragraphs(r)]
    said = [q for r in reports for q in quotations(r)]
    found = [record for _, records in copies(reports, pieces, said, DEFAULTS) for record in records]
    return [set(record.reports) for record in found if isinstance(record, Origin) and record.reports]


def sentences(text: str) -> tuple[Told, ...]:
    one = written(text)
    body: BodyText = body_texts([one], paragraphs(one), quotations(one), 4)[0]
    return body.told


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["wire"].split()[1])
def test_a_reworded_copy_is_of_one_origin_with_its_wire_and_an_independent_telling_is_not(
    story: dict[str, Any],
) -> None:
    wire = written(story["wire"])
    reworded = [written(text, "2030-05-15") for text in story["copies"]]
    independent = [written(text, "2030-05-15") for text in story["tellings"]]

    found = origins(wire, *reworded, *independent)

    assert {wire.id, *(r.id for r in reworded)} in found
    assert all({r.id} in found for r in independent)


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["wire"].split()[1])
def test_a_reworded_copy_is_known_without_the_other_copies(story: dict[str, Any]) -> None:
    wire = written(story["wire"])

    for text, count in [(text, 1) for text in story["copies"]] + [(text, 2) for text in story["tellings"]]:
        assert len(origins(wire, written(text, "2030-05-15"))) == count


def test_texts_on_different_matters_are_never_retellings() -> None:
    for one, other in product(STORIES[:5], STORIES[5:]):
        assert len(origins(written(one["wire"]), written(other["wire"]))) == 2


def test_wires_of_two_agencies_are_two_origins_however_alike_they_tell_it() -> None:
    story = STORIES[0]
    first, second = story["wire"], story["copies"][0]

    assert len(origins(written(first, agencies=("NNA",)), written(second, agencies=("Tavpress",)))) == 2
    assert len(origins(written(first, agencies=("NNA",)), written(second, agencies=("NNA",)))) == 1


def test_a_sentence_tells_names_numbers_quotations_and_the_stems_of_other_words() -> None:
    (sentence,) = sentences("On Friday Čapek closed 14 of the quays, saying: “We shall not be moved by rain.”")

    assert sentence == {"@frida", "@capek", "close", "#14", "quays", "sayin", "“we shall not be moved by rain"}


def test_a_sentence_may_be_answered_by_two_but_only_in_order() -> None:
    text = sentences("Ada Noor sold 14 boats in Varn. Ben Ismay bought 20 nets in Selby.")
    cut_up = sentences(
        "In Varn there were 14 boats. They were sold by Ada Noor. Then Ben Ismay bought 20 nets in Selby."
    )
    turned = sentences("Ben Ismay bought 20 nets in Selby. Ada Noor sold 14 boats in Varn.")

    assert answered(text, cut_up) == 1.0
    assert answered(text, turned) < 0.7
    assert answered(text, ()) == answered((), text) == 0.0


def test_what_is_told_of_no_words_is_nothing() -> None:
    assert told([], [], [], ()) == ()


def test_each_sentence_of_a_quotation_is_a_fact_wherever_the_speaker_is_named() -> None:
    whole = sentences("“The quay is closed for good. The rest is a matter of money,” Emil Tarn said.")
    parted = sentences("“The quay is closed for good,” Emil Tarn said. “The rest is a matter of money.”")

    assert {item for one in whole for item in one if item[0] == "“"} == {
        item for one in parted for item in one if item[0] == "“"
    }


def test_two_reports_that_have_quotations_of_their_own_are_no_retelling_of_each_other() -> None:
    shared = (
        "Jonna Revik, the harbour master of Varn, said on Tuesday: “Nobody parks a bicycle on the Alder Quay.”"
    )
    first = f"{shared}\nEmil Tarn of Portlabour in Varn said: “We want the full wages for our men.”"
    second = f"{shared}\nEmil Tarn of Portlabour in Varn said: “There was money for the lighthouse.”"
    trimmed = f"{shared}\nEmil Tarn of Portlabour in Varn said: “We want the full wages.”"

    assert retold(sentences(first), sentences(second)) == (0.0, 0.0)
    assert min(retold(sentences(first), sentences(trimmed))) > 0.5


FERRY = (
    "The ferry Dagmar ran aground off Selby on May 3 with 212 people on board. "
    "Captain Ove Strand sent the first of 14 lifeboats to the island of Harn. "
    "“The engine stopped and nobody knew why it had stopped,” said the cook, Ada Noor. "
    "The owner, Nordlinje of Dovia, had the ship inspected in 2029."
)


def test_a_quotation_that_was_translated_there_and_back_is_no_source_of_its_own() -> None:
    assert same_quotation(
        "the engine stopped and nobody knew why", "the machine stopped and nobody knew the reason"
    )
    assert not same_quotation(
        "the engine stopped and nobody knew why", "there was money for a lighthouse and a band"
    )

    back = FERRY.replace(
        "The engine stopped and nobody knew why it had stopped", "The engine halted and nobody knew why"
    )

    assert min(retold(sentences(FERRY), sentences(back))) > 0.8


def test_who_tells_the_same_facts_in_another_order_tells_them_from_elsewhere() -> None:
    lines = FERRY.split(". ")
    turned = ". ".join([lines[2], lines[0], lines[1], *lines[3:]])
    common = frozenset(item for one in sentences(FERRY) for item in one)

    assert in_order(sentences(FERRY), sentences(FERRY), common) == 1.0
    assert in_order(sentences(FERRY), sentences(turned), common) < 0.9
    assert retold(sentences(FERRY), sentences(turned)) == (0.0, 0.0)


def test_two_short_reports_that_share_a_quotation_and_a_name_are_no_retelling() -> None:
    said = "“The work starts in Nerup. We shall see in October,” Ada Noor of Portlabour said."
    first = f"Workers at Rund Steel went on strike on May 3. {said}"
    second = f"Dovia is to vote on May 3. {said} A bridge was closed."

    assert retold(sentences(first), sentences(second)) == (0.0, 0.0)
