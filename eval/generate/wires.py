"""Copies of a wire text: reprinted, cut, with a new lede, told anew by sentences, merged with own lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from eval.generate.newsroom import Newsroom, Report
from eval.generate.rates import Rates
from eval.generate.telling import Item, Paragraph, Teller
from eval.generate.world import Outlet

LEAST = 3  # paragraphs that a cut text keeps
KEPT = (0.5, 0.8)  # share of the paragraphs that a cut text keeps


def manner(random: Random, rates: Rates) -> str:
    """How the next copy is made."""
    shares = (rates.spun, rates.cut, rates.relede, rates.merged)
    names = ("spun", "cut", "relede", "merged", "reprint")
    return random.choices(names, (*shares, max(0.0, 1 - sum(shares))))[0]


def copied(wire: Report, outlet: Outlet, room: Newsroom) -> Report:
    """The wire text as a paper prints it, on the same day or the next."""
    random, rates = room.random, room.rates
    how = manner(random, rates)
    copy = replace(
        wire, outlet=outlet, published=wire.published + timedelta(days=random.randint(0, 1)), how=how,
        paragraphs=list(wire.paragraphs), known={who: set(names) for who, names in wire.known.items()},
        credited=random.random() < rates.credit,
    )  # fmt: skip
    if random.random() < 0.5:
        copy.headline = room.headline([(p.item.tell, p.item.aspect) for p in wire.paragraphs if p.item.tell][:1])
    if how == "cut":
        keep = max(LEAST, round(len(copy.paragraphs) * random.uniform(*KEPT)))
        copy.paragraphs = copy.paragraphs[:keep]
    elif how == "relede":
        copy.paragraphs[:1] = _again(copy, room, [wire.paragraphs[0].item], wire.published)
    elif how == "spun":
        copy.paragraphs = _again(copy, room, [p.item for p in wire.paragraphs], wire.published)
    elif how == "merged":
        _merge(copy, room)
    return copy


def _again(copy: Report, room: Newsroom, items: list[Item], day: date) -> list[Paragraph]:
    """The items told anew in the agency's voice: the same facts, days and counts in other words."""
    teller = Teller(room.random, room.versions, copy.voice, day, room.matter.cast)
    told = teller.tell(items)
    _know(copy, teller)
    return told


def _know(copy: Report, teller: Teller) -> None:
    """The names in new paragraphs are printed by the copy too."""
    for who, names in teller.mentions.known.items():
        copy.known.setdefault(who, set()).update(names)


def _merge(copy: Report, room: Newsroom) -> None:
    """Two paragraphs of the paper's own after the wire's third."""
    speaker = room.matter.cast.activist
    own = [Item(say=room.matter.say(speaker, copy.published, room.said)), Item(colour=True)]
    teller = Teller(room.random, room.versions, copy.outlet, copy.published, room.matter.cast)
    copy.paragraphs[LEAST:LEAST] = teller.tell(own)
    _know(copy, teller)
