"""A candidate mention on its way to a chain, and the evidence for what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.model import ActorKind, Gender, MentionForm, Sentence
from dateline.reading.names.tokens import Tokens
from dateline.span import Words

_DOUBT = 1.0  # in the unit of the weights: what the model's label is worth


@dataclass(slots=True)
class Evidence:
    """Weights for each kind, in no unit but each other; they add up over the mentions of a name.

    The model's labels do not: a name that it mistakes once it mistakes often. They share one unit.
    """

    weights: dict[ActorKind, float] = field(default_factory=dict)
    labels: dict[ActorKind, int] = field(default_factory=dict)  # how often the model labelled it so

    def add(self, kind: ActorKind, weight: float) -> None:
        """One more observation."""
        self.weights[kind] = self.weights.get(kind, 0.0) + weight

    def label(self, kind: ActorKind) -> None:
        """One more label of the model."""
        self.labels[kind] = self.labels.get(kind, 0) + 1

    def join(self, others: Iterable[Evidence]) -> None:
        """Add what others observed."""
        for other in others:
            for kind, weight in other.weights.items():
                self.add(kind, weight)
            for kind, count in other.labels.items():
                self.labels[kind] = self.labels.get(kind, 0) + count

    def verdict(self) -> tuple[ActorKind, float]:
        """The heaviest kind (of equals the first observed), and a score from 0 to 1.

        The score is the kind's share of all weights with one more unit of doubt: a label alone gives 0.5.
        """
        weights = self.weights
        if self.labels:
            labelled = sum(self.labels.values())
            weights = dict(weights)
            for kind, count in self.labels.items():
                weights[kind] = weights.get(kind, 0.0) + count / labelled
        if ActorKind.COUNTRY in weights and ActorKind.PLACE in weights:  # a country is a place too
            weights = dict(weights)
            weights[ActorKind.COUNTRY] += weights.pop(ActorKind.PLACE)
        if not weights:
            return ActorKind.UNKNOWN, 0.0
        best = max(weights, key=weights.__getitem__)
        return best, round(weights[best] / (sum(weights.values()) + _DOUBT), 4)


@dataclass(slots=True, eq=False)
class Found:
    """Words that may refer to somebody. `first`, `last` are tokens [first, last); `head` is the head token."""

    tokens: Tokens
    first: int
    last: int
    head: int
    form: MentionForm
    words: Words
    evidence: Evidence = field(default_factory=Evidence)
    gender: Gender | None = None
    plural: bool = False
    country: str | None = None  # alpha-3, for the name of a country or its adjective
    adjective: bool = False  # labelled as a word for a people or a faith, before a noun
    acronym_of: Found | None = None  # "(OSCE)" after its expansion
    role: RolePhrase | None = None  # for descriptions
    age: int | None = None  # for names: years ("Ann Lee, 17,")
    trade: str | None = None  # for names: the noun for a body that stands beside it ("the builder Interbalt")

    @property
    def sentence(self) -> Sentence:
        """The sentence it stands in."""
        return self.tokens.sentence_of(self.head)

    @property
    def subject(self) -> bool:
        """True if it is the subject of its clause."""
        return self.tokens.dep[self.head] in ("nsubj", "nsubjpass")


@dataclass(slots=True, eq=False)
class RolePhrase:
    """A noun phrase around a role, group or body noun. Tokens [first, last), with the noun at `head`."""

    tokens: Tokens
    first: int
    last: int
    head: int
    noun: str  # folded head: "minister", "protester"
    title: str  # with the qualifiers that belong to it: "foreign minister"
    owners: tuple[int, ...]  # tokens that tell whose role it is, the surest first
    definite: bool
    former: bool
    plural: bool
    country: str | None = None  # of an adjective: "French"
    count: str = ""  # how many, lower case: "tens thousands", "14"
    aged: bool = False  # "the 54-year-old", "the 54-year-old judge"

    @property
    def words(self) -> Words:
        """The phrase as printed."""
        return self.tokens.words(self.first, self.last)
