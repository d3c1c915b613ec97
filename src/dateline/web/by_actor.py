"""What belongs to one actor: looked up, not looked for, however long the story is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Mention
from dateline.story.catalogue import ActSlip, QuotationSlip
from dateline.story.views import Directory, QuotationRow, addressed_to, spoken_of

type Group = Sequence[QuotationSlip | QuotationRow]  # the quotations of one utterance, as slips or written out


@dataclass(frozen=True)
class ById[T]:
    """What is looked up by an id, when it is asked for."""

    find: Callable[[str], Sequence[T]]

    def get(self, id_: str, _: Sequence[T] = ()) -> Sequence[T]:
        """What there is; nothing for an id that nothing belongs to."""
        return self.find(id_)


@dataclass(frozen=True, eq=False)
class ByActor:
    """Parts of a story by the id of an actor."""

    directory: Directory
    speech: Sequence[Group]
    acts: Sequence[ActSlip]

    @cached_property
    def said(self) -> Mapping[str, Sequence[Group]]:
        """Utterances that somebody made, disputed ones too."""
        return _grouped((actor, group) for group in self.speech for actor in sorted(speakers(group)))

    @property
    def told(self) -> ById[Group]:
        """Utterances addressed to somebody."""
        return ById(lambda actor: self._with(addressed_to(self.directory.story, actor)))

    @property
    def spoken_of(self) -> ById[Group]:
        """Utterances of others in whose words somebody is mentioned."""
        return ById(lambda actor: self._with(spoken_of(self.directory.story, actor), but=actor))

    @cached_property
    def did(self) -> Mapping[str, Sequence[ActSlip]]:
        """Acts of somebody."""
        return _grouped((actor, slip) for slip in self.acts for actor in dict.fromkeys(slip.actor_ids))

    @cached_property
    def underwent(self) -> Mapping[str, Sequence[ActSlip]]:
        """Acts upon somebody."""
        return _grouped((actor, slip) for slip in self.acts for actor in dict.fromkeys(slip.recipient_ids))

    @property
    def mentions(self) -> ById[Mention]:
        """Mentions, the earliest report first."""
        return ById(self.directory.story.mentions_of)

    def _with(self, quotations: Iterable[str], but: str | None = None) -> list[Group]:
        """The utterances of some quotations, in order, but for those that somebody made."""
        numbers = {self._number[id_] for id_ in quotations if id_ in self._number}
        groups = (self.speech[number] for number in sorted(numbers))
        return [group for group in groups if but is None or but not in speakers(group)]

    @cached_property
    def _number(self) -> Mapping[str, int]:
        """The place of each quotation's utterance among all of them."""
        return {slip.id: number for number, group in enumerate(self.speech) for slip in group}


def speakers(group: Group) -> set[str]:
    """Everybody who made an utterance, by any reading of it."""
    ids = (id_ for row in group for id_ in (row.speaker_id, row.other_speaker_id, row.ruled_speaker_id))
    return {id_ for id_ in ids if id_}


def _grouped[T](pairs: Iterable[tuple[str, T]]) -> dict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
