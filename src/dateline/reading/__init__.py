"""Report stages: one report at a time, in any process and any order; one stage a file, and none imports another.

parse        paragraphs, sentences, and the parse that later stages share
timexes      time expressions
mentions     names, roles, groups and pronouns, in chains
quotations   speech in marks and reported, with its speakers
events       who did what to whom, where and when

What they need lies beside them: `timex/` is the grammar of time, `names/` finds who is meant, `speech/` pairs
marks, cues and speakers, `acts/` reads triggers, roles, status and times; `language_model` is loaded once,
`parsed` is the parse of a paragraph, `chains` answers who is meant by a stretch of a report.
"""
