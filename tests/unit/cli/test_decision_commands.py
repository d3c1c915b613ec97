"""`decide` and `decisions` as they are typed, on the bundled sample."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.export import export_story
from dateline.model import Chain, LinkKind, Quotation
from dateline.pipeline import default_pipeline
from dateline.settings import Settings
from dateline.story import Store, open_story
from tests.unit.cli.conftest import Run


@pytest.fixture
def story(sample_story: Path, tmp_path: Path) -> Path:
    path = tmp_path / "story.db"
    shutil.copy(sample_story, path)
    return path


def actor(story: Path, name: str) -> str:
    with open_story(story) as opened:
        return opened.who(name)[0].id


def exported(story: Path, to: Path) -> dict[str, bytes]:
    with open_story(story) as opened:
        export_story(opened, "jsonl", to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir()) if path.name != "manifest.json"}


def test_a_decision_takes_effect_at_once_is_shown_and_can_be_undone(
    story: Path, dateline: Run, tmp_path: Path
) -> None:
    before = exported(story, tmp_path / "before")
    one, other = actor(story, "Mirela Kostova"), actor(story, "Ruta Salme")
    code, out, _ = dateline("decide", "merge", one, other, story, "--why", "one and the same", "--by", "Ann Lee")
    assert (code, "linked anew" in out) == (0, True)
    assert actor(story, "Mirela Kostova") == actor(story, "Ruta Salme")
    _, out, _ = dateline("explain", one, story)
    assert "held together by decision of Ann Lee: one and the same" in " ".join(out.split())
    _, out, _ = dateline("actors", story)
    assert "held together by decision of Ann Lee: one and the same" in " ".join(out.split())

    _, out, _ = dateline("decisions", story, "--json")
    (row,) = json.loads(out)
    assert (row["kind"], row["state"]) == ("merge", "holds")
    assert dateline("decisions", "undo", row["id"], story, "--why", "two people", "--by", "Bo")[0] == 0
    after = exported(story, tmp_path / "after")
    assert {name for name in after if after[name] != before[name]} == {"decision.jsonl"}
    assert actor(story, "Ruta Salme") == other


def test_a_merge_of_what_is_kept_apart_is_refused_in_two_lines(story: Path, dateline: Run) -> None:
    one, other = actor(story, "Mirela Kostova"), actor(story, "Ruta Salme")
    assert dateline("decide", "not-same", one, other, story, "--why", "two", "--by", "Ann", "--later")[0] == 0
    code, _, err = dateline("decide", "merge", one, other, story, "--why", "one", "--by", "Bo", "--later")
    assert code == 2
    assert "they are kept apart by d_" in err
    assert len(err.splitlines()) == 2


def test_an_export_is_imported_into_another_story_once(story: Path, dateline: Run, tmp_path: Path) -> None:
    file, other = tmp_path / "decisions.jsonl", tmp_path / "other.db"
    shutil.copy(story, other)
    who = actor(story, "Ilan Dorvak")
    assert dateline("decide", "rename", who, "Ilan R. Dorvak", story, "--why", "in full", "--by", "Ann")[0] == 0
    assert dateline("decisions", "export", story, "-o", file)[0] == 0
    assert dateline("decisions", "import", file, other)[0] == 0
    assert exported(other, tmp_path / "one") == exported(story, tmp_path / "two")
    _, out, _ = dateline("decisions", "import", file, other)
    assert "1 decision known already" in out


def test_a_person_s_day_stands_beside_the_days_of_the_reports(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        event = next(event for event in opened.events() if event.time and len(event.members) > 1)
    assert dateline("decide", "redate", event.id, "2030-01-02", story, "--why", "a log", "--by", "Ann")[0] == 0
    with open_story(story) as opened:
        assert opened.get(event.id).time.edtf == "2030-01-02"  # type: ignore[attr-defined]
        days = {claim.value for claim in opened.claims(event.id) if claim.aspect.value == "date"}
    assert days
    assert "2030-01-02" not in days
    _, out, _ = dateline("timeline", story)
    assert "dated 2 Jan 2030 by decision of Ann: a log (the reports:" in " ".join(out.split())


def test_a_quotation_has_the_speaker_that_a_person_gave_it(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        said = next(one for one in opened.utterances() if one.speaker and len(one.members) == 1)
    given = next(one for one in (actor(story, "Ruta Salme"), actor(story, "Ilan Dorvak")) if one != said.speaker)
    args = ("decide", "reattribute", said.id, given, story, "--why", "a recording", "--by", "Ann")
    assert dateline(*args)[0] == 0
    with open_story(story) as opened:
        now = opened.get(said.id)
    assert (now.speaker, set(now.speakers)) == (given, {given, said.speaker})  # type: ignore[attr-defined]
    _, out, _ = dateline("quotes", story, "--json")
    (row,) = [row for row in json.loads(out) if row["utterance"] == said.id]
    assert row["ruled_speaker_id"] == given
    assert row["speaker_id"] == said.speaker


def test_a_rejected_event_and_a_rejected_quotation_are_neither_shown_nor_counted(
    story: Path, dateline: Run
) -> None:
    with open_story(story) as opened:
        event, said = opened.events()[0], opened.utterances()[0]
    for id_ in (event.id, said.id):
        assert dateline("decide", "reject", id_, story, "--why", "misread", "--by", "Ann", "--later")[0] == 0
    assert dateline("decisions", "undo", "d_none", story, "--why", "x", "--by", "Ann")[0] == 2
    who = actor(story, "Ilan Dorvak")
    assert dateline("decide", "accept", who, story, "--why", "as it stands", "--by", "Ann")[0] == 0
    with open_story(story) as opened:
        told = {member for one in opened.events() for member in one.members}
        told |= {member for one in opened.utterances() for member in one.members}
        words = next(one.contents[0].text for one in opened.all(Quotation) if one.id == said.members[0])
        kept, found = opened.quotations(), opened.who_said(words)
        assert opened.rejected().keys() == {*event.members, *said.members}
    assert not told & {*event.members, *said.members}
    assert not {one.id for one in (*kept, *found)} & set(said.members)
    _, out, _ = dateline("quotes", story, "--json")
    assert not {row["id"] for row in json.loads(out)} & set(said.members)


def test_the_audit_trail_lists_inputs_versions_settings_and_decisions(story: Path, dateline: Run) -> None:
    who = actor(story, "Ilan Dorvak")
    assert dateline("decide", "rename", who, "I. D.", story, "--why", "short", "--by", "Ann", "--later")[0] == 0
    _, out, _ = dateline("audit", story, "--json")
    rows = json.loads(out)
    with open_story(story) as opened:
        digests = {f"sha256 {report.digest}" for report in opened.reports()}
    assert {row["value"] for row in rows if row["section"] == "input"} == digests
    assert ("setting", "block_limit", "200") in {(row["section"], row["name"], row["value"]) for row in rows}
    assert {row["name"] for row in rows if row["section"] == "stage"} >= {"parse", "actors", "timeline"}
    assert [row["name"] for row in rows if row["section"] == "decision"] == ["holds"]


def test_a_story_that_was_made_by_other_settings_waits_for_its_next_build(story: Path) -> None:
    assert not default_pipeline(Settings(block_limit=7)).link(story)
    assert default_pipeline().link(story)


def home(story: Path, member: str, kind: LinkKind) -> str:
    """What a chain, telling, quotation or report is joined to."""
    with open_story(story) as opened:
        return next(one.target for one in opened.links(member) if (one.member, one.kind) == (member, kind))


def rule(dateline: Run, *arguments: str | Path) -> None:
    code, out, err = dateline("decide", *arguments, "--why", "as filed", "--by", "Ann")
    assert (code, err) == (0, "")
    assert "linked anew" in out


def undo_last(dateline: Run, story: Path) -> None:
    _, out, _ = dateline("decisions", story, "--json")
    assert dateline("decisions", "undo", json.loads(out)[-1]["id"], story, "--why", "no", "--by", "Bo")[0] == 0


def test_not_same_parts_two_names_of_one_actor_and_split_takes_the_words_of_one_report_out(
    story: Path, dateline: Run
) -> None:
    with open_story(story) as opened:
        whole = opened.who("Mirela Kostova")[0]
        first, *others = opened.members(whole.id)
    for verb, what in (("not-same", (first.id, others[-1].id)), ("split", (whole.id, first.report))):  # type: ignore[attr-defined]
        assert home(story, first.id, LinkKind.ACTOR) == home(story, others[-1].id, LinkKind.ACTOR)
        rule(dateline, verb, *what, story)
        assert home(story, first.id, LinkKind.ACTOR) != home(story, others[-1].id, LinkKind.ACTOR)
        undo_last(dateline, story)


def test_events_are_made_one_and_two_again(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        one, other = opened.events()[:2]
        told = next(event.members for event in opened.events() if len(event.members) > 1)
    rule(dateline, "same-event", one.id, other.id, story)
    assert home(story, one.members[0], LinkKind.EVENT) == home(story, other.members[0], LinkKind.EVENT)
    undo_last(dateline, story)
    assert home(story, one.members[0], LinkKind.EVENT) != home(story, other.members[0], LinkKind.EVENT)
    rule(dateline, "not-same-event", told[0], told[1], story)
    assert home(story, told[0], LinkKind.EVENT) != home(story, told[1], LinkKind.EVENT)


def test_reports_are_made_one_origin_and_two_again(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        alone = [origin.reports[0] for origin in opened.origins() if len(origin.reports) == 1][:2]
        copied = next(origin.reports for origin in opened.origins() if len(origin.reports) > 1)
    rule(dateline, "same-origin", *alone, story)
    assert home(story, alone[0], LinkKind.ORIGIN) == home(story, alone[1], LinkKind.ORIGIN)
    rule(dateline, "not-same-origin", copied[0], copied[-1], story)
    assert home(story, copied[0], LinkKind.ORIGIN) != home(story, copied[-1], LinkKind.ORIGIN)
    with open_story(story) as opened:
        joined = next(origin for origin in opened.origins() if alone[0] in origin.reports)
    assert set(alone) <= set(joined.reports)
    assert joined.reason.endswith("decided by Ann: as filed")


def test_two_utterances_are_one_and_a_rejected_join_is_undone(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        one, other = [said for said in opened.utterances() if len(said.members) == 1][:2]
        shared = next(said for said in opened.utterances() if len(said.members) > 1)
        link = next(each for each in opened.links(shared.members[-1]) if each.kind is LinkKind.UTTERANCE)
    rule(dateline, "merge", one.id, other.id, story)
    assert home(story, one.members[0], LinkKind.UTTERANCE) == home(story, other.members[0], LinkKind.UTTERANCE)
    rule(dateline, "reject", link.id, story)
    first, last = shared.members[0], shared.members[-1]
    assert home(story, first, LinkKind.UTTERANCE) != home(story, last, LinkKind.UTTERANCE)


def test_a_decision_whose_report_was_pruned_is_listed_as_an_orphan(story: Path, dateline: Run) -> None:
    with open_story(story) as opened:
        report = opened.reports()[-1].id
        chain = next(chain.id for chain in opened.in_report(Chain, report) if chain.names)
    rule(dateline, "rename", chain, "Somebody Else", story)
    _, out, _ = dateline("decisions", "orphans", story)
    assert "Every decision has its words." in out
    with Store.open(story) as store, store.atomic():
        store.keep_stages({"intake", "parse", "timexes", "mentions", "quotations", "events", "decisions"})
        for stage in ("mentions", "quotations", "events"):
            store.delete(stage, report)
    _, out, _ = dateline("decisions", "orphans", story, "--json")
    (row,) = json.loads(out)
    assert (row["state"], row["value"]) == ("orphan", "Somebody Else")
    assert row["because_of"]
