"""Story: the one reading API that stages, command line, page and exports share."""

from __future__ import annotations

from dateline.model import Record


class Story:
    """A story file, open for reading."""

    def all[R: Record](self, kind: type[R]) -> list[R]:
        """All records of a kind, by (publication date, report id, start, id) where they have these, else by id."""
        raise NotImplementedError

    def get(self, id_: str) -> Record:
        """The record with an id (or the one it was merged into); NotFoundError if there is none."""
        raise NotImplementedError
