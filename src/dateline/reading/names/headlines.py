"""Names in headline capitals, where every word looks like one: only those that the running text knows are kept."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.reading.names.found import Found
from dateline.reading.names.lexicon import Lexicon
from dateline.reading.names.spelling import name_words


def kept_names(names: Iterable[Found], lexicon: Lexicon) -> list[Found]:
    """Names of running text, and those in headlines cut down to what is known."""
    names = list(names)
    plain = [name for name in names if not name.tokens.titled[name.first]]
    known = {word for name in plain for word in name_words(name.words.text)}
    in_capitals = [name for name in names if name.tokens.titled[name.first]]
    return plain + [name for name in in_capitals if cut_to_known(name, known, lexicon)]


def cut_to_known(name: Found, known: set[str], lexicon: Lexicon) -> bool:
    """Narrow a name to its longest run of known words; False if there is none and nothing else speaks for it."""
    tokens = name.tokens
    if (
        name.country
        or name.words.text.lower() in lexicon.countries.capitals
        or name.words.text.lower() in lexicon.same
    ):
        return True
    runs: list[tuple[int, int]] = []
    begun = name.first
    for at in range(name.first, name.last + 1):
        folded = name_words(tokens.text[at]) if at < name.last else ()
        joins = begun < at < name.last - 1 and tokens.text[at] == "-"
        if not joins and not (folded and known.issuperset(folded)):
            runs.append((begun, at))
            begun = at + 1
    if is_whole_person(name) and (name_words(tokens.text[name.last - 1])[-1:] or ("",))[0] in known:
        return True
    first, last = max(runs, key=lambda run: (run[1] - run[0], -run[0]))
    if last > first:
        name.first, name.last, name.head = first, last, last - 1
        name.words = tokens.words(first, last)
        return True
    return is_whole_person(name)


def is_whole_person(name: Found) -> bool:
    """True if the model takes exactly these words, two or more, for a person."""
    tokens = name.tokens
    within = all(tokens.entity[at] == "PERSON" for at in range(name.first, name.last))
    begins = not tokens.inner[name.first]
    ends = name.last == len(tokens) or not tokens.inner[name.last]
    return within and begins and ends and name.last - name.first > 1
