from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline import build
from dateline.errors import InputError, NotFoundError
from dateline.story import Story, open_story
from dateline.web.dossier import Dossier, dossier_html
from dateline.web.embedded import read_back
from dateline.web.narrowed import NarrowedDesk, Part

HOSTILE = "</script><script>alert(1)</script><!-- <script>"


@pytest.fixture(scope="module")
def story(sample_story: Path) -> Iterator[Story]:
    with open_story(sample_story) as opened:
        yield opened


def written(folder: Path, html: str) -> dict:
    file = folder / "story.html"
    file.write_text(html)
    return read_back(file)


def test_the_rows_read_back_are_those_shown(story: Story, tmp_path: Path) -> None:
    dossier = Dossier.of(story, rows=30)
    data = written(tmp_path, dossier_html(story, rows=30))
    assert {row["id"] for row in data["events"]} == {act.id for act in dossier.timeline.acts}
    assert {row["id"] for row in data["utterances"]} == {line.id for line in dossier.speech.lines}
    assert {row["id"] for row in data["conflicts"]} == {dispute.id for dispute in dossier.disputes}
    assert data["run"] == dossier.run
    assert data["reports_digest"] == dossier.masthead.digest


def test_spans_read_back_are_the_words_that_were_shown(story: Story, tmp_path: Path) -> None:
    data = written(tmp_path, dossier_html(story))
    texts = {row["number"]: story.get(row["id"]).text for row in data["reports"]}  # type: ignore[union-attr]
    for row in data["utterances"]:
        number, start, end = row["printed"][0]
        assert texts[number][start:end].strip()
        assert any(texts[number][start:end] in row["text"] for number, start, end in row["printed"])
    assert {row["digest"] for row in data["reports"]} == {report.digest for report in story.reports()}


def test_hostile_text_stays_text_and_is_read_back_to_the_letter(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"title: {HOSTILE}\nsource: The {HOSTILE} Post\ndate: 2031-03-04\n\n"
        f"Ada Holm said “{HOSTILE} is it” on Monday.\n"
    )
    with build([tmp_path], tmp_path / "story.db") as given:
        html = dossier_html(given)
        title = next(iter(given.reports())).title
    assert html.count("<script") == 1
    assert html.count("</script") == 1
    assert written(tmp_path, html)["reports"][0]["title"] == title
    assert title is not None
    assert "<script>" in title


def test_a_document_about_somebody_has_only_what_they_do_undergo_or_say(story: Story) -> None:
    dossier = Dossier.of(story, part=Part(about=("Ruta Salme",)))
    whole = Dossier.of(story)
    assert 0 < dossier.acts < whole.acts
    names = {name.text for act in dossier.timeline.acts for name in (*act.who, *act.whom)}
    assert all("Ruta Salme" in {n.text for n in (*a.who, *a.whom)} for a in dossier.timeline.acts), names
    assert all("Ruta Salme" in line.speaker for line in dossier.speech.lines)
    assert dossier.narrowed == "about Ruta Salme"


def test_days_leave_out_what_cannot_be_of_them(story: Story) -> None:
    part = Part(since=date(2031, 3, 10), until=date(2031, 3, 14))
    dossier = Dossier.of(story, part=part)
    for moment in dossier.timeline.moments:
        assert moment.latest is None or moment.latest >= part.since
        assert moment.earliest is None or moment.earliest <= part.until
    assert not dossier.timeline.undated
    assert len(dossier.timeline.moments) > 1


def test_disputes_alone_keep_every_dispute_and_only_acts_that_are_disputed(story: Story) -> None:
    whole, alone = Dossier.of(story), Dossier.of(story, part=Part(disputes=True))
    assert {dispute.id for dispute in alone.disputes} == {dispute.id for dispute in whole.disputes}
    assert 0 < alone.acts < whole.acts
    assert alone.narrowed == "disputes alone"


def test_a_part_says_so_in_its_head_and_the_whole_does_not(story: Story) -> None:
    assert "This is a part of the story: about Ruta Salme; from 1 March 2031." in dossier_html(
        story, part=Part(about=("Ruta Salme",), since=date(2031, 3, 1))
    )
    assert "This is a part of the story" not in dossier_html(story)


@pytest.mark.parametrize(
    "part",
    [
        Part(about=("Ruta Salme",)),
        Part(since=date(2031, 3, 10), until=date(2031, 3, 14)),
        Part(disputes=True),
        Part(about=("Ruta Salme",), disputes=True),
    ],
)
def test_the_reports_and_counts_of_a_part_are_its_own(story: Story, tmp_path: Path, part: Part) -> None:
    html = dossier_html(story, part=part)
    data = written(tmp_path, html)
    dossier = Dossier.of(story, part=part)
    listed = {one.row.id: one for one in dossier.reports}
    told = {each.report for act in data["events"] for each in NarrowedDesk(story, part).tellings(act["id"])}
    numbers = {row["number"] for row in data["reports"]}

    assert 0 < len(listed) < len(story.reports())
    assert told <= listed.keys()
    assert [one.number for one in dossier.reports] == list(range(1, len(listed) + 1))
    assert {row["id"] for row in data["reports"]} == listed.keys()
    assert dossier.masthead.counted == len(listed)
    assert dossier.masthead.given.outlets == len({one.row.outlet for one in dossier.reports if one.row.outlet})
    assert data["reports_in_story"] == len(story.reports())
    assert {int(number) for number in re.findall(r'href="#r(\d+)"', html)} <= numbers
    cited = [place[0] for row in data["events"] for place in row["told"]]
    cited += [place[0] for row in data["utterances"] for place in row["printed"]]
    cited += [place[0] for row in data["conflicts"] for side in row["sides"] for place in side["told"]]
    assert set(cited) == numbers
    assert f"Of the {len(story.reports())} reports of the whole story {len(listed)} report" in html


def test_the_acts_and_words_of_a_report_are_those_of_the_part(story: Story) -> None:
    part = Dossier.of(story, part=Part(about=("Ruta Salme",)))
    whole = {one.row.id: one.row for one in Dossier.of(story).reports}
    salme = next(one.row for one in part.actors.told if one.row.name == "Ruta Salme")

    assert all(one.row.events <= whole[one.row.id].events for one in part.reports)
    assert sum(one.row.events for one in part.reports) < sum(row.events for row in whole.values())
    assert salme.reports <= len(part.reports)
    assert salme.said == part.speech.count


def test_a_part_of_which_no_report_tells_says_so(story: Story) -> None:
    html = dossier_html(story, part=Part(since=date(1990, 1, 1), until=date(1990, 1, 2)))
    assert f"None of the {len(story.reports())} reports of the whole story tells of it." in html


def test_nobody_of_that_name_is_said(story: Story) -> None:
    with pytest.raises(NotFoundError, match="nobody is called"):
        dossier_html(story, part=Part(about=("Nobody Known",)))


def test_full_texts_come_on_request_with_what_is_not_the_report_told_apart(story: Story) -> None:
    html = dossier_html(story, full_text=True)
    assert 'id="texts"' in html
    assert '<p class="furniture">' in html
    assert 'id="texts"' not in dossier_html(story)


def test_run_and_digests_stand_in_the_foot(story: Story) -> None:
    foot = dossier_html(story).partition('<footer class="colophon">')[2]
    dossier = Dossier.of(story)
    assert dossier.run in foot
    assert dossier.masthead.digest in foot


@pytest.mark.parametrize("text", ["", "<p>no dossier</p>", '<script id="dateline-story">{"format": 99}</script>'])
def test_a_file_that_is_no_dossier_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        written(tmp_path, text)


def test_what_is_embedded_is_json(story: Story) -> None:
    data = dossier_html(story).partition('id="dateline-story">')[2].partition("</script>")[0]
    assert json.loads(data)["format"] == 1
