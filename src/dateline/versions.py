"""Versions of one report: which reports an outlet has replaced, and by which.

Two reports are versions of one if they stand at the same address, or have the same outlet and headline, and share
words besides: a section page or a "News in brief" keeps its address and headline while its reports change. The
latest version speaks: it is linked and counted, the earlier ones are kept and read and stand beside it.

Which is the latest follows from what the reports state (the last day of publication or change, then of download),
and where they state nothing from their ids: never from the order in which they came. A feed's summary never
replaces the report itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cache, cached_property
from urllib.parse import parse_qsl, urlencode, urlsplit

from dateline.ids import content_id
from dateline.intake.fields import names
from dateline.model import EarlierVersion, Field, Furniture, MetadataCandidate, Report, VersionReason
from dateline.model.report import STUB_RULE
from dateline.story import Store, Story

VERSIONS = "versions"  # in the ledger
VERSION = "1"
HEADLINE_WORDS = 4  # shorter headlines come again over other reports: "News in brief"
SHARED_AT_ADDRESS = (
    0.1  # of the shorter one's word runs: an address is the report's own, and a rewrite keeps little
)
SHARED_BY_HEADLINE = 0.3  # a headline may come again ("Market closes lower"); an update keeps most paragraphs
RUN_WORDS = 5  # words in a row that two texts share by more than chance
COMPARED = 20  # neighbours in time that a report is compared with: a live page is saved hundreds of times
_TRACKING = re.compile(
    r"(?:utm_|mc_|at_|cmp|fbclid|gclid|igshid|ref(?:_src)?$|source$|smid$|xtor$)", re.IGNORECASE
)
_WORD = re.compile(r"\w+")


def settle_versions(store: Store) -> None:
    """Find the versions anew and write them; call it inside `atomic`, before the story is linked."""
    store.replace(VERSIONS, "story", earlier_versions(store.story), version=VERSION, digest="")


def earlier_versions(story: Story) -> list[EarlierVersion]:
    """Every report that another one has replaced, by id."""
    joined: dict[str, set[str]] = defaultdict(set)
    reasons: dict[str, VersionReason] = {}
    reports = story.reports()
    for reason, least, groups in (
        (VersionReason.ADDRESS, SHARED_AT_ADDRESS, _groups(reports, _address)),
        (VersionReason.HEADLINE, SHARED_BY_HEADLINE, _groups(reports, _outlet_and_headline)),
    ):
        for group in groups:
            for first, second in _pairs([_Version(story, report) for report in group], reason, least):
                for one, other in ((first, second), (second, first)):
                    joined[one].add(other)
                    reasons.setdefault(one, reason)
    found = [
        record
        for component in _components(joined)
        for record in _superseded([_Version(story, story.report(id_)) for id_ in component], reasons)
    ]
    return sorted(found, key=lambda record: record.id)


def address_key(url: str) -> str | None:
    """An address without what does not tell its report from others; None for a whole site or no address."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
        query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.match(pair[0]))
    except ValueError:
        return None
    path = re.sub(r"(?:/index\.\w+|/amp|/)+\Z", "", parts.path)
    if not host or not (path or query):
        return None
    return f"{host}{path}?{urlencode(query)}" if query else f"{host}{path}"


def _address(report: Report) -> Hashable | None:
    return address_key(report.url) if report.url else None


def _outlet_and_headline(report: Report) -> Hashable | None:
    headline = _folded(report.title)
    if report.outlet is None or len(headline) < HEADLINE_WORDS:
        return None
    return report.outlet.casefold(), headline


def _folded(title: str | None) -> tuple[str, ...]:
    return tuple(_WORD.findall((title or "").casefold()))


def _groups(reports: Sequence[Report], key_of: Callable[[Report], Hashable | None]) -> Iterator[list[Report]]:
    groups: dict[Hashable, list[Report]] = defaultdict(list)
    for report in reports:
        key = key_of(report)
        if key is not None:
            groups[key].append(report)
    yield from (group for group in groups.values() if len(group) > 1)


class _Version:
    """One report as it is compared with others."""

    def __init__(self, story: Story, report: Report) -> None:
        self.report = report
        self._story = story

    @cached_property
    def is_stub(self) -> bool:
        """True if its source gave only a summary of it."""
        return any(piece.rule == STUB_RULE for piece in self._furniture)

    @cached_property
    def order(self) -> tuple[bool, str, str, str]:
        """Sorts the latest version last."""
        stated, fetched = "", ""
        for candidate in self._story.in_report(MetadataCandidate, self.report.id):
            if candidate.field is not Field.PUBLISHED or " or " in candidate.value:
                continue
            if candidate.found_in.endswith("(download)"):
                fetched = max(fetched, candidate.value)
            elif candidate.chosen or candidate.found_in.split()[-1] in _later_names():
                stated = max(stated, candidate.value)
        return not self.is_stub, stated, fetched, self.report.id

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The runs of RUN_WORDS words in its text, without furniture; of a stub in all that it has."""
        text = self.report.text
        for piece in () if self.is_stub else reversed(self._furniture):
            text = f"{text[: piece.words.start]}\n{text[piece.words.end :]}"
        words = _WORD.findall(text.casefold())
        return frozenset(zip(*(words[at:] for at in range(RUN_WORDS)), strict=False))

    @cached_property
    def _furniture(self) -> list[Furniture]:
        return self._story.in_report(Furniture, self.report.id)


def _pairs(group: list[_Version], reason: VersionReason, least: float) -> Iterator[tuple[str, str]]:
    """The ids of reports in a group that are versions of one another."""
    group.sort(key=lambda version: version.order)
    for number, one in enumerate(group):
        for other in group[max(0, number - COMPARED) : number]:
            if _alike(one, other, reason, least):
                yield one.report.id, other.report.id


def _alike(one: _Version, other: _Version, reason: VersionReason, least: float) -> bool:
    same_headline = _folded(one.report.title) == _folded(other.report.title) != ()
    if same_headline and (reason is VersionReason.ADDRESS or one.is_stub or other.is_stub):
        return True
    shorter = min(len(one.runs), len(other.runs))
    return shorter > 0 and len(one.runs & other.runs) >= least * shorter


def _components(joined: dict[str, set[str]]) -> Iterator[list[str]]:
    """Ids that are joined, directly or through others."""
    left = set(joined)
    for start in sorted(joined):
        if start not in left:
            continue
        component, todo = [], [start]
        left.discard(start)
        while todo:
            component.append(todo.pop())
            fresh = joined[component[-1]] & left
            left -= fresh
            todo += sorted(fresh)
        yield component


def _superseded(versions: list[_Version], reasons: dict[str, VersionReason]) -> Iterator[EarlierVersion]:
    *earlier, latest = sorted(versions, key=lambda version: version.order)
    for number, version in enumerate(earlier, 1):
        id_ = version.report.id
        yield EarlierVersion(
            id=content_id("v", id_), report=id_, latest=latest.report.id, number=number, reason=reasons[id_]
        )


@cache
def _later_names() -> frozenset[str]:
    """What the day of a change is called, wherever it is stated."""
    return frozenset(name for place in ("header", "record", "meta", "linked") for name in names(place, "later"))
