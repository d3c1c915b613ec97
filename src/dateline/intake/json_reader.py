"""Records of JSON: lines of a JSONL file, one object, or an array, with the names of `vocabulary/fields.toml`.

The clean text is the title, a blank line and the main text. The raw text that its offsets count in is the two
values as JSON states them, joined in the same way (not the escaped line). Markup in a value stays text.
"""

from __future__ import annotations

from typing import Any

from dateline.intake.clean import mark_furniture
from dateline.intake.clean_text import CleanText, cleaned
from dateline.intake.datelines import read_dateline
from dateline.intake.fields import keep, names, stated
from dateline.intake.guard import Refusal
from dateline.intake.headlines import mark_repeated_headline
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, RejectionCode
from dateline.span import Span


def read_record(record: Any) -> Sheet:
    """Lay out one record; Refusal MALFORMED if it is no object, NO_TEXT if it has no text."""
    if not isinstance(record, dict):
        raise Refusal(RejectionCode.MALFORMED, f"a JSON object is expected, this is {_kind(record)}")
    title, text = _first_text(record, "title"), _first_text(record, "text")
    if not text.strip():
        known = ", ".join(names("record", "text")[:3])
        raise Refusal(RejectionCode.NO_TEXT, f"the record has no main text (looked for {known} and the like)")
    clean = CleanText()
    headline = " ".join(title.split())
    if headline:
        clean.copy(headline, 0)
        clean.put("\n\n")
    clean.copy(text, len(headline) + 2 * bool(headline))
    sheet = Sheet("jsonl", clean.text, clean.segments)
    if headline:
        end = len(cleaned(headline))
        sheet.add(Field.TITLE, clean.text[:end], "JSON title", Trust.STATED, Span(0, end))
    for field, trust, name in stated("record", Trust.STATED):
        if field is not Field.TITLE:
            _keep(sheet, field, trust, name, record.get(name))
    for name in names("record", "host"):
        _keep(sheet, Field.OUTLET, Trust.IMPLIED, name, record.get(name))
    language = _first_text(record, "language")
    sheet.language = language[:2].lower() if language[:2].isalpha() and len(language) >= 2 else None
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    mark_repeated_headline(sheet)
    mark_furniture(sheet, keep=titles)
    read_dateline(sheet)
    return sheet


def _keep(sheet: Sheet, field: Field, trust: Trust, name: str, value: Any) -> None:
    """Candidates for one field of the record: a scalar, a list of scalars, or an object with a name."""
    items = value if isinstance(value, list) else [value]
    if field is Field.BYLINE:  # several authors make one byline
        items = [", ".join(filter(None, map(_scalar, items)))]
    for item in items:
        keep(sheet, field, cleaned(_scalar(item)).strip(), f"JSON field {name}", trust)


def _scalar(item: Any) -> str:
    """A value as text; that of an object is its name."""
    if isinstance(item, dict):
        item = item.get("name") or item.get("title") or item.get("url")
    return str(item) if isinstance(item, (str, int, float)) and not isinstance(item, bool) else ""


def _first_text(record: dict[str, Any], use: str) -> str:
    """The first field that holds text; a list of paragraphs is joined."""
    for name in names("record", use):
        value = record.get(name)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _kind(value: Any) -> str:
    return "an array" if isinstance(value, list) else "nothing" if value is None else f"a {type(value).__name__}"
