"""Names: runs of capitalised words, cut at offices and titles. The model's labels are hypotheses, not a filter.

"European Council President Charles Michel" is one run and two names: a body, an office (which `phrases` reads),
and a person.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from dateline.model import ActorKind, Gender, MentionForm
from dateline.reading.names.counted import is_plain_plural
from dateline.reading.names.evidence import TITLED, is_acronym
from dateline.reading.names.found import Found
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.spelling import PARTICLES, name_words
from dateline.reading.names.titles import in_offices, is_honorific, is_unlisted_title
from dateline.reading.names.tokens import Tokens
from dateline.reading.names.words_of_names import (
    counts_its_name,
    expansion,
    is_first_name,
    is_part_of_name,
    keeps_title,
    names_an_office,
    owns_in_its_name,
    within_body,
)

_NEVER = frozenset(("PRON", "DET", "CCONJ", "SCONJ", "ADP", "AUX", "PUNCT", "NUM", "PART", "INTJ", "SYM", "SPACE"))
_FIXED = frozenset(("DATE", "TIME", "ORDINAL", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"))
_HYPHENS = ("-", "–", "‑")
_JOINING = frozenset(("of", "for", "and", "in", "the", "on", "to", "without", "&", "de", "'s", "’s"))
_OF_MANY = ("'", "’")  # the possessive of a plural
_POSSESSIVE = ("'s", "’s")
_OPENING = ("“", '"', "‘", "'", "«", "(", "[")
_PARTY_AND_STATE = re.compile(r"[dri]-[a-z.]+$")  # "(R-Ohio)", after an American politician's name
_LEADING = frozenset(("bin", "ibn", "de", "la", "van", "von", "der", "del", "della", "dos", "du", "da", "abu"))
_ARTICLES = ("al", "el", "ul", "as", "ash", "an", "ar", "at")
MAX_RUN = 16  # tokens; a longer run is a list in capitals, not a name


class Runs:
    """The names of one paragraph, in text order."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._pieces: list[Found] = []
        self._in_office = set(in_offices(tokens, lexicon))

    def find(self) -> list[Found]:
        """All names; a country inside a body's name stands beside it."""
        at, count = 0, len(self._tokens)
        while at < count:
            if self._starts(at):
                end = self._end_of_run(at)
                self._cut(self._with_particles(at), end)
                at = end
            else:
                at += 1
        self._expand_acronyms()
        return sorted(self._pieces, key=lambda piece: (piece.first, -piece.last))

    # --- tokens

    def _is_name(self, at: int) -> bool:
        """True if a token may be a word of a name."""
        tokens = self._tokens
        text = tokens.text[at]
        if not text[0].isupper() or at in self._in_office:
            return False
        if tokens.lower[at] in self._lexicon.none:
            return self._names(at)
        if tokens.pos[at] in _NEVER and not (text.isupper() and len(text) > 1):
            return tokens.pos[at] == "ADP" and is_first_name(tokens, self._lexicon, at)
        if tokens.entity[at] in _FIXED:
            return at + 1 < len(tokens) and counts_its_name(tokens, self._lexicon, at + 1)
        if self._begins_sentence(at) or tokens.titled[at]:
            if is_plain_plural(tokens, self._lexicon, at):
                return False
            named = tokens.pos[at] in ("PROPN", "X") or tokens.entity[at] != ""
            return named or (text.isupper() and len(text) > 1)
        return True

    def _within_person(self, at: int) -> bool:
        """True for a word of a person's name of several words: "Theresa May", "June Carter"."""
        entity = self._tokens.entity
        if at > 0 and self._tokens.lower[at - 1] in self._lexicon.given:
            return True
        beside = [entity[n] for n in (at - 1, at + 1) if 0 <= n < len(entity)]
        return entity[at] == "PERSON" and "PERSON" in beside

    def _names(self, at: int) -> bool:
        """True where a word that names no actor by itself is part of a name that does."""
        return self._within_person(at) or within_body(self._tokens, at)

    def _begins_sentence(self, at: int) -> bool:
        """True for the first word of a sentence, quotation marks aside."""
        tokens = self._tokens
        while at > 0 and tokens.sentence[at - 1] == tokens.sentence[at]:
            if tokens.text[at - 1] not in _OPENING:
                return tokens.text[at - 1] in (":", "—", "-", "•")
            at -= 1
        return True

    def _starts(self, at: int) -> bool:
        """True if a run begins here: a name word, or "al-" before one."""
        tokens = self._tokens
        article = tokens.lower[at] in _ARTICLES and at + 2 < len(tokens) and tokens.text[at + 1] in _HYPHENS
        return self._is_name(at) or (article and tokens.joined(at + 1) and tokens.text[at + 2][0].isupper())

    def _with_particles(self, at: int) -> int:
        """The first token of a name with the particles before it: "von der Linden said"."""
        tokens = self._tokens
        while at > 0 and tokens.text[at - 1] in _LEADING and tokens.sentence[at - 1] == tokens.sentence[at]:
            at -= 1
        return at

    def _end_of_run(self, first: int) -> int:
        """The token after the last one of a run."""
        tokens, at = self._tokens, first + 1
        limit = min(len(tokens), first + MAX_RUN)
        while at < limit and tokens.sentence[at] == tokens.sentence[first]:
            step = self._step(first, at, limit)
            if not step:
                break
            at += step
        return at

    def _step(self, first: int, at: int, limit: int) -> int:
        """How many tokens further the run [first, at) goes; 0 if it ends."""
        tokens = self._tokens
        if tokens.text[at] in _HYPHENS:
            return 2 if at + 1 < limit and tokens.joined(at) and tokens.joined(at + 1) else 0
        if self._is_name(at) or counts_its_name(tokens, self._lexicon, at):
            return 1
        if at + 1 >= limit:
            return 0
        word = tokens.lower[at]
        if word in _ARTICLES and tokens.text[at + 1] in _HYPHENS and tokens.joined(at + 1):
            return 3 if at + 2 < limit and tokens.text[at + 2][0].isupper() else 0
        if word in PARTICLES and tokens.text[at].islower():
            ahead = next((n for n in (1, 2) if at + n < limit and tokens.lower[at + n] not in PARTICLES), 0)
            return ahead + 1 if ahead and self._is_name(at + ahead) else 0
        if word in _OF_MANY and tokens.lower[at - 1].endswith("s") and self._is_name(at + 1):
            known = self._lexicon.bodily | self._lexicon.place
            return 2 if tokens.lower[at + 1] in known else 0  # "the Nurses' Union"
        if word in _POSSESSIVE and owns_in_its_name(tokens, self._lexicon, at) and self._is_name(at + 1):
            return 2  # "the Seamen's Hall"
        return self._joining_step(first, at, limit) if word in _JOINING else 0

    def _joining_step(self, first: int, at: int, limit: int) -> int:
        """The step over "of" or "and" in the name of a body; the model must agree unless a body's word leads."""
        tokens = self._tokens
        nxt = at + 1
        while nxt < limit and tokens.lower[nxt] == "the":
            nxt += 1
        if nxt >= limit or not self._is_name(nxt):
            return 0
        inner = (
            tokens.inner[at] and tokens.inner[nxt] and tokens.entity[at] not in ("PERSON", "GPE", "NORP", "EVENT")
        )
        led = tokens.lower[at] in ("of", "for") and tokens.lower[at - 1] in self._lexicon.organisation
        office = any(tokens.lower[i] in self._lexicon.office for i in range(first, at))
        if tokens.lower[at - 1] in self._lexicon.companions and tokens.lower[nxt] in self._lexicon.given:
            return 0  # "the Civic Bloc of Ann Lee"
        led = led or tokens.lower[at] == "without"
        if tokens.lower[at] == "of" and tokens.lower[at - 1] in self._lexicon.owned:
            return 0  # "Harbour Holdings of Norland"
        body = tokens.lower[at] == "of" or any(
            tokens.lower[i] in self._lexicon.organisation for i in range(first, at)
        )
        if not led and (not inner or not body or tokens.lower[nxt] in self._lexicon.heads):
            return 0
        return 0 if office else nxt - at + 1

    # --- runs

    def _cut(self, first: int, end: int) -> None:
        """Cut a run at offices and titles into names."""
        at, begun, gender, titled = first, first, None, False
        while at < end:
            role = self._role_length(at, end)
            honorific = is_honorific(self._tokens, self._lexicon, first, at, end)
            if honorific and keeps_title(self._tokens, at, end):
                self._name(begun, at, gender, titled)
                self._name(at, end, self._lexicon.honorifics[self._tokens.lower[at]], True)
                return
            if role or honorific:
                self._name(begun, at, gender, titled)
                if honorific and not role:
                    gender, titled = self._lexicon.honorifics[self._tokens.lower[at]], True
                else:
                    gender, titled = None, False
                at += max(role, 1)
                begun = at
            else:
                at += 1
        self._name(begun, end, gender, titled)

    def _role_length(self, at: int, end: int) -> int:
        """How many tokens of an office begin here: "Foreign Minister" is two; 0 for a word of a name."""
        tokens, lexicon = self._tokens, self._lexicon
        last = at
        if tokens.text[at] in _HYPHENS or (
            at > 0 and (is_part_of_name(tokens, lexicon, at) or names_an_office(tokens, at))
        ):
            return 0
        while last < end and (tokens.text[last] in _HYPHENS or tokens.lower[last] in lexicon.loose_qualifiers):
            last += 1
        if last < end and tokens.lower[last] in lexicon.heads:
            last += 1
        elif last == at or tokens.lower[last - 1] not in lexicon.heads:
            return 0
        while last < end and (tokens.text[last] in _HYPHENS or tokens.lower[last] in lexicon.heads | {"general"}):
            last += 1
        if last < end and tokens.lower[last] in lexicon.organisation | lexicon.place:
            return 0
        begins = not tokens.inner[at] or (at > 0 and tokens.lower[at - 1] == "the")
        of_body = tokens.entity[at] == "ORG" and begins and last < end and tokens.inner[last]
        return 0 if of_body and tokens.lower[last] not in lexicon.given else last - at

    def _name(self, first: int, last: int, gender: Gender | None, titled: bool) -> None:
        """Keep [first, last) as a name, after what does not belong to it is off; find the country in it."""
        tokens, lexicon = self._tokens, self._lexicon
        while first < last and tokens.text[last - 1] in _HYPHENS:
            last -= 1
        while first < last and (tokens.text[first] in _HYPHENS or tokens.lower[first] in ("the", "'s", "’s")):
            first += 1
        if first >= last:
            return
        while first < last - 1 and tokens.pos[first] in ("VERB", "ADV") and self._begins_sentence(first):
            first += 1
        untold = first < last - 1 and not titled and not tokens.entity[first] and self._begins_person(first + 1)
        if untold or is_unlisted_title(tokens, lexicon, first, last):
            first += 1  # "Grandmaster Ann Lee"
        parted = is_acronym(tokens.text[first]) and first + 1 < last and not tokens.text[first + 1].isupper()
        if parted and self._person_from(first + 1) and tokens.lower[first] not in lexicon.ships:  # "MTV Ann Lee"
            self._add(first, first + 1)
            first += 1
        adjective = self._table_length(lexicon.countries.qualifying, first, last)
        country = self._table_length(lexicon.countries.names, first, last)
        if adjective and not country and (first + adjective == last or self._person_from(first + adjective)):
            first += adjective
        elif country and first + country < last:
            self._add(first, first + country)
            if self._person_from(first + country):
                first += country
        if first < last:
            found = self._add(first, last)
            if found is not None and titled:
                found.gender = gender
                found.evidence.add(ActorKind.PERSON, TITLED)

    def _table_length(self, table: Container[str], first: int, last: int) -> int:
        """Tokens of the longest entry of a table that begins at `first`; 0 if none does."""
        for end in range(min(last, first + 6), first, -1):
            if self._joined(first, end) in table:
                return end - first
        return 0

    def _joined(self, first: int, last: int) -> str:
        """Lower-case words of tokens as printed, a single space where one stands."""
        words = self._tokens.words(first, last).text
        return words.lower().replace("’", "'")

    def _person_from(self, at: int) -> bool:
        """True if the token begins a person's name."""
        return self._tokens.lower[at] in self._lexicon.given or self._tokens.lower[at] in self._lexicon.honorifics

    def _begins_person(self, at: int) -> bool:
        """True if the model and the list of given names agree that a person's name begins here."""
        tokens = self._tokens
        return tokens.entity[at] == "PERSON" and not tokens.inner[at] and tokens.lower[at] in self._lexicon.given

    def _add(self, first: int, last: int) -> Found | None:
        """A name of tokens [first, last), unless it names no actor."""
        tokens, lexicon = self._tokens, self._lexicon
        if tokens.lower[last - 1] in lexicon.none and (last - first == 1 or not self._names(last - 1)):
            return None
        joined = self._joined(first, last)
        if joined in lexicon.countries.adjectives and joined not in lexicon.countries.names:
            return None
        if joined in lexicon.countries.peoples or joined in lexicon.countries.regional:
            return None
        if not name_words(joined) or joined.isnumeric() or (last - first == 1 and len(joined) == 1):
            return None
        adjective = self._is_adjective(first, last)
        if _PARTY_AND_STATE.match(joined) or (adjective and tokens.tag[last - 1] in ("NNPS", "NNS")):
            return None
        found = Found(
            tokens=tokens,
            first=first,
            last=last,
            head=last - 1,
            form=MentionForm.NAME,
            words=tokens.words(first, last),
            country=lexicon.countries.names.get(joined),
            adjective=adjective,
        )
        self._pieces.append(found)
        return found

    def _is_adjective(self, first: int, last: int) -> bool:
        """True for a word for a people or a faith that the model knows as such and that qualifies a noun."""
        tokens = self._tokens
        labelled = all(tokens.entity[at] == "NORP" or tokens.text[at] in _HYPHENS for at in range(first, last))
        plural = tokens.tag[last - 1] in ("NNPS", "NNS")
        return (
            labelled
            and not self._names_a_site(last - 1)
            and (plural or tokens.pos[last - 1] == "ADJ" or tokens.dep[last - 1] in ("amod", "compound"))
        )

    def _names_a_site(self, at: int) -> bool:
        """True for "Orlevali" of "the Orlevali coal mine": a noun before a noun for a place, and no adjective."""
        tokens = self._tokens
        if tokens.pos[at] != "PROPN" or tokens.dep[at] != "compound":
            return False
        noun = tokens.head[at]
        noun = tokens.head[noun] if tokens.dep[noun] == "compound" else noun
        return tokens.lower[noun] in self._lexicon.settlements

    # --- acronyms

    def _expand_acronyms(self) -> None:
        """Join "(ABC)" with the words before it whose capitals spell it."""
        tokens = self._tokens
        for piece in list(self._pieces):
            at = piece.first
            bracketed = (
                at > 1
                and tokens.text[at - 1] == "("
                and piece.last < len(tokens)
                and tokens.text[piece.last] == ")"
            )
            if bracketed and piece.last - at == 1 and piece.words.text.isupper():
                first = expansion(tokens, at - 1, piece.words.text.lower())
                if first is not None:
                    piece.acronym_of = self._replace(first, at - 1)

    def _replace(self, first: int, last: int) -> Found | None:
        """One name in place of the pieces in [first, last); nested countries stay."""
        exact = [p for p in self._pieces if p.first == first and p.last == last]
        if exact:
            return exact[0]
        self._pieces = [p for p in self._pieces if not (first <= p.first and p.last <= last) or p.country]
        return self._add(first, last)


def names_of(tokens: Tokens, lexicon: Lexicon) -> Iterator[Found]:
    """The names of one paragraph."""
    yield from Runs(tokens, lexicon).find()
