"""Command line of eval: predict, score, floors."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from eval.floors import check_floors
from eval.gold import GoldMissingError
from eval.scorer import score_text
from eval.tasks import TASKS


def main(arguments: list[str] | None = None) -> int:
    """Parse, run, print; 0 = done, 1 = below a floor, 2 = the call or its files are wrong."""
    parser = argparse.ArgumentParser(prog="python -m eval", description="Measure Dateline on gold data.")
    commands = parser.add_subparsers(dest="command", required=True)
    predict = commands.add_parser("predict", help="run the product's stages on a task's input")
    predict.add_argument("task", choices=sorted(TASKS))
    predict.add_argument(
        "--input", type=Path, required=True, help="a .input.jsonl file; for story a folder of reports"
    )
    predict.add_argument("--out", type=Path, required=True)
    score = commands.add_parser("score", help="score a prediction")
    score.add_argument("task", choices=sorted(TASKS))
    score.add_argument("--gold", type=Path, required=True)
    score.add_argument("--system", type=Path, required=True)
    score.add_argument("--errors", type=int, default=0, metavar="N", help="also print the N commonest errors")
    floors = commands.add_parser("floors", help="measure tasks and hold them against floors.json")
    floors.add_argument("tasks", nargs="*", metavar="TASK", help="all tasks by default")
    floors.add_argument("--raise", dest="raise_floors", action="store_true", help="write figures that rose")
    options = parser.parse_args(arguments)
    try:
        if options.command == "predict":
            TASKS[options.task](options.input, options.out)
            return 0
        if options.command == "score":
            print(score_text(options.task, options.gold, options.system, options.errors))
            return 0
        return check_floors(options.tasks, options.raise_floors)
    except BrokenPipeError:  # the reader has seen enough
        sys.stderr.close()
        return 0
    except (GoldMissingError, OSError, KeyError) as error:
        print(f"eval: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
