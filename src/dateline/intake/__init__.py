"""Intake: bytes in, Arrival or Rejection out; one reader a file.

inputs.py      which files are inputs, and what was passed over
guard.py       which bytes are let in, and as which characters; unpacking.py counts what comes out of packed ones
kinds.py       what bytes are, by their beginning; read.py chooses the reader, layer by layer
found.py       what a reader finds in a file: inputs, files inside it, what is no report
zip_reader, tar_reader, warc_reader (warc_framing.py), mail_reader, feed_reader, csv_reader, json_files, documents,
extract_reader    find the inputs in a file; docs/formats.md says what is taken from each
record_sheet.py   lays out a headline and a text as JSON (json_shapes.py), tables and feeds state them
clean_text.py  builds the clean text from the raw one; lines.py says what a line looks like
fields.py      names of metadata fields (field_names.py the user's own); dates.py, outlet_names.py what they state
text_reader, html_reader, json_reader    lay out one report as a Sheet (sheet.py): clean text, candidates, marks
headers, datelines, headlines, heads, shown_dates, page_metadata, credits    find candidates, each in one place
publishers.py  who publishes: outlets and agencies with their domains and owners, those of the user's table first
clean.py       marks furniture by its wording (wording.py); captions, appeals, menus, repeats take more than a line
page_parts.py  tells the body of a page (visible.py) from the rest; page_boxes.py finds appeals in it
settle.py      chooses among the candidates (published.py the day, languages.py the language) and makes the records
"""

from dateline.intake.found import PassedOver
from dateline.intake.inputs import InputFile, Scan, digest_of, find_inputs
from dateline.intake.read import read_file

__all__ = ["InputFile", "PassedOver", "Scan", "digest_of", "find_inputs", "read_file"]
