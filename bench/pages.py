"""CPU time of page intake over bare trafilatura: python -m bench.pages [PAGES ...].

Without pages given it makes its own: thirty of some 70 KB with menus, scripts, teasers and a report of 25
paragraphs, the same in every run. Both sides are timed in turns, in this process's CPU time, and the median of the
ratios is printed: seconds are of the machine, the ratio is what to quote.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import trafilatura

from dateline.intake import InputFile, read_file
from dateline.settings import DEFAULTS

ROUNDS = 7
_WORDS = """
    the ferry harbour office minister said that on Monday people were inquiry ship crew port owners night company
    union police new old two three government met talks agreed border road school mill river
"""


def made_page(number: int) -> str:
    """One page as news sites make them: most of it is not the report."""
    draw = random.Random(number)  # noqa: S311 -- texts to measure with, no secrets

    words_ = _WORDS.split()

    def sentence(words: int) -> str:
        return " ".join(draw.choices(words_, k=words)).capitalize()

    menu = "".join(f'<li class="nav-item"><a href="/section/{k}">{sentence(2)}</a></li>' for k in range(60))
    teasers = "".join(
        f'<article class="teaser"><a href="/a/{k}"><img src="/i/{k}.jpg" alt="{sentence(6)}">'
        f"<h3>{sentence(9)}</h3></a><p>{sentence(16)}.</p></article>"
        for k in range(30)
    )
    body = "".join(f"<p>{' '.join(sentence(18) + '.' for _ in range(3))}</p>" for _ in range(25))
    script = f"<script>window.data=[{'{a:[1,2,3]},' * 1500}]</script>"
    date = '<meta property="article:published_time" content="2021-03-02T10:00:00Z">'
    head = f'<head><meta charset="utf-8"><title>{sentence(8)} - The Harbour Post</title>{date}{script}</head>'
    report = f"<article><h1>{sentence(8)}</h1><p class=byline>By Mira Tolle</p>{body}</article>"
    around = f"<header><nav><ul>{menu}</ul></nav></header>", f"<footer><ul>{menu}</ul></footer>{script}"
    main_ = f'<main>{report}<aside class="related">{teasers}</aside></main>'
    return f'<!DOCTYPE html><html lang="en">{head}<body>{around[0]}{main_}{around[1]}</body></html>'


def measure(pages: Sequence[Path]) -> tuple[float, float, float]:
    """Median ratio, and milliseconds a page of bare trafilatura and of intake."""
    sources = [page.read_text(encoding="utf-8", errors="replace") for page in pages]

    def bare() -> None:
        for source in sources:
            trafilatura.bare_extraction(source)

    def intake() -> None:
        for page in pages:
            list(read_file(InputFile(page, f"pages/{page.name}"), DEFAULTS))

    bare()
    intake()
    times = [(cpu(bare), cpu(intake)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / theirs for theirs, ours in times)
    theirs, ours = (statistics.median(column) * 1000 / len(pages) for column in zip(*times, strict=True))
    return ratio, theirs, ours


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        pages = [Path(name) for name in sys.argv[1:]]
        if not pages:
            pages = [Path(folder, f"{number}.html") for number in range(30)]
            for number, page in enumerate(pages):
                page.write_text(made_page(number), encoding="utf-8")
        size = sum(page.stat().st_size for page in pages) // len(pages)
        ratio, theirs, ours = measure(pages)
    shown = f"{ratio:.2f} times bare trafilatura ({ours:.1f} over {theirs:.1f} ms)"
    print(f"{len(pages)} pages of {size:,} bytes: {shown}")


if __name__ == "__main__":
    main()
