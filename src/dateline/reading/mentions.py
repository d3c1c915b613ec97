"""Who is who in one report: names, descriptions, groups and pronouns, in chains of one somebody each.

Candidates are all runs of capitalised words, whatever the model labels them; a label is one voice among several
for the kind. How it is done stands in `reading/names/`, a file for each step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from dateline.ids import content_id
from dateline.model import (
    ActorKind,
    Chain,
    Gender,
    Mention,
    MentionForm,
    Paragraph,
    Report,
    RoleMention,
    Sentence,
)
from dateline.reading.names.lexicon import lexicon
from dateline.reading.names.report_reader import ReportReader
from dateline.reading.names.somebody import Somebody
from dateline.reading.names.spelling import fold, is_letters_of
from dateline.reading.parsed import Parse
from dateline.stage import Context, Draft


class MentionStage:
    """Parses in; chains, their mentions and their roles out."""

    name: ClassVar[str] = "mentions"
    version: ClassVar[str] = "9"
    reads: ClassVar[tuple[type, ...]] = (Report, Paragraph, Sentence, Parse)
    writes: ClassVar[tuple[type, ...]] = (Chain, Mention, RoleMention)

    def open(self, context: Context) -> None:
        """Read the word lists."""
        self._lexicon = lexicon()

    def run(self, draft: Draft) -> Iterator[Chain | Mention | RoleMention]:
        """All chains in the order of their first mentions, then mentions and roles in text order."""
        reader = ReportReader(self._lexicon)
        for parse in draft.of(Parse):
            reader.take(parse)
        somebodies = reader.finish()
        ids = {id(somebody): chain_id(draft.report, somebody) for somebody in somebodies}
        chains = [chain_of(draft.report, somebody, ids) for somebody in somebodies]
        yield from chains
        yield from credited(draft.report, chains)
        mentions = [mention for somebody in somebodies for mention in mentions_of(draft.report, somebody, ids)]
        yield from sorted(mentions, key=lambda m: (m.words.start, -m.words.end, m.id))
        roles = [role for somebody in somebodies for role in roles_of(draft.report, somebody, ids)]
        yield from sorted(roles, key=lambda r: (r.words.start, r.words.end, r.id))


def chain_id(report: Report, somebody: Somebody) -> str:
    """From the place of the first mention; a country that only adjectives tell of, from its code."""
    if not somebody.members:
        return content_id("ch", report.id, "country", somebody.country)
    first = somebody.members[0].found.words
    return content_id("ch", report.id, first.start, first.end)


def chain_of(report: Report, somebody: Somebody, ids: dict[int, str]) -> Chain:
    """The record of a somebody."""
    kind, score = somebody.evidence.verdict()
    names = list(dict.fromkeys(found.words.text for found in somebody.names))
    fullest = max(names, key=len, default="")
    described = (
        somebody.members[0].found.words.text
        if somebody.members
        else lexicon().countries.printed[str(somebody.country)]
    )
    thing = kind in (ActorKind.COUNTRY, ActorKind.PLACE, ActorKind.ORGANISATION) and not somebody.plural
    return Chain(
        id=ids[id(somebody)],
        report=report.id,
        name=fullest or described,
        names=tuple(names),
        kind=kind,
        kind_score=score,
        gender=Gender.NEUTER if thing else somebody.gender,
        plural=somebody.plural,
    )


def credited(report: Report, chains: Iterable[Chain]) -> Iterator[Chain]:
    """The agencies that the report is credited to and that its text does not name; no mention belongs to them.

    An outlet whose name an agency's letters are taken from is the agency: "Harbour Press", HBP.
    """
    named = {fold(name) for chain in chains for name in chain.names}
    for agency in report.agencies:
        if fold(agency) in named:
            continue
        outlet = report.outlet
        full = (outlet,) if outlet and is_letters_of(agency, outlet) else ()
        yield Chain(
            id=content_id("ch", report.id, "agency", agency),
            report=report.id,
            name=full[0] if full else agency,
            names=(agency, *full),
            kind=ActorKind.ORGANISATION,
            kind_score=1.0,
            gender=Gender.NEUTER,
            plural=False,
        )


def mentions_of(report: Report, somebody: Somebody, ids: dict[int, str]) -> Iterator[Mention]:
    """The records of its mentions."""
    for member in somebody.members:
        found = member.found
        kind, score = found.evidence.verdict()
        if found.form is MentionForm.PRONOUN:
            kind, score = somebody.kind, member.score
        yield Mention(
            id=content_id("m", report.id, found.words.start, found.words.end),
            report=report.id,
            sentence=found.sentence.id,
            words=found.words,
            form=found.form,
            kind=kind,
            kind_score=score,
            chain=ids[id(somebody)],
            rule=member.rule,
            score=round(member.score, 4),
        )


def roles_of(report: Report, somebody: Somebody, ids: dict[int, str]) -> Iterator[RoleMention]:
    """The records of its roles."""
    for holding in somebody.holdings:
        phrase = holding.phrase
        words = phrase.words
        yield RoleMention(
            id=content_id("rm", report.id, words.start, words.end, phrase.tokens.start[phrase.head]),
            report=report.id,
            chain=ids[id(somebody)],
            words=words,
            title=phrase.title,
            of=ids[id(holding.of)] if holding.of is not None else None,
            former=phrase.former,
        )
