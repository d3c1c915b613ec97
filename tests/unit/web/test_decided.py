"""What a person ruled is marked on the page, with who and why, wherever the record stands."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from dateline.model import Conflict, DecisionKind, MergedEvent, Utterance
from dateline.pipeline import default_pipeline
from dateline.story import Store, Story, open_story
from dateline.story.deciding import Ruled, decide
from dateline.web.desk import Desk
from dateline.web.dossier import dossier_html
from dateline.web.parts.speech import speech

CLOCK = dt.datetime(2031, 6, 1, tzinfo=dt.UTC)


@pytest.fixture
def path(sample_story: Path, tmp_path: Path) -> Path:
    copied = tmp_path / "story.db"
    shutil.copy(sample_story, copied)
    return copied


def ruled(path: Path, kind: DecisionKind, *ids: str, value: str | None = None) -> str:
    """The page once a decision is kept and linked by."""
    with Store.open(path) as store:
        decide(store, Ruled(kind=kind, ids=ids, author="Ann Lee", reason="<as> filed", value=value), CLOCK)
    assert default_pipeline().link(path)
    with open_story(path) as story:
        return dossier_html(story)


def first_said(story: Story) -> Utterance:
    """An utterance with one speaker, printed once."""
    return next(one for one in story.utterances() if len(one.speakers) == 1 and len(one.members) == 1)


def section(page: str, name: str) -> str:
    """One section of the page, tags and all, its white space made one."""
    return " ".join(page.partition(f'<section id="{name}"')[2].partition("</section>")[0].split())


def marked(words: str) -> str:
    return f'<span class="decided"><b>decided</b> {words}</span>'


BY = "by decision of Ann Lee: &lt;as&gt; filed"


def test_a_page_on_which_nobody_ruled_has_no_mark(path: Path) -> None:
    with open_story(path) as story:
        assert 'class="decided"' not in dossier_html(story)


def test_an_actor_that_was_renamed_says_so(path: Path) -> None:
    with open_story(path) as story:
        one = story.who("Ilan Dorvak")[0].id
    page = ruled(path, DecisionKind.RENAME, one, value="Ilan R. Dorvak")
    assert marked(f"named “Ilan R. Dorvak” {BY}") in section(page, "actors")


def test_an_event_that_was_dated_says_so_in_the_timeline(path: Path) -> None:
    with open_story(path) as story:
        event = next(one for one in story.events() if one.time and len(one.members) > 1)
    page = ruled(path, DecisionKind.REDATE, event.id, value="2030-01-02")
    assert f"<b>decided</b> dated 2 Jan 2030 {BY} (the reports:" in section(page, "timeline")


def test_what_is_disputed_says_what_was_ruled_on_it_and_keeps_its_sides(path: Path) -> None:
    with open_story(path) as story:
        dispute = next(one for one in story.all(Conflict) if isinstance(story.get(one.about), MergedEvent))
    page = ruled(path, DecisionKind.ACCEPT, dispute.about)
    (shown,) = re.findall(rf'<article class="dispute" id="{dispute.id}".*?</article>', section(page, "disputes"))
    assert marked(f"confirmed {BY}") in shown
    assert shown.count('<p class="value">') == len(dispute.sides)


def test_words_stand_with_the_speaker_they_were_given_to_and_name_that_decision(path: Path) -> None:
    with open_story(path) as story:
        said = first_said(story)
        given = next(one for one in story.actors() if one.name == "Ruta Salme" and one.id != said.speaker)
    page = ruled(path, DecisionKind.REATTRIBUTE, said.id, given.id)
    assert marked(f"given to this speaker {BY}") in section(page, "speech")
    with open_story(path) as story:
        (line,) = [line for line in speech(Desk(story), 400).lines if line.id == said.id]
    assert [name.text for name in line.speakers] == ["Ruta Salme"]
