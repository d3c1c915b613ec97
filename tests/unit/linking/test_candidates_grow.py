"""What is compared grows with the reports and not with their square: counted on generated stories.

The reports, names, quotations and events are the generator's own, so that no report must be parsed. A hundred and
a thousand reports in `make test`, ten thousand in `make sweep`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any, cast

import pytest

from dateline.fuzzydate import FuzzyDate
from dateline.linking.acts.other_verbs import Act
from dateline.linking.acts.other_verbs import keys as occasion_keys
from dateline.linking.acts.telling import Telling, telling
from dateline.linking.acts.telling import keys as act_keys
from dateline.linking.blocks import PARTNERS, Block, blocks
from dateline.linking.copies import body_texts
from dateline.linking.names.people import name_keys
from dateline.linking.quote_match import keys as quotation_keys
from dateline.linking.speech.occasions import Occasion
from dateline.linking.speech.one_utterance import Said
from dateline.linking.speech.spoken import content, tokens
from dateline.linking.texts.lineage import candidates
from dateline.linking.texts.shingles import BodyText
from dateline.model import EventType
from dateline.reading.names.spelling import name_words
from dateline.settings import DEFAULTS
from dateline.span import Words
from eval.generate.newsroom import Report as Written
from eval.generate.story import generate
from eval.generate.telling import Quoted
from eval.generate.writing import name_files
from tests.effort import SWEEP
from tests.unit.linking import made

SIZES = (100, 1000, 10_000) if SWEEP else (100, 1000)
TYPES = {
    "meeting": EventType.CONSULT, "visit": EventType.CONSULT, "protest": EventType.PROTEST,
    "detention": EventType.COERCE, "arrest": EventType.COERCE, "release": EventType.CONCEDE,
    "sanctions": EventType.SANCTION, "aid": EventType.AID, "election": EventType.ELECTION,
    "explosion": EventType.ASSAULT, "agreement": EventType.AGREE, "resignation": EventType.OFFICE,
    "appointment": EventType.OFFICE, "sentence": EventType.COERCE, "strike": EventType.PROTEST,
    "demand": EventType.REQUEST,
}  # fmt: skip


@cache
def written(size: int) -> list[Written]:
    story = generate(size, 1)
    name_files(story.reports)
    return story.reports


class Name:
    """A name as the press prints it."""

    def __init__(self, name: str) -> None:
        self.id = name
        self.words = name_words(name)


def names(size: int) -> list[Name]:
    return [Name(name) for name in sorted({n for r in written(size) for held in r.known.values() for n in held})]


def quotations(size: int) -> Iterator[Said]:
    for report in written(size):
        for number, quoted in enumerate(q for p in report.paragraphs for q in p.quoted):
            yield said(report, quoted, number)


def said(report: Written, quoted: Quoted, number: int) -> Said:
    text = " ".join(quoted.pieces)
    page = made.report(f"{report.id} {number}: “{text}”", report.published.isoformat())
    words = tokens(text)
    quotation = made.quotation(page, text, by=quoted.printed.id)
    day = report.published
    when = Occasion(day, day, named=True, recalled=False)
    return Said(quotation, words, content(words), quoted.printed.id, True, report.id, day.toordinal(), when)


def tellings(size: int) -> Iterator[Telling]:
    for report in written(size):
        for number, (text, told) in enumerate((p.text, t) for p in report.paragraphs for t in p.told):
            one = told.happening
            page = made.report(f"{text} {one.act} {report.id} {number}", report.published.isoformat())
            acting, receiving = ([who.name] if who else [] for who in (one.a, one.b))
            place = told.place.name if told.place else None
            time = FuzzyDate.between(*told.days)
            event = made.event(
                page, one.act, TYPES[one.act], actors=acting, recipients=receiving, place=place, time=time
            )
            who = made.who([page], *acting, *receiving, *([place] if place else []))
            yield telling(event, who, Words.cut(page.text, 0, len(page.text)))


def text_blocks(size: int) -> list[Block[BodyText]]:
    reports = [
        made.report("\n\n".join(p.text for p in r.paragraphs) + f"\n\n{r.id}", r.published.isoformat())
        for r in written(size)
    ]
    paragraphs = [p for r in reports for p in made.paragraphs(r)]
    quoted = [q for r in reports for q in made.quotations(r)]
    return candidates(body_texts(reports, paragraphs, quoted, DEFAULTS.shingle_words), DEFAULTS.block_limit)


def name_blocks(size: int) -> list[Block[Name]]:
    by_words = cast("Callable[[Name], Iterator[str]]", name_keys)  # all that it asks a spelling for
    return blocks(names(size), by_words, DEFAULTS.block_limit)


def quotation_blocks(size: int) -> list[Block[Said]]:
    return blocks(quotations(size), quotation_keys, DEFAULTS.block_limit)


def telling_blocks(size: int) -> list[Block[Telling]]:
    return blocks(tellings(size), act_keys, DEFAULTS.block_limit)


def act_blocks(size: int) -> list[Block[Act]]:
    """All of one matter, no two of them joined by their verb: there are never more."""
    acts = (Act((replace(one, matter="one"),)) for one in tellings(size))
    return blocks(acts, occasion_keys, DEFAULTS.block_limit)


KINDS: dict[str, Callable[[int], list[Block[Any]]]] = {
    "names": name_blocks,
    "quotations": quotation_blocks,
    "tellings of events": telling_blocks,
    "acts by other verbs": act_blocks,
    "reports": text_blocks,
}


@pytest.mark.parametrize("kind", KINDS)
def test_an_item_is_compared_with_no_more_others_however_large_the_story(kind: str) -> None:
    for size in SIZES:
        found = KINDS[kind](size)
        items = sum(len(block.items) for block in found)
        compared = sum(1 for block in found for _ in block.pairs())
        print(f"{size:,} reports, {items:,} {kind}: {compared:,} compared, {compared / items:.1f} each")  # noqa: T201 -- for `make sweep`
        assert 0 < compared <= PARTNERS * items
        assert all(len(bucket) <= DEFAULTS.block_limit for block in found for bucket in block.buckets)
