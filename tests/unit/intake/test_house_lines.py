"""Lines in which a paper speaks of itself, and lines of the body that look like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.intake.heads import described_outlet
from dateline.intake.wording import line_rule
from dateline.model import Arrival, Field, FurnitureKind

Take = Callable[[str], Arrival]
HEADLINE = "Bridge over the Lin is closed"
BODY = (
    "The bridge over the Lin was closed on Monday because two of its ropes had torn, the city said.\n\n"
    "“We heard it sing for a week,” said Hanne Moor, who lives below it.\n\n"
    "A ferry will carry people across the river until the ropes have been replaced in the spring."
)
BELOW = [
    ("Read the Gazette for two marks a week. Subscribe today.", "appeal"),
    ("Support your village radio: give three marks a month and choose a song.", "appeal"),
    ("Our archive is open to all. Subscribe from 9 marks a month.", "appeal"),
    ("Log in or register to read on.", "appeal"),
    ("You have two free articles left this month.", "appeal"),
    ("Keep local radio on the air. Give today.", "appeal"),
    ("If you have been affected by the flood, call the helpline on 116 000.", "appeal"),
    ("Do you live near the bridge? Write to us in confidence.", "appeal"),
    ("Newsdesk: 0555 1234", "appeal"),
    ("Letters to the editor: letters@gazette.example", "appeal"),
    ("For more news from the river, follow the Lund Gazette on your phone.", "teaser"),
    ("Quiz: how well do you know your rivers?", "teaser"),
    ("Tomorrow: ten walks without a bridge", "teaser"),
    ("Obituaries, page 14", "navigation"),
    ("Continued on page 4", "navigation"),
    ("Sponsored by Moor Savings Bank", "navigation"),
    ("No. 14,233 · Vol. 12", "header"),
    ("Founded 1887", "header"),
    ("This programme is brought to you by Radio Lund and its listeners.", "appeal"),
    ("You are listening to Radio Lund, 98.4 FM.", "other"),
    ("Our correspondent travelled at the invitation of the ferry company.", "other"),
    ("Jana Holt covers rivers for the Lund Gazette.", "byline"),
    ("Jana Holt can be reached at holt@gazette.example", "byline"),
    ("By our own correspondent", "byline"),
    ("Editing: Ivo Stern and Jana Holt", "credit"),
    ("Compiled from agency reports", "credit"),
    ("Lund Gazette with LNA", "credit"),
    ("(LNA)", "credit"),
    ("LNA/jk", "credit"),
    ("By using this page you agree to our rules.", "consent"),
    ("Correction: The river is the Lin, not the Len, as we wrote on Friday.", "correction"),
    ("Ferrymen wait at dawn on Tuesday. Photo: A. Reyl", "caption"),
]


@pytest.mark.parametrize(("line", "kind"), BELOW)
def test_a_line_of_the_house_below_the_text_is_furniture(line: str, kind: str, take: Take) -> None:
    arrival = take(f"{HEADLINE}\n\n{BODY}\n\n{line}\n")

    assert {piece.words.text: piece.kind.value for piece in arrival.furniture} == {line: kind}


@pytest.mark.parametrize(
    "line",
    [
        "Support for farmers will rise from 20 to 30 marks a month.",
        "Keeping the ferry going costs the city 4,000 marks a day.",
        "Readers of the letter will remember what it said of the bridge on page 14.",
        "You have heard the mayor; now hear the ferrymen.",
        "The clause stands on page 14 of the contract.",
        "Founded in 1887 by two brothers, the yard built 40 ferries.",
        "If the ropes hold, people may cross again by the end of the month.",
        "Do you want to know what it costs? Nobody at the town hall will say.",
        "The writer was arrested at the bridge in May.",
        "By the end of the week the ropes had torn.",
        "For more than a year, see no boat, hear no boat: so the ferrymen sum it up.",
        "Next to the bridge stands a chapel.",
        "Try as they might, the divers found no rope.",
        "Coming up the river, the first boat was greeted with horns.",
    ],
)
def test_a_sentence_that_only_begins_like_one_is_read(line: str, take: Take) -> None:
    assert line_rule(line) is None
    assert not take(f"{HEADLINE}\n\n{BODY}\n\n{line}\n").furniture


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Radio Lund, the morning magazine", "Radio Lund"),
        ("The Gazette, business daily", "The Gazette"),
        ("The Lund Gazette | Sport", "The Lund Gazette"),
        ("Lund Gazette · Town · Region · Obituaries", "Lund Gazette"),
        ("A Lund Gazette investigation", "Lund Gazette"),
        ("Exclusive: a Lund Gazette investigation", "Lund Gazette"),
        ("Lund Gazette, your free daily", "Lund Gazette"),
        ("A police investigation", None),
        ("Hanne Moor, the mayor of Lund", None),
        ("Lund, on the river, wakes without a bridge", None),
        ("The Lund Gazette, which first told of the ropes, has been sued", None),
    ],
)
def test_an_outlet_may_stand_with_words_for_itself(line: str, outlet: str | None) -> None:
    span = described_outlet(line)
    assert (span.of(line) if span else None) == outlet


def test_such_a_line_at_the_head_names_the_outlet_and_is_not_read(take: Take) -> None:
    arrival = take(f"Radio Lund, the morning magazine\n\n{HEADLINE}\n\n{BODY}\n")

    assert [(p.words.text, p.kind) for p in arrival.furniture] == [
        ("Radio Lund, the morning magazine", FurnitureKind.HEADER)
    ]
    assert "Radio Lund" in {c.value for c in arrival.candidates if c.field is Field.OUTLET}
