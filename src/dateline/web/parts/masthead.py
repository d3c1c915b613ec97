"""What the story is of: its title, the three counts, and the run that made it."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass
from importlib.metadata import version

from dateline.model import ActorKind
from dateline.story import Story
from dateline.story.views import Overview
from dateline.story.wording import day_in_words, list_in_words
from dateline.web.desk import Desk

_IN_TITLE = 3  # actors that name a story without a title: more is no title any more
_UNTITLED = "A story"


@dataclass(frozen=True, slots=True)
class Masthead:
    """The head of a page; `given` has the numbers."""

    title: str
    given: Overview
    counted: int  # reports, without those that a later version has replaced
    period: str
    version: str
    digest: str  # SHA-256 over the digests of all reports, sorted: the same reports, the same digest


def masthead(desk: Desk, title: str | None) -> Masthead:
    """The head of a story's page; without a title it is called by its best-attested people."""
    given = desk.overview
    return Masthead(
        title=title or _people(desk) or _UNTITLED,
        given=given,
        counted=given.reports - given.earlier_versions,
        period=_period(given),
        version=version("dateline"),
        digest=desk.story.keep("digest of the reports", _digest),
    )


def _digest(story: Story) -> str:
    digests = story.connection.execute("SELECT digest FROM report ORDER BY digest")
    return hashlib.sha256("\n".join(digest for (digest,) in digests).encode()).hexdigest()


def _people(desk: Desk) -> str:
    return list_in_words(desk.best_attested(_IN_TITLE, ActorKind.PERSON))


def _period(given: Overview) -> str:
    """When the reports were published, as the end of a sentence that begins with their number."""
    if given.first_published is None or given.last_published is None:
        return "whose days of publication are unknown"
    first, last = (
        day_in_words(dt.date.fromisoformat(day)) for day in (given.first_published, given.last_published)
    )
    return f"published on {first}" if first == last else f"published from {first} to {last}"
