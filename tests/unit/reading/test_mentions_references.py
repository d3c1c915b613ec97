"""Whom pronouns and descriptions of a report mean."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import ActorKind, Chain, Gender, Mention
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft

Read = Callable[..., Draft]


def chain(draft: Draft, name: str) -> Chain:
    """The only chain with a name or a description."""
    found = [c for c in draft.of(Chain) if name in c.names or c.name == name]
    assert len(found) == 1, [c.name for c in draft.of(Chain)]
    return found[0]


def said_of(draft: Draft, name: str) -> list[str]:
    """The words of all mentions of somebody, in text order."""
    id_ = chain(draft, name).id
    return [m.words.text for m in draft.of(Mention) if m.chain == id_]


# --- pronouns


def test_a_lone_surname_may_be_a_man_whatever_the_model_calls_it(read: Read) -> None:
    draft = read(
        "The manager, Jorge Prado, was arrested on Tuesday as he tried to leave the country.\n\n"
        "Quispe met the minister Ana Molina on Tuesday. “It was a start,” he said after the talks.",
        MentionStage(),
    )
    assert said_of(draft, "Quispe") == ["Quispe", "he"]
    assert chain(draft, "Quispe").kind is ActorKind.PERSON
    assert chain(draft, "Quispe").gender is Gender.MALE


def test_an_organisation_is_never_she(read: Read) -> None:
    draft = read(
        "The union praised Molina. Puertos Ltd will pay the families. She denied the charge.", MentionStage()
    )
    assert said_of(draft, "Puertos Ltd") == ["Puertos Ltd"]
