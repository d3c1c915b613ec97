"""Scores intake against the golden mess: `python -m tests.golden.mess_score [FOLDER]` prints every miss.

A case is an input file and beside it `<file>.yaml`, what an editor reads there: title, publication date, outlet,
byline, agencies, and `reading`, the visible words in their order, each piece `body` or a kind of furniture.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dateline.intake import InputFile, read_file
from dateline.model import Arrival
from dateline.settings import DEFAULTS

HERE = Path(__file__).with_name("mess")
FIELDS = ("title", "published", "outlet", "byline", "agencies")
BODY = "body"


@dataclass
class Score:
    """Letters, and fields, of one or more cases."""

    furniture: int = 0
    furniture_found: int = 0
    kind_right: int = 0
    body: int = 0
    body_kept: int = 0
    fields_right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(FIELDS, 0))
    cases: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count another score to this one."""
        for name in ("furniture", "furniture_found", "kind_right", "body", "body_kept", "cases"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for name in FIELDS:
            self.fields_right[name] += other.fields_right[name]
        self.errors += other.errors

    def __str__(self) -> str:
        shares = " ".join(f"{name} {right}/{self.cases}" for name, right in self.fields_right.items())
        return (
            f"{self.cases} cases: furniture marked {self.furniture_found / max(1, self.furniture):.2%} "
            f"(of the right kind {self.kind_right / max(1, self.furniture):.2%}), "
            f"body kept {self.body_kept / max(1, self.body):.2%}; {shares}"
        )


def cases(folder: Path = HERE) -> list[Path]:
    """The input files of a folder."""
    return [path.with_suffix("") for path in sorted(folder.glob("*.yaml"))]


def expected_of(path: Path) -> dict[str, Any]:
    """What an editor reads in an input."""
    expected: dict[str, Any] = yaml.safe_load(path.with_name(path.name + ".yaml").read_text(encoding="utf-8"))
    return expected


def score(path: Path) -> Score:
    """Read one input and compare; AssertionError if its visible letters are not those of the reading."""
    (arrival,) = read_file(InputFile(path, path.name), DEFAULTS)
    assert isinstance(arrival, Arrival), arrival
    expected = expected_of(path)
    result = Score(cases=1)
    _compare_letters(arrival, expected["reading"], result, path.stem)
    _compare_fields(arrival, expected, result, path.stem)
    return result


def _compare_letters(arrival: Arrival, reading: list[dict[str, str]], result: Score, name: str) -> None:
    kinds: dict[int, str] = {}
    for piece in arrival.furniture:
        kinds.update(dict.fromkeys(range(piece.words.start, piece.words.end), piece.kind.value))
    read = iter([(c, kinds.get(at, BODY)) for at, c in enumerate(arrival.report.text) if c.isalnum()])
    for kind, words in _pieces(reading):
        found = [next(read, ("", "")) for c in words if c.isalnum()]
        assert [c for c, _ in found] == [c for c in words if c.isalnum()], f"{name}: {words[:60]!r} is not read so"
        told = [k for _, k in found]
        if kind == BODY:
            result.body += len(told)
            result.body_kept += told.count(BODY)
        else:
            result.furniture += len(told)
            result.furniture_found += len(told) - told.count(BODY)
            result.kind_right += told.count(kind)
        wrong = [k for k in dict.fromkeys(told) if (k == BODY) != (kind == BODY)]
        if wrong:
            result.errors.append(f"{name}: {kind} read as {', '.join(wrong)}: {words[:110]}")
    assert next(read, None) is None, f"{name}: more is read than stands there"


def _pieces(reading: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    for piece in reading:
        yield from ((kind, str(words)) for kind, words in piece.items())


def _compare_fields(arrival: Arrival, expected: dict[str, Any], result: Score, name: str) -> None:
    report = arrival.report
    found = {
        "title": report.title,
        "published": report.published.edtf if report.published else None,
        "outlet": report.outlet,
        "byline": report.byline,
        "agencies": list(report.agencies),
    }
    for key in FIELDS:
        right = found[key] == expected[key]
        result.fields_right[key] += right
        if not right:
            result.errors.append(f"{name}: {key} is {found[key]!r}, not {expected[key]!r}")


def main() -> None:
    """Print the score of a folder and each error."""
    total = Score()
    for path in cases(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        total.add(score(path))
    sys.stdout.write("\n".join([*total.errors, str(total), ""]))


if __name__ == "__main__":
    main()
