"""Scores answers on our own gold of speech; README.md gives the format of both sides.

    python -m eval.own.speech.score SET --system FILE [--sealed]

All figures are percentages, but for those named "answers". An item without an answer counts as an empty answer.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.own import load

type Item = Mapping[str, Any]
type Place = tuple[int, int]
type Figures = dict[str, float]
type Pair = tuple[Item, Item | None]

SAME = 0.5  # from this share of its characters on, two stretches of text are the same words
BANDS = (0.0, 0.5, 0.7, 0.85, 1.0)  # edges of the confidence bands; the upper edge belongs to the last only
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "his", "who"})
DETERMINERS = frozenset({"a", "an", "the", "some", "his", "her", "their", "its"})
BROADER = {"name": "title", "slogan": "motto"}  # kinds that a system may give under a broader name
EDGE = " \t.,;:…—–-\"'`“”„‟‘’‚‛«»‹›"  # outer marks and the punctuation beside them


def _places(spans: Iterable[Item]) -> list[Place]:
    return [(span["start"], span["end"]) for span in spans]


def _shared(one: Sequence[Place], other: Sequence[Place]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in other)


def _length(places: Sequence[Place]) -> int:
    return sum(end - start for start, end in places)


def _likeness(one: Sequence[Place], other: Sequence[Place]) -> float:
    """Shared characters over all characters of the two."""
    shared = _shared(one, other)
    return shared / (_length(one) + _length(other) - shared) if shared else 0.0


def _best(quotation: Item, others: Iterable[Item]) -> Item | None:
    """The most alike of those that hold at least half of the quotation's content."""
    here = _places(quotation["content"])
    held = [other for other in others if _shared(here, _places(other["content"])) >= SAME * _length(here)]
    return max(held, key=lambda other: _likeness(here, _places(other["content"])), default=None)


def _tokens(name: str) -> list[str]:
    return [token.casefold() for token in re.findall(r"\w[\w'’-]*", name)]


def _is_named(accepted: Sequence[str], given: Sequence[str]) -> bool:
    """True if one of the given names is an accepted one, with or without a title in front."""
    endings = [_tokens(name) for name in accepted]
    return any(_tokens(name)[-len(ending) :] == ending for name in given for ending in endings)


def _is_description(phrase: str, given: str) -> bool:
    """True if the given words name nobody: plain words, or the start of the printed phrase."""
    printed, words = _tokens(phrase), _tokens(given)
    if printed and printed[0] in DETERMINERS:
        printed = printed[1:]
    if words and words[0] in DETERMINERS:
        words = words[1:]
    return given == given.lower() or (bool(words) and printed[: len(words)] == words)


def speaker_is_right(text: str, quotation: Item, answer: Item) -> bool:
    """True if the answer names the speaker, or, where the text does not, names nobody but members of the group."""
    given = list(answer.get("speaker") or ())
    if quotation["speaker"]:
        return _is_named(quotation["speaker"], given)
    source = quotation["source"]
    phrase = text[source["start"] : source["end"]] if source else ""
    members = quotation.get("members", ())
    return all(_is_named(members, [name]) or _is_description(phrase, name) for name in given)


def _percent(part: float, whole: float) -> float:
    return round(100.0 * part / whole, 2) if whole else 0.0


def _f1(right: int, given: int, wanted: int) -> float:
    return _percent(2 * right, given + wanted)


def _speech(answer: Item) -> list[Item]:
    return [quotation for quotation in answer.get("quotations", ()) if quotation.get("is_speech", True)]


def _aligned(gold: Sequence[Item], system: Iterable[Item]) -> Iterator[tuple[Item, Item]]:
    answers = {answer["id"]: answer for answer in system}
    for item in gold:
        yield item, answers.get(item["id"], {})


def _source_kind(text: str, quotation: Item) -> str:
    if not quotation["speaker"]:
        return "unnamed"
    source = quotation["source"]
    if source is None:
        return "run"
    return "pronoun" if text[source["start"] : source["end"]].lower() in PRONOUNS else "role"


def antecedents(gold: Sequence[Item], system: Iterable[Item]) -> Figures:
    """The headline is `resolved`: the share of gold quotations whose best system quotation has the right speaker.

    `found`: the share with any system quotation that holds half of its content; `resolved where found`; and
    `resolved` for each kind of source (pronoun, role, unnamed, run: no source is printed).
    """
    counts: dict[str, list[bool]] = defaultdict(list)
    for item, answer in _aligned(gold, system):
        for quotation in item["quotations"]:
            best = _best(quotation, _speech(answer))
            right = best is not None and speaker_is_right(item["text"], quotation, best)
            counts["resolved"].append(right)
            counts["found"].append(best is not None)
            counts[_source_kind(item["text"], quotation)].append(right)
    figures = {name: _percent(sum(rights), len(rights)) for name, rights in counts.items()}
    return figures | {"resolved where found": _percent(sum(counts["resolved"]), sum(counts["found"]))}


def _trimmed(text: str, places: Iterable[Place]) -> set[Place]:
    """Places cut at line ends, without the marks, dashes, stops and commas at their edges."""
    trimmed = set()
    for start, end in places:
        for line in re.finditer(r"[^\n]+", text[start:end]):
            left = start + line.start() + len(line.group()) - len(line.group().lstrip(EDGE))
            right = left + len(line.group().strip(EDGE))
            if left < right:
                trimmed.add((left, right))
    return trimmed


def _mark_rights(item: Item, found: Sequence[Item]) -> Iterator[tuple[bool, bool]]:
    """For each quotation: are its spans exact, and is its speaker right where they are."""
    text = item["text"]
    by_place = {place: other for other in found for place in _trimmed(text, _places(other["content"]))}
    for quotation in item["quotations"]:
        wanted = _trimmed(text, _places(quotation["content"]))
        exact = wanted <= by_place.keys()
        owners = [by_place[place] for place in wanted] if exact else []
        yield exact, exact and all(speaker_is_right(text, quotation, owner) for owner in owners)
    if not item["quotations"]:
        yield not found, not found


def marks(gold: Sequence[Item], system: Iterable[Item]) -> Figures:
    """The headline is `right`: the share of quotations with exact spans (`exact`) and the right speaker.

    Exact up to outer marks and punctuation. How a system groups the spans into quotations does not count. A text
    without speech counts as one, right if the system finds no speech in it.
    """
    rights = [pair for item, answer in _aligned(gold, system) for pair in _mark_rights(item, _speech(answer))]
    return {
        "right": _percent(sum(right for _, right in rights), len(rights)),
        "exact": _percent(sum(exact for exact, _ in rights), len(rights)),
    }


def _kind_given(passage: Item, answer: Item) -> str | None:
    """What the system calls a passage: "speech", its kind, or None if it says nothing of it."""
    here = _places([passage])
    likeness, given = 0.0, None
    for quotation in answer.get("quotations", ()):
        for place in _places(quotation["content"]):
            if (alike := _likeness(here, [place])) >= SAME and alike > likeness:
                likeness = alike
                given = "speech" if quotation.get("is_speech", True) else (quotation.get("kind") or "unknown")
    return given


def not_speech(gold: Sequence[Item], system: Iterable[Item]) -> Figures:
    """The headline is `accuracy`: the share of passages rightly taken as speech or not.

    With the F1 of either class, and `kind`: of the passages rightly set apart, the share with the right kind (a
    ship's name may be called a title, a slogan a motto). A passage of which the system says nothing is not speech.
    """
    pairs = [
        (passage["kind"], _kind_given(passage, answer))
        for item, answer in _aligned(gold, system)
        for passage in item["passages"]
    ]
    spoken = [(kind == "speech", given == "speech") for kind, given in pairs]
    apart = [(kind, given) for kind, given in pairs if "speech" not in (kind, given)]
    wanted, given = sum(one for one, _ in spoken), sum(one for _, one in spoken)
    both = sum(one and other for one, other in spoken)
    return {
        "accuracy": _percent(sum(one == other for one, other in spoken), len(spoken)),
        "not speech F1": _f1(len(apart), len(spoken) - given, len(spoken) - wanted),
        "speech F1": _f1(both, given, wanted),
        "kind": _percent(sum(given in (kind, BROADER.get(kind)) for kind, given in apart), len(apart)),
    }


def _readings_kept(quotation: Item, answer: Item) -> bool:
    given = answer.get("readings") or ()
    return all(any(_is_named(names, other) for other in given) for names in quotation["readings"] if names)


def anomalies(gold: Sequence[Item], system: Iterable[Item]) -> Figures:
    """`recall`: doubtful attributions that are flagged; `precision`: flags that stand at one; `f1` of the two.

    Of those flagged: `readings`, the share with every named reading, and `kind`, the share of the right kind.
    A flag counts at the gold quotation most like it; one at other words is wrong.
    """
    hits: list[tuple[Item, Item]] = []
    wanted, flags, rights = 0, 0, 0
    for item, answer in _aligned(gold, system):
        doubtful = [quotation for quotation in item["quotations"] if quotation["anomaly"]]
        flagged = [quotation for quotation in _speech(answer) if quotation.get("anomaly")]
        wanted += len(doubtful)
        flags += len(flagged)
        for flag in flagged:
            here = _places(flag["content"])
            at = max(item["quotations"], key=lambda quotation: _likeness(here, _places(quotation["content"])))
            rights += bool(at["anomaly"] and _likeness(here, _places(at["content"])))
        pairs = ((quotation, _best(quotation, _speech(answer))) for quotation in doubtful)
        hits += [(quotation, best) for quotation, best in pairs if best is not None and best.get("anomaly")]
    recall, precision = _percent(len(hits), wanted), _percent(rights, flags)
    return {
        "recall": recall,
        "precision": precision,
        "f1": round(2 * recall * precision / (recall + precision), 2) if recall + precision else 0.0,
        "readings": _percent(sum(_readings_kept(*hit) for hit in hits), len(hits)),
        "kind": _percent(sum(one["anomaly"] == other["anomaly"] for one, other in hits), len(hits)),
    }


def bands(gold: Sequence[Item], system: Iterable[Item]) -> Figures:
    """Precision of the speakers of `antecedents` or `marks`, and the answers judged, by band of confidence."""
    rights: dict[str, list[bool]] = {f"{low:.2f}-{high:.2f}": [] for low, high in pairwise(BANDS)}
    names = list(rights)
    for item, answer in _aligned(gold, system):
        for quotation in item["quotations"]:
            best = _best(quotation, _speech(answer))
            if best is not None:
                band = names[sum(best["confidence"] >= edge for edge in BANDS[1:-1])]
                rights[band].append(speaker_is_right(item["text"], quotation, best))
    figures: Figures = {}
    for band, judged in rights.items():
        figures |= {f"precision {band}": _percent(sum(judged), len(judged)), f"answers {band}": len(judged)}
    return figures


SETS: dict[str, tuple[Callable[[Sequence[Item], Sequence[Item]], Figures], ...]] = {
    "antecedents": (antecedents, bands),
    "marks": (marks, bands),
    "not_speech": (not_speech,),
    "anomalies": (anomalies,),
}


def score(part: str, gold: Sequence[Item], system: Sequence[Item]) -> Figures:
    """All figures of a set (a key of SETS)."""
    return {name: figure for measure in SETS[part] for name, figure in measure(gold, system).items()}


def main() -> None:
    """Print the figures of one set."""
    parser = argparse.ArgumentParser(description="Score answers on our own gold of speech.")
    parser.add_argument("part", choices=sorted(SETS))
    parser.add_argument("--system", type=Path, required=True, help="JSON lines, an answer for each item")
    parser.add_argument(
        "--sealed", action="store_true", help="the sealed half, from the folder of DATELINE_SEALED"
    )
    chosen = parser.parse_args()
    system = [json.loads(line) for line in chosen.system.read_text(encoding="utf-8").splitlines() if line]
    for name, figure in score(chosen.part, load("speech", chosen.part, sealed=chosen.sealed), system).items():
        print(f"{name:24} {figure:7.2f}")


if __name__ == "__main__":
    main()
