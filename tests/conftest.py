"""What all tests share: one language model a session, and `read`, which takes a small text through stages."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

from dateline import sample
from dateline.pipeline import default_pipeline
from dateline.reading.parse import ParseStage
from dateline.stage import Context, Draft, ReportStage
from dateline.testing import arrival
from dateline.testing import read as read_arrival
from eval.gold import GoldMissingError
from eval.trace.__main__ import seeds
from tests.effort import SWEEP

# The same examples in every run of `make test`: a red run means a changed program. `make sweep` draws new ones.
settings.register_profile("dateline", derandomize=not SWEEP)
settings.load_profile("dateline")

MAY_BE_AWAY = "no gold folder here"  # gold may not be passed on: a clone without it is whole


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under DATELINE_REQUIRE_ALL=1 a test that is skipped for something missing has failed."""
    report = yield
    if report.skipped and os.environ.get("DATELINE_REQUIRE_ALL") and MAY_BE_AWAY not in str(report.longrepr):
        report.outcome = "failed"
    return report


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


@pytest.fixture(scope="session")
def sample_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story of the bundled sample, built once; only read from it."""
    path = tmp_path_factory.mktemp("sample") / "sample.db"
    default_pipeline().run([sample.FOLDER], path)
    return path


@pytest.fixture(scope="session")
def seeds_story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story of the seeds, built once where they lie beside the gold; only read from it."""
    try:
        folder = seeds()
    except GoldMissingError:
        pytest.skip(f"{MAY_BE_AWAY}: the seeds are not read")
    path = tmp_path_factory.mktemp("seeds") / "seeds.db"
    default_pipeline().run([folder], path)
    return path
