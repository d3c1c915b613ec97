"""The metadata that desks write above a text: front matter, header lines, a date stamp on the first line.

Each reader of these takes a sheet and the offset where the text begins, adds candidates and marks, and gives the
offset where it goes on. The words of a title stay unmarked: they are the headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from dateline.intake.dates import date_at
from dateline.intake.fields import keep, uses
from dateline.intake.publishers import known_outlet
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.wording import sounds_like_outlet
from dateline.model import Field, FurnitureKind
from dateline.span import Span

_HEADER = re.compile(r"[ \t]*(?P<name>[A-Za-z][A-Za-z _-]{1,24}?)[ \t]*:[ \t]*(?P<value>[^\n]*?)[ \t]*(?:\n|\Z)")
_FRONT = re.compile(r"\s*---[ \t]*\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_ADDRESS = re.compile(r"<[^<>]*>|\S+@\S+|\"")
NAME_WORDS = 10  # of an outlet, or of authors; a longer value is a sentence
MAX_FRONT_CHARS = 20_000  # of YAML: more is no list of a few fields
_STAMP_LABEL = re.compile(
    r"\s*[\[(]?(?P<label>(?:date|dated|published|posted|updated)(?: on| at)?\s*[:=]?\s+)?", re.IGNORECASE
)
_STAMP_END = re.compile(r"[\])]?[ \t]*(?P<separator>[-–—|:/]+[ \t]*)?")


def read_front_matter(sheet: Sheet) -> int:
    """YAML between two lines of three dashes at the very top."""
    front = _FRONT.match(sheet.text[: MAX_FRONT_CHARS + 100])
    if front is None:
        return 0
    found = list(_yaml_fields(front["yaml"]))
    if not found:
        return 0
    for name, value, start, end in found:
        _keep(
            sheet,
            uses("header").get(_folded(name)),
            value,
            "front matter",
            Span(front.start("yaml") + start, front.start("yaml") + end),
        )
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    _mark_around(sheet, 0, front.end(), titles[:1], "front matter")
    return front.end()


def _yaml_fields(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Name, value and place of each scalar (or list of scalars) at the top level; nothing if it is no YAML."""
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return
    if not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        items = value.value if isinstance(value, yaml.SequenceNode) else [value]
        for item in items:
            if isinstance(key, yaml.ScalarNode) and isinstance(item, yaml.ScalarNode) and item.value.strip():
                start = item.start_mark.index
                inside = text.find(item.value, start, item.end_mark.index)
                begin = inside if inside >= 0 else start
                end = begin + len(item.value) if inside >= 0 else item.end_mark.index
                yield key.value, item.value, begin, end


def read_header_lines(sheet: Sheet, start: int) -> int:
    """Lines `Name: value` at the top, in any order; ends at the first line that is none."""
    at = start
    fields = 0
    while True:
        while at < len(sheet.text) and sheet.text[at].isspace():
            at += 1
        line = _HEADER.match(sheet.text, at)
        use = uses("header").get(_folded(line["name"])) if line else None
        if line is None or use is None or (use == "other" and not fields) or _is_sentence(use, line["value"]):
            return at if fields else start
        value = Span(line.start("value"), line.end("value"))
        _keep(sheet, use, line["value"], f"header line {line['name'].strip()}", value)
        title = [value] if use == Field.TITLE and value else []
        _mark_around(sheet, line.start(), line.end(), title, "header line")
        at = line.end()
        fields += 1


def read_stamp(sheet: Sheet, start: int) -> int:
    """A date at the head of the first line: ` date 2020-09-29 Headline. text`, `2020-09-29 | Headline`.

    A date in words without a label counts only if a separator or the line's end follows: a sentence may begin
    with a date.
    """
    label = _STAMP_LABEL.match(sheet.text, start)
    assert label is not None  # noqa: S101 -- every part of the expression may be empty
    stated = date_at(sheet.text, label.end())
    if stated is None or stated.yearless:
        return start
    end = _STAMP_END.match(sheet.text, stated.span.end)
    assert end is not None  # noqa: S101 -- every part of the expression may be empty
    whole_line = sheet.text[end.end() : end.end() + 1] in ("", "\n")
    bare_number = (
        sheet.text[stated.span.start].isdigit() and sheet.text[stated.span.start : stated.span.start + 4].isdigit()
    )
    if not (label["label"] or end["separator"] or whole_line or bare_number):
        return start
    sheet.add(Field.PUBLISHED, stated.value, "first line", Trust.STATED, stated.span, stated)
    sheet.mark(start, end.end(), FurnitureKind.HEADER, "date stamp")
    return end.end()


def _is_sentence(use: str, value: str) -> bool:
    """True for `Newspaper: minister kept secret fund for years.`: a headline, no outlet or author."""
    return use in (Field.OUTLET, Field.BYLINE) and len(value.split()) > NAME_WORDS


def _folded(name: str) -> str:
    return re.sub(r"[ _-]+", "_", name.strip().lower())


def _keep(sheet: Sheet, use: str | None, value: str, found_in: str, span: Span) -> None:
    """Make a candidate of one named value; of a language only the code."""
    if use == "language" and re.fullmatch(r"[A-Za-z]{2}([-_]\w+)?", value):
        sheet.language = value[:2].lower()
    elif use == "later":
        keep(sheet, Field.PUBLISHED, value, found_in, Trust.KEPT, span)
    elif use == "sender":
        press = sounds_like_outlet(value) or known_outlet(value) or value.startswith("The ")
        field = Field.OUTLET if press else Field.BYLINE
        keep(sheet, field, _ADDRESS.sub("", value).strip(), found_in, Trust.STATED, span)
    elif use in set(Field):
        keep(sheet, Field(use), value, found_in, Trust.STATED, span)


def _mark_around(sheet: Sheet, start: int, end: int, kept: list[Span], rule: str) -> None:
    """Mark [start, end) except the spans that are kept."""
    for span in kept:
        sheet.mark(start, span.start, FurnitureKind.HEADER, rule)
        start = span.end
    sheet.mark(start, end, FurnitureKind.HEADER, rule)
