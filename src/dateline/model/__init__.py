"""Every record of a story: what a newcomer reads first.

report.py     Report, MetadataCandidate, Furniture, Rejection        written by intake
              EarlierVersion                                         versions.py, once all reports are there
text.py       Paragraph, Sentence                                    |
timex.py      Timex                                                  |
mention.py    Chain, Mention, RoleMention                            | report stages (reading/)
quotation.py  Quotation, QuotedPhrase                                |
event.py      Event                                                  |
lineage.py    CopyGroup, Origin                                      |
actor.py      Actor, Role, Link                                      | corpus stages (linking/)
thread.py     Thread                                                 |
merged.py     Utterance, MergedEvent, TimelineEntry                  |
claim.py      Claim, Support, Conflict                               |
coding.py     ActorCode, Location                                    |
decision.py   Decision                                               a person (cli/decisions.py)
"""

from dateline.model.actor import Actor, ActorName, Link, LinkKind, Role
from dateline.model.claim import Aspect, Claim, Conflict, ConflictKind, Support
from dateline.model.coding import ActorCode, CodeBasis, Location, PlacePrecision
from dateline.model.decision import Anchor, AnchorKind, Decision, DecisionKind
from dateline.model.event import Count, Event, EventContext, EventType, Participant, Status
from dateline.model.lineage import CopyGroup, CopyKind, CopyMember, Origin
from dateline.model.mention import ActorKind, Chain, Gender, Mention, MentionForm, RoleMention
from dateline.model.merged import MergedEvent, Relation, TimelineEntry, Utterance
from dateline.model.quotation import Anomaly, MarkReason, Quotation, QuotedPhrase, SpeechKind, Stance
from dateline.model.record import Record, Ref
from dateline.model.report import (
    Arrival,
    EarlierVersion,
    Field,
    Furniture,
    FurnitureKind,
    MetadataCandidate,
    Rejection,
    RejectionCode,
    Report,
    VersionReason,
)
from dateline.model.text import Paragraph, ParagraphKind, Sentence
from dateline.model.thread import Thread
from dateline.model.timex import Timex, TimexType

# In the order in which a story file is filled: a record refers only to earlier kinds, or to its own.
RECORDS: tuple[type[Record], ...] = (
    Report,
    Rejection,
    MetadataCandidate,
    Furniture,
    EarlierVersion,
    Paragraph,
    Sentence,
    Timex,
    Chain,
    Mention,
    RoleMention,
    Quotation,
    QuotedPhrase,
    Event,
    Origin,
    CopyGroup,
    Actor,
    Role,
    Thread,
    Link,
    ActorCode,
    Location,
    Utterance,
    MergedEvent,
    TimelineEntry,
    Claim,
    Support,
    Conflict,
    Decision,
)

__all__ = [
    "RECORDS",
    "Actor",
    "ActorCode",
    "ActorKind",
    "ActorName",
    "Anchor",
    "AnchorKind",
    "Anomaly",
    "Arrival",
    "Aspect",
    "Chain",
    "Claim",
    "CodeBasis",
    "Conflict",
    "ConflictKind",
    "CopyGroup",
    "CopyKind",
    "CopyMember",
    "Count",
    "Decision",
    "DecisionKind",
    "EarlierVersion",
    "Event",
    "EventContext",
    "EventType",
    "Field",
    "Furniture",
    "FurnitureKind",
    "Gender",
    "Link",
    "LinkKind",
    "Location",
    "MarkReason",
    "Mention",
    "MentionForm",
    "MergedEvent",
    "MetadataCandidate",
    "Origin",
    "Paragraph",
    "ParagraphKind",
    "Participant",
    "PlacePrecision",
    "Quotation",
    "QuotedPhrase",
    "Record",
    "Ref",
    "Rejection",
    "RejectionCode",
    "Relation",
    "Report",
    "Role",
    "RoleMention",
    "Sentence",
    "SpeechKind",
    "Stance",
    "Status",
    "Support",
    "Thread",
    "TimelineEntry",
    "Timex",
    "TimexType",
    "Utterance",
    "VersionReason",
]
