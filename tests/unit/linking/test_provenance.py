from __future__ import annotations

import pytest

from dateline.linking.provenance import Provenance
from dateline.model import CopyGroup, CopyKind, CopyMember, Link, LinkKind
from dateline.span import Span
from tests.unit.linking.made import report, words_in

WIRE = "Police searched the offices of the mill in Ostra and carried away forty boxes of papers."
OURS = "On Wednesday police searched the offices of the mill in Ostra and carried away forty boxes. She was out."


def origin_of(words: str) -> str:
    """The origin of words of a report that has a passage of the wire, beginning after its own first words."""
    reports = report(WIRE), report(OURS, "2030-05-15")
    passage = "earched the offices of the mill in Ostra and carried away forty boxes"
    group = CopyGroup(
        id="g",
        kind=CopyKind.PASSAGE,
        members=tuple(CopyMember(report=r.id, words=words_in(r, passage)) for r in reports),
        agency=None,
        containment=1.0,
        reason="shared words",
    )
    targets = {reports[0].id: "the wire", reports[1].id: "our own", "g": "the wire"}
    links = [
        Link(id=f"l {member}", kind=LinkKind.ORIGIN, member=member, target=target, score=1.0, reasons=("a",))
        for member, target in targets.items()
    ]
    found = words_in(reports[1], words)
    return Provenance(links, [group]).of_words(reports[1].id, Span(found.start, found.end))


@pytest.mark.parametrize(
    ("words", "origin"),
    [
        ("carried away forty boxes", "the wire"),
        (
            "On Wednesday police searched the offices of the mill in Ostra and carried away forty boxes.",
            "the wire",
        ),
        ("She was out.", "our own"),
        (OURS[OURS.index("forty") :], "our own"),
    ],
)
def test_a_sentence_counts_for_the_text_that_most_of_it_is_copied_from(words: str, origin: str) -> None:
    assert origin_of(words) == origin
