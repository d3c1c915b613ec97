"""Everything a story tells of one actor: names, roles, what it said, did and underwent, and who spoke of it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Actor, LinkKind, Mention, MergedEvent, Role, SpeechKind
from dateline.story.lookup.directory import NOBODY, Directory
from dateline.story.lookup.phrases import phrase_of, role_in_words, spoken
from dateline.story.lookup.row import Row
from dateline.story.story import Story
from dateline.story.views.speech import utterances
from dateline.story.wording import count_of, date_in_words

REPORTED_SPEECH = "reported speech"


class Section(StrEnum):
    """What a line tells of an actor."""

    NAME = "name"
    ROLE = "role"
    SAID = "said"
    DID = "did"
    UNDERWENT = "underwent"
    WHERE = "where"  # events that took place there
    SPOKEN_OF = "spoken of"


@dataclass(frozen=True, slots=True, kw_only=True)
class WhoRow(Row):
    """One thing that is told of an actor; `id` is that of the record behind it."""

    actor: str  # the actor's id
    name: str
    section: str
    time: str | None  # EDTF of a role or an event
    time_words: str | None
    text: str
    note: str | None  # how many mentions, a status other than "happened", a doubt
    report: str | None
    published: str | None  # EDTF
    outlet: str | None
    location: str | None
    cited: str | None  # outlet, date and file in words


def find_actors(story: Story, name: str) -> list[Actor]:
    """The actor with that id, or the actors that a name may mean, best first."""
    exact = [actor for actor in story.actors() if actor.id == name]
    return exact or story.who(name)


def who(story: Story, actor: Actor) -> list[WhoRow]:
    """All that is told of an actor, in the order of `Section`."""
    return _Profile(Directory.of(story), actor).rows()


@dataclass(frozen=True, slots=True)
class _Profile:
    """One actor and the directory its lines are written with."""

    directory: Directory
    actor: Actor

    def rows(self) -> list[WhoRow]:
        return [*self._names(), *self._roles(), *self._said(), *self._events(), *self._spoken_of()]

    def _row(
        self,
        section: Section,
        id_: str,
        text: str,
        *,
        report: str | None = None,
        note: str | None = None,
        time: str | None = None,
        time_words: str | None = None,
    ) -> WhoRow:
        given = self.directory.reports[report] if report else None
        return WhoRow(
            id=id_,
            actor=self.actor.id,
            name=self.actor.name,
            section=section.value,
            time=time,
            time_words=time_words,
            text=text,
            note=note,
            report=report,
            published=given.published.edtf if given and given.published else None,
            outlet=given.outlet if given else None,
            location=given.location if given else None,
            cited=self.directory.cite(given.id) if given else None,
        )

    def _names(self) -> Iterator[WhoRow]:
        for name in self.actor.names:
            yield self._row(Section.NAME, self.actor.id, name.name, note=count_of(name.mentions, "mention"))

    def _roles(self) -> Iterator[WhoRow]:
        for role in self.directory.story.all(Role):
            if role.actor == self.actor.id:
                yield self._row(
                    Section.ROLE,
                    role.id,
                    role_in_words(self.directory, role),
                    report=role.report,
                    time=role.time.edtf if role.time else None,
                    time_words=date_in_words(role.time) if role.time else None,
                )

    def _said(self) -> Iterator[WhoRow]:
        for utterance in utterances(self.directory):
            if self.actor.id in utterance.speakers:
                first = self.directory.quotations[utterance.members[0]]
                notes = [REPORTED_SPEECH] if first.kind is SpeechKind.INDIRECT else []
                if len(utterance.speakers) > 1 or first.anomaly:
                    notes.append("disputed attribution")
                note = "; ".join(notes) or None
                yield self._row(Section.SAID, utterance.id, utterance.text, report=first.report, note=note)

    def _events(self) -> Iterator[WhoRow]:
        ordered = self.directory.story.all(MergedEvent)
        for section in (Section.DID, Section.UNDERWENT, Section.WHERE):
            for event in ordered:
                if self.actor.id in _of_section(event, section):
                    yield self._row(
                        section,
                        event.id,
                        phrase_of(self.directory, event),
                        report=event.report,
                        note=None if event.status == "happened" else event.status.value,
                        time=event.time.edtf if event.time else None,
                        time_words=date_in_words(event.time, disputed=event.time_disputed),
                    )

    def _spoken_of(self) -> Iterator[WhoRow]:
        """Quotations of others with a mention of the actor inside their words."""
        starts: defaultdict[str, list[int]] = defaultdict(list)
        for mention in self.directory.story.all(Mention):
            if self.directory.target(mention.chain, LinkKind.ACTOR) == self.actor.id:
                starts[mention.report].append(mention.words.start)
        for offsets in starts.values():
            offsets.sort()
        for quotation in self.directory.quotations.values():
            speaker = self.directory.target(quotation.speaker, LinkKind.ACTOR) if quotation.speaker else None
            inside = any(
                _any_within(starts[quotation.report], piece.start, piece.end) for piece in quotation.contents
            )
            if inside and speaker != self.actor.id:
                by = self.directory.somebody(quotation.speaker) or NOBODY
                text = f"{by}: “{spoken(quotation)}”"
                yield self._row(Section.SPOKEN_OF, quotation.id, text, report=quotation.report)


def _of_section(event: MergedEvent, section: Section) -> tuple[str, ...]:
    if section is Section.DID:
        return event.actors
    if section is Section.UNDERWENT:
        return event.recipients
    return (event.place,) if event.place else ()


def _any_within(sorted_offsets: list[int], start: int, end: int) -> bool:
    at = bisect_left(sorted_offsets, start)
    return at < len(sorted_offsets) and sorted_offsets[at] < end
