from __future__ import annotations

import pytest

from dateline.linking.chronology import Chronology
from dateline.linking.figures.disputed import disputed
from tests.unit.linking.made import report, sentences_of

LIMIT = 200
FIRST, NEXT_DAY, MONTHS_LATER = "2034-03-02", "2034-03-03", "2034-09-20"


def pairs(first: str, second: str, later: str) -> list[tuple[str, str]]:
    reports = report(first, FIRST), report(second, later)
    sentences = [sentence for one in reports for sentence in sentences_of(one)]
    found = disputed(sentences, Chronology(reports), LIMIT)
    return [(pair.lower.words.text, pair.higher.words.text) for pair in found]


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        (
            "Dalia Verrin left prison after her family paid bail of 120,000 guilders, the court in Orsk said.",
            "Verrin sat alone at the table. It cost 180,000 guilders in surety to get her out in Orsk.",
            MONTHS_LATER,
        ),
        (
            "A judge in Tellin fined the chemist Orlo Brandt 40,000 marks for selling diluted drops.",
            "Brandt is back behind his counter in Tellin, where the judge had fined him 65,000 marks.",
            MONTHS_LATER,
        ),
        (
            "The court in Vessel sentenced the banker Mila Sontag to six years in prison.",
            "Mila Sontag, serving nine years in the women's prison at Vessel, has written a book.",
            MONTHS_LATER,
        ),
        (
            "Norvik Paper is to buy 55 percent of the Lund mill from the Ostby family, the companies said.",
            "Under the agreement with the Ostby family, Norvik Paper gets 60 percent of the Lund mill.",
            NEXT_DAY,
        ),
        (
            "The ferry Alma Rosa left Tellin at noon. It was certified to carry 80 people.",
            "The ferry Alma Rosa, licensed to carry 120 souls, lay on its side off Tellin.",
            NEXT_DAY,
        ),
        (
            "Each family in Brennick will receive 30,000 marks from the fund, the text signed in Tellin says.",
            "From the Tellin fund every family is to get 45,000 marks, half of it already paid, Mayor Ondra said.",
            NEXT_DAY,
        ),
        (
            "The shipping line Corvo paid 90 million crowns for the ferry Alma Rosa.",
            "The ferry Alma Rosa, for which Corvo handed over 115 million crowns, has never left the yard.",
            MONTHS_LATER,
        ),
        (
            "Glassmaker Pellin will axe 430 jobs at its works in Sarre.",
            "Glassmaker Pellin is shedding 610 posts in Sarre, according to a letter to staff.",
            NEXT_DAY,
        ),
        (
            "Toymaker Brix pulled 22,000 dolls from shops in Lorne because of loose eyes.",
            "The eyes come out. Brix has yanked a staggering 52,000 dolls off the shelves in Lorne.",
            NEXT_DAY,
        ),
        (
            "Kessel United beat Harbour Town in front of 31,400 spectators at the Mill Ground on Saturday.",
            "A record 36,000 fans crammed into the Mill Ground to see Kessel United edge Harbour Town.",
            NEXT_DAY,
        ),
        (
            "Lena Holm was chosen as leader of the Greens with 58 percent of the vote.",
            "Lena Holm, elected head of the Greens in March with 63 percent of the votes, is tired.",
            MONTHS_LATER,
        ),
        (
            "Thieves took 17 paintings from the Hallmark museum in Tessin, stolen by night.",
            "The raid on the Hallmark museum in Tessin, in which 11 canvases were stolen, has been solved.",
            MONTHS_LATER,
        ),
        (
            "The tanker Orvelle spilled 900 tonnes of oil off Cape Sill, the coast guard said.",
            "Off Cape Sill, where the Orvelle lost 1,500 tonnes of oil, the seals are back.",
            MONTHS_LATER,
        ),
        (
            "About 350 jobs will go at the brewery in Sarre, its head, Fritha Dale, said.",
            "The 900 workers who, by Fritha Dale's plan, were to lose their posts in Sarre are glad.",
            MONTHS_LATER,
        ),
    ],
)
def test_what_was_done_once_is_in_dispute_however_long_after_it_is_told(
    first: str, second: str, later: str
) -> None:
    assert len(pairs(first, second, later)) == 1


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        (
            "Dalia Verrin was released in Orsk on bail of 120,000 guilders.",
            "The driver of Dalia Verrin's car was released in Orsk on bail of 20,000 guilders.",
            NEXT_DAY,
        ),
        (
            "Prosecutors asked for a fine of 90,000 marks for Orlo Brandt.",
            "The court in Tellin fined Orlo Brandt 40,000 marks.",
            NEXT_DAY,
        ),
        (
            "Mila Sontag was sentenced to nine years in prison in Vessel.",
            "The appeal court cut the sentence of Mila Sontag in Vessel to six years in prison.",
            MONTHS_LATER,
        ),
        (
            "Kessel United beat Harbour Town at the Mill Ground, which holds 36,000 spectators.",
            "At the Mill Ground 31,400 fans saw Kessel United beat Harbour Town.",
            NEXT_DAY,
        ),
        (
            "Corvo bought the ferry Alma Rosa for 90 million crowns.",
            "Corvo sold the ferry Alma Rosa for 60 million crowns.",
            MONTHS_LATER,
        ),
        (
            "Oskell sold a 35 percent stake in its Dunmore terminal.",
            "Oskell keeps 65 percent of its Dunmore terminal after selling shares to a fund.",
            NEXT_DAY,
        ),
        (
            "The robbers escaped with 2.4 million crowns from the casino in Rhodel.",
            "Police found 700,000 crowns of the loot from the casino in Rhodel under a bed.",
            NEXT_DAY,
        ),
        (
            "Burglars stole 130 bottles of wine from the Hotel Splendid in Ostmar.",
            "Police recovered 90 bottles of wine stolen from the Hotel Splendid in Ostmar.",
            NEXT_DAY,
        ),
        (
            "The bank Harrow & Lisle will close 48 branches in Selm.",
            "Harrow & Lisle closed 30 branches in Selm in 2029.",
            NEXT_DAY,
        ),
        (
            "The psalter was sold at auction in Lutz for 8.1 million francs.",
            "The psalter auctioned in Lutz had been estimated at 5 million francs.",
            NEXT_DAY,
        ),
        (
            "The ferry Alma Rosa cost Corvo 90.4 million crowns, the shipping line said.",
            "Corvo paid 90 million crowns for the ferry Alma Rosa.",
            MONTHS_LATER,
        ),
        (
            "The ferry Alma Rosa, certified to carry 80 people, left Tellin at noon.",
            "The ferry Alma Rosa left Tellin with 120 people on board.",
            NEXT_DAY,
        ),
        (
            "Five passengers died when a bus fell into a gorge near Alvar.",
            "Two more passengers of the bus died near Alvar, police said.",
            NEXT_DAY,
        ),
    ],
)
def test_a_part_a_plan_another_person_and_a_rounded_number_are_no_dispute(
    first: str, second: str, later: str
) -> None:
    assert pairs(first, second, later) == []
