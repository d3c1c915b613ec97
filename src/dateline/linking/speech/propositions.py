"""What reports say and let others say, clause by clause, as far as it can be contradicted.

A clause of a quotation is its source's, any other the report's own. Each says something of one of the topics of
vocabulary/contraries.toml; around it stand the people and words that tell what it is about.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.fuzzydate import FuzzyDate
from dateline.linking.acts.same_day import narrow
from dateline.linking.speech.clauses import clauses, parted, shown
from dateline.linking.speech.contraries import Phrase, Said, says, sense, words
from dateline.linking.speech.denials import assertions, denials, generic, main_verb, without_names
from dateline.linking.speech.polarity import AUXILIARIES
from dateline.linking.speech.rebuttals import pattern as rejection
from dateline.linking.speech.scope import is_passive
from dateline.linking.speech.spoken import NEGATIONS, tokens
from dateline.linking.speech.statements import FEWEST_WORDS, PRONOUNS, STATING
from dateline.linking.speech.surroundings import names, telling, told_in, with_those_about
from dateline.linking.who import Who
from dateline.model import ActorKind, Mention, Quotation, RoleMention, Sentence, Stance, Timex, TimexType
from dateline.span import Span, Words

OFTEN = "interval"  # the topic of how often: "were last tested in 2009" says nothing without its year
_WE = frozenset({"i", "we"})
TELLING = "told"  # the topic of who was told: "she told the members" only names whom she spoke to
_SO_MANY_OF = re.compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds|thousands) of\b", re.IGNORECASE
)
_AUXILIARY = re.compile(rf"\b(?:{'|'.join(sorted(AUXILIARIES))})\b", re.IGNORECASE)
LONGEST = 400  # characters of a sentence: what is longer is a list or a torn page


@dataclass(frozen=True, slots=True)
class Proposition:
    """One clause and what it says."""

    id: str
    report: str
    sentence: str
    member: str  # the quotation it is said in, or the sentence
    words: Words
    text: str  # as much of its sentence as its source says: what a reader is shown
    voice: str  # an actor, printed words, or empty for the report's own
    says: Mapping[Said, Phrase]
    own: frozenset[
        str
    ]  # stems of the clause that tell what it is about; if it points back, of all that is around it
    around: frozenset[str]  # and those of its sentence, and of the one before
    wide: frozenset[str]  # and of the sentences on both sides of it, some way off
    names: frozenset[str]  # stems of the capitalised words of the clause
    actors: frozenset[str]  # who is named, or plainly meant, in the clause
    parties: frozenset[str]  # of these the persons and bodies with a name
    doers: frozenset[str]  # those before its verb: who says "we" too, and the bodies he is of
    kinds: frozenset[str]  # heads of what they are called: "an engineer"
    reported: frozenset[str]  # everybody that its report names
    near: frozenset[str]  # and in what is around it
    days: tuple[Span, ...]  # where its sentence names days
    times: tuple[FuzzyDate, ...]  # of the clause
    partial: bool  # it speaks of some of them
    universal: bool  # of all of them
    points: bool  # its subject, or another part of it, is a pronoun
    lasting: bool  # "has not", "is still": what may have changed since
    present: bool  # "is not": it may have been so before
    disputes: bool  # its sentence says that it answers what was said before it

    def shown(self, said: Said) -> Words:
        """The words that say one thing of it."""
        return self.words if said.topic == OFTEN else shown(self.words, self.says[said].last, self.days)


class Propositions:
    """Reads the propositions of sentences."""

    def __init__(
        self,
        quotations: Iterable[Quotation],
        mentions: Iterable[Mention],
        roles: Iterable[RoleMention],
        timexes: Iterable[Timex],
        who: Who,
    ) -> None:
        self._who = who
        self._quotations: dict[str, list[Quotation]] = defaultdict(list)
        self._mentions: dict[str, list[Mention]] = defaultdict(list)
        self._timexes: dict[str, list[Timex]] = defaultdict(list)
        self._bodies: dict[str, set[str]] = defaultdict(set)  # that a person speaks for
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._reported: dict[str, set[str]] = defaultdict(set)
        self._denied: frozenset[str] = frozenset()
        for role in roles:
            person, body = who.id(role.chain), who.id(role.of)
            if person:
                self._titles[person].update(map(sense, tokens(role.title)))
            if person and body and not role.former:
                self._bodies[person].add(body)
        for quotation in quotations:
            self._quotations[quotation.report].append(quotation)
        for mention in mentions:
            self._mentions[mention.sentence].append(mention)
            if (actor := who.id(mention.chain)) and who.is_named(actor):
                self._reported[mention.report].add(actor)
        for timex in timexes:
            self._timexes[timex.sentence].append(timex)

    def of(self, sentences: Iterable[Sentence]) -> Iterator[Proposition]:
        """The propositions of all sentences, each with a look at the sentence before it."""
        sentences = list(sentences)
        self._denied = frozenset(topic for sentence in sentences for topic in self._denied_in(sentence))
        for sentence, before, wide in with_those_about(sentences):
            if len(sentence.words.text) <= LONGEST and not sentence.words.text.endswith("?"):
                yield from self._of_sentence(sentence, before, wide)

    def _of_sentence(
        self, sentence: Sentence, before: Sentence | None, wide: Sequence[Sentence]
    ) -> Iterator[Proposition]:
        quotations = self._quoted(sentence)
        for clause in parts(sentence, quotations):
            if clause.text.count(" ") + 1 < FEWEST_WORDS:
                continue
            quotation = around(clause, quotations)
            if quotation and (quotation.stance not in STATING or quotation.negated):
                continue
            wholly = bool(quotation and quotation.stance is Stance.DENIES)
            said = {
                **denials(clause.text, wholly),
                **assertions(clause.text, self._denied, wholly),
                **says(clause.text),
            }
            if wholly and not denies_clause(sentence, clause):
                continue  # "dismissed the visit as a show" does not say that there was none
            if wholly:
                said = dict(turned(clause.text, said))
            elif quotation is None and any(q.cue and clause.span.covers(q.cue.span) for q in quotations):
                said = {s: p for s, p in said.items() if s.topic != TELLING and (s.denied or not generic(s.topic))}
            if said:
                yield self._proposition(sentence, before, wide, clause, said, quotation)

    def _quoted(self, sentence: Sentence) -> list[Quotation]:
        return [
            q
            for q in self._quotations[sentence.report]
            if any(c.span.touches(sentence.words.span) for c in q.contents)
        ]

    def _denied_in(self, sentence: Sentence) -> Iterator[str]:
        """Topics of what the clauses of a sentence deny outright."""
        quotations = self._quoted(sentence)
        denying = any(q.stance is Stance.DENIES for q in quotations)
        if len(sentence.words.text) > LONGEST or (
            not denying and NEGATIONS.isdisjoint(tokens(sentence.words.text))
        ):
            return
        for clause in parts(sentence, quotations):
            quotation = around(clause, quotations)
            for said in denials(clause.text, bool(quotation and quotation.stance is Stance.DENIES)):
                yield said.topic

    def _proposition(
        self,
        sentence: Sentence,
        before: Sentence | None,
        wide: Sequence[Sentence],
        clause: Words,
        said: Mapping[Said, Phrase],
        quotation: Quotation | None,
    ) -> Proposition:
        spoken = tokens(clause.text)
        looked = [sentence, before] if before else [sentence]
        around_ = frozenset().union(*(telling(s.words.text) for s in looked)) - self._described(sentence)
        headless = min(phrase.start for phrase in said.values()) == 0  # "was shut down": its subject stands before
        points = headless or not words("pointing").isdisjoint(spoken)
        cue = self._who.id(quotation.speaker) if quotation else None
        by_them = cue and not words("first_person").isdisjoint(spoken)
        own = frozenset({cue, *self._bodies[cue]} if cue and by_them else ())
        actors = frozenset(self._actors(sentence, clause.span)) | own
        before_verb = Span(clause.start, clause.start + verb_at(clause.text, said.values()))
        doers = {*self._actors(sentence, before_verb), *(own if _WE & set(spoken) else ())}
        if suffered(clause.text, said):
            doers = set()
        return Proposition(
            id=f"{sentence.id} {clause.start:09d}",
            report=sentence.report,
            sentence=sentence.id,
            member=quotation.id if quotation else sentence.id,
            words=clause,
            text=in_full(clause, sentence, quotation),
            voice=self._voice(quotation),
            says=said,
            own=around_ if points else telling(clause.text),
            around=around_,
            wide=frozenset().union(*(told_in(s.words.text) for s in wide)),
            names=names(clause, sentence),
            actors=actors,
            parties=frozenset(filter(self._does, actors)),
            doers=frozenset(filter(self._does, doers)),
            kinds=frozenset(title for actor in actors for title in self._titles.get(actor, ())),
            reported=frozenset(self._reported[sentence.report]),
            near=frozenset(a for s in looked for a in self._actors(s, s.words.span) if a != cue),
            days=tuple(t.words.span for t in self._timexes[sentence.id] if is_day(t)),
            times=tuple(t.time for t in self._timexes[sentence.id] if t.time and clause.span.covers(t.words.span)),
            partial=not words("partial").isdisjoint(spoken) or bool(_SO_MANY_OF.search(clause.text)),
            universal=not words("universal").isdisjoint(spoken),
            points=points,
            disputes=bool(rejection().search(sentence.words.text.casefold())),
            present=not words("now").isdisjoint(spoken),
            lasting=not words("as_yet").isdisjoint(spoken) or not words("present").isdisjoint(spoken),
        )

    def _does(self, actor: str) -> bool:
        """True for a person or body with a name."""
        return self._who.is_named(actor) and self._who.get(actor).kind is not ActorKind.PLACE

    def _actors(self, sentence: Sentence, span: Span) -> Iterator[str]:
        for mention in self._mentions[sentence.id]:
            actor = self._who.id(mention.chain)
            of_it = sentence.words.text[mention.words.end - sentence.words.start :].startswith(("'s ", "’s "))
            if actor and span.covers(mention.words.span) and not of_it:
                yield actor

    def _described(self, sentence: Sentence) -> frozenset[str]:
        """Words that tell who says it and no name: "passengers said"."""
        sources = (q.source for q in self._quotations[sentence.report] if q.sentence == sentence.id and q.source)
        return frozenset(
            sense(word)
            for source in sources
            if len(source.text.split()) <= 2
            for word in tokens(" ".join(w for w in source.text.split() if w.islower()))
        )

    def _voice(self, quotation: Quotation | None) -> str:
        if quotation is None:
            return ""
        printed = quotation.source.text.casefold() if quotation.source else ""
        return self._who.id(quotation.speaker) or ("" if printed in PRONOUNS else printed)


def parts(sentence: Sentence, quotations: Sequence[Quotation]) -> Iterator[Words]:
    """The clauses of a sentence, cut where quotations begin and end."""
    cuts = [cut for q in quotations for c in q.contents for cut in (c.start, c.end)]
    for whole in clauses(sentence.words):
        yield from parted(whole, cuts)


def turned(clause: str, said: Mapping[Said, Phrase]) -> Iterator[tuple[Said, Phrase]]:
    """What a clause says that its source denies, turned round; who denies that he ignored it was not unwarned."""
    verb = main_verb(without_names(clause))
    for one, phrase in said.items():
        if generic(one.topic):
            yield one, phrase
        elif verb is None or phrase.start <= verb:
            yield one.turned, phrase


def suffered(clause: str, said: Mapping[Said, Phrase]) -> bool:
    """True if all that a clause says was done to its subject: "was never told"."""
    words_ = without_names(clause)
    verbs = [phrase.last for phrase in said.values() if phrase.last in words_]
    return bool(verbs) and all(is_passive(words_, verb) for verb in verbs)


def verb_at(clause: str, said: Iterable[Phrase]) -> int:
    """Where the first auxiliary of a clause begins, or the first phrase that says something."""
    match = _AUXILIARY.search(clause)
    folded = clause.casefold()
    places = [folded.find(phrase.last) for phrase in said]
    return min((place for place in (match.start() if match else -1, *places) if place >= 0), default=len(clause))


def denies_clause(sentence: Sentence, clause: Words) -> bool:
    """True unless what is denied is no clause, or only the reason that is given for it."""
    return not AUXILIARIES.isdisjoint(tokens(clause.text)) and not circumstance(sentence, clause)


def around(clause: Words, quotations: Sequence[Quotation]) -> Quotation | None:
    """The shortest quotation that a clause is a part of."""
    held = [q for q in quotations if any(piece.span.touches(clause.span) for piece in q.contents)]
    return min(held, key=lambda q: (sum(len(piece.text) for piece in q.contents), q.id), default=None)


def in_full(clause: Words, sentence: Sentence, quotation: Quotation | None) -> str:
    """What one source says in the sentence of a clause; of the report's own words the clause alone."""
    for piece in quotation.contents if quotation else ():
        start, end = max(piece.start, sentence.words.start), min(piece.end, sentence.words.end)
        if start <= clause.start and clause.end <= end:
            return piece.text[start - piece.start : end - piece.start].strip()
    return clause.text


def circumstance(sentence: Sentence, clause: Words) -> bool:
    """True for "refused to pay because the papers were missing": the reason is not what is denied."""
    before = tokens(sentence.words.text[: clause.start - sentence.words.start])[-1:]
    return not words("circumstance").isdisjoint((*before, *tokens(clause.text)[:1]))


def is_day(timex: Timex) -> bool:
    """True for an expression that names a day or an hour of it: without it a clause still says the same."""
    return timex.type in (TimexType.DATE, TimexType.TIME) and narrow(timex.time)
