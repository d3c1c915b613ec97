"""Whatever the files are, and however they come: the story is the same, and every input is accounted for."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import RECORDS, Record
from dateline.pipeline import BuildSummary
from dateline.story import Store, open_story, verify
from tests.effort import examples
from tests.light_stages import PIPELINE

LINES = st.sampled_from(
    [
        "The mill in Torv has closed.",
        "Nobody was told.",
        "Stages stumble here.",
        "“No,” he said.",
        "\U0001f6a2 1e9",
    ]
)
BODIES = st.lists(LINES, max_size=3).map("\n\n".join)
FILES = st.dictionaries(st.sampled_from(["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]), BODIES, min_size=1)


def contents(story: Path) -> dict[type[Record], list[Record]]:
    with open_story(story) as opened:
        assert verify(opened).ok
        return {kind: list(opened.all(kind)) for kind in RECORDS}


def built(files: list[Path], story: Path) -> BuildSummary:
    summary = PIPELINE.run(files, story)
    assert summary.inputs == summary.reports + summary.rejections
    return summary


@settings(max_examples=examples(25), deadline=None)
@given(files=FILES, data=st.data())
def test_any_order_and_any_steps_make_the_same_story(files: dict[str, str], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Path(folder) / "desk"
        desk.mkdir()
        for name, body in files.items():
            desk.joinpath(name).write_text(body, encoding="utf-8")
        order = data.draw(st.permutations(sorted(desk.iterdir())))
        cut = data.draw(st.integers(0, len(order)))
        at_once = built(list(order), Path(folder) / "once.db")
        assert at_once.inputs == len(files)
        for step in (order[:cut], order[cut:]):
            if step:
                built(list(step), Path(folder) / "steps.db")
        assert contents(Path(folder) / "steps.db") == contents(Path(folder) / "once.db")
        again = built(list(order), Path(folder) / "steps.db")
        assert (again.taken_in, again.read, again.linked) == (0, 0, False)


@settings(max_examples=examples(50), deadline=None)
@given(words=st.text(max_size=30))
def test_no_search_words_are_an_error(words: str) -> None:
    assert Store.in_memory().story.search(words) == []
