from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Anomaly, Chain, Quotation, SpeechKind
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.stage import Draft

Hear = Callable[[str], Draft]


@pytest.fixture
def hear(read: Callable[..., Draft]) -> Hear:
    return lambda text: read(text, MentionStage(), QuotationStage())


def last(draft: Draft) -> Quotation:
    """The last speech in marks."""
    return [one for one in draft.of(Quotation) if one.kind is not SpeechKind.INDIRECT][-1]


def speaker(draft: Draft) -> str | None:
    one = last(draft)
    return draft.get(Chain, one.speaker).name if one.speaker else None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # any noun that is printed beside a name
        ("Top seed Mara Lindqvist lost to Tomas Brandt. “I slept badly,” the top seed said.", "Mara Lindqvist"),
        # what was done to somebody
        ("The union banned Mara Lindqvist and thanked Tomas Brandt. “I am clean,” the banned rider said.",
         "Mara Lindqvist"),
        # the same relation from the other side
        ("Tomas Brandt was mending a net, and his son Rasmus Brandt was on the boat. “It is late,” the son said. "
         "“It is early,” his father said.", "Tomas Brandt"),
        # an age
        ("Mara Lindqvist lost to a newcomer, Ulla Brandt, 17. “I know her,” the teenager said.", "Ulla Brandt"),
        # a name set off by commas after a verb
        ("The judge, Mara Lindqvist, told the treasurer, Ulla Brandt. “I only counted,” the treasurer said.",
         "Ulla Brandt"),
        # an office that somebody has come to
        ("Mara Lindqvist led the union until she became the mayor. “I know every street,” the mayor said.",
         "Mara Lindqvist"),
        # nobody whom the report names
        ("Mara Lindqvist met miners in Vilnius. “We are tired,” an engineer said.", "an engineer"),
    ],
)  # fmt: skip
def test_a_description_is_whom_the_report_calls_so(hear: Hear, text: str, who: str) -> None:
    assert speaker(hear(text)) == who


@pytest.mark.parametrize(
    ("text", "who"),
    [
        # whom the words name does not say them
        ("Coach Tomas Brandt praised Ivan Orlov. Orlov left. “The coach asked me to stay, and I lied,” he said.",
         "Ivan Orlov"),
        # the subject of the sentence goes before that of a clause in it
        ("Deputy Tomas Brandt, who would act if President Ivan Orlov died, stood by. “I am glad,” he said.",
         "Tomas Brandt"),
        # the ending of a given name leans to a gender
        ("Detective Orvella Brandt questioned the banker, Dorvus Orlov. “It was my mother's money,” he said.",
         "Dorvus Orlov"),
        # a name that comes after its pronoun
        ("“Go home,” she told them. Mara Lindqvist had come down to the beach at noon.", "Mara Lindqvist"),
        # an apposition to the subject is no object of its verb
        ("Tomas Brandt was heard. Counsel to the inquiry, Ivan Orlov, asked him why. “It was late,” he answered.",
         "Tomas Brandt"),
    ],
)  # fmt: skip
def test_a_pronoun_is_who_can_have_said_it(hear: Hear, text: str, who: str) -> None:
    assert speaker(hear(text)) == who


def readings(draft: Draft) -> set[str | None]:
    flagged = [one for one in draft.of(Quotation) if one.anomaly is Anomaly.ATTRIBUTION]
    return {draft.get(Chain, id_).name for one in flagged for id_ in (one.speaker, one.other_speaker) if id_}


@pytest.mark.parametrize(
    "text",
    [
        "Peace envoy Tomas Brandt urged Marshal Tomas Brandt to “stop it”. The envoy, Mara Lindqvist, is due.",
        "Hospital director Tomas Brandt shut it. The nurses' leader, Tomas Brandt, said the director had “asked "
        "no nurse”. Mara Lindqvist, who leads the nurses, handed in a petition.",
        "Landlord Tomas Brandt wants them out. Speaking for the tenants, Tomas Brandt said they would “chain "
        "themselves to the boiler”. Mara Lindqvist chairs the tenants' committee.",
    ],
)
def test_a_name_with_another_s_role_has_both_readings(hear: Hear, text: str) -> None:
    assert readings(hear(text)) == {"Tomas Brandt", "Mara Lindqvist"}


@pytest.mark.parametrize(
    "text",
    [
        # two roles of one person, and nobody else with either
        "Hospital director Tomas Brandt shut the ward. Tomas Brandt, a keen rower, said it was “high time”.",
        # an office that changed hands
        "Tomas Brandt led the nurses until Friday. Hospital director Tomas Brandt said it was “high time”. "
        "Mara Lindqvist leads the nurses now.",
        # two people of one trade
        "Lawyer Tomas Brandt praised the court. Tomas Brandt, the mayor's brother, said it was “high time”. "
        "Mara Lindqvist, another lawyer, agreed.",
    ],
)
def test_two_roles_alone_are_no_clash(hear: Hear, text: str) -> None:
    assert readings(hear(text)) == set()


def test_an_unnamed_description_is_less_sure_than_a_name(hear: Hear) -> None:
    named, unmet = (
        last(hear("“We are tired,” said Mara Lindqvist.")),
        last(hear("“We are tired,” said the weaver.")),
    )
    assert named.confidence > unmet.confidence


NEW_IN_OFFICE = (
    "An official said that the director, Tomas Brandt, had been suspended on Thursday.\n\n"
    "Mara Lindqvist, 47, a doctor by training, said she would meet the nurses on Friday. “I shall open every "
    "drawer,” the {} director said."
)


@pytest.mark.parametrize("word", ["new", "acting"])
def test_the_new_holder_of_an_office_is_the_subject_of_the_paragraph(hear: Hear, word: str) -> None:
    assert speaker(hear(NEW_IN_OFFICE.format(word))) == "Mara Lindqvist"


def test_an_office_without_such_a_word_is_whose_it_is_by_the_report(hear: Hear) -> None:
    assert speaker(
        hear(NEW_IN_OFFICE.format("former").replace("director said", "director, Tomas Brandt, said"))
    ) == ("Tomas Brandt")


def test_who_describes_a_name_and_not_the_office_set_beside_it(hear: Hear) -> None:
    text = (
        "Dr Tomas Brandt, the former director, who always maintained that “no warning ever reached my desk”, was "
        "charged on Monday."
    )
    assert speaker(hear(text)) == "Tomas Brandt"


def test_speech_left_open_is_whose_it_is_in_the_next_paragraph_whoever_spoke_before(hear: Hear) -> None:
    text = (
        "The inquiry will have the power to summon witnesses, the judge said.\n\n"
        "“I did not come here to make a speech. I came because I am ashamed.\n\n"
        "“We shall find out who signed,” Mara Lindqvist told reporters."
    )
    spoken = [q for q in hear(text).of(Quotation) if q.kind is not SpeechKind.INDIRECT]
    draft = hear(text)
    assert [draft.get(Chain, q.speaker).name for q in spoken if q.speaker] == ["Mara Lindqvist", "Mara Lindqvist"]
