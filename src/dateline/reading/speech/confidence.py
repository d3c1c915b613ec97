"""How sure each rule is: the share of what it found whose content and speaker are right.

Measured on the development part of PolNeAR (328 articles; eval task `quotes`), a speaker counting as right when
the printed words overlap the gold source or mean the same chain; rounded to the nearest 0.05. PolNeAR leaves
many mental states out, so the figures of reported speech are lower bounds. The first prefix that fits counts.
"""

from __future__ import annotations

BY_RULE: tuple[tuple[str, float], ...] = (
    ("cue after", 0.95),
    ("cue before", 0.85),
    ("cue near", 0.70),
    ("cue in the paragraph before", 0.65),
    ("name after a dash", 0.95),
    ("name and colon", 0.80),
    ("part of", 0.90),
    ("goes on from the paragraph before", 0.65),
    ("subject of the sentence before", 0.75),
    ("goes on in the next paragraph", 0.65),  # as its mirror image above
    ("the same words with a speaker", 0.85),  # as sure as most speakers are: the body prints the name
    ("run of speech", 0.35),
    ("interrupted", 0.80),
    ("according to", 0.85),
    ("noun", 0.50),
    ("clause: say", 0.90),
    ("clause: tell", 0.80),
    ("clause: add", 0.90),
    ("clause: note", 0.90),
    ("clause: argue", 0.85),
    ("clause: urge", 0.85),
    ("clause", 0.65),
)
NO_SPEAKER = 0.30  # marked words that nobody is found for: 2 of 5 are speech at all


def confidence(rule: str) -> float:
    """0 to 1 for the name of a rule."""
    return next((value for prefix, value in BY_RULE if rule.startswith(prefix)), NO_SPEAKER)
