"""What the explanations of all kinds share: lines with passages, links with their reasons, names for ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.model import Link, LinkKind, Record
from dateline.span import Grounding, Words
from dateline.story.explain.explanation import Line
from dateline.story.story import Story
from dateline.story.views.directory import Directory
from dateline.story.views.passage import passage
from dateline.story.views.phrases import phrase
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
}


class Teller:
    """Writes lines about the records of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.directory = Directory(story)

    def read_from(
        self, report: str, words: Words | None, text: str = "", id_: str | None = None
    ) -> Iterator[Line]:
        """A line that shows words in their sentence, with the report; none if there are no words."""
        if words is not None:
            given = self.story.report(report)
            yield Line(text, id_, passage(self.story, given, words, self.directory.cite(report)))

    def name(self, id_: str | None) -> str | None:
        """A phrase for any record, None for none."""
        return phrase(self.directory, id_) if id_ else None

    def about(self, id_: str, text: str = "{}") -> Line:
        """A line about another record, with its phrase in the place of `{}`."""
        return Line(text.format(self.name(id_)), id_)

    def joined_to(self, record: Record) -> Iterator[Line]:
        """What a record was joined to, how surely, and why."""
        for link in self.links(record):
            if link.member == record.id:
                yield Line(f"joined to {_JOINED[link.kind]} {self.name(link.target)}: {why(link)}", link.target)

    def joined_into(self, record: Record) -> Iterator[Line]:
        """What was joined into a record, each with how surely and why."""
        for link in self.links(record):
            if link.target == record.id:
                yield Line(f"{self.name(link.member)}: {why(link)}", link.member)

    def links(self, record: Record) -> list[Link]:
        """All links of a record, as a member and as a target."""
        return self.story.links(record.id)

    def supports(self, about: str) -> Iterator[Line]:
        """The words behind a merged record or a claim, each with the origin that it counts for."""
        for support in self.story.supports(about):
            origin = f"counts for the origin {self.name(support.origin)}; {GROUNDINGS[support.grounding]}"
            yield from self.read_from(support.report, support.words, origin, support.member)


def why(link: Link) -> str:
    """`strong (0.92), same surname and same role`."""
    return ", ".join((score_in_words(link.score), *link.reasons))


def stated(pairs: Iterable[tuple[str, object | None]]) -> Iterator[Line]:
    """`label: value` for every value that is given."""
    for label, value in pairs:
        if value is not None and value != "" and value != ():
            yield Line(f"{label}: {value}")
