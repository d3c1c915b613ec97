"""The story file and its one reading API."""

from dateline.story.store import Writer
from dateline.story.story import Story

__all__ = ["Story", "Writer"]
