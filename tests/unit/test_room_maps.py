"""A newcomer finds every file of a room in the map that its `__init__.py` gives."""

import re
from pathlib import Path

import pytest

import dateline

HOME = Path(dateline.__file__).parent
MAPPED = (
    "export", "intake", "linking", "linking/accounts", "linking/acts", "linking/names", "linking/speech",
    "reading", "reading/acts", "reading/names", "reading/speech", "reading/timex",
    "story", "story/brief", "story/catalogue", "story/explain", "story/lookup", "story/views", "web",
)  # fmt: skip


@pytest.mark.parametrize("room", MAPPED)
def test_the_map_of_a_room_names_every_file_in_it(room: str) -> None:
    folder = HOME / room
    named = set(re.findall(r"\w+", (folder / "__init__.py").read_text(encoding="utf-8").split('"""')[1]))
    assert {file.stem for file in folder.glob("*.py")} - {"__init__", "__main__"} - named == set()
