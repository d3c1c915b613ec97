from __future__ import annotations

import dateline

PUBLIC = [
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
    "Timex",
    "Utterance",
    "Words",
    "build",
    "default_pipeline",
    "open_story",
    "verify",
]


def test_the_public_names_are_these_and_no_others() -> None:
    assert dateline.__all__ == PUBLIC


def test_the_public_names_are_sorted_and_there() -> None:
    assert sorted(dateline.__all__) == dateline.__all__
    assert all(hasattr(dateline, name) for name in dateline.__all__)
