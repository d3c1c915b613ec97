"""To whom and of whom something is said: the actors whose mentions stand in the words of a quotation."""

from __future__ import annotations

from dateline.story.story import Story

_MENTIONED = """
    SELECT DISTINCT i.id FROM link AS l JOIN mention AS m ON m.chain = l.member
    JOIN quotation AS q ON q.report = m.report {pieces}
    JOIN identity AS i ON i.key = q.key
    WHERE l.kind = 'actor' AND l.target = (SELECT key FROM identity WHERE id = ?)
      AND m.start >= {start} AND m.start < {end}
"""


def addressed_to(story: Story, actor: str) -> list[str]:
    """The ids of the quotations whose addressee is named, described or stood for by a mention of the actor."""
    return _found(story, actor, _MENTIONED.format(pieces="", start="q.addressee_start", end="q.addressee_end"))


def spoken_of(story: Story, actor: str) -> list[str]:
    """The ids of the quotations in whose words the actor is mentioned, whoever says them."""
    pieces = "JOIN quotation_contents AS c ON c.quotation = q.key"
    return _found(story, actor, _MENTIONED.format(pieces=pieces, start="c.start", end='c."end"'))


def _found(story: Story, actor: str, sql: str) -> list[str]:
    return sorted(id_ for (id_,) in story.connection.execute(sql, (actor,)))
