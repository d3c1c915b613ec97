"""Command line of bench: python -m bench [REPORTS ...] [--rounds N]."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.measure import Table, measure
from dateline.sample import FOLDER


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="Reading time over a bare spaCy parse.")
    parser.add_argument(
        "reports", nargs="*", type=Path, default=[FOLDER], help="files, folders (default: the sample)"
    )
    parser.add_argument("--rounds", type=int, default=7, help="alternating runs; medians are printed (default 7)")
    parser.add_argument("--repeat", type=int, default=20, help="read the reports so many times a run (default 20)")
    options = parser.parse_args()
    print(show(measure(options.reports, options.rounds, options.repeat)))


def show(table: Table) -> str:
    """The table as text; seconds are of this machine, the ratios are what to quote."""
    bare = table.bare
    lines = [
        f"{table.reports} reports, {table.characters:,} characters of body, medians of {table.rounds} runs",
        f"{'bare nlp.pipe':<14} {bare:8.3f} s   1.00",
    ]
    lines += [f"{name:<14} {seconds:8.3f} s   {seconds / bare:4.2f}" for name, seconds in table.stages.items()]
    reading = sum(table.stages.values())
    once = reading / table.repeat + table.linking  # a build reads each report once
    lines += [
        f"{'all reading':<14} {reading:8.3f} s   {reading / bare:4.2f}  times the bare parse",
        f"{'linking':<14} {table.linking:8.3f} s   {100 * table.linking / once:3.0f} % of a build",
        f"peak memory    {table.peak_megabytes:8.0f} MB",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
