"""How hard the property tests try: a few hundred examples in `make test`, twenty times as many in `make sweep`."""

import os

SWEEP = bool(os.environ.get("DATELINE_SWEEP"))
TIMES = 20 if SWEEP else 1


def examples(usual: int) -> int:
    """The number of examples for this run."""
    return usual * TIMES
