"""Whether a role phrase belongs to a name: before it, in apposition, or as what somebody is said to be."""

from __future__ import annotations

from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.salience import GENDERS
from dateline.reading.names.tokens import Tokens

_BE = frozenset(("be", "is", "was", "are", "were", "been", "being", "become", "became", "remains", "remained"))
_PREDICATE = frozenset(("attr", "oprd", "acomp"))
_COMMAS = (",", "–", "—", "(")
_CLOSES = frozenset((",", ".", ";", "!", "?", "—", "–", ")", "”", '"'))
_BEFORE_KNOWN = (",", "(", "also", "better", "widely", "popularly", "commonly", "locally", "who", "is", "was")
_QUOTES = ("“", '"', "‘", "'")
FULL = 2  # words of a name that can be nobody else's: "the minister, Norland, ..." may be a list
_APPOSED_WITHIN = 8  # tokens from a noun to a name in apposition to it
_REACH = 30  # tokens from a verb within which its subject or object is looked for
_FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_NOT_BESIDE = frozenset(("and", "or", "but"))


class Attachments:
    """Names of one paragraph by their tokens, asked which of them a phrase describes."""

    def __init__(self, tokens: Tokens, names: list[Found], lexicon: Lexicon) -> None:
        self._tokens = tokens
        self._lexicon = lexicon
        self._first = {name.first: name for name in reversed(names)}
        self._last = {name.last: name for name in names}
        self._led_by: dict[int, Found] = {}  # first token of a phrase before a name -> the name
        self._at: dict[int, Found] = {}
        for name in sorted(
            names, key=lambda n: n.first - n.last
        ):  # the longest first; nested ones overwrite it not
            for token in range(name.first, name.last):
                self._at.setdefault(token, name)

    def name_at(self, token: int) -> Found | None:
        """The longest name that a token is part of."""
        return self._at.get(token)

    def described(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """The name that a phrase for one person describes, and how it stands to it."""
        if phrase.plural:
            return None
        found = self._after(phrase) or self._before(phrase) or self._predicate(phrase) or self._subject(phrase)
        if found is not None and found[1] == "before the name":
            self._led_by[phrase.first] = found[0]
        return found

    def _after(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """A name right after the phrase, with a comma between them at most: "opposition leader(,) Ann Lee"."""
        tokens, at = self._tokens, phrase.last
        if at in self._first and tokens.sentence[at] == tokens.sentence[phrase.head]:
            name = self._first[at]
            parted = self._parted(phrase, name) or self._ends_adjunct(phrase, name)
            return None if parted else (name, "before the name")
        if at + 1 in self._led_by and tokens.text[at] == "," and tokens.dep[self._led_by[at + 1].head] == "appos":
            return self._led_by[at + 1], "before the name"
        # "her husband, Tom Ray," is an apposition; "the minister, Norland said" is not
        comma = at + 1 < len(tokens) and tokens.text[at] == "," and at + 1 in self._first
        if comma and tokens.sentence[at + 1] == tokens.sentence[phrase.head]:
            name = self._first[at + 1]
            linked = (
                tokens.dep[name.head] == "appos"
                or tokens.head[name.head] == phrase.head
                or tokens.head[phrase.head] == name.head
                or self._set_off(phrase, name)
            )
            if linked:
                return name, "before the name"
        apposed = self._apposed(phrase)
        if apposed is not None:
            return apposed, "before the name"
        called = self._called(at) if at < len(tokens) else None
        if called is not None and tokens.sentence[called.first] == tokens.sentence[phrase.head]:
            return called, "after the name"
        honorific = (
            at + 1 in self._first and at < len(tokens) and tokens.text[at][0].isupper() and phrase.last == at
        )
        if honorific and tokens.sentence[at + 1] == tokens.sentence[phrase.head] and tokens.text[at][-1] in ".rs":
            return self._first[at + 1], "before the name"
        return None

    def _set_off(self, phrase: RolePhrase, name: Found) -> bool:
        """True for a name between two commas, or a comma and the end: "told the treasurer, Ann Lee.".

        Not where the phrase ends an adjunct ("after meeting the treasurer, Ann Lee, who ..."), nor in a list.
        """
        tokens, after = self._tokens, name.last
        if not phrase.definite or name.last - name.first < FULL or phrase.first == 0:
            return False
        if after + 1 < len(tokens) and (
            tokens.text[after] not in _CLOSES or tokens.lower[after + 1] in _NOT_BESIDE
        ):
            return False
        start = phrase.first
        while start > 0 and tokens.sentence[start - 1] == tokens.sentence[phrase.head]:
            start -= 1
        ruled = any(tokens.dep[at] in ("nsubj", "nsubjpass") for at in range(start, phrase.first))
        return ruled or tokens.tag[phrase.first - 1] not in ("IN", "VBG", "VBN", "CC", ",")

    def _apposed(self, phrase: RolePhrase) -> Found | None:
        """The name that the parse sets beside the noun further on: "counsel to the inquiry, Ann Lee,"."""
        tokens = self._tokens
        for at in range(phrase.last, min(phrase.last + _APPOSED_WITHIN, len(tokens))):
            name = self._first.get(at)
            if name is not None and tokens.dep[name.head] == "appos" and tokens.head[name.head] == phrase.head:
                return name if tokens.text[at - 1] == "," else None
        return None

    def _called(self, at: int) -> Found | None:
        """The name in "the gang's leader, known as Little Ray"; `at` is the token after the phrase."""
        lower = self._tokens.lower
        while at < len(lower) and lower[at] in _BEFORE_KNOWN:
            at += 1
        if lower[at : at + 2] != ["known", "as"] and lower[at : at + 1] not in (
            ["nicknamed"],
            ["called"],
            ["named"],
        ):
            return None
        at += 2 if lower[at] == "known" else 1
        while at < len(lower) and lower[at] in _QUOTES:
            at += 1
        return self._first.get(at)

    def _parted(self, phrase: RolePhrase, name: Found) -> bool:
        """True if the parse has the two in different clauses: "after meeting the minister Lee said"."""
        tokens, role = self._tokens, phrase.head
        if tokens.text[role][0].isupper() or tokens.dep[role] not in (
            "dobj",
            "pobj",
            "nsubj",
            "nsubjpass",
            "attr",
        ):
            return False
        within = range(name.first, name.last)
        return tokens.head[role] not in within and tokens.head[name.head] != role

    def _ends_adjunct(self, phrase: RolePhrase, name: Found) -> bool:
        """True if the phrase ends an adjunct before a clause whose subject is the name.

        "In talks with the minister Lee said": "said" would have no subject if the name belonged to the phrase.
        """
        tokens, verb = self._tokens, name.last
        if tokens.lower[phrase.first] != "the" or verb >= len(tokens) or tokens.tag[verb] not in _FINITE:
            return False
        start = phrase.first
        while start > 0 and tokens.sentence[start - 1] == tokens.sentence[verb] and tokens.text[start - 1] != ",":
            start -= 1
        adjunct = range(start, phrase.first - 1)
        if not adjunct or tokens.tag[start] not in ("IN", "VBG") or tokens.dep[start] == "mark":
            return False
        subject = any(tokens.dep[at] in ("nsubj", "nsubjpass") for at in range(start, phrase.first))
        return not subject and (tokens.tag[phrase.first - 1] in ("IN", "VBG", "VBN"))

    def _before(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """A name and a comma right before it: "Ann Lee, a retired judge,"."""
        tokens, at = self._tokens, phrase.first
        if at < 2 or tokens.text[at - 1] not in _COMMAS or at - 1 not in self._last:
            return None
        if tokens.sentence[at - 1] != tokens.sentence[phrase.head] or tokens.dep[phrase.head] in ("conj", "nsubj"):
            return None
        if (
            phrase.last < len(tokens)
            and tokens.lower[phrase.last] in _NOT_BESIDE
            and tokens.dep[phrase.head] != "appos"
        ):
            return None
        return self._last[at - 1], "after the name"

    def _predicate(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """What somebody is said to be: "Ann Lee is the country's president"."""
        tokens = self._tokens
        verb, holders = self._verb_of_being(phrase), frozenset(("nsubj",))
        if verb is None:
            verb, holders = self._verb_of_office(phrase), frozenset(("nsubjpass", "dobj"))
        if verb is None:
            return None
        near = range(max(0, verb - _REACH), min(len(tokens), verb + _REACH))
        subjects = [at for at in near if tokens.head[at] == verb and tokens.dep[at] in holders]
        if not subjects and tokens.dep[verb] == "conj":  # "Lee resigned and was made ambassador"
            first = tokens.head[verb]
            subjects = [at for at in near if tokens.head[at] == first and tokens.dep[at] in ("nsubj", "nsubjpass")]
        return next(((self._at[at], "predicate") for at in subjects if at in self._at), None)

    def of_pronoun(self, phrase: RolePhrase) -> int | None:
        """The pronoun that a phrase is said of: "when he became the minister"; its token."""
        tokens = self._tokens
        verb, deps = self._verb_of_being(phrase), frozenset(("nsubj",))
        if verb is None:
            verb, deps = self._verb_of_office(phrase), frozenset(("nsubjpass", "dobj"))
        if verb is None or phrase.plural:
            return None
        near = range(max(0, verb - _REACH), min(len(tokens), verb + _REACH))
        held = (at for at in near if tokens.head[at] == verb and tokens.dep[at] in deps)
        return next((at for at in held if tokens.lower[at] in GENDERS), None)

    def _subject(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """Who is said to be it: "the new minister is Ann Lee"."""
        tokens, verb = self._tokens, self._tokens.head[phrase.head]
        if tokens.dep[phrase.head] != "nsubj" or tokens.lower[verb] not in _BE:
            return None
        for at in range(verb + 1, min(len(tokens), verb + _REACH)):
            if tokens.head[at] == verb and tokens.dep[at] == "attr" and at in self._at:
                return self._at[at], "predicate"
        return None

    def _verb_of_office(self, phrase: RolePhrase) -> int | None:
        """The verb by which somebody comes to the office: "was sworn in as president", "elected mayor"."""
        tokens = self._tokens
        head = tokens.head[phrase.head]
        if tokens.dep[phrase.head] == "pobj" and tokens.lower[head] == "as":
            head = tokens.head[head]
        elif tokens.dep[phrase.head] != "oprd":
            return None
        return head if tokens.lower[head] in self._lexicon.installing else None

    def _verb_of_being(self, phrase: RolePhrase) -> int | None:
        """The form of "be" or "become" that a phrase completes."""
        tokens = self._tokens
        verb = tokens.head[phrase.head]
        return verb if tokens.dep[phrase.head] in _PREDICATE and tokens.lower[verb] in _BE | {"'s", "’s"} else None

    def _bare(self, phrase: RolePhrase) -> bool:
        """True for a singular noun without article or owner in running text: "ran for president"."""
        tokens = self._tokens
        known = phrase.plural or phrase.definite or phrase.country or phrase.owners
        article = tokens.lower[phrase.first] in ("a", "an", "another", "one", "some")
        return not (known or article or tokens.text[phrase.head][0].isupper() or tokens.titled[phrase.head])

    def stands_for_nobody(self, phrase: RolePhrase) -> bool:
        """True for a part that somebody plays or may play: "as a national leader", "is a teacher"."""
        tokens = self._tokens
        head = tokens.head[phrase.head]
        if self._bare(phrase):
            return True
        part = tokens.dep[phrase.head] == "pobj" and tokens.lower[head] == "as"
        modifier = tokens.dep[phrase.head] in ("compound", "amod", "npadvmod") and head >= phrase.last
        return part or modifier or tokens.dep[phrase.head] in _PREDICATE
