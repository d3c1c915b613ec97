import os
import subprocess
import sys

from dateline.ids import LENGTH, content_id


def test_the_same_content_has_the_same_id() -> None:
    assert content_id("r", "a", 1) == content_id("r", "a", 1)


def test_parts_are_kept_apart() -> None:
    assert content_id("r", "ab", "c") != content_id("r", "a", "bc")


def test_the_kind_is_part_of_the_content() -> None:
    assert content_id("q", "a")[2:] != content_id("e", "a")[2:]


def test_an_id_is_short_and_plain() -> None:
    kind, _, rest = content_id("q", "Zażółć “gęślą” \ud800").partition("_")
    assert kind == "q"
    assert len(rest) == LENGTH
    assert rest.isascii()
    assert rest.isalnum()


def test_ids_do_not_depend_on_the_hash_seed() -> None:
    program = "from dateline.ids import content_id; print(content_id('r', 'a', ('b', 'c')))"
    seen = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(seen) == 1
