import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from eval import own
from eval.gold import GoldMissingError
from eval.own.speech import score as scorer

TEXT = "“Go home,” she told the pair. “Never,” said Ivo Tann, a clerk. A guard called it “a farce”."


def span(words: str, text: str = TEXT) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def quotation(words: str, speaker: list[str] | None, source: str | None = None, **more: Any) -> dict[str, Any]:
    source_span = span(source) if source else None
    return {"content": [span(words)], "source": source_span, "speaker": speaker, "confidence": 0.9, **more}


def item(*quotations: dict[str, Any]) -> dict[str, Any]:
    return {"id": "x1", "text": TEXT, "quotations": list(quotations)}


GOLD = item(
    quotation("Go home", ["Mara Tann"], "she"),
    quotation("Never", ["Ivo Tann"], "Ivo Tann"),
    quotation("a farce", [], "A guard"),
)


def everything(part: str) -> list[dict[str, Any]]:
    """The open gold in a system's form."""
    answers = own.load("speech", part)
    for answer in answers:
        for passage in answer.pop("passages", []):
            spoken = passage["kind"] == "speech"
            entry = {"content": [passage], "is_speech": spoken, "kind": None if spoken else passage["kind"]}
            answer.setdefault("quotations", []).append(entry)
        for one in answer["quotations"]:
            one["confidence"] = 0.6
    return answers


@pytest.mark.parametrize("part", sorted(scorer.SETS))
def test_the_open_gold_slices_and_answers_itself_in_full(part: str) -> None:
    gold = own.load("speech", part)
    for one in gold:
        spans = one.get("passages", []) + [s for q in one.get("quotations", []) for s in q["content"]]
        words = [one["text"][s["start"] : s["end"]] for s in spans]
        assert all(word and word == word.strip() for word in words)
    figures = scorer.score(part, gold, everything(part))
    assert {figure for name, figure in figures.items() if "-" not in name} == {100.0}


@pytest.mark.parametrize("part", ["antecedents", "marks", "anomalies"])
def test_a_silent_system_finds_nothing(part: str) -> None:
    gold = [one for one in own.load("speech", part) if one["quotations"]]
    assert set(scorer.score(part, gold, []).values()) == {0.0}


def test_a_title_in_front_of_a_name_is_no_fault_and_another_name_is() -> None:
    assert scorer.speaker_is_right(TEXT, GOLD["quotations"][0], {"speaker": ["Dr Mara Tann"]})
    assert not scorer.speaker_is_right(TEXT, GOLD["quotations"][0], {"speaker": ["Ivo Tann"]})


def test_an_unnamed_speaker_may_be_described_but_not_named() -> None:
    guard = GOLD["quotations"][2]
    assert scorer.speaker_is_right(TEXT, guard, {"speaker": None})
    assert scorer.speaker_is_right(TEXT, guard, {"speaker": ["Guard"]})
    assert not scorer.speaker_is_right(TEXT, guard, {"speaker": ["Ivo Tann"]})


def test_antecedents_tell_what_is_found_from_what_is_resolved() -> None:
    answer = item(quotation("Go home,", ["Ivo Tann"]), quotation("Never", ["Ivo Tann"]))
    figures = scorer.antecedents([GOLD], [answer])
    assert (figures["resolved"], figures["found"], figures["pronoun"]) == (33.33, 66.67, 0.0)


def test_marks_forgive_outer_marks_but_no_missing_word() -> None:
    answer = item(quotation("“Go home,”", ["Mara Tann"]), quotation("Neve", ["Ivo Tann"]))
    assert scorer.marks([GOLD], [answer]) == {"right": 33.33, "exact": 33.33}


def test_a_text_without_speech_is_right_only_if_none_is_found() -> None:
    assert scorer.marks([item()], [item()])["right"] == 100.0
    assert scorer.marks([item()], [item(quotation("Never", None))])["right"] == 0.0


def test_a_slogan_may_be_called_a_motto_and_speech_that_is_missed_counts_as_set_apart() -> None:
    passages = [span("Go home") | {"kind": "slogan"}, span("a farce") | {"kind": "speech"}]
    answer = item(quotation("Go home", None, is_speech=False, kind="motto"))
    figures = scorer.not_speech([{"id": "x1", "text": TEXT, "passages": passages}], [answer])
    assert figures == {"accuracy": 50.0, "not speech F1": 66.67, "speech F1": 0.0, "kind": 100.0}


def test_a_flag_at_a_sound_attribution_costs_precision() -> None:
    readings = [["Mara Tann"], []]
    gold = item(
        quotation("Go home", None, anomaly="pronoun", readings=readings),
        quotation("Never", ["Ivo Tann"], anomaly=None, readings=[]),
    )
    answer = item(
        quotation("Go home", None, anomaly="pronoun", readings=[["Mara Tann"]]),
        quotation("Never", None, anomaly="pronoun", readings=[]),
    )
    figures = scorer.anomalies([gold], [answer])
    assert (figures["recall"], figures["precision"], figures["readings"]) == (100.0, 50.0, 100.0)


def test_a_band_counts_the_answers_of_its_confidence_only() -> None:
    sure, unsure = quotation("Never", ["Ivo Tann"]), quotation("Go home", ["Ivo Tann"], confidence=0.3)
    figures = scorer.bands([GOLD], [item(sure, unsure)])
    assert (figures["precision 0.85-1.00"], figures["precision 0.00-0.50"]) == (100.0, 0.0)
    assert (figures["answers 0.85-1.00"], figures["answers 0.50-0.70"]) == (1, 0)


def test_a_sealed_half_is_read_only_with_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, kept = tmp_path / "home", tmp_path / "kept"
    for folder in (home, kept):
        (folder / "speech").mkdir(parents=True)
    sealed = kept / "speech" / "marks.sealed.jsonl"
    sealed.write_text(json.dumps(GOLD) + "\n", encoding="utf-8")
    digest = hashlib.sha256(sealed.read_bytes()).hexdigest()
    (home / "speech" / "sealed.sha256").write_text(f"{digest}  {sealed.name}\n", encoding="utf-8")
    monkeypatch.setattr(own, "HOME", home)
    monkeypatch.delenv("DATELINE_SEALED", raising=False)
    with pytest.raises(GoldMissingError):
        own.load("speech", "marks", sealed=True)
    monkeypatch.setenv("DATELINE_SEALED", str(kept))
    assert own.load("speech", "marks", sealed=True) == [GOLD]
    sealed.write_text("{}\n", encoding="utf-8")
    with pytest.raises(own.BrokenSealError):
        own.load("speech", "marks", sealed=True)
