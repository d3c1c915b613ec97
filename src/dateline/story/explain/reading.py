"""Explaining what was read from one report: its units of text, dates, mentions, quotations and events."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import (
    Chain,
    Event,
    Mention,
    MentionForm,
    Paragraph,
    ParagraphKind,
    Quotation,
    QuotedPhrase,
    RoleMention,
    Sentence,
    SpeechKind,
    Stance,
    Timex,
)
from dateline.span import Words
from dateline.story.explain.explanation import Line, Told, part
from dateline.story.explain.plain import EVENTS as KINDS
from dateline.story.explain.plain import MARKS, event_rule, speech_rule, time_rule
from dateline.story.explain.teller import GROUNDINGS, Teller, a_kind, stated, surely
from dateline.story.lookup.directory import NOBODY
from dateline.story.lookup.phrases import spoken
from dateline.story.wording import (
    date_in_words,
    list_in_words,
    number_in_words,
    speaking_in_words,
    written_day_in_words,
)

_READ_FROM = "Read from"
_HOW = "How it was read"
_UNITS = {
    ParagraphKind.HEADLINE: "the headline",
    ParagraphKind.SUBHEADING: "a heading inside the text",
    ParagraphKind.BODY: "body text",
    ParagraphKind.UNREAD: "text in a language that is not read",
}
_FORMS = {
    MentionForm.NAME: "by name",
    MentionForm.ROLE: "by a description",
    MentionForm.GROUP: "as a group",
    MentionForm.PRONOUN: "by a pronoun",
}


def paragraph(teller: Teller, record: Paragraph) -> Told:
    """Its place and kind, and its words."""
    says = f"Paragraph {record.number + 1} of {teller.report(record.report)}: {_UNITS[record.kind]}."
    return says, part("The words", teller.read_from(record.report, record.words))


def sentence(teller: Teller, record: Sentence) -> Told:
    """Its place, its words, and every record that was read from it."""
    says = f"Sentence {record.number + 1} of {teller.report(record.report)}."
    return says, (
        *part("The words", teller.read_from(record.report, record.words)),
        *part("What was read from it", _read_in(teller, record)),
    )


def _read_in(teller: Teller, record: Sentence) -> Iterator[Line]:
    kinds: tuple[tuple[type[Mention | Timex | Quotation | QuotedPhrase | Event], str], ...] = (
        (Timex, "time expression"),
        (Mention, "mention"),
        (Quotation, "quotation"),
        (QuotedPhrase, "words in marks that are nobody's speech"),
        (Event, "event"),
    )
    for kind, name in kinds:
        for found in teller.story.in_report(kind, record.report):
            if found.sentence == record.id:
                yield teller.about(found.id, f"{name}: ")


def timex(teller: Teller, record: Timex) -> Told:
    """What days the words stand for, what they are reckoned from, and by which rule."""
    stands = f"stands for {date_in_words(record.time)}" if record.time else "is bound to no day of the calendar"
    says = f"“{record.words.text}” is a time expression ({record.type.value.lower()}) that {stands}."
    return says, (
        *part(_READ_FROM, teller.read_from(record.report, record.words)),
        *part(_HOW, (_reckoned(teller, record), f"by the rule: {record.rule}; {GROUNDINGS[record.grounding]}")),
        *part(
            "As TimeML writes it",
            stated((("type", record.type.value), ("value", record.value), ("mod", record.mod))),
        ),
    )


def _reckoned(teller: Teller, record: Timex) -> Line:
    if record.anchor is None:
        return Line(
            "It says all that is needed by itself; no other date is used." if record.time else "No date is used."
        )
    kind, _, rest = record.anchor.partition(" ")
    if kind == "timex":
        return teller.about(rest, "It is reckoned from another time expression of the report, ", ".")
    if kind == "published":
        return Line(f"It is reckoned from the day of publication, {written_day_in_words(rest)}.")
    return Line(f"It is reckoned from the day in the dateline, {written_day_in_words(rest)}.")


def chain(teller: Teller, record: Chain) -> Told:
    """Who it is within its report, by which mentions, and which actor it was joined to."""
    says = (
        f"{record.name}, as {teller.report(record.report)} has it: "
        f"taken for {a_kind(record.kind)} {surely(record.kind_score)}."
    )
    mentions = [each for each in teller.story.in_report(Mention, record.report) if each.chain == record.id]
    roles = (
        teller.about(role.id)
        for role in teller.story.in_report(RoleMention, record.report)
        if role.chain == record.id
    )
    return says, (
        *part("Which actor", teller.joined_to(record)),
        *part("Roles in this report", roles),
        *part("Mentions", (_mention(each) for each in mentions)),
        *part(_READ_FROM, teller.read_from(record.report, *(each.words for each in mentions))),
    )


def _mention(record: Mention) -> Line:
    how = f"{_FORMS[record.form]}; {record.rule}, {surely(record.score)}"
    return Line(f"“{record.words.text}”, {how}", record.id)


def mention(teller: Teller, record: Mention) -> Told:
    """Whom the words mean, and why."""
    says = f"“{record.words.text}” stands for {teller.directory.somebody(record.chain)}, {_FORMS[record.form]}."
    how = [f"by the rule: {record.rule}, {surely(record.score)}"]
    if record.form is not MentionForm.PRONOUN:
        how.append(f"these words alone would be taken for {a_kind(record.kind)}, {surely(record.kind_score)}")
    return says, (
        *part(_READ_FROM, teller.read_from(record.report, record.words)),
        *part(_HOW, how),
        *part("Who it is within the report", [teller.about(record.chain)]),
        *part("Which actor", teller.joined_to(teller.story.get(record.chain))),
    )


def role_mention(teller: Teller, record: RoleMention) -> Told:
    """Whose role, and of what."""
    of = teller.directory.somebody(record.of)
    told = f"{'formerly ' if record.former else ''}{record.title}{f' of {of}' if of else ''}"
    if teller.directory.chains[record.chain].names:
        says = f"“{record.words.text}” is what a report calls {teller.directory.somebody(record.chain)}: {told}."
    else:
        says = f"“{record.words.text}” describes somebody whom the report does not name: {told}."
    return says, (
        *part(_READ_FROM, teller.read_from(record.report, record.words)),
        *part("Said of", [teller.about(record.chain)]),
        *part("Belonging to", [teller.about(record.of)] if record.of else []),
    )


def quotation(teller: Teller, record: Quotation) -> Told:
    """Who said it, as printed; the cue; the doubts; the rule; the utterance that it belongs to."""
    says = f"{_speaker(teller, record)} {_saying(record)}: “{spoken(record)}”"
    parts = (
        ("said by", record.source),
        ("the words that say so", record.cue),
        ("said to", record.addressee),
        ("said through", record.medium),
        ("where, or on what occasion", record.venue),
    )
    words = (*record.contents, *(each for _, each in parts))
    return says, (
        *part("In doubt", _doubt(teller, record)),
        *part(_READ_FROM, teller.read_from(record.report, *words)),
        *part(
            _HOW,
            (
                *stated((label, f"“{each.text}”") for label, each in parts if each),
                f"{speech_rule(record.rule)}, {surely(record.confidence)}",
                *stated((("came through", record.via),)),
                *_act_of_speech(record),
                *_negation(record),
            ),
        ),
        *part("When it was said", [teller.about(record.said_at)] if record.said_at else []),
        *part("In whose words it is told", [teller.about(record.within)] if record.within else []),
        *part("Who the speaker is", [teller.about(record.speaker)] if record.speaker else []),
        *part("Which utterance", teller.joined_to(record)),
    )


def _act_of_speech(record: Quotation) -> Iterator[str]:
    if record.stance is not Stance.STATES:
        yield f"by saying so the speaker {record.stance.value} something"


def _negation(record: Quotation) -> Iterator[str]:
    if record.negated:
        yield "the speaker is said not to have said it"
    elif record.stance is Stance.DENIES:
        yield "the verb denies the words"


def _saying(record: Quotation) -> str:
    if record.kind is SpeechKind.INDIRECT:
        told = "said" if record.negated else speaking_in_words(record.stance.value)
        return f"is reported, without quotation marks, {'not ' if record.negated else ''}to have {told}"
    return "is quoted in marks" if record.kind is SpeechKind.DIRECT else "is quoted in part"


def _speaker(teller: Teller, record: Quotation) -> str:
    if record.speaker is None:
        return record.source.text if record.source else NOBODY.capitalize()
    return teller.directory.somebody(record.speaker) or NOBODY.capitalize()


def _doubt(teller: Teller, record: Quotation) -> Iterator[Line]:
    if record.anomaly is None:
        return
    if record.source:
        yield Line(f"printed as said by “{record.source.text}”")
    for chain, reading in ((record.speaker, "one reading"), (record.other_speaker, "another reading")):
        if chain:
            yield Line(f"{reading}: {teller.directory.somebody(chain)}", chain)
    yield Line(f"disputed attribution: {record.anomaly_reason or record.anomaly.value}")


def quoted_phrase(teller: Teller, record: QuotedPhrase) -> Told:
    """Why the marks hold nobody's speech."""
    why = MARKS[record.reason]
    says = f"“{record.words.text}” stands in quotation marks but is taken for nobody's speech: {why}."
    return says, (
        *part(_READ_FROM, teller.read_from(record.report, record.words)),
        *part(_HOW, [f"by the rule: {record.rule}"]),
    )


def event(teller: Teller, record: Event) -> Told:
    """Who did what to whom, where and when, each with its words; how the time came to it; the merged event."""
    name = teller.directory.somebody
    who = list_in_words([name(each.chain) or "" for each in record.actors]) or "Somebody not named"
    whom = list_in_words([name(each.chain) or "" for each in record.recipients])
    place = f", place: {name(record.place)}" if record.place else ""
    act = f"{who} · {record.lemma}{f' · {whom}' if whom else ''}{place}"
    says = f"What one report tells ({record.status.value}): {act}, {date_in_words(record.time)}."
    when = [Line(f"{date_in_words(record.time)}: {time_rule(record.time_rule)}")]
    if record.timex:
        when.append(teller.about(record.timex, "from the time expression "))
    return says, (
        *part(_READ_FROM, teller.read_from(record.report, *_words(record))),
        *part("What each part is", _parts(teller, record)),
        *part("When", when),
        *part("What kind of act", _kind(record)),
        *part(_HOW, [f"{event_rule(record.rule)}, {surely(record.confidence)}"]),
        *part("Which event", teller.joined_to(record)),
    )


def _kind(record: Event) -> Iterator[str]:
    yield f"{KINDS[record.type]} ({', '.join(filter(None, (record.type.value, record.mode)))})"
    for context in record.contexts:
        yield f"in the context {context.name.replace('_', ' ')}: “{context.words.text}”"


def _words(record: Event) -> Iterator[Words | None]:
    yield record.words
    yield from (each.words for each in (*record.actors, *record.recipients))
    yield from (count.words for count in record.counts)
    yield record.place_words


def _parts(teller: Teller, record: Event) -> Iterator[Line]:
    yield Line(f"the act: “{record.words.text}”")
    for label, given in (("who", record.actors), ("to or with whom", record.recipients)):
        for each in given:
            yield teller.about(each.chain, f"{label}: “{each.words.text}”, ")
    if record.place:
        printed = f"“{record.place_words.text}”, " if record.place_words else ""
        yield teller.about(record.place, f"where: {printed}")
    for count in record.counts:
        number = number_in_words(count.low, count.high)
        of = f"; counted: {count.unit}" if count.unit else ""
        yield Line(f"how many: “{count.words.text}”, {number}{of}")
