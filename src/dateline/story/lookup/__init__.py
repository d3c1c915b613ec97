"""What rows, briefs, slips and explanations look up alike: how a record is called, and where it stands.

directory.py  names for ids, by way of joins.py and shelf.py, which ask the file for many at once
read_ahead.py what many records ask for, read in one go
phrases.py    short phrases for records
passage.py    words in their sentence
gists.py      who, what, when and where of each report
decided.py    what a person ruled, and how it stands
row.py        the flat row, and the table that it stands in
"""
