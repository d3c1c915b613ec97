"""Who wrote a report: bylines and agencies, from marked furniture and from stated fields.

An agency counts for the whole report only where the report is credited to it: in its byline, its dateline, its
copyright line, its own site. "With reporting from ..." is kept as a candidate and not chosen; an agency named
inside the body ("the agency quoted the minister") is none at all.
"""

from __future__ import annotations

import re

from dateline.intake.heads import WRITER_NOTE
from dateline.intake.publishers import agency_names, agency_of, agency_of_domain, domain_of, per_directory
from dateline.intake.sheet import Candidate, Mark, Sheet, Trust
from dateline.intake.wording import sounds_like_outlet
from dateline.model import Field, FurnitureKind
from dateline.span import Span

_BY = re.compile(
    r"\s*(?:(?:reported|written|story|words|text|posted|compiled|submitted|published|uploaded)\s+)?(?:by|from)\b\s*:?\s*"
    r"|\s*(?:author|editor|interview|text|words|story|report|reporter)s?\s*:\s*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[a-z]{3}\.(?:\s|$).*[a-z]{3}|^(?:\S+ ){8,}.*[a-z]{3}\.$", re.DOTALL
)  # names have no full stops
_SEPARATOR = re.compile(r"\s*(?:,|;|/|\||&|\band\b|\bwith\b|\bfor\b|\bof\b|\s[–—-]\s)\s*")
_WHEN = re.compile(r"\s+(?:on|at)\s+\S*\s?.{0,20}\d.*$", re.IGNORECASE)  # "Posted by Ann Lee on 3 May 2031"
_PLACE = re.compile(r"\s+(?:in|at)\s+[A-Z].*$")
_NO_NAME = re.compile(
    r"(?i)(?:our )?(?:[a-z]+ )?"
    r"(?:staff|correspondents?|reporters?|writers?|editors?|agenc(?:y|ies)|news ?desk|bureau"
    r"|desk|team|chief|journalists?|columnist|analyst|contributor)\b[ a-z]*"
    r"|(?:updated?|published|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.*|.*\d.*"
    r"|.*\s(?:staff|desk|newsroom|bureau|agencies|reporters?|correspondents?|editors?)"
)
_WHOLE = re.compile(r"(?i)©|\(c\)|copyright|all rights reserved|^\W*(?:source|sources|agency|agencies|via)\s*:")


@per_directory
def _credit_name() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(name) for name in sorted(agency_names(), key=len, reverse=True)))


def find_credits(sheet: Sheet) -> None:
    """Turn bylines and credits, stated or marked, into candidates for byline and agency."""
    for candidate in [c for c in sheet.candidates if c.field is Field.BYLINE]:
        _split_byline(sheet, candidate)
    for mark in sheet.marks_in_order():
        words = mark.span.of(sheet.text)
        if mark.kind is FurnitureKind.BYLINE:
            _read_byline(sheet, words, mark)
        elif mark.kind is FurnitureKind.CREDIT:
            _read_credit(sheet, words, mark)
    for candidate in [c for c in sheet.candidates if c.field in (Field.OUTLET, Field.URL)]:
        _own_site(sheet, candidate)


def people_and_agencies(words: str) -> tuple[list[str], list[str]]:
    """The names in a byline: people (in print order), and agencies by canonical name."""
    people: list[str] = []
    agencies: list[str] = []
    words = words.strip()
    by = _BY.match(words)
    words = _WHEN.sub("", words[by.end() :] if by else words)
    if whole := agency_of(words):
        return [], [whole]
    for part in _SEPARATOR.split(words):
        name = _PLACE.sub("", part).strip(" .,()[]|–—-\t")
        agency = agency_of(name)
        if agency:
            agencies.append(agency)
        elif name and not _NO_NAME.fullmatch(name) and not (people and sounds_like_outlet(name)):
            people.append(name)  # behind a writer's name the outlet's may stand
    if people and " " in people[0]:
        people = [name for name in people if " " in name]  # "By Ann Lee, Lund": one word more is a place
    return people, agencies


def _split_byline(sheet: Sheet, candidate: Candidate) -> None:
    """A stated author that is an agency is a credit; one that names several is kept in parts."""
    people, agencies = people_and_agencies(candidate.value)
    sheet.candidates.remove(candidate)
    for agency in agencies:
        sheet.add(Field.AGENCY, agency, candidate.found_in, candidate.trust, candidate.span)
    if people:
        sheet.add(Field.BYLINE, ", ".join(people), candidate.found_in, candidate.trust, candidate.span)


def _read_byline(sheet: Sheet, words: str, mark: Mark) -> None:
    """A byline in the page."""
    if (
        mark.rule == WRITER_NOTE
        or "@" in words
        or _SENTENCE.search(words)
        or re.search(r"\bis an? |\bfollow\b", words, re.IGNORECASE)
    ):
        return  # a writer's address or note
    people, agencies = people_and_agencies(words)
    for agency in agencies:
        sheet.add(Field.AGENCY, agency, "byline", Trust.SHOWN, mark.span)
    if people:
        sheet.add(Field.BYLINE, ", ".join(people), "byline", Trust.SHOWN, mark.span)


def _read_credit(sheet: Sheet, words: str, mark: Mark) -> None:
    """Agencies named in a credit: for the whole report, or as helpers (kept, not chosen)."""
    alone = agency_of(words.strip("()[]—–- ")) is not None
    whole = alone or bool(_WHOLE.search(words)) or mark.rule.startswith("agency")
    for found in _credit_name().finditer(words):
        before, after = words[: found.start()][-1:], words[found.end() :][:1]
        agency = agency_of(found[0])
        if agency and not before.isalnum() and not after.isalnum():
            span = Span(mark.span.start + found.start(), mark.span.start + found.end())
            sheet.add(Field.AGENCY, agency, "credit line", Trust.SHOWN if whole else Trust.KEPT, span)


def _own_site(sheet: Sheet, candidate: Candidate) -> None:
    """What stands on an agency's own site, or names it as the source, is the agency's."""
    domain = domain_of(candidate.value)
    agency = agency_of_domain(domain) if domain else None
    if candidate.field is Field.OUTLET and candidate.trust < Trust.IMPLIED:
        agency = agency or agency_of(candidate.value)
    if agency:
        sheet.add(Field.AGENCY, agency, candidate.found_in, candidate.trust, candidate.span)
