"""Speech in reports: the helpers of the stage `quotations`, none a stage itself.

marks         quotation marks paired, with the lost ones
cues          the cue lexicon
grammar       noun phrases and subjects on the parse
attribution   one reading of who says what in a paragraph, before speakers are resolved
clauses       reported speech: cue verbs and their complements
according     "according to X", and nominal cues ("her claim that ...")
direct        speech in marks: the cue and the speaker around them
phrases       marks that are nobody's speech
speakers      from printed words to a chain
anomalies     printed attributions that the report itself puts in doubt
"""
