"""How acts are read from a parse: helpers of the events stage, one idea a file.

lexicon        which words tell which act (vocabulary/plover.toml)
needs          what a clause must tell for a verb to be a certain act
clauses        grammar: subjects, objects, who controls an infinitive, which clause a word stands in
triggers       words of a sentence that tell an act
frames         which words of the clause name its actors and recipients
participants   those words as chains
status         happened, planned, promised, demanded, denied, negated, hypothetical
places         where
times          when, by an expression in the sentence, and how that came to the act
narrative      when, by other acts and the report's running day
counts         how many
"""
