"""Command line: the figures of the product on our own golds.

python -m eval.own                  every gold, its open half
python -m eval.own times --sealed   one gold, its sealed half
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.gold import GoldMissingError
from eval.own import BrokenSealError, load
from eval.own.speech import predict as speech_answers
from eval.own.speech import score as speech_scorer
from eval.own.times import predict as times_answers
from eval.own.times import score as times_scorer

type Items = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold: its parts, how the product answers a part, and how the answers are scored."""

    parts: tuple[str, ...]
    predict: Callable[[str, Items], Iterable[dict[str, Any]]]
    score: Callable[[str, Any, Any], Mapping[str, float]]


GOLDS: Mapping[str, Gold] = {
    "speech": Gold(speech_answers.SETS, speech_answers.predict, speech_scorer.score),
    "times": Gold(
        ("open",),
        lambda _, items: times_answers.predict(items),
        lambda _, gold, system: times_scorer.score(gold, system),
    ),
}


def figures(name: str, *, sealed: bool) -> dict[str, Mapping[str, float]]:
    """The figures of each part of a gold, by part; GoldMissingError or BrokenSealError without its file."""
    gold = GOLDS[name]
    measured = {}
    for part in gold.parts:
        items = load(name, part, sealed=sealed)
        measured[part] = gold.score(part, items, list(gold.predict(part, items)))
    return measured


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 0 = done, 2 = a gold is not here."""
    parser = argparse.ArgumentParser(prog="python -m eval.own", description="Measure Dateline on gold of our own.")
    parser.add_argument("golds", nargs="*", metavar="GOLD", help=f"of {', '.join(GOLDS)}; all by default")
    parser.add_argument("--sealed", action="store_true", help="the sealed halves")
    options = parser.parse_args(arguments)
    unknown = sorted(set(options.golds) - set(GOLDS))
    if unknown:
        parser.error(f"no gold {', '.join(unknown)}; there are {', '.join(GOLDS)}")
    try:
        for name in options.golds or GOLDS:
            for part, measured in figures(name, sealed=options.sealed).items():
                print(f"{name} {part}" if len(GOLDS[name].parts) > 1 else name)
                for figure, value in measured.items():
                    print(f"  {figure:<28}{value:8.1f}")
    except (GoldMissingError, BrokenSealError) as error:
        print(f"eval.own: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
