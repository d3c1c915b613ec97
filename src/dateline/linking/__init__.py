"""Corpus stages: all reports together, block by block; one stage a file, and none imports another.

copies       passages that reports share, and the origin behind each report
actors       chains of mentions merged to actors, over spellings and reports
quote_match  quotations that are one utterance
event_match  events that are one act
claims       checkable values with their support
conflicts    values that cannot all hold
timeline     merged events in order of time

What they need lies beside them: `texts/` compares texts, `names/` spellings and roles, `speech/` statements,
`acts/` tellings of one act; `blocks` and `clusters` bound what is compared, `chronology` is the one order of
reports, `provenance` says which origin a passage counts for, and `writing` rewrites a unit only where it changed.
"""
