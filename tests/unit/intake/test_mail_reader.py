"""Mails and saved web archives, written by the standard library's own email package."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from dateline.intake import PassedOver
from dateline.model import Arrival, Field, Rejection, RejectionCode

TakeAll = Callable[..., list[Arrival | Rejection | PassedOver]]
TEXT = "The ferry Alkmene ran aground off Norholm on Monday.\n\n“Nobody was hurt,” the owners said.\n"
PAGE = (
    "<html><body><h1>Ferry aground</h1><p>The ferry Alkmene ran aground off Norholm on Monday.</p>"
    "<p>“Nobody was hurt,” the owners said.</p></body></html>"
)


def mail(plain: str | None = TEXT, html: str | None = None, charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["From"] = '"Harbour Post Alerts" <alerts@harbour-post.example>'
    message["To"] = "desk@example.org"
    message["Subject"] = "Fwd: Ferry aground — “nobody hurt”"
    message["Date"] = "Mon, 03 Mar 2031 10:00:00 +0100"
    message["Message-ID"] = "<1@harbour-post.example>"
    if plain is not None:
        message.set_content(plain, charset=charset)
    if html is not None:
        if plain is None:
            message.set_content(html, subtype="html")
        else:
            message.add_alternative(html, subtype="html")
    return message


def only(found: list[Arrival | Rejection | PassedOver]) -> Arrival:
    (arrival,) = (one for one in found if not isinstance(one, PassedOver))
    assert isinstance(arrival, Arrival), arrival
    return arrival


def test_a_mail_of_plain_text_is_a_report(take_all: TakeAll) -> None:
    report = only(take_all(mail().as_bytes(), "alert.bin")).report
    assert (report.reader, report.title, report.outlet) == (
        "mail", "Ferry aground — “nobody hurt”", "Harbour Post Alerts",
    )  # fmt: skip
    assert (str(report.published), report.location) == ("2031-03-03", "reports/alert.bin")
    assert report.text == TEXT
    assert report.offsets[0].raw == 0


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "utf-16"])
def test_the_text_is_read_in_the_character_set_of_its_part(take_all: TakeAll, charset: str) -> None:
    assert "“Nobody was hurt,”" in only(take_all(mail(charset=charset).as_bytes())).report.text


def test_of_two_parts_the_plain_one_is_read_unless_it_says_much_less(take_all: TakeAll) -> None:
    assert only(take_all(mail(TEXT, PAGE).as_bytes())).report.text == TEXT
    stub = only(take_all(mail("View this in your browser.\n", PAGE).as_bytes())).report
    assert (
        stub.text == "Ferry aground\n\nThe ferry Alkmene ran aground off Norholm on Monday.\n\n"
        "“Nobody was hurt,” the owners said."
    )


def test_an_attachment_is_passed_over_and_said_so(take_all: TakeAll) -> None:
    message = mail()
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="../ferry.png")
    found = take_all(message.as_bytes())
    assert [one for one in found if isinstance(one, PassedOver)] == [
        PassedOver("reports/input.bin!../ferry.png", "a part of a mail: image/png")
    ]
    assert only(found).report.text == TEXT


def test_a_mail_of_several_parts_that_is_cut_is_no_report(take_all: TakeAll) -> None:
    whole = mail(TEXT, PAGE).as_bytes()
    begin = whole.index(b"\n\n") + 100
    for end in range(begin, len(whole) - 10, 31):
        (rejection,) = take_all(whole[:end])
        assert isinstance(rejection, Rejection), whole[:end]
        assert rejection.code in (RejectionCode.MALFORMED, RejectionCode.NO_TEXT)


def saved_page() -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://harbour-post.example/2031/03/02/ferry"
    message["Subject"] = "Ferry aground - The Harbour Post"
    message["Date"] = "Wed, 05 Mar 2031 10:00:00 +0000"
    part = MIMEText(PAGE, "html", "utf-8")
    part["Content-Location"] = "https://harbour-post.example/2031/03/02/ferry"
    message.attach(part)
    message.attach(MIMEText("p { color: red }", "css"))
    return message.as_bytes()


def test_of_a_saved_web_archive_the_page_is_read(take_all: TakeAll) -> None:
    arrival = only(take_all(saved_page(), "ferry.mht"))
    report = arrival.report
    assert (report.title, report.url) == ("Ferry aground", "https://harbour-post.example/2031/03/02/ferry")
    assert str(report.published) == "2031-03-02"  # of its address: the header has the day on which it was saved
    days = {c.found_in: c.chosen for c in arrival.candidates if c.field is Field.PUBLISHED}
    assert days["Date (download)"] is False
    for segment in report.offsets:
        clean = report.text[segment.start : segment.end]
        assert PAGE[segment.raw : segment.raw + len(clean)] == clean


def test_lines_that_a_desk_typed_above_a_text_make_no_mail(take_all: TakeAll) -> None:
    (arrival,) = take_all(f"From: The Harbour Post\nDate: 2 March 2031\nSubject: Ferry aground\n\n{TEXT}".encode())
    assert isinstance(arrival, Arrival)
    assert arrival.report.reader == "txt"
