"""The environment of all templates: everything is escaped, and nothing may be missing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from dateline.story.wording import count_of, origins_in_words
from dateline.web.drawing.graph import SHAPES
from dateline.web.text import shown


@cache
def environment() -> Environment:
    """Templates of this package. Every text is escaped, whatever the file; only our own drawings are `Markup`."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_final,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["count_of"] = count_of
    made.globals.update(origins_in_words=origins_in_words, shapes=SHAPES)
    return made


def _final(value: Any) -> Any:
    """What an expression prints: text of reports without what a page cannot hold."""
    return shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def style(name: str) -> Markup:
    """A style sheet of ours, to stand inside a page."""
    text = files("dateline.web").joinpath("static", name).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 -- a file of this package
