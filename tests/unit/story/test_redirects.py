from __future__ import annotations

import pytest

from dateline.errors import NotFoundError
from dateline.ids import content_id
from dateline.model import Actor, ActorKind, ActorName, Chain, Link, LinkKind, Record
from dateline.story import Store, Story, Writer
from dateline.testing import arrival

REPORT = arrival("Five ships.").report


def chain(name: str) -> Chain:
    return Chain(
        id=f"k_{name}",
        report=REPORT.id,
        name=name,
        names=(name,),
        kind=ActorKind.PERSON,
        kind_score=1.0,
        gender=None,
        plural=False,
    )


def actor(*members: str) -> list[Record]:
    """An actor with the id of its smallest member, and the links of its members."""
    id_ = f"a_{min(members)}"
    links = [
        Link(id=content_id("l", m, id_), kind=LinkKind.ACTOR, member=f"k_{m}", target=id_, score=1.0, reasons=())
        for m in members
    ]
    names = (ActorName(min(members), 1),)
    person = Actor(
        id=id_, name=min(members), names=names, kind=ActorKind.PERSON, kind_score=1.0, gender=None, country=None
    )
    return [person, *links]


@pytest.fixture
def store() -> Store:
    store = Store.in_memory()
    with store.atomic():
        store.replace("reading", "r", [REPORT, *map(chain, "bcdefg")], version="1", digest="")
    return store


def join(store: Store, *actors: str) -> None:
    """A run of linking that makes one actor of the letters of each word."""

    def stage(_: Story, out: Writer) -> None:
        for letters in actors:
            out.replace(letters, actor(*letters))

    with store.atomic():
        store.run_corpus_stage("actors", "1", (Actor, Link), stage)
        store.settle_redirects()


def test_an_id_leads_to_the_actor_that_its_members_belong_to_now(store: Store) -> None:
    join(store, "cd", "ef")
    join(store, "cd", "bef")
    assert store.story.get("a_e").id == "a_b"


def test_an_id_is_followed_through_two_merges(store: Store) -> None:
    join(store, "e", "cd", "b")
    join(store, "cde", "b")
    join(store, "bcde")
    assert store.story.get("a_e").id == "a_b"


def test_where_members_go_apart_the_id_follows_most_of_them(store: Store) -> None:
    join(store, "cdef")
    join(store, "bc", "def")
    assert store.story.get("a_c").id == "a_d"


def test_an_id_that_comes_back_stands_for_itself(store: Store) -> None:
    join(store, "ef")
    join(store, "bef")
    join(store, "b", "ef")
    assert store.story.get("a_e").id == "a_e"


def test_an_id_whose_members_are_in_no_actor_leads_nowhere(store: Store) -> None:
    join(store, "ef")
    join(store, "b")
    with pytest.raises(NotFoundError, match="a_e"):
        store.story.get("a_e")


def test_ids_outlive_a_build_that_was_interrupted_between_unlinking_and_linking(store: Store) -> None:
    join(store, "ef")
    with store.atomic():
        store.keep_stages({"reading"})
    join(store, "bef")
    assert store.story.get("a_e").id == "a_b"
