"""What stands behind one record, as sentences for a reader who has never seen a program.

explanation.py  what an explanation is made of,
teller.py       lines that all kinds share; plain.py, plain words for short names
intake.py, reading.py, linking.py, coding.py, ruling.py  one function for each kind of record
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dateline.errors import NotFoundError
from dateline.model import (
    RECORDS,
    Actor,
    ActorCode,
    Chain,
    Claim,
    Conflict,
    CopyGroup,
    Decision,
    EarlierVersion,
    Event,
    Furniture,
    Link,
    Location,
    Mention,
    MergedEvent,
    MetadataCandidate,
    Origin,
    Paragraph,
    Quotation,
    QuotedPhrase,
    Record,
    Rejection,
    Report,
    Role,
    RoleMention,
    Sentence,
    Support,
    Thread,
    TimelineEntry,
    Timex,
    Utterance,
)
from dateline.story.explain import coding, intake, linking, reading, ruling
from dateline.story.explain.explanation import Explanation, Line, Part, Told
from dateline.story.explain.teller import Teller
from dateline.story.lookup.passage import Passage
from dateline.story.story import Story

__all__ = ["Explanation", "Line", "Part", "Passage", "explain", "find"]

_AMBIGUOUS = 5  # ids shown of those that a prefix fits


def explain(story: Story, id_: str) -> Explanation:
    """Explain the record with an id, or with an id that begins so if only one does; NotFoundError otherwise."""
    record = find(story, id_)
    teller = Teller(story)
    says, parts = _WRITERS[type(record)](teller, record)
    decided = ruling.stands_by(teller, record)
    return Explanation(id=record.id, kind=_words(type(record)), says=says, parts=(*decided, *parts))


def find(story: Story, id_: str) -> Record:
    """The record with an id or with the one id that begins so; NotFoundError if there is none or several."""
    try:
        return story.get(id_)
    except NotFoundError:
        fits = [record for kind in RECORDS for record in story.all(kind) if id_ and record.id.startswith(id_)]
        if not fits:
            raise
    if len(fits) > 1:
        shown = ", ".join(sorted(record.id for record in fits)[:_AMBIGUOUS])
        raise NotFoundError(f"{len(fits)} ids begin with {id_}: {shown}", "give more letters of the id")
    return fits[0]


def _words(kind: type[Record]) -> str:
    if kind is Timex:
        return "time expression"
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind.__name__).lower()


_WRITERS: dict[type[Record], Callable[[Teller, Any], Told]] = {
    Report: intake.report,
    Rejection: intake.rejection,
    MetadataCandidate: intake.metadata_candidate,
    Furniture: intake.furniture,
    EarlierVersion: intake.earlier_version,
    Paragraph: reading.paragraph,
    Sentence: reading.sentence,
    Timex: reading.timex,
    Chain: reading.chain,
    Mention: reading.mention,
    RoleMention: reading.role_mention,
    Quotation: reading.quotation,
    QuotedPhrase: reading.quoted_phrase,
    Event: reading.event,
    Origin: linking.origin,
    CopyGroup: linking.copy_group,
    Actor: linking.actor,
    Role: linking.role,
    Thread: linking.thread,
    Link: linking.link,
    ActorCode: coding.actor_code,
    Location: coding.location,
    Utterance: linking.utterance,
    MergedEvent: linking.merged_event,
    TimelineEntry: linking.timeline_entry,
    Claim: linking.claim,
    Support: linking.support,
    Conflict: linking.conflict,
    Decision: ruling.decision,
}
