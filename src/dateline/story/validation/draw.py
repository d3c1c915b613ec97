"""A stratified sample: as many findings from each band, so that doubtful ones are measured as well as sure ones.

What is drawn depends on the findings and the seed alone: ids are made from content, and a digest of them decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.ids import digest
from dateline.story.validation.findings import Finding


def draw(findings: Iterable[Finding], n: int, seed: str = "") -> list[Finding]:
    """At most `n` findings, mixed: a judge who sees the sure ones first judges the others by them."""
    bands: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        bands[finding.band].append(finding)
    shares = allot({band: len(of_band) for band, of_band in bands.items()}, n)

    def lot(finding: Finding) -> str:
        return digest("sample", seed, finding.id)

    drawn = [each for band, of_band in bands.items() for each in sorted(of_band, key=lot)[: shares[band]]]
    return sorted(drawn, key=lambda finding: digest("order", seed, finding.id))


def allot(sizes: Mapping[str, int], n: int) -> dict[str, int]:
    """How many to take of each band: equal shares; what a small band cannot fill goes to the larger ones."""
    shares: dict[str, int] = {}
    left = n
    for place, band in enumerate(sorted(sizes, key=lambda name: (sizes[name], name))):
        shares[band] = min(sizes[band], left // (len(sizes) - place))
        left -= shares[band]
    return shares
