"""A chain while it is being built: one somebody of one report."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.model import ActorKind, Gender, MentionForm
from dateline.reading.names.found import Evidence, Found, RolePhrase
from dateline.reading.names.spelling import name_words, surname_gender


@dataclass(frozen=True, slots=True)
class Member:
    """A mention of the somebody, and why it is one."""

    found: Found
    rule: str
    score: float


@dataclass(frozen=True, slots=True)
class Seen:
    """Where somebody was mentioned."""

    sentence: int  # counted through the report
    start: int
    subject: float  # 1 for the subject of a sentence, less for that of a clause in it, 0 for what is no subject
    quoted: bool  # in another's words
    paragraph: str


@dataclass(slots=True, eq=False)
class Holding:
    """A role of the somebody, and whose it is."""

    phrase: RolePhrase
    of: Somebody | None


@dataclass(slots=True, eq=False)
class Somebody:
    """Mentions, roles and what they tell together."""

    members: list[Member] = field(default_factory=list)
    holdings: list[Holding] = field(default_factory=list)
    claims: list[RolePhrase] = field(default_factory=list)  # roles that the report gives it anywhere
    evidence: Evidence = field(default_factory=Evidence)
    gender: Gender | None = None
    plural: bool = False
    country: str | None = None
    seen: list[Seen] = field(default_factory=list)

    def join(self, found: Found, rule: str, score: float) -> None:
        """One more mention."""
        self.members.append(Member(found, rule, score))
        self.evidence.join([found.evidence])
        self.gender = self.gender or found.gender
        self.country = self.country or found.country

    def absorb(self, other: Somebody, rule: str, score: float) -> None:
        """Take over all mentions of another, which ends to exist; `rule` says why they are the same."""
        for member in other.members:
            self.join(member.found, rule, round(min(score, member.score), 4))
        self.holdings += other.holdings
        self.gender = self.gender or other.gender

    @property
    def kind(self) -> ActorKind:
        """What it is, as far as told."""
        return self.evidence.verdict()[0]

    @property
    def is_person(self) -> bool:
        """True unless the evidence says that it is something else."""
        return self.kind in (ActorKind.PERSON, ActorKind.UNKNOWN)

    @property
    def mislabelled(self) -> bool:
        """True for what may be a surname that the model takes for something else.

        It has no more than two words, is a subject somewhere, and nothing but the label speaks against a person.
        """
        names = self.names
        if self.country or len(self.fullest) not in (1, 2) or any(found.words.text.isupper() for found in names):
            return False
        others = set(self.evidence.weights) - {ActorKind.PERSON}
        return not others and any(found.subject for found in names)

    @property
    def named(self) -> bool:
        """True if a name is among the mentions."""
        return any(member.found.form is MentionForm.NAME for member in self.members)

    @property
    def names(self) -> list[Found]:
        """Its names, in text order."""
        names = [m.found for m in self.members if m.found.form is MentionForm.NAME]
        return sorted(names, key=lambda found: found.words.start)

    @property
    def fullest(self) -> tuple[str, ...]:
        """The folded words of the longest name; of equals the first."""
        return max((name_words(found.words.text) for found in self.names), key=len, default=())

    def settle_gender(self) -> None:
        """Take a person's gender from the ending of the surname, where nothing better told it."""
        if self.gender is None and self.kind is ActorKind.PERSON and self.fullest:
            self.gender = surname_gender(self.fullest[-1])
