"""What the explanations of all kinds share: lines with passages, links with their reasons, names for ids."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.model import ActorKind, Link, LinkKind, Record
from dateline.span import Grounding, Words
from dateline.story.explain.explanation import Line
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.passage import passages
from dateline.story.lookup.phrases import phrase
from dateline.story.story import Story
from dateline.story.wording import score_in_words

GROUNDINGS = {
    Grounding.VERBATIM: "the words themselves",
    Grounding.NORMALISED: "computed from the words alone",
    Grounding.INFERRED: "inferred: it needs something beyond the words",
}
_JOINED = {
    LinkKind.ACTOR: "the actor",
    LinkKind.ORIGIN: "the origin",
    LinkKind.UTTERANCE: "the utterance",
    LinkKind.EVENT: "the event",
    LinkKind.THREAD: "the thread",
}


_REPORT_ID = re.compile(r"\br_\w+")


class Teller:
    """Writes lines about the records of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.directory = Directory.of(story)

    def read_from(self, report: str, *words: Words | None) -> Iterator[Line]:
        """The sentences that words stand in, with the words marked; nothing for words that are not there."""
        given = self.story.report(report)
        spans = [each.span for each in words if each is not None]
        for passage in passages(self.story, given, spans, self.directory.cite(report)):
            yield Line(passage=passage)

    def report(self, id_: str) -> str:
        """`the report by The Harbour Post, 14 May 2030 (post.html)`."""
        return f"the report by {self.directory.cite(id_)}"

    def name(self, id_: str | None) -> str | None:
        """A phrase for any record, None for none."""
        return phrase(self.directory, id_) if id_ else None

    def about(self, id_: str, before: str = "", after: str = "") -> Line:
        """A line about another record: its phrase between two texts."""
        return Line(f"{before}{self.name(id_)}{after}", id_)

    def joined_to(self, record: Record, kind: LinkKind | None = None) -> Iterator[Line]:
        """What a record was joined to, how surely, and why; only by links of a kind, if one is given."""
        for link in self.links(record):
            if link.member == record.id and kind in (None, link.kind):
                joined = f"joined to {_JOINED[link.kind]} {self.name(link.target)}"
                yield Line(f"{joined}, {self.why(link)}", link.target)

    def joined_into(self, record: Record) -> Iterator[Line]:
        """What was joined into a record, each with how surely and why."""
        for link in self.links(record):
            if link.target == record.id:
                yield Line(f"{self.name(link.member)}, {self.why(link)}", link.member)

    def links(self, record: Record) -> list[Link]:
        """All links of a record, as a member and as a target."""
        return self.story.links(record.id)

    def supports(self, about: str) -> Iterator[Line]:
        """The words behind a merged record or a claim, each with its origin and the telling it was read from."""
        for support in self.story.supports(about):
            yield from self.read_from(support.report, support.words)
            yield Line(f"origin: {self.name(support.origin)}", support.member)

    def why(self, link: Link) -> str:
        """`with a strong score (0.92): same surname, same role`."""
        return f"{surely(link.score)}: {', '.join(self.reasons(link))}" if link.reasons else surely(link.score)

    def reasons(self, link: Link) -> list[str]:
        """Why a link was made; a report is named by its outlet and date, not by its id."""
        return [_REPORT_ID.sub(lambda found: self._cited(found[0]), reason) for reason in link.reasons]

    def _cited(self, id_: str) -> str:
        return self.directory.cite(id_) if id_ in self.directory.reports else id_


def surely(score: float) -> str:
    """`with a strong score (0.92)`."""
    word, _, number = score_in_words(score).partition(" ")
    return f"with a {word} score {number}"


def stated(pairs: Iterable[tuple[str, object | None]]) -> Iterator[Line]:
    """`label: value` for every value that is given."""
    for label, value in pairs:
        if value is not None and value != "" and value != ():
            yield Line(f"{label}: {value}")


def a_kind(kind: ActorKind) -> str:
    """`a person`, `an organisation`."""
    if kind is ActorKind.UNKNOWN:
        return "somebody of unknown kind"
    return f"{'an' if kind is ActorKind.ORGANISATION else 'a'} {kind.value}"
