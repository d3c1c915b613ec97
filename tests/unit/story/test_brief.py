"""Sentences taken out of their reports: which can stand alone, whom their pronouns mean, which are chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.errors import NotFoundError
from dateline.fuzzydate import FuzzyDate
from dateline.model import Chain, Event, Mention, Paragraph, Quotation, Sentence
from dateline.reading.events import EventStage
from dateline.reading.mentions import MentionStage
from dateline.reading.quotations import QuotationStage
from dateline.reading.timexes import TimexStage
from dateline.span import Span
from dateline.stage import Draft
from dateline.story import open_story, views
from dateline.story.brief import News, Standing, choose, stand
from dateline.story.brief.choose import Candidate, Chosen
from dateline.story.views.brief import bracketed

type Read = Callable[..., Draft]


@pytest.fixture
def alone(read: Read) -> Callable[[str], str | None]:
    """The last sentence of a text as a brief would print it; None if it cannot stand alone."""

    def last(text: str) -> str | None:
        draft = read(text, TimexStage(), MentionStage(), QuotationStage(), EventStage())
        sentence = draft.of(Sentence)[-1]

        def of_it[R: (Mention, Event)](kind: type[R]) -> list[R]:
            return [one for one in draft.of(kind) if one.sentence == sentence.id]

        names = {chain.id: chain.name for chain in draft.of(Chain) if chain.names}
        standing = stand(sentence, of_it(Mention), draft.of(Quotation), of_it(Event), names)
        return bracketed(draft.report.text, standing.span, standing.brackets) if standing else None

    return last


@pytest.mark.parametrize(
    "sentence",
    [
        "However, the union rejected the offer of the harbour board.",
        "But the mayor of Varn closed the bridge to lorries.",
        "In addition, the port of Varn was closed for nine days.",
        "This led the harbour board to close the port of Varn.",
        "Two days later the mayor of Varn closed the bridge to lorries.",
        "The dismissal came a day after the port of Varn was closed.",
        "The mayor of Varn also closed the bridge to all lorries.",
        "The union, however, rejected the offer of the harbour board.",
        "The next morning police closed the port of Varn to lorries.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_does_not_stand_alone(
    alone: Callable[[str], str | None], sentence: str
) -> None:
    assert alone(f"Ada Holm dismissed Bo Lind on Monday. {sentence}") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "This week the mayor of Varn closed the bridge to lorries.",
        "The dismissal of Bo Lind by the harbour board angered dockers in Varn.",
        "Police in Varn closed the bridge to lorries on Tuesday evening.",
        "“Nobody asked us about the bridge,” Bo Lind told reporters in Varn.",
    ],
)
def test_a_sentence_that_says_all_it_needs_stands_as_it_is(
    alone: Callable[[str], str | None], sentence: str
) -> None:
    assert alone(f"Ada Holm dismissed Bo Lind on Monday. {sentence}") == sentence


def test_a_pronoun_gets_the_name_it_stands_for(alone: Callable[[str], str | None]) -> None:
    told = alone(
        "President Ada Holm arrived in Varn on Monday. She met the dockers and promised them higher wages."
    )
    assert told == "She [Ada Holm] met the dockers and promised them higher wages."


def test_a_possessive_gets_the_name_as_a_possessive(alone: Callable[[str], str | None]) -> None:
    told = alone(
        "President Ada Holm arrived in Varn on Monday. Her visit to the port lasted three hours on Tuesday."
    )
    assert told == "Her [Ada Holm’s] visit to the port lasted three hours on Tuesday."


def test_a_pronoun_after_its_name_needs_no_bracket(alone: Callable[[str], str | None]) -> None:
    sentence = "President Ada Holm said on Monday that she would not resign."
    assert alone(sentence) == sentence


def test_a_pronoun_of_nobody_known_does_not_open_a_sentence(alone: Callable[[str], str | None]) -> None:
    assert alone("It was the third time in a week that the bridge was closed.") is None


def test_words_of_somebody_whom_the_sentence_does_not_name_are_left_out(
    alone: Callable[[str], str | None],
) -> None:
    assert (
        alone("“We will open the port,” Ada Holm said. “Nobody will lose a day of wages over this strike.”")
        is None
    )


def test_a_writers_own_words_are_left_out_and_a_speakers_are_not(alone: Callable[[str], str | None]) -> None:
    assert alone("The port closed. We have asked the harbour board of Varn to open it again.") is None
    quoted = "“We have asked the harbour board of Varn to open it,” Ada Holm said."
    assert alone(f"The port closed. {quoted}") == quoted


@pytest.mark.parametrize(
    "text", ["A", "?", "”", "“", "12", "...", "\U0001f600 " * 8, "word " * 200, "The The The The The The The."]
)
def test_odd_texts_are_no_sentences_of_a_brief_and_no_error(alone: Callable[[str], str | None], text: str) -> None:
    told = alone(f"Ada Holm spoke. {text}")
    assert told is None or told == " ".join(text.split())


# --- which are chosen


def piece(id_: str, weight: float, time: str | None = None, *, stated: bool = True) -> News:
    day = FuzzyDate.day(dt.date.fromisoformat(time)) if time else None
    return News(
        id=id_,
        weight=weight,
        time=day,
        stated=stated,
        disputed=False,
        speech=False,
        sentences=(),
        reports=(),
        best=None,
    )


def candidate(place: int, text: str, *told: News, origin: str = "", leans: bool = False) -> Candidate:
    return Candidate(
        sentence=f"s{place}",
        report=f"r{place}",
        standing=Standing(Span(0, len(text)), (), (), leans),
        text=text,
        place=(place, 0),
        number=9,
        origin=origin or f"o{place}",
        named=frozenset(),
        news=told,
    )


STRIKE, MARCH, ARREST = piece("m_strike", 3.0), piece("m_march", 2.0), piece("m_arrest", 1.0)


def chosen(candidates: list[Candidate], sentences: int) -> list[str]:
    return [one.candidate.sentence for one in choose(candidates, sentences)]


def test_what_is_told_already_is_not_told_again() -> None:
    given = [
        candidate(1, "Dockers in Varn began a strike.", STRIKE),
        candidate(2, "Union members stopped all work at the terminal.", STRIKE),
        candidate(3, "Families marched through Tarbek.", MARCH),
    ]
    assert chosen(given, 3) == ["s1", "s3"]


def test_the_same_words_are_not_printed_twice_though_they_tell_something_new() -> None:
    given = [
        candidate(1, "Dockers in Varn began a strike over wages on Monday.", STRIKE),
        candidate(2, "Dockers in Varn began a strike over wages, and families marched.", MARCH),
    ]
    assert chosen(given, 2) == ["s1"]


def test_another_origin_goes_before_one_that_has_spoken() -> None:
    given = [
        candidate(1, "Dockers in Varn began a strike.", STRIKE, origin="wire"),
        candidate(2, "Families marched through Tarbek.", MARCH, origin="wire"),
        candidate(3, "Police arrested eleven people near the terminal.", piece("m_other", 1.9), origin="paper"),
    ]
    assert chosen(given, 2) == ["s1", "s3"]


def test_a_sentence_that_leans_on_a_bracket_goes_behind_one_that_does_not() -> None:
    given = [
        candidate(1, "She closed the port.", MARCH, leans=True),
        candidate(2, "Ada Holm shut all terminals of Varn.", MARCH),
    ]
    assert chosen(given, 1) == ["s2"]


def test_the_choice_does_not_depend_on_the_order_of_the_sentences() -> None:
    given = [
        candidate(1, "Dockers in Varn began a strike.", STRIKE, ARREST),
        candidate(2, "Families marched through Tarbek.", MARCH),
        candidate(3, "Eleven were held.", ARREST),
    ]
    assert chosen(given, 2) == chosen(given[::-1], 2)


def test_a_sentence_is_of_the_latest_day_that_it_states_and_not_of_one_ahead() -> None:
    took, resigned, leaves = (
        piece("m_took", 9.0, "2029-01-02"),
        piece("m_resigned", 1.0, "2031-05-05"),
        piece("m_leaves", 5.0, "2031-06-01"),
    )
    text = "Velk, who took office in 2029, resigned on Monday and leaves in June."
    one = Chosen(candidate(1, text, took, resigned, leaves), (took, leaves, resigned))
    assert one.time(dt.date(2031, 5, 6)) is resigned


def test_a_time_long_past_is_the_sentences_only_if_it_is_chosen_for_it() -> None:
    died, denied = piece("m_died", 1.0, "2029-06-25"), piece("m_denied", 2.0)
    one = candidate(1, "Velk has denied that he caused the death of his wife in 2029.", died, denied)
    assert Chosen(one, (denied, died)).time(dt.date(2031, 5, 6)) is None
    assert Chosen(one, (died, denied)).time(dt.date(2031, 5, 6)) is died


def test_a_day_that_only_follows_from_the_telling_is_not_stated() -> None:
    inferred = piece("m_in", 1.0, "2031-05-05", stated=False)
    assert Chosen(candidate(1, "Velk resigned.", inferred), (inferred,)).time(dt.date(2031, 5, 6)) is None


# --- the whole of it


def test_every_sentence_is_the_reports_own_but_for_the_brackets(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        rows = views.brief(story, sentences=30)
        for row in rows:
            text = story.report(row.report).text[row.start : row.end]
            assert text == row.words
            without = row.text
            for name in row.ours:
                without = without.replace(f" [{name}]", "", 1)
            assert without == " ".join(text.split())
    assert len(rows) > 15


def test_no_furniture_and_no_headline_is_in_a_brief(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        kinds = {paragraph.id: paragraph.kind for paragraph in story.all(Paragraph)}
        sentences = {sentence.id: sentence for sentence in story.all(Sentence)}
        rows = views.brief(story, sentences=60)
        assert {kinds[sentences[row.id].paragraph].value for row in rows} == {"body"}


def test_a_disputed_day_is_said_to_be_disputed_with_both_values(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        disputed = [row for row in views.brief(story) if "disputed" in row.time_words]
        assert disputed
        for row in disputed:
            assert any(words.startswith("date disputed: ") and " / " in words for words in row.disputed)
            assert all(story.get(conflict).id == conflict for conflict in row.conflicts)


def test_a_shorter_brief_is_part_of_the_longer_one(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        short, long = (views.brief(story, sentences=n) for n in (4, 9))
    assert (len(short), len(long)) == (4, 9)
    assert {row.id for row in short} < {row.id for row in long}


def test_a_brief_about_somebody_has_only_what_that_actor_takes_part_in(sample_story: Path) -> None:
    with open_story(sample_story) as story:
        (actor, *_) = views.find_actors(story, "Ruta Salme")
        events = {event.id: event for event in story.events()}
        rows = views.brief(story, about="Ruta Salme")
        assert rows
        for row in rows:
            assert row.events or row.utterances
            for id_ in row.events:
                event = events[id_]
                assert actor.id in (*event.actors, *event.recipients, event.place)


def test_a_brief_since_a_day_leaves_out_what_was_before(sample_story: Path) -> None:
    day = dt.date(2031, 3, 16)
    with open_story(sample_story) as story:
        rows = views.brief(story, since=day, sentences=40)
        assert rows
        assert all((row.time or "9999")[:10] >= day.isoformat() or "/" in (row.time or "") for row in rows)


def test_a_brief_about_nobody_known_says_so(sample_story: Path) -> None:
    with open_story(sample_story) as story, pytest.raises(NotFoundError, match="Zebulon Quarles"):
        views.brief(story, about="Zebulon Quarles")
