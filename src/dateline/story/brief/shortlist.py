"""What a brief is chosen from: of a long story not all there is, but what most reports tell.

A brief has ten sentences or so. What two of ten thousand reports tell does not come into it, and to weigh it all
the same would take as long as reading the story through.
"""

from __future__ import annotations

import datetime as dt

from dateline.model import MergedEvent, Utterance
from dateline.story.story import Story

ALL = 1_000  # merged events or utterances: up to so many, all are weighed
FEW = 80  # of more, those that most reports tell: eight times as many as a brief has sentences


def is_long(story: Story) -> bool:
    """True for a story of which not all is weighed."""
    counts = (f"SELECT count(*) FROM (SELECT 1 FROM {table} LIMIT ?)" for table in ("merged_event", "utterance"))
    return any(story.connection.execute(sql, (ALL + 1,)).fetchone()[0] > ALL for sql in counts)


def events(story: Story, about: str | None = None, since: dt.date | None = None) -> list[MergedEvent]:
    """The merged events to be weighed, in the story's order; of an actor, or that may be of a day or later."""
    where = (
        "(:about IS NULL OR r.place = (SELECT key FROM identity WHERE id = :about) OR EXISTS "
        "(SELECT 1 FROM merged_event_actors AS m JOIN identity AS a ON a.key = m.value "
        "WHERE m.merged_event = r.key AND a.id = :about) OR EXISTS "
        "(SELECT 1 FROM merged_event_recipients AS m JOIN identity AS a ON a.key = m.value "
        "WHERE m.merged_event = r.key AND a.id = :about)) "
        f"AND (:since IS NULL OR CASE WHEN r.time_precision IS NULL THEN {_PRINTED} "
        "ELSE coalesce(r.time_latest, '~') >= :since END)"
    )
    return _in_order(story, MergedEvent, where, about, since)


def utterances(story: Story, about: str | None = None, since: dt.date | None = None) -> list[Utterance]:
    """The utterances with a speaker to be weighed, in the story's order; of an actor, or of a day or later."""
    where = (
        "EXISTS (SELECT 1 FROM utterance_speakers AS m JOIN identity AS a ON a.key = m.value "
        "WHERE m.utterance = r.key AND (:about IS NULL OR a.id = :about)) "
        f"AND (:since IS NULL OR {_PRINTED} OR {_SAID})"
    )
    return _in_order(story, Utterance, where, about, since)


_PRINTED = (
    "EXISTS (SELECT 1 FROM support AS s JOIN report AS p ON p.key = s.report "
    "WHERE s.about = r.key AND coalesce(p.published_latest, '~') >= :since)"
)
_SAID = (
    "EXISTS (SELECT 1 FROM utterance_members AS m JOIN quotation AS q ON q.key = m.value "
    "JOIN timex AS t ON t.key = q.said_at WHERE m.utterance = r.key AND coalesce(t.time_latest, '~') >= :since)"
)


def _in_order[R: (MergedEvent, Utterance)](
    story: Story, kind: type[R], where: str, about: str | None, since: dt.date | None
) -> list[R]:
    table = {MergedEvent: "merged_event", Utterance: "utterance"}[kind]
    rows = story.connection.execute(
        f"""SELECT i.id FROM {table} AS r JOIN identity AS i ON i.key = r.key WHERE {where}
            ORDER BY (SELECT count(DISTINCT s.report) FROM support AS s WHERE s.about = r.key) DESC, i.id
            LIMIT :most""",
        {"about": about, "since": since.isoformat() if since else None, "most": ALL + 1},
    )
    ids = [id_ for (id_,) in rows]
    return list(story.many(kind, ids if len(ids) <= ALL else ids[:FEW]).values())
