"""Reading ahead: what some rows are going to ask for one by one is read in a few questions for all of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import batched, chain

from dateline.model import (
    ActorCode,
    Claim,
    Conflict,
    LinkKind,
    Location,
    MergedEvent,
    Origin,
    Paragraph,
    Quotation,
    Role,
    Sentence,
    Support,
    TimelineEntry,
    Utterance,
)
from dateline.story.lookup.directory import Directory

AT_ONCE = 500  # records: more at a time read no quicker, and the list of ids for SQLite grows long


def read_ahead_of_events(directory: Directory, events: Sequence[MergedEvent]) -> Iterator[Sequence[MergedEvent]]:
    """The events in parts, each part when all is read that its rows are written from."""
    for part in batched(events, AT_ONCE):
        ids = [event.id for event in part]
        directory.story.read_related(TimelineEntry, "event", ids)
        members = directory.events.read(chain.from_iterable(event.members for event in part))
        directory.actors.read(
            id_ for event in part for id_ in (*event.actors, *event.recipients, event.place) if id_
        )
        directory.story.read_related(Location, "actor", (event.place for event in part if event.place))
        directory.reports.read((*(event.report for event in part), *(member.report for member in members)))
        read_ahead_of_supports(directory, ids)
        yield part


def read_ahead_of_utterances(directory: Directory, utterances: Sequence[Utterance]) -> list[Quotation]:
    """The quotations of some utterances, when all is read that their rows are written from."""
    quotations = directory.quotations.read(chain.from_iterable(each.members for each in utterances))
    read_ahead_of_quotations(directory, quotations)
    ids = [each.id for each in utterances]
    read_ahead_of_supports(directory, ids)
    directory.story.read_related(Conflict, "about", ids)
    return quotations


def read_ahead_of_quotations(directory: Directory, quotations: Collection[Quotation]) -> None:
    """Read what the rows of these quotations are written from, but for what stands behind their utterances."""
    chains = {id_ for each in quotations for id_ in (each.speaker, each.other_speaker) if id_}
    directory.chains.read(chains)
    read_ahead_of_somebodies(directory, chains)
    directory.reports.read(each.report for each in quotations)
    directory.timexes.read(each.said_at for each in quotations)


def read_ahead_of_somebodies(directory: Directory, chains: Collection[str]) -> None:
    """Read which actors some reports' somebodies belong to."""
    directory.joins.read(chains)
    directory.actors.read(directory.target(chain_, LinkKind.ACTOR) for chain_ in chains)


def read_ahead_of_supports(directory: Directory, ids: Iterable[str]) -> list[Support]:
    """The words behind some records, when the reports and origins are read that they count for."""
    wanted = list(ids)
    directory.story.read_related(Support, "about", wanted)
    supports = [each for id_ in wanted for each in directory.story.related(Support, "about", id_)]
    directory.reports.read(each.report for each in supports)
    directory.story.many(Origin, (each.origin for each in supports))
    return supports


def read_ahead_of_tellings(directory: Directory, events: Iterable[str]) -> None:
    """Read the sentences that tell some events, as single reports tell them, and the words that date these."""
    found = directory.events.read(events)
    directory.timexes.read(event.timex for event in found)
    read_ahead_of_passages(directory, (event.report for event in found))


def read_ahead_of_conflicts(directory: Directory, conflicts: Collection[Conflict]) -> None:
    """Read what the rows of these conflicts are written from."""
    sides = [side for conflict in conflicts for side in conflict.sides]
    claims = directory.story.many(Claim, sides)
    directory.actors.read(claim.actor for claim in claims.values())
    supports = read_ahead_of_supports(directory, sides)
    read_ahead_of_passages(directory, (each.report for each in supports))
    about = [conflict.about for conflict in conflicts]
    events = directory.story.many(MergedEvent, about).values()
    for _ in read_ahead_of_events(directory, list(events)):
        pass  # the records are kept
    utterances = directory.story.many(Utterance, about).values()
    directory.actors.read(id_ for each in utterances for id_ in each.speakers)
    read_ahead_of_utterances(directory, list(utterances))


def read_ahead_of_actors(directory: Directory, ids: Collection[str]) -> None:
    """Read what the rows of these actors are written from."""
    directory.actors.read(ids)
    for kind in (Role, ActorCode, Location):
        directory.story.read_related(kind, "actor", ids)
    roles = (role for id_ in ids for role in directory.story.related(Role, "actor", id_))
    directory.actors.read(role.of for role in roles)


def read_ahead_of_passages(directory: Directory, reports: Iterable[str]) -> None:
    """Read the sentences and paragraphs of some reports, in which words are shown."""
    wanted = list(dict.fromkeys(reports))
    directory.reports.read(wanted)
    for kind in (Sentence, Paragraph):
        directory.story.read_related(kind, "report", wanted)
