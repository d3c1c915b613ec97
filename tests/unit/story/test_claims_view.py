from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import pytest

from dateline import build
from dateline.fuzzydate import FuzzyDate, from_edtf
from dateline.model import Aspect, Claim, Role
from dateline.span import Words
from dateline.story import Story, views
from dateline.story.explain import explain
from dateline.story.views import ClaimRow, Directory
from dateline.story.views.agreement import Fit, fit
from dateline.story.views.claims import ClaimRows
from dateline.story.views.ledger import Ledger, Standing
from dateline.story.views.timeline import actor_called
from dateline.story.views.which_claims import EVERYTHING, Index, Which
from tests.claims_given import write


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder = write(tmp_path_factory.mktemp("given"))
    with build([folder], folder / "story.db") as story:
        yield story


def values(story: Story, **asked: object) -> dict[str, ClaimRow]:
    """The first row of each value, by the value."""
    found: dict[str, ClaimRow] = {}
    for row in views.claims(story, Which(**asked)):  # type: ignore[arg-type]
        found.setdefault(row.value, row)
    return found


def meeting(story: Story) -> str:
    return next(row.about for row in views.claims(story) if row.about_words.startswith("Ada Holm and Bo Lind"))


# --- what agrees


def claim(aspect: Aspect, value: str, time: FuzzyDate | None = None, **more: object) -> Claim:
    given = {"actor": None, "low": None, "high": None, "unit": None} | more
    return Claim(id=value, about="m", aspect=aspect, value=value, time=time, **given)  # type: ignore[arg-type]


def fits(story: Story, one: Claim, other: Claim) -> tuple[Fit | None, Fit | None]:
    directory = Directory.of(story)
    return fit(directory, one, other), fit(directory, other, one)


def test_a_day_agrees_with_its_month_and_the_month_with_the_day(story: Story) -> None:
    day, month, other = (
        claim(Aspect.DATE, text, from_edtf(text)) for text in ("2031-03-03", "2031-03", "2031-04")
    )

    assert fits(story, day, month) == (Fit.COARSER, Fit.FINER)
    assert fits(story, day, other) == (None, None)


def test_intervals_that_overlap_agree_in_part_and_equal_ones_whatever_their_form(story: Story) -> None:
    first, second, month, whole = (
        claim(Aspect.DATE, text, from_edtf(text))
        for text in ("2031-03-01/2031-03-04", "2031-03-03/2031-03-06", "2031-03", "2031-03-01/2031-03-31")
    )

    assert fits(story, first, second) == (Fit.IN_PART, Fit.IN_PART)
    assert fits(story, month, whole) == (Fit.ALIKE, Fit.ALIKE)


def test_a_number_lies_in_a_coarser_one_of_the_same_things_alone(story: Story) -> None:
    tens = claim(Aspect.NUMBER, "20000 to 99999", low=20_000, high=99_999, unit="people")
    fifty = claim(Aspect.NUMBER, "50000", low=50_000, high=50_000, unit="people")
    more = claim(Aspect.NUMBER, "at least 40000", low=40_000, high=None, unit="people")
    carts = claim(Aspect.NUMBER, "50000 carts", low=50_000, high=50_000, unit="cart")

    assert fits(story, fifty, tens) == (Fit.COARSER, Fit.FINER)
    assert fits(story, fifty, more) == (Fit.COARSER, Fit.FINER)
    assert fits(story, tens, more) == (Fit.IN_PART, Fit.IN_PART)
    assert fits(story, fifty, carts) == (None, None)


def test_a_title_agrees_with_the_fuller_one(story: Story) -> None:
    titles = values(story, of=actor_called(story, "Ada Holm").id, kind="role")

    assert titles["mayor"].agrees == ("mayor of Veld, more finely (1 independent origin)",)
    assert titles["mayor of Veld"].agrees[0].startswith("mayor, more coarsely (")


@pytest.mark.parametrize(
    ("title", "fuller", "agrees"),
    [
        (("minister", None), ("interior minister", "lathia"), True),
        (("minister", "lathia"), ("interior minister", "lathia"), True),
        (("minister", "morvenia"), ("interior minister", "lathia"), False),
        (("minister", None), ("former minister", None), False),
        (("former minister", None), ("former interior minister", None), False),
        (("interior", None), ("interior minister", None), False),
    ],
)
def test_a_title_that_leaves_something_out_is_coarser_and_what_somebody_was_is_another(
    title: tuple[str, str | None], fuller: tuple[str, str | None], agrees: bool
) -> None:
    def role(id_: str, given: tuple[str, str | None]) -> Role:
        words = Words(0, 1, "x")
        return Role(id=id_, actor="a", title=given[0], of=given[1], time=None, report="r", words=words)

    roles = {each.id: each for each in (role("one", title), role("two", fuller))}
    directory = SimpleNamespace(story=SimpleNamespace(get=roles.__getitem__))
    one, two = (replace(claim(Aspect.ROLE, id_, actor="a"), about=id_) for id_ in roles)

    found = fit(directory, one, two), fit(directory, two, one)  # type: ignore[arg-type]
    assert found == ((Fit.FINER, Fit.COARSER) if agrees else (None, None))


def test_those_who_take_part_stand_each_for_themselves(story: Story) -> None:
    ada, bo = (
        claim(Aspect.PARTICIPANT, name, actor=actor_called(story, name).id) for name in ("Ada Holm", "Bo Lind")
    )

    assert fits(story, ada, bo) == (None, None)


# --- how values stand


def test_a_day_that_two_origins_give_is_agreed_and_the_month_agrees_with_it(story: Story) -> None:
    days = values(story, of=meeting(story), kind="date")
    day, month = days["3 March 2031"], days["March 2031"]

    assert (day.standing, day.reports, day.outlets, day.origins_low >= 2) == ("agreed", 3, 3, True)
    assert day.agrees == ("March 2031, more coarsely (1 independent origin)",)
    assert (month.reports, month.origins_low, month.origins_high, month.precision) == (1, 1, 1, "month")
    assert month.standing == "agreed"  # who gives the day gives the month
    assert month.agrees[0].startswith("3 March 2031, more finely (")


def test_days_that_cannot_both_be_are_disputed_and_name_each_other(story: Story) -> None:
    disputed = values(story, standing="disputed")

    assert disputed.keys() == {"1 March 2031", "2 March 2031"}
    assert disputed["1 March 2031"].against == ("2 March 2031",)
    (conflict,) = disputed["1 March 2031"].conflicts
    assert story.get(conflict).id == conflict


def test_a_plan_stands_as_planned_and_what_one_report_tells_is_alone(story: Story) -> None:
    stands = {row.value: row for row in views.claims(story, Which(kind="polarity"))}

    assert (stands["planned"].standing, stands["planned"].reports) == ("alone", 1)
    assert stands["planned"].about_words == "Ada Holm · visit · Tarn · Tarn"


def test_an_office_is_a_value_of_its_bearer_and_what_a_group_is_called_is_none(story: Story) -> None:
    offices = views.claims(story, Which(kind="role"))

    assert {row.cited.partition(",")[0] for row in offices if row.value == "mayor"} == {
        "Veld Times",
        "The Harbour Post",
    }
    assert {row.about for row in offices if row.value == "mayor"} == {actor_called(story, "Ada Holm").id}
    assert not [row for row in offices if row.value == row.about_words]


def test_a_day_that_no_report_states_is_told_as_inferred_and_never_agreed(story: Story) -> None:
    days = views.claims(story, Which(kind="date"))

    assert {row.inferred for row in days} == {True, False}
    assert not [row for row in days if row.inferred and row.standing == "agreed"]
    assert not [row for row in days if row.inferred and row.words in row.value]


def test_every_row_stands_on_words_of_its_report(story: Story) -> None:
    for row in views.claims(story):
        text = story.report(row.report).text
        assert text[row.start : row.start + len(row.words)] == row.words
        assert row.words in row.sentence
        assert story.get(row.id).id == row.id


# --- which are asked for


def test_claims_are_narrowed_by_actor_outlet_words_and_days(story: Story) -> None:
    tom = actor_called(story, "Tom Berg").id

    assert {row.about_words for row in views.claims(story, Which(about=tom))} == {
        "Police · arrest · Tom Berg · Tarn"
    }
    assert {row.kind for row in views.claims(story, Which(about=tom, outlet="Evening Courier", kind="date"))} == {
        "date"
    }
    assert values(story, about=tom, outlet="Evening Courier", kind="date").keys() == {"2 March 2031"}
    assert {row.about_words for row in views.claims(story, Which(words="STAY OPEN"))} == {
        "Ada Holm: “The harbour will stay open,”"
    }
    late = views.claims(story, Which(since=dt.date(2031, 3, 20), until=dt.date(2031, 3, 20)))
    assert "Ada Holm · visit · Tarn · Tarn" in {row.about_words for row in late}
    assert "Police · arrest · Tom Berg · Tarn" not in {row.about_words for row in late}


def test_words_and_offices_are_of_the_days_of_their_reports(story: Story) -> None:
    said = {row.about_words for row in views.claims(story, Which(kind="attribution", since=dt.date(2031, 3, 28)))}

    assert said == {"Ada Holm: “The harbour will stay open,”"}
    assert not views.claims(story, Which(kind="role", until=dt.date(2031, 3, 3)))


def test_what_most_reports_tell_of_comes_first_and_offices_last(story: Story) -> None:
    subjects = Index.of(story).subjects

    assert subjects[0].id == meeting(story)
    told = [
        (subject.entries[0].kind == "role", -max(entry.reports for entry in subject.entries))
        for subject in subjects
    ]
    assert told == sorted(told)
    assert {offices for offices, _ in told} == {True, False}


def test_agreed_and_alone_and_disputed_are_all_of_them(story: Story) -> None:
    parted = [row.id for standing in Standing for row in views.claims(story, Which(standing=standing.value))]

    assert sorted(parted) == sorted(row.id for row in views.claims(story))


def test_rows_can_be_had_in_parts(story: Story) -> None:
    whole = views.claims(story)
    parts = ClaimRows(Ledger(Directory.of(story)), Index.of(story).chosen(EVERYTHING))

    assert len(parts) == len(whole)
    assert [row for at in range(0, len(whole), 7) for row in parts[at : at + 7]] == whole
    assert (parts[-1], parts[3:3], parts[len(whole) :]) == (whole[-1], [], [])


def test_a_value_is_explained_with_how_it_stands_and_what_agrees_with_it(story: Story) -> None:
    day = values(story, of=meeting(story), kind="date")["3 March 2031"]
    told = {part.heading: [line.text for line in part.lines] for part in explain(story, day.id).parts}
    disputed = values(story, standing="disputed")["1 March 2031"]

    assert "agreed: two or more independent origins give it" in told["How many say so"]
    assert told["Agrees with"] == ["March 2031, more coarsely (1 independent origin)"]
    assert any(part.heading == "In conflict" for part in explain(story, disputed.id).parts)
