"""How acts are read from a parse: helpers of the events stage, one idea a file.

Which words tell an act:
lexicon        the patterns of vocabulary/plover.toml
own_types      types of a user, by words; ontology, by examples
needs          what a clause must tell for a verb to be a certain act
triggers       the words of a sentence that tell an act
dated_acts     verbs that the lexicon does not know, on a stated day; deeds, without a day
unknown        such verbs between two who are named
moved          what a verb gives another day, or calls off
recalled       acts that are told again
contents       modes of acts of words: what is asked, refused or threatened
contexts       PLOVER's contexts: why it is done

Who takes part, where, how it stands:
clauses        grammar: subjects, objects, who controls an infinitive, which clause a word stands in
frames         which words of the clause name its actors and recipients
participants   those words as chains
own_words      whom the first person of a quotation is
crowds         how many came; counts, stated numbers as intervals
harm           what did the harm of a clause
places         where; whereabouts, of acts whose sentence names no place
status         happened, planned, promised, demanded, denied, negated or hypothetical; tense, of its clause
readings       an act with all of these, before it has a time
pair           what a sentence tells between two who are given
features, classifier, relation   the lexicon's acts weighed with the trained model's opinion

When:
marks          time expressions in a parse, and the act each belongs to
times          when, by an expression in the sentence, and how that came to the act
time_reach     where in a sentence that expression may stand
elapsed        by the time that lies between two acts; offices, of states that are held
neighbours     from another act told beside, above or before it
foreground     what a report tells as its news and what as background
narrative      by other acts and the report's running day
dating         all of these in their order
event_record   an act with its time as a record: which are kept, how sure each is
"""
