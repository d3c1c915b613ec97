"""Who holds an office or description in the other reports, to find an attribution that is misprinted.

"Said opposition leader A" is in doubt if several other reports call B so, none of them but B, and A is known by
another office. Offices change hands: a new minister whom the reports know by no other office is no misprint.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.who import Who
from dateline.model import Quotation, RoleMention

REPORTS = 2  # other reports that must give the description to the one, and another office to the other
_ARTICLE = re.compile(r"the |a |an ", re.IGNORECASE)


class RoleHolders:
    """Descriptions of persons by report."""

    def __init__(self, mentions: Iterable[RoleMention], who: Who) -> None:
        self._who = who
        self._in_report: dict[str, list[RoleMention]] = defaultdict(list)
        self._holders: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._titles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in mentions:
            self._in_report[mention.report].append(mention)
            actor = who.id(mention.chain)
            if actor and who.is_person(actor) and not mention.former:
                self._holders[mention.title][actor].add(mention.report)
                self._titles[actor][mention.title].add(mention.report)

    def clash(self, quotation: Quotation) -> tuple[RoleMention, str] | None:
        """The description printed with a speaker and the actor who has it elsewhere; None if all is well."""
        printed = self._who.id(quotation.speaker)
        if printed is None or quotation.source is None or not self._who.is_person(printed):
            return None
        for mention in self._in_report[quotation.report]:
            said_of = mention.chain == quotation.speaker and quotation.source.span.covers(mention.words.span)
            if said_of and not _ARTICLE.match(mention.words.text):  # a title before a name takes no article
                other = self.elsewhere(mention.title, printed, quotation.report)
                if other:
                    return mention, other
        return None

    def elsewhere(self, title: str, printed: str, report: str) -> str | None:
        """The one actor who has a title in several other reports, where the printed one has another."""
        holders = {actor: reports - {report} for actor, reports in self._holders[title].items()}
        held = sorted(actor for actor, reports in holders.items() if len(reports) >= REPORTS)
        others = [reports - {report} for other, reports in self._titles[printed].items() if other != title]
        known = max(map(len, others), default=0)
        if len(held) != 1 or held[0] == printed or known < REPORTS:
            return None
        return held[0]
