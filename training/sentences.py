"""The example sentences of training/events, and what must hold of every one of them.

`python -m training.sentences` prints their numbers by type and mode. training/events/README.md tells which label a
doubtful sentence has.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "events"

# Types and modes of the PLOVER manual of 2024-02-04, then Dateline's own types, which have no modes.
_MEANS = ("assist", "change", "yield", "meet")
MODES: dict[str, frozenset[str]] = {
    "AGREE": frozenset(),
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset(),
    "RETREAT": frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": frozenset(_MEANS),
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": frozenset(_MEANS),
    "THREATEN": frozenset({"restrict", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        }
    ),
    "ASSAULT": frozenset(
        {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives"}
        | {"suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}
    ),
    "ELECTION": frozenset(),
    "OFFICE": frozenset(),
    "MOVE": frozenset(),
    "INTERVIEW": frozenset(),
    "OTHER": frozenset(),
}
# "threatened" is no status of the model: there the threat is the act. Here it keeps the threatened act beside it.
STATUSES = ("happened", "planned", "promised", "demanded", "denied", "negated", "hypothetical", "threatened")
_TO_COME = frozenset({"planned", "promised"})
_PROMISES = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
ALIKE = (
    0.8  # Jaccard of two sentences' words, participants left out: above it one is a filled-in copy of the other
)


@dataclass(frozen=True, slots=True)
class Example:
    """What one actor does to another in one sentence."""

    sentence: str
    source: str | None  # the actor's words, as printed; None where the sentence does not name it
    target: str | None  # the recipient's words; None where there is none
    type: str  # of the act itself
    mode: str | None  # a mode of `coded`
    status: str  # how the act stands, one of STATUSES
    coded: str  # the type after PLOVER's rules for acts that have not happened; names the file
    trigger: str  # the words that tell the act


def examples(folder: Path = FOLDER) -> list[Example]:
    """All examples, file by file in the order of their names."""
    return [
        Example(**json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def problems(example: Example) -> Iterator[str]:
    """What is wrong with one example taken alone."""
    for part in (example.source, example.target, example.trigger):
        if part is not None and (not part.strip() or part not in example.sentence):
            yield f"not in the sentence: {part!r}"
    if example.source is None and example.target is None and example.coded not in {"OTHER", "COERCE", "RETREAT"}:
        yield "nobody takes part"
    if example.type not in MODES or example.coded not in MODES:
        yield f"unknown type: {example.type}, {example.coded}"
    elif example.mode is not None and example.mode not in MODES[example.coded]:
        yield f"{example.coded} has no mode {example.mode!r}"
    if example.status not in STATUSES:
        yield f"unknown status: {example.status}"
    elif example.coded in MODES and coded_type(example.type, example.status) not in {example.coded, None}:
        yield f"{example.status} {example.type} is not coded {example.coded}"
    if example.sentence != " ".join(example.sentence.split()):
        yield "white space"


def coded_type(type_: str, status: str) -> str | None:
    """PLOVER's type for an act that stands so; None where the status alone does not settle it."""
    if status in _TO_COME and type_ in _PROMISES:
        return "AGREE"
    if status in _TO_COME and type_ == "RETREAT":
        return "CONCEDE"
    if status == "threatened":
        return "THREATEN"
    if status in {"happened", *_TO_COME}:
        return type_
    return None


def skeleton(example: Example) -> frozenset[str]:
    """The words of a sentence without its participants."""
    rest = example.sentence
    for part in (example.source, example.target):
        rest = rest.replace(part, " ", 1) if part else rest
    return frozenset(re.findall(r"[\w'’-]+", rest.lower()))


def copies(all_examples: list[Example]) -> Iterator[tuple[Example, Example]]:
    """Pairs that say the same twice: one sentence with one pair of participants, or one skeleton filled in twice.

    One sentence may stand several times with different participants: they choose what is asked for.
    """
    seen: dict[tuple[str, ...], Example] = {}
    skeletons: list[tuple[frozenset[str], Example]] = []
    for example in all_examples:
        folded = " ".join(re.findall(r"\w+", example.sentence.lower()))
        key = (folded, example.source or "", example.target or "")
        if key in seen:
            yield seen[key], example
        seen[key] = example
        skeletons.append((skeleton(example), example))
    skeletons.sort(key=lambda pair: len(pair[0]))
    for at, (words, example) in enumerate(skeletons):
        for other_words, other in skeletons[at + 1 :]:
            if len(words) < ALIKE * len(other_words):
                break
            shared = len(words & other_words)
            if shared >= ALIKE * (len(words) + len(other_words) - shared) and example.sentence != other.sentence:
                yield example, other


def main() -> None:
    """Prints the number of examples by coded type and mode."""
    counts = Counter((example.coded, example.mode or "-") for example in examples())
    for type_ in MODES:
        modes = {mode: n for (t, mode), n in sorted(counts.items()) if t == type_}
        print(f"{type_:10} {sum(modes.values()):5}  {', '.join(f'{m} {n}' for m, n in modes.items())}")  # noqa: T201
    print(f"{'all':10} {counts.total():5}")  # noqa: T201


if __name__ == "__main__":
    main()
