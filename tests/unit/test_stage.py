from collections.abc import Iterator
from typing import ClassVar

import pytest

from dateline.model import Furniture, Record, Report, Sentence
from dateline.stage import Artefact, Context, Draft, run_stages
from dateline.testing import arrival


class Loose(Artefact):
    """Handed on, never stored."""


class LooseStage:
    name: ClassVar[str] = "loose"
    version: ClassVar[str] = "1"
    reads: ClassVar[tuple[type, ...]] = (Report,)
    writes: ClassVar[tuple[type, ...]] = (Loose,)

    def open(self, context: Context) -> None:
        self.opened = context

    def run(self, draft: Draft) -> Iterator[Record | Artefact]:
        assert not draft.of(Loose), "a stage must not see its own output"
        yield Loose()
        yield Loose()


def test_a_draft_begins_with_what_intake_knows() -> None:
    given = arrival("Text.", title="A title")
    draft = Draft(given)
    assert draft.of(Report) == (given.report,)
    assert draft.of(Furniture) == ()
    assert draft.get(Report, given.report.id) is given.report


def test_a_record_of_another_kind_is_not_handed_out() -> None:
    given = arrival("Text.")
    with pytest.raises(AssertionError, match="not a Sentence"):
        Draft(given).get(Sentence, given.report.id)


def test_artefacts_reach_later_stages_but_not_the_story() -> None:
    given = arrival("Text.")
    assert run_stages([LooseStage()], given) == [given.report]
