"""Who is said to have done an act, and who is said not to have done it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.lang.en.stop_words import STOP_WORDS

from dateline.linking.accounts.acts import ONLY, Act
from dateline.linking.accounts.slots import Slot, capitalised
from dateline.linking.acts.telling import group_head
from dateline.linking.speech.contraries import head
from dateline.linking.speech.spoken import tokens
from dateline.linking.who import Who
from dateline.model import ActorKind, Mention, MentionForm, Sentence
from dateline.span import Words

BY_WORDS = 6  # from "by" to a name: "by the minister of health, Ann Lee"
DOES_WORDS = 4  # from a name to what it does: "Ann Lee, had also opened"
ONLY_LETTERS = 60  # from "a single witness" to the name
BE_LETTERS = 12  # before a participle, in which "was" makes it a passive
_IT_WAS = re.compile(
    r"\bit was (?:not [^.;,]{3,60},? but )?(?:the |a |an )?"
    r"(?P<who>[^.;]{3,80}?)(?:, (?:and )?not [^.;]{3,60}?)?,? who\b",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:not|rather than|instead of) (?:by |from )?(?:the |a |an |his |her |its )?(?P<who>[^,.;:]{3,50})",
    re.IGNORECASE,
)
_BY_WORDS = re.compile(
    r"\bby (?P<who>(?!(?:the )?(?:end|time|way|then|now|hand|accident|car|train|bus|air|sea|force|law|name)\b)"
    r"(?!(?:far|phone|telephone|night|day|midnight|noon|dawn)\b)[^,.;:()“”\"]{3,60}?)"
    r"(?= (?:on|in|at|who|which|that|after|before|when|while|and|for|as|from|to|last|during|with|near|off|of)\b"
    r"|[,.;:()“”\"]|$)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:\b(?:[A-Z][\w-]*|[a-z]+er|[a-z]+or|chief|police|head|mayor|deputy|minister)[,]? ){1,4}$")
_BE = frozenset({"was", "were", "been", "being", "be", "is", "are"})
_BY = ("by", "lives to", "life to", "work of", "went to", "thanks to", "to have been")
_FROM = ("came from", "orders of", "order of", "from")
_ORDERS = frozenset({"order", "request"})  # "the order came from the mayor"
_PARTING = frozenset({"of", "for", "in", "at", "with", "as", "over", "after", "and", "to", "from", "that", "said"})
_BEHIND = ("'s", "’s")


class Doers:
    """Reads who did the acts of clauses."""

    def __init__(self, who: Who) -> None:
        self._who = who

    def of(self, sentence: Sentence, clause: Words, act: Act, mentions: Sequence[Mention]) -> Slot | None:
        """Who does it: after "it was", after "by", as its event has it, or named last before an active verb."""
        text, start = sentence.words.text, sentence.words.start
        if told := _IT_WAS.search(text):
            return self._insisted(sentence, told, mentions)
        whose = [m.words.end - start for m in mentions if text[m.words.end - start :].startswith(_BEHIND)]
        able = [
            m
            for m in mentions
            if m.form is not MentionForm.PRONOUN and self._can(m) and m.words.end - start not in whose
        ]
        if act.name.startswith(ONLY):
            after = [m for m in able if 0 < m.words.start - act.at <= ONLY_LETTERS and m.form is MentionForm.NAME]
            return self._slot(sentence.words, after[:1])
        by = [
            m
            for m in able
            if act.at < m.words.start and beside_by(text[act.at - start : m.words.start - start], m, act)
        ]
        passive = not _BE.isdisjoint(tokens(text[max(0, act.at - start - BE_LETTERS) : act.at - start]))
        if by or passive:
            return self._slot(sentence.words, by[:1]) or described(sentence.words, act.at)
        if act.event and act.event.actors:
            doers = {participant.words.span for participant in act.event.actors}
            return self._slot(sentence.words, [m for m in able if m.words.span in doers][:1])
        named = [
            m
            for m in able
            if m.form is MentionForm.NAME
            and m.words.start < act.at
            and does(text[m.words.end - start : act.at - start])
        ]
        own = [m for m in named if m.words.start >= clause.start]
        headless = [m for m in named if clause.start - m.words.end <= len(", ")]  # "Ann Lee, had opened it"
        return self._slot(sentence.words, (own or headless)[-1:])

    def _can(self, mention: Mention) -> bool:
        actor = self._who.actor(mention.chain)
        return actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.GROUP)

    def _insisted(self, sentence: Sentence, told: re.Match[str], mentions: Sequence[Mention]) -> Slot:
        """The one of "it was she who did": a mention, or the words that say who."""
        start = sentence.words.start + told.start("who")
        words = Words(start, start + len(told["who"]), told["who"])
        inside = [m for m in mentions if words.span.covers(m.words.span) and self._who.id(m.chain)]
        named = [m for m in inside if m.form is MentionForm.NAME]
        return self._slot(sentence.words, (named or inside)[:1]) or Slot(
            words.text, words, head=group_head(words.text), called=called(sentence.words, words)
        )

    def _slot(self, sentence: Words, found: Sequence[Mention]) -> Slot | None:
        if not found or not (actor := self._who.actor(found[0].chain)):
            return None
        named = self._who.is_named(actor.id)
        words = found[0].words
        noun = "" if named and actor.kind is ActorKind.PERSON else group_head(words.text)
        return Slot(
            actor.name if named else words.text,
            words,
            actor=actor.id,
            names=capitalised(words.text),
            head=noun,
            called=called(sentence, words),
        )


def does(between: str) -> bool:
    """True if few words part a name from its act, and none that makes it part of something else."""
    said = tokens(between)
    return len(said) <= DOES_WORDS and _PARTING.isdisjoint(said)


def described(sentence: Words, act: int) -> Slot | None:
    """Who did it, after "by", where the words are nobody that was noticed: "picked up by a frigate"."""
    found = _BY_WORDS.search(sentence.text, act - sentence.start)
    if found is None:
        return None
    text, start = found["who"], sentence.start + found.start("who")
    return Slot(
        text,
        Words(start, start + len(text), text),
        head=group_head(text),
        names=capitalised(text),
        called=called(sentence, Words(start, start + len(text), text)),
    )


def called(sentence: Words, words: Words) -> frozenset[str]:
    """Heads of the words for somebody, and of the title before a name: "Interior Minister Ann Lee"."""
    before = _TITLE.search(sentence.text[: words.start - sentence.start])
    said = f"{before[0] if before else ''} {words.text}"
    return frozenset(head(word) for word in tokens(said) if word not in STOP_WORDS)


def insists(sentence: str) -> bool:
    """True for "it was she who did", and where the one who did is set against one who did not."""
    return _IT_WAS.search(sentence) is not None


def denied_ones(sentence: str) -> frozenset[str]:
    """Heads of the words for who did not do it: "not the minister", "rather than by Ann Lee"."""
    return frozenset(head(word) for match in _CONTRAST.finditer(sentence) for word in tokens(match["who"]))


def beside_by(between: str, mention: Mention, act: Act) -> bool:
    """True if a mention stands after "by"; only a name may stand after a title and a comma."""
    direct = "," not in between.rpartition("by ")[2]
    return by_whom(between, act.name) and (direct or mention.form is MentionForm.NAME)


def by_whom(between: str, act: str) -> bool:
    """True if the words between an act and a name say that the named one did it: "bought by the actress"."""
    said = f" {' '.join(tokens(between)[-BY_WORDS:])} "
    sold = said.startswith(" sold ") and said.endswith((" to ", " to the "))
    return sold or any(f" {phrase} " in said for phrase in (_BY + _FROM if act in _ORDERS else _BY))
