"""Runs and audit, as a page and as files."""

from __future__ import annotations

from pathlib import Path

from starlette.testclient import TestClient

from dateline.pipeline import default_pipeline
from dateline.story import open_story, views

NEW = "Mayor resigns\n6 May 2031\n\nThe mayor of Tarn, Ilse Maar, resigned on Monday.\n"


def test_each_build_is_a_line_with_what_there_was_before_and_after(
    client: TestClient, path: Path, tmp_path: Path
) -> None:
    (tmp_path / "new.txt").write_text(NEW)
    default_pipeline().run([tmp_path / "new.txt"], path)
    with open_story(path) as story:
        last, _ = views.runs(story)
    page = client.get("/runs").text
    assert (last.reports_added, last.reports - last.reports_before) == (1, 1)
    assert f'<span class="quiet">{last.reports_before} →</span> {last.reports}' in page
    assert page.index('<th scope="row">2</th>') < page.index('<th scope="row">1</th>')


def test_every_line_of_the_trail_is_shown_and_in_the_file(client: TestClient, path: Path) -> None:
    with open_story(path) as story:
        rows = views.audit(story)
        digests = [report.digest for report in story.reports()]
    assert len(client.get("/runs.json").json()) == len(rows)
    shown = client.get("/runs", params={"section": "input"}).text
    assert all(digest in shown for digest in digests)
    stages = client.get("/runs.json", params={"section": "stage"}).json()
    assert {row["section"] for row in stages} == {"stage"}
    assert "actors" in [row["name"] for row in stages]


def test_words_that_no_line_has_lead_back_to_all(client: TestClient) -> None:
    assert "No line fits" in client.get("/runs", params={"q": "no such words"}).text


def test_the_keys_are_a_page_and_stand_in_a_closed_dialog_of_every_page(client: TestClient) -> None:
    for path in ("/help", "/runs"):
        page = client.get(path).text
        assert '<dialog id="keys" aria-labelledby="keys-h">' in page
        assert "reports side by side" in page
