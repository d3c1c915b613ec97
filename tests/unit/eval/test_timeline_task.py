"""Task `timeline`: articles in, weighted days out."""

from __future__ import annotations

import json
from pathlib import Path

from eval.tasks.timeline import predict

ARTICLES = [
    ("dam", 0, "2031-03-10T08:00:00", "The dam at Orle burst on Sunday. Thousands fled."),
    ("dam", 1, "2031-03-20", "Engineers returned to the dam, which burst on March 9."),
    ("dam", 2, "2031-04-02", "An inquiry into the burst of March 9 opened on Wednesday."),
    ("vote", 0, "2031-04-02", "Lathia voted on Wednesday."),
    ("other", 0, "2031-04-02", "It snowed on March 1."),
]


def test_the_day_that_is_told_again_later_is_the_weightiest(tmp_path: Path) -> None:
    source, out = tmp_path / "timelines.input.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"topic": "dam"}\n{"topic": "vote"}\n{"topic": "none"}\n', encoding="utf-8")
    names = ("topic", "article_no", "date_published", "text")
    rows = "".join(json.dumps(dict(zip(names, article, strict=True))) + "\n" for article in ARTICLES)
    (tmp_path / "timeline_articles.jsonl").write_text(rows, encoding="utf-8")

    predict(source, out)

    answers = {row["topic"]: row["dates"] for row in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    weights = {entry["date"]: entry["weight"] for entry in answers["dam"]}
    assert max(weights, key=lambda day: weights[day]) == "2031-03-09"
    assert weights["2031-03-10"] < weights["2031-04-02"]
    assert [entry["date"] for entry in answers["vote"]] == ["2031-04-02"]
    assert answers["none"] == []
