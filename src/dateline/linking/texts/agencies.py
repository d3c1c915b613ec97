"""One name for each agency of a story: reports credit `MNA` and `Meridian News Agency` for the same wire.

The vocabulary has one name for the agencies that it knows; of all others only a story's own reports can tell.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.model import Report

_ACRONYM = re.compile(r"[A-Z]{2,6}")
_CAPITALS = re.compile(r"\b[A-Z]")


def with_one_name(reports: Sequence[Report]) -> list[Report]:
    """The reports, each agency that they credit by its acronym, if some report credits that."""
    short = acronyms(agency for report in reports for agency in report.agencies)
    if not short:
        return list(reports)
    return [
        replace(report, agencies=tuple(dict.fromkeys(short.get(agency, agency) for agency in report.agencies)))
        for report in reports
    ]


def acronyms(agencies: Iterable[str]) -> Mapping[str, str]:
    """Full names whose initials are printed as an agency too, with these; none that two full names share."""
    named = sorted(set(agencies))
    printed = {name for name in named if _ACRONYM.fullmatch(name)}
    full: dict[str, list[str]] = defaultdict(list)
    for name in named:
        if name not in printed:
            full["".join(_CAPITALS.findall(name))].append(name)
    return {names[0]: short for short, names in full.items() if short in printed and len(names) == 1}
