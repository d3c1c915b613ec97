"""What was said compared with each other, for the stages on quotations, claims and conflicts.

One utterance in several reports:
spoken         the words of two quotations: identical, trimmed, changed
word_forms     what two words have in common: a plain form, a line of our synonyms
wordings       several words for one thing, on both sides of a translation
renderings     two translations of one utterance
scenes         what their reports tell around two quotations
occasions      when words were said, as far as their report tells
one_utterance  whether two quotations are one, by all of these
printings      how each printing stands to the first

Words against words:
polarity       what one sentence affirms and denies
statements     the sentences of quotations, with what they affirm and deny
opposition     pairs of statements that cannot both be right
clauses        the clauses of a sentence, as a reader is shown them
contraries     what a clause says of a topic of vocabulary/contraries.toml
surroundings   the sentences around a clause, and their telling words
propositions   what reports say and let others say, clause by clause
denials        what a clause denies of whatever act or thing, and who says that it was done
scope          whether two clauses say it of two things
contradictions pairs of clauses that cannot both be right
rebuttals      where a report itself says that one source answers another
reversals      what a source takes back, where a report says so

Who speaks:
antecedents    whether the words for a speaker tell who speaks
role_holders   a printed attribution against the reports' knowledge of who holds which office
offices        two offices that one person cannot hold at one time
"""
