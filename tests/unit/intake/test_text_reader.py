"""Plain text as desks keep it: what stands above it, its dateline, its headline, and who is credited."""

from __future__ import annotations

from collections.abc import Callable

from dateline.model import Arrival, Field, FurnitureKind

Take = Callable[[str], Arrival]
BODY = (
    "The ferry Alkmene ran aground off Norholm on Monday with 300 people on board.\n\n"
    "Nobody was hurt, the owners said."
)


def body_of(arrival: Arrival) -> str:
    """The text without its furniture."""
    text, out, at = arrival.report.text, "", 0
    for piece in arrival.furniture:
        out += text[at : piece.words.start]
        at = piece.words.end
    return " ".join((out + text[at:]).split())


def values(arrival: Arrival, field: Field) -> dict[str, bool]:
    return {c.value: c.chosen for c in arrival.candidates if c.field is field}


def test_a_stamp_gives_the_date_and_leaves_the_headline(take: Take) -> None:
    arrival = take(f" date 2031-03-02 Ferry runs aground off Norholm.\n\n{BODY}")
    assert str(arrival.report.published) == "2031-03-02"
    assert arrival.report.title == "Ferry runs aground off Norholm."
    assert arrival.furniture[0].words.text == "date 2031-03-02"


def test_a_sentence_that_begins_with_a_date_is_no_stamp(take: Take) -> None:
    arrival = take(f"March 2, 2031 was a black day for the ferries of Norholm.\n\n{BODY}")
    assert arrival.report.published is None
    assert not arrival.furniture


def test_header_lines_stand_in_any_order(take: Take) -> None:
    arrival = take(
        "Source: The Harbour Post\nAuthor: Mira Tolle\nDate: 2 March 2031\nURL: https://hp.example/a\n"
        f"Title: Ferry aground\n\n{BODY}"
    )
    report = arrival.report
    assert (report.outlet, report.byline, report.url) == ("The Harbour Post", "Mira Tolle", "https://hp.example/a")
    assert (str(report.published), report.title) == ("2031-03-02", "Ferry aground")
    assert body_of(arrival).startswith("Ferry aground The ferry Alkmene")


def test_front_matter_is_read_with_the_place_of_each_value(take: Take) -> None:
    arrival = take(f'---\ntitle: "Ferry: aground"\ndate: 2031-03-02\nauthors: [Mira Tolle, AFP]\n---\n{BODY}')
    assert arrival.report.title == "Ferry: aground"
    assert arrival.report.byline == "Mira Tolle"
    assert arrival.report.agencies == ("AFP",)
    title = next(c for c in arrival.candidates if c.field is Field.TITLE)
    assert title.words is not None
    assert title.words.text == "Ferry: aground"


def test_broken_front_matter_stays_text(take: Take) -> None:
    arrival = take(f"---\n[unclosed: {{\n---\n{BODY}")
    assert arrival.report.title is None
    assert "unclosed" in body_of(arrival)


def test_a_dateline_takes_its_year_from_the_stated_date(take: Take) -> None:
    arrival = take(f"Date: 2031-03-03\n\nNORHOLM, March 2 (Reuters) - {BODY}")
    assert values(arrival, Field.PUBLISHED) == {"2031-03-03": True, "2031-03-02": False}
    assert arrival.report.agencies == ("Reuters",)
    assert body_of(arrival).startswith("The ferry")


def test_a_dateline_alone_gives_no_year(take: Take) -> None:
    arrival = take(f"Ferry aground\n\nNORHOLM, March 2 (Tide) — {BODY}")
    assert arrival.report.published is None
    assert arrival.report.agencies == ("Tide",)


def test_speakers_in_capitals_are_no_places(take: Take) -> None:
    arrival = take(
        "HOLT: We felt a bump, and he said that we should all sit down.\n\nTOLLE: And did you sit down then?"
    )
    assert not arrival.furniture


def test_an_agency_named_in_the_body_is_no_credit(take: Take) -> None:
    assert (
        take(f"Ferry aground\n\n{BODY}\n\n“We felt a bump,” AP quoted the captain as saying.").report.agencies
        == ()
    )


def test_bylines_are_people_or_agencies(take: Take) -> None:
    arrival = take(f"Ferry aground\n\nBy Mira Tolle and Agence France-Presse\n\n{BODY}")
    assert arrival.report.byline == "Mira Tolle"
    assert arrival.report.agencies == ("AFP",)


def test_helpers_are_kept_and_not_credited_with_the_whole(take: Take) -> None:
    arrival = take(f"Ferry aground\n\n{BODY}\n\nReuters contributed to this report.")
    assert arrival.report.agencies == ()
    assert values(arrival, Field.AGENCY) == {"Reuters": False}


def test_a_date_with_two_readings_needs_a_second_witness(take: Take) -> None:
    unsure = take(f"Title: Ferry aground\nDate: 03/04/2031\n\n{BODY}")
    assert unsure.report.published is None
    assert values(unsure, Field.PUBLISHED) == {"2031-03-04 or 2031-04-03": False}
    sure = take(f"Title: Ferry aground\nDate: 03/04/2031\nURL: https://hp.example/2031/04/03/ferry\n\n{BODY}")
    assert str(sure.report.published) == "2031-04-03"


def test_disagreeing_dates_are_all_kept(take: Take) -> None:
    arrival = take(f"Date: 2031-03-02\nUpdated: 2031-03-05\nURL: https://hp.example/2031/03/04/ferry\n\n{BODY}")
    assert values(arrival, Field.PUBLISHED) == {"2031-03-02": True, "2031-03-05": False, "2031-03-04": False}


def test_a_date_of_a_change_alone_is_no_date_of_publication(take: Take) -> None:
    arrival = take(f"Ferry aground\n\nLast updated: 2 March 2031\n\n{BODY}")
    assert arrival.report.published is None


def test_a_headline_below_an_opening_paragraph_is_found(take: Take) -> None:
    lede = (
        "A ferry with 300 people on board ran aground on Monday. Nobody was hurt. The owners promised an inquiry."
    )
    assert take(f"{lede}\n\nFerry aground off Norholm\n\n{BODY}").report.title == "Ferry aground off Norholm"


def test_a_text_without_a_headline_has_no_title(take: Take) -> None:
    assert take(BODY).report.title is None


def test_an_outlet_is_named_by_its_own_line(take: Take) -> None:
    arrival = take(f"Ferry aground\n\n{BODY} Brief News from Norholm Newsline.")
    assert arrival.report.outlet == "Norholm Newsline"
    assert [f.kind for f in arrival.furniture] == [FurnitureKind.CREDIT]


def test_the_same_content_has_the_same_id_wherever_it_stands(take: Take) -> None:
    windows, unix = take(f"Ferry aground\r\n\r\n{BODY}"), take(f"Ferry aground\n\n{BODY}")
    assert windows.report.id == unix.report.id
    assert windows.report.digest != unix.report.digest
    assert take(f"Date: 2031-03-02\n{BODY}").report.id != take(f"Date: 2031-03-03\n{BODY}").report.id
