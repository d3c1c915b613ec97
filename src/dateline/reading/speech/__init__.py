"""Speech in reports: the helpers of the stage `quotations`, none a stage itself.

interruptions where a speaker breaks into words without a closing mark
marks         quotation marks paired, with the lost ones
circumstances how, where and when something was said; placed, around each utterance
cue_file      the user's cue words, checked
cues          the cue lexicon
grammar       noun phrases and subjects on the parse
attribution   one reading of who says what in a paragraph, before speakers are resolved
clauses       reported speech: cue verbs and their complements
according     "according to X", and nominal cues ("her claim that ...")
sayings       nouns and phrases that say whose words they are: "her promise of ...", "so said X"
dialogue      speech that the page's form shows: transcripts, dashes, block quotations
layout        a paragraph as marked pieces and the words around them
cue_search    cue and speaker in the words around a piece
direct        speech in marks: which cue and speaker each piece belongs to
heard         all that a paragraph says, on its way to records
phrases       marks that are nobody's speech
repeated      words of a headline that the body has
speakers      from printed words to a chain; sources, which chain a source means
pronouns      whom "he" means after a clause that names somebody else
variation     "the welder": another word for whoever was just told of
descriptions  whom a description means that no role fits
tallies       numbers that somebody gives out
relayed       what came through an agency
anomalies     printed attributions that the report itself puts in doubt
clashes       printed names that clash with what the report says of them
confidence    how sure each rule is
"""
