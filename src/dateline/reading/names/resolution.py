"""Whom descriptions and pronouns of a report refer to, in one walk through the text.

A definite description goes to somebody with that role; an indefinite one is somebody new. A pronoun goes to the
nearest that its gender and number allow, subjects first (the ranking of Lappin and Leass 1994, much reduced).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.model import ActorKind
from dateline.reading.names.counted import AGE
from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.relations import Meant, counterpart, inverse, of_that_age
from dateline.reading.names.salience import (
    GENDERS,
    IN_A_CLAUSE,
    MAIN,
    against,
    agrees,
    prominence,
    rank,
    runner_up,
)
from dateline.reading.names.somebody import Holding, Seen, Somebody
from dateline.reading.names.spelling import differ
from dateline.reading.names.tokens import Tokens

FORMERLY = 0.15  # taken off a "former minister" for one who is the minister further up, and may have left since
NAMED_WITHIN = 2  # sentences: further on a name is not the one that a first pronoun waits for
TELLS_GENDER = 0.1  # so far ahead of the second an antecedent takes its gender from a pronoun
PERSONAL = (
    1.5  # evidence, in the unit of the model's label, for a person where "he" or "she" is a mislabelled name
)
UNNAMED = 0.1  # taken off a description without a name


class Resolver:
    """The somebodies of one report, as they are known up to the place that the walk has come to."""

    def __init__(
        self, somebodies: list[Somebody], lexicon: Lexicon, country_of: Callable[[str], Somebody]
    ) -> None:
        self.somebodies = somebodies
        self._lexicon = lexicon
        self._country_of = country_of
        self._ahead: list[Found] = []  # pronouns that nobody before them fits

    def see(self, somebody: Somebody, found: Found) -> None:
        """Note that somebody was mentioned here."""
        quoted = found.tokens.quoted[found.head]
        at = found.sentence
        somebody.seen.append(Seen(at.number, found.words.start, prominence(found), quoted, at.paragraph))

    def see_described(self, somebody: Somebody, phrase: RolePhrase) -> None:
        """Note that a phrase that somebody's name stands beside is a subject: "the leader, known as Ray, said"."""
        tokens, at = phrase.tokens, phrase.tokens.sentence_of(phrase.head)
        if tokens.dep[phrase.head] in ("nsubj", "nsubjpass"):
            prominent = 1.0 if tokens.dep[tokens.head[phrase.head]] in MAIN else IN_A_CLAUSE
            quoted = tokens.quoted[phrase.head]
            somebody.seen.append(Seen(at.number, phrase.words.start, prominent, quoted, at.paragraph))

    # --- descriptions

    def describe(self, found: Found, owner: Somebody | None) -> Somebody:
        """Whom a description refers to; somebody new where nobody fits."""
        phrase = found.role
        assert phrase is not None  # noqa: S101 -- descriptions are made with their phrase
        of = owner or (self._country_of(phrase.country) if phrase.country else None)
        again = phrase.plural and not others(phrase)
        if phrase.definite or again or (phrase.country and not article(phrase)) or capital(phrase):
            best = self._holder(phrase, of, found) or self._later_holder(phrase, of, found)
            best = best or self._related(phrase, of, found)
            if best is None and (phrase.aged or (of is None and self._tells_nothing_new(found, phrase))):
                best = self._last_person(found, phrase)
            if best is None and of is None:
                best = self._body(found) or self._speaker_just_named(found, phrase)
            if best is None and phrase.former:
                best = self._holder(replace(phrase, former=False), of, found, FORMERLY)
            if best is not None:
                somebody, rule, score = best
                somebody.join(found, rule, score)
                return somebody
        somebody = Somebody(plural=found.plural)
        somebody.join(found, "a description of its own", 0.9)
        if phrase.noun != AGE:
            somebody.holdings.append(Holding(phrase, of))
        self.somebodies.append(somebody)
        return somebody

    def _holder(
        self, phrase: RolePhrase, of: Somebody | None, found: Found, less: float = 0.0
    ) -> tuple[Somebody, str, float] | None:
        """The one last mentioned of those who hold the role most exactly; `less` is taken off the score."""
        best: tuple[tuple[float, int], Somebody, str] | None = None
        for somebody in self.somebodies:
            if not somebody.seen or somebody.plural != found.plural:
                continue
            if found.gender and somebody.gender and found.gender is not somebody.gender:
                continue
            fit, rule = self._fit(phrase, of, somebody)
            if fit and (best is None or (fit, somebody.seen[-1].start) > best[0]):
                best = (fit, somebody.seen[-1].start), somebody, rule
        return (best[1], best[2], best[0][0] - less) if best else None

    def _later_holder(
        self, phrase: RolePhrase, of: Somebody | None, found: Found
    ) -> tuple[Somebody, str, float] | None:
        """The only one who is given the role further on: a headline has the role before the name."""
        if found.plural or phrase.former or (of is None and not self._office(phrase)):
            return None
        later = [
            somebody
            for somebody in self.somebodies
            if not (somebody.seen or somebody.plural or differ(found.gender, somebody.gender))
        ]
        present = [(s, claim) for s in later for claim in s.claims if not claim.former]
        exact = {id(s): s for s, claim in present if claim.title == phrase.title}
        fitting = exact or {
            id(s): s
            for s, claim in present
            if titles_fit(claim, phrase, self._lexicon) and (not phrase.country or claim.country == phrase.country)
        }
        if len(fitting) != 1:
            return None
        return next(iter(fitting.values())), "role told further on", 0.8 if exact else 0.7

    def _related(self, phrase: RolePhrase, of: Somebody | None, found: Found) -> Meant | None:
        """Whom a description means that says how somebody stands to another, or how old somebody is."""
        return (
            inverse(phrase, of, self.somebodies)
            or of_that_age(phrase, found, self.somebodies)
            or counterpart(phrase, of, self.somebodies, self._lexicon)
        )

    def introduce(self, somebody: Somebody, found: Found) -> None:
        """The subject of the sentence before is whom a first name with an age names.

        "The mother of the missing girl thanked them. Ann Lee, 52, has searched for weeks": news gives the role
        first and the name in the next sentence.
        """
        if somebody.seen or somebody.claims or found.age is None or not found.subject:
            return
        just = [
            s
            for s in self.somebodies
            if s.seen and not (s.named or s.plural) and s.is_person and not differ(s.gender, somebody.gender)
            and s.seen[-1].subject and not s.seen[-1].quoted and s.seen[-1].sentence == found.sentence.number - 1
        ]  # fmt: skip
        if len(just) == 1:
            somebody.absorb(just[0], "named in the sentence after", 0.75)
            somebody.seen += just[0].seen
            self.somebodies = [s for s in self.somebodies if s is not just[0]]

    def look_back(self, somebody: Somebody, found: Found) -> None:
        """A pronoun before anybody is named is the first person named after it, if that is a subject."""
        waiting, self._ahead = self._ahead, []
        for pronoun in waiting:
            word = pronoun.words.text.lower()
            gone = found.sentence.number - pronoun.sentence.number
            if found.subject and gone <= NAMED_WITHIN and agrees(somebody, word) and not against(somebody, word):
                somebody.join(pronoun, f"{word}: named after it", 0.7)
            elif gone <= NAMED_WITHIN:
                self._ahead.append(pronoun)

    def _tells_nothing_new(self, found: Found, phrase: RolePhrase) -> bool:
        """True for "the driver said", "the former minister said": who speaks so has been named before."""
        verb = found.tokens.lower[found.tokens.head[found.head]]
        speaks = found.subject and verb in self._lexicon.speech
        plain = phrase.noun in self._lexicon.trades or phrase.former
        return speaks and plain and phrase.definite and phrase.last == phrase.head + 1

    def _last_person(self, found: Found, phrase: RolePhrase) -> tuple[Somebody, str, float] | None:
        """The named person whom "the 54-year-old" goes back to, chosen as a pronoun's antecedent is.

        For "the driver" it must be one of whom the report tells no role.
        """
        ranked = [
            (rank(somebody, found, ""), somebody.seen[-1].start, somebody)
            for somebody in self.somebodies
            if somebody.seen and somebody.named and not differ(found.gender, somebody.gender)
        ]
        score, _, best = max(ranked, key=lambda entry: entry[:2], default=(0.0, 0, None))
        if best is None or not score or (best.claims and not phrase.aged):
            return None
        return best, "the nearest person", 0.75 if phrase.aged else 0.65

    def _speaker_just_named(self, found: Found, phrase: RolePhrase) -> tuple[Somebody, str, float] | None:
        """The subject of the sentence before, for an office that speaks: "Lee denied it. … the premier said".

        The office has one holder at a time; the subject must be a named person of whom the report tells no role.
        """
        verb = found.tokens.lower[found.tokens.head[found.head]]
        one = phrase.definite and phrase.title in self._lexicon.unique and not phrase.former
        if not (one and found.subject and verb in self._lexicon.speech):
            return None
        number, paragraph = found.sentence.number, found.sentence.paragraph
        just = [
            somebody
            for somebody in self.somebodies
            if somebody.named and somebody.kind is ActorKind.PERSON and not (somebody.claims or somebody.holdings)
            and somebody.seen and somebody.seen[-1].subject and somebody.seen[-1].sentence == number - 1
            and somebody.seen[-1].paragraph == paragraph
        ]  # fmt: skip
        return (just[0], "the subject just before, of whom no role is told", 0.6) if len(just) == 1 else None

    def _office(self, phrase: RolePhrase) -> bool:
        """True for an office or a role of more than one word."""
        return phrase.noun in self._lexicon.office or " " in phrase.title

    def _fit(self, phrase: RolePhrase, of: Somebody | None, somebody: Somebody) -> tuple[float, str]:
        """How well a role that somebody holds fits a description, 0 to 1, and by which rule."""
        best = (0.0, "")
        if phrase.plural and not same_count(phrase, somebody):
            return best
        for holding in somebody.holdings:
            if holding.phrase.former != phrase.former or (of and holding.of and of is not holding.of):
                continue
            if of is not None and of.country and holding.of is None and self._among_countries(of):
                continue
            known = 0.1 if of is not None and of is holding.of else 0.0
            if holding.phrase.title == phrase.title:
                best = max(best, (0.85 + known, "same role"))
            elif (phrase.definite or not phrase.plural) and titles_fit(holding.phrase, phrase, self._lexicon):
                best = max(best, (0.7 + known, "role in other words"))
        return best

    def _among_countries(self, country: Somebody) -> bool:
        """True if the report has named another country so far: then whose an office is must be told."""
        return any(s.country and s.seen and s is not country for s in self.somebodies)

    # --- bodies

    def _body(self, found: Found) -> tuple[Somebody, str, float] | None:
        """The organisation that "the company", "the ministry" goes back to: the last named one that it may be."""
        phrase = found.role
        if phrase is None or phrase.plural or phrase.noun not in self._lexicon.bodies:
            return None
        named = [s for s in self.somebodies if s.seen and s.named and s.kind is ActorKind.ORGANISATION]
        for fits, score in ((called_so, 0.85), (may_be_called_so, 0.7)):
            fitting = [s for s in named if fits(s, phrase, self._lexicon)]
            if fitting:
                return max(fitting, key=lambda s: s.seen[-1].start), "what the organisation is", score
        return None

    # --- pronouns

    def refer(self, found: Found) -> Somebody | None:
        """Whom a pronoun stands for; None if nobody fits so far."""
        word = found.words.text.lower()
        ranked = [
            (score, somebody.seen[-1].start, somebody)
            for somebody in self.somebodies
            if (score := rank(somebody, found, word)) > 0
        ]
        if not ranked:
            if found.subject and word in GENDERS:
                self._ahead.append(found)
            return None
        ranked.sort(key=lambda entry: entry[:2], reverse=True)
        score, _, best = ranked[0]
        margin = runner_up([entry[0] for entry in ranked])
        certainty = round(min(0.95, 0.55 + margin / 2), 4)
        rule = f"{word}: nearest subject that fits" if best.seen[-1].subject else f"{word}: nearest that fits"
        best.join(found, rule, certainty)
        if word in GENDERS:
            if best.mislabelled:
                best.evidence.add(ActorKind.PERSON, PERSONAL)
            if margin >= TELLS_GENDER and not any(listed(m.found, found) for m in best.members):
                best.gender = best.gender or GENDERS[word]
        return best


def listed(found: Found, pronoun: Found) -> bool:
    """True for one of several in a row in the pronoun's sentence: "Lee, Ray and Orlov met; she" may be any."""
    tokens = found.tokens
    if tokens is not pronoun.tokens or tokens.sentence[found.head] != tokens.sentence[pronoun.head]:
        return False
    return _meets_and(tokens, range(found.last, len(tokens))) or _meets_and(tokens, range(found.first - 1, 0, -1))


def _meets_and(tokens: Tokens, way: range) -> bool:
    """True if nothing but capitalised words and commas stands between here and an "and" that joins such words."""
    for at in way:
        if tokens.lower[at] in ("and", "or"):
            return at + 1 < len(tokens) and tokens.text[at - 1][0].isupper() and tokens.text[at + 1][0].isupper()
        if tokens.text[at] != "," and not tokens.text[at][0].isupper():
            return False
    return False


def called_so(body: Somebody, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """True if the words of a description are in the name, or the report calls the body so beside its name."""
    wanted = set(phrase.title.split())
    names = [set(name.words.text.lower().split()) for name in body.names]
    return any(wanted <= words for words in names) or any(phrase.noun == name.trade for name in body.names)


def may_be_called_so(body: Somebody, phrase: RolePhrase, lexicon: Lexicon) -> bool:
    """True if the name does not say that the body is of another kind: a business, or a party or front."""
    if phrase.title != phrase.noun:
        return False
    words = {word for name in body.names for word in name.words.text.lower().split()}
    words |= {name.trade for name in body.names if name.trade}
    known = any(name.words.text.lower() in lexicon.same for name in body.names)
    if phrase.noun in lexicon.business and not known and words.isdisjoint(lexicon.organisation - lexicon.business):
        return True
    return phrase.noun in lexicon.companions and not words.isdisjoint(lexicon.companions)


def same_count(phrase: RolePhrase, somebody: Somebody) -> bool:
    """False for groups of other numbers: "800 people" are not "at least 31 people"."""
    counts = {m.found.role.count for m in somebody.members if m.found.role is not None and m.found.role.count}
    if phrase.count:
        return phrase.count in counts or (phrase.definite and not counts)
    return phrase.definite or not counts


def article(phrase: RolePhrase) -> bool:
    """True for an indefinite article before the noun."""
    return phrase.tokens.lower[phrase.first] in ("a", "an", "another", "one", "some")


def others(phrase: RolePhrase) -> bool:
    """True for "other", "some", "several" before the noun: not those spoken of before."""
    new = ("other", "another", "some", "several", "few", "more", "new")
    return not set(new).isdisjoint(phrase.tokens.lower[phrase.first : phrase.head])


def capital(phrase: RolePhrase) -> bool:
    """True for an office that stands like a name: "President rejects calls"."""
    return phrase.tokens.text[phrase.head][0].isupper() and phrase.tokens.pos[phrase.head] == "PROPN"


def of_opposition(phrase: RolePhrase) -> bool:
    """True for "opposition leader" and "the leader of the opposition": no such person is prime minister."""
    return "opposition" in phrase.tokens.lower[phrase.first : phrase.last]


def titles_fit(held: RolePhrase, said: RolePhrase, lexicon: Lexicon) -> bool:
    """True if a description says less or more of the same office, or a word that covers it."""
    one, two = set(held.title.split()), set(said.title.split())
    governs = said.noun in lexicon.ministers or (said.title in lexicon.unique and said.noun != "leader")
    if of_opposition(held) and governs and not of_opposition(said):
        return False
    if held.noun == said.noun:
        return one <= two or two <= one
    covers = lexicon.covers
    general = said.title == said.noun and "opposition" not in one and held.noun in covers.get(said.noun, ())
    return general or (
        held.title == held.noun and "opposition" not in two and said.noun in covers.get(held.noun, ())
    )
