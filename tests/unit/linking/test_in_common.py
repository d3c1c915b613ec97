"""One act that two reports tell in other words, and two acts that are alike."""

from __future__ import annotations

import pytest

from dateline.model import Event, MergedEvent
from dateline.story import Story
from tests.unit.linking.conftest import Tell

FIRST, SECOND = "2030-05-16", "2030-05-17"  # a Thursday and a Friday


def joined(story: Story, word: str) -> list[MergedEvent]:
    """Merged events of two reports, in one of which the act is told with a word."""
    words = {event.id: event.words.text for event in story.all(Event)}
    return [
        m for m in story.events() if story.tally(m.id).reports > 1 and any(word in words[e] for e in m.members)
    ]


@pytest.mark.parametrize(
    ("first", "second", "word"),
    [
        (
            "Police arrested Oran Tesk, the manager of the Velm dairy, at his flat in Karsund on Wednesday.",
            "Officers took Oran Tesk, the manager of the Velm dairy, off a train near Pellow on Wednesday.",
            "arrested",
        ),
        (
            "On Tuesday evening some 600 people stood with candles in front of the Karsund hospital, police said.",
            "In Karsund about 2,000 people held candles at the hospital on Tuesday evening, the organisers said.",
            "held",
        ),
        (
            "Prosecutor Ilse Maran opened an inquiry into the collapse of the Velm bridge on Monday.",
            "The investigation of the Velm bridge was launched by prosecutor Ilse Maran on Monday.",
            "opened",
        ),
        (
            "The Velm plant in Karsund will open again on 4 June, the company Norrin Dairies said.",
            "Norrin Dairies said that its Velm plant in Karsund would reopen on 4 June.",
            "reopen",
        ),
        (
            "Norrin Dairies sold the Velm plant to the Aske group in 2024, a union leader said.",
            "The Aske group bought the Velm plant from Norrin Dairies in 2024.",
            "bought",
        ),
        (
            "Organisers brought 4,300 people onto the streets of Karsund on Sunday.",
            "On Sunday 4,300 people marched through Karsund against the new law.",
            "marched",
        ),
        (
            "Tavia promised Norholm 40 million euros in aid on Monday.",
            "Tavia said on Monday that it would give 40 million euros to Norholm.",
            "promised",
        ),
        (
            "Karsund United beat Pellow 2-1 in the cup final on Sunday.",
            "Pellow lost the cup final to Karsund United on Sunday.",
            "lost",
        ),
        (
            "Norrin Airlines filed for bankruptcy on Wednesday.",
            "The carrier Norrin Airlines went bankrupt on Wednesday, its lawyers said.",
            "went",
        ),
        (  # a name that is short for another
            "The National Harbour Authority closed the port of Pellow on Wednesday because of the storm.",
            "Because of the storm the Harbour Authority closed the port of Pellow on Wednesday.",
            "closed",
        ),
        (  # mentioned in passing
            "In Karsund, Ilse Maran and Jonas Aske signed the Velm pipeline contract on 6 May.",
            "The Velm pipeline contract, which was signed this month, has made few people happy.",
            "signed",
        ),
    ],
)
def test_one_act_told_in_other_words_is_one_event(tell: Tell, first: str, second: str, word: str) -> None:
    assert joined(tell((FIRST, first), (SECOND, second)), word)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (  # two persons
            "Police arrested Oran Tesk, a farmer, in Karsund on Wednesday.",
            "Police arrested Mila Vey, a nurse, in Karsund on Wednesday.",
        ),
        (  # two days of marches
            "On Sunday 4,300 people marched through Karsund against the new law.",
            "On Wednesday 900 people marched through Karsund against the new law.",
        ),
        (  # each accuses the other
            "Odran Velk accused Sira Tamm of theft in Karsund on Monday.",
            "Sira Tamm accused Odran Velk of theft in Karsund on Monday.",
        ),
        (  # a number that grew
            "The wildfire above Castra has destroyed 30 houses, the fire service said on Tuesday.",
            "The fire above Castra has now destroyed 112 houses, officials said on Friday.",
        ),
        (  # a meeting of long ago
            "Sira Tamm will meet the Norholm foreign minister, Jonas Aske, in Karsund on 20 May.",
            "Jonas Aske has met many ministers of other countries in his time.",
        ),
    ],
)
def test_two_acts_that_are_alike_stay_two(tell: Tell, first: str, second: str) -> None:
    story = tell((FIRST, first), (SECOND, second))
    assert [m for m in story.events() if story.tally(m.id).reports > 1] == []
