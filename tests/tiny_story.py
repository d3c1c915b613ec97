"""A story made by hand, small enough to be read in a minute, with at least one record of every kind.

Two reports tell of one meeting and differ in its day; a third prints a passage of the first. One quotation has a
disputed attribution. The second report's title holds what a hostile page might: a formula, rich's markup and an
escape sequence.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.model import (
    RECORDS,
    Actor,
    ActorCode,
    ActorKind,
    ActorName,
    Anchor,
    AnchorKind,
    Anomaly,
    Aspect,
    Chain,
    Claim,
    CodeBasis,
    Conflict,
    ConflictKind,
    CopyGroup,
    CopyKind,
    CopyMember,
    Count,
    Decision,
    DecisionKind,
    EarlierVersion,
    Event,
    EventType,
    Field,
    Furniture,
    FurnitureKind,
    Gender,
    Link,
    LinkKind,
    Location,
    MarkReason,
    Mention,
    MentionForm,
    MergedEvent,
    MetadataCandidate,
    Origin,
    Paragraph,
    ParagraphKind,
    Participant,
    PlacePrecision,
    Quotation,
    QuotedPhrase,
    Record,
    Rejection,
    RejectionCode,
    Relation,
    Report,
    Role,
    RoleMention,
    Sentence,
    SpeechKind,
    Stance,
    Status,
    Support,
    Thread,
    TimelineEntry,
    Timex,
    TimexType,
    Utterance,
    VersionReason,
)
from dateline.span import Grounding, Segment, Words
from dateline.story import Store

HOSTILE_TITLE = "=SUM(A1) [bold]Talks[/bold] \x1b[31min Varn\x1b[0m"
TITLES = {"a": "Holm meets Lind", "b": HOSTILE_TITLE, "c": None}
TEXTS = {
    "a": (
        "Holm meets Lind\n\nForeign minister Ada Holm met Bo Lind in Varn on Monday. At least 40 people watched. "
        "“No deal was signed,” she said. It was a “summit” in name.\n\nRead more stories"
    ),
    "b": "Ada Holm met Bo Lind in Varn on Tuesday. “No deal was signed,” the foreign minister Bo Lind said.",
    "c": "Foreign minister Ada Holm met Bo Lind in Varn on Monday. At least 40 people watched.",
}
DATES = {"a": "2031-05-06", "b": "2031-05-07", "c": None}
OUTLETS = {"a": "The Harbour Post", "b": None, "c": "Varn Today"}
MONDAY, TUESDAY = (FuzzyDate.day(dt.date(2031, 5, day)) for day in (5, 6))
EITHER = FuzzyDate.between(dt.date(2031, 5, 5), dt.date(2031, 5, 6))


def store_tiny_story(path: Path, *, replaced: bool = False) -> Path:
    """Write the story to a new file, all kinds in the order of the model."""
    records = list(tiny_records(replaced=replaced))
    with Store.open(path) as store, store.atomic():
        for kind in RECORDS:
            of_kind = [record for record in records if isinstance(record, kind)]
            store.replace("by hand", kind.__name__, of_kind, version="1", digest="")
    return path


def words(report: str, wanted: str, after: str = "") -> Words:
    """The first place of some words in a report's text, behind other words of it if given."""
    text = TEXTS[report]
    start = text.index(wanted, text.index(after) if after else 0)
    return Words.cut(text, start, start + len(wanted))


def made(prefix: str, *parts: object) -> str:
    return content_id(prefix, *parts)


REPORTS = {key: made("r", text, DATES[key]) for key, text in TEXTS.items()}
ACTORS = {name: made("a", name) for name in ("Ada Holm", "Bo Lind", "Varn")}
MEETING, UTTERANCE = made("me", "meeting"), made("u", "no deal")
WIRE, ALONE = made("o", "wire"), made("o", "alone")
THREAD = made("th", "meeting")


def tiny_records(*, replaced: bool = False) -> Iterator[Record]:
    """Every record of the story; `replaced`: and one that makes its report b an earlier version of a."""
    yield from _came_in()
    if replaced:
        yield EarlierVersion(
            id=made("v", "b"), report=REPORTS["b"], latest=REPORTS["a"], number=1, reason=VersionReason.HEADLINE
        )
    for key in TEXTS:
        yield from _read(key)
    yield from _linked()


def _came_in() -> Iterator[Record]:
    for key, text in TEXTS.items():
        date, title = DATES[key], TITLES[key]
        yield Report(
            id=REPORTS[key],
            location=f"reports/{key}.txt",
            reader="txt",
            digest=f"{ord(key):064x}",
            title=title,
            outlet=OUTLETS[key],
            byline=None,
            url=None,
            language="en",
            published=FuzzyDate.day(dt.date.fromisoformat(date)) if date else None,
            text=text,
            agencies=("NNA",) if key == "c" else (),
            offsets=(Segment(0, len(text), 0),),
        )
    yield Rejection(
        id=made("x", "empty"),
        location="reports/empty.txt",
        digest="",
        code=RejectionCode.EMPTY,
        reason="the file is empty",
    )
    yield MetadataCandidate(
        id=made("c", "a title"),
        report=REPORTS["a"],
        field=Field.TITLE,
        value="Holm meets Lind",
        found_in="first line",
        words=words("a", "Holm meets Lind"),
        chosen=True,
    )
    yield Furniture(
        id=made("f", "a"),
        report=REPORTS["a"],
        words=words("a", "Read more stories"),
        kind=FurnitureKind.TEASER,
        rule="begins with “Read more”",
    )


def _read(key: str) -> Iterator[Record]:
    """What the three reports have in common: the meeting, told in their first sentence of the body."""
    report, day = REPORTS[key], "Tuesday" if key == "b" else "Monday"
    first = "Ada Holm met Bo Lind in Varn on Tuesday." if key == "b" else TEXTS["c"].split(". ")[0] + "."
    sentence, timex = made("s", key, 0), made("t", key)
    chains = {name: made("ch", key, name) for name in ACTORS}
    yield Paragraph(id=made("p", key), report=report, number=0, words=words(key, first), kind=ParagraphKind.BODY)
    yield Sentence(id=sentence, report=report, paragraph=made("p", key), number=0, words=words(key, first))
    yield Timex(
        id=timex,
        report=report,
        sentence=sentence,
        words=words(key, f"on {day}"),
        type=TimexType.DATE,
        value="2031-05-06" if key == "b" else "2031-05-05",
        mod=None,
        time=TUESDAY if key == "b" else MONDAY,
        anchor=f"published {DATES[key]}" if DATES[key] else None,
        grounding=Grounding.INFERRED,
        rule="a weekday before the day of publication",
    )
    for name, kind in zip(ACTORS, (ActorKind.PERSON, ActorKind.PERSON, ActorKind.PLACE), strict=True):
        yield Chain(
            id=chains[name],
            report=report,
            name=name,
            names=(name,),
            kind=kind,
            kind_score=0.9,
            gender=Gender.FEMALE if name == "Ada Holm" else None,
            plural=False,
        )
        yield Mention(
            id=made("m", key, name),
            report=report,
            sentence=sentence,
            words=words(key, name),
            form=MentionForm.NAME,
            kind=kind,
            kind_score=0.9,
            chain=chains[name],
            rule="first mention",
            score=1.0,
        )
    yield Event(
        id=made("e", key),
        report=report,
        sentence=sentence,
        words=words(key, "met"),
        lemma="meet",
        type=EventType.CONSULT,
        mode="visit",
        status=Status.HAPPENED,
        actors=(Participant(chains["Ada Holm"], words(key, "Ada Holm")),),
        recipients=(Participant(chains["Bo Lind"], words(key, "Bo Lind")),),
        place=chains["Varn"],
        place_words=words(key, "Varn"),
        time=TUESDAY if key == "b" else MONDAY,
        timex=timex,
        time_rule="in its clause",
        counts=() if key == "b" else (Count(words(key, "At least 40"), 40, None, True, "person"),),
        rule="meet: subject and object",
        confidence=0.85,
    )
    if key != "b":
        yield RoleMention(
            id=made("rm", key),
            report=report,
            chain=chains["Ada Holm"],
            words=words(key, "Foreign minister"),
            title="foreign minister",
            of=None,
            former=False,
        )
    if key == "a":
        yield QuotedPhrase(
            id=made("qp", key),
            report=report,
            sentence=sentence,
            words=words(key, "summit"),
            reason=MarkReason.SCARE,
            rule="one word after an article",
        )
    if key != "c":
        yield _quotation(key, report, sentence, chains)


def _quotation(key: str, report: str, sentence: str, chains: dict[str, str]) -> Quotation:
    disputed = key == "b"
    return Quotation(
        id=made("q", key),
        report=report,
        sentence=sentence,
        kind=SpeechKind.DIRECT,
        contents=(words(key, "No deal was signed,"),),
        source=words(key, "the foreign minister Bo Lind" if disputed else "she"),
        cue=words(key, "said"),
        cue_lemma="say",
        addressee=None,
        via=None,
        stance=Stance.STATES,
        negated=False,
        speaker=chains["Bo Lind" if disputed else "Ada Holm"],
        other_speaker=chains["Ada Holm"] if disputed else None,
        rule="cue after the content",
        confidence=0.95,
        anomaly=Anomaly.ATTRIBUTION if disputed else None,
        anomaly_reason="other reports give the role “foreign minister” to Ada Holm" if disputed else None,
    )


def _linked() -> Iterator[Record]:
    yield Origin(
        id=WIRE,
        label="NNA text of 2031-05-06",
        reports=(REPORTS["a"], REPORTS["c"]),
        agency="NNA",
        known=True,
        reason="Varn Today credits NNA and prints a passage of The Harbour Post",
    )
    yield Origin(
        id=ALONE,
        label="an unknown outlet",
        reports=(REPORTS["b"],),
        agency=None,
        known=False,
        reason="nothing tells where its text comes from",
    )
    yield CopyGroup(
        id=made("cg", "a c"),
        kind=CopyKind.PASSAGE,
        members=(
            CopyMember(REPORTS["a"], words("a", TEXTS["c"])),
            CopyMember(REPORTS["c"], words("c", TEXTS["c"])),
        ),
        agency="NNA",
        containment=1.0,
        reason="the same two sentences",
    )
    for name, id_ in ACTORS.items():
        yield Actor(
            id=id_,
            name=name,
            names=(ActorName(name, 3),),
            kind=ActorKind.PLACE if name == "Varn" else ActorKind.PERSON,
            kind_score=0.9,
            gender=Gender.FEMALE if name == "Ada Holm" else None,
            country=None,
        )
    yield Role(
        id=made("ro", "holm"),
        actor=ACTORS["Ada Holm"],
        title="foreign minister",
        of=None,
        time=TUESDAY,
        report=REPORTS["a"],
        words=words("a", "Foreign minister"),
    )
    yield Thread(
        id=THREAD,
        name="Holm meets Lind",
        reports=tuple(REPORTS.values()),
        time=EITHER,
        shared_words=("varn", "deal"),
        actors=(ACTORS["Ada Holm"], ACTORS["Varn"]),
        likeness=0.62,
    )
    yield ActorCode(
        id=made("ac", "holm"),
        actor=ACTORS["Ada Holm"],
        country=None,
        sectors=("GOV",),
        time=TUESDAY,
        basis=CodeBasis.ROLE,
        read_from=("Foreign minister",),
    )
    yield Location(
        id=made("lo", "varn"),
        actor=ACTORS["Varn"],
        name="Varn",
        country="NOR",
        region=None,
        latitude=60.5,
        longitude=None,
        precision=PlacePrecision.SETTLEMENT,
        score=0.8,
        reason="the same reports name Norway",
        entry="1",
    )
    yield from _links()
    yield Utterance(
        id=UTTERANCE,
        text="No deal was signed,",
        stance=Stance.STATES,
        speaker=None,
        speakers=(ACTORS["Ada Holm"], ACTORS["Bo Lind"]),
        members=(made("q", "a"), made("q", "b")),
        relations=(Relation.FIRST, Relation.IDENTICAL),
    )
    yield MergedEvent(
        id=MEETING,
        type=EventType.CONSULT,
        mode="visit",
        status=Status.HAPPENED,
        time=EITHER,
        time_disputed=True,
        place=ACTORS["Varn"],
        actors=(ACTORS["Ada Holm"],),
        recipients=(ACTORS["Bo Lind"],),
        members=tuple(made("e", key) for key in TEXTS),
        report=REPORTS["a"],
        words=words("a", "Foreign minister Ada Holm met Bo Lind in Varn on Monday."),
    )
    yield TimelineEntry(id=made("te", "meeting"), event=MEETING, number=0, weight=3.5)
    yield from _weighed()


def _links() -> Iterator[Link]:
    joins: list[tuple[LinkKind, str, str, str]] = []
    for key in TEXTS:
        joins += [(LinkKind.ACTOR, made("ch", key, name), id_, "the same name") for name, id_ in ACTORS.items()]
        joins.append((LinkKind.EVENT, made("e", key), MEETING, "the same two people and place, a day apart"))
        origin, why = (ALONE, "stands alone") if key == "b" else (WIRE, "prints the wire's passage")
        joins.append((LinkKind.ORIGIN, REPORTS[key], origin, why))
        joins.append((LinkKind.THREAD, REPORTS[key], THREAD, "shares varn, deal with other reports of the thread"))
        if key != "c":
            joins.append((LinkKind.UTTERANCE, made("q", key), UTTERANCE, "the same words"))
    for kind, member, target, reason in joins:
        yield Link(
            id=made("l", kind, member, target),
            kind=kind,
            member=member,
            target=target,
            score=0.95,
            reasons=(reason,),
        )


def _weighed() -> Iterator[Record]:
    sides = {"2031-05-05": ("a", "c"), "2031-05-06": ("b",)}
    for value, keys in sides.items():
        day = FuzzyDate.day(dt.date.fromisoformat(value))
        claim = made("cl", "date", value)
        yield Claim(
            id=claim,
            about=MEETING,
            aspect=Aspect.DATE,
            value=value,
            actor=None,
            time=day,
            low=None,
            high=None,
            unit=None,
        )
        for key in keys:
            for about in (claim, MEETING):
                yield Support(
                    id=made("su", about, key),
                    about=about,
                    member=made("e", key),
                    report=REPORTS[key],
                    words=words(key, "on Tuesday" if key == "b" else "on Monday"),
                    origin=ALONE if key == "b" else WIRE,
                    grounding=Grounding.INFERRED,
                )
    for key in ("a", "b"):
        yield Support(
            id=made("su", UTTERANCE, key),
            about=UTTERANCE,
            member=made("q", key),
            report=REPORTS[key],
            words=words(key, "No deal was signed,"),
            origin=ALONE if key == "b" else WIRE,
            grounding=Grounding.VERBATIM,
        )
    yield Conflict(
        id=made("co", "date"),
        kind=ConflictKind.DATE,
        about=MEETING,
        sides=tuple(made("cl", "date", value) for value in sides),
        reason="one meeting cannot be on two days",
    )
    place = words("a", "met")
    yield Decision(
        id=made("d", "meeting"),
        kind=DecisionKind.ACCEPT,
        objects=(Anchor(0, AnchorKind.EVENT, made("e", "a"), REPORTS["a"], "0" * 64, place.start, place.text),),
        value=None,
        undoes=None,
        author="Mara Quist",
        reason="I was there",
        made="2031-05-09T10:00:00.000000+00:00",
    )
