"""What the program found, put so that a person can say whether it is right.

A finding is judged by its sentence and its reading in words. Its band is that of its score; a conflict, which has
no score, is banded by its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import (
    Claim,
    Conflict,
    ConflictKind,
    Link,
    LinkKind,
    Mention,
    MergedEvent,
    Quotation,
    Utterance,
)
from dateline.span import Span
from dateline.story.explain.plain import EVENTS as KINDS
from dateline.story.lookup.directory import NOBODY, Directory
from dateline.story.lookup.passage import surroundings
from dateline.story.lookup.phrases import claim_in_words, phrase, phrase_of, said_by, spoken
from dateline.story.story import Story
from dateline.story.wording import band_of, date_in_words, list_in_words, speaking_in_words

_SAID = (ConflictKind.STATEMENT, ConflictKind.REVERSAL)  # whose sides are words of somebody
_LINE = "\n"  # between the sentences of a conflict's sides: a line each in the cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to judge. Neither band nor score is shown to a judge: they would bend the judgement."""

    id: str
    band: str
    cited: str  # outlet, date and file
    sentence: str
    reading: str


def findings(story: Story, of: str) -> list[Finding]:
    """All findings of a kind (a key of FINDINGS) but those that a person rejected, in the order of their ids."""
    directory = Directory.of(story)
    rejected = directory.decided.rejected
    found = (finding for finding in FINDINGS[of](directory) if finding.id not in rejected)
    return sorted(found, key=lambda finding: finding.id)


def _events(directory: Directory) -> Iterator[Finding]:
    for event in directory.events.values():
        told = (phrase_of(directory, event), event.status.value, KINDS[event.type], date_in_words(event.time))
        yield Finding(
            id=event.id,
            band=band_of(event.confidence),
            cited=directory.cite(event.report),
            sentence=_sentence(directory, event.report, event.words.span),
            reading="; ".join(told),
        )


def _quotations(directory: Directory) -> Iterator[Finding]:
    for quotation in directory.quotations.values():
        names = [directory.somebody(chain) for chain in (quotation.speaker, quotation.other_speaker)]
        speaker = list_in_words([name for name in names if name], "or") or NOBODY
        said = speaking_in_words(quotation.stance.value, negated=quotation.negated)
        yield Finding(
            id=quotation.id,
            band=band_of(quotation.confidence),
            cited=directory.cite(quotation.report),
            sentence=_sentence(directory, quotation.report, _around(quotation)),
            reading=f"{speaker} {said}: “{spoken(quotation)}”",
        )


def _around(quotation: Quotation) -> Span:
    parts = [*quotation.contents, *(words for words in (quotation.source, quotation.cue) if words)]
    return Span(min(words.start for words in parts), max(words.end for words in parts))


def _conflicts(directory: Directory) -> Iterator[Finding]:
    claims = {claim.id: claim for claim in directory.story.all(Claim)}
    for conflict in directory.story.all(Conflict):
        behind = [directory.story.supports(side)[0] for side in conflict.sides]
        sentences = (_sentence(directory, each.report, each.words.span) for each in behind)
        yield Finding(
            id=conflict.id,
            band=conflict.kind.value,
            cited=list_in_words(list(dict.fromkeys(directory.cite(each.report) for each in behind)), "against"),
            sentence=_LINE.join(dict.fromkeys(sentences)),
            reading=_disputed(directory, conflict, [claims[side] for side in conflict.sides]),
        )


def _disputed(directory: Directory, conflict: Conflict, sides: Sequence[Claim]) -> str:
    """`date of Ada Holm · meet · Varn: 5 May 2031 and 6 May 2031 cannot both hold`; or who states what."""
    joint = f"cannot {'both' if len(sides) == 2 else 'all'} hold"
    if conflict.kind in _SAID:
        said = (f"“{side.value}” ({said_by(directory, side)})" for side in sides)
        return f"{conflict.kind.value}: {list_in_words(list(said))} {joint}"
    marked = "“{}”" if conflict.kind is ConflictKind.WORDING else "{}"
    values = [marked.format(claim_in_words(directory, side)) for side in sides]
    return f"{conflict.kind.value} of {phrase(directory, conflict.about)}: {list_in_words(values)} {joint}"


def _actors(directory: Directory) -> Iterator[Finding]:
    first: dict[str, Span] = {}
    for mention in directory.story.all(Mention):
        if mention.words.text == directory.chains[mention.chain].name:
            first.setdefault(mention.chain, mention.words.span)
    for link in _joins(directory, LinkKind.ACTOR):
        chain, actor = directory.chains[link.member], directory.actors[link.target]
        if chain.id in first:
            reading = f"“{chain.name}” is {actor.name} ({actor.kind.value}) of other reports"
            yield _join(directory, link, chain.report, first[chain.id], reading)


def _same_events(directory: Directory) -> Iterator[Finding]:
    merged = {event.id: event for event in directory.story.all(MergedEvent)}
    for link in _joins(directory, LinkKind.EVENT):
        told, event = directory.events[link.member], merged[link.target]
        if event.report == told.report and event.words.span.covers(told.words.span):
            continue  # the telling that the others are held against
        reading = (
            f"“{told.words.text}” tells the same act as “{event.words.text}” ({directory.cite(event.report)})"
        )
        yield _join(directory, link, told.report, told.words.span, reading)


def _same_quotations(directory: Directory) -> Iterator[Finding]:
    merged = {utterance.id: utterance for utterance in directory.story.all(Utterance)}
    for link in _joins(directory, LinkKind.UTTERANCE):
        given, utterance = directory.quotations[link.member], merged[link.target]
        if spoken(given) == utterance.text:
            continue
        reading = f"“{spoken(given)}” gives the same utterance as “{utterance.text}”"
        yield _join(directory, link, given.report, _around(given), reading)


def _joins(directory: Directory, kind: LinkKind) -> Iterator[Link]:
    """Links of that kind to what has other members too."""
    links = [link for link in directory.story.all(Link) if link.kind is kind]
    members = Counter(link.target for link in links)
    yield from (link for link in links if members[link.target] > 1)


def _join(directory: Directory, link: Link, report: str, span: Span, reading: str) -> Finding:
    return Finding(
        id=link.id,
        band=band_of(link.score),
        cited=directory.cite(report),
        sentence=_sentence(directory, report, span),
        reading=reading,
    )


def _sentence(directory: Directory, report: str, span: Span) -> str:
    given = directory.reports[report]
    return " ".join(surroundings(directory.story, given, span).of(given.text).split())


FINDINGS: Mapping[str, Callable[[Directory], Iterator[Finding]]] = {
    "events": _events,
    "quotations": _quotations,
    "conflicts": _conflicts,
    "actors": _actors,
    "same-events": _same_events,
    "same-quotations": _same_quotations,
}
