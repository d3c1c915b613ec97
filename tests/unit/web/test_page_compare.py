from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import AskedError, NotFoundError
from dateline.pipeline import default_pipeline
from dateline.stage import Context, Draft
from dateline.story.changes import Change
from dateline.testing import arrival, story_of
from dateline.testing import read as read_arrival
from dateline.web.app import render
from dateline.web.asked import Asked
from dateline.web.desk import Desk
from dateline.web.pages import compare
from dateline.web.parts.compared import weighed
from dateline.web.parts.disputes import disputes

WIRE = (
    "The wall of the dam at Tarn gave way on Sunday and the lower town was under water within the hour. "
    "On Sunday {dead} people died in the flood, the mayor of Tarn, Mara Lind, said. “The warning came too late,” "
    "Mara Lind said. The government {will} pay for the damage to the houses of the lower town."
)
GIVEN = (
    ("The Tarn Post", "2030-05-14", WIRE.format(dead=11, will="will") + "\n\nTom Berg opened a school on Monday."),
    ("Veld Times", "2030-05-14", WIRE.format(dead=14, will="will not")),
    ("Brenn Weekly", "2030-05-20", "A chess open was held in Brenn. <b>Ann Roe</b> won it."),
)


@pytest.fixture(scope="module")
def desk(context: Context) -> Desk:
    pipeline = default_pipeline()

    def read(outlet: str, published: str, text: str) -> Draft:
        given = arrival(text, published=published)
        given = replace(given, report=replace(given.report, outlet=outlet))
        return read_arrival(given, *pipeline.report_stages, context=context)

    return Desk(story_of([read(*given) for given in GIVEN], *pipeline.corpus_stages))


def page(desk: Desk, **values: str) -> str:
    asked = Asked.of("/compare", values, {})
    return render("pages/compare.html.j2", here=compare.PAGE, asked=asked, page=compare.show(desk, asked))


def ids(desk: Desk) -> dict[str, str]:
    by_outlet = {report.outlet: report.id for report in desk.story.reports()}
    return {name: by_outlet[outlet] for name, (outlet, *_) in zip("abc", GIVEN, strict=True)}


def two(desk: Desk) -> dict[str, str]:
    return {name: id_ for name, id_ in ids(desk).items() if name != "c"}


def test_without_reports_there_is_a_form_to_choose_them(desk: Desk) -> None:
    shown = page(desk)
    assert shown.count("<select") == 4
    assert all(f'<option value="{id_}">' in shown for id_ in ids(desk).values())
    assert 'id="passages"' not in shown


def test_one_report_waits_for_another(desk: Desk) -> None:
    shown = page(desk, a=ids(desk)["a"])
    assert f'<option value="{ids(desk)["a"]}" selected>' in shown
    assert 'id="passages"' not in shown


def test_a_shared_passage_stands_side_by_side_with_its_differences_marked(desk: Desk) -> None:
    shown = page(desk, **two(desk))
    assert "<mark>11</mark>" in shown
    assert "<mark>14</mark>" in shown
    assert "will <mark>not</mark> pay" in shown


def test_numbers_come_before_negations_and_these_before_all_else() -> None:
    found = [Change("red", "blue"), Change("", "not"), Change("11", "14"), Change("denied", "")]
    assert [(one.words, one.weighs) for one in weighed([("A", "B", each) for each in found])] == [
        ("A “11”, B “14”", "a number"),
        ("only B “not”", "a negation"),
        ("only A “denied”", "a negation"),
        ("A “red”, B “blue”", None),
    ]


def test_a_number_that_both_have_is_no_difference_of_numbers() -> None:
    assert [one.weighs for one in weighed([("A", "B", Change("11 people", "11 persons"))])] == [None]


def test_what_one_has_alone_is_listed_and_leads_into_the_reader(desk: Desk) -> None:
    shown = page(desk, **two(desk))
    alone = shown[shown.index('id="alone"') :]
    assert "Tom Berg opened a school on Monday." in alone
    assert "The wall of the dam" not in alone
    assert f'href="/reports/{ids(desk)["a"]}?at=' in alone


def test_values_that_exclude_each_other_are_shown_with_both_sides(desk: Desk) -> None:
    shown = page(desk, **two(desk))
    between = shown[shown.index('id="disputes"') : shown.index('id="quotations"')]
    assert "How many?" in between


def test_words_that_both_print_are_told_once_with_both(desk: Desk) -> None:
    shown = page(desk, **two(desk))
    said = shown[shown.index('id="quotations"') : shown.index('id="acts"')]
    assert said.count("The warning came too late,”</q>") == 1


def test_reports_with_nothing_in_common_say_so(desk: Desk) -> None:
    given = ids(desk)
    shown = page(desk, a=given["a"], b=given["c"])
    assert "No passage of one was found in another" in shown
    assert "No value of one excludes a value of another" in shown
    assert "&lt;b&gt;Ann Roe&lt;/b&gt; won it." in shown


def test_a_third_report_without_a_passage_is_said_to_lack_it(desk: Desk) -> None:
    assert "Brenn Weekly [3] does not have it." in page(desk, **ids(desk))


def test_reports_of_one_source_are_said_to_be_so(desk: Desk) -> None:
    assert "They count as one source" in page(desk, **two(desk))
    assert "They count as one source" not in page(desk, **ids(desk))


def test_a_report_is_not_compared_with_itself(desk: Desk) -> None:
    with pytest.raises(AskedError, match="itself"):
        page(desk, a=ids(desk)["a"], b=ids(desk)["a"])


@pytest.mark.parametrize("value", ["r_none", "' OR 1=1 --", "<script>"])
def test_only_reports_can_be_compared(desk: Desk, value: str) -> None:
    with pytest.raises(NotFoundError):
        page(desk, a=value, b=ids(desk)["b"])


def test_an_actor_is_no_report(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="not a report"):
        page(desk, a=desk.story.actors()[0].id, b=ids(desk)["b"])


def test_reports_without_text_can_be_compared(read: Callable[..., Draft]) -> None:
    empty = Desk(story_of([read(""), read("", published="2030-05-15")]))
    one, other = (report.id for report in empty.story.reports())
    assert "All of it is shared." in page(empty, a=one, b=other)


def test_a_dispute_leads_to_a_report_of_each_side_first(desk: Desk) -> None:
    shown = disputes(desk)
    assert all(
        {side.evidence[0].citations[0].report for side in one.sides if side.evidence}
        <= {citation.report for citation in one.cited[: len(one.sides)]}
        for one in shown
    )
    assert any(len({citation.report for citation in one.cited}) > 1 for one in shown)
