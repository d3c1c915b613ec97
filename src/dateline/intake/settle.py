"""From a sheet to an Arrival: one candidate of each field is chosen, all are kept, and everything gets its id."""

from __future__ import annotations

from dataclasses import replace

from dateline.fuzzydate import FuzzyDate
from dateline.ids import content_id
from dateline.intake.credits import find_credits
from dateline.intake.dates import date_in_url
from dateline.intake.sheet import Candidate, Mark, Sheet, Trust
from dateline.intake.shown_dates import find_shown_dates
from dateline.intake.wording import agency_of, domain_of, outlet_of_domain
from dateline.model import Arrival, Field, Furniture, MetadataCandidate, Report
from dateline.span import Span, Words


def settle(sheet: Sheet, *, location: str, digest: str) -> Arrival:
    """The report of a sheet, with its furniture and candidates."""
    find_shown_dates(sheet)
    find_credits(sheet)
    _follow_urls(sheet)
    candidates = _place_yearless(_distinct(sheet.candidates))
    chosen: dict[Field, Candidate | None] = {
        field: _best(candidates, field) for field in Field if field is not Field.AGENCY
    }
    published = _published(candidates)
    chosen[Field.PUBLISHED] = published
    credited = {c.value for c in candidates if c.field is Field.AGENCY and c.trust < Trust.KEPT}
    values = {field: candidate.value if candidate else None for field, candidate in chosen.items()}
    date = _date_of(published, candidates)
    title, outlet, url = values[Field.TITLE], _outlet_name(values[Field.OUTLET]), values[Field.URL]
    report = content_id("r", title, date, outlet, url, sheet.text)
    return Arrival(
        report=Report(
            id=report,
            location=location,
            reader=sheet.reader,
            digest=digest,
            title=title,
            outlet=outlet,
            byline=values[Field.BYLINE],
            url=url,
            language=sheet.language,
            published=date,
            text=sheet.text,
            agencies=tuple(sorted(credited)),
            offsets=sheet.segments,
        ),
        furniture=tuple(_furniture(report, mark, sheet.text) for mark in _apart(sheet.marks, sheet.text)),
        candidates=tuple(
            _metadata(report, number, candidate, _is_chosen(candidate, chosen), sheet.text)
            for number, candidate in enumerate(candidates)
        ),
    )


def _follow_urls(sheet: Sheet) -> None:
    """What an address tells beside itself: a day in its path, an outlet in its host."""
    for candidate in [c for c in sheet.candidates if c.field is Field.URL]:
        if date := date_in_url(candidate.value):
            sheet.add(Field.PUBLISHED, date.value, "URL", Trust.IMPLIED, None, date)
        domain = domain_of(candidate.value)
        if domain:
            sheet.add(Field.OUTLET, outlet_of_domain(domain) or domain, "URL", Trust.IMPLIED)


def _distinct(candidates: list[Candidate]) -> list[Candidate]:
    """Each candidate once, the first found."""
    return list(dict.fromkeys(candidates))


def _place_yearless(candidates: list[Candidate]) -> list[Candidate]:
    """Days without a year, placed by the first full date; those that find no year are left out."""
    day = next(
        (c.date.sure.earliest for c in sorted(candidates, key=lambda c: c.trust) if c.date and c.date.sure), None
    )
    placed = []
    for candidate in candidates:
        date = candidate.date
        if date is not None and date.yearless is not None:
            date = date.near(day) if day else date
            if date.yearless is not None:
                continue
            candidate = replace(candidate, date=date, value=date.value)
        placed.append(candidate)
    return placed


def _best(candidates: list[Candidate], field: Field) -> Candidate | None:
    """The most trusted candidate, the first among equals."""
    fit = [c for c in candidates if c.field is field and c.trust < Trust.KEPT]
    if field is Field.OUTLET:  # a name beats an address
        fit.sort(key=lambda c: (c.trust, domain_of(c.value) is not None and outlet_of_domain(c.value) is None))
    return min(fit, key=lambda c: c.trust, default=None)


def _published(candidates: list[Candidate]) -> Candidate | None:
    """The most trusted candidate whose date is sure, or that another candidate makes sure."""
    fit = [
        c for c in candidates if c.field is Field.PUBLISHED and c.trust < Trust.KEPT and c.date and c.date.dates
    ]
    fit.sort(key=lambda c: c.trust)
    return next((c for c in fit if _date_of(c, candidates) is not None), None)


def _date_of(candidate: Candidate | None, candidates: list[Candidate]) -> FuzzyDate | None:
    """The one date of a candidate; of two readings the one that another candidate gives for sure; else None."""
    if candidate is None or candidate.date is None:
        return None
    if candidate.date.sure:
        return candidate.date.sure
    days = {c.date.sure.earliest for c in candidates if c.date and c.date.sure}
    agreed = [date for date in candidate.date.dates if date.earliest in days]
    return agreed[0] if len(agreed) == 1 else None


def _outlet_name(value: str | None) -> str | None:
    """An outlet by its name where its domain is known."""
    if value is None:
        return None
    domain = domain_of(value) if "." in value and " " not in value.strip() else None
    return (outlet_of_domain(domain) or domain) if domain else (agency_of(value) or value)


def _is_chosen(candidate: Candidate, chosen: dict[Field, Candidate | None]) -> bool:
    if candidate.field is Field.AGENCY:
        return candidate.trust < Trust.KEPT
    return candidate is chosen[candidate.field]


def _apart(marks: list[Mark], text: str) -> list[Mark]:
    """Marks in text order that do not overlap; those of one rule with only white space between are one.

    Of two that overlap the earlier begun keeps its letters, the longer first.
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        last = kept[-1] if kept else None
        start = max(mark.span.start, last.span.end if last else 0)
        if start >= mark.span.end:
            continue
        if last and (last.kind, last.rule) == (mark.kind, mark.rule) and not text[last.span.end : start].strip():
            kept[-1] = replace(last, span=Span(last.span.start, mark.span.end))
        else:
            kept.append(replace(mark, span=Span(start, mark.span.end)))
    return kept


def _furniture(report: str, mark: Mark, text: str) -> Furniture:
    return Furniture(
        id=content_id("f", report, mark.span.start, mark.span.end),
        report=report,
        words=Words.cut(text, mark.span.start, mark.span.end),
        kind=mark.kind,
        rule=mark.rule,
    )


def _metadata(report: str, number: int, candidate: Candidate, chosen: bool, text: str) -> MetadataCandidate:
    span = candidate.span
    return MetadataCandidate(
        id=content_id("c", report, candidate.field, number),
        report=report,
        field=candidate.field,
        value=candidate.value,
        found_in=candidate.found_in,
        words=Words.cut(text, span.start, span.end) if span else None,
        chosen=chosen,
    )
