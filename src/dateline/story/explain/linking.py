"""Explaining what was joined over reports: actors, origins, utterances, events, claims and conflicts."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import (
    Actor,
    ActorCode,
    Aspect,
    Claim,
    Conflict,
    ConflictKind,
    CopyGroup,
    CopyKind,
    Link,
    LinkKind,
    Location,
    MergedEvent,
    Origin,
    Relation,
    Role,
    Support,
    Thread,
    TimelineEntry,
    Utterance,
)
from dateline.story.explain.coding import known_of
from dateline.story.explain.explanation import Line, Told, part
from dateline.story.explain.plain import EVENTS as KINDS
from dateline.story.explain.teller import GROUNDINGS, Teller, a_kind, stated, surely
from dateline.story.lookup.phrases import act_of, claim_in_words, role_in_words
from dateline.story.views.ledger import Ledger, Standing
from dateline.story.wording import (
    count_of,
    date_in_words,
    days_in_words,
    list_in_words,
    speaking_in_words,
)

_SOURCES = "How many say so"
_ASPECTS = {
    Aspect.DATE: "The day of",
    Aspect.NUMBER: "A number in",
    Aspect.PLACE: "The place of",
    Aspect.PARTICIPANT: "One who takes part in",
    Aspect.ATTRIBUTION: "The speaker of",
    Aspect.ROLE: "The role",
    Aspect.STATEMENT: "What is stated by",
    Aspect.WORDING: "The words of",
    Aspect.POLARITY: "How it stands with",
}
_DISPUTES = {
    ConflictKind.DATE: "Reports give different days for",
    ConflictKind.NUMBER: "Reports give different numbers for",
    ConflictKind.PLACE: "Reports give different places for",
    ConflictKind.PARTICIPANT: "Reports name different people for",
    ConflictKind.ATTRIBUTION: "It is in dispute who is behind",
    ConflictKind.WORDING: "Reports print in other words",
    ConflictKind.ROLE: "Reports give somebody different offices:",
    ConflictKind.STATEMENT: "A statement is contradicted:",
    ConflictKind.REVERSAL: "A source took back what it had said:",
}
_RELATIONS = {
    Relation.IDENTICAL: "the words of the first printing",
    Relation.TRIMMED: "cut, beside the first printing",
    Relation.CHANGED: "in other words than the first printing",
    Relation.TRANSLATED: "as if put into English by somebody else than in the first printing",
    Relation.REPORTED: "without quotation marks here or in the first printing",
}
_STANDINGS = {
    Standing.AGREED: "agreed: two or more independent origins give it",
    Standing.DISPUTED: "disputed: reports give what cannot hold beside it",
    Standing.ALONE: "no second independent origin is known to give it",
}
_COPIES = {
    CopyKind.REPORT: "Most of one report stands in another",
    CopyKind.PASSAGE: "A passage that stands in more than one report",
    CopyKind.QUOTATION: "Quoted words that reports give in the same cut",
}
_MEMBERS = {
    LinkKind.ACTOR: "this somebody of one report belongs to the actor",
    LinkKind.ORIGIN: "this text comes from the origin",
    LinkKind.UTTERANCE: "this quotation is one printing of the utterance",
    LinkKind.EVENT: "this telling is of the event",
    LinkKind.THREAD: "this report is of the thread",
}


def actor(teller: Teller, record: Actor) -> Told:
    """Names, roles, and every join that made the actor, with its reasons."""
    says = (
        f"{record.name}: an actor of the story, joined from the reports that name it and taken for "
        f"{a_kind(record.kind)} {surely(record.kind_score)}."
    )
    names = (f"{name.name}: {count_of(name.mentions, 'mention')}" for name in record.names)
    known = stated((("gender", record.gender and record.gender.value), ("country", record.country)))
    return says, (
        *part("Names, as printed", names),
        *part("Known of it", known),
        *part("Roles, as reported", _roles(teller, record)),
        *part("PLOVER codes", known_of(teller, record, ActorCode)),
        *part("Where it lies", known_of(teller, record, Location)),
        *part("Joined from", teller.joined_into(record)),
    )


def _roles(teller: Teller, record: Actor) -> Iterator[Line]:
    for role in teller.story.all(Role):
        if role.actor == record.id:
            yield Line(f"{role_in_words(teller.directory, role)}{_told(role)}", role.id)


def _told(role: Role) -> str:
    """When the reports came out that give a role."""
    if role.time is None:
        return ""
    return f", in reports published {'on ' if role.time.is_day else ''}{date_in_words(role.time)}"


def role(teller: Teller, record: Role) -> Told:
    """Whose role, when it is said of them, and the first words that say so."""
    title = role_in_words(teller.directory, record)
    says = f"What reports call {teller.name(record.actor)}: {title}{_told(record)}."
    return says, (
        *part("First read from", teller.read_from(record.report, record.words)),
        *part("Actor", [teller.about(record.actor)]),
        *part("Belonging to", [teller.about(record.of)] if record.of else []),
    )


def link(teller: Teller, record: Link) -> Told:
    """What was joined to what, how surely, and why."""
    says = f"A join made by the program {surely(record.score)}: {_MEMBERS[record.kind]}."
    return says, (
        *part("Joined", [teller.about(record.member), teller.about(record.target, "to ")]),
        *part("Reasons", teller.reasons(record)),
    )


def origin(teller: Teller, record: Origin) -> Told:
    """Which reports count as one source, and why."""
    independent = "one independent source" if record.known else "a source that may or may not be independent"
    held = (
        f"with {count_of(len(record.reports), 'report')}"
        if record.reports
        else "of words that reports have from it"
    )
    says = f"{days_in_words(record.label)}: {independent}, {held}."
    return says, (
        *part("Why", (record.reason, *stated((("agency", record.agency),)))),
        *part("Reports", (teller.about(report) for report in record.reports)),
        *part("Joined from", teller.joined_into(record)),
    )


def copy_group(teller: Teller, record: CopyGroup) -> Told:
    """Which reports share which words, how much of them, and what that is put down to."""
    says = f"{_COPIES[record.kind]}: {count_of(len(record.members), 'report')} count as one source for it."
    share = f"{record.containment:.0%} of the runs of four words in the shorter text stand in the other too"
    return says, (
        *part("Why", (record.reason, share, *stated((("agency credited", record.agency),)))),
        *part(
            "The shared words",
            (line for each in record.members for line in teller.read_from(each.report, each.words)),
        ),
        *part("Where it comes from", teller.joined_to(record)),
    )


def thread(teller: Teller, record: Thread) -> Told:
    """Which reports are on one matter, and what they share."""
    says = f"{count_of(len(record.reports), 'report')} on one matter: {record.name}."
    alike = f"{record.likeness:.0%} alike, in the mean over pairs of texts" if len(record.reports) > 1 else ""
    return says, (
        *part("Words that bind them", [", ".join(record.shared_words)] if record.shared_words else []),
        *part("How alike they are", [alike] if alike else []),
        *part("Who is in it", (teller.about(actor) for actor in record.actors)),
        *part(_SOURCES, [_sources(teller, record.id)]),
        *part("Joined from", teller.joined_into(record)),
    )


def utterance(teller: Teller, record: Utterance) -> Told:
    """Who said it, by every reading, and each report that prints it."""
    names = [teller.name(speaker) or speaker for speaker in record.speakers]
    doubt = " The attribution is disputed: both readings are kept." if len(names) > 1 else ""
    who = list_in_words(names, "or") or "Somebody unknown"
    says = f"{who} {speaking_in_words(record.stance.value)}: “{record.text}”.{doubt}"
    return says, (
        *part(_SOURCES, [_sources(teller, record.id)]),
        *part("Printed in", _members(teller, record)),
        *part("Claims about it", _claims(teller, record.id)),
        *part("Where its words come from", teller.supports(record.id)),
    )


def merged_event(teller: Teller, record: MergedEvent) -> Told:
    """The act, its date and parts, each report that tells it, and the claims about it."""
    disputed = date_in_words(record.time, disputed=record.time_disputed)
    says = f"{teller.name(record.id)}: {_status(record)}, {disputed}."
    code = record.type.value + (f", {record.mode}" if record.mode else "")
    return says, (
        *part(_SOURCES, [_sources(teller, record.id)]),
        *part("Told best by", teller.read_from(record.report, record.words)),
        *part(
            "What kind of act",
            [f"{KINDS[record.type]} ({code}), by the word “{act_of(teller.directory, record)}”"],
        ),
        *part("Who takes part", _participants(teller, record)),
        *part("Told in", _members(teller, record)),
        *part("Claims about it", _claims(teller, record.id)),
        *part("The words behind it", teller.supports(record.id)),
    )


def _status(record: MergedEvent) -> str:
    return (
        "an act that is reported to have happened"
        if record.status == "happened"
        else f"an act that is {record.status}"
    )


def _participants(teller: Teller, record: MergedEvent) -> Iterator[Line]:
    yield from (teller.about(id_, "who: ") for id_ in record.actors)
    yield from (teller.about(id_, "to or with whom: ") for id_ in record.recipients)
    if record.place:
        yield teller.about(record.place, "where: ")


def _members(teller: Teller, record: Utterance | MergedEvent) -> Iterator[Line]:
    """Each member with its report and the reason why it was joined, where a link gives one."""
    reasons = {link.member: teller.why(link) for link in teller.links(record) if link.target == record.id}
    if isinstance(record, Utterance):
        for id_, relation in zip(record.members, record.relations, strict=False):
            if relation is not Relation.FIRST and id_ in reasons:
                reasons[id_] = f"{_RELATIONS[relation]}; {reasons[id_]}"
    for member in teller.story.members(record.id):
        reason = f" ({reasons[member.id]})" if member.id in reasons else ""
        cited = teller.directory.cite(getattr(member, "report", ""))
        yield Line(f"{cited}: {teller.name(member.id)}{reason}", member.id)


def _claims(teller: Teller, about: str) -> Iterator[Line]:
    order = list(Aspect)
    for claim in sorted(
        teller.story.claims(about), key=lambda each: (order.index(each.aspect), each.value, each.id)
    ):
        yield Line(f"{claim.aspect.value}: {claim_in_words(teller.directory, claim)}", claim.id)


def _sources(teller: Teller, id_: str) -> str:
    return teller.directory.sources_and_owners(id_)


def timeline_entry(teller: Teller, record: TimelineEntry) -> Told:
    """The place of an event in the order of time."""
    says = (
        f"Number {record.number + 1} in the order of time, with a weight of {record.weight:.2f}: "
        f"{teller.name(record.event)}."
    )
    return says, (
        *part("Event", [teller.about(record.event)]),
        *part("Weight", ["more origins and participants behind an event give it more weight"]),
    )


def claim(teller: Teller, record: Claim) -> Told:
    """The value, what it is about, and the words behind it."""
    says = f"{_asked(teller, record)}, as reports give it: {_value(teller, record)}."
    ledger = Ledger(teller.directory)
    given = ledger.given(record)
    disputes = (teller.about(conflict) for conflict in given.conflicts)
    agrees = (Line(ledger.agreement_in_words(each), each.claim.id) for each in given.agrees)
    return says, (
        *part(_SOURCES, [_sources(teller, record.id), _STANDINGS[given.standing]]),
        *part("Agrees with", agrees),
        *part("About", [teller.about(record.about)]),
        *part("Who", [teller.about(record.actor)] if record.actor else []),
        *part("The words behind it", teller.supports(record.id)),
        *part("In conflict", disputes),
    )


def _asked(teller: Teller, record: Claim) -> str:
    """What a claim gives the value of: `The place of Ada Holm · meet · Bo Lind`."""
    about = teller.story.get(record.about)
    if isinstance(about, Actor):
        return f"What reports call {about.name}"
    if isinstance(about, Role):
        return f"Who is called {role_in_words(teller.directory, about)}"
    if isinstance(about, Utterance) and record.aspect is Aspect.ATTRIBUTION:
        return f"Who said “{about.text}”"
    return f"{_ASPECTS[record.aspect]} {teller.name(record.about)}"


def support(teller: Teller, record: Support) -> Told:
    """Which words stand behind what, and which origin they count for."""
    about = teller.story.get(record.about)
    behind = teller.name(record.about)
    if isinstance(about, Claim):
        asked = _asked(teller, about)
        behind = f"{asked[0].lower()}{asked[1:]}: {_value(teller, about)}"
    says = f"Words of {teller.report(record.report)}, which are behind this: {behind}."
    return says, (
        *part("The words", teller.read_from(record.report, record.words)),
        *part("Behind", [teller.about(record.about)]),
        *part("Read as", [teller.about(record.member)]),
        *part("Counts for the origin", [teller.about(record.origin)]),
        *part("How the value rests on them", [GROUNDINGS[record.grounding]]),
    )


def conflict(teller: Teller, record: Conflict) -> Told:
    """What is in dispute, why the values cannot all hold, and every side with its words."""
    about = teller.story.get(record.about)
    if isinstance(about, Utterance) and record.kind is ConflictKind.ATTRIBUTION:
        says = f"Reports, or readings of one report, differ in who said “{about.text}”."
    else:
        says = f"{_DISPUTES[record.kind]} {teller.name(record.about)}."
    says += " Nothing here says which side is right."
    sides = (
        part(f"Side {number}: {_side(teller, side)}", teller.supports(side))
        for number, side in enumerate(record.sides, start=1)
    )
    return says, (
        *part("Why they cannot all hold", [days_in_words(record.reason)]),
        *part("About", [teller.about(record.about)]),
        *(each for side in sides for each in side),
    )


def _side(teller: Teller, claim_id: str) -> str:
    claim_ = teller.story.get(claim_id)
    value = _value(teller, claim_) if isinstance(claim_, Claim) else teller.name(claim_id)
    return f"{value} ({_sources(teller, claim_id)})"


def _value(teller: Teller, record: Claim) -> str:
    """A claim's value; a statement in marks and with its speaker."""
    value = claim_in_words(teller.directory, record)
    if record.aspect is Aspect.WORDING:
        return f"“{value}”"
    if record.aspect is not Aspect.STATEMENT:
        return value
    speaker = teller.directory.actor(record.actor)
    return f"{speaker}: “{value}”" if speaker else f"“{value}”"
