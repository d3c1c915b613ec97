from __future__ import annotations

import pytest

from dateline.linking.speech.rebuttals import pattern, rebuttals
from dateline.linking.speech.statements import statements
from dateline.model import Quotation, Report, SpeechKind
from tests.unit.linking.made import quotation, report, sentences_of, who

INDIRECT = SpeechKind.INDIRECT


def pairs(of: Report, *said: Quotation) -> list[tuple[str, str]]:
    stated = [statement for one in said for statement in statements(one)]
    found = rebuttals(stated, sentences_of(of), who([of], "Noor", "Ismay"))
    return [(charge.words.text, answer.words.text) for charge, answer in found]


@pytest.mark.parametrize(
    "text",
    [
        "The firm rejected the accusation.",
        "her office denied that, and more",
        "He disputes this.",
        "The mine gave a different account",
        "which is at odds with what he said",
        "The office denied that it had sent any such letter.",
        "That was disputed by the harbour master.",
        "She called it a fabrication.",
        "His office said this was “a fairy tale”.",
        "The mayor dismissed that as untrue.",
    ],
)
def test_words_of_rejection(text: str) -> None:
    assert pattern().search(text.casefold())


@pytest.mark.parametrize(
    "text",
    [
        "He rejected the job.",
        "They denied that the dam had leaked.",
        "Her claim stands.",
        "She reads fairy tales to them.",
        "Both brothers deny the charges.",
    ],
)
def test_words_that_reject_nothing_said_before(text: str) -> None:
    assert not pattern().search(text.casefold())


def test_an_answer_is_set_against_what_was_said_before_it() -> None:
    of = report(
        "The toll was raised by a third, Noor said. Ismay rejected the charge. “Not a cent was added,” he said."
    )
    charge = quotation(of, "The toll was raised by a third", by="Noor", source="Noor", kind=INDIRECT)
    answer = quotation(of, "Not a cent was added,", by="Ismay", source="Ismay")

    assert pairs(of, charge, answer) == [("The toll was raised by a third", "Not a cent was added,")]


def test_who_denies_any_such_thing_answers_with_his_next_words() -> None:
    of = report(
        "Noor said the mill had agreed to pay. "
        "Ismay denied having made any such deal. “I agreed to nothing,” he said."
    )
    charge = quotation(of, "the mill had agreed to pay", by="Noor", source="Noor", kind=INDIRECT)
    answer = quotation(of, "I agreed to nothing,", by="Ismay", source="Ismay")

    assert pairs(of, charge, answer) == [("the mill had agreed to pay", "I agreed to nothing,")]


def test_nobody_answers_himself() -> None:
    of = report("The toll was fair, Ismay said. He rejected the charge. “Not a cent was added,” he said.")
    own = quotation(of, "The toll was fair", by="Ismay", source="Ismay", kind=INDIRECT)
    answer = quotation(of, "Not a cent was added,", by="Ismay", source="Ismay")

    assert not pairs(of, own, answer)


def test_what_lies_far_off_is_not_what_is_rejected() -> None:
    between = "The sea was calm and nobody thought of the toll. " * 20
    of = report(
        f"The toll was raised, Noor said. {between}Ismay rejected the charge. “Not a cent was added,” he said."
    )
    charge = quotation(of, "The toll was raised", by="Noor", source="Noor", kind=INDIRECT)
    answer = quotation(of, "Not a cent was added,", by="Ismay", source="Ismay")

    assert not pairs(of, charge, answer)


def test_a_mere_condition_is_not_what_is_answered() -> None:
    of = report(
        "“No pump was broken. If one had been, we would have shut it,” Noor said. That was disputed by Ismay.\n"
    )
    of = report(of.text + "He said that the third pump had leaked since May.")
    charge = quotation(of, "No pump was broken. If one had been, we would have shut it,", by="Noor", source="Noor")
    answer = quotation(of, "the third pump had leaked since May", by="Ismay", source="He", kind=INDIRECT)

    assert pairs(of, charge, answer) == [("No pump was broken.", "the third pump had leaked since May")]
