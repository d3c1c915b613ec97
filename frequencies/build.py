"""Make `src/dateline/vocabulary/word_frequencies.toml` from the dictionary that the package symspellpy carries.

    make frequencies

The dictionary holds counts of the Google Books Ngrams (CC BY 3.0) for the words that SCOWL lists; SymSpell gives
it away under the MIT licence. Kept are words that are one in 100,000 words or more often, in classes: a class is
the decimal logarithm of one in how many words it is, to a tenth. Words are sorted: the same package makes the same
bytes.
"""

from __future__ import annotations

import math
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from importlib import resources
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "vocabulary" / "word_frequencies.toml"
DICTIONARY = "frequency_dictionary_en_82_765.txt"
RAREST = 5.0  # of the classes kept: ten times fewer words than the dictionary's, and all that telling apart needs
WIDTH = 118

ABOUT = f"""[about]
origin = "made by `make frequencies` of {DICTIONARY} (symspellpy): Google Books Ngrams (CC BY 3.0), SCOWL"
licence = "MIT (SymSpell)"
use = "how rare a word of English is: its class is the decimal logarithm of one in how many words it is"

[words]
"""


def classes(lines: Iterable[str]) -> Mapping[str, list[str]]:
    """Words by class; a line holds a word and its count."""
    counts = {word: int(count) for word, count in (line.split() for line in lines)}
    everything = sum(counts.values())
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, count in sorted(counts.items()):
        rarity = math.log10(everything / count)
        if rarity < RAREST:
            found[f"{rarity:.1f}"].append(word)
    return found


def text(found: Mapping[str, list[str]]) -> str:
    """The TOML file."""
    parts = [ABOUT]
    for name in sorted(found, key=float):
        held = textwrap.fill(" ".join(found[name]), WIDTH, break_long_words=False, break_on_hyphens=False)
        parts.append(f'"{name}" = """\n{held}\n"""\n')
    return "".join(parts)


def main() -> None:
    """Write the table."""
    file = resources.files("symspellpy").joinpath(DICTIONARY)
    found = classes(file.read_text(encoding="utf-8-sig").splitlines())
    OUT.write_text(text(found), encoding="utf-8")
    print(f"{OUT}: {sum(map(len, found.values())):,} words in {len(found)} classes")


if __name__ == "__main__":
    main()
