"""Short phrases for records, so that a row can say what it is about without sending the reader elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from dateline.errors import NotFoundError
from dateline.model import (
    Actor,
    ActorCode,
    Aspect,
    Chain,
    Claim,
    Conflict,
    CopyGroup,
    Event,
    Link,
    Location,
    MergedEvent,
    MetadataCandidate,
    Origin,
    Quotation,
    Record,
    Rejection,
    Report,
    Role,
    RoleMention,
    Thread,
    TimelineEntry,
    Utterance,
)
from dateline.story.coding import UNKNOWN
from dateline.story.lookup.directory import NOBODY, Directory, file_of
from dateline.story.wording import date_in_words, days_in_words, list_in_words, number_in_words

DOT = " · "  # between the parts of a phrase
PIECE_JOINT = " … "  # between the pieces of a quotation that a report interrupts


def phrase(directory: Directory, id_: str) -> str:
    """A phrase for the record with an id; the id itself if the story has no such record."""
    try:
        return phrase_of(directory, directory.story.get(id_))
    except NotFoundError:
        return id_


def phrase_of(directory: Directory, record: Record) -> str:
    """`Ada Holm · meet · Bo Lind · Lathia City` for an event, a name for an actor, or else the words read."""
    write = _WRITERS.get(type(record))
    if write:
        return write(directory, record)
    words = getattr(record, "words", None)
    return f"“{words.text}”" if words else record.id


def spoken(quotation: Quotation) -> str:
    """The words of a quotation, its pieces joined by an ellipsis."""
    return PIECE_JOINT.join(piece.text for piece in quotation.contents)


def act_of(directory: Directory, event: MergedEvent) -> str:
    """The verb of the member in the sentence that tells the event best, or else of the first member."""
    members = [directory.events[member] for member in event.members]
    for member in members:
        if member.report == event.report and event.words.start <= member.words.start < event.words.end:
            return member.lemma
    return members[0].lemma


def role_in_words(directory: Directory, role: Role) -> str:
    """`foreign minister of Lathia`, or the title alone; a misprinted speaker's role is told as disputed."""
    of = directory.actor(role.of)
    told = f"{role.title} of {of}" if of else role.title
    return f"{told} (in a disputed attribution)" if directory.in_doubt(role.report, role.words) else told


def claim_in_words(directory: Directory, claim: Claim) -> str:
    """A claim's value for a reader: a date, a number with its unit, a name, or the words of a statement."""
    if claim.aspect is Aspect.DATE and claim.time:
        return date_in_words(claim.time)
    if claim.aspect is Aspect.NUMBER and claim.low is not None:
        return f"{number_in_words(claim.low, claim.high)} {claim.unit or ''}".rstrip()
    if claim.aspect in (Aspect.STATEMENT, Aspect.WORDING) or claim.about == claim.actor:
        return claim.value  # words that somebody said, or what an actor is called
    return directory.actor(claim.actor) or claim.value


def said_by(directory: Directory, claim: Claim) -> str:
    """Who says what is claimed, by name or in the report's words; the outlet, if the report tells it itself."""
    behind = directory.story.supports(claim.id)[0]
    quotation = directory.quotations.get(behind.member)
    if quotation is None:
        return directory.outlet(behind.report)
    return directory.somebody(quotation.speaker) or (quotation.source.text if quotation.source else NOBODY)


def _act(actors: Iterable[str | None], act: str, recipients: Iterable[str | None], place: str | None) -> str:
    given = (list_in_words(_once(actors)), act)
    received = (list_in_words(_once(recipients)), place)
    return DOT.join(part for part in (*given, *received) if part)


def _once(names: Iterable[str | None]) -> list[str]:
    """Names, those of several nameless somebodies once: “a girl” of three reports."""
    return list(dict.fromkeys(name for name in names if name))


def _merged_event(directory: Directory, event: MergedEvent) -> str:
    return _act(
        map(directory.actor, event.actors),
        act_of(directory, event),
        map(directory.actor, event.recipients),
        directory.actor(event.place),
    )


def codes_in_words(code: ActorCode) -> str:
    """`TUR, GOV and MIL`, `FRA and DZA, CVL`; what is not told is said to be unknown."""
    sectors = list_in_words(["sector unknown" if sector == UNKNOWN else sector for sector in code.sectors])
    country = " and ".join(filter(None, (code.country, code.second_country)))
    return ", ".join(part for part in (country or "country unknown", sectors) if part)


def place_in_words(location: Location) -> str:
    """`Paris, Texas, USA (33.66, -95.56)`."""
    named = ", ".join(part for part in (location.name, location.region, location.country) if part)
    if location.latitude is None or location.longitude is None:
        return named
    return f"{named} ({location.latitude:.2f}, {location.longitude:.2f})"


def _event(directory: Directory, event: Event) -> str:
    return _act(
        (directory.somebody(each.chain) for each in event.actors),
        event.lemma,
        (directory.somebody(each.chain) for each in event.recipients),
        directory.somebody(event.place),
    )


def _utterance(directory: Directory, utterance: Utterance) -> str:
    names = [directory.actor(id_) or id_ for id_ in utterance.speakers]
    return f"{list_in_words(names, 'or') or NOBODY}: “{utterance.text}”"


def _quotation(directory: Directory, quotation: Quotation) -> str:
    return f"{directory.somebody(quotation.speaker) or NOBODY}: “{spoken(quotation)}”"


def _report(directory: Directory, report: Report) -> str:
    return f"{report.title or file_of(report)} ({directory.cite(report.id)})"


def _role(directory: Directory, role: Role) -> str:
    return f"{directory.actor(role.actor) or role.actor}: {role_in_words(directory, role)}"


def _role_mention(directory: Directory, role: RoleMention) -> str:
    return f"{directory.somebody(role.chain)}: {role.title}"


_WRITERS: dict[type[Record], Callable[[Directory, Any], str]] = {
    Actor: lambda _, actor: actor.name,
    ActorCode: lambda directory, code: f"{directory.actor(code.actor) or code.actor}: {codes_in_words(code)}",
    Chain: lambda _, chain: chain.name,
    Claim: claim_in_words,
    Conflict: lambda directory, conflict: f"{conflict.kind.value} of {phrase(directory, conflict.about)}",
    CopyGroup: lambda _, group: f"“{group.members[0].words.text}”",
    Event: _event,
    Link: lambda directory, link: f"{phrase(directory, link.member)} → {phrase(directory, link.target)}",
    Location: lambda _, location: place_in_words(location),
    MergedEvent: _merged_event,
    MetadataCandidate: lambda _, candidate: f"{candidate.field.value} “{candidate.value}”",
    Origin: lambda _, origin: days_in_words(origin.label),
    Quotation: _quotation,
    Rejection: lambda _, rejection: rejection.location,
    Report: _report,
    Role: _role,
    RoleMention: _role_mention,
    Thread: lambda _, thread: thread.name,
    TimelineEntry: lambda directory, entry: phrase(directory, entry.event),
    Utterance: _utterance,
}
