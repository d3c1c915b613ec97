"""Actors: the chains of all reports merged over spellings and reports, with their roles.

What is compared with what is bounded by keys (skeletons of names), each with a capped number of spellings; what is
written is one unit for each actor, and only where it changed. How it is done stands in `linking/names/`.
"""

from __future__ import annotations

from typing import ClassVar

from dateline.linking.chronology import Chronology
from dateline.linking.coding.actor_file import ActorFile
from dateline.linking.names.listed import as_listed
from dateline.linking.names.merge import merge
from dateline.linking.names.profile import profiles
from dateline.linking.names.records import Writing, actor_id
from dateline.linking.names.ruled import as_ruled
from dateline.linking.rulings import Decided
from dateline.linking.writing import write_unit
from dateline.model import Actor, AnchorKind, Chain, Decision, Link, Mention, Report, Role, RoleMention
from dateline.settings import DEFAULTS, Settings
from dateline.story import Story, Writer


class ActorStage:
    """Chains, mentions, role mentions and decisions in; actors, roles and links out."""

    name: ClassVar[str] = "actors"
    version: ClassVar[str] = "6"
    reads: ClassVar[tuple[type, ...]] = (Report, Chain, Mention, RoleMention, Decision)
    writes: ClassVar[tuple[type, ...]] = (Actor, Role, Link)

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        self._settings = settings

    def run(self, story: Story, out: Writer) -> None:
        """One unit for each actor."""
        reports = story.all(Report)
        chains = profiles(
            story.all(Chain),
            story.all(Mention),
            story.all(RoleMention),
            Chronology(reports),
            {report.id: report.text for report in reports},
        )
        decided = Decided.of(story, AnchorKind.CHAIN)
        listed = as_listed(merge(chains, self._settings.block_limit)[0], ActorFile(self._settings.actors))
        merged = as_ruled(listed, decided)
        writing = Writing(merged, reports)
        for one in sorted(merged, key=actor_id):
            write_unit(out, actor_id(one), decided.marked(writing.records(one)))
