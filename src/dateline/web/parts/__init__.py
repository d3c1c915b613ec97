"""Sections of a page. Each file turns rows of the story's views into what its template prints, and no more.

masthead.py   what the story is of, the three counts, the run
brief.py      what happened, in a few sentences of the reports; matters.py, what the reports are about
claims.py     what can be checked, value by value; disputes.py, values that cannot all hold, side by side
timeline.py   acts in the order of time, with the gaps between them
ahead.py      what is promised, planned and demanded
speech.py     who said what; differences.py, printings compared word by word
actors.py     names, kinds and roles
network.py    who has to do with whom
copies.py     texts that reports share, and what counts as one source; compared.py, some of them side by side,
              aligned.py, paragraph by paragraph
reader.py     one report to be read; layers.py, its text cut into highlights
reports.py    the reports, and inputs that are none
review.py     what there is to rule on, with the sentences of both sides
"""
