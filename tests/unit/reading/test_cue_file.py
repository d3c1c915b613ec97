from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.errors import SettingsError
from dateline.model import Quotation, Stance
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.speech.cue_file import check_cues, read_cues
from dateline.reading.speech.cues import use_cues
from dateline.settings import Settings
from dateline.stage import Context
from dateline.testing import arrival, read

MINE = '[verbs]\ngrumble = { stance = "accuses", content = ["clause"] }\n'
TEXT = "Mara Lindqvist grumbled that the bridge was unsafe."


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    yield
    use_cues("")


def found(cues: str, context: Context) -> list[Quotation]:
    own = Context(Settings(cues=cues), context.shared)
    return list(read(arrival(TEXT), ParseStage(), MentionStage(), QuotationStage(), context=own).of(Quotation))


def test_a_verb_of_the_user_s_reports_speech(context: Context) -> None:
    assert found("", context) == []
    (one,) = found(MINE, context)
    assert (one.stance, [words.text for words in one.contents]) == (Stance.ACCUSES, ["that the bridge was unsafe"])


def test_a_verb_of_the_program_is_read_as_the_user_says(context: Context) -> None:
    own = Context(Settings(cues='[verbs]\nsay = { stance = "claims", content = ["clause"] }'), context.shared)
    draft = read(
        arrival("Mara Lindqvist said that the bridge was safe."),
        ParseStage(), MentionStage(), QuotationStage(), context=own,
    )  # fmt: skip
    assert [one.stance for one in draft.of(Quotation)] == [Stance.CLAIMS]


def test_the_next_build_without_the_file_knows_nothing_of_it(context: Context) -> None:
    assert found(MINE, context)
    assert found("", context) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[verbs", "not TOML"),
        ("[words]\ngrumble = 1", "none of verbs"),
        ("verbs = 1", "none of verbs"),
        ("[verbs]\ngrumble = 1", "needs a stance"),
        ('[verbs]\ngrumble = { stance = "shouts", content = ["clause"] }', "needs a stance"),
        ('[verbs]\ngrumble = { stance = "states" }', "content"),
        ('[verbs]\ngrumble = { stance = "states", content = [] }', "content"),
        ("[media]\nnouns = 3", "list of words"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said) as error:
        check_cues(text)
    assert "docs/cues.md" in error.value.hint


def test_the_program_s_own_file_is_a_good_one() -> None:
    from dateline import vocabulary

    check_cues((Path(vocabulary.__file__).parent / "cues.toml").read_text(encoding="utf-8"))


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"away\.toml"):
        read_cues(tmp_path / "away.toml")
