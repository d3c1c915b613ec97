"""TimeML 1.2.1: one XML file a report, with its time expressions and events where they stand in its text.

Elements and attributes are those of the TimeML specification (Saurí et al. 2006): `TIMEX3` with `tid`, `type`,
`value`, `mod`, `anchorTimeID`; `EVENT` with `eid` and `class`; `MAKEINSTANCE`; `TLINK` from an event to its time.
The publication date is the `TIMEX3` with `functionInDocument="CREATION_TIME"`; a report without one has no `DCT`.

Words of which an expression and an event overlap carry the longer of the two, for XML nests and they do not.
TimeML's classes of events say how an event is told, which Dateline does not read: all are OCCURRENCE. A status
other than "happened" is told as TimeML tells it, by `polarity` and `modality`. Characters that XML 1.0 forbids
become U+FFFD.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from dateline.model import Event, Report, Status, Timex
from dateline.span import Words
from dateline.story import Story

_CREATION, _DATELINE = "t0", "dateline"
_FORBIDDEN = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NEGATIVE = frozenset({Status.DENIED, Status.NEGATED})


@dataclass(frozen=True, slots=True)
class _Tag:
    """An element over words of the report."""

    words: Words
    element: str
    attributes: Mapping[str, str]


def write(story: Story, folder: Path) -> dict[str, int]:
    """Write `<report id>.tml` for each report; the number of expressions and events in each file, by its name."""
    counts = {}
    for report in story.reports():
        root = document(report, story.in_report(Timex, report.id), story.in_report(Event, report.id))
        name = f"{report.id}.tml"
        (folder / name).write_bytes(tostring(root, encoding="utf-8", xml_declaration=True) + b"\n")
        counts[name] = sum(len(text) for text in root.iter("TEXT"))
    return counts


def document(report: Report, timexes: Sequence[Timex], events: Sequence[Event]) -> Element:
    """The TimeML document of one report; both lists are of that report, in the order of its text."""
    root = Element("TimeML")
    _line(root, "DOCID").text = report.id
    if report.published:
        date = report.published.edtf
        creation = {"tid": _CREATION, "type": "DATE", "value": date, "functionInDocument": "CREATION_TIME"}
        SubElement(_line(root, "DCT"), "TIMEX3", creation).text = date
    if report.title:
        _line(root, "TITLE").text = _clean(report.title)
    times = {timex.id: f"t{number}" for number, timex in enumerate(timexes, start=1)}
    tags = _apart(
        [
            *(_Tag(timex.words, "TIMEX3", _timex(timex, times)) for timex in timexes),
            *(
                _Tag(event.words, "EVENT", {"eid": f"e{n}", "class": "OCCURRENCE"})
                for n, event in enumerate(events, 1)
            ),
        ]
    )
    _fill(_line(root, "TEXT"), report.text, tags)
    written = {tag.attributes.get("tid") or tag.attributes["eid"] for tag in tags}
    told = [(n, event) for n, event in enumerate(events, 1) if f"e{n}" in written]
    for number, event in told:
        _line(root, "MAKEINSTANCE", _instance(number, event.status))
    for number, event in told:
        time = times.get(event.timex or "")
        if time in written:
            ends = {"eventInstanceID": f"ei{number}", "relatedToTime": time}
            _line(root, "TLINK", {"lid": f"l{number}", **ends, "relType": "IS_INCLUDED"})
    return root


def _line(root: Element, name: str, attributes: Mapping[str, str] | None = None) -> Element:
    element = SubElement(root, name, dict(attributes or {}))
    element.tail = "\n"
    return element


def _timex(timex: Timex, times: Mapping[str, str]) -> dict[str, str]:
    """The attributes of an expression: its anchor is another expression or the publication date."""
    given = {"tid": times[timex.id], "type": timex.type.value, "value": timex.value}
    if timex.mod:
        given["mod"] = timex.mod
    if timex.anchor:
        given["temporalFunction"] = "true"
        kind, _, anchor = timex.anchor.partition(" ")
        if kind != _DATELINE:  # which is furniture, and no expression of the text
            given["anchorTimeID"] = times.get(anchor, _CREATION)
    return given


def _instance(number: int, status: Status) -> dict[str, str]:
    given = {"eventID": f"e{number}", "eiid": f"ei{number}", "tense": "NONE", "aspect": "NONE"}
    given["polarity"] = "NEG" if status in _NEGATIVE else "POS"
    if status not in _NEGATIVE and status is not Status.HAPPENED:
        given["modality"] = status.value
    return given


def _apart(tags: Iterable[_Tag]) -> list[_Tag]:
    """Those that do not overlap, the longer before the shorter, in the order of the text."""
    kept: list[_Tag] = []
    for tag in sorted(tags, key=lambda tag: (tag.words.start - tag.words.end, tag.words.start, tag.element)):
        if all(tag.words.end <= other.words.start or other.words.end <= tag.words.start for other in kept):
            kept.append(tag)
    return sorted(kept, key=lambda tag: tag.words.start)


def _fill(parent: Element, text: str, tags: Iterable[_Tag]) -> None:
    """The text with elements over some of its words."""
    end, last = 0, None
    for tag in tags:
        _append(parent, last, text[end : tag.words.start])
        last = SubElement(parent, tag.element, dict(tag.attributes))
        last.text = _clean(tag.words.text)
        end = tag.words.end
    _append(parent, last, text[end:])


def _append(parent: Element, last: Element | None, text: str) -> None:
    if last is None:
        parent.text = _clean(text)
    else:
        last.tail = _clean(text)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
