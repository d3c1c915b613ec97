"""Intake: bytes in, Arrival or Rejection out; one reader a file.

inputs.py      which files are inputs, and what was passed over
guard.py       which bytes are let in, and as which characters
read.py        chooses the reader by what a file holds
text_reader, html_reader, json_reader    lay out one report as a Sheet (sheet.py): clean text, candidates, marks
headers, datelines, headlines, shown_dates, page_metadata, credits    find candidates, each in one place
clean.py       marks furniture by its wording; captions.py, appeals.py what takes more than a line
page_parts.py  tells the body of a page (visible.py) from the rest
settle.py      chooses among the candidates, and makes the records
"""

from dateline.intake.found import PassedOver
from dateline.intake.inputs import InputFile, Scan, digest_of, find_inputs
from dateline.intake.read import read_file

__all__ = ["InputFile", "PassedOver", "Scan", "digest_of", "find_inputs", "read_file"]
