"""SVG elements. The standard library's tree writes them, so that every text and attribute is escaped."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from markupsafe import Markup

from dateline.web.text import shown

__all__ = ["Element", "add", "as_markup", "picture", "titled"]


def picture(width: float, height: float, name: str, label: str) -> Element:
    """An empty picture; `label` is what a screen reader says in its place."""
    box = f"0 0 {number(width)} {number(height)}"
    return Element(
        "svg", {"class": name, "viewBox": box, "role": "img", "aria-label": shown(label), "width": number(width)}
    )


def add(parent: Element, tag: str, text: str | None = None, **attributes: float | str) -> Element:
    """A new child: `class_` is `class`, `stroke_width` is `stroke-width`, numbers get one decimal."""
    given = {
        name.rstrip("_").replace("_", "-"): value if isinstance(value, str) else number(value)
        for name, value in attributes.items()
    }
    child = SubElement(parent, tag, given)
    child.text = shown(text) if text is not None else None
    return child


def titled(element: Element, words: str) -> Element:
    """Words that a pointer over the element shows."""
    add(element, "title", words)
    return element


def number(value: float) -> str:
    """One decimal, none where it is 0: enough for a screen, and the same on every machine."""
    return (
        f"{value:.1f}".removesuffix(".0").replace("-0", "0")
        if abs(value) < 0.05
        else f"{value:.1f}".removesuffix(".0")
    )


def as_markup(element: Element) -> Markup:
    """The element as text that a template does not escape again."""
    return Markup(tostring(element, encoding="unicode"))  # noqa: S704 -- the tree escaped every text in it
