from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from dateline import build
from dateline.model import Aspect, Claim, Conflict, ConflictKind
from dateline.story import open_story
from dateline.story.views import Directory
from dateline.story.views.in_dispute import in_dispute, of_records

PRINTED = {
    "a.txt": (
        "The Pier",
        "“Nobody should drink the water before the tests are done,” Ada Holm told reporters in Varn.",
    ),
    "b.txt": ("Veld Times", "“No one should drink the water before the tests are done,” Ada Holm said on Monday."),
    "c.txt": (
        "The Quay",
        "“Nobody should touch the water before the tests are done,” Ada Holm said at the town hall.",
    ),
}


def test_every_record_that_a_side_is_of_says_what_is_disputed_with_all_values(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        found = in_dispute(Directory.of(story))
        conflicts = [each for each in story.all(Conflict) if each.kind is not ConflictKind.WORDING]
        fullest = [
            each for each in conflicts if not any(set(each.sides) < set(other.sides) for other in conflicts)
        ]
        assert fullest
        for conflict in fullest:
            for side in conflict.sides:
                about = story.get(side).about  # type: ignore[attr-defined]
                (words,) = [each.words for each in found[about] if each.conflict == conflict.id]
                assert words.startswith(f"{conflict.kind.value} disputed: ")
                assert words.count(" / ") == len(conflict.sides) - 1


def test_statements_are_given_with_those_who_say_so(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        statements = {one.words for each in in_dispute(Directory.of(story)).values() for one in each}
    told = [words for words in statements if words.startswith("statement ")]
    assert told
    assert all(words.count(": “") == 2 for words in told)


def test_printings_that_differ_each_from_each_are_one_line(tmp_path: Path) -> None:
    for name, (outlet, text) in PRINTED.items():
        (tmp_path / name).write_text(f"source: {outlet}\ndate: 2031-03-04\n\n{text}\n", encoding="utf-8")
    with build([tmp_path], tmp_path / "story.db") as story:
        pairs = [each for each in story.all(Conflict) if each.kind is ConflictKind.WORDING]
        found = in_dispute(Directory.of(story))
        (line,) = found[pairs[0].about]
    assert len(pairs) == 3
    assert line.words.startswith("wording disputed: “")
    assert line.words.endswith("; 2 more pairs of printings differ")
    assert "printed in" not in line.words


def test_a_dispute_of_two_records_is_told_once_of_both(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        found = in_dispute(Directory.of(story))
        both = [
            (one, other) for one in found for other in found if one < other and set(found[one]) & set(found[other])
        ]
    one, other = both[0]
    assert len(of_records(found, (one, other))) < len(found[one]) + len(found[other])


def test_a_dispute_with_more_sides_stands_for_one_with_some_of_them() -> None:
    given = {"actor": None, "time": None, "low": None, "high": None, "unit": None}
    places = [
        Claim(id=name, about="m", aspect=Aspect.PLACE, value=name, **given) for name in ("Tarn", "Varn", "Veld")
    ]
    disputes = [
        Conflict(id=f"x{len(sides)}", kind=ConflictKind.PLACE, about="m", sides=sides, reason="")
        for sides in (("Tarn", "Varn"), ("Tarn", "Varn", "Veld"))
    ]
    story = SimpleNamespace(all=lambda kind: disputes if kind is Conflict else places)
    directory = SimpleNamespace(story=story, actor=lambda _: None)

    found = in_dispute(directory)  # type: ignore[arg-type]

    assert found == {"m": (("place disputed: Tarn / Varn / Veld", "x3"),)}
