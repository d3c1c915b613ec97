"""The folder of a story: a file for each report (or for some records of a crawler), and the key."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from random import Random

import yaml

from eval.generate.furniture import Printed, printed
from eval.generate.key import expected
from eval.generate.newsroom import Report
from eval.generate.story import Generated

RECORDS = 12  # of one crawler's file
STRAIGHT = str.maketrans("“”’", '""\'')


def slug(name: str) -> str:
    """A name fit for a file: small letters and hyphens."""
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def name_files(reports: list[Report]) -> dict[str, list[Report]]:
    """Files with their reports in order; gives every report its id: the file's number, and its line in JSONL."""
    width = max(3, len(str(len(reports))))
    files: dict[str, list[Report]] = {}
    filling: dict[str, str] = {}
    for number, report in enumerate(reports, 1):
        outlet = report.outlet
        path = f"{number:0{width}}_{slug(outlet.name)}.{outlet.form}"
        if outlet.form == "jsonl":
            current = filling.setdefault(outlet.name, path)
            if len(files.get(current, ())) >= RECORDS:
                current = filling[outlet.name] = path
            path = current
        files.setdefault(path, []).append(report)
        report.id = path.split("_")[0] + (f"#{len(files[path])}" if outlet.form == "jsonl" else "")
    return files


def contents(story: Generated, seed: int) -> dict[str, str]:
    """File names and texts of a story, the key among them."""
    files = name_files(story.reports)
    random = Random(f"{seed} files")  # noqa: S311 - not a secret
    texts: dict[str, str] = {}
    told: dict[str, Printed] = {}
    for path, reports in files.items():
        for report in reports:
            told[report.id] = done = printed(report, random)
            if report.outlet.straight and report.outlet.form == "txt":
                told[report.id] = replace(done, text=done.text.translate(STRAIGHT))
        texts[path] = "".join(told[report.id].text for report in reports)
    key = expected(story, {id_: done.furniture for id_, done in told.items()})
    head = "# A generated story: made by eval.generate, which knows what it told.\n"
    texts["expected.yaml"] = head + yaml.safe_dump(key, allow_unicode=True, sort_keys=False, width=120)
    return texts


def write(texts: dict[str, str], folder: Path) -> None:
    """Write the files into a folder, which must be new or empty: a story is not mixed with another."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    for path, text in texts.items():
        (folder / path).write_text(text, encoding="utf-8", newline="\n")
