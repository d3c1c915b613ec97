"""Scores actor codes; README.md says which cases are kept and how they are compared.

A gold case: {"id", "expected": {"country" or "cc", "code_1", "code_2", "code"}}; other fields are not about codes.
A system's line: {"id", "country", "sectors"}: a code or null, and a list, the primary sector first.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from eval.own.figures import read_lines

type Item = Mapping[str, Any]

IDS = Path(__file__).with_name("ids.txt")
NOT_TOLD = frozenset(("", "UNK", "JNK", "None"))  # all say that there is no code
RENAMED = {"XKX": "KOS", "HLH": "MED"}  # what the manual calls them
_PLACEHOLDER = "?"


def kept() -> frozenset[str]:
    """The ids of the cases that are measured."""
    return frozenset(IDS.read_text(encoding="utf-8").split())


def wanted(case: Item) -> dict[str, str]:
    """The codes that a case asks for, by name: country, first, second; "" where it asks that there be none."""
    expected = case["expected"]
    if "code" in expected:
        return {"country": "", "first": ""}
    names = {"cc": "country", "country": "country", "code_1": "first", "code_2": "second"}
    given = {names[field]: str(value) for field, value in expected.items() if field in names}
    return {name: _code(value) for name, value in given.items() if _PLACEHOLDER not in value}


def given(answer: Item) -> dict[str, str]:
    """A system's codes by the same names."""
    sectors: list[str] = [*answer.get("sectors", ()), "", ""]
    first, second = sectors[:2]
    return {"country": _code(answer.get("country") or ""), "first": _code(first), "second": _code(second)}


def _code(value: str) -> str:
    return "" if value in NOT_TOLD else RENAMED.get(value, value)


def score(gold: Iterable[Item], system: Iterable[Item]) -> dict[str, float]:
    """Percentages of cases: all codes right, the country where one is asked for, the first sector likewise."""
    answers = {answer["id"]: given(answer) for answer in system}
    cases = [(wanted(case), answers.get(case["id"], given({}))) for case in gold]
    cases = [(want, got) for want, got in cases if want]
    figures = {"all": _percent([all(got[name] == code for name, code in want.items()) for want, got in cases])}
    for name in ("country", "first", "second"):
        figures[name] = _percent([got[name] == want[name] for want, got in cases if name in want])
    return figures | {"cases": float(len(cases))}


def _percent(right: list[bool]) -> float:
    return 100.0 * sum(right) / len(right) if right else 0.0


def main(arguments: list[str] | None = None) -> None:
    """Print the figures, and on request the cases that are wrong."""
    parser = argparse.ArgumentParser(description="Score actor codes on the cases that words decide.")
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--system", type=Path, required=True)
    parser.add_argument("--errors", action="store_true", help="also list the cases that are wrong")
    options = parser.parse_args(arguments)
    ids = kept()
    gold = [case for case in read_lines(options.gold) if case["id"] in ids]
    system = read_lines(options.system)
    for name, figure in score(gold, system).items():
        print(f"{name:<10}{figure:8.1f}")
    if options.errors:
        answers = {answer["id"]: given(answer) for answer in system}
        for case in gold:
            want, got = wanted(case), answers.get(case["id"], given({}))
            if any(got[name] != code for name, code in want.items()):
                print(case["id"], case["text"], want, got, sep="  ")


if __name__ == "__main__":
    main()
