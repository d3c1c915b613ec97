"""What all tests share: one language model a session, and `read`, which takes a small text through stages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.reading.parse import ParseStage
from dateline.stage import Context, Draft, ReportStage
from dateline.testing import arrival
from dateline.testing import read as read_arrival


@pytest.fixture(scope="session")
def context() -> Context:
    return Context()


@pytest.fixture
def read(context: Context) -> Callable[..., Draft]:
    """read(text, *stages, published=..., title=...) parses the text and runs the stages on it."""

    def read_text(
        text: str, *stages: ReportStage, published: str | None = "2030-05-14", title: str | None = None
    ) -> Draft:
        return read_arrival(
            arrival(text, published=published, title=title), ParseStage(), *stages, context=context
        )

    return read_text
