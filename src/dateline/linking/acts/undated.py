"""Acts told without a day: within one matter, what is named alike is one act.

What parts two acts of a story is first of all their day. Where no report gives one, the matter that the reports
tell of stands in for it (`matters`: texts grouped by content): within a matter an act that is named alike
(`wording`) is one. What many do again and again, to say and to report, is one act only if the sentences that tell
it are alike too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.linking.acts.wording import OFTEN
from dateline.linking.matters.content import Content, unit
from dateline.linking.matters.grouping import grouped


@dataclass(frozen=True, slots=True)
class Named:
    """An act by the words that name it."""

    id: str
    matter: str
    wording: str
    sentence: frozenset[str]  # stems of the words of the sentence that tells it


def one_act_each(named: Iterable[Named], alike: float) -> list[list[str]]:
    """Ids of those that are one act, in groups, sorted; `alike` is the least likeness of sentences, 0 to 1."""
    together: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for one in named:
        together[one.matter, one.wording].append(one)
    result: list[list[str]] = []
    for (_, wording), held in together.items():
        if wording in OFTEN:
            groups = grouped((said(one) for one in held), alike)
            result += [sorted(member.id for member in group.members) for group in groups]
        else:
            result.append(sorted(one.id for one in held))
    return sorted(result)


def said(one: Named) -> Content:
    """A sentence as its words, each of one weight."""
    weights: Mapping[str, float] = dict.fromkeys(sorted(one.sentence), 1.0)
    return Content(one.id, unit(weights), frozenset())
