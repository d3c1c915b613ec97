"""How often things happen in a generated story: shares from 0 to 1 unless a line says otherwise."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """The usual rates are those of a folder of agency-fed newspapers; each can be set alone."""

    matter_reports: int = 14  # reports of one matter: the kept-aside stories have as many
    wire: float = 0.45  # days of news that an agency sends a text about
    copies: int = 3  # at most so many papers print a wire text
    credit: float = 0.6  # copies that name the agency
    spun: float = 0.25  # copies told anew sentence by sentence
    cut: float = 0.25  # copies without their tail
    relede: float = 0.2  # copies with a new first paragraph
    merged: float = 0.1  # copies with own reporting between; what is left are plain reprints
    other_spelling: float = 0.35  # outlets that romanise names in another way
    spouse: float = 0.5  # matters in which a prisoner shares a principal's surname
    dispute: float = 0.3  # disputable facts that a second independent report gives otherwise
    approximate: float = 0.4  # counts that are told with "about", "more than", "dozens"
    coarse: float = 0.2  # days that are told as "earlier this month" or the month's name
    plan: float = 0.6  # meetings, visits, signings and elections that are told beforehand
    plan_fails: float = 0.35  # plans that are cancelled or moved
    misattributed: float = 0.08  # shared quotations that one report gives to another speaker
    shared_quote: float = 0.6  # later independent reports that have one utterance of the first
    credited_quote: float = 0.3  # of those: the report says that it has the words from the agency
    retrospective: float = 0.5  # matters that are looked back upon a year later
    unrelated: float = 0.07  # reports on something else
    html: float = 0.25  # reports that are web pages
    jsonl: float = 0.15  # reports that are records of a JSONL file


USUAL = Rates()
