"""The story task: a folder of reports in, the one JSON object of the scorer's README out.

Everything comes through the reading API: what this file shows is what a user can get.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from dateline.fuzzydate import FuzzyDate
from dateline.model import (
    Actor,
    Anomaly,
    Claim,
    Conflict,
    ConflictKind,
    Furniture,
    MergedEvent,
    Quotation,
    SpeechKind,
)
from dateline.pipeline import build
from dateline.story import Story
from eval.tasks.pieces import answering

Row = dict[str, Any]


def predict(source: Path, out: Path) -> None:
    """Build the story of a folder in a temporary file and write its findings."""
    with tempfile.TemporaryDirectory() as folder, build([source], Path(folder) / "story.db") as story:
        for rejection in story.rejections():
            print(f"rejected: {rejection.location}: {rejection.reason}", file=sys.stderr)
        out.write_text(json.dumps(Findings(story).all(), ensure_ascii=False, indent=1), encoding="utf-8")


def number_of(location: str) -> str:
    """A report's number in the key: its file's stem up to the first underscore, and "#line" in a JSONL file."""
    name, _, line = location.rpartition("/")[2].partition("#")
    stem = name.rsplit(".", 1)[0].split("_")[0]
    return f"{stem}#{line}" if line else stem


def days(time: FuzzyDate | None) -> list[str] | None:
    """First and last day; an open end is given the known one."""
    if time is None:
        return None
    ends = (time.earliest or time.latest, time.latest or time.earliest)
    return [end.isoformat() for end in ends if end]


class Findings:
    """One story, told in the scorer's terms."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.number = {report.id: number_of(report.location) for report in story.reports()}
        self.marked = {q.id: q for q in story.quotations() if q.kind is not SpeechKind.INDIRECT}
        self.disputed = self.readings_of_disputed()
        self.doubted = self.doubtful_attributions()

    def all(self) -> Row:
        """Every section."""
        return {
            "reports": self.reports(),
            "actors": [{"kind": a.kind.value, "names": self.names(a)} for a in self.story.actors()],
            "quotations": self.quotations(),
            "events": [self.event(e) for e in self.story.events()],
            "copies": [
                {
                    "reports": sorted({self.number[m.report] for m in group.members}),
                    "shared": group.members[0].words.text,
                }
                for group in self.story.copies()
            ],
            "conflicts": [self.conflict(c) for c in self.story.conflicts()],
            "origins": {self.number[r]: o.id for o in self.story.origins() for r in o.reports},
            "quote_groups": self.quote_groups(),
        }

    def readings_of_disputed(self) -> dict[str, set[str]]:
        """Actors on the sides of an attribution conflict, by the quotations that it is about."""
        members = {utterance.id: utterance.members for utterance in self.story.utterances()}
        found: dict[str, set[str]] = {}
        for conflict in self.story.conflicts():
            if conflict.kind is ConflictKind.ATTRIBUTION:
                readings = {claim.actor for claim in self.sides(conflict) if claim.actor}
                for quotation in members.get(conflict.about, (conflict.about,)):
                    found.setdefault(quotation, set()).update(readings)
        return found

    def doubtful_attributions(self) -> set[str]:
        """Quotations whose printed speaker the other reports contradict, by an office or by whom they name.

        One report against another leaves it open which of them is wrong.
        """
        members = {utterance.id: utterance.members for utterance in self.story.utterances()}
        found: set[str] = set()
        for conflict in self.story.conflicts():
            if conflict.kind is not ConflictKind.ATTRIBUTION:
                continue
            held = [{s.report for s in self.story.supports(claim.id)} for claim in self.sides(conflict)]
            alone = {next(iter(reports)) for reports in held if len(reports) == 1}
            one_report = len(set().union(*held)) == 1
            if one_report or any(len(reports) > 1 for reports in held):
                about = members.get(conflict.about, (conflict.about,))
                found |= {q for q in about if q in self.marked and self.marked[q].report in alone}
        return found

    def names(self, actor: Actor) -> list[str]:
        """Every printed name."""
        return [name.name for name in actor.names] or [actor.name]

    def names_of(self, actor: str | None) -> list[str]:
        """Every printed name of the actor with an id."""
        found = self.story.get(actor) if actor else None
        return self.names(found) if isinstance(found, Actor) else []

    def reports(self) -> Row:
        """Publication days and furniture."""
        furniture: dict[str, list[str]] = {}
        for piece in self.story.all(Furniture):
            furniture.setdefault(piece.report, []).append(piece.words.text)
        return {
            self.number[r.id]: {
                "published": (days(r.published) or [""])[0],
                "furniture": furniture.get(r.id, []),
            }
            for r in self.story.reports()
        }

    def speakers(self, quotation: Quotation) -> list[str] | None:
        """Names of the speaker by this report, of every reading where it is in doubt; else the printed words.

        That another report names somebody else is told as a conflict: each report keeps its own word.
        """
        chains = [quotation.speaker, quotation.other_speaker]
        readings = {actor.id for chain in chains if chain and (actor := self.story.actor_of(chain))}
        if quotation.anomaly or quotation.id in self.doubted or not readings:
            readings |= self.disputed.get(quotation.id, set())
        names = [name for actor in sorted(readings) for name in self.names_of(actor)]
        return names or ([quotation.source.text] if quotation.source else None)

    def quotations(self) -> list[Row]:
        """Each marked piece is a quotation of its own."""
        return [
            {
                "in": self.number[quotation.report],
                "text": piece.text,
                "speaker": self.speakers(quotation),
                "anomaly": self.anomaly(quotation),
            }
            for quotation in self.marked.values()
            for piece in quotation.contents
        ]

    def anomaly(self, quotation: Quotation) -> str | None:
        """What is wrong with a printed attribution, by its own report or by the others."""
        if quotation.anomaly:
            return quotation.anomaly.value
        return Anomaly.ATTRIBUTION.value if quotation.id in self.doubted else None

    def event(self, event: MergedEvent) -> Row:
        """A merged event with the reports and origins behind it."""
        supports, tally = self.story.supports(event.id), self.story.tally(event.id)
        return {
            "in": sorted({self.number[s.report] for s in supports}),
            "actors": [name for actor in event.actors for name in self.names_of(actor)],
            "recipients": [name for actor in event.recipients for name in self.names_of(actor)],
            "place": self.names_of(event.place) or None,
            "date": days(event.time),
            "status": event.status.value,
            "text": event.words.text,
            "reports": tally.reports,
            "origins": tally.origins_high,
        }

    def sides(self, conflict: Conflict) -> list[Claim]:
        """The claims that a conflict sets against each other."""
        return [claim for id_ in conflict.sides if isinstance(claim := self.story.get(id_), Claim)]

    def conflict(self, conflict: Conflict) -> Row:
        """Values with the reports that give them."""
        values = {
            claim.value: sorted({self.number[s.report] for s in self.story.supports(claim.id)})
            for claim in self.sides(conflict)
        }
        return {
            "kind": conflict.kind.value,
            "in": sorted({report for reports in values.values() for report in reports}),
            "values": values,
        }

    def quote_groups(self) -> list[list[Row]]:
        """Utterances that more than one quotation in marks gives, each piece with the pieces that answer it."""
        printings = [[self.marked[m] for m in u.members if m in self.marked] for u in self.story.utterances()]
        return [
            [{"in": self.number[report], "text": text} for report, text in group]
            for members in printings
            for group in answering([[(q.report, piece.text) for piece in q.contents] for q in members])
        ]
