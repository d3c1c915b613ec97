from __future__ import annotations

from dateline.web.desk import Citation
from dateline.web.links import AcrossPages, WithinDocument


def cited(*reports: str) -> list[Citation]:
    return [Citation(number, "The Post", "1 May", id_) for number, id_ in enumerate(reports, 1)]


def test_several_reports_lead_to_these_side_by_side() -> None:
    assert AcrossPages().beside(cited("r_1", "r_2", "r_1")) == "/compare?a=r_1&b=r_2"


def test_one_report_leads_nowhere_else() -> None:
    assert AcrossPages().beside(cited("r_1", "r_1")) is None
    assert AcrossPages().beside([]) is None


def test_no_more_reports_stand_side_by_side_than_can_be_read() -> None:
    five = cited("r_1", "r_2", "r_3", "r_4", "r_5")
    assert AcrossPages().beside(five) == "/compare?a=r_1&b=r_2&c=r_3&d=r_4"


def test_a_report_as_a_whole_has_no_sentence_to_cite() -> None:
    assert AcrossPages().citation(Citation(1, "The Post", "1 May", "r_1")) is None
    assert AcrossPages().citation(Citation(1, "The Post", "1 May", "r_1", 3, 9)) == "/reports/r_1?at=3-9#citation"


def test_a_document_leads_to_nothing_outside_it() -> None:
    within = WithinDocument(())
    assert within.citation(Citation(1, "The Post", "1 May", "r_1", 3, 9)) is None
    assert within.beside(cited("r_1", "r_2")) is None
