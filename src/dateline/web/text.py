"""Text from reports on its way to a page: kept as it is, but for what no page can hold or what would steer it."""

from __future__ import annotations

import re

# Controls and lone surrogates, which HTML forbids, and bidirectional overrides and isolates, which would turn the
# words that follow them around. Tabs and line breaks are white space and stay.
_UNSHOWABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def shown(text: str) -> str:
    """Text in which each unshowable character is U+FFFD."""
    return _UNSHOWABLE.sub("\ufffd", text)
