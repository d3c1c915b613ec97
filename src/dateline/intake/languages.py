"""In which language a report is written: decided by its body, where there is enough of it.

The model of py3langid lies in its package. It is asked for the body alone, so that a menu in another language
decides nothing; of a few words it can only guess, so that a short text has the language it states, or none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

MIN_LETTERS = 120  # of a body: two sentences; below, names and places decide
SURE = 0.5  # the model's own probability; real news has 0.9 and more
SAMPLE_CHARS = 250  # from the head of the body, and from its middle: the model walks byte by byte, 2 µs each
_SPACES = re.compile(r"\s+")


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # here: it loads for a tenth of a second

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def language_of(body: str, stated: str | None) -> str | None:
    """ISO 639-1 code of a body; `stated` where the body is too short to tell; None if nobody can."""
    middle = len(body) // 2
    if len(body) > 2 * SAMPLE_CHARS:
        body = body[:SAMPLE_CHARS] + " " + body[middle : middle + SAMPLE_CHARS]
    sample = _SPACES.sub(" ", body).strip()
    if sum(map(str.isalpha, sample)) < MIN_LETTERS:
        return stated
    code, probability = _identifier().classify(sample)
    return code if probability >= SURE else stated
