"""The trace: every sentence and every piece of furniture has its line, with rows or with a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model import Furniture, Quotation, Sentence
from dateline.story import Story, open_story
from eval.gold import ROOT
from eval.trace.__main__ import main
from eval.trace.page import page, share
from eval.trace.rows import Line, Row, Trace, Worth, first_words, traces


@pytest.fixture(scope="module")
def story(sample_story: Path) -> Iterator[Story]:
    with open_story(sample_story) as opened:
        yield opened


@pytest.fixture(scope="module")
def found(story: Story) -> list[Trace]:
    return traces(story)


def line_of(found: list[Trace], file: str, begins: str) -> Line:
    (trace,) = (trace for trace in found if trace.report.location.endswith(file))
    return next(line for line in trace.lines if line.begins.startswith(begins))


def told(line: Line) -> list[str]:
    return [row.told for row in line.rows]


def test_every_sentence_and_every_piece_of_furniture_has_one_line(story: Story, found: list[Trace]) -> None:
    assert len(found) == len(story.reports())
    for trace in found:
        units = [*story.in_report(Sentence, trace.report.id), *story.in_report(Furniture, trace.report.id)]
        assert sorted(line.place for line in trace.lines) == sorted(unit.words.start for unit in units)


def test_a_line_has_rows_or_a_reason_and_never_both(found: list[Trace]) -> None:
    for trace in found:
        for line in trace.lines:
            assert bool(line.rows) != bool(line.reason)


def test_most_body_sentences_of_the_sample_give_speech_an_act_or_a_role(found: list[Trace]) -> None:
    body = [line for trace in found for line in trace.body]
    assert share(body, Worth.CHECKABLE) >= 80
    assert share(body, Worth.CHECKABLE) < share(body, Worth.MENTION) < 100


def test_a_sentence_tells_its_speech_its_time_and_its_kind(found: list[Trace]) -> None:
    assert told(line_of(found, "001_harbour-post.txt", "“We will come back"))[0].startswith(
        "quotation by Mirela Kostova (direct"
    )
    dismissal = told(line_of(found, "005_ledger.jsonl#1", "Morvenian Prime Minister Ilan Dorvak"))
    assert "event OFFICE (dismiss) happened 2031-03-18" in dismissal or any(
        "2031-03-18" in row for row in dismissal
    )
    assert line_of(found, "003_wire.txt", "(Reporting by").reason.startswith("furniture: credit")


def test_a_disputed_sentence_and_a_doubtful_attribution_are_told(found: list[Trace]) -> None:
    assert "date disputed" in told(line_of(found, "004_lathia-today.html", "Morvenia’s opposition leader"))
    doubtful = told(line_of(found, "004_lathia-today.html", "“My husband is"))
    assert any("attribution in doubt" in row for row in doubtful)
    assert any("Ilan Dorvak" in row and "Mirela Kostova" in row for row in doubtful)


def test_a_quotation_of_three_sentences_is_told_of_each(story: Story, found: list[Trace]) -> None:
    quotation = next(q for q in story.all(Quotation) if q.contents[0].text.startswith("We had an honest"))
    lines = [
        line
        for trace in found
        if trace.report.id == quotation.report
        for line in trace.body
        if quotation.contents[0].start - 1 <= line.place < quotation.contents[-1].end
    ]
    assert len(lines) == 2
    assert all(any(row.startswith("quotation by Ruta Salme") for row in told(line)) for line in lines)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "One two three four five six seven eight nine ten eleven twelve thirteen",
            "One two three four five six …",
        ),
        ("Nobody was arrested.", "Nobody …"),
        ("Stop.", "Stop."),
        ("", ""),
    ],
)
def test_no_sentence_is_shown_whole(text: str, shown: str) -> None:
    assert first_words(text) == shown


def test_a_page_takes_text_for_text(found: list[Trace]) -> None:
    line = Line(place=0, begins="a | b", kind="body", rows=(Row(Worth.MENTION, "mentions <b>*x*"),), reason="")
    text = page("Title", "Opening.", [Trace(found[0].report, (line,))])
    assert "| a \\| b | no act, speech or time: mentions \\<b\\>\\*x\\* |" in text


def test_the_summary_counts_what_its_tables_show(found: list[Trace]) -> None:
    text = page("Title", "Opening.", found)
    body = sum(len(trace.body) for trace in found)
    assert f"{len(found)} reports, {body} body sentences" in text
    assert len(re.findall(r"^\| ", text, re.MULTILINE)) == 4 + len(found) + sum(len(t.lines) for t in found)


def test_the_command_traces_any_folder(tmp_path: Path) -> None:
    folder, out = tmp_path / "two", tmp_path / "page.md"
    folder.mkdir()
    (folder / "a.txt").write_text("Date: 6 May 2031\n\nAda Holm met Bo Lind in Varn on Monday.\n")
    assert main([str(folder), "-o", str(out)]) == 0
    assert "event CONSULT (meet) happened 2031-05-05" in out.read_text()


def test_without_seeds_the_command_says_so_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATELINE_GOLD", str(tmp_path))
    assert main(["-o", str(tmp_path / "page.md")]) == 2
    assert "seeds" in capsys.readouterr().out
    assert not (tmp_path / "page.md").exists()


def test_a_folder_without_a_readable_report_gives_no_page(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main([str(tmp_path), "-o", str(tmp_path / "page.md")]) == 2
    assert not (tmp_path / "page.md").exists()


def test_the_seeds_give_rows_and_the_committed_page_holds_no_sentence_of_theirs(seeds_story: Path) -> None:
    with open_story(seeds_story) as opened:
        found = traces(opened)
    assert share([line for trace in found for line in trace.body], Worth.CHECKABLE) >= 85
    committed = (ROOT / "docs" / "seeds.md").read_text(encoding="utf-8")
    for trace in found:
        words = trace.report.text.split()
        runs = {" ".join(words[at : at + 10]) for at in range(len(words) - 9)}
        assert not [run for run in runs if run in committed]
