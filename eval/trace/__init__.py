"""The trace of a folder: for each sentence of its reports, by its first words, what was read from it or why not.

rows.py  which records of a story came of which sentence, in a few words each
page.py  the page: a summary, then a table for each report

python -m eval.trace FOLDER -o PAGE.md
"""
