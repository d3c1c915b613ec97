from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.linking.chronology import Chronology
from dateline.linking.texts.shared_quotations import Credits, SharedQuotation, cuts, shared
from dateline.model import Quotation, Report
from dateline.span import Words
from tests.unit.linking.made import paragraphs, quotation, report

ONE = "We did not shout at each other, and in this valley that is much"
TWO = "We did not shout. In this valley that counts for very much indeed"


def told(
    text: str, before: str, *, via: str | None = None, agencies: tuple[str, ...] = ()
) -> tuple[Report, Quotation]:
    one = report(f"{before} “{text},” she said.", agencies=agencies)
    return one, quotation(one, text, via=via)


def found(*given: tuple[Report, Quotation], families: Sequence[int] | None = None) -> list[SharedQuotation]:
    reports = [one for one, _ in given]
    family = {one.id: str(families[at] if families else at) for at, one in enumerate(reports)}
    pieces = [piece for one in reports for piece in paragraphs(one)]
    quoted = cuts([said for _, said in given], {one.id: one.text for one in reports})
    return shared(quoted, Chronology(reports), family, Credits(reports, pieces))


def test_one_sentence_that_two_reports_have_from_one_agency_is_one_source() -> None:
    first, second = told(ONE, "On Monday:", via="AP"), told(ONE, "In Selby:", via="Associated Press")

    (one,) = found(first, second)

    assert (one.agency, len(one.cuts)) == ("AP", 2)


def test_one_sentence_that_one_side_credits_may_have_been_heard_by_the_other() -> None:
    assert found(told(ONE, "On Monday:", via="AP"), told(ONE, "In Selby:")) == []


def test_one_sentence_in_an_agency_s_text_and_credited_to_it_elsewhere_is_one_source() -> None:
    (one,) = found(told(ONE, "On Monday:", agencies=("AFP",)), told(ONE, "In Selby:", via="AFP"))

    assert (one.agency, len(one.cuts)) == ("AFP", 2)


def test_two_sentences_that_one_side_has_from_others_are_one_source() -> None:
    (one,) = found(told(TWO, "On Monday:"), told(TWO, "According to reports:"))

    assert one.credit == "“according to reports”"


def test_a_copy_of_a_wire_has_the_words_from_there_and_who_heard_them_is_no_part_of_it() -> None:
    wire = told(TWO, "On Monday:", agencies=("AFP",))
    copy, witness = told(TWO, "According to reports:"), told(TWO, "In Selby:")

    (one,) = found(wire, copy, witness, families=(0, 0, 1))

    assert one.credit is None  # kept as words of unknown lineage: no copy group is made of them


def test_words_from_an_agency_are_not_a_witness_s_when_the_agency_s_own_text_is_there() -> None:
    wire, borrowed = told(TWO, "On Monday:", agencies=("AFP",)), told(TWO, "In Varn:", via="AFP")
    witness = told(TWO, "In Selby:")

    (one,) = found(wire, borrowed, witness)

    assert {cut.quotation.report for cut in one.cuts} == {wire[0].id, borrowed[0].id}


def test_words_told_to_an_agency_that_only_this_story_names_are_from_there() -> None:
    wire = told(TWO, "On Monday:", agencies=("HNW",))
    borrowed = told(TWO, "In Varn:")
    to = borrowed[0].text.index("Varn")
    given = replace(borrowed[1], addressee=Words(to, to + 4, "HNW"))

    (one,) = found(wire, (borrowed[0], given))

    assert one.credit == "said to HNW"
    assert found((borrowed[0], given), told(TWO, "In Selby:"))[0].credit is None


def addressed(text: str, before: str, told_to: str, *, outlet: str | None = None) -> tuple[Report, Quotation]:
    one, said = told(text, f"{before} To {told_to}:")
    at = one.text.index(told_to)
    return replace(one, outlet=outlet), replace(said, addressee=Words(at, at + len(told_to), told_to))


def test_a_part_of_words_that_another_outlet_was_told_is_from_there() -> None:
    own = told(f"{ONE}, as you know", "In an interview:")
    first = replace(own[0], outlet="The Selby Courier"), own[1]
    later = addressed(ONE, "In April.", "the Selby Courier", outlet="Radio Varn")

    (one,) = found(first, later)

    assert (one.agency, one.credit) == ("the Selby Courier", "said to the Selby Courier")
    assert {cut.quotation.report for cut in one.cuts} == {first[0].id, later[0].id}


def test_words_told_to_the_report_s_own_outlet_are_from_nowhere_else() -> None:
    own = addressed(ONE, "On Monday.", "the Courier", outlet="The Courier")
    assert found(own, told(ONE, "In Selby:")) == []


def test_who_took_another_passage_from_an_agency_has_its_words_from_there_too() -> None:
    wire, cut = told(f"{ONE}, as you know", "On Monday:", agencies=("HNW",)), told(ONE, "In Varn:")
    reports = [wire[0], cut[0]]
    pieces = [piece for one in reports for piece in paragraphs(one)]
    quoted = cuts([wire[1], cut[1]], {one.id: one.text for one in reports})
    family = {one.id: one.id for one in reports}

    def sources(taken: dict[str, frozenset[str]]) -> list[str | None]:
        credited = Credits(reports, pieces, taken)
        return [one.agency for one in shared(quoted, Chronology(reports), family, credited)]

    assert sources({cut[0].id: frozenset({"HNW"})}) == ["HNW"]
    assert sources({cut[0].id: frozenset({"HNW", "AFP"})}) == []
    assert sources({}) == []
