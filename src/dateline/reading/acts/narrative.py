"""Times of acts that no expression dates: told after another act, the same act as a dated one, or the running day.

A report tells its news of one day or two. The running day is that of publication and the day before it until a
sentence names another day of that week; sentences go on from there. Nothing here is more than a bounded guess,
and its rule says so.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from spacy.tokens import Token

from dateline.fuzzydate import FuzzyDate
from dateline.model import EventType, Status
from dateline.reading.acts.clauses import clause_of, governed
from dateline.reading.acts.elapsed import gone_by, shifted_noun, so_long_after
from dateline.reading.acts.foreground import (
    ALLUDED,
    BACKGROUND,
    in_background,
    in_main_clause,
    told_as_done,
    told_as_news,
)
from dateline.reading.acts.harm import causes, clauses_under, opened_by
from dateline.reading.acts.marks import Mark, Timed
from dateline.reading.acts.neighbours import NEWS, beside, shifted
from dateline.reading.acts.offices import counted_back, years_in
from dateline.reading.acts.tense import finite_tense
from dateline.reading.acts.times import RECENT
from dateline.reading.acts.triggers import Trigger

WEEK = dt.timedelta(days=7)  # a running day lies at most so far before publication; older dates are background
EARLIER = dt.timedelta(days=30)  # "earlier", undated: within the running affair, not long ago
OF_ITS_CAUSE = "the day of what did it"  # the rule for "were killed when the roof fell on Monday"
_SINCE = frozenset({"after", "since"})
_DEFINITE = frozenset({"the", "that", "this", "those", "these"})


class Narrative:
    """The running day of one report, and the days of its dated acts."""

    def __init__(self, published: FuzzyDate | None) -> None:
        self.published = published.latest if published is not None else None
        self._running: FuzzyDate | None = (
            FuzzyDate.between(self.published - NEWS, self.published) if self.published is not None else None
        )
        self._last: Timed | None = None  # of the acts dated so far
        self._dated: dict[EventType, list[tuple[str, Timed]]] = {}

    # --- what has been read

    def remember(self, trigger: Trigger, timed: Timed) -> None:
        """An act that an expression dates: a later "the vote" may mean it."""
        if trigger.act.type is not None and timed.time is not None:
            self._dated.setdefault(trigger.act.type, []).append((trigger.token.lemma_.lower(), timed))

    def move_to(self, trigger: Trigger, timed: Timed) -> None:
        """A dated act is what "then" means from here on; one of the last week sets the running day."""
        self._last = timed
        time, day = timed.time, self.published
        if (
            in_main_clause(trigger.token)
            and time is not None
            and day is not None
            and time.is_day
            and time.latest is not None
            and day - WEEK <= time.latest <= day
        ):
            self._running = time

    def pass_by(self, marks: Iterable[Mark]) -> None:
        """Days that main clauses in the past name, though they tell no act: the story has moved on to them."""
        day = self.published
        for mark in marks:
            time = mark.timex.time
            if day is None or time is None or time.latest is None or not time.is_day:
                continue
            told = in_main_clause(mark.holder) and finite_tense(mark.holder) == "past"
            if told and day - WEEK <= time.latest <= day:
                self._running = time

    def begin_paragraph(self) -> None:
        """A new paragraph goes on where the last one was, or comes back to the day of the news."""
        running, day = self._running, self.published
        if running is not None and day is not None and running.earliest and day - running.earliest <= RECENT:
            self._running = FuzzyDate.between(running.earliest, day)
        elif running is not None and day is not None:
            self._running = FuzzyDate.between(day - NEWS, day)

    # --- what follows

    def office(self, timed: Timed) -> Timed:
        """An office held for some years: counted back from publication."""
        years = years_in(timed)
        if timed.time is not None or years is None or self.published is None or years >= self.published.year:
            return timed
        return Timed(counted_back(max(years, 1), self.published), timed.timex, timed.rule)

    def until_now(self, timed: Timed, status: Status, trigger: Trigger) -> Timed:
        """What was done "since November" was done by publication; only a state that is held may go on."""
        time = timed.time
        if status is not Status.HAPPENED or trigger.act.lasting or time is None or self.published is None:
            return timed
        if time.latest is not None or time.earliest is None or time.earliest > self.published:
            return timed
        return Timed(FuzzyDate.between(time.earliest, self.published), timed.timex, timed.rule)

    def told_after(self, trigger: Trigger, acts: dict[int, Trigger], times: dict[int, Timed]) -> Timed | None:
        """Bounds from another act: "fled after the vote", "a day after thousands marched". `times` by position."""
        for host in (trigger.token, clause_of(trigger.token)):
            for child in host.children:
                word = child.lower_
                if child.dep_ == "prep" and word in {"after", "since", "following"}:
                    inner = governed(child)
                    if inner is None or inner == trigger.token or inner.is_ancestor(trigger.token):
                        continue
                    anchor = self._anchor(inner, acts, times) or self._told_last(child, inner)
                    if anchor is not None and anchor.time is not None:
                        exact = so_long_after(child, anchor) if word == "after" else None
                        return exact or self._from(anchor, f"{word} the", inner)
        return (
            self._since_then(trigger)
            or gone_by(trigger, self.published)
            or shifted_noun(trigger, times)
            or shifted(trigger, times)
            or self._after_clause(trigger, acts, times)
            or beside(trigger, times)
        )

    def same_act(self, trigger: Trigger, status: Status) -> Timed | None:
        """For "the vote", "the deal, which was signed in", a vote to be called: the act that the report dates."""
        if trigger.act.type is None:
            return None
        token, vote = trigger.noun or trigger.token, trigger.act.type is EventType.ELECTION
        dated = self._dated.get(trigger.act.type, [])
        if trigger.verbal and trigger.noun is None:
            if vote and status is Status.PLANNED:
                dated = [known for known in dated if self._to_come(known[1])]
            elif not in_background(token):
                return None
        elif not any((c.dep_ == "det" and c.lower_ in _DEFINITE) or c.dep_ == "poss" for c in token.children):
            return None
        for known, timed in reversed(dated):
            if known == token.lemma_.lower() or vote:
                return Timed(timed.time, timed.timex, "the same act, dated elsewhere in the report")
        return None

    def _to_come(self, timed: Timed) -> bool:
        start = timed.time.earliest if timed.time is not None else None
        return start is not None and self.published is not None and start > self.published

    def undated(self, trigger: Trigger, status: Status, above: Timed | None) -> Timed:
        """The bounds of an act that nothing dates. `above`: the time of the act that promises or demands it."""
        if self.published is None or self._running is None:
            return Timed(None, None, "none")
        if status in {Status.PROMISED, Status.DEMANDED, Status.HYPOTHETICAL, Status.PLANNED} and above is not None:
            return Timed(above.time, above.timex, f"of the act that makes it {status.value}")
        if status is Status.PLANNED:
            return Timed(FuzzyDate.between(self.published, None), None, "after publication")
        tense = finite_tense(trigger.token)
        adverbs = {c.lower_ for c in clause_of(trigger.token).children if c.dep_ == "advmod" and not at_once(c)}
        if "earlier" in adverbs and self._running.latest is not None:
            return Timed(
                FuzzyDate.between(self._running.latest - EARLIER, self._running.latest),
                None,
                "earlier: the month before",
            )
        if tense == "pluperfect" and self._running.latest is not None and told_as_done(trigger.token, adverbs):
            return Timed(
                FuzzyDate.between(self._running.latest - RECENT, self._running.latest),
                None,
                "reported as done: the days before",
            )
        long_ago = trigger.verbal and opened_by(trigger.token) == "since"  # "ten years have gone since it sank"
        if long_ago or adverbs & BACKGROUND or tense == "pluperfect" or in_background(trigger.token):
            return Timed(FuzzyDate.between(None, self.published), None, "before publication")
        if not trigger.verbal and not told_as_news(trigger.token):
            return Timed(FuzzyDate.between(self.published - WEEK, self.published), None, ALLUDED)
        return Timed(self._running, None, "narrative day")

    # --- anchors

    def _anchor(self, token: Token | None, acts: dict[int, Trigger], times: dict[int, Timed]) -> Timed | None:
        if token is None:
            return None
        if token.i in times and times[token.i].timex is not None:
            return times[token.i]
        act = acts.get(token.i)
        if act is None or act.act.type is None:
            return None
        known = self._dated.get(act.act.type, [])
        if act.act.type is EventType.OTHER:  # of many kinds: "after the disaster" means no concert
            known = [each for each in known if each[0] == token.lemma_.lower()]
        return known[-1][1] if known else None

    def _told_last(self, preposition: Token, inner: Token) -> Timed | None:
        """The act told last, for "two days after the whistle": a thing of it stands for it."""
        counted = any(c.dep_ == "npadvmod" for c in preposition.children)
        definite = any(c.dep_ == "det" and c.lower_ in _DEFINITE for c in inner.children)
        return self._last if counted and definite else None

    def _from(self, anchor: Timed, word: str, inner: Token) -> Timed | None:
        start, end = anchor.time.earliest if anchor.time else None, self.published
        if start is None or end is None or start > end:
            return None
        return Timed(FuzzyDate.between(start, end), anchor.timex, f"{word} {inner.lower_}")

    def _since_then(self, trigger: Trigger) -> Timed | None:
        """The protests of "since then thousands have marched": from the last dated act to publication."""
        for child in clause_of(trigger.token).children:
            if child.lower_ == "since" and child.i + 1 < len(child.doc) and child.nbor(1).lower_ == "then":
                return self._from(self._last, "since", child.nbor(1)) if self._last is not None else None
        return None

    def _after_clause(self, trigger: Trigger, acts: dict[int, Trigger], times: dict[int, Timed]) -> Timed | None:
        """The flight of "fled after he claimed victory": not before the claim, where that is dated."""
        for word, cause in causes(trigger):
            anchor = self._anchor(cause, acts, times)
            if anchor is not None and anchor.timex is not None and acts[cause.i].act.type is EventType.OTHER:
                return Timed(anchor.time, anchor.timex, f"{word}: {OF_ITS_CAUSE}")
        for child in clauses_under(trigger) if trigger.verbal else ():
            word = opened_by(child)
            anchor = self._anchor(child, acts, times) if word in _SINCE else None
            if anchor is not None and anchor.timex is not None:
                return self._from(anchor, word, child)
        return None


def at_once(word: Token) -> bool:
    """True for the "once" of "at once", which tells no former time."""
    return word.lower_ == "once" and word.i > 0 and word.nbor(-1).lower_ == "at"
