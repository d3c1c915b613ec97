"""Full-text search over sentences, titles and what is not read. What is typed is data: no sign is an operator."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass

_PHRASE_OR_WORD = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence, a title, or a paragraph in a language that is not read, that has the words looked for."""

    report: str
    sentence: str | None  # None: the report's title, or an unread paragraph
    text: str


def find(connection: sqlite3.Connection, words: str, limit: int) -> list[Hit]:
    """At most `limit` hits: titles, other sentences, unread paragraphs, each by rank (BM25), then by id."""
    match = as_match(words)
    if not match:
        return []
    titles = connection.execute(
        """SELECT i.id, NULL, r.title FROM report_search AS s JOIN report AS r ON r.key = s.rowid
           JOIN identity AS i ON i.key = r.key WHERE report_search MATCH ? ORDER BY s.rank, i.id LIMIT ?""",
        (match, limit),
    ).fetchall()
    sentences = connection.execute(
        """SELECT p.id, i.id, r.text FROM sentence_search AS s JOIN sentence AS r ON r.key = s.rowid
           JOIN identity AS i ON i.key = r.key JOIN identity AS p ON p.key = r.report
           JOIN paragraph AS g ON g.key = r.paragraph
           WHERE sentence_search MATCH ? AND g.kind <> 'headline' ORDER BY s.rank, i.id LIMIT ?""",
        (match, limit),
    ).fetchall()
    unread = connection.execute(
        """SELECT p.id, NULL, r.text FROM unread_search AS s JOIN paragraph AS r ON r.key = s.rowid
           JOIN identity AS p ON p.key = r.report
           WHERE unread_search MATCH ? ORDER BY s.rank, p.id, r.number LIMIT ?""",
        (match, limit),
    ).fetchall()
    return [Hit(*row) for row in (*titles, *sentences, *unread)][:limit]


def as_match(words: str) -> str:
    """The FTS5 expression for all of the words and phrases, each in quotation marks of its own."""
    words = words.replace("\0", " ").encode(errors="replace").decode()  # what SQLite takes no text with
    parts = [phrase or word for phrase, word in _PHRASE_OR_WORD.findall(words)]
    quoted = [part.replace('"', '""') for part in parts if any(sign.isalnum() for sign in part)]
    return " ".join(f'"{part}"' for part in quoted)
