"""A report in a language that is not read: kept, searchable, shown as unread, and in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import Story, build
from dateline.model import Mention, Paragraph, ParagraphKind, Quotation, Sentence
from dateline.settings import Settings
from dateline.story import views

ENGLISH = (
    "2031-06-05 Bridge closed after ropes tear\n\nThe bridge over the Lin was closed on Monday because two of its "
    "ropes had torn, the city said.\n\n“We heard it sing for a week,” said Hanne Moor, who lives below it."
)
SPANISH = (
    "2031-06-05 Cierran el puente\n\nEl puente sobre el río fue cerrado el lunes porque dos de sus cables se "
    "habían roto.\n\n“Lo oímos cantar toda la semana”, dijo Hanne Moor, que vive debajo, a los periodistas "
    "de Lund."
)


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = tmp_path_factory.mktemp("unread")
    (folder / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "b.txt").write_text(SPANISH, encoding="utf-8")
    with build([folder / "a.txt", folder / "b.txt"], folder / "story.db") as opened:
        yield opened


def test_nothing_is_read_from_it(story: Story) -> None:
    unread = next(report for report in story.reports() if report.language == "es")
    for kind in (Sentence, Mention, Quotation):
        assert not story.in_report(kind, unread.id)
        assert story.all(kind)
    assert {paragraph.kind for paragraph in story.in_report(Paragraph, unread.id)} == {ParagraphKind.UNREAD}


def test_it_is_found_by_its_words(story: Story) -> None:
    assert [hit.text for hit in story.search("cables roto")] == [SPANISH.split("\n\n")[1]]


def test_views_say_that_it_is_unread(story: Story) -> None:
    assert [row.unread for row in views.reports(story) if row.unread] == ["unread: language es"]
    assert views.overview(story).reports_unread == 1


def test_languages_to_be_read_are_a_setting(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SPANISH, encoding="utf-8")
    settings = Settings(languages=("en", "es"))
    with build([tmp_path / "b.txt"], tmp_path / "story.db", settings=settings) as opened:
        assert opened.all(Sentence)
        assert views.overview(opened).reports_unread == 0
