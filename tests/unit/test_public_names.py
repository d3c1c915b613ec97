from __future__ import annotations

import subprocess
import sys

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
    "Thread",
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


def test_what_only_a_build_needs_is_loaded_by_a_build() -> None:
    heavy = {"spacy", "trafilatura", "numpy"}
    code = f"import sys, dateline.cli; print({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
