"""Flat rows for the tables of a story: what command line, CSV export and page all show.

overview.py   the whole story in numbers
reports.py    reports, and inputs that are none
actors.py     the somebodies; who.py all that is told of one
speech.py     who said what; parties.py, to whom and of whom
events.py     who did what to whom
timeline.py   those that have a time, in its order
lag.py        how long after its day an act was told first
brief.py      what happened in a few sentences of the reports
gaps.py       the stretches of time of which nothing is told
claims.py     what can be checked, and how many give each value; which_claims.py finds them, ledger.py and
              agreement.py weigh them
disputes.py   conflicts, side by side; in_dispute.py, a line for the rows that tell what is disputed
found.py      what a search found
versions.py   reports that were replaced, and what changed
times.py      time expressions and their days
doubts.py     what there is for a person to rule on
audit.py      what a story was made of and by; runs.py, what each build and each decision changed
threads.py    the matters that the reports are about
lineage.py    shared passages and independent origins
evidence.py   the sentences behind a row; citation.py, as they are cited; printed.py, the columns of one
              report behind a claim
in_report.py  what was read from one report; between.py, what some reports have in common

How a record is called, and where it stands, they look up in `lookup/`.
"""

from dateline.story.lookup.decided import Decided, DecisionRow, decisions
from dateline.story.lookup.directory import Directory
from dateline.story.lookup.gists import GistRow, gists
from dateline.story.lookup.read_ahead import read_ahead_of_passages, read_ahead_of_tellings
from dateline.story.lookup.row import Row, Table
from dateline.story.views.actors import ActorRow, actor_rows, actors, best_attested, first_reports_of
from dateline.story.views.audit import AuditRow, audit
from dateline.story.views.brief import BriefRow, brief
from dateline.story.views.claims import ClaimRow, claims
from dateline.story.views.disputes import ConflictRow, conflict_rows, conflicts
from dateline.story.views.doubts import DoubtRow, doubt_rows, doubts, joined_with
from dateline.story.views.events import EventRow, event_rows, events
from dateline.story.views.evidence import Printing, Telling, first_given, printings, tellings
from dateline.story.views.found import HitRow, hit_rows, search
from dateline.story.views.gaps import Gap
from dateline.story.views.lag import lag, lag_in_words
from dateline.story.views.lineage import CopyRow, OriginRow, copies, origins
from dateline.story.views.overview import Overview, overview
from dateline.story.views.parties import addressed_to, spoken_of
from dateline.story.views.reports import (
    RejectionRow,
    ReportRow,
    days_of_publication,
    origin_kinds,
    outlets,
    rejections,
    reports,
)
from dateline.story.views.runs import Change, RunRow, last_change, runs
from dateline.story.views.speech import QuotationRow, lone_rows, quotes, utterance_rows
from dateline.story.views.threads import ThreadRow, threads
from dateline.story.views.timeline import gaps_of, gaps_of_story, timeline, weightiest
from dateline.story.views.times import TimeRow, times
from dateline.story.views.versions import VersionRow, versions
from dateline.story.views.who import WhoRow, find_actors, who

TABLES = (
    Table("reports", ReportRow, reports),
    Table("gists", GistRow, gists),
    Table("rejections", RejectionRow, rejections),
    Table("actors", ActorRow, actors),
    Table("quotes", QuotationRow, quotes),
    Table("events", EventRow, events),
    Table("timeline", EventRow, timeline),
    Table("claims", ClaimRow, claims),
    Table("conflicts", ConflictRow, conflicts),
    Table("threads", ThreadRow, threads),
    Table("copies", CopyRow, copies),
    Table("origins", OriginRow, origins),
    Table("versions", VersionRow, versions),
    Table("decisions", DecisionRow, decisions),
)

__all__ = [
    "TABLES",
    "ActorRow",
    "AuditRow",
    "BriefRow",
    "Change",
    "ClaimRow",
    "ConflictRow",
    "CopyRow",
    "Decided",
    "DecisionRow",
    "Directory",
    "DoubtRow",
    "EventRow",
    "Gap",
    "GistRow",
    "HitRow",
    "OriginRow",
    "Overview",
    "Printing",
    "QuotationRow",
    "RejectionRow",
    "ReportRow",
    "Row",
    "RunRow",
    "Table",
    "Telling",
    "ThreadRow",
    "TimeRow",
    "VersionRow",
    "WhoRow",
    "actor_rows",
    "actors",
    "addressed_to",
    "audit",
    "best_attested",
    "brief",
    "claims",
    "conflict_rows",
    "conflicts",
    "copies",
    "days_of_publication",
    "decisions",
    "doubt_rows",
    "doubts",
    "event_rows",
    "events",
    "find_actors",
    "first_given",
    "first_reports_of",
    "gaps_of",
    "gaps_of_story",
    "gists",
    "hit_rows",
    "joined_with",
    "lag",
    "lag_in_words",
    "last_change",
    "lone_rows",
    "origin_kinds",
    "origins",
    "outlets",
    "overview",
    "printings",
    "quotes",
    "read_ahead_of_passages",
    "read_ahead_of_tellings",
    "rejections",
    "reports",
    "runs",
    "search",
    "spoken_of",
    "tellings",
    "threads",
    "timeline",
    "times",
    "utterance_rows",
    "versions",
    "weightiest",
    "who",
]
