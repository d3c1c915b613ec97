"""Records with named fields (`vocabulary/fields.toml`): a JSON object, a row of a table.

The clean text is the title, a blank line and the main text. The raw text that its offsets count in is the two
values as JSON states them, joined in the same way (not the escaped line). A tag in a text stays text; a value
whose paragraphs are marked up (`</p>`, `<br>`) is read as HTML, and its offsets count in the markup.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dateline.intake.clean_text import cleaned
from dateline.intake.dates import read_date
from dateline.intake.fields import keep, names, stated
from dateline.intake.guard import Refusal
from dateline.intake.json_shapes import in_plain_names
from dateline.intake.publishers import agency_of
from dateline.intake.record_sheet import finish, is_markup, lay_out
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, RejectionCode
from dateline.vocabulary import load

type FieldMap = Mapping[str, str]  # use of a field (text, title, published ...) -> what the user's file calls it


def read_record(record: Any, reader: str = "jsonl", chosen: FieldMap | None = None) -> Sheet:
    """Lay out one record; Refusal MALFORMED if it is no object, NO_TEXT if it has no text.

    `chosen` says what the file calls a field, and beats the names that we know.
    """
    if not isinstance(record, dict):
        raise Refusal(RejectionCode.MALFORMED, f"a JSON object is expected, this is {_kind(record)}")
    values = _Values(in_plain_names(record), chosen or {})
    title = values.first("title")
    body, markup, stub = _body(values)
    sheet = lay_out(reader, title, body, markup=markup, stub=stub)
    for field, trust, name in stated("record", Trust.STATED):
        if field is not Field.TITLE and field.value not in values.chosen:
            _keep(sheet, field, trust, name, values.record.get(name))
    for use, name in sorted(values.chosen.items()):
        if use in set(Field) and use != Field.TITLE:
            _keep(sheet, Field(use), Trust.STATED, name, values.record.get(name))
    for name in names("record", "host"):
        _keep(sheet, Field.OUTLET, Trust.IMPLIED, name, values.record.get(name))
    for name in names("record", "fetched"):
        if date := read_date(_scalar(values.record.get(name))):
            sheet.add(Field.PUBLISHED, date.value, f"JSON field {name} (download)", Trust.KEPT, None, date)
    sheet.language = _language(values.first("language"))
    return finish(sheet)


class _Values:
    """The fields of a record by their use."""

    def __init__(self, record: dict[str, Any], chosen: FieldMap) -> None:
        self.record = record
        self.chosen = {use: name for use, name in chosen.items() if name in record}

    def first(self, use: str) -> str:
        """The first field of a use that holds text; a list of paragraphs is joined."""
        for name in (self.chosen[use],) if use in self.chosen else names("record", use):
            value = self.record.get(name)
            if isinstance(value, list) and all(isinstance(item, str) for item in value):
                value = "\n\n".join(value)
            if isinstance(value, str) and value.strip():
                return value
        return ""


def _body(values: _Values) -> tuple[str, bool, bool]:
    """The main text, whether it is markup, and whether it is a mere summary; Refusal NO_TEXT without either."""
    if text := values.first("text"):
        return text, is_markup(text), False
    if markup := values.first("markup"):
        return markup, True, False
    if summary := values.first("summary"):
        return summary, is_markup(summary), True
    known = ", ".join(names("record", "text")[:3])
    raise Refusal(RejectionCode.NO_TEXT, f"the record has no main text (looked for {known} and the like)")


def _keep(sheet: Sheet, field: Field, trust: Trust, name: str, value: Any) -> None:
    """Candidates for one field of the record: a scalar, a list of scalars, or an object with a name."""
    items = value if isinstance(value, list) else [value]
    if field is Field.BYLINE:  # several authors make one byline
        items = [", ".join(filter(None, map(_scalar, items)))]
    for item in items:
        words = cleaned(_scalar(item)).strip()
        known = agency_of(words) if field is Field.AGENCY else None
        keep(sheet, field, known or words, f"JSON field {name}", trust)


def _scalar(item: Any) -> str:
    """A value as text; that of an object is its name."""
    if isinstance(item, dict):
        item = item.get("name") or item.get("title") or item.get("url")
    return str(item) if isinstance(item, (str, int, float)) and not isinstance(item, bool) else ""


def _language(stated_: str) -> str | None:
    """ISO 639-1 of `en`, `en-GB`, `eng`; None for anything else."""
    code = stated_.strip().lower()
    if code[:3].isalpha() and len(code) == 3:
        known: str | None = load("fields")["languages"].get(code)
        return known
    return code[:2] if code[:2].isalpha() and len(code) >= 2 and not code[2:3].isalpha() else None


def _kind(value: Any) -> str:
    return "an array" if isinstance(value, list) else "nothing" if value is None else f"a {type(value).__name__}"
