"""Reports that their outlets have replaced, and what the next version changed."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import EarlierVersion
from dateline.story.changes import Change, changes
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow(Row):
    """One earlier version of a report, and how the version that followed it differs."""

    report: str
    number: int  # 1 for the oldest
    of: int  # how many versions there are, the latest one counted
    latest: str  # the report that is linked and counted
    reason: str
    title: str | None
    location: str
    published_words: str
    followed_by: str  # the report that is the next version
    followed_at: str  # its location
    removed: tuple[str, ...]  # runs of words, each in the place of the one of the same number in `added`
    added: tuple[str, ...]


def versions(story: Story) -> list[VersionRow]:
    """All earlier versions, those of one report together, oldest first."""
    earlier = sorted(story.all(EarlierVersion), key=lambda version: (version.latest, version.number))
    rows = []
    for version in earlier:
        report = story.report(version.report)
        same = [one for one in earlier if one.latest == version.latest]
        next_ = story.report(same[version.number].report if version.number < len(same) else version.latest)
        changed = changes(report.text, next_.text)
        rows.append(
            VersionRow(
                id=version.id,
                report=report.id,
                number=version.number,
                of=len(same) + 1,
                latest=version.latest,
                reason=version.reason.value,
                title=report.title,
                location=report.location,
                published_words=date_in_words(report.published),
                followed_by=next_.id,
                followed_at=next_.location,
                removed=tuple(change.before for change in changed),
                added=tuple(change.after for change in changed),
            )
        )
    return rows


def changes_of(row: VersionRow) -> list[Change]:
    """The changes of a row, one by one."""
    return [Change(*pair) for pair in zip(row.removed, row.added, strict=True)]
