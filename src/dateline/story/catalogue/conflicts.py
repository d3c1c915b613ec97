"""The sides of conflicts: each report that gives one, and the words that a dispute can be found by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.story.lookup.directory import Directory
from dateline.story.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictSlip:
    """One report's words on one side; fields as `ConflictRow` has them."""

    id: str
    kind: str
    about: str
    side: int
    report: str
    outlet: str | None
    start: int


def conflicts(story: Story) -> list[ConflictSlip]:
    """All of them as `views.conflicts` has them: conflicts by the earliest report, sides in their order."""
    directory = Directory.of(story)
    groups: defaultdict[str, list[tuple[tuple[int, int, int, str], ConflictSlip]]] = defaultdict(list)
    first: dict[str, tuple[int, int]] = {}
    for id_, kind, about, position, support, report, start, outlet in story.connection.execute(
        """SELECT i.id, c.kind, a.id, m.position, si.id, pi.id, s.start, p.outlet
           FROM conflict AS c JOIN identity AS i ON i.key = c.key JOIN identity AS a ON a.key = c.about
           JOIN conflict_sides AS m ON m.conflict = c.key JOIN support AS s ON s.about = m.value
           JOIN identity AS si ON si.key = s.key
           JOIN report AS p ON p.key = s.report JOIN identity AS pi ON pi.key = p.key"""
    ):
        place = directory.place(report, start)
        first[id_] = min(first.get(id_, place), place)
        slip = ConflictSlip(
            id=id_, kind=kind, about=about, side=position + 1, report=report, outlet=outlet, start=start
        )
        groups[id_].append(((position, *place, support), slip))
    ordered = sorted(groups, key=lambda id_: (first[id_], id_))
    return [slip for id_ in ordered for _, slip in sorted(groups[id_], key=lambda pair: pair[0])]


def most_told(story: Story, most: int) -> list[str]:
    """The ids of the conflicts that most reports take part in, of equal ones the earliest, so many at most."""
    # Where a conflict begins is looked up only of those with as many reports as the last of the first `most` has.
    rows = story.connection.execute(
        """WITH told AS MATERIALIZED (
             SELECT m.conflict AS key, count(DISTINCT s.report) AS reports
             FROM conflict_sides AS m JOIN support AS s ON s.about = m.value GROUP BY m.conflict),
           first AS (SELECT reports FROM told ORDER BY reports DESC LIMIT :most)
           SELECT i.id FROM told AS c CROSS JOIN identity AS i ON i.key = c.key
           CROSS JOIN conflict_sides AS m ON m.conflict = c.key CROSS JOIN support AS s ON s.about = m.value
           CROSS JOIN report AS p ON p.key = s.report CROSS JOIN identity AS pi ON pi.key = p.key
           WHERE c.reports >= (SELECT min(reports) FROM first)
           GROUP BY c.key ORDER BY c.reports DESC,
             min(format('%s %s %09d', coalesce(p.published_earliest, p.published_latest, '~'), pi.id, s.start)),
             i.id
           LIMIT :most""",
        {"most": most},
    )
    return [id_ for (id_,) in rows]


def texts_of_conflicts(story: Story) -> Mapping[str, str]:
    """What is searched of each conflict: values, the sentences that give them, and whom or what they are about."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for sql in _TEXTS:
        for id_, *words in story.connection.execute(sql):
            found[id_] += (each for each in words if each)
    return {id_: "\n".join(words) for id_, words in found.items()}


_TEXTS = (
    # the sides, with the sentences that their words stand in
    """SELECT i.id, l.value, l.unit, s.text, t.text, v.name
       FROM conflict AS c JOIN identity AS i ON i.key = c.key
       JOIN conflict_sides AS m ON m.conflict = c.key JOIN claim AS l ON l.key = m.value
       JOIN support AS s ON s.about = l.key LEFT JOIN actor AS v ON v.key = l.actor
       LEFT JOIN sentence AS t ON t.report = s.report AND t.start <= s.start AND t."end" > s.start""",
    # the act, the utterance or the somebody in dispute
    """SELECT i.id, u.text, e.text, a.name FROM conflict AS c JOIN identity AS i ON i.key = c.key
       LEFT JOIN utterance AS u ON u.key = c.about LEFT JOIN merged_event AS e ON e.key = c.about
       LEFT JOIN actor AS a ON a.key = c.about""",
    """SELECT i.id, a.name FROM conflict AS c JOIN identity AS i ON i.key = c.key
       JOIN (SELECT merged_event, value FROM merged_event_actors
             UNION ALL SELECT merged_event, value FROM merged_event_recipients) AS m ON m.merged_event = c.about
       JOIN actor AS a ON a.key = m.value""",
)
