"""What a row rests on: each report's own sentences, with the words marked that it was read from."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import MergedEvent, Quotation, Role, Utterance
from dateline.span import Words
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.passage import Passage, passages
from dateline.story.lookup.phrases import spoken
from dateline.story.wording import date_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one report tells an event; `id` is that of the event as this report tells it."""

    id: str
    report: str
    passages: tuple[Passage, ...]  # the verb is marked, and the words that give the day if they stand there
    time_words: str
    dated_by: str | None  # the words of the report that give the day; None: it follows from the telling
    time_rule: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """How one report prints an utterance; `id` is that of its quotation."""

    id: str
    report: str
    passages: tuple[Passage, ...]  # what is said is marked
    text: str  # what is said, its pieces joined


def tellings(directory: Directory, event: MergedEvent) -> list[Telling]:
    """Every report's telling of an event, the sentence that tells it best first."""
    told = []
    for member in event.members:
        given = directory.events[member]
        timex = directory.timexes.get(given.timex) if given.timex else None
        in_sentence = timex.words if timex and timex.sentence == given.sentence else None
        telling = Telling(
            id=given.id,
            report=given.report,
            passages=_read_from(directory, given.report, given.words, in_sentence),
            time_words=date_in_words(given.time),
            dated_by=timex.words.text if timex else None,
            time_rule=given.time_rule,
            status=given.status.value,
        )
        is_best = given.report == event.report and event.words.span.covers(given.words.span)
        told.append((not is_best, telling))
    return [telling for _, telling in sorted(told, key=lambda pair: pair[0])]


def printings(directory: Directory, utterance: Utterance | Quotation) -> list[Printing]:
    """Every printing of an utterance, the earliest report first; the one of a quotation that is in none."""
    members = utterance.members if isinstance(utterance, Utterance) else (utterance.id,)
    found = []
    for member in members:
        given = directory.quotations[member]
        read_from = _read_from(directory, given.report, *given.contents)
        found.append(Printing(id=given.id, report=given.report, passages=read_from, text=spoken(given)))
    return found


def first_given(directory: Directory, role: Role) -> tuple[Passage, ...]:
    """The sentence of the first report that gives somebody a role."""
    return _read_from(directory, role.report, role.words)


def _read_from(directory: Directory, report: str, *words: Words | None) -> tuple[Passage, ...]:
    spans = [each.span for each in words if each is not None]
    return tuple(passages(directory.story, directory.reports[report], spans, directory.cite(report)))
