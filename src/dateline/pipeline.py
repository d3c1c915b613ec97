"""The stages in their order, and a build: files in, one story file out.

    build(["reports/"], "story.db")                                   # the whole way with the usual stages
    default_pipeline().replace("quotations", MyStage()).run(["reports/"], "story.db")

A build has three steps. Intake turns new files into reports; reading takes each report that is new, or was read
by other versions of the stages, through the report stages; linking lets the corpus stages rewrite what changed,
all in one transaction. What was finished is kept when a build is interrupted, and the next one completes it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, fields, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from dateline.arrivals import BEFORE_LINKING, FAILED, INTAKE, READING, Intake, rejection_of, stored_arrival
from dateline.engine import Engine, Outcome, engine_for
from dateline.errors import DatelineError, PipelineError, RecordError
from dateline.ids import digest
from dateline.intake import PassedOver, find_inputs
from dateline.intake.publishers import use_outlets
from dateline.model import RECORDS, Decision, EarlierVersion, Record, Rejection, RejectionCode, Report
from dateline.progress import Listener, Meter, Step
from dateline.settings import DEFAULTS, LINKING_ONLY, Settings
from dateline.stage import INTAKE as ARRIVING
from dateline.stage import Context, CorpusStage, ReportStage
from dateline.story import Store, Story, open_story
from dateline.story.decisions import DECISIONS
from dateline.story.making import MADE_BY, note
from dateline.story.runs import note_run
from dateline.versions import VERSIONS, settle_versions

LINKING = "linking"  # in the ledger: all corpus stages, once they have come to their end
OWN_NAMES = BEFORE_LINKING | {VERSIONS, LINKING, MADE_BY}  # in the ledger, so that no stage may take them


@dataclass(frozen=True, slots=True)
class BuildSummary:
    """What a build came to. `inputs` is counted on the way in: it equals reports + rejections, always."""

    inputs: int
    reports: int
    rejections: int
    taken_in: int  # inputs that are new to the story
    read: int  # reports that went through the report stages
    linked: bool  # whether anything had to be linked anew
    earlier_versions: int  # of the reports: replaced by their outlets, neither linked nor counted
    changed: tuple[str, ...]  # files whose bytes are others than in an earlier build
    vanished: tuple[str, ...]  # files that are no longer in the given folders
    forgotten: int  # inputs that were pruned
    passed_over: tuple[PassedOver, ...]


@dataclass(frozen=True)
class Pipeline:
    """Report stages, then corpus stages."""

    report_stages: tuple[ReportStage, ...]
    corpus_stages: tuple[CorpusStage, ...]
    settings: Settings = DEFAULTS

    def replace(self, name: str, stage: ReportStage | CorpusStage) -> Pipeline:
        """The same pipeline with `stage` in the place of the one of that name."""
        names = [old.name for old in self._stages()]
        if name not in names:
            raise PipelineError(f"no stage is called {name}", f"the stages are: {', '.join(names)}")
        stages: list[Any] = [stage if old.name == name else old for old in self._stages()]
        first = len(self.report_stages)
        return replace(self, report_stages=tuple(stages[:first]), corpus_stages=tuple(stages[first:]))

    def check(self) -> None:
        """PipelineError unless names are unique and what each stage reads is written before it."""
        names: set[str] = set(OWN_NAMES)
        written: set[type] = {*ARRIVING, Decision}
        for stage in self._stages():
            if stage.name in names:
                raise PipelineError(f"two stages are called {stage.name}", "give each a name of its own")
            names.add(stage.name)
            for kind in stage.reads:
                if kind not in written:
                    raise PipelineError(
                        f"stage {stage.name} reads {kind.__name__}, which no earlier stage writes",
                        "put a stage that writes it before this one",
                    )
            for kind in stage.writes:
                if issubclass(kind, Record) and kind not in RECORDS:
                    raise PipelineError(
                        f"stage {stage.name} writes {kind.__name__}, for which a story has no table",
                        "write a record of dateline.model, or make it an Artefact",
                    )
            written.update(stage.writes)

    def run(
        self,
        paths: Sequence[str | Path],
        out: str | Path,
        *,
        workers: int = 1,
        prune: bool = False,
        held_back: Collection[Path] = (),
        progress: Listener | None = None,
    ) -> BuildSummary:
        """Bring the story file `out` up to date with the files and folders `paths`; it is made if need be.

        `prune` forgets what was read from files that have vanished from the folders, or have changed since.
        `held_back`: files in the folders that are not to be read yet.
        """
        self.check()
        use_outlets(self.settings.outlets)  # linking asks for agencies too
        engine = engine_for(workers)
        scan = find_inputs([Path(path) for path in paths], held_back)
        with Store.open(out) as store:
            intake = Intake(store, self.settings, self.reading_version)
            intake.take_in(scan.inputs, Meter(Step.INTAKE, len(scan.inputs), progress))
            vanished, changed = intake.vanished(scan), intake.changed | intake.stale()
            if prune:
                intake.forget(vanished, scan.inputs)
            read = self._read(store, engine, progress)
            linked = self._link(store, progress)
            counts = store.story.counts()
        return BuildSummary(
            inputs=intake.inputs,
            reports=counts[Report],
            rejections=counts[Rejection],
            taken_in=intake.taken_in,
            read=read,
            linked=linked,
            earlier_versions=counts[EarlierVersion],
            changed=tuple(sorted(changed)),
            vanished=tuple(sorted(vanished)),
            forgotten=intake.forgotten,
            passed_over=tuple(
                sorted((*scan.passed_over, *intake.passed_over), key=lambda passed: passed.location)
            ),
        )

    def link(self, story: str | Path) -> bool:
        """Link a story anew by the decisions that it has now; no report is read.

        False, and nothing done, where reports wait to be read, or the story was made by other versions or
        settings: then the next build does it.
        """
        self.check()
        use_outlets(self.settings.outlets)
        with Store.open(story) as store:
            done, linked = store.ledger(READING), store.ledger(LINKING).get("story")
            as_now = all(id_ in done and done[id_].version == self.reading_version for id_, *_ in store.places())
            if linked is None or linked.version != self._linking_version or not as_now:
                return False
            self._link(store, None)
        return True

    @property
    def _linking_version(self) -> str:
        """Changes whenever the corpus stages may give other records for the same story."""
        stages = [(stage.name, stage.version) for stage in self.corpus_stages]
        return digest(*stages, *_values(self.settings))

    def _made_by(self) -> Iterator[tuple[str, str]]:
        """Stages, packages and settings with their versions and values, for the audit trail."""
        for stage in self._stages():
            yield f"stage {stage.name}", stage.version
        for package in ("dateline", "spacy", self.settings.model):
            yield f"package {package}", _package_version(package)
        for name, value in _values(self.settings):
            yield f"setting {name}", str(value)

    @property
    def reading_version(self) -> str:
        """Changes whenever the report stages may give other records for the same report."""
        stages = [(stage.name, stage.version) for stage in self.report_stages]
        model = self.settings.model
        return digest(
            *stages, *_values(self.settings, but=LINKING_ONLY), _package_version(model), _package_version("spacy")
        )

    def _stages(self) -> Iterator[ReportStage | CorpusStage]:
        yield from self.report_stages
        yield from self.corpus_stages

    # --- reading

    def _read(self, store: Store, engine: Engine, progress: Listener | None) -> int:
        """Take through the report stages what this version of them has not read; returns how many it could."""
        version_ = self.reading_version
        done = store.ledger(READING)
        todo = [id_ for id_, *_ in store.places() if id_ not in done or done[id_].version != version_]
        meter = Meter(Step.READING, len(todo), progress)
        if not todo:
            return 0
        if not done.keys().isdisjoint(todo):
            with store.atomic():  # links point to records that are about to go
                store.keep_stages(BEFORE_LINKING)
        arrivals = (stored_arrival(store.story, id_) for id_ in todo)
        with closing(engine(self.report_stages, Context(self.settings), arrivals)) as outcomes:
            for outcome in outcomes:
                meter.advance(_keep(store, outcome, version_))
        return len(store.ledger(READING).keys() & set(todo))

    # --- linking

    def _link(self, store: Store, progress: Listener | None) -> bool:
        """Run the corpus stages, unless nothing has changed since they last came to their end."""
        version_ = self._linking_version
        read = sorted((unit, entry.version) for unit, entry in store.ledger(READING).items())
        inputs = digest(*read, *sorted(store.ledger(DECISIONS)))
        entry = store.ledger(LINKING).get("story")
        if entry is not None and (entry.version, entry.digest) == (version_, inputs):
            return False
        meter = Meter(Step.LINKING, len(self.corpus_stages), progress)
        with store.atomic():
            store.keep_stages(OWN_NAMES | {stage.name for stage in self.corpus_stages})
            settle_versions(store)
            for stage in self.corpus_stages:
                self._run(store, stage)
                meter.advance(stage.name)
            store.settle_redirects()
            note(store, self._made_by())
            store.replace(LINKING, "story", (), version=version_, digest=inputs)
            note_run(store, dt.datetime.now(dt.UTC), _package_version("dateline"))
        return True

    def _run(self, store: Store, stage: CorpusStage) -> None:
        version_ = digest(stage.version, *_values(self.settings))
        try:
            store.run_corpus_stage(stage.name, version_, stage.writes, stage.run)
        except DatelineError:
            raise
        except Exception as error:
            raise PipelineError(
                f"stage {stage.name} failed: {type(error).__name__}: {error}",
                "what was read is kept; build again once the stage is mended",
            ) from error


def default_pipeline(settings: Settings = DEFAULTS) -> Pipeline:
    """The usual stages. They are imported here, so that opening a story loads no language library."""
    from dateline.linking.actor_codes import ActorCodeStage
    from dateline.linking.actors import ActorStage
    from dateline.linking.claims import ClaimStage
    from dateline.linking.conflicts import ConflictStage
    from dateline.linking.copies import CopyStage
    from dateline.linking.event_match import EventMatchStage
    from dateline.linking.places import PlaceStage
    from dateline.linking.quote_match import QuoteMatchStage
    from dateline.linking.threads import ThreadStage
    from dateline.linking.timeline import TimelineStage
    from dateline.reading.events import EventStage
    from dateline.reading.mentions import MentionStage
    from dateline.reading.parse import ParseStage
    from dateline.reading.quotations import QuotationStage
    from dateline.reading.timexes import TimexStage

    return Pipeline(
        report_stages=(ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage()),
        corpus_stages=(
            CopyStage(settings),
            ActorStage(settings),
            ActorCodeStage(settings),
            PlaceStage(settings),
            ThreadStage(settings),
            QuoteMatchStage(settings),
            EventMatchStage(settings),
            ClaimStage(settings),
            ConflictStage(settings),
            TimelineStage(settings),
        ),
        settings=settings,
    )


def build(
    paths: str | Path | Sequence[str | Path],
    out: str | Path,
    *,
    workers: int = 1,
    settings: Settings = DEFAULTS,
    progress: Listener | None = None,
) -> Story:
    """Files and folders of reports in, one story file out, open for reading; an old one is brought up to date.

    With more than one worker, call it below `if __name__ == "__main__":` as with any use of processes.
    """
    given = [paths] if isinstance(paths, str | Path) else paths
    default_pipeline(settings).run(given, out, workers=workers, progress=progress)
    return open_story(out)


def _keep(store: Store, outcome: Outcome, version_: str) -> str:
    """Store what came of a report, all or nothing, and return its location; failed, it becomes a rejection."""
    report = store.story.report(outcome.report)
    failure = outcome.failure
    if failure is None:
        try:
            with store.atomic():
                store.replace(READING, report.id, outcome.records, version=version_, digest=report.digest)
        except (RecordError, UnicodeError) as error:
            failure = str(error)
    if failure is not None:
        rejection = rejection_of(
            report.location, report.digest, RejectionCode.FAILED, f"a stage failed: {failure}"
        )
        with store.atomic():
            store.delete(READING, report.id)
            store.delete(INTAKE, report.id)
            unit = f"{report.id} {report.location}"
            store.replace(FAILED, unit, [rejection], version=version_, digest=report.digest)
    return report.location


def _values(settings: Settings, but: frozenset[str] = frozenset()) -> Iterator[tuple[str, object]]:
    """Names and values of settings, as far as an answer may depend on them."""
    return ((field.name, getattr(settings, field.name)) for field in fields(settings) if field.name not in but)


def _package_version(name: str) -> str:
    """The version of an installed package; empty for a model that is a folder."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
