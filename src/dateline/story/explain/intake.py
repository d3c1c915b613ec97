"""Explaining what came in: reports, the readings of their metadata, furniture, and inputs that are no reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.model import (
    EarlierVersion,
    Event,
    Furniture,
    FurnitureKind,
    LinkKind,
    Mention,
    MetadataCandidate,
    Quotation,
    Rejection,
    Report,
    Sentence,
    Timex,
)
from dateline.story.changes import change_in_words, changes
from dateline.story.explain.explanation import Line, Told, part
from dateline.story.explain.plain import FIELDS, FURNITURE, READERS
from dateline.story.explain.teller import Teller, stated
from dateline.story.lookup.directory import UNKNOWN_OUTLET
from dateline.story.wording import count_of, date_in_words, days_in_words, list_in_words


def report(teller: Teller, record: Report) -> Told:
    """Where a report came from, how its metadata were found, what it is counted as, and what was read from it."""
    title = f": {record.title}" if record.title else ", without a title"
    says = f"A report by {record.outlet or UNKNOWN_OUTLET}, {_published(record)}{title}."
    in_report = teller.story.in_report
    read = [
        count_of(len(in_report(Sentence, record.id)), "sentence"),
        count_of(len(in_report(Timex, record.id)), "time expression"),
        count_of(len(in_report(Mention, record.id)), "mention"),
        count_of(len(in_report(Quotation, record.id)), "quotation"),
        count_of(len(in_report(Event, record.id)), "event"),
    ]
    furniture = Counter(piece.kind.value for piece in in_report(Furniture, record.id))
    apart = [
        count_of(number, f"piece of {kind}", f"pieces of {kind}") for kind, number in sorted(furniture.items())
    ]
    return says, (
        *part(
            "What came in",
            stated(
                (
                    ("file", record.location),
                    ("read as", READERS.get(record.reader, record.reader)),
                    ("owner of the outlet", record.owner),
                    ("byline", record.byline),
                    ("agencies credited", list_in_words(record.agencies)),
                    ("address", record.url),
                    ("language", record.language),
                    ("SHA-256", record.digest),
                )
            ),
        ),
        *part("Other days that it states for its publication", map(days_in_words, record.other_dates)),
        *part(
            "What it says of changes to itself",
            (
                piece.words.text
                for piece in in_report(Furniture, record.id)
                if piece.kind is FurnitureKind.CORRECTION
            ),
        ),
        *part(
            "How its metadata were found", (_candidate(each) for each in in_report(MetadataCandidate, record.id))
        ),
        *part("Versions", _versions(teller, record)),
        *part("Where its text comes from", teller.joined_to(record, LinkKind.ORIGIN)),
        *part("What matter it is about", teller.joined_to(record, LinkKind.THREAD)),
        *part("What was read from it", [list_in_words(read)]),
        *part("Set apart as page furniture", [list_in_words(apart)] if apart else []),
    )


def _published(record: Report) -> str:
    return f"published {date_in_words(record.published)}" if record.published else "of an unknown date"


def _candidate(record: MetadataCandidate) -> Line:
    taken = "taken" if record.chosen else "not taken"
    return Line(f"{FIELDS[record.field]} “{record.value}”, found in: {record.found_in} ({taken})", record.id)


def metadata_candidate(teller: Teller, record: MetadataCandidate) -> Told:
    """Which field, which value, where it was found, and whether it was taken."""
    taken = "It was taken." if record.chosen else "It was not taken: another reading was preferred."
    says = (
        f"A report's {FIELDS[record.field]}, as one place has it: “{record.value}”, in: {record.found_in}. {taken}"
    )
    words = teller.read_from(record.report, record.words)
    return says, (*part("Read from", words), *part("Report", [teller.about(record.report)]))


def furniture(teller: Teller, record: Furniture) -> Told:
    """What the piece is, and the rule that set it apart."""
    says = f"{FURNITURE[record.kind]}: it is kept, but not read as part of the report."
    return says, (
        *part("The words", teller.read_from(record.report, record.words)),
        *part("Why it was set apart", [f"by the rule: {record.rule}"]),
    )


def earlier_version(teller: Teller, record: EarlierVersion) -> Told:
    """Which report was replaced by which, how that is known, and what the latest version changed."""
    says = f"Version {record.number} of a report that its outlet has replaced: it is kept, and counted nowhere."
    before, after = teller.story.report(record.report).text, teller.story.report(record.latest).text
    return says, (
        *part("This version", [teller.about(record.report)]),
        *part("The latest version, which speaks for both", [teller.about(record.latest)]),
        *part("Why they are taken for one report", [f"{record.reason.value}, and words in common"]),
        *part("What the latest version changed", (change_in_words(each) for each in changes(before, after))),
    )


def _versions(teller: Teller, report_: Report) -> Iterator[Line]:
    """That a report is an earlier version, or has some."""
    for version in teller.story.all(EarlierVersion):
        if version.report == report_.id:
            yield Line("an earlier version: it is neither linked nor counted", version.id)
        elif version.latest == report_.id:
            yield teller.about(version.report, before="the latest version; an earlier one: ")


def rejection(_: Teller, record: Rejection) -> Told:
    """Which input, and why it is no report."""
    says = f"An input that did not become a report ({record.code.value}): {record.reason}"
    return says, part("What came in", stated((("file", record.location), ("SHA-256", record.digest))))
