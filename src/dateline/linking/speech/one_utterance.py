"""Whether two quotations are one utterance: the same words, trimmed, changed, translated, or told without marks.

Short words need the same speaker on nearby days, long ones speak for themselves even where the reports name two
speakers. What everybody says ("no comment") is joined only within copies of one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from dateline.linking.chronology import Chronology
from dateline.linking.matters.rarity import rarities
from dateline.linking.provenance import Provenance
from dateline.linking.speech.occasions import Occasion, Occasions
from dateline.linking.speech.printings import plain, said_words
from dateline.linking.speech.renderings import Vectors, rendering
from dateline.linking.speech.scenes import NOWHERE, Scene, Scenes
from dateline.linking.speech.spoken import (
    Likeness,
    altered_briefly,
    contains,
    content,
    formulas,
    likeness,
    retold,
    stem,
    tokens,
)
from dateline.linking.speech.statements import PRONOUNS
from dateline.linking.speech.word_forms import plain_forms
from dateline.linking.who import Who
from dateline.model import Quotation, Relation, SpeechKind

SHORT_WORDS = 5  # below this: same speaker, within SHORT_DAYS
TELLING_WORDS = 2  # that carry meaning, in the same words of two speakers: one utterance, and in dispute whose
PART_WORDS = 3  # that carry meaning, of one speaker's words in another's
LONG_WORDS = 8  # from here on two named speakers are a dispute about one utterance, not two utterances
SHORT_DAYS = 2
TOLD_DAYS = 3  # an utterance is told without marks, or by nobody known in other words, while it is news
SEASON_DAYS = 90  # after which nobody asks any more who said it
SURE_WORDS = 14  # so many are not said by two, nor twice
RARE = 4.7  # decimal logarithm: with no word that is one in 50,000 or rarer, anybody may have said it
RENDERED_DAYS = 2  # translations of one utterance are printed while it is news
WEEKLY_DAYS = 8  # a weekly, or the week after, if little else differs
CLOSE = 0.6  # score of a rendering that is believed so long
DISPUTED_WORDS = 6  # in reports on one matter: not said by two there by chance
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
OPENING = 2  # words in which the subject stands
ONE_WORD = 0.8  # likeness of a text of some length with one word altered
FEWEST_TRIMMED = 3  # words in a row, of one speaker on one occasion
TOLD_ALL = 3  # content words, if nearly all of both tellings are shared
TOLD_WHOLLY = 0.75  # of the content words of either
TOLD_WORDS = 4  # content words that a telling without marks must share
TOLD_SHARE = 0.6  # of the shorter's content words


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation, ready to be compared."""

    quotation: Quotation
    words: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str | None  # actor
    person: bool  # the speaker is a person with a name
    origin: str  # of the report
    day: int | None  # of the report's publication, by number
    when: Occasion
    matter: str | None = None  # the thread of its report
    pieces: tuple[tuple[str, ...], ...] = ()  # its words between the interruptions; one if there are none
    only: bool = False  # the one thing in marks that its report has from its speaker
    looked_back: bool = False  # some report has words of the speaker that were said some time ago
    scene: Scene = NOWHERE

    @property
    def id(self) -> str:
        """The quotation's id."""
        return self.quotation.id

    @property
    def voice(self) -> str | None:
        """The speaker, or the printed words for one who is no actor; None for nobody and a pronoun."""
        printed = self.quotation.source.text.casefold() if self.quotation.source else ""
        return self.speaker or (printed if printed not in PRONOUNS else None) or None

    @property
    def marked(self) -> bool:
        """True if it stands in quotation marks."""
        return self.quotation.kind is not SpeechKind.INDIRECT


def said(quotation: Quotation, who: Who, provenance: Provenance, compare: Comparison) -> Said:
    """Fold a quotation."""
    words = said_words(quotation)
    speaker = who.id(quotation.speaker)
    day = compare.order.day(quotation.report)
    return Said(
        quotation,
        words,
        content(words),
        speaker,
        speaker is not None and who.is_person(speaker),
        provenance.of_words(quotation.report, quotation.contents[0].span),
        day.toordinal() if day else None,
        compare.occasions.of(quotation),
        compare.matters.get(quotation.report),
        pieces=tuple(plain(tokens(piece.text)) for piece in quotation.contents),
        scene=compare.scenes.of(quotation),
    )


@dataclass(frozen=True, slots=True)
class Comparison:
    """Compares two quotations by words, days and speakers."""

    order: Chronology
    occasions: Occasions
    vector_of: Vectors
    scenes: Scenes
    matters: Mapping[str, str] = field(default_factory=dict)  # threads by report

    def __call__(self, a: Said, b: Said) -> Likeness | None:
        """How two quotations are one utterance, all or a piece of them; None if they are not."""
        whole = self._alike(a, b)
        if whole is not None or not (a.marked and b.marked) or len(a.pieces) == len(b.pieces) == 1:
            return whole
        met = (self._alike(ours, theirs) for ours in parts(a) for theirs in parts(b))
        return max((like for like in met if like), key=lambda like: like.score, default=None)

    def _alike(self, a: Said, b: Said) -> Likeness | None:
        """How two texts are one utterance; None if they are not."""
        return same_utterance(a, b, self.order) or self._put_otherwise(a, b)

    def _put_otherwise(self, a: Said, b: Said) -> Likeness | None:
        """Words altered in a short text, a few of them, or two translations: one speaker, in two reports."""
        if not (a.marked and b.marked) or a.speaker is None or a.speaker != b.speaker:
            return None
        apart = self.order.days_apart(a.quotation.report, b.quotation.report)
        if apart is None or a.quotation.report == b.quotation.report:
            return None
        if {a.words, b.words} & formulas():
            return None
        if quoted_in_part(a, b) and apart <= SEASON_DAYS:
            return Likeness(Relation.TRIMMED, 0.9, ())
        recalled = a.when.recalled or b.when.recalled
        if not a.when.meets(b.when) or apart > (SEASON_DAYS if recalled else WEEKLY_DAYS):
            return None
        like = self._in_other_words(a, b)
        if apart <= RENDERED_DAYS:
            return like
        if like is None or of_oneself(a) != of_oneself(b):
            return None
        return like if recalled or (like.relation is Relation.TRANSLATED and like.score >= CLOSE) else None

    def _in_other_words(self, a: Said, b: Said) -> Likeness | None:
        """How the words of one speaker on one occasion are alike: cut, altered, or rendered anew."""
        short, long = sorted((a.words, b.words), key=len)
        if len(short) >= FEWEST_TRIMMED and content(short) and contains(long, short):
            return Likeness(Relation.TRIMMED, 0.9, ())
        rendered = (
            None if a.origin == b.origin else rendering(a.words, b.words, self.vector_of, only=a.only and b.only)
        )
        return altered_briefly(a.words, b.words) or rendered


def of_oneself(item: Said) -> bool:
    """True for words that begin in the first person: they do so in every translation."""
    return not FIRST_PERSON.isdisjoint(item.words[:OPENING])


def parts(item: Said) -> Iterator[Said]:
    """A quotation, and each piece of it that is no mere phrase, as if it stood alone."""
    yield item
    if len(item.pieces) > 1:
        for words in item.pieces:
            if len(words) >= SHORT_WORDS:
                yield replace(item, words=words, content=content(words), pieces=(words,))


def quoted_in_part(a: Said, b: Said) -> bool:
    """True if one has a few words of the other, and its report tells what else the other says.

    "The boast that the ward was shut “within the hour”": these are of “We closed the ward within the hour”.
    """
    few, whole = sorted((a, b), key=lambda item: len(item.words))
    if not few.content or len(few.words) >= SHORT_WORDS or not contains(whole.words, few.words):
        return False
    return a.matter == b.matter and not few.scene.near.isdisjoint(set(whole.content) - set(few.content))


def same_utterance(a: Said, b: Said, order: Chronology) -> Likeness | None:
    """How two quotations are one utterance by their words; None if they are not."""
    if not (a.marked and b.marked):
        return told(a, b, order)
    like = likeness(a.words, b.words)
    if like is None:
        return None
    if a.quotation.report == b.quotation.report:
        again = like.relation in (Relation.IDENTICAL, Relation.TRIMMED)
        return like if again and not at_odds(a, b) and min(a.words, b.words) not in formulas() else None
    return like if one_occasion(a, b, like, order) else None


def one_occasion(a: Said, b: Said, like: Likeness, order: Chronology) -> bool:
    """True if words that are alike were said once, and not twice."""
    altered = bool(like.differences) or like.relation is Relation.CHANGED
    if like.relation is Relation.IDENTICAL and a.origin == b.origin and not told_as_two(a, b):
        return True
    if a.words in formulas() or b.words in formulas():
        return False
    apart = order.days_apart(a.quotation.report, b.quotation.report)
    sure = min(len(a.words), len(b.words)) >= SURE_WORDS and not altered
    once = a.when.meets(b.when) or (not altered and (in_dispute(a, b, apart) or printed_again(a, b, apart)))
    if not sure and (not once or said_by_two(a, b, altered=altered)):
        return False  # "We will win": many say it, and one says it again; seldom in more words
    if altered:
        return once_in_other_words(a, b, like, apart)
    return sure or briefly_once(a, b, like, apart)


def once_in_other_words(a: Said, b: Said, like: Likeness, apart: int | None) -> bool:
    """True if words that were altered are of one utterance: one speaker's, or nobody's while it is news."""
    news = apart is None or apart <= TOLD_DAYS or a.when.recalled or b.when.recalled
    if like.differences and not news:
        return False  # another number, or the opposite, some days later: said anew, or taken back
    if of_oneself(a) != of_oneself(b) and (apart is None or apart > RENDERED_DAYS):
        return False
    if agreed(a, b) or (news and not (like.differences or at_odds(a, b))):
        return True
    long = min(len(a.words), len(b.words)) >= LONG_WORDS
    named = a.speaker is not None and b.speaker is not None and not at_odds(a, b)
    return news and long and named and like.score >= ONE_WORD and a.scene.meets(b.scene)


def briefly_once(a: Said, b: Said, like: Likeness, apart: int | None) -> bool:
    """True if the same few words, or a part of them, are of one utterance."""
    shorter = min(len(a.words), len(b.words))
    near = apart is not None and apart <= SHORT_DAYS
    whole, telling = like.relation is Relation.IDENTICAL, min(len(a.content), len(b.content))
    one_scene = whole and near and at_odds(a, b) and a.scene.meets(b.scene)
    if shorter < SHORT_WORDS:
        return near and ((agreed(a, b) and telling > 0) or (one_scene and telling >= TELLING_WORDS))
    if shorter < LONG_WORDS and at_odds(a, b):
        least = 1 if one_scene else TELLING_WORDS if whole else PART_WORDS
        known = near or a.when.recalled or b.when.recalled
        return (telling >= least and known) or in_dispute(a, b, apart)
    return True


def agreed(a: Said, b: Said) -> bool:
    """True if two reports name one speaker."""
    return a.speaker is not None and a.speaker == b.speaker


def at_odds(a: Said, b: Said) -> bool:
    """True if two reports name two persons; "the ministry" and its minister are not at odds."""
    return a.person and b.person and a.speaker != b.speaker


def in_dispute(a: Said, b: Said, apart: int | None) -> bool:
    """True for words that two do not say by chance: that a later report gives them to another is a dispute."""
    shorter, telling = min(len(a.words), len(b.words)), min(len(a.content), len(b.content))
    one_matter = (
        shorter >= DISPUTED_WORDS and telling >= TELLING_WORDS and a.matter is not None and a.matter == b.matter
    )
    long = shorter >= LONG_WORDS or one_matter
    return at_odds(a, b) and long and apart is not None and apart <= SEASON_DAYS


def one_matter(a: Said, b: Said) -> bool:
    """True if two reports tell of one matter: in one thread, beside the same things, or with the same names."""
    threaded = a.matter is not None and a.matter == b.matter
    return threaded or a.scene.meets(b.scene) or a.scene.one_story(b.scene)


def printed_again(a: Said, b: Said, apart: int | None) -> bool:
    """True for words of one speaker that are too many to be said twice, in reports of one matter."""
    shorter, telling = min(len(a.words), len(b.words)), min(len(a.content), len(b.content))
    told = shorter >= LONG_WORDS and telling >= TELLING_WORDS
    return told and agreed(a, b) and apart is not None and apart <= SEASON_DAYS and one_matter(a, b)


def told_as_two(a: Said, b: Said) -> bool:
    """True if two texts that share a passage tell of two days, or of two speakers in two matters."""
    return a.when.other_day(b.when) or (at_odds(a, b) and a.scene.strange_to(b.scene))


def said_by_two(a: Said, b: Said, *, altered: bool) -> bool:
    """True if two may have said it: on two days that their reports name, or in words that are anybody's.

    Anybody's words are in dispute only in reports on one matter. "A minister" and a named one may be the same, but
    not in reports that have nothing else in common.
    """
    if a.voice is None or b.voice is None or a.voice == b.voice:
        return False
    unlike = altered or a.person == b.person
    strangers = a.scene.strange_to(b.scene)
    if a.speaker is None or b.speaker is None:
        return strangers
    if a.when.other_day(b.when):
        return True
    if strangers:
        return not any(is_rare(word) for word in a.content)
    return unlike and not one_matter(a, b) and not any(is_rare(word) for word in a.content)


def is_rare(word: str) -> bool:
    """True for the stem of a word that few texts have."""
    return not word.isdigit() and stems_by_rarity().get(word, RARE) >= RARE


@cache
def stems_by_rarity() -> dict[str, float]:
    """Stems by how rare the commonest of their words is."""
    found: dict[str, float] = {}
    for word, rarity in rarities().items():
        found[stem(word)] = min(rarity, found.get(stem(word), rarity))
    return found


def told(a: Said, b: Said, order: Chronology) -> Likeness | None:
    """One utterance of one speaker, at least once without marks: most content words shared, on nearby days."""
    apart = order.days_apart(a.quotation.report, b.quotation.report)
    recalled = a.when.recalled or b.when.recalled
    if not agreed(a, b) or apart is None or (apart > TOLD_DAYS and not recalled) or not a.when.meets(b.when):
        return None
    if a.quotation.report == b.quotation.report or a.quotation.denies != b.quotation.denies:
        return None
    plain_a, plain_b = (tuple(plain_forms().get(word, word) for word in one.words) for one in (a, b))
    ours, theirs = set(content(plain_a)), set(content(plain_b))
    common = len(ours & theirs)
    share = common / max(1, min(len(ours), len(theirs)))
    wholly = common >= TOLD_ALL and common >= TOLD_WHOLLY * max(len(ours), len(theirs))
    mostly = common >= TOLD_WORDS and share >= TOLD_SHARE
    if not (wholly or mostly or (common >= TELLING_WORDS and retold(plain_a, plain_b))):
        return None
    relation = Relation.IDENTICAL if a.words == b.words else Relation.REPORTED
    return Likeness(relation, round(0.8 * share, 4), ())
