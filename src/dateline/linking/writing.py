"""Writing the units of a corpus stage: those that changed, and no others."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.ids import digest
from dateline.model import Record
from dateline.story import Writer


def write_unit(out: Writer, unit: str, records: Sequence[Record]) -> None:
    """Write a unit's records unless the story holds the same already.

    The digest is of the records themselves: whatever input made a difference shows in them, and an input that
    made none costs no write. Every record's id must be derived from the unit's, so that units never share one.
    """
    if out.block(unit, digest(*map(repr, records))):
        out.replace(unit, records)
