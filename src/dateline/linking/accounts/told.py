"""What the sentences of reports tell of acts: a table of which act, on what day, where, and who did it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.linking.accounts.acts import Act, acts_told, table
from dateline.linking.accounts.days import day_of, has_verb, looks_back, months, season_of, since
from dateline.linking.accounts.doers import Doers, denied_ones, insists
from dateline.linking.accounts.places import Places
from dateline.linking.accounts.slots import Slot, capitalised
from dateline.linking.acts.telling import on_a_journey
from dateline.linking.speech.clauses import clauses
from dateline.linking.speech.contraries import head
from dateline.linking.speech.spoken import tokens
from dateline.linking.speech.surroundings import telling, with_those_before
from dateline.linking.who import Who
from dateline.model import Event, Mention, Sentence, Timex
from dateline.span import Words

LONGEST = 400  # characters of a sentence
_REPEATS = re.compile(  # "another ferry sank": it was not the only act of its kind
    r"(?<!one )\banother\b|\b(?:further|again|additional|previously|\w+ more)\b"
    r"|\ba (?:second|third|fourth)\b(?! (?:year|term|time|half|day|round|reading|person))",
    re.IGNORECASE,
)
_TOO = re.compile(r", too\b|\bas well\.$")
_SAYS = re.compile(r",? (?:said|says|told|announced|confirmed|added|wrote|reported)\b")
_SAID_BY = re.compile(r"\b(?:said|says|according to) (?:[\w’'-]+ ){0,3}$")
_SENTENCE_PART_ENDS = (",", ".", ";", "”", '"')
_SUBJECT = re.compile(r"\b(?:he|she|they|it|we|you|I)\b")  # beside a verb that no ending shows
_SEVERAL = re.compile(r"\d|(?<!s)s$|\b(?:people|men|women|children|and|dozens|hundreds)\b", re.IGNORECASE)
_IT_HAPPENED = re.compile(
    r"(?:It|This|That|All this|The \w+) (?:had )?"
    r"(?:happened|took place|taken place|occurred|was (?:on|last|early|late|shortly))\b"
)
_SECOND = re.compile(
    r"(?:It|This|That) (?:was|is) (?:the|his|her|its|their) (?:second|third|fourth|fifth|latest)\b"
)
_RELATIVE = re.compile(r"(?:who|whom|whose|which|that|where)\b", re.IGNORECASE)
_GOES_BACK = re.compile(r"(?:the|that|this|its?|their|they|his|her|he|she|all)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Account:
    """One act in one clause of one report."""

    id: str
    report: str
    sentence: str
    act: str
    words: frozenset[str]  # heads of what tells what its sentence, and the one before, are about
    own: frozenset[str]  # of its sentence alone; of both where it begins with "the", or a pronoun
    named: frozenset[str]  # stems of the capitalised words of its sentence
    actors: frozenset[str] = frozenset()  # of it and the one before
    persons: frozenset[str] = frozenset()  # of its sentence, without who says it
    here: frozenset[str] = frozenset()  # actors of its sentence
    near: frozenset[str] = frozenset()  # actors of it, and of those before and after
    all_words: frozenset[str] = frozenset()  # heads of all its words, the commonest too
    part: frozenset[str] = frozenset()  # who takes part in it
    done_to: frozenset[str] = frozenset()  # persons of these
    day: Slot | None = None
    place: Slot | None = None
    doer: Slot | None = None
    season: Slot | None = None  # the month, season or year where no day is given
    repeats: bool = False  # "another", "again"
    insisted: bool = False  # "it was she who did"
    denies: frozenset[str] = frozenset()  # heads of who did not do it: "not the minister"


class Accounts:
    """Reads the accounts of sentences."""

    def __init__(
        self, mentions: Iterable[Mention], timexes: Iterable[Timex], events: Iterable[Event], who: Who
    ) -> None:
        self._who = who
        self._places, self._doers = Places(who), Doers(who)
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._timexes: dict[str, list[Timex]] = defaultdict(list)
        self._events: dict[str, list[Event]] = defaultdict(list)
        for mention in sorted(mentions, key=lambda m: (m.words.start, m.words.end)):
            self._mentions[mention.sentence].append(mention)
        for timex in timexes:
            self._timexes[timex.sentence].append(timex)
        for event in events:
            self._events[event.sentence].append(event)

    def of(self, sentences: Iterable[Sentence]) -> Iterator[Account]:
        """The accounts of all sentences."""
        pairs = list(with_those_before(sentences))
        after = {before.id: sentence for sentence, before in pairs if before}
        for sentence, before in pairs:
            if len(sentence.words.text) <= LONGEST and sentence.words.text.rstrip("\"”’')").endswith((".", "!")):
                yield from self._of_sentence(sentence, before, after.get(sentence.id))

    def _of_sentence(
        self, sentence: Sentence, before: Sentence | None, after: Sentence | None
    ) -> Iterator[Account]:
        events = self._events[sentence.id]
        parts = list(clauses(sentence.words))
        told = [
            (clause, with_circumstances(sentence, parts[:number], clause, parts[number + 1 :]), acts)
            for number, clause in enumerate(parts)
            if (acts := list(acts_told(clause, events)))
        ]
        if not told:
            return
        text = sentence.words.text
        own = telling(text) - months()
        words = own | (telling(before.words.text) - months()) if before else own
        every = frozenset(map(head, tokens(text)))
        here = frozenset(self._actors(sentence))
        actors = here.union(self._actors(before)) if before else here
        near = actors.union(self._actors(after)) if after else actors
        mentions, timexes = self._mentions[sentence.id], self._timexes[sentence.id]
        persons = frozenset(filter(self._who.is_person, self._actors(sentence, speaking=False)))
        if before and _GOES_BACK.match(text):  # "the attack took place in the harbour"
            persons |= frozenset(filter(self._who.is_person, self._actors(before, speaking=False)))
        beside = [other for other in (after, before) if other]
        others = [frozenset(filter(self._who.is_person, self._actors(other, speaking=False))) for other in beside]
        days = [timex.words.span for timex in timexes]
        for clause, wide, acts in told:
            for act in acts:
                dated = is_letter(clause, act) or not looks_back(clause.text[: act.at - clause.start])
                dated = dated and not (act.event and on_a_journey(act.event))
                yield Account(
                    id=f"{sentence.id} {act.at:09d} {act.name}",
                    report=sentence.report,
                    sentence=sentence.id,
                    act=act.name,
                    words=words,
                    own=words if _GOES_BACK.match(text) else own,
                    actors=actors,
                    named=capitalised(text),
                    persons=persons or self._meant(act, others),
                    here=here,
                    near=near,
                    all_words=every,
                    part=self._part(act),
                    done_to=self._done_to(act),
                    day=self._day(sentence, wide, after) if dated else None,
                    place=self._places.of(sentence.words, wide, mentions, days, act.at, name=act.name),
                    doer=self._doers.of(sentence, clause, act, mentions),
                    season=season_of(sentence, wide, timexes) if dated else None,
                    repeats=bool(
                        _REPEATS.search(clause.text)
                        or _TOO.search(text)
                        or (after and _SECOND.match(after.words.text))
                    ),
                    insisted=insists(text),
                    denies=denied_ones(text),
                )

    def _day(self, sentence: Sentence, clause: Words, after: Sentence | None) -> Slot | None:
        """The day of a clause, or since when it holds; or that of the sentence after: "It happened on Monday"."""
        day = day_of(sentence, clause, self._timexes[sentence.id]) or since(clause, self._timexes[sentence.id])
        if day is None and after and _IT_HAPPENED.match(after.words.text):
            return day_of(after, after.words, self._timexes[after.id])
        return day

    def _meant(self, act: Act, beside: Iterable[frozenset[str]]) -> frozenset[str]:
        """Whom the sentences beside name, if an act is done to one person without a name: "the shipowner"."""
        done_to = act.event.recipients if act.event else ()
        others = any(_SEVERAL.search(participant.words.text) for participant in done_to)
        return next(filter(None, () if others or act.name not in table("of_persons") else beside), frozenset())

    def _done_to(self, act: Act) -> frozenset[str]:
        """The persons with names whom an act is done to, as its event has it."""
        done_to = (self._who.id(participant.chain) for participant in (act.event.recipients if act.event else ()))
        return frozenset(a for a in done_to if a and self._who.is_person(a) and self._who.is_named(a))

    def _part(self, act: Act) -> frozenset[str]:
        """Who takes part in an act, as its event has it."""
        sides = (*act.event.actors, *act.event.recipients) if act.event else ()
        return frozenset(actor for participant in sides if (actor := self._who.id(participant.chain)))

    def _actors(self, sentence: Sentence, *, speaking: bool = True) -> Iterator[str]:
        """The actors whom a sentence mentions; if asked, without those who only say it."""
        text, start = sentence.words.text, sentence.words.start
        for mention in self._mentions[sentence.id]:
            after = text[mention.words.end - start :]
            named_last = after.startswith(_SENTENCE_PART_ENDS) and _SAID_BY.search(
                text[: mention.words.start - start]
            )
            says = _SAYS.match(after) or named_last
            if (actor := self._who.id(mention.chain)) and (speaking or not says):
                yield actor


def is_letter(clause: Words, act: Act) -> bool:
    """True for "drove to the palace with his letter of resignation": it is the act that has the day."""
    return clause.text[act.at - clause.start :].casefold().startswith("letter ")


def with_circumstances(
    sentence: Sentence, before: Sequence[Words], clause: Words, following: Iterable[Words]
) -> Words:
    """A clause with those beside it that have no verb: "On Sunday, they met the captain, Ann Lee, in Varn"."""
    beside = before and not any(has_verb(part) or _RELATIVE.match(part.text) for part in before)
    begin = before[0].start if beside else clause.start
    end = clause.end
    for part in following:
        if has_verb(part) or _RELATIVE.match(part.text) or _SUBJECT.search(part.text):
            break
        end = part.end
    start = sentence.words.start
    return Words(begin, end, sentence.words.text[begin - start : end - start])
