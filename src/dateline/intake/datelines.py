"""Datelines: `MINSK, Aug. 17 (Agency) — `, the place, day and agency before the first sentence of a text."""

from __future__ import annotations

import re

from dateline.intake.dates import read_date
from dateline.intake.lines import first_lines
from dateline.intake.publishers import agency_of
from dateline.intake.sheet import Sheet, Trust
from dateline.model import Field, FurnitureKind
from dateline.span import Span

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CAPITAL = "[A-Z\u00c0-\u00de]"
_DATELINE = re.compile(
    rf"(?:(?P<place>{_CAPITAL}[\w’'.-]+(?:[ /]{_CAPITAL}[\w’'.-]*){{0,3}})"  # MINSK, New York, LONDON/PARIS
    rf"(?:, {_CAPITAL}[\w.’'-]*(?: {_CAPITAL}[\w.’'-]*){{0,2}}?)??"  # a country or state
    rf"(?:,? (?P<date>(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?))?\s*)?"
    r"(?:[(\[](?P<credit>[A-Za-z][^()\[\]\d\n]{1,50})[)\]]\s*)?"
    r"(?P<dash>[—–]|(?<=\s)--?|(?<=[)\]])--?|:)\s*(?=[“\"‘'A-Z\d])"
)
_NO_PLACE = re.compile(
    r"(?:UPDATE|BREAKING|EXCLUSIVE|LIVE|OPINION|ANALYSIS|WATCH|VIDEO|FACTBOX|EXPLAINER|CORRECTED|REFILE|WRAPUP|URGENT|"
    r"NOTE|PLEASE|NEW|CORRECTION|INTERVIEW|PROFILE|TIMELINE|FILE|PHOTO|Q&A|NEWS|READ|MORE|SEE|ALSO|RELATED|ADVERTISEMENT)\b"
)
_SPEAKER = re.compile(rf"^\s*{_CAPITAL}{{2}}[{_CAPITAL[1:-1]} .’'-]*:(?=.*[a-z])", re.MULTILINE)
FIRST_LINES = 8  # a dateline stands below headline, standfirst and byline at most
MIN_WORDS = 8  # of the line: a headline may begin "MINSK: ..." too
_BETWEEN = re.compile(r"\s*(?:/|,| and | via |;)\s*")


def read_dateline(sheet: Sheet) -> None:
    """Mark the first dateline and keep its day and the agency it credits as candidates."""
    titles = [c.span for c in sheet.candidates if c.field is Field.TITLE and c.span]
    for line in first_lines(sheet, FIRST_LINES):
        if any(line.span.touches(title) for title in titles):
            continue
        match = _DATELINE.match(line.words)
        if match is None or not _is_dateline(sheet, match) or len(line.words.split()) < MIN_WORDS:
            continue
        sheet.mark(line.start, line.start + match.end(), FurnitureKind.HEADER, "dateline")
        _keep_date(sheet, line.start, match)
        _keep_credits(sheet, line.start, match)
        return


def _is_dateline(sheet: Sheet, match: re.Match[str]) -> bool:
    """A place with a day or an agency, an agency alone, or a place in capitals alone."""
    if match["credit"]:
        known = match["credit"][0].isupper() or agency_of(match["credit"])
        return match["dash"] != ":" and bool(known)
    if match["place"] is None or _NO_PLACE.match(match["place"]):
        return False
    if match["date"]:
        return True
    return match["place"].isupper() and (match["dash"] != ":" or not _is_transcript(sheet))


def _is_transcript(sheet: Sheet) -> bool:
    """Several lines that begin with a name in capitals and a colon: speakers, not places."""
    return len(_SPEAKER.findall(sheet.text)) > 1


def _keep_date(sheet: Sheet, start: int, match: re.Match[str]) -> None:
    """Its day; without a year, one takes it from another candidate later on."""
    date = read_date(match["date"]) if match["date"] else None
    if date:
        span = Span(start + match.start("date"), start + match.end("date"))
        sheet.add(Field.PUBLISHED, date.value or match["date"], "dateline", Trust.SHOWN, span, date)


def _keep_credits(sheet: Sheet, start: int, match: re.Match[str]) -> None:
    """Whoever stands in the brackets wrote the text, known to us or not."""
    at = start + match.start("credit")
    for name in _BETWEEN.split(match["credit"] or ""):
        if name:
            begin = at + match["credit"].index(name)
            span = Span(begin, begin + len(name))
            sheet.add(Field.AGENCY, agency_of(name) or name, "dateline", Trust.SHOWN, span)
