"""The timeline as a picture: days as marks stacked above a broken axis, intervals as bars below it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from dateline.story.views.gaps import Gap, covered
from dateline.story.wording import count_of, list_in_words
from dateline.web.drawing.axis import Axis, Stretch
from dateline.web.drawing.svg import Element, add, as_markup, picture, titled
from dateline.web.parts.timeline import Moment, Timeline, Timing

_WIDTH = 760.0  # pixels of the picture: about the measure of the text, so that its letters are as large
_EDGE = 10.0
_MARK = 3.4  # radius
_STEP = 9.0  # from mark to mark
_ROWS = 12  # marks on top of each other; more make a column more, or are counted above
_COLUMNS = 4
_BAR, _LANE = 7.0, 12.0  # height of a bar, and from lane to lane
_LANES = 14  # of bars; what finds no room in them is counted
_LEAST_BAR = 9.0
_LABELS = 36.0  # height of the labels below the axis
_UNLABELLED = 10.0  # the same without labels
_ABOVE = 14.0  # room above the highest mark for a number
_CLEAR = 2.0  # the same where there is none
_GAP_LABEL = 27.0  # height of the two lines that name a gap above the axis
_ARROW = 6.0


class Span(NamedTuple):
    """A bar: from where to where, and the moment it stands for."""

    left: float
    right: float
    moment: Moment


@dataclass(frozen=True, slots=True)
class Stack:
    """Marks on top of each other, in columns side by side."""

    middle: float
    columns: int
    moments: tuple[Moment, ...]

    @property
    def marks(self) -> list[tuple[Timing, bool]]:
        """How each act is drawn: how well its day is known, and whether it happened."""
        return [(moment.timing, act.status is None) for moment in self.moments for act in moment.acts]

    @property
    def rows(self) -> int:
        """Marks of the highest column."""
        return min(_ROWS, -(-len(self.marks) // self.columns))


@dataclass(frozen=True, slots=True)
class Strip:
    """The picture, and how many moments it had no room for."""

    svg: Markup
    left_out: int


def axis_of(timeline: Timeline, gaps: Sequence[Gap]) -> Axis | None:
    """The axis of a timeline, broken at some gaps; None if no moment has two ends."""
    ends = _ends(timeline)
    if ends is None:
        return None
    first, last = ends
    times = [first, *(m.earliest for m in timeline.moments if m.earliest and first <= m.earliest <= last)]
    return Axis.of(times, last, gaps, _EDGE, _WIDTH - _EDGE)


def draw_strip(timeline: Timeline) -> Strip | None:
    """The picture of a timeline; None if no moment has two ends."""
    axis = axis_of(timeline, timeline.gaps)
    return draw_on(axis, timeline) if axis else None


def draw_on(
    axis: Axis, timeline: Timeline, *, name: str = "", labelled: bool = True, hatched: bool = True
) -> Strip:
    """Moments on an axis that may be that of a longer timeline, so that several pictures can be compared.

    `name`: of what it is, for those who hear it; `labelled`: days stand below the axis; `hatched`: it brings the
    hatches, which one picture of a page has for all.
    """
    days = [moment for moment in timeline.moments if moment.timing in (Timing.NAMED, Timing.INFERRED)]
    lanes, left_out = _in_lanes(axis, [moment for moment in timeline.moments if moment not in days])
    stacks = _stacks(axis, days)
    highest = max((stack.rows for stack in stacks), default=0)
    counted = any(len(stack.marks) > stack.rows * stack.columns for stack in stacks)
    base = (_ABOVE if counted else _CLEAR) + max(highest, 1) * _STEP + 4
    base = max(base, _GAP_LABEL) if labelled else base
    below = base + (_LABELS if labelled else _UNLABELLED)
    height = below + len(lanes) * _LANE + 6
    acts = count_of(sum(len(list(moment.acts)) for moment in timeline.moments), "act")
    of = f"{name}: " if name else ""
    svg = picture(
        _WIDTH, height, "strip", f"{of}{acts} on an axis of time; the list that follows has them all in words."
    )
    if hatched:
        _hatches(svg)
    for stretch in axis.stretches:
        _stretch(svg, stretch, base, labelled=labelled)
    for stack in stacks:
        _stack(svg, stack, base)
    for number, lane in enumerate(lanes):
        for bar in lane:
            _bar(svg, bar, below + number * _LANE)
    return Strip(as_markup(svg), left_out)


def _ends(timeline: Timeline) -> tuple[dt.date, dt.date] | None:
    """First and last day of the axis."""
    days = covered([(moment.earliest, moment.latest) for moment in timeline.moments])
    return (days[0][0], max(last for _, last in days)) if days else None


def _stacks(axis: Axis, moments: Sequence[Moment]) -> list[Stack]:
    """Moments of one day, or of as many days as one mark is wide."""
    found: defaultdict[tuple[float, int], list[Moment]] = defaultdict(list)
    for moment in moments:
        if moment.earliest:
            stretch = axis.at(moment.earliest)
            width = max(_STEP, stretch.per_day)
            number = int((axis.x(moment.earliest, 0) + stretch.per_day / 2 - stretch.left) / width)
            found[stretch.left, number].append(moment)
    return [
        Stack(
            middle=left + (number + 0.5) * max(_STEP, axis.at_x(left).per_day),
            columns=max(1, min(_COLUMNS, int(axis.at_x(left).per_day / _STEP))),
            moments=tuple(sorted(of_stack, key=lambda moment: moment.timing is not Timing.NAMED)),
        )
        for (left, number), of_stack in found.items()
    ]


def _stretch(svg: Element, stretch: Stretch, base: float, *, labelled: bool) -> None:
    """The axis with its labels, or a gap with its length."""
    if stretch.gap:
        middle = (stretch.left + stretch.right) / 2
        add(svg, "line", class_="gap", x1=stretch.left + 3, x2=stretch.right - 3, y1=base, y2=base)
        if not labelled:
            return
        length, _, unit = stretch.gap.length.partition(" ")
        add(svg, "text", length, class_="gap", x=middle, y=base - 15)
        add(svg, "text", unit, class_="gap", x=middle, y=base - 5)
        return
    add(svg, "line", class_="axis", x1=stretch.left, x2=stretch.right, y1=base, y2=base)
    for tick in stretch.ticks:
        if tick.x is not None:
            add(svg, "line", class_="axis", x1=tick.x, x2=tick.x, y1=base, y2=base + 4)
        if not labelled:
            continue
        add(svg, "text", tick.words, x=tick.middle, y=base + 15)
        if tick.year:
            add(svg, "text", tick.year, class_="year", x=tick.middle, y=base + 27)


def _stack(svg: Element, stack: Stack, base: float) -> None:
    """The acts of a day, a mark each: the first at the axis."""
    marks, room = stack.marks, stack.rows * stack.columns
    days = dict.fromkeys(moment.words for moment in stack.moments)
    group = titled(add(svg, "g"), f"{list_in_words(list(days))}: {count_of(len(marks), 'act')}")
    for number, (timing, happened) in enumerate(marks[:room]):
        row, column = divmod(number, stack.columns)
        x = stack.middle + (column - (min(stack.columns, len(marks)) - 1) / 2) * _STEP
        _mark(group, x, base - 8 - row * _STEP, timing, happened)
    if len(marks) > room:
        y = base - 10 - stack.rows * _STEP
        add(group, "text", f"+{len(marks) - room:,}", class_="more", x=stack.middle, y=y)


def _mark(group: Element, x: float, y: float, timing: Timing, happened: bool) -> None:
    """A disc for what happened, a diamond for what is planned or wished; filled if words name the day."""
    if happened:
        add(group, "circle", class_=timing.value, cx=x, cy=y, r=_MARK)
    else:
        r = _MARK + 0.8
        add(group, "path", class_=timing.value, d=f"M{x:.1f} {y - r:.1f}l{r} {r}l-{r} {r}l-{r}-{r}z")


def _in_lanes(axis: Axis, moments: Sequence[Moment]) -> tuple[list[list[Span]], int]:
    """Bars in as few lanes as they fit without touching, and how many moments are left out."""
    left, right = axis.stretches[0].left, axis.stretches[-1].right
    lanes: list[list[Span]] = []
    left_out = 0
    for moment in sorted(moments, key=lambda each: each.timing is not Timing.DISPUTED):
        start = axis.x(moment.earliest, left)
        end = axis.x(moment.latest + dt.timedelta(days=1) if moment.latest else None, right)
        span = Span(start, max(end, start + _LEAST_BAR), moment)
        lane = next((lane for lane in lanes if all(_apart(span, other) for other in lane)), None)
        if lane is not None:
            lane.append(span)
        elif len(lanes) < _LANES:
            lanes.append([span])
        else:
            left_out += 1
    return lanes, left_out


def _apart(one: Span, other: Span) -> bool:
    return one.right + 4 <= other.left or other.right + 4 <= one.left


def _bar(svg: Element, bar: Span, y: float) -> None:
    """An interval; an open end is an arrow, a dispute is hatched."""
    moment = bar.moment
    acts = list(moment.acts)
    kind = moment.timing.value if any(act.status is None for act in acts) else f"{moment.timing.value} ahead"
    group = titled(add(svg, "g", class_=kind), f"{moment.words}: {count_of(len(acts), 'act')}")
    top, bottom, middle = y, y + _BAR, y + _BAR / 2
    left = f"L{bar.left + _ARROW:.1f} {bottom:.1f}L{bar.left:.1f} {middle:.1f}L{bar.left + _ARROW:.1f} {top:.1f}"
    right = (
        f"L{bar.right - _ARROW:.1f} {top:.1f}L{bar.right:.1f} {middle:.1f}L{bar.right - _ARROW:.1f} {bottom:.1f}"
    )
    if moment.earliest:
        left = f"L{bar.left:.1f} {bottom:.1f}L{bar.left:.1f} {top:.1f}"
    if moment.latest:
        right = f"L{bar.right:.1f} {top:.1f}L{bar.right:.1f} {bottom:.1f}"
    add(group, "path", d=f"M{(bar.left + bar.right) / 2:.1f} {top:.1f}{right}{left}z")


def _hatches(svg: Element) -> None:
    """Strokes for what is disputed, so that it is told from the rest without colour."""
    definitions = add(svg, "defs")
    pattern = add(definitions, "pattern", id="hatch", width=4, height=4, patternUnits="userSpaceOnUse")
    pattern.set("patternTransform", "rotate(45)")
    add(pattern, "line", class_="hatch", x1=0, x2=0, y1=0, y2=4)
