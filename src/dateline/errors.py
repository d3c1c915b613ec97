"""Everything Dateline raises on purpose.

    DatelineError
    ├── InputError          a path given by the user cannot be used at all
    ├── StoryFileError      the story file is missing, no story file, or of another version
    │   └── RecordError     a record cannot be kept: its id is taken, or it points to nothing
    │       └── SpanError   a record's words do not stand where it says
    ├── FetchError          an address cannot be fetched, or must not be
    ├── PipelineError       the stages do not fit together, found before anything runs
    ├── DecisionError       a decision cannot be made, or an earlier one stands against it
    ├── SettingsError       a setting has a value outside its bounds
    ├── NotFoundError       no record has this id or name
    ├── ExtraError          a part of Dateline is asked for that is not installed
    ├── AskedError          a value in the address of a page cannot be what its name says
    └── BusyError           a story cannot be read for a page in the time that a request is given

A report that cannot be read is no error: it becomes a `Rejection` and the run goes on.
Each message says what happened and each `hint` what to do; the command line prints the two as two lines.
"""

from __future__ import annotations


class DatelineError(Exception):
    """What happened (the message) and what to do about it (`hint`, may be empty)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class InputError(DatelineError):
    """A path given by the user cannot be used at all."""


class FetchError(DatelineError):
    """An address cannot be fetched, or must not be."""


class StoryFileError(DatelineError):
    """The story file is missing, is no story file, or was written by another version."""


class RecordError(StoryFileError):
    """A record cannot be kept: its id is taken, or it points to a record that is not there."""


class SpanError(RecordError):
    """A record's words do not stand in the report where it says they do."""


class PipelineError(DatelineError):
    """The stages do not fit together; found before anything runs."""


class DecisionError(DatelineError):
    """A decision cannot be made or read, or an earlier one stands against it."""


class SettingsError(DatelineError):
    """A setting has a value outside its bounds."""


class NotFoundError(DatelineError):
    """No record of the story has this id or name."""


class ExtraError(DatelineError):
    """A part of Dateline that is not installed is asked for."""


class AskedError(DatelineError):
    """A value in the address of a page that cannot be what its name says."""


class BusyError(DatelineError):
    """A story cannot be read for a page in the time that a request is given."""
