"""Who said what: quotations in marks, reported speech, and marks that are nobody's speech."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from dateline.ids import content_id
from dateline.model import (
    Chain,
    Mention,
    Paragraph,
    ParagraphKind,
    Quotation,
    QuotedPhrase,
    Report,
    RoleMention,
    Sentence,
    Timex,
)
from dateline.reading.chains import ChainIndex
from dateline.reading.parsed import Parse
from dateline.reading.speech.anomalies import flag
from dateline.reading.speech.clashes import Cast
from dateline.reading.speech.confidence import confidence
from dateline.reading.speech.cues import use_cues
from dateline.reading.speech.dialogue import formed
from dateline.reading.speech.heard import Heard, SetApart, listen
from dateline.reading.speech.placed import place
from dateline.reading.speech.pronouns import resolve_opened
from dateline.reading.speech.relayed import relay
from dateline.reading.speech.repeated import give_repeated, spoken_in_headings
from dateline.reading.speech.speakers import (
    not_addressed,
    resolve,
    resolve_described,
)
from dateline.stage import Context, Draft


class QuotationStage:
    """Parses and chains in; quotations with their speakers, and set-apart phrases, out."""

    name: ClassVar[str] = "quotations"
    version: ClassVar[str] = "8"
    reads: ClassVar[tuple[type, ...]] = (Report, Paragraph, Sentence, Timex, Chain, Mention, RoleMention, Parse)
    writes: ClassVar[tuple[type, ...]] = (Quotation, QuotedPhrase)

    def open(self, context: Context) -> None:
        """Take the user's cue words; the lexicons are read with the first report."""
        use_cues(context.settings.cues)

    def run(self, draft: Draft) -> Iterator[Quotation | QuotedPhrase]:
        """Paragraph by paragraph what is said, then the speakers over the whole report, then what is in doubt."""
        chains = ChainIndex(draft)
        parses = draft.of(Parse)
        paragraphs = [listen(parse, pieces) for parse, pieces in zip(parses, formed(parses), strict=True)]
        numbers = sections(parses)
        heard = resolve(paragraphs, numbers, chains)
        cast = Cast(parses, chains)
        resolve_opened(heard, cast)
        resolve_described(heard, cast)
        give_repeated(heard)
        heard = sorted(heard + spoken_in_headings(paragraphs, numbers, heard), key=begins)
        not_addressed(heard, chains)
        heard = relay(heard, chains)
        flag(heard, parses, numbers, chains)
        place(heard, draft.of(Timex))
        ids = {id(one): quotation_id(draft.report, one) for one in heard}
        for one in heard:
            yield quotation(draft.report, one, ids, chains)
        for paragraph in paragraphs:
            for apart in paragraph.apart:
                yield phrase(draft.report, apart)


def begins(one: Heard) -> int:
    """Where in the report an utterance begins."""
    return min(words.start for words in one.contents)


def sections(parses: tuple[Parse, ...]) -> list[int]:
    """For each paragraph the number of its section: headings stand alone and begin a new one."""
    numbers: list[int] = []
    section = 0
    after_heading = False
    for parse in parses:
        heading = parse.paragraph.kind is not ParagraphKind.BODY
        if heading or after_heading:
            section += 1
        numbers.append(section)
        after_heading = heading
    return numbers


def quotation_id(report: Report, one: Heard) -> str:
    """From the kind and the places of contents, source and cue."""
    source, cue = one.source, one.words(one.found.cue)
    spans = [(words.start, words.end) for words in one.contents]
    return content_id("q", report.id, one.found.kind, spans, source and source.start, cue and cue.start)


def quotation(report: Report, one: Heard, ids: dict[int, str], chains: ChainIndex) -> Quotation:
    """The record of one attribution; `ids` are those of all, by the identity of what is heard."""
    found, contents = one.found, one.contents
    source, cue = one.source, one.words(found.cue)
    return Quotation(
        id=ids[id(one)],
        report=report.id,
        sentence=one.parse.sentence_at(contents[0].start).id,
        kind=found.kind,
        contents=tuple(contents),
        source=source,
        cue=cue,
        cue_lemma=found.lemma,
        addressee=one.words(found.addressee),
        via=one.via,
        medium=one.words(one.medium),
        venue=one.words(one.venue),
        said_at=one.said_at.id if one.said_at else None,
        within=ids[id(one.within)] if one.within else None,
        stance=found.stance,
        negated=found.negated,
        speaker=one.speaker.id if one.speaker else None,
        other_speaker=one.other.id if one.other else None,
        rule=one.rule,
        confidence=confidence(one, chains),
        anomaly=one.anomaly,
        anomaly_reason=one.reason,
    )


def phrase(report: Report, apart: SetApart) -> QuotedPhrase:
    """The record of marked words that are nobody's speech."""
    words = apart.parse.slice(*apart.piece)
    return QuotedPhrase(
        id=content_id("qp", report.id, words.start, words.end),
        report=report.id,
        sentence=apart.parse.sentence_at(words.start).id,
        words=words,
        reason=apart.reason,
        rule=apart.rule,
    )
