"""Who holds an office or description in the other reports, to find an attribution that is misprinted.

"Said opposition leader A" is in doubt if several other reports call B so, none of them but B, and A is known by
another office. Offices change hands: a new minister whom the reports know by no other office is no misprint.

Reports seldom call an office by the same words: "club captain", "the captain of Harm United", "their captain". So
descriptions of a post that a body gives to one person are also compared by rank, field and post alone, as long as
they are not of two bodies and the printed name is itself known as the holder of such a post.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dateline.linking.speech.offices import kinds, sole
from dateline.linking.speech.offices import office as post_of
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
        self._posts: dict[Office, list[tuple[str, RoleMention]]] = defaultdict(list)  # with the holder
        self._known: dict[str, list[RoleMention]] = defaultdict(list)  # by holder
        for mention in mentions:
            self._printed[mention.chain].append(mention)
            actor = who.id(mention.chain)
            if actor and who.is_person(actor) and not mention.former:
                self._holders[office(mention)][actor].add(mention.report)
                self._offices[actor][office(mention)].add(mention.report)
                self._known[actor].append(mention)
                if post := post_of(mention):
                    self._posts[post].append((actor, mention))

    def clash(self, quotation: Quotation) -> tuple[RoleMention, str] | None:
        """The description printed with a speaker and the actor who has it elsewhere; None if all is well."""
        printed = self._who.id(quotation.speaker)
        if printed is None or quotation.source is None or not self._who.is_person(printed):
            return None
        for mention in self._printed[quotation.speaker or ""]:
            # What somebody was, somebody else may be; a title before a name takes no article.
            if mention.former or not goes_with(mention, quotation.source):
                continue
            title = not _ARTICLE.match(mention.words.text)
            other = self.elsewhere(office(mention), printed, quotation.report) if title else None
            other = other or self.in_the_post(mention, printed)
            if other:
                return mention, other
        return None

    def in_the_post(self, mention: RoleMention, printed: str) -> str | None:
        """The one actor whom other reports give the post of a description, where the printed one has another."""
        post = post_of(mention)
        if post.isdisjoint(kinds()["posts"]):
            return None
        held = [(actor, other) for actor, other in self._posts[post] if other.report != mention.report]
        holders = {actor for actor, _ in held}
        known = {
            other.report
            for other in self._known[printed]
            if other.report != mention.report
            and post_of(other) != post
            and not single_posts().isdisjoint(tokens(other.words.text))
        }
        reports = {other.report for _, other in held}
        one_body = all(self._one_body(mention, other) for _, other in held)
        enough = len(known) >= KNOWN and len(reports) >= KNOWN and len(known) + len(reports) >= TOGETHER
        return (
            next(iter(holders)) if len(holders) == 1 and printed not in holders and one_body and enough else None
        )

    def _one_body(self, a: RoleMention, b: RoleMention) -> bool:
        """True unless the reports say of which body each is, and it is not the same."""
        ours, theirs = self._who.id(a.of), self._who.id(b.of)
        return ours is None or theirs is None or ours == theirs

    def elsewhere(self, held: Office, printed: str, report: str) -> str | None:
        """The one actor who has an office in other reports, where the printed one has another."""
        holders = {actor: reports - {report} for actor, reports in self._holders[held].items()}
        holding = sorted(actor for actor, reports in holders.items() if reports)
        others = [reports - {report} for other, reports in self._offices[printed].items() if other != held]
        known = max(map(len, others), default=0)
        if len(holding) != 1 or holding[0] == printed or known < KNOWN:
            return None
        return holding[0] if known + len(holders[holding[0]]) >= TOGETHER else None


def single_posts() -> frozenset[str]:
    """Words for what one person is to a body: its posts, its heads, its owner."""
    return sole() | {"owner"}


def goes_with(mention: RoleMention, source: Words) -> bool:
    """True if a description stands in the printed source, or shortly before a pronoun that is the source."""
    if source.span.covers(mention.words.span):
        return True
    return source.text.casefold() in ("he", "she") and 0 < source.start - mention.words.end <= CARRIES
