"""Judgements counted: how many of the findings are right, how sure that figure is, how far two judges agree."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.story.lookup.row import Row
from dateline.story.validation.findings import Finding
from dateline.story.wording import BANDS

ALL = "all"
_Z = 1.959964  # of the normal distribution: a two-sided interval of 95 %


class Judgement(StrEnum):
    """What a person says of a finding."""

    RIGHT = "right"
    WRONG = "wrong"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One judge's answers by the ids of findings; None where the judge has given none yet."""

    judge: str
    answers: Mapping[str, Judgement | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationRow(Row):
    """One figure; `id` is empty, for it is of no single record. Shares are from 0 to 1."""

    measure: str  # precision, agreement, kappa
    judge: str  # both, joined by "and", for an agreement
    band: str  # "all", or a band of scores, or a kind of conflict
    in_story: int  # findings of that band
    drawn: int  # of them in the sheet
    right: int
    wrong: int
    unsure: int  # neither right nor wrong: left out of the precision
    value: float | None  # None: nothing was judged, or the figure is not defined
    low: float | None  # of the interval of 95 %
    high: float | None


def validation(findings: Sequence[Finding], sheets: Sequence[Judged]) -> list[ValidationRow]:
    """Precision for each judge over all and by band; with two judges, their agreement and Cohen's kappa."""
    rows = [row for sheet in sheets for row in _of_judge(findings, sheet)]
    if len(sheets) == 2:
        rows += _agreement(findings, sheets[0], sheets[1])
    return rows


def _of_judge(findings: Sequence[Finding], sheet: Judged) -> Iterator[ValidationRow]:
    sizes = Counter(finding.band for finding in findings)
    answers: defaultdict[str, list[Judgement | None]] = defaultdict(list)
    for finding in findings:
        if finding.id in sheet.answers:
            answers[finding.band].append(sheet.answers[finding.id])
    bands = {band: Counter(answers[band]) for band in sorted(answers, key=_place)}
    share, effective = _over_bands(bands, sizes)
    every = sum(bands.values(), Counter[Judgement | None]())
    yield _precision(sheet.judge, ALL, sizes.total(), every, share, effective)
    for band, counts in bands.items():
        judged = counts[Judgement.RIGHT] + counts[Judgement.WRONG]
        right = counts[Judgement.RIGHT] / judged if judged else None
        yield _precision(sheet.judge, band, sizes[band], counts, right, judged)


def _place(band: str) -> tuple[int, str]:
    """The surest band first; kinds of conflict by the alphabet."""
    return BANDS.index(band) if band in BANDS else len(BANDS), band


def _over_bands(
    bands: Mapping[str, Counter[Judgement | None]], sizes: Mapping[str, int]
) -> tuple[float | None, float]:
    """The precision of all, each band weighing as much as it does in the story, and the size of the sample for it.

    The bands are drawn unequally, so that an answer stands for more findings in one band than in another. What is
    lost by that is told by Kish's effective sample size, (sum of weights)^2 / sum of squares (Survey Sampling,
    1965, section 11.7).
    """
    right = total = squares = 0.0
    for band, counts in bands.items():
        judged = counts[Judgement.RIGHT] + counts[Judgement.WRONG]
        if not judged:
            continue
        weight = sizes[band] / judged
        right += weight * counts[Judgement.RIGHT]
        total += sizes[band]
        squares += weight * weight * judged
    return (right / total, total * total / squares) if total else (None, 0.0)


def _precision(
    judge: str, band: str, size: int, counts: Counter[Judgement | None], share: float | None, n: float
) -> ValidationRow:
    low, high = wilson(share, n) if share is not None else (None, None)
    return ValidationRow(
        id="",
        measure="precision",
        judge=judge,
        band=band,
        in_story=size,
        drawn=counts.total(),
        right=counts[Judgement.RIGHT],
        wrong=counts[Judgement.WRONG],
        unsure=counts[Judgement.UNSURE],
        value=_rounded(share),
        low=_rounded(low),
        high=_rounded(high),
    )


def wilson(share: float, n: float) -> tuple[float, float]:
    """The interval of 95 % for a share of `n` > 0 drawn (Wilson, JASA 22, 1927, pp. 209-212)."""
    centre = share + _Z * _Z / (2 * n)
    spread = _Z * math.sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
    scale = 1 + _Z * _Z / n
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


def _agreement(findings: Sequence[Finding], one: Judged, other: Judged) -> Iterator[ValidationRow]:
    """Over the findings that both have answered, "unsure" being an answer like the others."""
    pairs = [
        (first, second)
        for finding in findings
        if (first := one.answers.get(finding.id)) and (second := other.answers.get(finding.id))
    ]
    same = Counter(first for first, second in pairs if first is second)
    share = same.total() / len(pairs) if pairs else None
    low, high = wilson(share, len(pairs)) if share is not None else (None, None)
    for measure, value, ends in (("agreement", share, (low, high)), ("kappa", kappa(pairs), (None, None))):
        yield ValidationRow(
            id="",
            measure=measure,
            judge=f"{one.judge} and {other.judge}",
            band=ALL,
            in_story=len(findings),
            drawn=len(pairs),
            right=same[Judgement.RIGHT],
            wrong=same[Judgement.WRONG],
            unsure=same[Judgement.UNSURE],
            value=_rounded(value),
            low=_rounded(ends[0]),
            high=_rounded(ends[1]),
        )


def kappa(pairs: Sequence[tuple[Judgement, Judgement]]) -> float | None:
    """Agreement beyond chance, 1 at best (Cohen, Educational and Psychological Measurement 20, 1960, pp. 37-46).

    None where both gave one answer throughout: chance alone would have made them agree.
    """
    if not pairs:
        return None
    observed = sum(first is second for first, second in pairs) / len(pairs)
    firsts, seconds = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = sum(firsts[answer] * seconds[answer] for answer in Judgement) / len(pairs) ** 2
    return (observed - chance) / (1 - chance) if chance < 1 else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
