"""What the words around a name tell about its kind, on names that the model has never seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import ActorKind, Chain
from dateline.reading.mentions import MentionStage
from dateline.stage import Draft

Read = Callable[..., Draft]


def kind(draft: Draft, name: str) -> ActorKind:
    """The kind of the only chain of a name."""
    (found,) = [c for c in draft.of(Chain) if name in c.names]
    return found.kind


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The harbour operator, Puertos del Norte, denied the charge.", "Puertos del Norte"),
        ("The Lathian builder Interbalt won the contract.", "Interbalt"),
        ("Interbalt, a construction company from the north, won the contract.", "Interbalt"),
        ("Police arrested three managers of Puertos del Norte on Friday.", "Puertos del Norte"),
        ("Petar Molov, the leader of the Civic Bloc, spoke to the crowd.", "Civic Bloc"),
        ("She told the Courier that nothing would change.", "Courier"),
    ],
)
def test_a_noun_for_a_body_makes_an_unknown_name_an_organisation(read: Read, text: str, name: str) -> None:
    assert kind(read(text, MentionStage()), name) is ActorKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    [
        "The envoy to Orlia urged the army of Orlia to respect the truce.",
        "The 22-year-old from Orlia won the match.",
    ],
)
def test_a_state_or_a_home_is_a_place(read: Read, text: str) -> None:
    assert kind(read(text, MentionStage()), "Orlia") is ActorKind.PLACE
