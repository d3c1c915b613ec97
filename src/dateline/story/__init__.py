"""The story file and its one reading API.

story           what stages, command line, page and exports read with; store, what they write with
schema.sql      the tables; mapping says how a record becomes rows, rows and query take it in and out
identities      ids outside, integer keys inside; redirects, ids that outlive their records
open_file       opening files; verify, every row checked again; latest, the story as linking sees it
search          full text; meaning, by what words stand for; names, text as people search it
readings        what was read from some reports; report_reading, from one; main_event and main_day, its news
decisions       what persons ruled, as it stands; deciding, well_formed, anchors, bench: how it is made and weighed
runs            what the file remembers of its making; making, by what it was made; changes, between versions
tally           the three counts; coding, codes on a day; time_weights, what ranks days; wording, plain English

In folders, from the ground up: `lookup/` knows how a record is called and where it stands, `catalogue/` makes
slips of long lists, `brief/` chooses sentences, `views/` makes flat rows, `explain/` tells what stands behind a
record, `validation/` draws and reads sheets of findings.
"""

from dateline.story.search import Hit
from dateline.story.store import Store, Writer
from dateline.story.story import Moment, Story, open_story
from dateline.story.tally import Tally
from dateline.story.verify import Problem, Verification, verify

__all__ = ["Hit", "Moment", "Problem", "Store", "Story", "Tally", "Verification", "Writer", "open_story", "verify"]
