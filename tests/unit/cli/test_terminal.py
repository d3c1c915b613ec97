"""Printing: nothing from a report steers the terminal, nothing is cut."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from dateline.cli.terminal import BAR, Paper, Quoted, plain, styled


def printed(width: int = 40, **options: bool) -> tuple[Paper, StringIO]:
    out = StringIO()
    return Paper(Console(file=out, width=width, markup=False, highlight=False, emoji=False, **options)), out


def test_an_escape_sequence_is_shown_and_not_sent() -> None:
    assert plain("a\x1b[31mred") == "a␛[31mred"


def test_overrides_of_direction_and_c1_controls_are_replaced() -> None:
    assert plain("a\u202eb\x9b2Jc\x7f") == "a\ufffdb\ufffd2Jc\ufffd"


def test_line_breaks_become_one_space_and_spaces_stay() -> None:
    assert plain("a \n\n\tb  c") == "a b  c"


def test_marks_of_right_to_left_names_are_kept() -> None:
    assert plain("אב\u200f!") == "אב\u200f!"


@given(st.text())
def test_no_control_character_survives(text: str) -> None:
    assert not any(ord(sign) < 0x20 or 0x7F <= ord(sign) < 0xA0 for sign in plain(text))


@pytest.mark.parametrize("text", ["[bold]x[/bold]", "[link=https://x.example]y[/link]", ":smile:", "[/]"])
def test_markup_of_rich_is_printed_as_it_stands(text: str) -> None:
    paper, out = printed()
    paper.line(text)
    assert out.getvalue() == f"{text}\n"


def test_long_lines_are_wrapped_with_their_indent_and_without_spaces_at_their_ends() -> None:
    paper, out = printed(20)
    paper.line("one two three four five six", indent=4)
    assert out.getvalue() == "    one two three\n    four five six\n"


def test_prose_keeps_to_a_hundred_columns_on_a_wide_terminal() -> None:
    paper, out = printed(300)
    paper.line("word " * 60)
    assert max(map(len, out.getvalue().splitlines())) <= 100


def test_a_word_longer_than_the_line_is_folded_and_not_lost() -> None:
    paper, out = printed(20)
    paper.line("x" * 50)
    assert out.getvalue().replace("\n", "") == "x" * 50
    assert max(map(len, out.getvalue().splitlines())) == 20


def test_a_report_s_own_words_stand_behind_a_bar_on_every_line() -> None:
    paper, out = printed(20)
    paper.paragraph(Quoted.of("one two three four five"), indent=2)
    assert out.getvalue().splitlines() == ["  │ one two three", "  │ four five"]
    assert BAR == "│ "


def test_two_columns_keep_to_their_sides() -> None:
    paper, out = printed(30)
    paper.beside(["left of it"], [["right words that wrap"], Quoted.of("said")], width=10)
    assert out.getvalue().splitlines() == ["left of   right words that", "it        wrap", "          │ said"]


def test_a_command_to_copy_is_never_wrapped() -> None:
    paper, out = printed(20)
    paper.verbatim("dateline explain m_abcdefghijklm story.db", indent=2)
    assert out.getvalue() == "  dateline explain m_abcdefghijklm story.db\n"


def test_without_colour_no_escape_sequence_is_written() -> None:
    paper, out = printed(no_color=True, force_terminal=False)
    paper.heading("Heading", "3")
    assert out.getvalue() == "Heading  3\n"


def test_styles_go_to_their_own_words_only() -> None:
    text = styled("said by ", ("Ada Holm", "bold"))
    assert [(span.start, span.end, span.style) for span in text.spans if span.style] == [(8, 16, "bold")]
