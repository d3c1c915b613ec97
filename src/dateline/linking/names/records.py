"""The records of a merged actor: the actor, its roles, and a link for each chain."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.linking.chronology import Chronology
from dateline.linking.names.merged import Merged
from dateline.linking.names.people import FAR_MORE
from dateline.linking.names.profile import Profile
from dateline.linking.names.spelling import gender_of, kind_of
from dateline.model import (
    Actor,
    ActorKind,
    ActorName,
    Gender,
    Link,
    LinkKind,
    MentionForm,
    Report,
    Role,
    RoleMention,
)
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.spelling import fold, name_words

SURE_PHRASE = 0.8  # a description counts among an actor's names if it was referred to it so surely
_WORD = re.compile(r"[^\W\d_]+")
_POSSESSIVES = frozenset(["his", "her", "their", "its", "my", "our", "your"])
_DETERMINERS = _POSSESSIVES | {"the", "a", "an", "this", "that"}


def actor_id(merged: Merged) -> str:
    """From the first chain by (publication date, report id, start)."""
    return content_id("a", merged.profiles[0].id)


class Writing:
    """What the records of all actors share: ids by chain, the order of reports, phrases and who they stand for."""

    def __init__(self, merged: Iterable[Merged], reports: Iterable[Report]) -> None:
        reports = list(reports)
        self._order = Chronology(reports)
        self._credits = credited(reports)
        self._actor_of: dict[str, str] = {}
        self._code_of: dict[str, str | None] = {}
        self._bearers: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, Counter[str]] = defaultdict(Counter)  # names of one word: how often whose
        for one in merged:
            id_ = actor_id(one)
            codes = [profile.code for profile in one.profiles if profile.code]
            self._code_of[id_] = codes[0] if codes else None
            for profile in one.profiles:
                self._actor_of[profile.id] = id_
                for phrase in phrases(profile):
                    self._bearers[fold(phrase)].add(id_)
                for name in printed(profile):
                    if len(name_words(name)) == 1:
                        self._called[fold(name)][id_] += 1

    def records(self, merged: Merged) -> list[Actor | Role | Link]:
        """Actor first, then roles, then links."""
        id_ = actor_id(merged)
        return [self.actor(merged, id_), *self.roles(merged, id_), *self.links(merged, id_)]

    def actor(self, merged: Merged, id_: str) -> Actor:
        """The actor's record."""
        profiles = merged.profiles
        kind, score = kind_of(profiles)
        thing = kind in (ActorKind.COUNTRY, ActorKind.PLACE, ActorKind.ORGANISATION)
        names = self.names(profiles, id_)
        return Actor(
            id=id_,
            name=best_name(names, profiles),
            names=names,
            kind=kind,
            kind_score=score,
            gender=Gender.NEUTER if thing else gender_of(profiles),
            country=self.country(profiles, kind),
        )

    def names(self, profiles: list[Profile], id_: str) -> tuple[ActorName, ...]:
        """Printed names, and descriptions that stand for nobody else; most frequent first, then alphabetical.

        A surname that is mostly another's is listed with that other only: whoever looks it up means that one.
        """
        counts: Counter[str] = Counter()
        for profile in profiles:
            counts.update(name for name in printed(profile) if not self._of_another(name, id_))
            if not profile.mentions:  # an agency that is only credited
                counts.update(profile.chain.names)
            counts.update(phrase for phrase in phrases(profile) if self._bearers[fold(phrase)] == {id_})
        for body in sorted({profile.body for profile in profiles if profile.body}):
            counts.update(self._credits.get(body, {}))
        if not counts:
            counts.update(name for profile in profiles for name in printed(profile))
        return tuple(ActorName(name, count) for name, count in sorted(counts.items(), key=lambda n: (-n[1], n[0])))

    def _of_another(self, name: str, id_: str) -> bool:
        """True for a name of one word by which another is called far more often."""
        called = self._called.get(fold(name))
        if called is None or len(called) == 1:
            return False
        return max(count for other, count in called.items() if other != id_) >= FAR_MORE * called[id_]

    def country(self, profiles: list[Profile], kind: ActorKind) -> str | None:
        """Its own code, its state's, or that of which its roles speak most."""
        codes = Counter(profile.code for profile in profiles if profile.code)
        if not codes and kind is ActorKind.PLACE:
            capitals = lexicon().countries.capitals
            found = (capitals.get(name.lower()) for profile in profiles for name in profile.chain.names)
            codes = Counter(code for code in found if code)
        if not codes:
            owners = (self._actor_of.get(role.of or "") for profile in profiles for role in profile.roles)
            codes = Counter(code for owner in owners if owner and (code := self._code_of[owner]))
        return min(codes, key=lambda code: (-codes[code], code)) if codes else None

    def roles(self, merged: Merged, id_: str) -> Iterator[Role]:
        """One for each title and owner, with the days of the reports that give it."""
        said: dict[tuple[str, str | None, bool], list[tuple[Profile, RoleMention]]] = defaultdict(list)
        for profile in merged.profiles:
            for role in profile.roles:
                of = self._actor_of.get(role.of or "")
                said[role.title, of if of != id_ else None, role.former].append((profile, role))
        for (title, of, former), tellings in sorted(said.items(), key=lambda item: str(item[0])):
            first = tellings[0][1]
            yield Role(
                id=content_id("o", id_, title, of, former),
                actor=id_,
                title=f"former {title}" if former else title,
                of=of,
                time=self.span_of_days(role.report for _, role in tellings),
                report=first.report,
                words=first.words,
            )

    def span_of_days(self, reports: Iterable[str]) -> FuzzyDate | None:
        """From the first to the last day of publication; None if none is known."""
        days = sorted(day for report in reports if (day := self._order.day(report)))
        return FuzzyDate.between(days[0], days[-1]) if days else None

    def links(self, merged: Merged, id_: str) -> Iterator[Link]:
        """Chain to actor, with score and reason."""
        for joined in sorted(merged.joined, key=lambda j: (j.profile.place, j.profile.id)):
            yield Link(
                id=content_id("l", LinkKind.ACTOR, joined.profile.id, id_),
                kind=LinkKind.ACTOR,
                member=joined.profile.id,
                target=id_,
                score=joined.score,
                reasons=(joined.reason,),
            )


def credited(reports: Iterable[Report]) -> dict[str, Counter[str]]:
    """How often each well-known agency is credited with a whole report, by spelling: "By AFP"."""
    same = lexicon().same
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for report in reports:
        for agency in report.agencies:
            counts[same.get(agency.lower(), agency)][agency] += 1
    return dict(counts)


def printed(profile: Profile) -> list[str]:
    """The names of its mentions."""
    return [m.words.text for m in profile.mentions if m.form is MentionForm.NAME]


def phrases(profile: Profile) -> list[str]:
    """Descriptions that say whose role it is in words of their own ("the French President"), surely referred."""
    found = [m for m in profile.mentions if m.form is MentionForm.ROLE and m.score >= SURE_PHRASE]
    return [m.words.text for m in found if names_owner(m.words.text)]


def names_owner(phrase: str) -> bool:
    """True if a description has a capitalised word besides the office: "the French President"."""
    plain = lexicon().heads | lexicon().qualifiers | _DETERMINERS
    return any(word[0].isupper() and word.lower() not in plain for word in _WORD.findall(phrase))


def best_name(names: tuple[ActorName, ...], profiles: list[Profile]) -> str:
    """The fullest of the most frequent spellings; a table's name where it has one; else a description."""
    codes = [profile.code for profile in profiles if profile.code]
    if codes:
        return lexicon().countries.printed[codes[0]]
    bodies = [profile.body for profile in profiles if profile.body]
    if bodies:
        return bodies[0]
    known = {name for profile in profiles for name in profile.chain.names}
    counts = {entry.name: entry.mentions for entry in names if entry.name in known}
    if not counts:
        told = (p.chain.name for p in profiles if p.chain.name.partition(" ")[0].lower() not in _POSSESSIVES)
        return next(told, profiles[0].chain.name)
    longest = max(len(name.split()) for name in counts)
    full = [name for name in counts if len(name.split()) == longest or len(name.split()) > 1]
    return min(full or counts, key=lambda name: (-counts[name], -len(name), name))
