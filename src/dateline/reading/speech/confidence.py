"""How sure each rule is: the share of its quotations with the right content and source, rounded down to 0.05.

Measured on PolNeAR's development part (eval task `quotes`); the first prefix that fits counts.
"""

from __future__ import annotations

BY_RULE: tuple[tuple[str, float], ...] = (
    ("cue after", 0.95),
    ("cue before", 0.90),
)
OTHERWISE = 0.60


def confidence(rule: str) -> float:
    """0 to 1 for the name of a rule."""
    return next((value for prefix, value in BY_RULE if rule.startswith(prefix)), OTHERWISE)
