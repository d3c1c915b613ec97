"""What the story made by hand looks like in a terminal of 80 columns, and in both exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.cli.app import run
from dateline.export import FORMATS, export_story
from dateline.model import Conflict, Event, Quotation, Report, Timex
from dateline.story import open_story
from tests.golden.conftest import HERE, Golden
from tests.tiny_story import store_tiny_story

type Printed = Callable[..., bytes]

TABLES = (
    "overview",
    "reports",
    "gists",
    "actors",
    "quotes",
    "events",
    "timeline",
    "claims",
    "conflicts",
    "threads",
    "copies",
)
EXPLAINED = (Report, Timex, Quotation, Event, Conflict)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return store_tiny_story(tmp_path_factory.mktemp("golden") / "tiny.db")


@pytest.fixture
def printed(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    monkeypatch.setenv("COLUMNS", "80")

    def call(*arguments: object) -> bytes:
        assert run([str(argument) for argument in arguments]) == 0
        return capfd.readouterr().out.encode()

    return call


@pytest.mark.parametrize("table", TABLES)
def test_a_table_looks_as_it_did(table: str, tiny: Path, printed: Printed, golden: Golden) -> None:
    golden(f"cli/{table}.txt", printed(table, tiny))


@pytest.mark.parametrize("name", ["Ada Holm", "Varn"])
def test_who_looks_as_it_did(name: str, tiny: Path, printed: Printed, golden: Golden) -> None:
    golden(f"cli/who-{name.replace(' ', '-').lower()}.txt", printed("who", name, tiny))


@pytest.mark.parametrize("kind", EXPLAINED)
def test_an_explanation_reads_as_it_did(kind: type, tiny: Path, printed: Printed, golden: Golden) -> None:
    with open_story(tiny) as story:
        id_ = story.all(kind)[0].id
    golden(f"cli/explain-{kind.__name__.lower()}.txt", printed("explain", id_, tiny))


@pytest.mark.parametrize("switch", ["json", "csv"])
def test_machine_output_is_as_it_was(switch: str, tiny: Path, printed: Printed, golden: Golden) -> None:
    golden(f"cli/quotes.{switch}", printed("quotes", tiny, f"--{switch}"))


@pytest.mark.parametrize("format_", FORMATS)
def test_an_export_is_as_it_was_byte_for_byte(format_: str, tiny: Path, tmp_path: Path, golden: Golden) -> None:
    with open_story(tiny) as story:
        export_story(story, format_, tmp_path)
    names = {file.name for file in tmp_path.iterdir()}
    for name in sorted(names):
        golden(f"export/{format_}/{name}", (tmp_path / name).read_bytes())
    assert {file.name for file in (HERE / "export" / format_).iterdir()} == names
