"""How the mentions stage works: from tokens to candidates, from candidates to chains.

lexicon       the word lists, as sets
spelling      names folded, taken apart and compared over spellings
tokens        a parse as plain lists, and what stands inside quotation marks
found         a candidate mention, and the evidence for its kind
runs          names: runs of capitalised words, cut into names and roles
evidence      what the words around a name tell about its kind and gender
phrases       noun phrases around a role or group noun
name_chains   which names of a report are one somebody
resolution    whom descriptions and pronouns refer to
"""
