"""Pages of 40 templates: title, day, outlet, byline, agency and body are those that an editor reads.

One page of each in the suite; `make sweep` reads 25 of each, 1,000 in all.
"""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from dateline.intake import InputFile, read_file
from dateline.model import Arrival
from dateline.settings import DEFAULTS
from tests.pages.made import TEMPLATES, Expected, page

SWEEP = bool(os.environ.get("DATELINE_SWEEP"))
PAGES_EACH = 25 if SWEEP else 1
RIGHT = 0.98  # of the pages
SAME_LETTERS = 0.98  # F1 of the letters of a body


def faults(arrival: Arrival, expected: Expected) -> list[str]:
    """What differs from the reading of an editor."""
    report = arrival.report
    published = report.published.edtf if report.published else None
    found = [
        f"{name}: {got!r}, not {want!r}"
        for name, got, want in (
            ("title", report.title, expected.title),
            ("published", published, expected.published),
            ("outlet", report.outlet, expected.outlet),
            ("byline", report.byline, expected.byline),
            ("agencies", report.agencies, expected.agencies),
        )
        if got != want
    ]
    read, wanted = Counter(body_lines(arrival)), Counter(expected.body)
    right = sum(len(line) * count for line, count in (read & wanted).items())
    whole = sum(len(line) * count for line, count in (read + wanted).items())
    if 2 * right < SAME_LETTERS * whole:
        found += [f"not read: {line[:60]}" for line in wanted - read]
        found += [f"read: {line[:60]}" for line in read - wanted]
    return found


def body_lines(arrival: Arrival) -> list[str]:
    """Lines of the text without furniture and headline."""
    text = arrival.report.text
    cuts = [piece.words.span for piece in arrival.furniture]
    cuts += [c.words.span for c in arrival.candidates if c.field == "title" and c.chosen and c.words]
    kept = list(text)
    for cut in cuts:
        kept[cut.start : cut.end] = [""] * len(cut)
    return [line.strip() for line in "".join(kept).split("\n") if line.strip()]


def read_page(template: str, number: int, folder: Path) -> list[str]:
    source, expected = page(template, number)
    path = folder / "page.html"
    path.write_text(source, encoding="utf-8")
    (arrival,) = read_file(InputFile(path, "pages/page.html"), DEFAULTS)
    assert isinstance(arrival, Arrival)
    return [f"{template} {number}: {fault}" for fault in faults(arrival, expected)]


def test_pages_are_read_as_an_editor_reads_them(tmp_path: Path) -> None:
    results = [read_page(template, number, tmp_path) for number in range(PAGES_EACH) for template in TEMPLATES]
    wrong = [fault for found in results for fault in found]
    assert len(TEMPLATES) == 40
    assert sum(not found for found in results) >= RIGHT * len(results), "\n".join(wrong)


@pytest.mark.parametrize("template", TEMPLATES[:3])
def test_the_same_numbers_make_the_same_page(template: str) -> None:
    assert page(template, 7) == page(template, 7) != page(template, 8)
