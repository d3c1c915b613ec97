"""Slips: of each row of a list only what it is narrowed and ordered by, read from the file in a few questions.

A row is written out from its records when it is shown: `views` does that for the rows of one page. A slip has the
names of the row's fields, so that the same condition and the same order serve both.

acts.py       merged events
speech.py     quotations, by utterance
somebodies.py actors
conflicts.py  the sides of conflicts
doubts.py     what there is to rule on
"""

from dateline.story.catalogue.acts import ActSlip, acts, told_by
from dateline.story.catalogue.conflicts import ConflictSlip, conflicts, most_told, texts_of_conflicts
from dateline.story.catalogue.doubts import DoubtSlip, doubts
from dateline.story.catalogue.somebodies import ActorSlip, somebodies
from dateline.story.catalogue.speech import QuotationSlip, speech

__all__ = [
    "ActSlip",
    "ActorSlip",
    "ConflictSlip",
    "DoubtSlip",
    "QuotationSlip",
    "acts",
    "conflicts",
    "doubts",
    "most_told",
    "somebodies",
    "speech",
    "texts_of_conflicts",
    "told_by",
]
