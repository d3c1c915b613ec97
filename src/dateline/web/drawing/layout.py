"""Where the actors of a network stand: a force layout of our own, the same picture for the same story.

networkx has such layouts, but needs SciPy for them, and Dateline's install is kept below 500 MB; forty actors do
without. The method is that of Fruchterman and Reingold (1991): ties pull like springs, actors push one
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
    spring = 1.2 / math.sqrt(len(nodes))
    for turn in range(_ROUNDS):
        step = 0.15 * (1 - turn / _ROUNDS)
        moves = [[-_TO_CENTRE * node.x, -_TO_CENTRE * node.y] for node in nodes]
        for one in range(len(nodes)):
            for other in range(one + 1, len(nodes)):
                dx, dy = nodes[one].x - nodes[other].x, nodes[one].y - nodes[other].y
                square = max(dx * dx + dy * dy, 1e-4)
                push = spring * spring / square
                acts = ties.get((one, other), 0)
                pull = math.sqrt(square) / spring * (1 + math.log(acts)) if acts else 0.0
                _move(moves, one, other, dx * (push - pull), dy * (push - pull))
        for node, (dx, dy) in zip(nodes, moves, strict=True):
            length = max(math.hypot(dx, dy), 1e-9)
            node.x += dx / length * min(length, step)
            node.y += dy / length * min(length, step)


def _move(moves: list[list[float]], one: int, other: int, dx: float, dy: float) -> None:
    moves[one][0] += dx
    moves[one][1] += dy
    moves[other][0] -= dx
    moves[other][1] -= dy


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
    for one in range(len(nodes)):
        for other in range(one + 1, len(nodes)):
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


def _keep_inside(node: Node, width: float, height: float) -> None:
    node.x = min(max(node.x, node.width / 2), width - node.width / 2)
    node.y = min(max(node.y, node.height / 2), height - node.height / 2)
