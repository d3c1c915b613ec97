"""Command line: the figures of the product on our own golds.

python -m eval.own                  every gold, its open half
python -m eval.own times --sealed   one gold, its sealed half
"""

from __future__ import annotations

import argparse
import sys

from eval.gold import GoldMissingError
from eval.own import BrokenSealError
from eval.own.golds import GOLDS, figures


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
