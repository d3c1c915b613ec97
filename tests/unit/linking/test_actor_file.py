"""The user's table of actors: what it joins, what it codes, and what of it cannot be used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.linking.actor_codes import ActorCodeStage
from dateline.linking.actors import ActorStage
from dateline.linking.coding.actor_file import ActorFile, read_actors
from dateline.model import ActorCode, CodeBasis, Link
from dateline.reading.mentions import MentionStage
from dateline.settings import Settings
from dateline.stage import Draft
from dateline.story import Story
from dateline.story.coding import code_on
from dateline.testing import story_of

TABLE = """name,aliases,country,sector,from,until,identifier
Asha Odera,Mama Shamba|Lakeside Amina,ken,gov|leg,2031-01-10,2031-06-01,Q1
Asha Odera,,KEN,ELI,2031-06-02,,Q1
Ravi Sund,,,,,,
"""
TEXTS = ("Asha Odera opened a school on Monday.", "Lakeside Amina opened a school on Monday, and Ravi Sund sang.")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "actors.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def story(read: Callable[..., Draft], table: Path) -> Story:
    settings = Settings(actors=read_actors(table))
    drafts = [read(text, MentionStage(), published="2031-05-03") for text in TEXTS]
    return story_of(drafts, ActorStage(settings), ActorCodeStage(settings))


def test_names_of_one_row_are_one_actor_and_the_link_says_why(story: Story) -> None:
    (actor,) = [actor for actor in story.actors() if "Asha Odera" in {name.name for name in actor.names}]
    assert "Lakeside Amina" in {name.name for name in actor.names}
    reasons = {reason for link in story.all(Link) if link.target == actor.id for reason in link.reasons}
    assert "user's actor file, line 2" in reasons


def test_without_the_table_they_are_two(read: Callable[..., Draft]) -> None:
    plain = story_of([read(text, MentionStage()) for text in TEXTS], ActorStage())
    assert {"Asha Odera", "Lakeside Amina"} <= {actor.name for actor in plain.actors()}


def test_codes_of_the_table_hold_on_their_days(story: Story) -> None:
    (actor,) = [actor for actor in story.actors() if "Asha Odera" in {name.name for name in actor.names}]
    codes = [code for code in story.all(ActorCode) if code.actor == actor.id]
    office, later = (code_on(codes, dt.date(2031, month, 15)) for month in (5, 7))
    assert office is not None
    assert later is not None
    assert (office.country, office.sectors, office.basis) == ("KEN", ("GOV", "LEG"), CodeBasis.FILE)
    assert (office.identifier, office.read_from) == ("Q1", ("line 2",))
    assert later.sectors == ("ELI",)


def test_a_name_that_two_of_the_table_share_means_neither() -> None:
    row = ("", "", "", "", "")
    table = ActorFile([("2", "Ravi Sund", "Ravi", *row), ("3", "Ravi Moor", "Ravi", *row)])
    assert table.meant_by(["Ravi Sund"]) == 2
    assert table.meant_by(["Ravi"]) is None
    assert table.meant_by(["Ravi Sund", "Ravi Moor"]) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("who,country\nAsha,KEN\n", "the first line names who, country"),
        ("name,country\n,KEN\n", "line 2: a row without a name"),
        ("name,country\nAsha,Kenya\n", "line 2: 'KENYA' is no code"),
        ("name,from\nAsha,May 2031\n", "line 2"),
        ("name,from,until\nAsha,2031-05-02,2031-05-01\n", "line 2: a date ends before it begins"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "actors.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=says):
        read_actors(path)
