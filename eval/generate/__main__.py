"""Command line of the generator: write a story, and with --score read it and print every section."""

from __future__ import annotations

import argparse
import sys
from dataclasses import fields, replace
from pathlib import Path

from eval.generate.checks import faults
from eval.generate.rates import USUAL
from eval.generate.story import generate
from eval.generate.writing import contents, write
from eval.gold import GoldMissingError

MAIN_RATES = ("wire", "copies", "credit", "spun", "dispute", "approximate", "plan", "unrelated", "html", "jsonl")


def main(arguments: list[str] | None = None) -> int:
    """Parse, generate, write; 0 = done, 2 = the call or its folder is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.generate", description="Write a story whose truth is known."
    )
    parser.add_argument("--reports", type=int, required=True, metavar="N")
    parser.add_argument("--seed", type=int, required=True, metavar="S")
    parser.add_argument("--out", type=Path, required=True, help="a new or empty folder")
    parser.add_argument("--score", action="store_true", help="read the story and print every section")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="with --score: also the N commonest errors"
    )
    kinds = {field.name: field for field in fields(USUAL)}
    for name in MAIN_RATES:
        usual = getattr(USUAL, name)
        parser.add_argument(f"--{name}", type=type(usual), default=usual, help=f"default {usual}; see rates.py")
    options = parser.parse_args(arguments)
    rates = replace(USUAL, **{name: getattr(options, name) for name in MAIN_RATES if name in kinds})
    try:
        texts = contents(generate(options.reports, options.seed, rates), options.seed)
        write(texts, options.out)
        for fault in faults(texts):
            print(f"eval.generate: {fault}", file=sys.stderr)
        if options.score:
            score(options.out, options.errors)
    except (GoldMissingError, OSError) as error:
        print(f"eval.generate: {error}", file=sys.stderr)
        return 2
    return 0


def score(folder: Path, errors: int) -> None:
    """Build the folder's story, and print the scorer's sections."""
    from eval.scorer import score_text
    from eval.tasks.story import predict

    system = folder.with_name(f"{folder.name}.json")
    predict(folder, system)
    print(score_text("story", folder, system, errors))


if __name__ == "__main__":
    sys.exit(main())
