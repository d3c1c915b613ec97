"""The story as linking sees it: each report's latest version, and nothing that was read from an earlier one."""

from __future__ import annotations

from dateline.model import Record, Report
from dateline.story.mapping import TABLES
from dateline.story.query import EVERY
from dateline.story.story import Story

_EARLIER = "(SELECT report FROM earlier_version)"


class LatestStory(Story):
    """A story without its earlier versions. A record asked for by its id is there all the same."""

    def _narrowed(self, kind: type[Record], where: str) -> str:
        column = "key" if kind is Report else "report" if TABLES[kind].cells.report is not None else None
        if column is None or not self._has_earlier():
            return where
        latest = f"r.{column} NOT IN {_EARLIER}"
        return latest if where == EVERY else f"({where}) AND {latest}"

    def _has_earlier(self) -> bool:
        """Most stories have none, and are read without a condition."""
        return self.connection.execute("SELECT 1 FROM earlier_version LIMIT 1").fetchone() is not None
