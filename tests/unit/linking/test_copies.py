from __future__ import annotations

import random

import pytest

from dateline.linking.copies import body_texts, copies
from dateline.linking.texts.agencies import acronyms
from dateline.linking.texts.alignment import passages
from dateline.linking.texts.lineage import candidates, kinships
from dateline.linking.texts.shingles import WINDOW, fingerprints
from dateline.model import CopyGroup, CopyKind, Link, Origin, Quotation, Record, Report
from dateline.settings import DEFAULTS
from tests.unit.linking.made import paragraphs, quotation, quotations, report

WIRE = (
    "The harbour authority of Varn closed the outer quay on Tuesday after divers found cracks in two of the "
    "oldest piers. Ferries were sent to the fishing port, where passengers waited for hours in the rain.\n"
    "An engineer who led the survey in spring had asked for repairs, but the money was spent on a new lighthouse. "
    "The mayor promised to publish the survey before the end of the month and to hire a second firm.\n"
    "Owners of small boats complained that nobody had told them where to moor, and that the tugs blocked a canal."
)
OTHER = (
    "Farmers in the Selby valley counted their losses on Wednesday when the river went back to its bed. "
    "Two bridges are gone, and the railway will need weeks to bring the line to the sugar mill into service.\n"
    "The regional council wants to raise the dykes by a metre, which the ministry had refused in the year before. "
    "Volunteers from the coast brought pumps, blankets and bread to the villages that had been cut off."
)
SAME = "“We had a long talk. Now we must build the pier again and pay for it together.”"


def linked(*reports: Report, quoted: list[Quotation] | None = None) -> list[Record]:
    pieces = [p for r in reports for p in paragraphs(r)]
    said = quoted if quoted is not None else [q for r in reports for q in quotations(r)]
    return [record for _, records in copies(list(reports), pieces, said, DEFAULTS) for record in records]


def groups(*reports: Report, quoted: list[Quotation] | None = None) -> list[CopyGroup]:
    return [r for r in linked(*reports, quoted=quoted) if isinstance(r, CopyGroup)]


def whole_text_origins(*reports: Report) -> list[Origin]:
    return [r for r in linked(*reports) if isinstance(r, Origin) and r.reports]


def spun(text: str, share: float, seed: int = 1) -> str:
    """Replace a share of the words, as a light rewriting does."""
    chosen = random.Random(seed)  # noqa: S311 -- test data
    return " ".join("something" if chosen.random() < share else word for word in text.split(" "))


def test_a_reprint_with_a_new_lede_and_a_cut_tail_is_one_origin_with_the_wire() -> None:
    wire = report(WIRE, agencies=("Northern News Agency",))
    lede = "Boat owners in Varn are angry, and with good reason.\n"
    cut = report(lede + WIRE[: len(WIRE) * 2 // 3], "2030-05-15")

    (origin,) = whole_text_origins(wire, cut)
    (group,) = groups(wire, cut)

    assert origin.reports == (wire.id, cut.id)
    assert origin.agency == "Northern News Agency"
    assert origin.label == "Northern News Agency text of 2030-05-14"
    assert group.kind is CopyKind.REPORT
    assert group.containment >= 0.8  # the lede is new
    for member, text in zip(group.members, (wire.text, cut.text), strict=True):
        assert text[member.words.start : member.words.end] == member.words.text


@pytest.mark.parametrize("share", [0.05, 0.12, 0.2])
def test_a_light_edit_is_still_a_copy(share: float) -> None:
    assert [g.kind for g in groups(report(WIRE), report(spun(WIRE, share), "2030-05-15"))] == [CopyKind.REPORT]


REWORDED = (
    "The port office of Varn shut its outermost quay on Tuesday, since divers had met cracks in a pair of piers. "
    "Engineer Ada Noor of Selby, chief of a survey in 2029, had begged for repairs worth 40,000 crowns. "
    "Mayor Ben Ismay vowed a look at the survey till 31 May and sent for the Dovia firm of Cleo Park."
)
PLAIN = (
    "Harbour authorities in Varn closed the outer quay on Tuesday because divers found two damaged piers. "
    "An engineer, Ada Noor of Selby, who led a 2029 inspection, asked at the time for 40,000 crowns to mend them. "
    "The Mayor, Ben Ismay, promised that all could read it by 31 May and hired a Dovia company under Cleo Park."
)
OTHER_ORDER = (
    "Cleo Park will inspect the piers for Ben Ismay, the Mayor, whose deadline is 31 May. Her firm is from Dovia. "
    "On Tuesday, Varn closed the quay; back in 2029 repairs would have cost 40,000 crowns, says Ada Noor, "
    "an Engineer from Selby."
)


def test_a_text_reworded_sentence_by_sentence_is_known_by_its_skeleton() -> None:
    first, second = report(PLAIN), report(REWORDED, "2030-05-15")

    (group,) = groups(first, second)

    assert group.kind is CopyKind.REPORT
    assert [o.reports for o in whole_text_origins(first, second)] == [(first.id, second.id)]


def test_an_independent_telling_names_the_same_people_in_another_order() -> None:
    assert groups(report(PLAIN), report(OTHER_ORDER, "2030-05-15")) == []


def test_two_texts_on_different_matters_share_nothing() -> None:
    assert groups(report(WIRE), report(OTHER)) == []
    assert len(whole_text_origins(report(WIRE), report(OTHER))) == 2


def test_a_report_that_merges_two_wires_leaves_them_two_origins() -> None:
    first, second = report(WIRE), report(OTHER)
    both = report(WIRE + "\n" + OTHER[: len(OTHER) * 2 // 3], "2030-05-16")

    origins = whole_text_origins(first, second, both)
    found = groups(first, second, both)

    assert sorted(len(o.reports) for o in origins) == [1, 2]
    assert next(o for o in origins if len(o.reports) == 2).reports == (first.id, both.id)
    assert {frozenset(m.report for m in g.members) for g in found if g.kind is CopyKind.PASSAGE} == {
        frozenset((second.id, both.id))
    }


def test_one_copied_sentence_is_a_passage_and_the_texts_stay_two() -> None:
    sentence = WIRE.split(".")[2].strip()
    borrower = report(OTHER + "\n" + sentence + ".", "2030-05-15")
    lender = report(WIRE)

    (group,) = groups(lender, borrower)
    passage_link = next(r for r in linked(lender, borrower) if isinstance(r, Link) and r.member == group.id)

    assert group.kind is CopyKind.PASSAGE
    assert group.members[0].words.text == group.members[1].words.text == sentence
    assert len(whole_text_origins(lender, borrower)) == 2
    assert passage_link.target == next(
        o.id for o in whole_text_origins(lender, borrower) if lender.id in o.reports
    )


def test_a_shared_quotation_that_one_side_credits_is_one_origin_for_that_passage_only() -> None:
    first = report(f"{WIRE}\n{SAME} the mayor said.")
    second = report(f"{OTHER}\n{SAME} the agency quoted the mayor.", "2030-05-15")
    text = SAME.strip("“”")
    quoted = [quotation(first, text), quotation(second, text, via="NNA")]

    records = linked(first, second, quoted=quoted)
    (group,) = [r for r in records if isinstance(r, CopyGroup)]
    (passage,) = [r for r in records if isinstance(r, Origin) and not r.reports]

    assert (group.kind, group.agency) == (CopyKind.QUOTATION, "NNA")
    assert passage.known
    assert {r.target for r in records if isinstance(r, Link) and r.member in {q.id for q in quoted}} == {
        passage.id
    }
    assert len([r for r in records if isinstance(r, Origin) and r.reports]) == 2


def test_hearsay_in_the_paragraph_is_a_credit_too() -> None:
    first = report(f"{WIRE}\nAccording to reports, the mayor said: {SAME}")
    second = report(f"{OTHER}\n{SAME} the mayor said.", "2030-05-15")

    assert [(g.kind, g.agency) for g in groups(first, second)] == [(CopyKind.QUOTATION, None)]


def test_a_shared_quotation_without_a_credit_is_no_copy_and_its_origin_is_unknown() -> None:
    first, second = report(f"{WIRE}\n{SAME} she said."), report(f"{OTHER}\n{SAME} he said.", "2030-05-15")

    records = linked(first, second)

    assert not [r for r in records if isinstance(r, CopyGroup)]
    assert [r.known for r in records if isinstance(r, Origin) and not r.reports] == [False]


def test_two_reports_of_one_speech_are_not_copies_because_they_quote_the_same_sentence() -> None:
    speech = "“We will rebuild every pier of this harbour before the next winter comes, whatever it may cost us.”"
    first, second = report(f"{WIRE}\n{speech} she said."), report(f"{OTHER}\n{speech} he heard.", "2030-05-15")

    assert groups(first, second) == []
    assert len(whole_text_origins(first, second)) == 2


def test_a_text_too_short_to_compare_is_of_unknown_lineage() -> None:
    (origin,) = whole_text_origins(report("The quay is closed."))

    assert not origin.known


def test_the_result_does_not_depend_on_the_order_of_the_reports() -> None:
    reports = [
        report(WIRE),
        report(OTHER),
        report(spun(WIRE, 0.1), "2030-05-15"),
        report(WIRE[: len(WIRE) // 2] + "\n" + OTHER, "2030-05-15"),
        report(WIRE[: len(WIRE) // 2], None),
    ]
    once = sorted(map(repr, linked(*reports)))

    for seed in range(5):
        random.Random(seed).shuffle(reports)  # noqa: S311 -- test data
        assert sorted(map(repr, linked(*reports))) == once


def test_ids_are_unique_among_reprints() -> None:
    records = linked(*(report(f"{WIRE}\nEdition {n}.", f"2030-05-{10 + n}") for n in range(6)))

    assert len({r.id for r in records}) == len(records)
    assert sum(isinstance(r, Origin) for r in records) == 1


def test_a_shared_run_as_long_as_the_window_is_never_missed() -> None:
    chosen = random.Random(7)  # noqa: S311 -- test data
    for _ in range(200):
        shared = [chosen.randrange(2**32) for _ in range(WINDOW)]
        first = [chosen.randrange(2**32) for _ in range(chosen.randrange(40))] + shared
        second = shared + [chosen.randrange(2**32) for _ in range(chosen.randrange(40))]
        assert fingerprints(first) & fingerprints(second)


def test_an_edited_word_does_not_part_a_passage() -> None:
    first, second = report(WIRE), report(WIRE.replace("oldest piers", "ancient piers"))
    a, b = body_texts((first, second), paragraphs(first) + paragraphs(second), (), 4)

    (passage,) = passages(a, b, 4)

    assert (passage.first, passage.first_end) == (0, len(a.forms))
    assert passage.common == len(a.forms) - 1


def test_candidates_grow_with_the_reports_and_not_with_their_square() -> None:
    def compared(number: int) -> int:
        chosen = random.Random(3)  # noqa: S311 -- test data
        made = [
            report(
                " ".join(f"word{chosen.randrange(3000)}" for _ in range(120)) + f"\n{WIRE if n % 10 == 0 else n}"
            )
            for n in range(number)
        ]
        texts = body_texts(made, [p for r in made for p in paragraphs(r)], (), 4)
        return sum(len(kinships(block, DEFAULTS)) for block in candidates(texts, limit=8))

    few, many = compared(200), compared(400)

    assert few > 0
    assert many <= 3 * few


FORMULA = (
    "Ilan Dorvak, the prime minister of Morvenia, will meet the Tavian foreign minister, Sira Tamm, on Monday."
)


def test_names_and_titles_that_two_reports_print_alike_are_no_passage() -> None:
    first, second = report(f"{WIRE}\n{FORMULA}"), report(f"{OTHER}\n{FORMULA}", "2030-05-15")

    assert groups(first, second) == []


def test_sentences_taken_one_by_one_are_passages_together_though_none_alone_would_be() -> None:
    lines = [line.strip() for line in WIRE.replace("\n", " ").split(". ")]
    scraps = [" ".join(line.split()[:9]) for line in lines if len(line.split()) > 10]
    one = report(f"{OTHER}\n{scraps[0]}, and that was all.", "2030-05-15")
    all_ = report("\n".join([OTHER, *(f"{scrap}, and so on." for scrap in scraps)]), "2030-05-15")

    assert [g.kind for g in groups(report(WIRE), one)] == []
    assert CopyKind.PASSAGE in {g.kind for g in groups(report(WIRE), all_)}


def test_of_one_day_the_longer_text_stands_first_in_a_group_and_a_later_one_behind() -> None:
    whole, cut = report(WIRE), report(WIRE[: len(WIRE) * 2 // 3])
    later = report(f"{WIRE}\nNobody was hurt.", "2030-05-15")

    (group,) = groups(later, cut, whole)

    assert [member.report for member in group.members] == [whole.id, cut.id, later.id]


def test_an_agency_is_one_source_under_its_full_name_and_its_initials() -> None:
    first = report(WIRE, agencies=("Meridian News Agency",))
    second = report(OTHER, "2030-05-15", agencies=("MNA",))

    assert [origin.agency for origin in whole_text_origins(first, second)] == ["MNA", "MNA"]


def test_initials_that_two_agencies_share_are_the_name_of_neither() -> None:
    names = ("Meridian News Agency", "Morven News Agency", "MNA", "Union Wire Service", "UWS")

    assert acronyms(names) == {"Union Wire Service": "UWS"}


def test_a_report_made_of_yesterday_s_text_and_one_of_its_own_day_leaves_them_two_origins() -> None:
    first, second = report(WIRE), report(OTHER[: len(OTHER) // 2], "2030-05-15")
    both = report(f"{WIRE}\n{OTHER[: len(OTHER) // 2]}", "2030-05-15")

    assert {origin.reports for origin in whole_text_origins(first, second, both)} == {
        (first.id, both.id),
        (second.id,),
    }


def test_a_text_of_which_others_print_one_half_each_is_no_merged_one() -> None:
    lines = WIRE.split("\n")
    whole = report(WIRE)
    halves = [report("\n".join(lines[:1]), "2030-05-15"), report("\n".join(lines[1:]), "2030-05-15")]

    (origin,) = whole_text_origins(whole, *halves)

    assert len(origin.reports) == 3
