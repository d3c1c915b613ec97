"""Opening a story file and writing to it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Record


class Writer:
    """What a corpus stage writes through, inside one transaction."""

    def block(self, unit: str, inputs: str) -> bool:
        """True if the block `unit` must be written anew: its inputs' digest differs from the ledger's."""
        raise NotImplementedError

    def replace(self, unit: str, records: Iterable[Record]) -> None:
        """Delete what this stage wrote for `unit` and write these records instead.

        Units that a run of the stage names in neither `block` nor `replace` are deleted at its end.
        """
        raise NotImplementedError
