"""Where the links of a page lead: within one document, or to other pages of the desk. Templates ask `to`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.web.asked import address
from dateline.web.desk import Citation

SLOTS = ("a", "b", "c", "d")  # of reports side by side, in the address: four columns are as many as can be read
_SENTENCES = 4  # that a line of a list opens to: an act may be told by fifty reports


class Links(Protocol):
    """The addresses of what a page mentions; None where there is nothing to lead to."""

    def report(self, cited: Citation) -> str:
        """A report, at the sentence if the citation tells it."""

    def citation(self, cited: Citation) -> str | None:
        """The text by which a sentence is cited."""

    def beside(self, cited: Iterable[Citation]) -> str | None:
        """Reports side by side; None if it is but one."""

    def record(self, id_: str) -> str | None:
        """An actor, an act, an utterance or a dispute."""

    def profile(self, actor: str) -> str | None:
        """All that is told of an actor, from where its name stands in a list."""

    def said(self, actor: str) -> str | None:
        """All that an actor said."""

    def acts(self, actor: str) -> str | None:
        """All that an actor did and underwent."""

    def claims(self, id_: str) -> str | None:
        """What each report gives for an act, an utterance or an actor."""

    def naming(self, actor: str) -> str | None:
        """All reports that name an actor."""

    def first[T](self, sentences: Sequence[T]) -> Sequence[T]:
        """Of the sentences behind a line those that it opens to."""


@dataclass(frozen=True, slots=True)
class WithinDocument:
    """Links of the dossier: anchors, of which it has these."""

    anchors: Collection[str]

    def first[T](self, sentences: Sequence[T]) -> Sequence[T]:
        """All of them: there is no other page."""
        return sentences

    def report(self, cited: Citation) -> str:
        """The report's line in the list of reports."""
        return f"#r{cited.number}"

    def citation(self, cited: Citation) -> str | None:
        """None: the sentence stands with its outlet and date where it is cited."""

    def beside(self, cited: Iterable[Citation]) -> str | None:
        """None: the document has no whole reports."""

    def record(self, id_: str) -> str | None:
        """The record's own line, if it has one."""
        return f"#{id_}" if id_ in self.anchors else None

    def profile(self, actor: str) -> str | None:
        """None: the line in the list is all there is."""

    def said(self, actor: str) -> str | None:
        """The actor's heading in the part on speech, if it has one."""
        return self.record(f"said-{actor}")

    def acts(self, actor: str) -> str | None:
        """None: the timeline is one list for all."""

    def claims(self, id_: str) -> str | None:
        """None: a line has its counts, and a dispute all its sides."""

    def naming(self, actor: str) -> str | None:
        """None: the list of reports is one for all."""


class AcrossPages:
    """Links of the desk: every record has an address of its own, by its id alone."""

    def first[T](self, sentences: Sequence[T]) -> Sequence[T]:
        """A few: the record's own page has all."""
        return sentences[:_SENTENCES]

    def report(self, cited: Citation) -> str:
        """The report in the reader, opened at the cited words."""
        at = f"?at={cited.start}-{cited.end}#at" if cited.start is not None else ""
        return f"/reports/{cited.report}{at}"

    def citation(self, cited: Citation) -> str | None:
        """Below the report in the reader; None for a report as a whole."""
        if cited.start is None:
            return None
        return f"/reports/{cited.report}?at={cited.start}-{cited.end}#citation"

    def beside(self, cited: Iterable[Citation]) -> str | None:
        """The first of them, as many as have room beside each other."""
        reports = dict.fromkeys(citation.report for citation in cited)
        chosen = dict(zip(SLOTS, reports, strict=False))
        return address("/compare", chosen) if len(chosen) > 1 else None

    def record(self, id_: str) -> str | None:
        """The page of a record."""
        return f"/records/{id_}"

    def profile(self, actor: str) -> str | None:
        """The actor's page."""
        return f"/actors/{actor}"

    def said(self, actor: str) -> str | None:
        """The utterances of one actor."""
        return f"/speech?actor={actor}"

    def acts(self, actor: str) -> str | None:
        """The timeline of one actor."""
        return f"/timeline?actor={actor}"

    def naming(self, actor: str) -> str | None:
        """The reports that name one actor."""
        return f"/reports?actor={actor}"

    def claims(self, id_: str) -> str | None:
        """The claims about it alone."""
        return f"/claims?of={id_}"
