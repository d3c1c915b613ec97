"""How many of the commonest acts of twelve domains are read, with their type and those who take part in them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.model import Chain, Event
from dateline.stage import Draft
from tests.unit.reading.test_event_recall import named, told_in

DOMAINS = tomllib.loads(Path(__file__).with_name("acts_by_domain.toml").read_text(encoding="utf-8"))
WITH_A_DAY, WITHOUT = 0.88, 0.83  # of the acts that the table tells; they may only rise
DAY = re.compile(r" (?:on|since) (?:Mon|Sun|Satur|Thurs)day(?: night)?| in June| on May 20")

Read = Callable[..., Draft]


def rows() -> Iterator[tuple[str, list[str]]]:
    for domain in DOMAINS.values():
        for text, *acts in domain["acts"]:
            yield text, acts


def missed(read: Read, text: str, acts: list[str]) -> list[str]:
    """The acts of a sentence that are not read as the table tells them."""
    draft = told_in(text, read)
    names = {chain.id: chain.name for chain in draft.of(Chain)}
    return [act for act in acts if not any(fits(act, event, names) for event in draft.of(Event))]


def fits(act: str, event: Event, names: dict[str, str]) -> bool:
    words, types, who, whom = (cell.strip() for cell in act.split("|"))
    return (
        event.words.text.lower() in words.split("/")
        and (not types or event.type.value in types.split("/"))
        and (not who or named(who, event.actors, names))
        and (not whom or named(whom, event.recipients, names))
    )


def share_read(read: Read, told: Callable[[str], str]) -> tuple[float, str]:
    """The share of acts that are read, and those that are not, by their sentences."""
    failed = [f"{act}: {text}" for text, acts in rows() for act in missed(read, told(text), acts)]
    return 1 - len(failed) / sum(len(acts) for _, acts in rows()), "\n".join(failed)


def test_common_acts_of_every_domain_are_read_with_those_who_take_part(read: Read) -> None:
    share, failed = share_read(read, str)
    assert share >= WITH_A_DAY, failed


def test_they_are_read_without_a_day_too(read: Read) -> None:
    share, failed = share_read(read, lambda text: DAY.sub("", text))
    assert share >= WITHOUT, failed
