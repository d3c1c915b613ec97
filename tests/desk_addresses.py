"""An address for every page of the desk, so that a page that is new is tried without a word about it here."""

from __future__ import annotations

from pathlib import Path

from dateline.model import Conflict
from dateline.story import Story, open_story
from dateline.web.pages import PAGES
from dateline.web.pages.page import Page

ALWAYS = ("page", "rows")  # values that every address may have
BESIDE = {"compare": ("a", "b", "c", "d"), "report": ("at", "show")}  # values that no form of the page has


def addresses(story: Path) -> dict[str, str]:
    """Every page by its name, and some in a state that shows more of them."""
    with open_story(story) as opened:
        found = {page.name: page.path.replace("{id}", _id(opened, page)) for page in PAGES}
        one, other = (report.id for report in opened.reports()[:2])
        actor = opened.actors()[0].id
        word = opened.actors()[0].name.split()[-1]
        act = opened.events()[0].id
    return found | {
        "reader with all layers": f"/reports/{one}?show=quotations,events,times,mentions&at=20-60#at",
        "two reports": f"/compare?a={one}&b={other}",
        "search for a name": f"/search?q={word}",
        "network of one": f"/network?actor={actor}",
        "acts of one": f"/timeline?actor={actor}",
        "claims of one act": f"/claims?of={act}",
        "claims disputed": "/claims?standing=disputed",
    }


def values_of(page: Page) -> tuple[str, ...]:
    """The names of all values that a page's address may have."""
    return (*(each.name for each in page.filters), *BESIDE.get(page.name, ()), *ALWAYS)


def _id(story: Story, page: Page) -> str:
    """The id of a record that a page is about; KeyError for a page of a kind that nobody has told of here."""
    if "{id}" not in page.path:
        return ""
    first = {
        "/actors/{id}": lambda: story.actors()[0].id,
        "/reports/{id}": lambda: story.reports()[0].id,
        "/records/{id}": lambda: (story.all(Conflict) or story.events())[0].id,
    }
    return first[page.path]()
