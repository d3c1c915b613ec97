"""Who holds an office or description in the other reports, to find an attribution that is misprinted.

"Said opposition leader A" is in doubt if several other reports call B so, none of them but B, and A is known by
another office. Offices change hands: a new minister whom the reports know by no other office is no misprint.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.speech.spoken import content, tokens
from dateline.linking.who import Who
from dateline.model import Quotation, RoleMention
from dateline.span import Words

KNOWN = 2  # other reports that must give another office to the printed name
TOGETHER = 4  # these and the reports that give the office to somebody else
CARRIES = 400  # characters from a printed description to what "he" says after it
_ARTICLE = re.compile(r"the |a |an ", re.IGNORECASE)

Office = frozenset[
    str
]  # stems of the words of a description: "leader of the Northern Front", "Northern Front leader"


def office(mention: RoleMention) -> Office:
    """What a description says, whatever the order of its words."""
    return frozenset(content(tokens(mention.words.text)))


class RoleHolders:
    """Descriptions of persons by report."""

    def __init__(self, mentions: Iterable[RoleMention], who: Who) -> None:
        self._who = who
        self._printed: dict[str, list[RoleMention]] = defaultdict(list)  # by chain
        self._holders: dict[Office, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._offices: dict[str, dict[Office, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in mentions:
            self._printed[mention.chain].append(mention)
            actor = who.id(mention.chain)
            if actor and who.is_person(actor) and not mention.former:
                self._holders[office(mention)][actor].add(mention.report)
                self._offices[actor][office(mention)].add(mention.report)

    def clash(self, quotation: Quotation) -> tuple[RoleMention, str] | None:
        """The description printed with a speaker and the actor who has it elsewhere; None if all is well."""
        printed = self._who.id(quotation.speaker)
        if printed is None or quotation.source is None or not self._who.is_person(printed):
            return None
        for mention in self._printed[quotation.speaker or ""]:
            # A title before a name takes no article; what somebody was, somebody else may be.
            title = not mention.former and not _ARTICLE.match(mention.words.text)
            if title and goes_with(mention, quotation.source):
                other = self.elsewhere(office(mention), printed, quotation.report)
                if other:
                    return mention, other
        return None

    def elsewhere(self, held: Office, printed: str, report: str) -> str | None:
        """The one actor who has an office in other reports, where the printed one has another."""
        holders = {actor: reports - {report} for actor, reports in self._holders[held].items()}
        holding = sorted(actor for actor, reports in holders.items() if reports)
        others = [reports - {report} for other, reports in self._offices[printed].items() if other != held]
        known = max(map(len, others), default=0)
        if len(holding) != 1 or holding[0] == printed or known < KNOWN:
            return None
        return holding[0] if known + len(holders[holding[0]]) >= TOGETHER else None


def goes_with(mention: RoleMention, source: Words) -> bool:
    """True if a description stands in the printed source, or shortly before a pronoun that is the source."""
    if source.span.covers(mention.words.span):
        return True
    return source.text.casefold() in ("he", "she") and 0 < source.start - mention.words.end <= CARRIES
