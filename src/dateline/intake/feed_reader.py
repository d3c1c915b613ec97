"""Feeds: RSS in all its versions, Atom, RDF. Each item is an input; feedparser reads them as they are found.

The publisher of an item is its own `<source>` where it has one (an aggregator's feed names the outlet there), then
what the feed says of itself. Its text is `content:encoded`, Atom's `content`, or a description long enough to be
the report. Of an item with a shorter description the report itself is not there: the description is marked as
furniture (a teaser, by the rule "only a summary"), so that it is shown and not read.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from typing import Any

from dateline.intake.clean_text import cleaned
from dateline.intake.fields import keep
from dateline.intake.found import Found, Item, digest_of_bytes, refused
from dateline.intake.guard import Refusal
from dateline.intake.outlet_names import outlet_in_title, without_outlet
from dateline.intake.record_sheet import finish, is_markup, lay_out
from dateline.intake.sheet import Sheet, Trust
from dateline.intake.visible import read_page
from dateline.model import Field, RejectionCode

FULL_WORDS = 150  # a description of more is the report: summaries in feeds have some 30 words, rarely above 80
_END = re.compile(r"</\s*(?:\w+:)?(?:rss|feed|rdf)\s*>\s*(?:<!--.*?-->\s*)*\Z", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#[xX]\w+|[a-zA-Z]+);")


def read_feed(text: str, location: str, digest: str) -> Iterator[Item]:
    """The items of a feed in their order; the last one of a feed that is cut is refused."""
    import feedparser  # here: it takes longer to load than a story to open

    found = feedparser.parse(  # a stream: of a string feedparser asks first whether it is an address
        io.BytesIO(_as_utf8(text)),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    cut = not _END.search(text[-2000:])
    if not found.entries:
        what = "a feed that is cut before its first item ends" if cut else "a feed without items"
        yield refused(location, digest, Refusal(RejectionCode.MALFORMED if cut else RejectionCode.EMPTY, what))
        return
    for number, entry in enumerate(found.entries, 1):
        here, own = f"{location}#{number}", digest_of_bytes(_told(entry).encode("utf-8", "replace"))
        if cut and number == len(found.entries):
            yield refused(
                here, own, Refusal(RejectionCode.MALFORMED, "the feed is cut within or behind this item")
            )
        else:
            yield Found(here, own, _reader(entry, found.feed))


def _as_utf8(text: str) -> bytes:
    """The feed as bytes, its XML declaration saying the same."""
    declared = re.compile(r"(<\?xml[^>]*?encoding\s*=\s*[\"'])[^\"']*", re.IGNORECASE)
    return declared.sub(r"\1utf-8", text, count=1).lstrip("\ufeff \t\r\n").encode("utf-8", "replace")


def _reader(entry: Any, feed: Any) -> Callable[[], Sheet]:
    return lambda: _lay_out(entry, feed)


def _lay_out(entry: Any, feed: Any) -> Sheet:
    """One item as a sheet; Refusal NO_TEXT if it has neither text nor summary."""
    source = entry.get("source") or {}
    publisher = _words(source.get("title") or source.get("value"))
    title = without_outlet(_plain(entry.get("title_detail"), entry.get("title")), publisher)
    body, markup, stub = _body(entry)
    sheet = lay_out("feed", title, body, markup=markup, stub=stub)
    keep(sheet, Field.OUTLET, publisher, "source of the item", Trust.STATED)
    keep(
        sheet,
        Field.OUTLET,
        _words(entry.get("publisher") or feed.get("publisher")),
        "dc:publisher",
        Trust.DECLARED,
    )
    for name, trust in (("published", Trust.STATED), ("created", Trust.STATED), ("updated", Trust.KEPT)):
        keep(sheet, Field.PUBLISHED, _words(_own(entry, name)), f"item {name}", trust)
    if not (_own(entry, "published") or _own(entry, "created")):  # Atom items may have no other date
        keep(sheet, Field.PUBLISHED, _words(_own(entry, "updated")), "item updated", Trust.STATED)
    authors = [_words(one.get("name")) for one in entry.get("authors") or () if isinstance(one, dict)]
    byline = ", ".join(filter(None, authors)) or _words(entry.get("author"))
    keep(sheet, Field.BYLINE, byline, "author of the item", Trust.STATED)
    if (link := _words(entry.get("link"))).startswith(("http:", "https:")):
        sheet.add(Field.URL, link, "link of the item", Trust.STATED)
    if not publisher:  # the feed of an aggregator names itself
        sheet.add(Field.OUTLET, outlet_in_title(feed.get("title")), "title of the feed", Trust.IMPLIED)
    language = _words(entry.get("language") or feed.get("language"))
    sheet.language = language[:2].lower() if language[:2].isalpha() else None
    return finish(sheet)


def _body(entry: Any) -> tuple[str, bool, bool]:
    """The text of an item, whether it is markup, and whether it is a mere summary."""
    contents = [c for c in entry.get("content") or () if isinstance(c.get("value"), str) and c["value"].strip()]
    if contents:
        content = max(contents, key=lambda c: ("html" in str(c.get("type")), len(c["value"])))
        return content["value"], _is_html(content), False
    summary = entry.get("summary_detail") or {"value": entry.get("summary")}
    words = summary.get("value")
    if not isinstance(words, str) or not words.strip():
        raise Refusal(RejectionCode.NO_TEXT, "an item of a feed with neither text nor summary")
    shown = read_page(words).text if _is_html(summary) else words
    return words, _is_html(summary), len(shown.split()) < FULL_WORDS


def _is_html(content: Any) -> bool:
    """True for markup. feedparser takes any description for HTML: one without a tag or reference is text."""
    value, kind = content["value"], str(content.get("type") or "")
    return bool(_TAG.search(value)) if "html" in kind or "xml" in kind else is_markup(value)


def _plain(detail: Any, words: Any) -> str:
    """A title as a reader sees it."""
    title = _words(words)
    is_html = isinstance(detail, dict) and "html" in str(detail.get("type"))
    return " ".join(read_page(title).text.split()) if is_html and _TAG.search(title) else title


def _words(value: Any) -> str:
    return " ".join(cleaned(value).split()) if isinstance(value, str) else ""


def _told(entry: Any) -> str:
    """What tells an item from others: everything that it states of itself."""
    contents = [str(one.get("value")) for one in entry.get("content") or ()]
    names = ("id", "link", "title", "summary", "published", "updated", "author")
    return "\x1f".join([*(str(_own(entry, name)) for name in names), *contents])


def _own(entry: Any, name: str) -> Any:
    """A value that the item states itself: asked for a missing `updated`, feedparser answers with `published`."""
    return entry[name] if name in entry else None  # noqa: SIM401 -- its get() answers so too
