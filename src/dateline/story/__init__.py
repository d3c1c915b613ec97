"""The story file and its one reading API."""

from dateline.story.search import Hit
from dateline.story.store import Store, Writer
from dateline.story.story import Moment, Story, open_story
from dateline.story.tally import Tally

__all__ = ["Hit", "Moment", "Store", "Story", "Tally", "Writer", "open_story"]
