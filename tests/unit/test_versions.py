"""Versions of one report: the latest speaks and is counted once, the earlier ones are kept, whatever the order."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.export import export_story
from dateline.model import EarlierVersion, Sentence
from dateline.pipeline import BuildSummary, default_pipeline
from dateline.story import Story, open_story, verify, views
from dateline.story.explain import explain
from dateline.versions import address_key

BODY = (
    "The ferry Alkmene ran aground off Norholm on Monday, the harbour office said. President Odran Velk promised "
    "an inquiry into the matter.\n\n“We will find out what happened,” Velk told reporters.\n\n"
)
URL = "https://harbour-post.example/2031/03/ferry"


def give(folder: Path, name: str, text: str = BODY, **fields: str) -> None:
    told = {"title": "Ferry runs aground off Norholm", "source": "The Harbour Post", "date": "2031-03-03"} | fields
    head = "".join(f"{name.capitalize()}: {value}\n" for name, value in told.items() if value)
    folder.mkdir(exist_ok=True)
    folder.joinpath(name).write_text(f"{head}\n{text}", encoding="utf-8")


def built(folder: Path, story: Path) -> BuildSummary:
    return default_pipeline().run([folder], story)


def replaced(story: Path) -> dict[str, tuple[str, str]]:
    """Location of an earlier version -> location of the latest, and the reason."""
    with open_story(story) as opened:
        return {
            opened.report(one.report).location: (opened.report(one.latest).location, one.reason.value)
            for one in opened.all(EarlierVersion)
        }


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    give(folder, "a.txt", f"{BODY}There were 300 people on board.\n", url=f"{URL}?utm_source=feed")
    give(
        folder, "b.txt", f"{BODY}There were 312 people on board.\n\nOne of them was hurt.\n",
        url=URL, updated="2031-03-04 09:00", title="Ferry runs aground, one hurt",
    )  # fmt: skip
    give(
        folder,
        "other.txt",
        "Ferries sail again, the owners said.\n",
        title="Ferries sail again",
        source="The Wend",
    )
    return folder


def test_the_latest_version_is_linked_and_counted_and_the_earlier_one_is_kept(desk: Path, tmp_path: Path) -> None:
    summary = built(desk, tmp_path / "story.db")
    assert summary.inputs == summary.reports + summary.rejections == 3
    assert replaced(tmp_path / "story.db") == {"desk/a.txt": ("desk/b.txt", "same address")}
    with open_story(tmp_path / "story.db") as story:
        earlier, latest = (
            next(r for r in story.reports() if r.location == f"desk/{name}") for name in ("a.txt", "b.txt")
        )
        assert story.in_report(Sentence, earlier.id)
        printed = {quotation.report for quotation in story.who_said("find out what happened")}
        assert printed == {earlier.id, latest.id}
        said = [u for u in story.utterances() if len(u.members) == 1]
        assert said
        assert len(said) == len(story.utterances())
        assert {story.tally(u.id).reports for u in said} == {1}
        assert not story.links(earlier.id)
        assert story.links(latest.id)
        assert not story.copies()  # a version of its own is no copy
        overview = views.overview(story)
        assert (overview.reports, overview.earlier_versions, overview.reports_unlinked) == (3, 1, 0)
        assert overview.origins_high == 2
        assert verify(story).problems == ()


def test_what_changed_is_shown_word_by_word(desk: Path, tmp_path: Path) -> None:
    built(desk, tmp_path / "story.db")
    with open_story(tmp_path / "story.db") as story:
        (row,) = views.versions(story)
        assert ("300", "312") in zip(row.removed, row.added, strict=True)
        assert any("One of them was hurt." in added for added in row.added)
        told = [line.text for part in explain(story, row.id).parts for line in part.lines]
        assert "“300” became “312”" in told
        about = [line.text for part in explain(story, row.report).parts for line in part.lines]
        assert any("neither linked nor counted" in line for line in about)


def exported(story: Path, to: Path) -> dict[str, bytes]:
    with open_story(story) as opened:
        export_story(opened, "jsonl", to)
    return {path.name: path.read_bytes() for path in sorted(to.iterdir())}


def test_versions_in_any_order_and_in_steps_make_the_same_story(desk: Path, tmp_path: Path) -> None:
    built(desk, tmp_path / "once.db")
    for step in sorted(desk.iterdir(), reverse=True):
        default_pipeline().run([step], tmp_path / "steps.db")
    assert exported(tmp_path / "steps.db", tmp_path / "s") == exported(tmp_path / "once.db", tmp_path / "o")


def test_three_versions_are_numbered_from_the_oldest(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    for day in (5, 3, 4):
        give(folder, f"{day}.txt", f"{BODY}It is the {day}th.\n", url=URL, date=f"2031-03-0{day}")
    built(folder, tmp_path / "story.db")
    with open_story(tmp_path / "story.db") as story:
        rows = views.versions(story)
    assert [(row.number, row.of, row.location, row.followed_at) for row in rows] == [
        (1, 3, "desk/3.txt", "desk/4.txt"),
        (2, 3, "desk/4.txt", "desk/5.txt"),
    ]


def test_without_an_address_outlet_and_headline_tell(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    give(folder, "a.txt", f"{BODY}There were 300 people on board.\n")
    give(folder, "b.txt", f"{BODY}There were 312 people on board.\n", date="2031-03-04")
    give(folder, "copy.txt", f"{BODY}There were 312 people on board.\n", source="The Wend")
    built(folder, tmp_path / "story.db")
    assert replaced(tmp_path / "story.db") == {"desk/a.txt": ("desk/b.txt", "same outlet and headline")}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "https://x.example/n", "title": "Ferries"}, {"url": "https://x.example/n", "title": "Mill"}),
        ({"title": "Markets close lower on Friday"}, {"title": "Markets close lower on Friday"}),
        ({"url": "https://x.example/"}, {"url": "https://x.example"}),
    ],
    ids=["a section page", "a headline that comes again", "the front page"],
)  # fmt: skip
def test_other_words_are_another_report(tmp_path: Path, first: dict[str, str], second: dict[str, str]) -> None:
    folder = tmp_path / "desk"
    give(folder, "a.txt", "The mill in Torv has closed its doors for good, its owners said on Sunday.\n", **first)
    give(folder, "b.txt", "Two ships met in the fog and nobody aboard either of them saw a light.\n", **second)
    built(folder, tmp_path / "story.db")
    assert replaced(tmp_path / "story.db") == {}


def test_the_summary_of_a_feed_never_replaces_the_report(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    give(folder, "page.txt", BODY, url=URL, date="2031-03-03")
    folder.joinpath("feed.xml").write_text(
        "<rss version='2.0'><channel><title>The Harbour Post</title>"
        "<item><title>Ferry runs aground off Norholm</title>"
        f"<link>{URL}?utm_medium=rss</link><pubDate>Wed, 05 Mar 2031 10:00:00 GMT</pubDate>"
        "<description>A ferry ran aground.</description></item></channel></rss>"
    )
    built(folder, tmp_path / "story.db")
    assert replaced(tmp_path / "story.db") == {"desk/feed.xml#1": ("desk/page.txt", "same address")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.x.example/a/", "http://x.example/a#top"),
        ("https://m.x.example/a?id=3&utm_source=t&fbclid=9", "https://x.example/a?id=3"),
        ("https://x.example/a/index.html", "https://x.example/a"),
        ("https://x.example/a/amp/", "https://x.example/a"),
    ],
)
def test_addresses_of_one_report_have_one_key(one: str, other: str) -> None:
    assert address_key(one) == address_key(other) is not None


def test_an_address_keeps_what_tells_reports_apart() -> None:
    assert address_key("https://x.example/show?id=3") != address_key("https://x.example/show?id=4")
    assert address_key("https://x.example/") is None
    assert address_key("https://[x.example/a") is None


def test_a_story_without_versions_says_so(tmp_path: Path) -> None:
    give(tmp_path / "desk", "a.txt")
    built(tmp_path / "desk", tmp_path / "story.db")
    story: Story
    with open_story(tmp_path / "story.db") as story:
        assert views.versions(story) == []


def test_a_report_of_which_only_a_summary_was_given_is_told_as_such(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    folder.mkdir()
    record = '{"title": "Ferry runs aground", "description": "President Odran Velk met Sira Tamm on Monday."}\n'
    folder.joinpath("feed.jsonl").write_text(record)
    built(folder, tmp_path / "story.db")
    with open_story(tmp_path / "story.db") as story:
        (row,) = views.reports(story)
        assert row.stub
        assert not any("Velk" in sentence.words.text for sentence in story.all(Sentence))
        assert "Velk" in story.report(row.id).text
