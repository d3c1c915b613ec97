"""The visible text of a web page, block by block, with the place of every character in the page's source.

A tokeniser of its own, because no parser at hand tells offsets at a bearable price: `html.parser` takes as long as
the whole extraction of the body, and lxml forgets them. It follows the HTML standard where pages of news need it:
references, void elements, implied end tags of paragraphs, list items and table cells, text that is not shown.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from dateline.intake.clean_text import CleanText
from dateline.span import Segment

_NOT_SHOWN = "script|style|template|noscript|noframes|textarea|iframe|svg|math|object|audio|video|canvas|xmp|title"
# Scripts are most of a page: "anything but <" is taken at one go, where ".*?" would go step by step.
_TOKEN = re.compile(
    r"<!--[^-]*+(?:-(?!->)[^-]*+)*+(?:-->|\Z)"
    rf"|<(?=[acimnostvx])(?P<raw>{_NOT_SHOWN})(?P<raw_attributes>(?=[\s/>])[^>]*)>"
    r"(?P<content>[^<]*+(?:<(?!/(?P=raw)\s*>)[^<]*+)*+)(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:[^>=]++|=\s*\"[^\"]*\"|=\s*'[^']*'|=)*+)>"
    r"|<[!?][^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_RUN = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?|\s+|&|[^\s&]++(?: [^\s&]++)*+")
_INLINE_TAGS = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q s samp small span strike
    strong sub sup time tt u var wbr picture source
"""
_INLINE = frozenset(_INLINE_TAGS.split())
_VOID_TAGS = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_TAGS.split())
_ENDS_PARAGRAPH = """
    address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav
    ol p pre section table ul figcaption details
"""
_CLOSED_BY_NEXT = {  # an open element on the left ends where one on the right begins
    "p": frozenset(_ENDS_PARAGRAPH.split()),
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
    "tr": frozenset({"tr"}),
    "option": frozenset({"option"}),
}
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|=|/|$)|display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ARIA_HIDDEN = re.compile(r"aria-hidden\s*=\s*[\"']?true", re.IGNORECASE)
_NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_BESIDE = frozenset({"span", "a", "time"})
_BEGINS_ITEM = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
MAX_DEPTH = 400  # open elements looked at for an end tag; deeper ones are a page gone wrong


@dataclass(slots=True, eq=False)  # not frozen: a page has thousands, and a frozen one takes three times as long
class Element:
    """An open element of the page; elements compare by identity, and nothing changes them."""

    tag: str
    names: frozenset[str]  # words of its class, id and role, also joined: "read-more" gives read, more, readmore
    parent: Element | None
    hidden: bool = False


@dataclass(slots=True)
class Block:
    """A run of visible text without a break: characters [start, end) of the clean text."""

    start: int
    end: int
    element: Element
    link_chars: int = 0  # of them inside links
    names: frozenset[str] = frozenset()  # of the inline elements that it begins with


@dataclass(slots=True)
class Page:
    """What a page shows and what its head says."""

    text: str
    segments: tuple[Segment, ...]
    blocks: list[Block]
    title: str | None
    metas: list[tuple[str, str]]  # lower-case name or property, content, in order
    json_ld: list[str]
    canonical: str | None
    language: str | None
    times: list[tuple[int, str]]  # offset in the clean text, datetime attribute of a time element


def read_page(source: str) -> Page:
    """Walk a page once."""
    walker = _Walker(source)
    walker.walk()
    return Page(
        text=walker.clean.text,
        segments=walker.clean.segments,
        blocks=walker.blocks,
        title=walker.title,
        metas=walker.metas,
        json_ld=walker.json_ld,
        canonical=walker.canonical,
        language=walker.language,
        times=walker.times,
    )


@dataclass(slots=True)
class _Walker:
    source: str
    clean: CleanText = field(default_factory=CleanText)
    blocks: list[Block] = field(default_factory=list)
    title: str | None = None
    metas: list[tuple[str, str]] = field(default_factory=list)
    json_ld: list[str] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    times: list[tuple[int, str]] = field(default_factory=list)
    here: Element = field(default_factory=lambda: Element("body", frozenset(), None))
    block: Block | None = None
    gap: int | None = None  # raw offset of white space not yet copied
    links: int = 0
    inline_names: frozenset[str] = frozenset()
    closed: bool = False  # an inline element has just ended
    beside: bool = False  # and the next has begun at once: "<span>Ann</span><span>3 May</span>"
    broken: str = ""  # what separates the next block: "\n" after <br>, else a blank line

    def walk(self) -> None:
        """Take the tokens in turn, and the text between them."""
        at = 0
        token = None
        last = (
            self.source.rfind(">") + 1
        )  # behind it no tag can end: without this bound, "<b <b <b" costs its square
        for token in _TOKEN.finditer(self.source, 0, last):
            if token.start() > at:
                self._text(at, token.start())
            at = token.end()
            if token["name"]:
                self._tag(token["name"].lower(), bool(token["slash"]), token["attributes"])
            elif token["raw"]:
                self._not_shown(token["raw"].lower(), token["raw_attributes"], token["content"])
        if token is None or token.end() < last or not _runs_on(token):
            self._text(at, len(self.source))
        self._close_block()

    def _text(self, start: int, end: int) -> None:
        """Copy visible text, runs of white space as one space, references as what they stand for."""
        if self.here.hidden:
            return
        for run in _RUN.finditer(self.source, start, end):
            words = run[0]
            if words[0] == "&":
                words = html.unescape(words)
            if words.isspace():
                self.gap = run.start() if self.gap is None else self.gap
                continue
            self._write(words, run.start())

    def _write(self, words: str, raw: int) -> None:
        """Add words to the open block, or open one."""
        if self.block is None:
            if self.blocks:
                self.clean.put(self.broken or "\n\n")
            self.block = Block(self.clean.length, self.clean.length, self.here, names=self.inline_names)
            self.broken = ""
        elif self.gap is not None:
            self.clean.copy(" ", self.gap)
        elif self.beside and words[0] in _BEGINS_ITEM:
            self.clean.put(" ")  # style sheets set such elements apart; in one word they do not begin in capitals
        self.gap = None
        self.closed = self.beside = False
        before = self.clean.length
        self.clean.copy(words, raw)
        self.block.end = self.clean.length
        if self.links:
            self.block.link_chars += self.clean.length - before

    def _close_block(self) -> None:
        if self.block is not None and self.block.end > self.block.start:
            self.blocks.append(self.block)
        self.block = None
        self.gap = None

    def _tag(self, name: str, closing: bool, attributes: str) -> None:
        """A tag begins or ends an element; only those that break a line open a new block."""
        if name in _INLINE:
            self._inline(name, closing, attributes)
        elif closing:
            self._close_block()
            self._close(name)
        else:
            self._open(name, attributes)

    def _inline(self, name: str, closing: bool, attributes: str) -> None:
        if name == "a":
            self.links = 0 if closing else 1
        if closing:
            self.inline_names = frozenset()
            self.closed = True
            return
        self.beside = self.closed and name in _BESIDE
        if self.block is None and ("class" in attributes or "itemprop" in attributes or "rel" in attributes):
            self.inline_names |= _read_names(attributes)[0]
        if name == "time":
            stated = _attributes(attributes).get("datetime")
            if stated:
                self.times.append((self.clean.length, stated))

    def _open(self, name: str, attributes: str) -> None:
        """A block element, a void one, or one of the head."""
        if name == "meta":
            self._meta(_attributes(attributes))
        elif name == "link":
            found = _attributes(attributes)
            if found.get("rel", "").lower() == "canonical":
                self.canonical = found.get("href") or self.canonical
        elif name == "br":
            self._close_block()
            self.broken = "\n\n" if self.broken else "\n"
        elif name in _VOID:
            if name == "hr":
                self._close_block()
        elif name == "html":
            self.language = _attributes(attributes).get("lang") or self.language
        elif name not in ("head", "body"):
            self._push(name, attributes)

    def _push(self, name: str, attributes: str) -> None:
        self._close_block()
        self.broken = ""
        self.inline_names = frozenset()
        self.links = 0
        while name in _CLOSED_BY_NEXT.get(self.here.tag, ()) and self.here.parent:
            self.here = self.here.parent
        names, hidden = _read_names(attributes)
        self.here = Element(name, names, self.here, hidden or self.here.hidden)

    def _close(self, name: str) -> None:
        """End the nearest open element of that name; an end tag without one is passed by."""
        self.broken = ""
        element: Element | None = self.here
        for _ in range(MAX_DEPTH):
            if element is None or element.parent is None:
                return
            if element.tag == name:
                self.here = element.parent
                return
            element = element.parent

    def _meta(self, attributes: dict[str, str]) -> None:
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = attributes.get("content", "").strip()
        if name and content:
            self.metas.append((name.strip().lower(), content))

    def _not_shown(self, name: str, attributes: str, content: str) -> None:
        """Elements whose content is no text of the page; the title and linked data are read."""
        if name == "title" and self.title is None:
            self.title = " ".join(html.unescape(content).split()) or None
        elif name == "script" and "ld+json" in attributes.lower():
            self.json_ld.append(content)


def _runs_on(token: re.Match[str]) -> bool:
    """True for the last token of a page if it is a comment or hidden element that never ends."""
    if token["raw"]:
        return token.end("content") == token.end()
    return token[0].startswith("<!--") and not token[0].endswith("-->")


def _attributes(words: str) -> dict[str, str]:
    """Attributes of a tag by lower-case name, the first of each, references resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(words):
        found.setdefault(name.lower(), html.unescape(double or single or bare))
    return found


@lru_cache(maxsize=4096)  # a page names most of its elements alike
def _read_names(tag_attributes: str) -> tuple[frozenset[str], bool]:
    """Words of class, id, role and the like, singly and joined in one name; whether the element is hidden."""
    words: set[str] = set()
    attributes = _attributes(tag_attributes)
    for key in ("class", "id", "role", "itemprop", "rel", "data-component", "data-testid"):
        for name in attributes.get(key, "").split()[:12]:
            parts = [part.lower() for part in _NAME_WORD.findall(name)[:8]]
            words.update(parts)
            words.add("".join(parts))
            words.update(a + b for a, b in pairwise(parts))
    hidden = _HIDDEN.search(tag_attributes) or _ARIA_HIDDEN.search(tag_attributes)
    return frozenset(words), hidden is not None
