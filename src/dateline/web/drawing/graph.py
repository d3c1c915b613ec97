"""The network as a picture: actors by kind as shapes, ties as lines, the thicker the more acts."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup

from dateline.model import ActorKind
from dateline.story.catalogue import ActorSlip
from dateline.story.views import ActorRow
from dateline.story.wording import count_of
from dateline.web.drawing.layout import Node, place
from dateline.web.drawing.svg import Element, add, as_markup, picture, titled
from dateline.web.parts.network import Network, Tie
from dateline.web.text import shown

_WIDTH = 760.0
_LEAST, _EACH = 260.0, 15.0  # height: a page for a few, and room for each more
_LETTER = 6.3  # pixels of an average letter of a label
_LONGEST = 26  # letters of a label; the table has the whole name
_LINE = 30.0  # height of a mark with its label below
_LABEL = 13.0  # from the mark's middle to the label's base line
_SMALLEST, _LARGEST = 4.5, 9.0  # radius of a mark
_KEPT = 32  # networks whose places are kept: a reader's last ones
_REACH = 9.0  # pixels across a line in which a pointer finds it

# A shape for each kind, as a path around 0, 0 in units of the radius: no kind is told by its colour alone.
SHAPES = {
    ActorKind.PERSON: "M-1 0a1 1 0 1 1 2 0a1 1 0 1 1-2 0z",
    ActorKind.ORGANISATION: "M-.9-.9h1.8v1.8h-1.8z",
    ActorKind.GROUP: "M0-1.1L1.05.8h-2.1z",
    ActorKind.COUNTRY: "M0-1.25L1.25 0L0 1.25L-1.25 0z",
    ActorKind.PLACE: "M0-1.15L1.1-.35L.68.95h-1.36L-1.1-.35z",
    ActorKind.UNKNOWN: "M-.4-1.1h.8v.7h.7v.8h-.7v.7h-.8v-.7h-.7v-.8h.7z",
}


def draw_network(network: Network, leads: Callable[[Tie], str | None]) -> Markup | None:
    """The picture of the best-attested actors and their ties; None if nobody has to do with anybody.

    `leads`: the address of a tie's row in the table, which a line leads to.
    """
    if not network.drawn:
        return None
    height = _LEAST + _EACH * len(network.drawn)
    numbers = {row.id: number for number, row in enumerate(network.drawn)}
    pairs = [(numbers[tie.one.id], numbers[tie.other.id]) for tie in network.lines]
    ties = {(min(pair), max(pair)): len(tie.acts) for pair, tie in zip(pairs, network.lines, strict=True)}
    widths = tuple(max(len(label(row.name)) * _LETTER, 30) + 8 for row in network.drawn)
    nodes = _placed(widths, tuple(ties.items()), height)
    words = f"{count_of(len(nodes), 'actor')} and {count_of(len(ties), 'tie')}, which a table below has in words."
    svg = picture(_WIDTH, height, "network", words)
    svg.set("role", "group")  # a picture as such would hide its links
    lines = add(svg, "g", class_="ties")
    for (one, other), tie in zip(pairs, network.lines, strict=True):
        _line(_link(lines, tie, leads(tie)), nodes[one], nodes[other], len(tie.acts))
    for row, node in zip(network.drawn, nodes, strict=True):
        _actor(svg, row, node)
    return as_markup(svg)


@lru_cache(maxsize=_KEPT)
def _placed(widths: tuple[float, ...], ties: tuple[tuple[tuple[int, int], int], ...], height: float) -> list[Node]:
    """Where actors with labels of these widths stand: of the same network worked out once."""
    nodes = [Node(width, _LINE) for width in widths]
    place(nodes, dict(ties), _WIDTH, height)
    return nodes


def label(name: str) -> str:
    """A name as it stands in the picture."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _link(lines: Element, tie: Tie, address: str | None) -> Element:
    """The link around a line; the table has the same for those who go by the keyboard."""
    words = f"{tie.one.text} and {tie.other.text}: {count_of(len(tie.acts), 'act')}"
    if address is None:
        return titled(add(lines, "g"), words)
    return titled(add(lines, "a", href=address, tabindex="-1", aria_label=shown(words)), words)


def _line(group: Element, one: Node, other: Node, acts: int) -> None:
    """A line as thick as its acts are many, on a broad one that nobody sees but the pointer finds."""
    y = _LINE / 2 - _SMALLEST * 2  # marks stand in the upper half of their boxes
    for kind, width in (("reach", _REACH), ("tie", 1 + math.log2(acts))):
        add(group, "line", class_=kind, stroke_width=width, x1=one.x, y1=one.y - y, x2=other.x, y2=other.y - y)


def _actor(svg: Element, row: ActorRow | ActorSlip, node: Node) -> None:
    y = node.y - _LINE / 2 + _SMALLEST * 2
    radius = min(_LARGEST, _SMALLEST + math.log2(max(row.reports, 1)))
    group = titled(add(svg, "g", class_=row.kind), f"{row.name}: {row.kind}, in {count_of(row.reports, 'report')}")
    add(
        group,
        "path",
        d=SHAPES[ActorKind(row.kind)],
        transform=f"translate({node.x:.1f} {y:.1f}) scale({radius:.1f})",
    )
    add(group, "text", label(row.name), x=node.x, y=y + radius + _LABEL - 2)
