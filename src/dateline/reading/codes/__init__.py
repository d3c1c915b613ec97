"""The country and the sectors that words tell of an actor, in the codes of the PLOVER manual (2024-02-04).

lexicon.py   the tables of codes.toml, countries.toml and roles.toml as phrases
phrases.py   words taken apart, and the phrases found in them
words.py     `codes_of(words)`: a pure function from words to codes, with the words they were read from
of_chain.py  `codes_of_chain(...)`: the same for somebody of one report, by words, names and roles
"""

from dateline.reading.codes.of_chain import codes_of_chain
from dateline.reading.codes.words import UNKNOWN, Codes, codes_of

__all__ = ["UNKNOWN", "Codes", "codes_of", "codes_of_chain"]
