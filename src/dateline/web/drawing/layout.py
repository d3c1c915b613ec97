"""Where the actors of a network stand: a force layout of our own, the same picture for the same story.

networkx has such layouts, but needs SciPy for them, and Dateline's install is kept below 500 MB; some hundred
actors do without. The method is that of Fruchterman and Reingold (1991): ties pull like springs, actors push one
another away, and movements become smaller with each round. It begins on a spiral in the order given and uses no
chance. At the end labels that overlap push one another apart.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_ROUNDS = 300  # after which forty nodes no longer move by a pixel
_GOLDEN = math.pi * (3 - math.sqrt(5))  # the angle that spreads points on a spiral evenly
_PARTING = 250  # rounds in which labels are pushed apart; most need a dozen
_TO_CENTRE = 0.6  # pull of the middle, in the unit of a spring: keeps parts without ties on the page


@dataclass(slots=True)
class Node:
    """A box to be placed; x and y are its middle."""

    width: float
    height: float
    x: float = 0.0
    y: float = 0.0


def place(nodes: Sequence[Node], ties: Mapping[tuple[int, int], int], width: float, height: float) -> None:
    """Set x and y of each node: no box leaves [0, width] x [0, height], and they overlap as little as can be."""
    if not nodes:
        return
    for number, node in enumerate(nodes):
        radius = math.sqrt((number + 0.5) / len(nodes))
        node.x, node.y = radius * math.cos(number * _GOLDEN), radius * math.sin(number * _GOLDEN)
    _settle(nodes, ties)
    _fit(nodes, width, height)
    for _ in range(_PARTING):
        if not _part(nodes, width, height):
            break


def _settle(nodes: Sequence[Node], ties: Mapping[tuple[int, int], int]) -> None:
    """Springs and repulsion, on a disc of radius 1."""
    import numpy as np  # loaded where a network is drawn, and by no other command

    spring = 1.2 / math.sqrt(len(nodes))
    places = np.array([(node.x, node.y) for node in nodes])
    strength = np.zeros((len(nodes), len(nodes)))
    for (one, other), acts in ties.items():
        strength[one, other] = strength[other, one] = (1 + math.log(acts)) / spring
    for turn in range(_ROUNDS):
        step = 0.15 * (1 - turn / _ROUNDS)
        apart = places[:, None, :] - places[None, :, :]  # (nodes, nodes, 2): from the second to the first
        square = np.maximum((apart**2).sum(axis=2), 1e-4)
        force = spring * spring / square - np.sqrt(square) * strength
        moves = (apart * force[:, :, None]).sum(axis=1) - _TO_CENTRE * places
        length = np.maximum(np.hypot(moves[:, 0], moves[:, 1]), 1e-9)
        places += moves * (np.minimum(length, step) / length)[:, None]
    for node, (x, y) in zip(nodes, places.tolist(), strict=True):
        node.x, node.y = x, y


def _fit(nodes: Sequence[Node], width: float, height: float) -> None:
    """Stretch the disc over the page, half by place and half by rank: crowds get room, loners come nearer."""
    for axis, room in (("x", width), ("y", height)):
        places = [getattr(node, axis) for node in nodes]
        low, high = min(places), max(places)
        ranks = {place: rank for rank, place in enumerate(sorted(places))}
        for node, here in zip(nodes, places, strict=True):
            share = (here - low) / (high - low) if high > low else 0.5
            rank = ranks[here] / (len(nodes) - 1) if len(nodes) > 1 else 0.5
            setattr(node, axis, (share + rank) / 2 * room)
    for node in nodes:
        _keep_inside(node, width, height)


def _part(nodes: Sequence[Node], width: float, height: float) -> bool:
    """Move each two boxes that overlap apart, along the axis in which less is needed; whether there were any."""
    found = False
    for one, other in _touching(nodes):
        a, b = nodes[one], nodes[other]
        across = (a.width + b.width) / 2 - abs(a.x - b.x)
        down = (a.height + b.height) / 2 - abs(a.y - b.y)
        if across <= 0 or down <= 0:
            continue
        found = True
        if across < down:
            shift = across / 2 if a.x >= b.x else -across / 2
            a.x, b.x = a.x + shift, b.x - shift
        else:
            shift = down / 2 if a.y >= b.y else -down / 2
            a.y, b.y = a.y + shift, b.y - shift
        _keep_inside(a, width, height)
        _keep_inside(b, width, height)
    return found


def _touching(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Pairs of boxes that overlap, in order."""
    import numpy as np  # as above

    boxes = np.array([(node.x, node.y, node.width / 2, node.height / 2) for node in nodes])
    x, y, half, high = boxes.T
    across = half[:, None] + half - np.abs(x[:, None] - x)
    down = high[:, None] + high - np.abs(y[:, None] - y)
    first, second = np.nonzero(np.triu((across > 0) & (down > 0), k=1))
    return list(zip(first.tolist(), second.tolist(), strict=True))


def _keep_inside(node: Node, width: float, height: float) -> None:
    node.x = min(max(node.x, node.width / 2), width - node.width / 2)
    node.y = min(max(node.y, node.height / 2), height - node.height / 2)
