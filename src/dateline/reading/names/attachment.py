"""Whether a role phrase belongs to a name: before it, in apposition, or as what somebody is said to be."""

from __future__ import annotations

from dateline.reading.names.found import Found, RolePhrase
from dateline.reading.names.tokens import Tokens

_BE = frozenset(("be", "is", "was", "are", "were", "been", "being", "become", "became", "remains", "remained"))
_PREDICATE = frozenset(("attr", "oprd", "acomp"))
_COMMAS = (",", "–", "—", "(")
_NOT_BESIDE = frozenset(("and", "or", "but"))


class Attachments:
    """Names of one paragraph by their tokens, asked which of them a phrase describes."""

    def __init__(self, tokens: Tokens, names: list[Found]) -> None:
        self._tokens = tokens
        self._first = {name.first: name for name in reversed(names)}
        self._last = {name.last: name for name in names}
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
        return self._after(phrase) or self._before(phrase) or self._predicate(phrase)

    def _after(self, phrase: RolePhrase) -> tuple[Found, str] | None:
        """A name right after the phrase, with a comma between them at most: "opposition leader(,) Ann Lee"."""
        tokens, at = self._tokens, phrase.last
        if at in self._first and tokens.sentence[at] == tokens.sentence[phrase.head]:
            return self._first[at], "before the name"
        # "her husband, Tom Ray," is an apposition; "the minister, Norland said" is not
        comma = at + 1 < len(tokens) and tokens.text[at] == "," and at + 1 in self._first
        if comma and tokens.sentence[at + 1] == tokens.sentence[phrase.head]:
            name = self._first[at + 1]
            linked = (
                tokens.dep[name.head] == "appos"
                or tokens.head[name.head] == phrase.head
                or tokens.head[phrase.head] == name.head
            )
            if linked:
                return name, "before the name"
        honorific = (
            at + 1 in self._first and at < len(tokens) and tokens.text[at][0].isupper() and phrase.last == at
        )
        if honorific and tokens.sentence[at + 1] == tokens.sentence[phrase.head] and tokens.text[at][-1] in ".rs":
            return self._first[at + 1], "before the name"
        return None

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
        verb = self.verb_of_predicate(phrase)
        if verb is None:
            return None
        tokens = self._tokens
        for at in range(verb - 1, -1, -1):
            if tokens.head[at] == verb and tokens.dep[at] == "nsubj":
                name = self._at.get(at)
                return (name, "predicate") if name is not None else None
        return None

    def verb_of_predicate(self, phrase: RolePhrase) -> int | None:
        """The form of "be" or "become" that a phrase completes."""
        tokens = self._tokens
        verb = tokens.head[phrase.head]
        return verb if tokens.dep[phrase.head] in _PREDICATE and tokens.lower[verb] in _BE | {"'s", "’s"} else None

    def stands_for_nobody(self, phrase: RolePhrase) -> bool:
        """True for a part that somebody plays or may play: "as a national leader", "is a teacher"."""
        tokens = self._tokens
        head = tokens.head[phrase.head]
        part = tokens.dep[phrase.head] == "pobj" and tokens.lower[head] == "as"
        modifier = tokens.dep[phrase.head] in ("compound", "amod", "npadvmod") and head >= phrase.last
        return part or modifier or tokens.dep[phrase.head] in _PREDICATE
