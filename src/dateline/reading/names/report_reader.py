"""One report from parses to somebodies: candidates of each paragraph, names into chains, then the walk."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import ActorKind, Gender, MentionForm
from dateline.reading.names.attachment import Attachments
from dateline.reading.names.counted import AGE
from dateline.reading.names.evidence import ROLE_AFTER, ROLE_BEFORE, weigh
from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.headlines import kept_names
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.name_chains import name_chains
from dateline.reading.names.phrases import Phrases
from dateline.reading.names.resolution import Resolver
from dateline.reading.names.runs import names_of
from dateline.reading.names.salience import PRONOUNS
from dateline.reading.names.somebody import Holding, Somebody
from dateline.reading.names.states import has_capital, may_be_state, owned_by_state, qualifies_state
from dateline.reading.names.tokens import Tokens, tokens_of
from dateline.reading.parsed import Parse

_HAS_ADJECTIVE = 3.0  # a name with an adjective is a country's or a region's
_HAS_MINISTERS = 1.5  # and so, less surely, is one with a minister or an ambassador
_STATE_OFFICES = frozenset(("president", "minister", "premier", "chancellor", "ambassador", "king", "queen"))
# "Norlandian" of Norlandia, "Orlian" of Orli, "Selmese" of Selm, "Katari" of Katar: letters off, letters on
_ADJECTIVE_ENDINGS = ((1, ""), (1, "e"), (2, ""), (3, ""), (3, "y"), (3, "a"), (2, "e"), (1, "a"))
_IS_STATE = 2.5  # "the Norlandian government", "Norlandia's ambassador": more than a label and an article
_BODY = 2.0  # a noun for a body tells the kind about as well as two labels


class ReportReader:
    """Takes the paragraphs of one report in order, then says who is in it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names: list[Found] = []
        self._described: list[tuple[RolePhrase, Found]] = []  # phrases that belong to a name
        self._others: list[Found] = []  # descriptions, groups and pronouns
        self._owner_names: dict[int, list[Found]] = {}  # of a phrase, by identity
        self._countries: dict[str, Somebody] = {}
        self._made: list[Somebody] = []
        self._told_of_pronouns: list[tuple[RolePhrase, int]] = []  # "he became the minister": the pronoun's token
        self._states: list[Found] = []  # names that something says is a state's

    def take(self, parse: Parse) -> None:
        """Collect the candidates of one paragraph."""
        tokens = tokens_of(parse)
        names = list(names_of(tokens, self._lexicon))
        for name in names:
            weigh(name, self._lexicon)
        named = [False] * len(tokens)
        for name in names:
            named[name.first : name.last] = [True] * (name.last - name.first)
        attachments = Attachments(tokens, names, self._lexicon)
        for phrase in reversed(list(Phrases(tokens, self._lexicon, named).find())):
            self._sort(phrase, attachments)  # from the end: "his rival, former mayor Ann Lee" are two roles of one
        self._names += names
        self._others += pronouns(tokens)

    def _sort(self, phrase: RolePhrase, attachments: Attachments) -> None:
        """A phrase describes a name, stands for somebody, or for nobody."""
        owners = [name for token in phrase.owners if (name := attachments.name_at(token)) is not None]
        self._owner_names[id(phrase)] = owners
        if self._is_category(phrase, attachments):
            return
        if phrase.noun in _STATE_OFFICES and owners:
            owners[0].evidence.add(ActorKind.PLACE, _HAS_MINISTERS)
        self._states += [owner for owner in owners[:1] if owned_by_state(phrase)]
        body = phrase.noun in self._lexicon.bodies and phrase.noun not in self._lexicon.heads
        described = None if body else attachments.described(phrase)
        if phrase.noun == AGE and described is not None:
            return
        if described is not None and described[0] not in owners:
            name, how = described
            name.evidence.add(ActorKind.PERSON, ROLE_BEFORE if how == "before the name" else ROLE_AFTER)
            name.gender = self._lexicon.gendered.get(phrase.noun) or name.gender
            self._described.append((phrase, name))
        elif (pronoun := attachments.of_pronoun(phrase)) is not None:
            self._told_of_pronouns.append((phrase, pronoun))
        elif not attachments.stands_for_nobody(phrase) and (
            not body or phrase.definite or phrase.country or phrase.plural
        ):
            self._others.append(self._description(phrase, body))

    def _is_category(self, phrase: RolePhrase, attachments: Attachments) -> bool:
        """True for a noun that only says what the name before it is: "the Georgian Dawn party"."""
        name = attachments.name_at(phrase.head - 1) if phrase.head else None
        if phrase.noun not in self._lexicon.categories or name is None or name.country:
            return False
        name.evidence.add(ActorKind.ORGANISATION, _BODY)
        return True

    def _description(self, phrase: RolePhrase, body: bool) -> Found:
        """The candidate of a phrase that stands on its own."""
        collective = body or phrase.plural
        found = Found(
            tokens=phrase.tokens,
            first=phrase.first,
            last=phrase.last,
            head=phrase.head,
            form=MentionForm.GROUP if collective else MentionForm.ROLE,
            words=phrase.words,
            gender=None if collective else self._lexicon.gendered.get(phrase.noun),
            plural=phrase.plural,
            role=phrase,
        )
        kind = ActorKind.GROUP if phrase.plural else ActorKind.ORGANISATION if body else ActorKind.PERSON
        found.evidence.add(kind, _BODY)
        return found

    def finish(self) -> list[Somebody]:
        """All somebodies, in the order of their first mentions; those without a mention last."""
        self._names = once(kept_names(self._names, self._lexicon))
        self._others = once([*self._names, *self._others])[len(self._names) :]
        adjectives = adjectives_of_names(self._names)
        governing = (adjectives.get(id(name)) for name in self._names if qualifies_state(name))
        self._states += filter(None, governing)
        self._states += filter(has_capital, self._names)
        self._names = [name for name in self._names if id(name) not in adjectives]
        for place in filter(None, adjectives.values()):
            place.evidence.add(ActorKind.PLACE, _HAS_ADJECTIVE)
        somebodies = [s for s in name_chains(self._names, self._lexicon) if not is_stray(s)]
        holder = {id(m.found): s for s in somebodies for m in s.members}
        self._weigh_states(holder)
        holder |= {word: holder[id(place)] for word, place in adjectives.items() if id(place) in holder}
        for somebody in somebodies:
            somebody.settle_gender()
            if somebody.country and somebody.kind is ActorKind.COUNTRY:
                self._countries.setdefault(somebody.country, somebody)
        for phrase, name in self._described:
            if id(name) in holder:
                holder[id(name)].claims.append(phrase)
        resolver = Resolver(somebodies, self._lexicon, self._country)
        self._described += self._told_of()
        for found, described in self._walk():  # in text order
            if described is not None:
                held = holder.get(id(described.found))
                if held is None:
                    continue  # a role before words that turned out to be no name
                held.holdings.append(Holding(described.phrase, self._owner(described.phrase, holder)))
                resolver.see_described(held, described.phrase)
            elif found is not None:
                self._place(found, holder, resolver)
        everyone = resolver.somebodies + self._made
        for somebody in everyone:
            somebody.members.sort(key=lambda m: (m.found.words.start, m.found.words.end))
        last = max((f.words.end for f in self._names + self._others), default=0)
        return sorted(
            everyone,
            key=lambda s: (
                (s.members[0].found.words.start, s.members[0].found.words.end, "")
                if s.members
                else (last, last, s.country or "")
            ),
        )

    def _told_of(self) -> Iterator[tuple[RolePhrase, Found]]:
        """The phrases that say what a pronoun is, with the pronoun."""
        spoken_of = {(id(f.tokens), f.head): f for f in self._others if f.form is MentionForm.PRONOUN}
        for phrase, at in self._told_of_pronouns:
            if (pronoun := spoken_of.get((id(phrase.tokens), at))) is not None:
                yield phrase, pronoun

    def _weigh_states(self, holder: dict[int, Somebody]) -> None:
        """What is told of a name's government tells that all of its chain is a country; each mention counts."""
        for name in self._states:
            somebody = holder.get(id(name))
            if somebody is not None and may_be_state(somebody, self._lexicon):
                somebody.evidence.add(ActorKind.COUNTRY, _IS_STATE)

    def _walk(self) -> Iterator[tuple[Found | None, Described | None]]:
        """Candidates and described names in text order; a possessive pronoun before the phrase that it begins."""
        steps: list[tuple[int, int, Found | None, Described | None]] = []
        for found in self._names + self._others:
            order = 0 if found.form in (MentionForm.PRONOUN, MentionForm.NAME) else 1
            steps.append((found.words.start, order, found, None))
        for phrase, found in self._described:
            steps.append((phrase.words.start, 2, None, Described(phrase, found)))
        for _, _, found_or_none, described in sorted(steps, key=lambda step: step[:2]):
            yield found_or_none, described

    def _place(self, found: Found, holder: dict[int, Somebody], resolver: Resolver) -> None:
        """Find whom a candidate refers to, and note that it was seen."""
        somebody: Somebody | None
        if found.form is MentionForm.NAME:
            somebody = holder.get(id(found))
            if somebody is not None:
                resolver.introduce(somebody, found)
                resolver.look_back(somebody, found)
        elif found.form is MentionForm.PRONOUN:
            somebody = resolver.refer(found)
        else:
            assert found.role is not None  # noqa: S101 -- descriptions are made with their phrase
            somebody = resolver.describe(found, self._owner(found.role, holder))
        if somebody is not None:
            holder[id(found)] = somebody
            resolver.see(somebody, found)

    def _owner(self, phrase: RolePhrase, holder: dict[int, Somebody]) -> Somebody | None:
        """Whose role it is: the first owner that is somebody, else the country of an adjective."""
        for name in self._owner_names[id(phrase)]:
            return holder.get(id(name))
        for found in self._others:
            if found.tokens is phrase.tokens and found.head in phrase.owners and id(found) in holder:
                return holder[id(found)]
        return self._country(phrase.country) if phrase.country else None

    def _country(self, code: str) -> Somebody:
        """The country's somebody; one without a mention where the report has only its adjective."""
        if code not in self._countries:
            country = Somebody(country=code, gender=Gender.NEUTER)
            country.evidence.add(ActorKind.COUNTRY, 1.0)
            self._countries[code] = country
            self._made.append(country)
        return self._countries[code]


class Described:
    """A phrase and the name that it describes."""

    __slots__ = ("found", "phrase")

    def __init__(self, phrase: RolePhrase, found: Found) -> None:
        self.phrase = phrase
        self.found = found


def qualifies(name: Found) -> bool:
    """True if a noun follows."""
    tokens = name.tokens
    return name.last < len(tokens) and tokens.pos[name.last] in ("NOUN", "PROPN", "ADJ")


def adjectives_of_names(names: list[Found]) -> dict[int, Found | None]:
    """Adjectives that no table has, by identity, with a name of the place: "Norlandian" of Norlandia.

    None for one whose place the report does not name; it must look like an adjective and never stand alone.
    """
    places = {name.words.text: name for name in reversed(names)}
    alone = {name.words.text for name in names if not qualifies(name)}
    found: dict[int, Found | None] = {}
    for name in names:
        text = name.words.text
        if name.adjective or (qualifies(name) and text.endswith(("an", "i", "ese"))):
            stems = [text[:-cut] + end for cut, end in _ADJECTIVE_ENDINGS]
            place = next((places[stem] for stem in stems if stem in places), None)
            likely = text.endswith(("ian", "ean", "ese")) and text not in alone and " " not in text
            weak = ActorKind.PERSON not in name.evidence.weights
            if (place is not None and place is not name) or (
                place is None and weak and (likely or name.adjective)
            ):
                found[id(name)] = place
    return found


def once(found: list[Found]) -> list[Found]:
    """The first of those that stand on the very same words: a mention is known by its place."""
    held = {(one.words.start, one.words.end): one for one in reversed(found)}
    return [one for one in found if held[one.words.start, one.words.end] is one]


def is_stray(somebody: Somebody) -> bool:
    """True for capitalised words that nothing says a thing about and that stand where any word has a capital."""
    if somebody.evidence.weights or somebody.evidence.labels:
        return False
    return all(
        m.found.tokens.pos[m.found.head] != "PROPN"
        or m.found.words.text.isupper()
        or m.found.tokens.dep[m.found.head] not in ("nsubj", "nsubjpass", "dobj", "pobj", "poss", "appos", "conj")
        for m in somebody.members
    )


def pronouns(tokens: Tokens) -> Iterator[Found]:
    """Third-person pronouns for people, outside quotation marks (inside they are another's words)."""
    for at, word in enumerate(tokens.lower):
        if word in PRONOUNS and not tokens.quoted[at] and tokens.pos[at] in ("PRON", "DET"):
            yield Found(
                tokens=tokens,
                first=at,
                last=at + 1,
                head=at,
                form=MentionForm.PRONOUN,
                words=tokens.words(at, at + 1),
                plural=word.startswith("the"),
            )
