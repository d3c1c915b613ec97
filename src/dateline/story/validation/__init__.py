"""How often a story is right, by people's judgement of a sample of what was read from it.

findings.py   what can be judged: an event, a quotation, a conflict or a join, with its sentence and its reading
draw.py       a sample of them: as many from each band, chosen by content hash
precision.py  judgements counted: precision with its interval, and how far two judges agree
"""

from dateline.story.validation.draw import draw
from dateline.story.validation.findings import FINDINGS, Finding, findings
from dateline.story.validation.precision import Judged, Judgement, ValidationRow, validation

__all__ = ["FINDINGS", "Finding", "Judged", "Judgement", "ValidationRow", "draw", "findings", "validation"]
