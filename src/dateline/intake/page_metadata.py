"""What the head of a page and its linked data say of title, date, outlet, authors and address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from dateline.intake.clean_text import cleaned
from dateline.intake.fields import keep, names, stated
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.visible import Page
from dateline.model import Field

_TONGUE = re.compile(r"[A-Za-z]{2}(?:\W|_|$)")
MAX_NESTING = 6  # of linked data: graph, list, article, publisher


def read_head(page: Page, sheet: Sheet) -> None:
    """Add candidates from linked data, meta tags, canonical link and title, in this order of trust."""
    for article in _articles(page.json_ld):
        for field, trust, name in stated("linked", Trust.DECLARED):
            _keep(sheet, field, trust, f"JSON-LD {name}", _stated(article.get(name)))
    for field, trust, name in stated("meta", Trust.DECLARED):
        for content in (content for given, content in page.metas if given == name):
            _keep(sheet, field, trust, f"meta {name}", content)
    if page.canonical:
        _keep(sheet, Field.URL, Trust.DECLARED, "canonical link", page.canonical)
    if page.title:
        _keep(sheet, Field.TITLE, Trust.IMPLIED, "title element", page.title)
    tongues = [
        page.language or "",
        *(content for name, content in page.metas if name in names("meta", "language")),
    ]
    sheet.language = next((tongue[:2].lower() for tongue in tongues if _TONGUE.match(tongue)), None)


def _keep(sheet: Sheet, field: Field, trust: Trust, found_in: str, value: str) -> None:
    """One candidate; an address is no author, a bare path is no URL."""
    value = " ".join(cleaned(value).split())
    if field is Field.BYLINE and value.startswith(("http:", "https:", "/")):
        return
    if field is Field.URL and not value.startswith(("http:", "https:")):
        return
    keep(sheet, field, value, found_in, trust)


def _articles(scripts: list[str]) -> Iterator[dict[str, Any]]:
    """Objects of linked data that are articles, those of a news type first; broken data is passed by."""
    found: list[dict[str, Any]] = []
    for script in scripts:
        try:
            found += _objects(json.loads(script.strip().removesuffix(";"), strict=False), MAX_NESTING)
        except (ValueError, RecursionError):
            continue
    for kind in names("linked", "types"):
        for item in found:
            given = item.get("@type")
            if kind == given or (isinstance(given, list) and kind in given):
                yield item


def _objects(item: Any, depth: int) -> Iterator[dict[str, Any]]:
    """An object, or those in a list or a graph."""
    if depth == 0:
        return
    if isinstance(item, list):
        for part in item:
            yield from _objects(part, depth - 1)
    elif isinstance(item, dict):
        yield item
        for name in ("@graph", "mainEntity", "itemListElement"):
            yield from _objects(item.get(name), depth - 1)


def _stated(value: Any) -> str:
    """A value of linked data as text: a string, an object's name, or several of these."""
    if isinstance(value, list):
        return ", ".join(filter(None, (_stated(item) for item in value[:20])))
    if isinstance(value, dict):
        name = value.get("name") or value.get("@id") or ""
        return _stated(name) if isinstance(name, (str, list)) else ""
    return value if isinstance(value, str) else ""
