from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.reading.acts.counts import numbers_in, record
from dateline.reading.parsed import Parse
from dateline.stage import Draft

Read = Callable[..., Draft]
Interval = tuple[float, float | None, str]


def intervals(draft: Draft) -> list[Interval]:
    found = []
    for parse in draft.of(Parse):
        for sentence in parse.doc.sents:
            counts = [record(parse, number) for number in numbers_in(parse, sentence, ())]
            found += [(c.low, c.high, c.unit) for c in counts]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tens of thousands of protesters marched.", (20_000, 99_999, "protester")),
        ("Hundreds of people fled.", (200, 999, "people")),
        ("Dozens of workers were arrested.", (24, 99, "worker")),
        ("Police arrested at least 40 protesters.", (40, None, "protester")),
        ("Police arrested more than 100 people.", (100, None, "people")),
        ("Around 50,000 people attended.", (45_000, 55_000, "people")),
        ("Police arrested some 300 workers.", (270, 330, "worker")),
        ("Nearly 200 people died.", (180, 200, "people")),
        ("Up to 30 soldiers were killed.", (0, 30, "soldier")),
        ("Two people were killed.", (2, 2, "people")),
        ("Twenty-one miners were rescued.", (21, 21, "miner")),
        ("The storm killed two dozen people.", (24, 24, "people")),
        ("The flood displaced 3.5 million people.", (3_500_000, 3_500_000, "people")),
        ("Several hundred people gathered.", (200, 900, "people")),
        ("The union put the number of workers arrested at 40.", (40, 40, "worker")),
        ("The council put the number of its members who had been held at 31.", (31, 31, "member")),
    ],
)
def test_numbers_are_intervals_with_a_unit(read: Read, text: str, expected: Interval) -> None:
    assert intervals(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was 40 percent.",
        "The talks lasted three days.",
        "The 42-year-old farmer was silent.",
        "They met at 10:30.",
        "He came first.",
    ],
)
def test_shares_spans_of_time_ages_and_ranks_count_nothing(read: Read, text: str) -> None:
    assert intervals(read(text)) == []


def test_the_words_run_from_the_approximator_to_the_figure(read: Read) -> None:
    draft = read("Police arrested at least 40 protesters.")
    (parse,) = draft.of(Parse)
    (number,) = numbers_in(parse, next(iter(parse.doc.sents)), ())
    assert record(parse, number).words.text == "at least 40"


def test_a_number_inside_a_time_expression_counts_nothing(read: Read) -> None:
    draft = read("Police arrested 40 protesters.")
    (parse,) = draft.of(Parse)
    sentence = next(iter(parse.doc.sents))
    assert numbers_in(parse, sentence, [parse.paragraph.words.span]) == []
