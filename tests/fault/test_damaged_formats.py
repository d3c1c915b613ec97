"""A good file of each format with some bytes changed: reports and reasons, never a fault of ours."""

from __future__ import annotations

import gc
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.intake import InputFile, PassedOver, read_file
from dateline.model import Rejection, RejectionCode
from dateline.settings import DEFAULTS
from tests.effort import examples
from tests.unit.intake import test_archives as archives
from tests.unit.intake import test_csv_reader as tables
from tests.unit.intake import test_documents as documents
from tests.unit.intake import test_extract_reader as extracts
from tests.unit.intake import test_feed_reader as feeds
from tests.unit.intake import test_json_shapes as records
from tests.unit.intake import test_mail_reader as mails
from tests.unit.intake import test_warc_reader as archives_of_pages


def good_files() -> list[bytes]:
    return [
        archives_of_pages.written(compressed=True),
        archives_of_pages.written(compressed=False),
        archives.zipped(archives.MEMBERS),
        archives.tarred(archives.MEMBERS),
        archives.tarred(archives.MEMBERS, "w:gz"),
        archives.tarred(archives.MEMBERS, "w:xz"),
        tables.table(tables.ROWS),
        documents.written(documents.PARAGRAPHS),
        documents.word(),
        extracts.extracted("xml"),
        extracts.extracted("xmltei"),
        feeds.RSS.encode(),
        feeds.ATOM.encode(),
        records.json.dumps([records.NINJS_1, records.NINJS_2, records.EVENT_REGISTRY]).encode(),
        mails.mail(mails.TEXT, mails.PAGE).as_bytes(),
        mails.saved_page(),
    ]


def quietly(make: Callable[[], list[bytes]]) -> list[bytes]:
    """What a function makes; the temporary files that the writer of warcio leaves behind are collected at once."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        made = make()
        gc.collect()
    return made


GOOD = quietly(good_files)
HARM = st.tuples(
    st.integers(0, len(GOOD) - 1),
    st.lists(
        st.tuples(
            st.floats(0, 1), st.sampled_from(["change", "leave out", "double", "cut"]), st.binary(max_size=6)
        ),
        min_size=1,
        max_size=4,
    ),
)


def harmed(data: bytes, steps: list[tuple[float, str, bytes]]) -> bytes:
    for share, what, new in steps:
        at = int(share * len(data))
        if what == "change":
            data = data[:at] + new + data[at + len(new) :]
        elif what == "leave out":
            data = data[:at] + data[at + 20 :]
        elif what == "double":
            data = data[: at + 30] + data[at:]
        elif at:
            data = data[:at]
    return data


@settings(max_examples=examples(200), deadline=None)
@given(HARM)
def test_a_damaged_file_of_any_format_ends_in_reports_and_reasons(
    harm: tuple[int, list[tuple[float, str, bytes]]],
) -> None:
    number, steps = harm
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "input.bin")
        path.write_bytes(harmed(GOOD[number], steps))
        first = list(read_file(InputFile(path, "reports/input.bin"), DEFAULTS))
        again = list(read_file(InputFile(path, "reports/input.bin"), DEFAULTS))
    assert first == again
    inputs = [result for result in first if not isinstance(result, PassedOver)]
    assert inputs
    for result in inputs:
        if isinstance(result, Rejection):
            assert result.code is not RejectionCode.FAILED, result.reason
