"""Who said what: an utterance once, with every report that prints it; speakers by how much is told of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Quotation, SpeechKind, Utterance
from dateline.span import Span
from dateline.story import views
from dateline.story.lookup.directory import NOBODY
from dateline.story.lookup.passage import passages
from dateline.story.lookup.phrases import PIECE_JOINT
from dateline.story.views import Printing, QuotationRow
from dateline.story.wording import speaking_in_words
from dateline.web.by_actor import Group
from dateline.web.desk import Citation, Desk, Evidence, Name, Piece, cited, gathered, sources_of
from dateline.web.parts.differences import differences, wording

_OPEN = 2  # utterances from which on a speaker has a heading; the others are among "also quoted"


@dataclass(frozen=True, slots=True)
class Version:
    """One wording: words in which it differs from the first are marked."""

    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...]  # of all reports that have these words


@dataclass(frozen=True, slots=True)
class Line:
    """One utterance."""

    id: str
    speakers: tuple[Name, ...]  # more than one: it is disputed who said it; if a person ruled, the one they named
    speaker: str  # the names, or the words of the report
    verb: str  # said, promised, did not deny
    text: str
    in_marks: bool  # False: reported speech
    addressee: str | None
    via: str | None
    doubts: tuple[str, ...]
    decided: tuple[str, ...]  # what persons ruled on it
    versions: tuple[Version, ...]  # earliest first; one, if all reports have the same words
    sources: str | None  # the three counts, where more than one report prints it

    @property
    def is_shared(self) -> bool:
        """True if it is printed more than once."""
        return sum(len(version.citations) for version in self.versions) > 1


@dataclass(frozen=True, slots=True)
class Said:
    """Utterances of one speaker that one sentence gives, the longest first, and the sentences behind them."""

    lines: tuple[Line, ...]
    evidence: tuple[Evidence, ...]

    @property
    def whole(self) -> tuple[Line, ...]:
        """The lines without those whose words stand in quotation marks in a longer one."""
        return tuple(line for line in self.lines if line not in self.parts)

    @property
    def parts(self) -> tuple[Line, ...]:
        """Words in quotation marks that a longer line has in it."""
        longest, *others = self.lines
        inside = wording(longest.text)
        return tuple(
            line
            for line in others
            if line.in_marks and all(wording(piece) in inside for piece in line.text.split(PIECE_JOINT))
        )

    @property
    def cited(self) -> tuple[Citation, ...]:
        """The reports that print it."""
        return cited(self.evidence)

    @property
    def doubts(self) -> tuple[str, ...]:
        """Why it is in doubt who said it, each reason once."""
        return tuple(dict.fromkeys(doubt for line in self.lines for doubt in line.doubts))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Everything that one somebody said, earliest first."""

    name: str
    id: str | None  # None: an actor of no name, or nobody known
    said: tuple[Said, ...]
    count: int  # utterances


@dataclass(frozen=True, slots=True)
class Speech:
    """Disputed words first, then what several reports print, then each speaker's."""

    disputed: tuple[Said, ...]
    shared: tuple[Said, ...]  # printed more than once
    speakers: tuple[Speaker, ...]
    others: tuple[Speaker, ...]  # who said one thing
    count: int  # utterances of the story
    left_out: int  # of them, beyond the rows asked for

    @property
    def other_count(self) -> int:
        """Utterances of the others."""
        return sum(speaker.count for speaker in self.others)

    @property
    def lines(self) -> Iterator[Line]:
        """Every utterance that is shown."""
        groups = (speaker.said for speaker in (*self.speakers, *self.others))
        return (line for said in (self.disputed, self.shared, *groups) for one in said for line in one.lines)


def speech(desk: Desk, rows: int) -> Speech:
    """Utterances, each in one place, `rows` at most: disputed ones, those of most reports, then of the named."""
    groups = desk.utterances
    kept = sorted(range(len(groups)), key=lambda number: (_rank(groups[number]), number))[:rows]
    told = [(_line(desk, groups[number]), groups[number][0]) for number in sorted(kept)]
    disputed = [pair for pair in told if len(pair[0].speakers) > 1 or pair[0].doubts]
    shared = [pair for pair in told if pair[0].is_shared and pair not in disputed]
    alone = [pair for pair in told if pair not in disputed and pair not in shared]
    speakers = _speakers(desk, alone)
    return Speech(
        disputed=_said(desk, disputed),
        shared=_said(desk, shared),
        speakers=tuple(speaker for speaker in speakers if speaker.count >= _OPEN),
        others=tuple(speaker for speaker in speakers if speaker.count < _OPEN),
        count=len(groups),
        left_out=len(groups) - len(kept),
    )


def said(desk: Desk, groups: Sequence[Group]) -> tuple[Said, ...]:
    """These utterances, those of one sentence and speaker together."""
    written = desk.quotation_rows(groups)
    views.read_ahead_of_passages(desk.directory, (row.report for group in written for row in group))
    return _said(desk, [(_line(desk, group), group[0]) for group in written])


def _rank(group: Sequence[QuotationRow]) -> tuple[bool, int, bool]:
    """Smaller for what should not be missing."""
    in_doubt = any(row.anomaly or row.conflict for row in group)
    return not in_doubt, -group[0].reports, group[0].speaker_id is None


def _speakers(desk: Desk, told: Sequence[tuple[Line, QuotationRow]]) -> list[Speaker]:
    """By the number of their utterances; those of nobody last."""
    by_speaker: dict[str, list[tuple[Line, QuotationRow]]] = {}
    for line, row in told:
        by_speaker.setdefault(_speaker_id(row) or line.speaker, []).append((line, row))
    speakers = [
        Speaker(name=lines[0][0].speaker, id=_speaker_id(lines[0][1]), said=_said(desk, lines), count=len(lines))
        for lines in by_speaker.values()
    ]
    return sorted(speakers, key=lambda speaker: (speaker.name == NOBODY, -speaker.count, speaker.name))


def _speaker_id(row: QuotationRow) -> str | None:
    """Who said it: by a person's ruling, or as the report has it."""
    return row.ruled_speaker_id or row.speaker_id


def _said(desk: Desk, told: Sequence[tuple[Line, QuotationRow]]) -> tuple[Said, ...]:
    by_sentence: dict[tuple[str, str], list[Line]] = {}
    for line, row in told:
        by_sentence.setdefault((desk.directory.quotations[row.id].sentence, line.speaker), []).append(line)
    return tuple(
        Said(
            lines=tuple(sorted(lines, key=lambda line: -len(line.text))),
            evidence=_evidence(desk, lines),
        )
        for lines in by_sentence.values()
    )


def _evidence(desk: Desk, lines: Sequence[Line]) -> tuple[Evidence, ...]:
    """Each sentence once, with all that is said in it marked."""
    spans: dict[str, list[Span]] = {}
    for line in lines:
        for printing in _printings(desk, line.id):
            marks = [mark for passage in printing.passages for mark in passage.marks]
            spans.setdefault(printing.report, []).extend(marks)
    given = desk.directory.reports
    return gathered(
        each
        for report, marks in spans.items()
        for each in desk.evidence(passages(desk.story, given[report], marks, ""))
    )


def _printings(desk: Desk, id_: str) -> list[Printing]:
    record = desk.story.get(id_)
    return views.printings(desk.directory, record) if isinstance(record, Utterance | Quotation) else []


def _line(desk: Desk, group: Sequence[QuotationRow]) -> Line:
    fullest = max(group, key=lambda row: len(row.text))
    names = dict.fromkeys(name for row in group for name in _readings(row))
    versions = _versions(desk, group)
    return Line(
        id=fullest.utterance or fullest.id,
        speakers=tuple(names),
        speaker=" or ".join(name.text for name in names) or fullest.speaker_printed or NOBODY,
        verb=speaking_in_words(fullest.stance, negated=fullest.negated),
        text=fullest.text,
        in_marks=fullest.kind != SpeechKind.INDIRECT,
        addressee=fullest.addressee,
        via=fullest.via,
        doubts=tuple(dict.fromkeys(_doubts(group))),
        decided=fullest.decided,
        versions=versions,
        sources=sources_of(fullest) if fullest.reports > 1 else None,
    )


def _readings(row: QuotationRow) -> Iterator[Name]:
    """Whom a person ruled to have said it; if nobody ruled, whom the report and its other sentences give."""
    ruled = ((row.ruled_speaker, row.ruled_speaker_id),)
    read = ((row.speaker, row.speaker_id), (row.other_speaker, row.other_speaker_id))
    for name, id_ in ruled if row.ruled_speaker_id else read:
        if name and id_:
            yield Name(name, id_)


def _versions(desk: Desk, group: Sequence[QuotationRow]) -> tuple[Version, ...]:
    """Wordings, the earliest first; marks and capitals make no other wording."""
    printed: dict[str, list[QuotationRow]] = {}
    for row in group:
        printed.setdefault(wording(row.text), []).append(row)
    told = differences([rows[0].text for rows in printed.values()])
    return tuple(
        Version(pieces, tuple(dict.fromkeys(desk.cite(row.report) for row in rows)))
        for pieces, rows in zip(told, printed.values(), strict=True)
    )


def _doubts(group: Sequence[QuotationRow]) -> Iterator[str]:
    """What each report prints for a speaker that is in doubt, and why."""
    for row in group:
        if row.anomaly:
            printed = f"printed as said by “{row.speaker_printed}”; " if row.speaker_printed else ""
            yield f"{printed}{row.anomaly_reason or row.anomaly}"
        elif row.conflict_reason:
            yield row.conflict_reason
