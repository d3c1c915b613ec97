"""TimeML: the text with its expressions and events, and nothing but the text."""

from xml.etree.ElementTree import fromstring, tostring

import pytest

from dateline.export.timeml import document
from dateline.model import Event, Timex
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.stage import Context
from dateline.testing import arrival, read

_TEXT = (
    "President Odran Velk met Foreign Minister Sira Tamm in Karsund on Monday.\n\n"
    "Three days later Velk promised to visit Tavia <again> & again in June."
)


def _xml(text: str, context: Context, published: str | None = "2030-05-14"):
    stages = (ParseStage(), TimexStage(), MentionStage(), QuotationStage(), EventStage())
    draft = read(arrival(text, published=published, title="Talks <b>held</b>"), *stages, context=context)
    written = tostring(document(draft.report, draft.of(Timex), draft.of(Event)))
    return draft, fromstring(written)  # noqa: S314 -- our own export


@pytest.fixture(scope="module")
def context() -> Context:
    return Context()


def test_the_text_of_the_xml_is_the_text_of_the_report(context: Context) -> None:
    draft, root = _xml(_TEXT, context)
    assert "".join(root.find("TEXT").itertext()) == draft.report.text


def test_an_expression_stands_over_its_words_with_its_value_and_anchor(context: Context) -> None:
    _, root = _xml(_TEXT, context)
    monday, later, *_ = root.find("TEXT").findall("TIMEX3")
    assert (monday.text, monday.get("value"), monday.get("anchorTimeID")) == ("Monday", "2030-05-13", "t0")
    assert (later.text, later.get("value")) == ("Three days later", "2030-05-16")
    assert later.get("anchorTimeID") == monday.get("tid")


def test_an_event_is_linked_to_the_time_that_it_has_in_the_text(context: Context) -> None:
    _, root = _xml(_TEXT, context)
    met = next(each for each in root.iter("EVENT") if each.text == "met")
    instance = next(each for each in root.findall("MAKEINSTANCE") if each.get("eventID") == met.get("eid"))
    link = next(each for each in root.findall("TLINK") if each.get("eventInstanceID") == instance.get("eiid"))
    monday = root.find("TEXT").find("TIMEX3")
    assert (link.get("relType"), link.get("relatedToTime")) == ("IS_INCLUDED", monday.get("tid"))


def test_a_promised_act_has_the_modality_and_is_not_told_as_done(context: Context) -> None:
    _, root = _xml(_TEXT, context)
    visit = next(each for each in root.iter("EVENT") if each.text == "visit")
    instance = next(each for each in root.findall("MAKEINSTANCE") if each.get("eventID") == visit.get("eid"))
    assert (instance.get("modality"), instance.get("polarity")) == ("promised", "POS")


def test_a_report_without_a_date_has_no_creation_time(context: Context) -> None:
    _, root = _xml("They met on 3 May 2029.", context, published=None)
    assert root.find("DCT") is None


def test_control_characters_of_a_report_do_not_break_the_xml(context: Context) -> None:
    _, root = _xml("They met \x00\x1b[31m on 3 May 2029.\ufffe", context)
    assert "\ufffd\ufffd[31m" in "".join(root.find("TEXT").itertext())
