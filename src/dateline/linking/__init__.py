"""Corpus stages: all reports together, block by block; one stage a file, and none imports another.

copies       passages that reports share, and the origin behind each report
actors       chains of mentions merged to actors, over spellings and reports
actor_codes  countries and sectors of actors, by the PLOVER manual
places       where the places of a story lie
threads      the reports of a story parted by the matter that they tell of
quote_match  quotations that are one utterance
event_match  events that are one act
claims       checkable values with their support
conflicts    values that cannot all hold
timeline     merged events in order of time

What they need lies beside them. In folders: `texts/` compares texts, `names/` spellings and roles, `coding/` codes
actors, `matters/` groups texts by content, `speech/` compares what is said, `acts/` tellings of one act,
`figures/` stated numbers, `accounts/` what sentences give of one act. In files: `parallels` joins acts by alike
sentences, `disputes` sets values of one claim apart, `clashes` those of two sentences; `blocks` and `clusters`
bound what is compared, `chronology` is the one order of reports, `who` leads from chains to actors, `provenance`
says which origin a passage counts for, `rulings` what persons ruled, `settled` holds a stage's settings, and
`writing` rewrites a unit only where it changed.
"""
