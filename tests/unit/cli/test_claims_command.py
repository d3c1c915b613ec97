"""`dateline claims`: what can be checked, value by value."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.story.wording import count_of
from tests.unit.cli.conftest import Run


def rows(dateline: Run, story: Path, *options: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(dateline("claims", story, "--json", *options)[1])
    return found


def test_values_stand_by_what_they_are_of_with_counts_and_each_sentence_once(
    dateline: Run, sample_story: Path
) -> None:
    code, out, err = dateline("claims", sample_story, "--kind", "date", "--agreed")
    shown = rows(dateline, sample_story, "--kind", "date", "--agreed")

    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= 80
    assert out.startswith(f"Claims  {len({row['id'] for row in shown})} values, ")
    first = shown[0]
    printed = " ".join(out.split())
    assert f"{first['value']} – agreed [1" in printed
    assert f"{count_of(int(str(first['reports'])), 'report')} / " in printed
    block = out.split("\n\n")[1]
    assert " ".join(block.replace("│", " ").split()).count(str(first["sentence"])) == 1


def test_agreed_and_disputed_are_those_alone_and_exclude_each_other(dateline: Run, sample_story: Path) -> None:
    assert {row["standing"] for row in rows(dateline, sample_story, "--agreed")} == {"agreed"}
    assert {row["standing"] for row in rows(dateline, sample_story, "--disputed")} == {"disputed"}
    assert "disputed with" in dateline("claims", sample_story, "--disputed")[1]
    code, _, told = dateline("claims", sample_story, "--agreed", "--disputed")
    assert (code, "exclude each other" in told) == (2, True)


def test_claims_are_narrowed_by_actor_and_days(dateline: Run, sample_story: Path) -> None:
    everything = rows(dateline, sample_story)
    about = rows(dateline, sample_story, "--about", "Ruta Salme")
    days = {str(row["published"]) for row in everything}
    offices = ("--kind", "role")

    assert 0 < len(about) < len(everything)
    late = rows(dateline, sample_story, "--since", max(days), *offices)
    assert {row["id"] for row in late} == {row["id"] for row in late if row["published"] == max(days)}
    assert 0 < len(late) < len(rows(dateline, sample_story, *offices))
    assert not rows(dateline, sample_story, "--until", "1990-01-01", *offices)


@pytest.mark.parametrize("option", [("--about", "Nobody Atall"), ("--kind", "colour"), ("--since", "spring")])
def test_what_cannot_be_asked_for_is_said(dateline: Run, sample_story: Path, option: tuple[str, str]) -> None:
    code, out, told = dateline("claims", sample_story, *option)
    assert (code, out) == (2, "")
    assert told


def test_an_empty_choice_says_so(dateline: Run, sample_story: Path) -> None:
    out = dateline("claims", sample_story, "--until", "1990-01-01", "--kind", "role")[1]
    assert "has no claims of this kind" in out
