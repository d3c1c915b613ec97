"""From a sheet to an Arrival: one candidate of each field is chosen, all are kept, and everything gets its id."""

from __future__ import annotations

from dateline.ids import content_id
from dateline.intake.credits import find_credits
from dateline.intake.dates import date_in_url
from dateline.intake.languages import language_of
from dateline.intake.published import choose, other_dates, place_yearless, read_numeric
from dateline.intake.publishers import agency_of, directory, domain_of, outlet_of_domain
from dateline.intake.sheet import Candidate, Mark, Sheet, Trust
from dateline.intake.shown_dates import find_shown_dates
from dateline.model import Arrival, Field, Furniture, MetadataCandidate, Report
from dateline.span import Span, Words

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "le", "du"})


def settle(sheet: Sheet, *, location: str, digest: str) -> Arrival:
    """The report of a sheet, with its furniture and candidates."""
    find_shown_dates(sheet)
    find_credits(sheet)
    _follow_urls(sheet)
    candidates = place_yearless(_distinct(sheet.candidates))
    outlet = _outlet_name(_best(candidates, Field.OUTLET))
    publisher = directory().named(outlet) if outlet else None
    candidates = read_numeric(candidates, publisher)
    chosen: dict[Field, Candidate | None] = {
        field: _best(candidates, field) for field in Field if field is not Field.AGENCY
    }
    chosen[Field.PUBLISHED], date = choose(candidates)
    credited = {c.value for c in candidates if c.field is Field.AGENCY and c.trust < Trust.KEPT}
    values = {field: candidate.value if candidate else None for field, candidate in chosen.items()}
    title, url = values[Field.TITLE], values[Field.URL]
    furniture = _apart(sheet.marks, sheet.text)
    report = content_id("r", title, date, outlet, url, sheet.text)
    return Arrival(
        report=Report(
            id=report,
            location=location,
            reader=sheet.reader,
            digest=digest,
            title=title,
            outlet=outlet,
            owner=publisher.owner if publisher else None,
            byline=values[Field.BYLINE],
            url=url,
            language=language_of(_body(sheet.text, furniture), sheet.language),
            published=date,
            other_dates=other_dates(date, candidates),
            text=sheet.text,
            agencies=tuple(sorted(credited)),
            offsets=sheet.segments,
        ),
        furniture=tuple(_furniture(report, mark, sheet.text) for mark in furniture),
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


def _best(candidates: list[Candidate], field: Field) -> Candidate | None:
    """The most trusted candidate, the first among equals."""
    fit = [c for c in candidates if c.field is field and c.trust < Trust.KEPT]
    if field is Field.OUTLET:  # a name beats an address
        fit.sort(key=lambda c: (c.trust, domain_of(c.value) is not None and outlet_of_domain(c.value) is None))
    best = min(fit, key=lambda c: c.trust, default=None)
    if best is not None and field is Field.BYLINE:  # "Ann" of a broken page is "Ann Lee" elsewhere in it
        return max((c for c in fit if c.value.startswith(f"{best.value} ")), key=lambda c: -c.trust, default=best)
    return best


def _outlet_name(candidate: Candidate | None) -> str | None:
    """An outlet by its name where its domain is known."""
    if candidate is None:
        return None
    value = candidate.value
    domain = domain_of(value) if "." in value and " " not in value.strip() else None
    if domain:
        return outlet_of_domain(domain) or domain
    known = directory().named(value)
    return known.name if known else agency_of(value) or _in_small_letters(value)


def _in_small_letters(name: str) -> str:
    """THE HARBOUR POST as The Harbour Post; a name of one word in capitals may be one: CNN, DAWN."""
    words = name.split()
    if not name.isupper() or len(words) == 1:
        return name
    return " ".join(
        word.lower() if number and word.lower() in _SMALL_WORDS else word.title()
        for number, word in enumerate(words)
    )


def _body(text: str, furniture: list[Mark]) -> str:
    """The text without its furniture."""
    pieces, at = [], 0
    for mark in furniture:
        pieces.append(text[at : mark.span.start])
        at = mark.span.end
    return "".join([*pieces, text[at:]])


def _is_chosen(candidate: Candidate, chosen: dict[Field, Candidate | None]) -> bool:
    if candidate.field is Field.AGENCY:
        return candidate.trust < Trust.KEPT
    return candidate is chosen[candidate.field]


def _apart(marks: list[Mark], text: str) -> list[Mark]:
    """Marks in text order that do not overlap; those of one rule with only white space between are one.

    Of two that overlap the earlier begun keeps its letters, the longer first.
    """
    kept: list[tuple[Mark, int, int]] = []  # with its new start and end
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end)):
        last, began, ended = kept[-1] if kept else (None, 0, 0)
        start = max(mark.span.start, ended)
        if start >= mark.span.end:
            continue
        if last and (last.kind, last.rule) == (mark.kind, mark.rule) and not text[ended:start].strip():
            kept[-1] = (last, began, mark.span.end)
        else:
            kept.append((mark, start, mark.span.end))
    return [Mark(Span(start, end), mark.kind, mark.rule) for mark, start, end in kept]


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
