"""Task `event-coref`: which of the given words tell one act, by the product's matters and its wording of acts.

The texts have no dates and the acts are given as words, so that only the matter of a text and the words of an act
can tell: the documents are grouped as the threads stage groups reports, and the words within a thread as linking
groups what no day parts.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from dateline.linking.acts.undated import Named, one_act_each
from dateline.linking.acts.wording import wording
from dateline.linking.matters.content import Content, content
from dateline.linking.matters.grouping import grouped
from dateline.linking.speech.spoken import content as stems
from dateline.linking.speech.spoken import tokens as words
from dateline.model import Chain, Mention, Sentence
from dateline.reading.mentions import MentionStage
from dateline.reading.parse import ParseStage
from dateline.reading.parsed import Parse
from dateline.settings import DEFAULTS
from dateline.stage import Context
from dateline.testing import arrival, read

Row = dict[str, Any]
DOCUMENTS = "_docs.jsonl"  # beside NAME.input.jsonl: {"doc_id", "tokens"} lines
_PARTICLES = frozenset({"ADP", "PART", "ADV"})


def predict(source: Path, out: Path) -> None:
    """Read {"mention_id", "doc_id", "token_numbers"} lines and the documents; write {"mention_id", "cluster"}."""
    rows = read_rows(source)
    documents = read_rows(source.with_name(source.name.removesuffix(".input.jsonl") + DOCUMENTS))
    of_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        of_document[row["doc_id"]].append(row)
    context = Context()
    texts: list[Content] = []
    told: list[tuple[str, Named]] = []
    for document in documents:
        draft = read(
            arrival(" ".join(document["tokens"]), published=None), ParseStage(), MentionStage(), context=context
        )
        id_ = document["doc_id"]
        texts.append(content(id_, draft.of(Sentence), draft.of(Mention), draft.of(Chain)))
        told += [(id_, named) for named in acts_named(of_document[id_], document["tokens"], draft.of(Parse))]
    groups = grouped(texts, DEFAULTS.thread_likeness)
    matter = {text.id: str(number) for number, group in enumerate(groups) for text in group.members}
    named = (Named(one.id, matter[id_], one.wording, one.sentence) for id_, one in told)
    acts = one_act_each(named, DEFAULTS.telling_likeness)
    cluster = {mention: number for number, members in enumerate(acts) for mention in members}
    answers = ({"mention_id": row["mention_id"], "cluster": cluster.get(row["mention_id"])} for row in rows)
    out.write_text("".join(f"{json.dumps(answer)}\n" for answer in answers), encoding="utf-8")


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def acts_named(rows: Iterable[Row], tokens: list[str], parses: Iterable[Parse]) -> Iterator[Named]:
    """The given words of one document, whose tokens stand with a space between them in its text; no matter yet."""
    begins = [0]
    for token in tokens:
        begins.append(begins[-1] + len(token) + 1)
    for row in rows:
        first, last = row["token_numbers"][0], row["token_numbers"][-1]
        found = stretch(begins[first], begins[last] + len(tokens[last]), parses)
        if found is not None:
            trigger = found.root
            rest = trigger.sent.text.replace(found.text, " ")
            name = wording(lemma_of(trigger, found), noun=trigger.pos_ in {"NOUN", "PROPN"})
            yield Named(row["mention_id"], "", name, frozenset(stems(words(rest))))


def stretch(start: int, end: int, parses: Iterable[Parse]) -> DocSpan | None:
    """The words between two places of the text."""
    for parse in parses:
        if parse.offset <= start and end <= parse.offset + len(parse.doc.text):
            return parse.doc.char_span(start - parse.offset, end - parse.offset, alignment_mode="expand")
    return None


def lemma_of(trigger: Token, within: DocSpan) -> str:
    """The lemma with its particle, as events have it: "step down"."""
    inside = [token for token in within if token.i > trigger.i and token.pos_ in _PARTICLES]
    after = inside or [child for child in trigger.children if child.dep_ == "prt"]
    return " ".join([trigger.lemma_.lower(), *(token.lower_ for token in after[:1])])
