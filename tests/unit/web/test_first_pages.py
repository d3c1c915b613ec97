"""What a page asks of the story does not grow with the story: shown by counting, for clocks tell of the machine.

Two stories are laid out, one of which is twice as long, and each page is asked for its first sheet, which is
full in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from long_story import store_long_story

from dateline.story import open_story, query
from dateline.story.brief import shortlist
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import PAGES, Page
from dateline.web.pages.page import Leads
from dateline.web.shell import render
from dateline.web.warming import TABLES

SHORT, LONG = 40, 80  # times; three reports each: as many as a page offers to choose from
ROWS = "5"
STEPS = 10  # of SQLite's machine that are counted as one
MENU = [page for page in PAGES if page.key]
COLD = [page for page in MENU if page.name != "claims"]  # it reads every conflict once, of which stories have few


@dataclass
class Work:
    """What an answer cost."""

    statements: int = 0
    records: int = 0  # that were read
    steps: int = 0  # of SQLite's machine


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("long")
    return [store_long_story(folder / f"{times}.db", times) for times in (SHORT, LONG)]


@pytest.fixture
def desks(paths: list[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Desk]]:
    monkeypatch.setattr(shortlist, "ALL", SHORT - 1)  # both are long: their briefs are chosen beside the requests
    stories = [open_story(path) for path in paths]
    yield [Desk(story) for story in stories]
    for story in stories:
        story.close()


def work_of(desk: Desk, page: Page, monkeypatch: pytest.MonkeyPatch, **values: str) -> Work:
    """Write a page and count."""
    work = Work()
    fetch = query.fetch

    def counted(*args: object) -> list[object]:
        found = fetch(*args)
        work.records += len(found)
        return found

    def stepped() -> None:
        work.steps += 1

    def stated(_: str) -> None:
        work.statements += 1

    connection = desk.story.connection
    with monkeypatch.context() as patched:
        patched.setattr(query, "fetch", counted)
        connection.set_trace_callback(stated)
        connection.set_progress_handler(stepped, STEPS)
        asked = Asked(page.path, {"rows": ROWS, **values})
        shown = page.show(desk, asked)
        assert not isinstance(shown, Leads)
        render(f"pages/{page.name}.html.j2", here=page, asked=asked, page=shown, linking="")
        connection.set_progress_handler(None, 0)
        connection.set_trace_callback(None)
    return work


@pytest.mark.parametrize("page", MENU, ids=lambda page: page.name)
def test_a_page_of_a_story_that_is_laid_out_costs_the_same_however_long_it_is(page, desks, monkeypatch) -> None:
    costs = []
    for desk in desks:
        for table in TABLES:
            table(desk)
        desk.story.trim(0)  # as after many other answers: nothing of the rows is at hand
        costs.append(work_of(desk, page, monkeypatch))
    short, long = costs
    assert long.records == short.records
    assert long.statements == short.statements
    assert long.steps <= 1.2 * short.steps + 5  # look-ups by key grow with the logarithm


@pytest.mark.parametrize("page", COLD, ids=lambda page: page.name)
def test_the_very_first_page_reads_no_more_records_of_a_longer_story(page, desks, monkeypatch) -> None:
    short, long = (work_of(desk, page, monkeypatch) for desk in desks)
    assert long.records == short.records
    assert long.statements == short.statements


@pytest.mark.parametrize("page", MENU, ids=lambda page: page.name)
def test_more_rows_than_a_page_may_have_are_not_written(page, desks, monkeypatch) -> None:
    _, long = desks
    most = work_of(long, page, monkeypatch, rows="200")
    long.story.trim(0)
    assert work_of(long, page, monkeypatch, rows="99999").records <= most.records
