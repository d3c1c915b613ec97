"""How sure a quotation is: what its rule found right in a measurement, and no more than how its speaker was found.

Rules: the share of what each found whose content and speaker are right, measured on the development part of
PolNeAR (328 articles; eval task `quotes`), a speaker counting as right when the printed words overlap the gold
source or mean the same chain; rounded to the nearest 0.05. PolNeAR leaves many mental states out, so the figures
of reported speech are lower bounds. The first prefix that fits counts.

Speakers: the share of right ones on the open half of our own gold of speech (`eval/own/speech`), rounded likewise.
"""

from __future__ import annotations

from dateline.model import MentionForm
from dateline.reading.chains import ChainIndex
from dateline.reading.speech.heard import Heard

DESCRIBED = ", by a description"  # what a rule ends in whose speaker a description names
ANSWERING = ", in answer"  # whose speaker was spoken to by the pronoun's nearest antecedent
BY_RULE: tuple[tuple[str, float], ...] = (
    ("cue after", 0.95),
    ("cue before", 0.85),
    ("cue near", 0.70),
    ("cue in the paragraph before", 0.65),
    ("name after a dash", 0.95),
    ("name and colon", 0.80),
    ("part of", 0.90),
    ("goes on from the paragraph before", 0.65),
    ("subject of the sentence before", 0.75),
    ("goes on in the same line", 0.95),  # as "cue after", whose line it is
    ("question in an interview", 0.80),  # as "name and colon": a label before a colon
    ("answer in an interview", 0.70),  # a label, and the turn of speech
    ("turn in a dialogue", 0.60),  # no more than a turn of speech that was left open
    ("answer to a question", 0.70),  # as "cue near", which it stands beside
    ("goes on in the next paragraph", 0.65),  # as its mirror image above
    ("the same words with a speaker", 0.85),  # as sure as most speakers are: the body prints the name
    ("run of speech", 0.35),
    ("interrupted", 0.80),
    ("according to", 0.85),
    ("noun", 0.50),
    ("clause: say", 0.90),
    ("clause: tell", 0.80),
    ("clause: add", 0.90),
    ("clause: note", 0.90),
    ("clause: argue", 0.85),
    ("clause: urge", 0.85),
    ("clause", 0.65),
)
NO_SPEAKER = 0.30  # marked words that nobody is found for: 2 of 5 are speech at all


BY_PRONOUN, SURE_PRONOUN = 0.85, 0.95  # a pronoun's speaker, and one whose antecedent stands far before the second
SURE = 0.9  # the score of such a mention
BY_ROLE = 0.95  # "the minister", where the report names the minister
BY_DESCRIPTION = 0.85  # "the banned rider": right in all of few cases, so no surer than a pronoun
UNMET = 0.60  # "the rider", and nobody whom the report names: half of them are somebody it does name


def confidence(one: Heard, chains: ChainIndex) -> float:
    """0 to 1 for an attribution whose speaker is resolved."""
    return min(by_rule(one.rule), _speaker(one, chains))


def by_rule(rule: str) -> float:
    """0 to 1 for the name of a rule."""
    return next((value for prefix, value in BY_RULE if rule.startswith(prefix)), NO_SPEAKER)


def _speaker(one: Heard, chains: ChainIndex) -> float:
    """How sure the way is on which the speaker was found."""
    if one.source is None or one.found.head is None:
        return 1.0
    if one.rule.endswith(DESCRIBED):
        return BY_DESCRIPTION
    if one.speaker is None or not one.speaker.names:
        return UNMET if one.source.text.split()[0].lower() in _DEFINITE else 1.0
    mention = chains.mention_at(one.source.span)
    if mention is None or mention.form is MentionForm.NAME:
        return 1.0
    if mention.form is MentionForm.PRONOUN:
        return SURE_PRONOUN if mention.score >= SURE else BY_PRONOUN
    return BY_ROLE


_DEFINITE = frozenset({"the", "that", "this", "he", "she", "they", "it", "his", "her", "their", "its"})
