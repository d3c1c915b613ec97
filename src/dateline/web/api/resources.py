"""The lists of the API: those of the pages, narrowed as there, and the plain tables of a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.story import views
from dateline.story.views import Row
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import PAGES, Page
from dateline.web.pages.forms import Filter
from dateline.web.pages.page import Table

_NAMES = {"speech": "quotations", "disputes": "conflicts"}  # of pages that are called by what they are about
_TABLES = ("gists", "rejections", "copies", "origins", "versions", "decisions")  # that no page narrows


@dataclass(frozen=True, slots=True)
class Resource:
    """One list."""

    name: str  # of its address: /api/v1/NAME
    row: type[Row]
    rows: Callable[[Desk, Asked], Sequence[Row]]
    filters: tuple[Filter, ...]

    @property
    def words(self) -> str:
        """What a row is, in the words of its class."""
        return (self.row.__doc__ or "").partition("\n")[0]


def _of_page(page: Page, table: Table) -> Resource:
    return Resource(_NAMES.get(page.name, page.name), table.row, table.rows, page.filters)


def _of_table(name: str) -> Resource:
    (table,) = (table for table in views.TABLES if table.name == name)
    return Resource(name, table.row, lambda desk, _: desk.rows_of(table), ())


RESOURCES: tuple[Resource, ...] = (
    *(_of_page(page, page.table) for page in PAGES if page.table),
    *(_of_table(name) for name in _TABLES),
)
