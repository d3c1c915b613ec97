"""How the mentions stage works: from tokens to candidates, from candidates to chains.

lexicon        the word lists, as sets
spelling       names folded, taken apart and compared over spellings
tokens         a parse as plain lists, and what stands inside quotation marks
found          a candidate mention, and the evidence for its kind
titles         offices and titles in capitals
words_of_names  words that are part of a name though by themselves they are none
runs           names: runs of capitalised words, cut into names at offices
evidence       what the words in and around a name tell about its kind and gender
counted        people by their number, their age or their trade
phrases        noun phrases around a noun for a person, a group or a body
attachment     which name such a phrase describes, if any
headlines      names in headline capitals, cut down to those that the text knows
relations      descriptions that say how somebody stands to another: "his father"
salience       how near somebody is to a pronoun's place
somebody       a chain while it is being built
states         names that no table has, and that are countries by their government or their envoys
aliases        names that a report says are one's
name_chains    which names of a report are one somebody
resolution     whom descriptions and pronouns refer to
report_reader  all of these in their order, for one report
"""
