"""Dateline: dated news reports in, one story file out."""

from dateline.errors import (
    DatelineError,
    InputError,
    NotFoundError,
    PipelineError,
    RecordError,
    SettingsError,
    SpanError,
    StoryFileError,
)
from dateline.fuzzydate import FuzzyDate
from dateline.model import (
    Actor,
    Claim,
    Conflict,
    CopyGroup,
    Event,
    MergedEvent,
    Origin,
    Quotation,
    Rejection,
    Report,
    Support,
    Thread,
    Timex,
    Utterance,
)
from dateline.pipeline import BuildSummary, Pipeline, build, default_pipeline
from dateline.progress import Progress
from dateline.settings import Settings
from dateline.span import Span, Words
from dateline.story import Story, Tally, open_story, verify

__all__ = [
    "Actor",
    "BuildSummary",
    "Claim",
    "Conflict",
    "CopyGroup",
    "DatelineError",
    "Event",
    "FuzzyDate",
    "InputError",
    "MergedEvent",
    "NotFoundError",
    "Origin",
    "Pipeline",
    "PipelineError",
    "Progress",
    "Quotation",
    "RecordError",
    "Rejection",
    "Report",
    "Settings",
    "SettingsError",
    "Span",
    "SpanError",
    "Story",
    "StoryFileError",
    "Support",
    "Tally",
    "Thread",
    "Timex",
    "Utterance",
    "Words",
    "build",
    "default_pipeline",
    "open_story",
    "verify",
]
