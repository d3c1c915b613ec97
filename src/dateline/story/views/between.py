"""What some reports have in common: asked of the file for these reports alone, however many others there are."""

from __future__ import annotations

import json
from collections.abc import Collection

from dateline.model import CopyGroup
from dateline.story import query
from dateline.story.story import Story

_CHOSEN = "(SELECT i.key FROM json_each(?) AS j JOIN identity AS i ON i.id = j.value)"


def copies_of(story: Story, report: str) -> list[CopyGroup]:
    """The passages that a report shares with others, in the order of its text."""
    where = f"r.key IN (SELECT copy_group FROM copy_group_members WHERE report IN {_CHOSEN})"
    found = query.fetch(story.connection, CopyGroup, where, (json.dumps([report]),))
    return sorted(
        found, key=lambda group: (min(m.words.start for m in group.members if m.report == report), group.id)
    )


def copies_between(story: Story, reports: Collection[str]) -> list[CopyGroup]:
    """The passages that at least two of some reports share, each with these reports alone, by its id."""
    where = (
        "r.key IN (SELECT copy_group FROM copy_group_members "
        f"WHERE report IN {_CHOSEN} GROUP BY copy_group HAVING count(DISTINCT report) > 1)"
    )
    return query.fetch(story.connection, CopyGroup, where, (_ids(reports),))


def utterances_between(story: Story, reports: Collection[str]) -> frozenset[str]:
    """The utterances that at least two of some reports print."""
    return _joined(story, "utterance", "quotation", reports)


def events_between(story: Story, reports: Collection[str]) -> frozenset[str]:
    """The merged events that at least two of some reports tell."""
    return _joined(story, "merged_event", "event", reports)


def _joined(story: Story, merged: str, member: str, reports: Collection[str]) -> frozenset[str]:
    rows = story.connection.execute(
        f"SELECT (SELECT id FROM identity WHERE key = m.{merged}) FROM {member} AS r "
        f"JOIN {merged}_members AS m ON m.value = r.key WHERE r.report IN {_CHOSEN} "
        f"GROUP BY m.{merged} HAVING count(DISTINCT r.report) > 1",
        (_ids(reports),),
    )
    return frozenset(id_ for (id_,) in rows)


def _ids(reports: Collection[str]) -> str:
    return json.dumps(sorted(reports))
