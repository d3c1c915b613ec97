"""The country and the sectors that words tell of an actor, in the codes of the PLOVER manual (2024-02-04).

lexicon.py   the tables of codes.toml, countries.toml and roles.toml as phrases
words.py     `codes_of(words)`: a pure function from words to codes, with the words they were read from
"""

from dateline.reading.codes.words import UNKNOWN, Codes, codes_of

__all__ = ["UNKNOWN", "Codes", "codes_of"]
