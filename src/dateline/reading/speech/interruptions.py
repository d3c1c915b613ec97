"""Where a speaker breaks into words whose closing mark is lost: ", she said", ", said Ann Lee", "? asked she".

Works on text alone, before the parse is asked. The verbs are the cue lexicon's, inflected by rule; irregular forms
are listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.reading.speech.cues import spoken_lemmas

_IRREGULAR = {
    "say": ("said", "says"), "tell": ("told", "tells"), "write": ("wrote", "writes"), "read": ("read", "reads"),
    "go": ("went", "goes"), "speak": ("spoke", "speaks"), "sing": ("sang", "sings"), "swear": ("swore", "swears"),
    "quip": ("quipped", "quips"), "brag": ("bragged", "brags"), "beg": ("begged", "begs"),
    "chime": ("chimed", "chimes"), "cry": ("cried", "cries"), "reply": ("replied", "replies"),
    "weep": ("wept", "weeps"), "grin": ("grinned", "grins"), "shrug": ("shrugged", "shrugs"),
    "snap": ("snapped", "snaps"), "sob": ("sobbed", "sobs"),
}  # fmt: skip
_NAME = r"[A-Z][\w’'-]+(?:\s(?:[a-z]{1,3}\s)?[A-Z][\w’'-]+){0,3}"
_NOUN = r"(?:the|a|an|his|her|their)\s[a-z’'-]+(?:\s[a-z]+)?"
_WHO = rf"(?:he|she|they|{_NAME}|{_NOUN})"


def forms(lemma: str) -> Iterator[str]:
    """The past and the third person of a verb."""
    if lemma in _IRREGULAR:
        yield from _IRREGULAR[lemma]
    elif lemma.endswith("e"):
        yield from (f"{lemma}d", f"{lemma}s")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (f"{lemma[:-1]}ied", f"{lemma[:-1]}ies")
    else:
        yield from (f"{lemma}ed", f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x")) else f"{lemma}s")


def interruption() -> re.Pattern[str]:
    """A comma or an end mark, who speaks, and a cue verb, in either order; `start` is that of the punctuation."""
    return _interruption(spoken_lemmas())


@cache
def _interruption(lemmas: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(form for lemma in lemmas for form in forms(lemma))
    return re.compile(
        rf"[,?!…]\s+(?:{_WHO}\s+(?:{words})\b|(?:{words})\s+(?:he|she|they|[A-Z]|(?:the|a|an|his|her)\s))"
    )
