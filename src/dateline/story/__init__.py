"""The story file and its one reading API."""

from dateline.story.search import Hit
from dateline.story.store import Store, Writer
from dateline.story.story import Moment, Story, open_story
from dateline.story.tally import Tally
from dateline.story.verify import Problem, Verification, verify

__all__ = ["Hit", "Moment", "Problem", "Store", "Story", "Tally", "Verification", "Writer", "open_story", "verify"]
