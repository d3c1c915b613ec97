"""Records of one kind by id: each read when it is asked for, all of them where somebody goes through them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dateline.model import Record
from dateline.story.story import Story


class Shelf[R: Record](Mapping[str, R]):
    """A mapping that asks the file no more than it is asked itself."""

    def __init__(self, story: Story, kind: type[R]) -> None:
        self._story = story
        self._kind = kind
        self._all: dict[str, R] | None = None

    def read(self, ids: Iterable[str | None]) -> list[R]:
        """These records, asked of the file in one go; what is None or no such record is left out."""
        wanted = (id_ for id_ in ids if id_)
        return list(self._story.many(self._kind, wanted).values())

    def __getitem__(self, id_: str) -> R:
        if self._all is not None:
            return self._all[id_]
        return self._story.many(self._kind, (id_,))[id_]

    def __iter__(self) -> Iterator[str]:
        return iter(self._everything)

    def __len__(self) -> int:
        return len(self._everything)

    @property
    def _everything(self) -> Mapping[str, R]:
        if self._all is None:
            self._all = {record.id: record for record in self._story.all(self._kind)}
        return self._all
