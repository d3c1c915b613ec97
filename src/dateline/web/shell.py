"""A template in the shell of the desk: the menu, the search field, the foot."""

from __future__ import annotations

from typing import Any

from dateline.web.linking import UNDER_WAY
from dateline.web.links import AcrossPages
from dateline.web.pages import PAGES
from dateline.web.templating import environment


def render(template: str, **context: Any) -> str:
    """A page as text."""
    under_way = context.get("linking") == UNDER_WAY
    given = {"to": AcrossPages(), "menu": PAGES, "linking": "", "under_way": under_way} | context
    return environment().get_template(template).render(given) + "\n"
