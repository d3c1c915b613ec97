"""The numbers that sentences state: with a noun, or without one what was counted or named last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.ids import content_id
from dateline.linking.figures.aspects import aspects
from dateline.linking.figures.bare import bare, named_last, recalls
from dateline.linking.figures.counters import source, subject
from dateline.linking.figures.numerals import NUMBER, SPELT, interval
from dateline.linking.figures.scopes import clause_around, own_scope
from dateline.linking.figures.stated import NOTHING_SAID, Figure, Setting, setting_of
from dateline.linking.figures.summed import with_totals
from dateline.linking.figures.units import NOTHING, SCALES, Unit, counted, of_itself, table, unit_of
from dateline.linking.speech.spoken import content, stem, tokens
from dateline.model import Sentence
from dateline.span import Words

BEFORE = 20  # characters before a number in which its approximator stands
RECALLED = 2  # sentences before a number without a noun in which that may stand
DONE_TO = frozenset(  # "will cut 300 jobs" changes no number
    {"cut", "cuts", "drop", "dropped", "raise", "raises", "raised"}
)
CHANGED_BEFORE, CHANGED_AFTER = 10, 5  # words around a number that say that it changed
CORRECTION = 60  # characters before a number in which the right one stands: "71 people, not 64"
_LEVELS = re.compile(  # "from nine years to seven": the second is the one that holds
    rf"\bfrom (?:\d+|{SPELT}) (?P<noun>[^\W\d_]+s) to (?P<last>\d+|{SPELT})\b(?! [^\W\d_]*s\b)", re.IGNORECASE
)
_OF_WHOLE = re.compile(r"(?<!\b[Aa]ll) of (?:its|the|their|his|her|all) $|\d of $| out of $")
_OF_A_WHOLE = re.compile(r" of (?:the|these|those) (?:nearly |about |some )?[^\W_]+")
_MORE = re.compile(r" more\b(?! than)", re.IGNORECASE)  # "two more": on top of those told before
_NAMES_NEXT = re.compile(r"(?: [A-Z][\w-]+)+(?= [a-z])")
MATTER_WORDS = 18  # before and after a number: what else a long sentence tells is of other things
_CORRECTED = re.compile(r"\d [^\W\d_]+(?: [^\W\d_]+)?,? (?:and )?not (?:the )?$")


def stated_in(sentences: Iterable[Sentence]) -> list[Figure]:
    """The numbers of all reports; each sentence is read after those before it."""
    held: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        held[sentence.report].append(sentence)
    found: list[Figure] = []
    for of_report in held.values():
        of_report.sort(key=lambda s: s.words.start)
        told: list[list[Figure]] = []
        texts = [sentence.words.text for sentence in of_report]
        for sentence, before in zip(of_report, ["", *texts], strict=False):
            told.append(list(figures(sentence, [f for near in told[-RECALLED:] for f in near], before)))
        found += (f for near in told for f in near)
    return found


def figures(sentence: Sentence, told: Sequence[Figure] = (), before: str = "") -> Iterator[Figure]:
    """The numbers of a sentence that count something: with a noun, or without one what was counted last.

    `told`: the numbers of the sentences shortly before it; `before`: the text of the last of these.
    """
    text = sentence.words.text
    if not NUMBER.search(text):
        return
    setting = setting_of(text)
    levels = _LEVELS.search(text)
    held = list(told)
    own: list[Figure] = []
    unit_before = NOTHING
    for match in NUMBER.finditer(text):
        last = bool(levels and levels.start("last") == match.start())
        unit = counted(levels["noun"]) if levels and last else unit_of(text, match)
        wrong = bool(_CORRECTED.search(text[max(0, match.start() - CORRECTION) : match.start()]))
        unit = unit_before if wrong else unit
        found: list[Figure] = []
        if unit.key and not (unit.key == "people" and names_source(text, match)):
            unit_before = unit
            earlier = recalled(text, match, unit, held)
            one = figure(sentence, setting, match, unit, before=earlier)
            found = [replace(one, corrected=wrong, changed=one.changed and not last)]
        elif not names_source(text, match):
            found = without_noun(sentence, setting, match, held, f"{before} {text[: match.start()]}")
        held += found
        own += found
    nouns = frozenset(stem(word) for one in own for word in (one.noun, one.named))
    for one in with_totals(text, sentence.words.start, own):
        yield replace(one, matter=one.matter - nouns)


def names_source(text: str, match: re.Match[str]) -> bool:
    """True if a number only tells how many say something: "two doctors said"."""
    who = source(text, match.start())
    return bool(who.stems) and who.start == match.start()


def recalled(text: str, match: re.Match[str], unit: Unit, told: Sequence[Figure]) -> Figure | None:
    """The count before it that a number with a noun says otherwise: "puts it at 44 per cent"."""
    if not recalls(text, match.start()):
        return None
    return next((f for f in reversed(told) if f.unit == unit.key or (f.money and unit.key == "sum")), None)


def without_noun(
    sentence: Sentence, setting: Setting, match: re.Match[str], told: Sequence[Figure], before_it: str
) -> list[Figure]:
    """A number without a noun, as what its clause says, or as what was counted or named last."""
    text = sentence.words.text
    how = bare(text, match, clause_around(text, match.start()))
    if how is None:
        return []
    if how.them and (named := named_last(before_it)):
        ones = [meant(figure(sentence, setting, match, unit), before_it, part=how.part) for unit in named]
        return [replace(one, them=all(f.unit != one.unit for f in told)) for one in ones]
    before = next((f for f in reversed(told) if not f.corrected and comparable(f, how.units)), None)
    units = how.units or ((Unit(before.unit, before.noun, before.named),) if before else ())
    found = [figure(sentence, setting, match, unit, before=before) for unit in units]
    return found if how.recalls else [replace(one, recalls="") for one in found]


def meant(one: Figure, before_it: str, *, part: bool) -> Figure:
    """A number of "them", as one of the things that the text before it names."""
    matter = matter_of(before_it, one.unit, one.noun)
    return replace(one, id=content_id(one.id, one.unit), matter=one.matter | matter, part=part or one.part)


def comparable(told: Figure, units: Sequence[Unit]) -> bool:
    """True if a number that was told counts one of these, or anything if they are not known."""
    return not told.is_spell and (not units or told.unit in {unit.key for unit in units})


def figure(
    sentence: Sentence, setting: Setting, match: re.Match[str], unit: Unit, before: Figure | None = None
) -> Figure:
    """One number with what it counts; `before`: the count that it says otherwise, or whose noun is meant."""
    text = sentence.words.text
    clause = clause_around(text, match.start())
    cut = text.index(clause)
    low, high = interval(match, text[max(0, match.start() - BEFORE) : match.start()])
    at = sentence.words.start + match.start()
    unit = Unit(before.unit, before.noun, before.named) if before and unit.key == "sum" else unit
    part = text.rfind(";", 0, match.start()) + 1
    clause_end = text.find(";", match.end())
    said = text[part : clause_end if clause_end > 0 else len(text)]
    who = source(said, match.start() - part)
    unsourced = clause.replace(said[who.start : who.end], "")
    scope = own_scope(text, match, unit.key == "people", unsourced)
    of = aspects(clause, match.start() - cut, match.end() - cut, unit)
    return Figure(
        id=content_id("f", sentence.id, str(at)),
        sentence=sentence,
        words=Words(at, sentence.words.start + match.end(), match[0]),
        low=low,
        high=high,
        unit=unit.key,
        noun=unit.noun,
        clause=clause,
        setting=setting,
        of=names_before_noun(text, match.end()),
        named=unit.named or (before.named if before else ""),
        matter=matter_of(around(text, match), unit.key, unit.noun) | (before.matter if before else NOTHING_SAID),
        aspects=of or (before.aspects if before else NOTHING_SAID),
        scope=scope or (before.scope if before else NOTHING_SAID),
        counter=who.stems or (subject(said, match.start() - part) if before else NOTHING_SAID),
        each=not table("each").isdisjoint(tokens(text)),
        changed=bool(_MORE.match(text, match.end())) or changed(clause, match.start() - cut, match.end() - cut),
        part=bool(_OF_WHOLE.search(text[: match.start()]) or _OF_A_WHOLE.match(text, match.end())),
        recalls=before.id if before else "",
    )


def around(text: str, match: re.Match[str]) -> str:
    """The words around a number."""
    before, after = text[: match.start()].split(" "), text[match.end() :].split(" ")
    return " ".join((*before[-MATTER_WORDS:], *after[:MATTER_WORDS]))


def matter_of(text: str, unit: str, noun: str) -> frozenset[str]:
    """Stems of the words of a text that carry meaning, without what is counted."""
    words = (word.rstrip("'") for word in content(tokens(text)))
    return frozenset(word for word in words if not word[0].isdigit() and word not in (unit, stem(noun), *SCALES))


def names_before_noun(text: str, at: int) -> frozenset[str]:
    """Stems of the capitalised words right after a number: "11 Brazilian peacekeepers"."""
    found = _NAMES_NEXT.match(text, at)
    return frozenset(map(stem, tokens(found[0]))) if found else NOTHING_SAID


def changed(clause: str, start: int, end: int) -> bool:
    """True if words near a number say that it changed."""
    before, after = tokens(clause[:start])[-CHANGED_BEFORE:], tokens(of_itself(clause[end:]))[:CHANGED_AFTER]
    if before and before[-1] in DONE_TO:
        before = before[:-1]
    return not table("changed").isdisjoint((*before, *after))
