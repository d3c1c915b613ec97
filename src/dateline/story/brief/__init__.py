"""What happened in N sentences of the reports: chosen, never rewritten.

told.py      what there is to tell: merged events and utterances, each with its weight and its sentences
shortlist.py what of a long story it is chosen from
standing.py  whether a sentence can stand alone, and whom its pronouns mean
choose.py    which sentences tell most, from most origins, without saying it twice
"""

from dateline.story.brief.choose import Chosen, choose
from dateline.story.brief.standing import Standing, stand
from dateline.story.brief.told import News, news_of

__all__ = ["Chosen", "News", "Standing", "choose", "news_of", "stand"]
