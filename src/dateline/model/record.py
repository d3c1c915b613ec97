"""What every record of a story has in common, and how one record refers to another.

A record is a frozen, slotted dataclass. Its fields map to the columns of its table in `story/schema.sql`
(a test compares them one by one):

    str, int, float, bool, StrEnum      one column
    X | None                            the same columns, which may be NULL
    Annotated[str, Ref(...)]            an integer key in the file, the id in Python
    Words                               <field>_start, <field>_end, <field>_text (`words`: no prefix)
    FuzzyDate                           <field>_earliest, <field>_latest, <field>_precision, <field>_edtf
    tuple[X, ...]                       a child table <table>_<field>, one row an element, in order
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Something a story file keeps. `id` is derived from content (`dateline.ids`)."""

    id: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Marks a field that holds the id of another record; `kind` names its class, "*" stands for any."""

    kind: str
