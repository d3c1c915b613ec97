"""What bench measures: the bare parse, each report stage, linking, and peak memory."""

from __future__ import annotations

import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.intake import find_inputs, read_file
from dateline.model import Arrival, Paragraph
from dateline.pipeline import default_pipeline
from dateline.progress import Progress, Step
from dateline.reading.language_model import shared_model
from dateline.settings import DEFAULTS
from dateline.stage import Context, Draft, ReportStage


@dataclass(frozen=True)
class Table:
    """Medians in seconds."""

    reports: int
    characters: int  # of body text, without furniture
    rounds: int
    bare: float
    stages: dict[str, float]
    linking: float  # of one build of the reports, each read once
    repeat: int  # how often the reports were read for the figures above
    peak_megabytes: float


def arrivals_of(reports: Sequence[Path]) -> list[Arrival]:
    """Every report of some files and folders."""
    found = [one for file in find_inputs(reports).inputs for one in read_file(file, DEFAULTS)]
    return [one for one in found if isinstance(one, Arrival)]


def read_timed(stages: Sequence[ReportStage], arrivals: Sequence[Arrival]) -> tuple[dict[str, float], list[Draft]]:
    """Seconds spent in each stage over all reports, and the drafts."""
    spent = {stage.name: 0.0 for stage in stages}
    drafts = []
    for arrival in arrivals:
        draft = Draft(arrival)
        for stage in stages:
            start = time.perf_counter()
            items = list(stage.run(draft))
            spent[stage.name] += time.perf_counter() - start
            for item in items:
                draft.add(item)
        drafts.append(draft)
    return spent, drafts


def seconds(work: Callable[[], object]) -> float:
    """Seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def linking_seconds(reports: Sequence[Path]) -> float:
    """Seconds that the corpus stages take in a build from nothing."""
    told: list[Progress] = []
    with tempfile.TemporaryDirectory() as folder:
        default_pipeline().run(reports, Path(folder) / "story.db", progress=told.append)
    return max(one.seconds for one in told if one.step is Step.LINKING)


def measure(reports: Sequence[Path], rounds: int, repeat: int) -> Table:
    """Alternate the bare parse and ours; then build once more for the share of linking."""
    context = Context()
    nlp = shared_model(context)
    stages = default_pipeline().report_stages
    for stage in stages:
        stage.open(context)
    once = arrivals_of(reports)
    _, drafts = read_timed(stages, once)  # warm-up, and the text that the bare parse gets
    body = [p.words.text for draft in drafts for p in draft.of(Paragraph)]
    bare_runs, stage_runs = [], []
    for _ in range(rounds):
        bare_runs.append(seconds(lambda: list(nlp.pipe(body * repeat, batch_size=8))))
        stage_runs.append(read_timed(stages, list(once) * repeat)[0])
    linking = statistics.median(linking_seconds(reports) for _ in range(min(rounds, 3)))
    return Table(
        reports=len(once) * repeat,
        characters=sum(map(len, body)) * repeat,
        rounds=rounds,
        bare=statistics.median(bare_runs),
        stages={s.name: statistics.median(run[s.name] for run in stage_runs) for s in stages},
        linking=linking,
        repeat=repeat,
        peak_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    )
