"""Names of outlets in the titles of feeds and the headlines of aggregators."""

from __future__ import annotations

import re
from typing import Any

from dateline.intake.wording import sounds_like_outlet

_PARTS = re.compile(r"\s+[|–—·»:>-]+\s+|\s*[|»>]\s*|: ")
MAX_WORDS = 6  # of an outlet's name


def outlet_in_title(title: Any) -> str:
    """The outlet in the title of a feed: "World news | The Harbour Post"; empty if none sounds like one."""
    parts = [part.strip() for part in _PARTS.split(title)] if isinstance(title, str) else []
    fit = [part for part in parts if part and len(part.split()) <= MAX_WORDS and sounds_like_outlet(part)]
    return fit[0] if fit else ""


def without_outlet(headline: str, outlet: str) -> str:
    """A headline without " - Outlet" at its end, as aggregators put it there."""
    if not outlet:
        return headline
    return re.sub(rf"\s+[-–—|]\s+{re.escape(outlet)}\s*\Z", "", headline) or headline
