"""Actors: the chains of all reports merged over spellings and reports, with their roles.

What is compared with what is bounded by keys (skeletons of names), each with a capped number of spellings; what is
written is one unit for each actor, and only where it changed. How it is done stands in `linking/names/`.
"""

from __future__ import annotations

from typing import ClassVar

from dateline.linking.chronology import Chronology
from dateline.linking.names.merge import merge
from dateline.linking.names.profile import profiles
from dateline.linking.names.records import Writing, actor_id
from dateline.linking.writing import write_unit
from dateline.model import Actor, Chain, Link, Mention, Report, Role, RoleMention
from dateline.settings import DEFAULTS, Settings
from dateline.story import Story, Writer


class ActorStage:
    """Chains, mentions and role mentions in; actors, roles and links out."""

    name: ClassVar[str] = "actors"
    version: ClassVar[str] = "2"
    reads: ClassVar[tuple[type, ...]] = (Report, Chain, Mention, RoleMention)
    writes: ClassVar[tuple[type, ...]] = (Actor, Role, Link)

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        self._settings = settings

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each actor."""
        reports = story.all(Report)
        chains = profiles(story.all(Chain), story.all(Mention), story.all(RoleMention), Chronology(reports))
        merged, _ = merge(chains, self._settings.block_limit)
        writing = Writing(merged, reports)
        for one in sorted(merged, key=actor_id):
            write_unit(out, actor_id(one), writing.records(one))
