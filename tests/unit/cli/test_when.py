"""`dateline when`: what days the words of one passage stand for."""

import json

from tests.unit.cli.conftest import Run


def test_a_weekday_before_the_day_of_publication_is_reckoned_from_it(dateline: Run) -> None:
    code, out, _ = dateline("when", "They met on Monday.", "--date", "2030-05-15")
    assert code == 0
    assert "“Monday”  13 May 2030" in out
    assert "reckoned from the day of publication, 15 May 2030" in out


def test_an_expression_that_hangs_on_another_names_it(dateline: Run) -> None:
    _, out, _ = dateline("when", "They met on 3 May 2030. Two days later they signed.")
    assert "“Two days later”  5 May 2030" in out
    assert "reckoned from “3 May 2030”" in out


def test_without_a_date_nothing_is_taken_for_today(dateline: Run) -> None:
    _, out, _ = dateline("when", "They met on Monday.", "--json")
    (row,) = json.loads(out)
    assert (row["text"], row["earliest"], row["latest"]) == ("Monday", None, None)


def test_what_carries_no_date_is_shown_when_asked_for(dateline: Run) -> None:
    _, quiet, _ = dateline("when", "They have met recently.", "--date", "2030-05-15")
    _, vague, _ = dateline("when", "They have met recently.", "--date", "2030-05-15", "--vague")
    assert "0 expressions" in quiet
    assert "“recently”" in vague


def test_a_date_that_is_none_is_refused_with_a_hint(dateline: Run) -> None:
    code, _, err = dateline("when", "They met on Monday.", "--date", "yesterday")
    assert code == 2
    assert "YYYY-MM-DD" in err or "%Y-%m-%d" in err
