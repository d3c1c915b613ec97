"""A text that everybody prints is one origin, though each print is compared with some of the others only."""

from __future__ import annotations

from random import Random

from dateline.linking.blocks import PARTNERS, blocks
from dateline.linking.chronology import Chronology
from dateline.linking.copies import body_texts, copies
from dateline.linking.texts.lineage import age_key, between_roots, candidates, descents, kinships
from dateline.model import Origin, Paragraph, Quotation, Report
from dateline.settings import DEFAULTS
from tests.unit.linking.made import paragraphs, quotations, report

EVERYWHERE = 1000  # outlets that print one text
COPIES = 150  # enough to have more partners than a text is compared with
WIRE = """
The harbour authority of Varn closed the Alder Quay to cargo ships on Tuesday after divers found cracks in 14 of
its 60 pillars. Harbour master Jonna Revik said the quay could carry no crane before October.
About 320 dockers were sent home, according to the union Portlabour. Its chairman, Emil Tarn, demanded full wages.
The quay was rebuilt in 2009 by the company Nordstein for 47 million crowns, half of which came from the state.
Nordstein rejected any blame and called the damage a matter of neglect, for nobody had looked at it in nine years.
Ships will be sent to Selby, 80 kilometres to the south, where a second berth is to be opened within two weeks.
A ferry line to Dovia, which carried 90,000 people last summer, is not affected and sails as it always has done.
The town council meets on Thursday to talk of a loan, and the transport ministry has sent two inspectors.
"""
EDITS = (
    ("closed", "shut"), ("cargo ships", "freighters"), ("Tuesday", "June 3"), ("About", "Some"),
    ("sent home", "laid off"),
    ("rejected", "denied"), ("demanded", "called for"), ("rebuilt", "renewed"), ("to the south", "further south"),
    ("talk of", "discuss"), ("within two weeks", "in a fortnight"), ("divers", "a team of divers"),
)  # fmt: skip


def edited(number: int) -> Report:
    """The wire with a new byline, some words changed, and perhaps without its last paragraphs."""
    random = Random(number)  # noqa: S311
    text = WIRE.strip()
    for old, new in random.sample(EDITS, 3):
        text = text.replace(old, new)
    lines = text.split("\n")
    text = "\n\n".join(lines[: random.randint(len(lines) - 3, len(lines))])
    return report(f"By Reporter Number {number}\n\n{text}", f"2030-06-{3 + number % 5:02}")


def test_one_wire_text_with_light_edits_and_new_bylines_is_one_origin() -> None:
    found = origins([edited(number) for number in range(EVERYWHERE)])

    largest = max(len(origin.reports) for origin in found)
    print(f"{EVERYWHERE:,} prints of one text: {largest / EVERYWHERE:.1%} are one origin")  # noqa: T201 -- for `make sweep`
    assert largest >= 0.98 * EVERYWHERE


def test_copies_that_were_not_compared_with_each_other_do_not_part_a_text() -> None:
    """Every text has more partners than it is compared with."""
    texts = body_texts([edited(n) for n in range(COPIES)], *read([edited(n) for n in range(COPIES)]), 4)
    compared = sum(1 for block in candidates(texts, DEFAULTS.block_limit) for _ in block.pairs())

    assert COPIES * PARTNERS / 2 <= compared <= COPIES * PARTNERS < COPIES * (COPIES - 1) / 2


def test_an_item_is_compared_with_so_many_at_most_and_with_its_nearest_first() -> None:
    items = [Item(f"i{n:03}") for n in range(3 * PARTNERS)]
    close = {"i000": "twin", "i001": "twin"}

    (block,) = blocks(items, lambda item: ["all", close.get(item.id, item.id)], DEFAULTS.block_limit)
    pairs = list(block.pairs())

    assert (items[0], items[1]) in pairs
    assert len(pairs) == len(set(pairs)) <= PARTNERS * len(items)
    assert len(pairs) < len(items) * (len(items) - 1) / 2


def test_the_pairs_do_not_depend_on_the_order_of_the_items() -> None:
    items = [Item(f"i{n:03}") for n in range(3 * PARTNERS)]

    (one,) = blocks(items, lambda _: ["all"], DEFAULTS.block_limit)
    (other,) = blocks(items[::-1], lambda _: ["all"], DEFAULTS.block_limit)

    assert list(one.pairs()) == list(other.pairs())


class Item:
    def __init__(self, id_: str) -> None:
        self.id = id_


def origins(reports: list[Report]) -> list[Origin]:
    found = [record for _, records in copies(reports, *read(reports), DEFAULTS) for record in records]
    return [record for record in found if isinstance(record, Origin)]


def read(reports: list[Report]) -> tuple[list[Paragraph], list[Quotation]]:
    return [p for r in reports for p in paragraphs(r)], [q for r in reports for q in quotations(r)]


def test_first_texts_of_one_origin_are_found_though_none_was_compared_with_another() -> None:
    """So many prints of one text on one day that no two of the earliest ones are among their nearest partners."""
    reports = [edited(number) for number in range(COPIES)]
    texts = body_texts(reports, *read(reports), DEFAULTS.shingle_words)
    kin = [pair for block in candidates(texts, DEFAULTS.block_limit) for pair in kinships(block, DEFAULTS)]
    order = Chronology(reports)
    first = sorted(texts, key=lambda text: age_key(text, order))[:2]
    apart = [k for k in kin if {k.first.report, k.second.report} != {text.report for text in first}]
    for report_ in (text.report for text in first):
        later = {d.report for d in descents(apart, order, DEFAULTS)}
        assert report_ not in later

    (joined,) = between_roots(apart, order, DEFAULTS)

    assert {joined.first.report, joined.second.report} == {text.report for text in first}
