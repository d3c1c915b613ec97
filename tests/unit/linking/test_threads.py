"""Threads of small stories, read and linked the whole way."""

from __future__ import annotations

from dateline.model import LinkKind, Thread
from dateline.story.explain import explain
from dateline.story.views import threads
from tests.unit.linking.conftest import Tell

QUAY = (
    "The harbour authority of Varn closed the Alder Quay to cargo ships after divers found cracks in its pillars. "
    "Harbour master Jonna Revik said the quay could carry no crane. Dockers were sent home."
)
DOCKERS = (
    "Dockers of the Alder Quay in Varn demanded full wages for the weeks in which it stays closed. Jonna Revik, "
    "the harbour master, said the divers would look at each of the pillars again."
)
CHESS = (
    "Petra Lund won the chess open of Varn in the last round. She beat Otto Reis with a rook and two pawns, in an "
    "endgame that took four hours."
)


def test_a_report_on_another_matter_is_a_thread_of_its_own(tell: Tell) -> None:
    story = tell(("2030-06-03", QUAY), ("2030-06-04", CHESS), ("2030-06-05", DOCKERS))

    quay, chess = story.threads()

    assert [story.report(id_).title for id_ in quay.reports] == ["Report 0", "Report 2"]
    assert [story.report(id_).title for id_ in chess.reports] == ["Report 1"]
    assert {"quay", "revik", "dockers"} <= set(quay.shared_words)
    assert "Jonna Revik" in {actor.name for actor in story.actors() if actor.id in quay.actors}
    assert (quay.time and quay.time.edtf, chess.likeness) == ("2030-06-03/2030-06-05", 1.0)


def test_each_report_has_one_link_that_says_why(tell: Tell) -> None:
    story = tell(("2030-06-03", QUAY), ("2030-06-04", CHESS), ("2030-06-05", DOCKERS))

    reasons = {
        story.report(report.id).title: link.reasons
        for report in story.reports()
        for link in story.links(report.id)
        if link.kind is LinkKind.THREAD
    }

    assert reasons["Report 1"] == ("no other report tells of this matter",)
    assert reasons["Report 0"][0].startswith("shares quay, harbour, ")
    assert "quay" in explain(story, story.threads()[0].id).parts[0].lines[0].text


def test_a_copy_goes_with_its_text_and_is_said_to_be_one(tell: Tell) -> None:
    story = tell(("2030-06-03", QUAY), ("2030-06-04", CHESS), ("2030-06-05", QUAY + " It rained."))

    rows = threads(story)

    assert [(row.title, row.reports) for row in rows] == [("Report 0", 2), ("Report 2", 2), ("Report 1", 1)]
    assert rows[1].reason == "the same text as an earlier report"
    assert rows[0].origins_high == 1


def test_every_report_is_in_exactly_one_thread_even_if_nothing_of_it_was_read(tell: Tell) -> None:
    story = tell(("2030-06-03", QUAY), ("2030-06-04", "…"), ("2030-06-05", "Это сообщение на русском языке."))

    held = [report for thread in story.all(Thread) for report in thread.reports]

    assert sorted(held) == sorted(report.id for report in story.reports())
