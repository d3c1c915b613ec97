"""The story as linking sees it: each report's latest version, and nothing that was read from an earlier one."""

from __future__ import annotations

from typing import Any

from dateline.model import Record, Report
from dateline.story import query
from dateline.story.mapping import TABLES
from dateline.story.query import EVERY
from dateline.story.story import Story

_EARLIER = "(SELECT report FROM earlier_version)"


class LatestStory(Story):
    """A story without its earlier versions. A record asked for by its id is there all the same."""

    def _list[R: Record](self, name: Any, kind: type[R], where: str = query.EVERY, *values: Any) -> list[R]:
        column = "key" if kind is Report else "report" if TABLES[kind].cells.report is not None else None
        if column is not None and self._has_earlier():
            latest = f"r.{column} NOT IN {_EARLIER}"
            where = latest if where == EVERY else f"({where}) AND {latest}"
        return super()._list(name, kind, where, *values)

    def _has_earlier(self) -> bool:
        """Most stories have none, and are read without a condition."""
        return self.connection.execute("SELECT 1 FROM earlier_version LIMIT 1").fetchone() is not None
